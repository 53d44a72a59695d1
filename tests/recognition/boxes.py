"""Tables of boxes: what a form looks like before it is stored, with the fields that each box holds.

A list of rows enters, each a list of :class:`Box`; the same box in the next row is merged downward. A stored
:class:`~jixiao.model.Table` leaves, with as much of the merges as the way of storing keeps, and the place of every
box in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.model import Cell, Row, Table


@dataclass(eq=False)
class Box:
    """A cell to be: its text, how many columns it covers, the fields it holds, and their value where the text says
    more.

    ``below`` is what is stored in the rows that it covers further down: ``known`` (a vertical merge), ``blank`` (an
    empty cell), ``repeated`` (the text again), ``absent`` (no cell: what follows moves to the left) or ``gap`` (no
    cell, but what follows keeps its columns).
    """

    text: str
    span: int = 1
    holds: tuple[str, ...] = ()
    value: str | None = None
    below: str = "known"

    @property
    def said(self) -> str:
        """What its fields should be read as."""
        return self.text if self.value is None else self.value


Sheet = list[list[Box]]
Spot = tuple[int, int, int]
"""Table, row and cell as stored."""


def stored(sheet: Sheet, number: int, places: dict[Spot, Box], *, grid: bool = True) -> Table:
    """The sheet as a reader gives it. ``places`` takes the box of each stored cell; without ``grid`` columns and
    merges are lost, as in a text export.
    """
    rows: list[Row] = []
    above: Sequence[Box] = ()
    for place, boxes in enumerate(sheet):
        cells: list[Cell] = []
        column = 0
        for box in boxes:
            goes_on = any(box is other for other in above)
            if goes_on and box.below in ("absent", "gap"):
                column += box.span if box.below == "gap" else 0
                continue
            text = "" if goes_on and box.below != "repeated" else box.text
            index = len(cells)
            if grid:
                cells.append(Cell(text, index, column, box.span, goes_on and box.below == "known"))
            else:
                cells.append(Cell(text, index, index))
            if not goes_on or box.below == "repeated":
                places[number, place, index] = box
            column += box.span
        rows.append(Row(place, tuple(cells)))
        above = boxes
    return Table(number, tuple(rows), grid)


def fill(boxes: list[Box], width: int) -> list[Box]:
    """The last box takes what is left of the width."""
    boxes[-1].span += width - sum(box.span for box in boxes)
    assert boxes[-1].span > 0
    return boxes


def pages(sheet: Sheet, at: int, header: Sheet | None) -> tuple[Sheet, Sheet]:
    """The sheet cut before a row, with the header repeated on the second page where it is given. What is merged over
    the cut stands empty or again on the second page.
    """
    again = [[Box(box.text, box.span) for box in row] for row in header or ()]
    over = {id(box): Box(box.text if box.below == "repeated" else "", box.span, below=box.below) for box in sheet[at]}
    cut = {id(box) for box in sheet[at] if any(box is other for other in sheet[at - 1])}
    second = [[over[id(box)] if id(box) in cut else box for box in row] for row in sheet[at:]]
    return sheet[:at], again + second
