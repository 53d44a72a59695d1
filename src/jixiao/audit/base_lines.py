"""The rows of a base data table as the rules on it look at them: columns, and parts of a whole.

A table enters; its whole rows with their parts, column by column, leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jixiao.model import BaseData, Figure, SpendingLine

from .money import exact, has_amount

COLUMNS = {
    "prior_outturn": "上年决算数",
    "budget": "预算数",
    "outturn": "决算数",
}

ADDED = frozenset({"three_public", "vehicles", "projects", "special"})
"""Rows that are the sum of their parts. Below any other row stand some parts of it (其中)."""

OPEN = frozenset({"special"})
"""Sums whose list of parts may be a selection: one line a project."""


@dataclass(frozen=True, slots=True)
class Parts:
    """One column of a whole and its parts. ``complete`` is False where a part's cell is absent or was not read."""

    whole: SpendingLine
    column: str
    stated: Figure
    parts: tuple[tuple[int, Figure], ...]
    at: str
    complete: bool

    @property
    def related(self) -> tuple[str, ...]:
        """Pointers of the parts that have a number."""
        return tuple(f"/lines/{number}/{self.column}" for number, _ in self.parts)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The parts that have a number."""
        return tuple(figure for _, figure in self.parts)

    def values(self, base: BaseData) -> dict[str, Any]:
        """For a message: ``label`` and ``column`` as printed, the ``stated`` whole, and the sum ``expected``, in
        万元.
        """
        return {
            "label": self.whole.label.strip(),
            "column": columns_of(base)[self.column],
            "stated": self.stated,
            "expected": sum((exact(figure, base.unit) for figure in self.figures), Decimal(0)),
        }


def columns_of(base: BaseData) -> dict[str, str]:
    """Names of the columns for messages: the printed heads where all three are there."""
    if len(base.columns) != len(COLUMNS):
        return COLUMNS
    return {key: head.strip() or usual for (key, usual), head in zip(COLUMNS.items(), base.columns, strict=True)}


def on_initial_budget(base: BaseData) -> bool:
    """Whether the printed head says that the budget column is the initial budget, before any adjustment."""
    return "年初" in columns_of(base)["budget"]


def wholes(base: BaseData, *, added: bool) -> Iterator[Parts]:
    """Every whole with an amount and at least one part with an amount; those that are sums, or the others."""
    position = {id(line): number for number, line in enumerate(base.lines)}
    for number, line in enumerate(base.lines):
        children = base.children(line.id) if line.id else ()
        if not children or (line.key in ADDED) is not added:
            continue
        for column in COLUMNS:
            stated: Figure | None = getattr(line, column)
            cells: list[tuple[int, Figure | None]] = [(position[id(c)], getattr(c, column)) for c in children]
            given = tuple((n, f) for n, f in cells if f is not None and has_amount(f))
            if stated is None or not has_amount(stated) or not given:
                continue
            complete = all(f is not None and (has_amount(f) or f.is_blank) for _, f in cells)
            yield Parts(line, column, stated, given, f"/lines/{number}/{column}", complete)
