"""Facts that a layout has no place for. A completed record and how it was drawn enter; the pointers of what is written
in the record and stands nowhere on paper leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model import BaseData, Evaluation, Frozen, Record
from .draw import Drawn
from .facts import text_at
from .schema import Layout

_FORM = frozenset(
    {"id", "key", "kind", "scope", "state", "source", "group", "parent", "number", "within", "doubts"}
    | {"title", "year", "staff_year", "annex"}
)
"""Fields that are printed around the table, or follow from the others."""


def left_out(record: Any, layout: Layout, drawn: Drawn) -> tuple[str, ...]:
    """The pointers of the record's facts, in order, that are filled and not printed."""
    return tuple(at for at in without_place(record, layout, drawn) if text_at(record, at)[0])


def without_place(record: Any, layout: Layout, drawn: Drawn) -> tuple[str, ...]:
    """The same, with the blanks: whatever does not come back from paper."""
    needless = _needless(record, layout)
    return tuple(
        at for at in _facts(record, "") if at not in drawn.printed and at not in needless and not at.endswith("/label")
    )


def _needless(record: Any, layout: Layout) -> set[str]:
    """A unit of money that needs no place: that which the form asks for, or one of no amounts. A label stands, or
    falls, with what it is of.
    """
    if not isinstance(record, (BaseData, Evaluation)):
        return set()
    at = "/unit" if isinstance(record, BaseData) else "/funds/unit"
    amounts = bool(record.lines if isinstance(record, BaseData) else record.funds.lines)
    return {at} if not amounts or text_at(record, at)[0] == layout.money_unit else set()


def _facts(value: Any, at: str) -> Iterator[str]:
    """The pointers of all facts that are there, blank or not."""
    if isinstance(value, Frozen):
        for name in type(value).model_fields:
            if name not in _FORM:
                yield from _facts(getattr(value, name), f"{at}/{name}")
        if isinstance(value, Record):
            yield from (f"{at}/{doubt.field}" for doubt in value.doubts)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _facts(item, f"{at}/{place}")
    elif value is not None:
        yield at
