"""A dossier as YAML to fill in: every field, each with what is to be said about it above it.

A record and words about fields enter; YAML leaves that reads as the same record. A class of records is explained where
it first stands; of a list without entries one entry is shown as a comment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from .base import Frozen, Item, Unknown
from .ids import lists_of

_STEP = "  "


@dataclass(frozen=True, slots=True)
class Words:
    """What is said about the field of a class: the lines of its ``comment`` (``None``: not for people to fill in, and
    left out where nothing stands in it) and an ``example``, empty where none is shown.
    """

    comment: Callable[[type[Frozen], str], Sequence[str] | None]
    example: Callable[[type[Frozen], str], str]


def template_text(record: Frozen, words: Words, dump: Callable[[Any], str], without: Sequence[str] = ()) -> str:
    """The record as commented YAML, but for the fields ``without``. ``dump`` writes plain data as YAML."""
    return "\n".join(_Writer(words, dump).fields(record, frozenset(without))) + "\n"


@dataclass(slots=True)
class _Writer:
    words: Words
    dump: Callable[[Any], str]
    explained: set[type[Frozen]] = field(default_factory=set)

    def fields(self, record: Frozen, without: frozenset[str] = frozenset()) -> Iterator[str]:
        """The lines of a record; one of a kind that this version does not know is written as it is."""
        if isinstance(record, Unknown):
            yield from self.dump(record.model_dump(mode="json", exclude_defaults=True)).rstrip("\n").split("\n")
            return
        kind = type(record)
        new = kind not in self.explained
        self.explained.add(kind)
        for name, info in kind.model_fields.items():
            value = getattr(record, name)
            comment = self.words.comment(kind, name)
            if name in without or (comment is None and value == info.get_default(call_default_factory=True)):
                continue
            if new:
                yield from (f"# {line}" for line in comment or ())
            yield from self._field(kind, name, value)

    def _field(self, kind: type[Frozen], name: str, value: Any) -> Iterator[str]:
        shown = name.rstrip("_")
        if isinstance(value, Frozen):
            yield f"{shown}:"
            yield from (_STEP + line for line in self.fields(value))
        elif name in lists_of(kind) and value:
            yield f"{shown}:"
            for item in value:
                for number, line in enumerate(self._item(item)):
                    yield ("- " if number == 0 else _STEP) + line
        elif value is None:
            yield f"{shown}:"
        else:
            yield from self.dump({shown: _plain(value)}).rstrip("\n").split("\n")
            if name in lists_of(kind):
                yield from self._example(item_of(kind, name))

    def _item(self, item: Item) -> list[str]:
        """The lines of an item. Its dash stands before a field, so what explains the first one stands behind it."""
        lines = list(self.fields(item))
        first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
        return [lines[first], *lines[:first], *lines[first + 1 :]]

    def _example(self, kind: type[Item]) -> Iterator[str]:
        """One entry of an empty list, as a comment, where the class was not explained before."""
        if kind in self.explained:
            return
        self.explained.add(kind)
        lead = "- "
        for name in kind.model_fields:
            comment = self.words.comment(kind, name)
            if comment is not None:
                text = self.dump({name: self.words.example(kind, name)}).rstrip("\n")
                yield f"# {lead}{text}" + (f"  # {comment[0]}" if comment else "")
                lead = _STEP


def item_of(kind: type[Frozen], name: str) -> type[Item]:
    """The class of the items of a list."""
    return next(inner for inner in get_args(kind.model_fields[name].annotation) if isinstance(inner, type))


def _plain(value: Any) -> Any:
    """A value as YAML has it: figures and the like as text."""
    if isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, Frozen):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple) else str(value)
