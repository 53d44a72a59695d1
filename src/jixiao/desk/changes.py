"""What else changed between two readings: two cases enter; the facts that differ,
and the records that came and went, leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jixiao.forms.whereabouts import whereabouts
from jixiao.model import Case, Dossier, Item, Message, Record, Term
from jixiao.model.ids import lists_of
from jixiao.model.message import shown
from jixiao.model.pointer import find, join

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
    """One fact that is another now, or a record that came or went: its stable address, its place as a person finds it,
    and what stood and stands there as printed (``None`` where the place was not there, empty where it was blank).
    """

    kind: Kind
    at: str
    place: Message
    before: str | None
    after: str | None

    def where(self, lang: str = "zh") -> str:
        """The place as a person reads it."""
        return self.place.text(lang)


def changes(before: Case, after: Case, now: Dossier) -> tuple[FactChange, ...]:
    """Every difference, in the order of the dossier; what was removed stands behind the rest of its list. ``now`` is
    the dossier of ``after`` with the ids of ``before``.
    """
    return tuple(_Differing(before, after, now).of_record(before.dossier, now, ""))


class _Differing:
    """One walk over both dossiers."""

    def __init__(self, before: Case, after: Case, now: Dossier) -> None:
        self._before, self._after, self._now = before, after, now

    def of_record(self, old: Record, new: Record, at: str) -> Iterator[FactChange]:
        """What differs in a record, field by field."""
        lists = lists_of(type(new))
        for field in type(new).model_fields:
            here = join(at, field)
            was, now = _stated(old, field), _stated(new, field)
            if field in _DERIVED or was == now:
                continue
            if field in lists:
                yield from self._of_list(was or (), now, here)
            elif isinstance(was, Record) and isinstance(now, Record):
                yield from self.of_record(was, now, here)
            else:
                kind = Kind.ADDED if was is None else Kind.REMOVED if now is None else Kind.CHANGED
                place = self._was(here) if now is None else self._is(here)
                yield FactChange(kind, here, place, _text(was), _text(now))

    def _of_list(self, old: tuple[Item, ...], new: tuple[Item, ...], at: str) -> Iterator[FactChange]:
        earlier = {item.id: item for item in old}
        for item in new:
            here = join(at, item.id)
            if item.id in earlier:
                yield from self.of_record(earlier.pop(item.id), item, here)
            else:
                yield FactChange(Kind.ADDED, here, self._is(here), None, summary(item))
        for item in earlier.values():
            here = join(at, item.id)
            yield FactChange(Kind.REMOVED, here, self._was(here), summary(item), None)

    def _was(self, address: str) -> Message:
        """The place as a person finds it in the reading before."""
        return whereabouts(self._before, find(self._before.dossier, address))

    def _is(self, address: str) -> Message:
        """The place as a person finds it now: the positions are those of the case, the ids those of before."""
        return whereabouts(self._after, find(self._now, address))


def _stated(record: Record, field: str) -> Any:
    """A field; the text that stood there where it was not taken for certain."""
    value = getattr(record, field, None)
    doubt = record.doubt(field) if value is None else None
    return value if doubt is None else doubt.raw


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
