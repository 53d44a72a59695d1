"""What else changed between two readings: two dossiers whose records bear the same ids enter; the facts that differ,
and the records that came and went, leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jixiao.model import Dossier, Item, Record, Term
from jixiao.model.ids import lists_of
from jixiao.model.message import shown
from jixiao.model.pointer import join

from .names import Words, in_words, words_of

_DERIVED = frozenset({"id", "schema_", "kind", "doubts", "claims", "parent", "group", "key"})
"""What follows from other facts, or only says how records belong together."""


class Kind(StrEnum):
    """What became of a fact or record."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"

    @property
    def term(self) -> Term:
        """The word for a person."""
        return {
            "changed": Term("改动", "changed"),
            "added": Term("新增", "added"),
            "removed": Term("删去", "removed"),
        }[self.value]


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that is another now, or a record that came or went: its stable address, the words for its place, and
    what stood and stands there as printed (``None`` where the place was not there, empty where it was blank).
    """

    kind: Kind
    at: str
    place: tuple[Words, ...]
    before: str | None
    after: str | None

    def where(self, lang: str = "zh") -> str:
        """The place as a person reads it."""
        return in_words(self.place, lang)


def changes(before: Dossier, after: Dossier) -> tuple[FactChange, ...]:
    """Every difference, in the order of the dossier; what was removed stands behind the rest of its list."""
    return tuple(_of_record(before, after, "", before, after))


def _of_record(old: Record, new: Record, at: str, before: Dossier, after: Dossier) -> Iterator[FactChange]:
    lists = lists_of(type(new))
    for field in type(new).model_fields:
        here = join(at, field)
        was, now = _stated(old, field), _stated(new, field)
        if field in _DERIVED or was == now:
            continue
        if field in lists:
            yield from _of_list(was or (), now, here, before, after)
        elif isinstance(was, Record) and isinstance(now, Record):
            yield from _of_record(was, now, here, before, after)
        else:
            yield _changed(here, was, now, before, after)


def _stated(record: Record, field: str) -> Any:
    """A field; the text that stood there where it was not taken for certain."""
    value = getattr(record, field, None)
    doubt = record.doubt(field) if value is None else None
    return value if doubt is None else doubt.raw


def _of_list(
    old: tuple[Item, ...], new: tuple[Item, ...], at: str, before: Dossier, after: Dossier
) -> Iterator[FactChange]:
    earlier = {item.id: item for item in old}
    for item in new:
        here = join(at, item.id)
        if item.id in earlier:
            yield from _of_record(earlier.pop(item.id), item, here, before, after)
        else:
            yield FactChange(Kind.ADDED, here, words_of(after, here), None, summary(item))
    for item in earlier.values():
        here = join(at, item.id)
        yield FactChange(Kind.REMOVED, here, words_of(before, here), summary(item), None)


def _changed(at: str, was: Any, now: Any, before: Dossier, after: Dossier) -> FactChange:
    kind = Kind.ADDED if was is None else Kind.REMOVED if now is None else Kind.CHANGED
    place = words_of(before if now is None else after, at)
    return FactChange(kind, at, place, _text(was), _text(now))


def _text(value: Any) -> str | None:
    """A fact as it is printed; a record with all that it holds."""
    if value is None:
        return None
    return summary(value) if isinstance(value, Record) else shown(value)


def summary(record: Record) -> str:
    """What a record says, in one line: its own facts in the order of its form; of a whole form what it is called."""
    own = (getattr(record, field) for field in type(record).model_fields if field not in _DERIVED)
    said = (shown(value) for value in own if value and not isinstance(value, Record | tuple | dict))
    return "；".join(text for text in said if text)
