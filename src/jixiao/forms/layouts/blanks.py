"""Blank and absent. A record and places in it enter; the same record with blanks, or with nothing, there leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, get_args

from ...model import Figure, Frozen, Record
from ...model.pointer import segments

_R = TypeVar("_R", bound=Frozen)
BLANK = Figure("")
_Change = Callable[[Any, list[str]], Any]
"""Changes some fields of a record."""


def blanked(record: _R, fields: Iterable[str]) -> _R:
    """The record with these fields blank where they are absent and not doubtful."""
    changes = {f: _blank(record, f) for f in fields if getattr(record, f) is None and not _is_doubtful(record, f)}
    return record.model_copy(update=changes) if changes else record


def all_blank(record: _R) -> _R:
    """The record with a blank in every field of a figure that is absent."""
    return blanked(record, (name for name in type(record).model_fields if _takes_figures(record, name)))


def blanked_at(record: _R, pointers: Iterable[str]) -> _R:
    """The record with a blank wherever a pointer leads to an absent field that is not doubtful."""
    return _changed(record, pointers, blanked)


def without(record: _R, pointers: Iterable[str]) -> _R:
    """The record with nothing wherever a pointer leads to a field."""
    return _changed(record, pointers, _emptied)


def _changed(record: _R, pointers: Iterable[str], change: _Change) -> _R:
    done: _R = _below(record, [tuple(segments(pointer)) for pointer in pointers], change)
    return done


def _below(value: Any, paths: list[tuple[str, ...]], change: _Change) -> Any:
    """The value changed where the paths lead: a list in its items, a record in its own fields and those below."""
    deeper: dict[str, list[tuple[str, ...]]] = {}
    for first, *rest in paths:
        if rest:
            deeper.setdefault(first, []).append(tuple(rest))
    if isinstance(value, tuple):
        items = {int(place): _below(value[int(place)], below, change) for place, below in deeper.items()}
        return tuple(items.get(i, item) for i, item in enumerate(value))
    if not isinstance(value, Frozen):
        return value
    update = {name: _below(getattr(value, name), below, change) for name, below in deeper.items()}
    whole = value.model_copy(update=update) if update else value
    return change(whole, [path[0] for path in paths if len(path) == 1])


def _emptied(record: _R, fields: list[str]) -> _R:
    changes = {name: type(record).model_fields[name].get_default() for name in fields}
    doubts = {"doubts": tuple(d for d in record.doubts if d.field not in changes)} if isinstance(record, Record) else {}
    return record.model_copy(update=changes | doubts) if changes else record


def _blank(record: Frozen, field: str) -> Any:
    return BLANK if _takes_figures(record, field) else ""


def _is_doubtful(record: Frozen, field: str) -> bool:
    return isinstance(record, Record) and record.doubt(field) is not None


def _takes_figures(record: Frozen, field: str) -> bool:
    return Figure in get_args(type(record).model_fields[field].annotation)
