"""Merged cells of a table: the texts and shapes of row after row go in, each cell with its column comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from jixiao.model import Cell

_WIDEST = 1000
"""Columns; Word itself allows 63."""

Shape = tuple[tuple[int, bool | None], ...]
"""Of each cell of a row as stored: its span in columns, and whether it continues a vertical merge (``None``: it has no
part in one)."""

_new_cell: Callable[[type[Cell], tuple[str, int, int, int, bool]], Cell] = tuple.__new__
"""Half the time of ``Cell(…)``: a file has thousands of cells."""


class _Layout(NamedTuple):
    """A row without its texts: (index, column, span, continues) of each cell; columns that take part in a vertical
    merge; cells that continue one.
    """

    places: list[tuple[int, int, int, bool]]
    merged: frozenset[int]
    continuing: list[int]


class Merges:
    """Takes row after row of a table and gives each cell its column; ``covered`` counts texts that a merge hides."""

    __slots__ = ("_above", "_layouts", "covered")

    def __init__(self) -> None:
        self.covered = 0
        self._above: frozenset[int] = frozenset()
        self._layouts: dict[tuple[int, Shape], _Layout] = {}

    def row(self, before: int, texts: Sequence[str], shape: Shape) -> tuple[Cell, ...]:
        """The cells of the next row, which leaves out the first ``before`` columns of the grid.

        The text of a cell that continues a merge is covered only where the row above has a merge at the same column;
        else the mark is a leftover of hand repairs, and the cell stays one of its own.
        """
        layout = self._layouts.get((before, shape))
        if layout is None:
            layout = self._layouts[before, shape] = _layout(before, shape)
        cells = [
            _new_cell(Cell, (text, index, column, span, continues))
            for text, (index, column, span, continues) in zip(texts, layout.places, strict=False)
        ]
        for index in layout.continuing:
            text, _, column, span, _ = cells[index]
            if text:
                said = bool(text.strip())
                hidden = column in self._above or not said
                self.covered += hidden and said
                cells[index] = _new_cell(Cell, ("" if hidden else text, index, column, span, hidden))
        self._above = layout.merged
        return tuple(cells)


def _layout(before: int, shape: Shape) -> _Layout:
    places: list[tuple[int, int, int, bool]] = []
    column = before
    for index, (span, continues) in enumerate(shape):
        places.append((index, column, span, bool(continues)))
        column += span
    merged = frozenset(place[1] for place, (_, part) in zip(places, shape, strict=True) if part is not None)
    return _Layout(places, merged, [place[0] for place in places if place[3]])


def columns(text: str | None, least: int) -> int:
    """A number of grid columns, kept within reason."""
    return min(max(int(text), least), _WIDEST) if text and text.isdecimal() and len(text) < 9 else least
