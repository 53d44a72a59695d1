"""From a sheet to blocks: which rows are tables, and which texts stand around them as paragraphs.

A :class:`~.grid.Grid` enters; paragraphs and tables leave in the order of the sheet. A sheet has no paragraphs of its
own, so these decisions are made from what a reader sees:

- Rows that nothing separates belong together; an empty row without lines begins something new, unless a merged range
  reaches over it.
- Where cells have lines around them, the lines are the table. Rows above and below without lines are words around it.
- Where no lines are drawn, annex, title, year and unit of money stand over a table, notes and signatures under it.
- A title further down begins another table.
- Ruled tables may stand side by side, parted by an empty column. What stands beside a ruled table without lines of its
  own is no part of it.

The columns of a table are those in which some cell begins with a text: a column that is only reached over by merged
ranges, or empty from top to bottom, is none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from jixiao.model import Block, Cell, Paragraph, Row, Table

from .. import limits
from .addresses import Range
from .bands import bands, side_by_side
from .grid import Grid
from .parts import parts


class TooManyError(Exception):
    """A workbook would give more rows or cells than a file may have; ``what`` is ``rows`` or ``cells``."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


class _Piece(NamedTuple):
    """Rows on their way to a table, or to paragraphs where they have no columns."""

    grid: Grid
    rows: Sequence[int]
    columns: Sequence[int] = ()


@dataclass(slots=True)
class Blocks:
    """Takes sheet after sheet and counts tables, paragraphs, rows and cells of the whole workbook."""

    found: list[Block] = field(default_factory=list)
    tables: int = 0
    paragraphs: int = 0
    rows: int = 0
    cells: int = 0

    def add(self, name: str, grid: Grid) -> None:
        """The blocks of one sheet. :class:`TooManyError` where they would be too large."""
        aside = [piece for band in bands(grid.rows, grid) for piece in self._band(name, band, grid)]
        for piece in aside:  # behind the rest, so that notes under a table stay directly under it
            self._put(name, piece)

    def _band(self, name: str, band: Sequence[int], grid: Grid) -> list[_Piece]:
        """Take the blocks of rows that belong together; gives what only stands beside a table."""
        aside: list[_Piece] = []
        sides = side_by_side(band, grid)
        any_table = False
        for first, last in sides:
            side = grid if len(sides) == 1 else grid.between(first, last)
            found = [part for rows in bands(band, side) for part in parts(rows, side)]
            has_table = any(is_table for is_table, _ in found)
            for is_table, rows in found:
                if is_table:
                    inside, beside = _columns(rows, side)
                    self._put(name, _Piece(side, rows, inside))
                    aside += [_Piece(side, _filled(rows, beside, side), beside)] if beside else []
                elif any_table and not has_table:
                    aside.append(_Piece(side, rows))
                else:
                    self._put(name, _Piece(side, rows))
            any_table = any_table or has_table
        return aside

    def _put(self, name: str, piece: _Piece) -> None:
        if piece.columns:
            self._table(name, piece.rows, piece.columns, piece.grid)
            return
        for row in piece.rows:
            for column, text in sorted(piece.grid.texts.get(row, {}).items()):
                self.found.append(Paragraph(self.paragraphs, text, sheet=name, row=row, cell=column))
                self.paragraphs += 1

    def _table(self, name: str, rows: Sequence[int], columns: Sequence[int], grid: Grid) -> None:
        self.rows += len(rows)
        self.cells += len(columns) * len(rows)
        if self.rows > limits.ROWS:
            raise TooManyError("rows")
        if self.cells > limits.CELLS:
            raise TooManyError("cells")
        self.found.append(Table(self.tables, tuple(_rows(rows, columns, grid)), sheet=name))
        self.tables += 1


def _filled(rows: Sequence[int], columns: Sequence[int], grid: Grid) -> list[int]:
    return [row for row in rows if any(column in grid.texts.get(row, ()) for column in columns)]


def _columns(rows: Sequence[int], grid: Grid) -> tuple[list[int], list[int]]:
    """The columns of a table, and those of what stands beside it without lines."""
    columns = sorted(set().union(*(grid.texts[row] for row in rows if row in grid.texts)))
    merges = [merge for row in rows for merge in grid.merges.get(row, ())]
    first = min(merges, default=(columns[-1],))[0]
    last = max([merge[1] for merge in merges], default=columns[0])
    outer = [column for column in columns if not first <= column <= last]
    if not outer or sum(grid.ruled(row) for row in rows) * 2 < len(rows):
        return columns, []
    boxed = [column for column in outer if grid.boxed(column)]
    first, last = min([first, *boxed]), max([last, *boxed])
    inside = [column for column in columns if first <= column <= last]
    return (inside, [c for c in columns if not first <= c <= last]) if inside else (columns, [])


# --- cells ---


@dataclass(frozen=True, slots=True)
class _Build:
    """What rows with the same merged columns have in common: their cells without texts; and by the column that a text
    stands in, which of these it is, with the cell's own column, its place in the table and its width.
    """

    blanks: list[Cell]
    places: dict[int, tuple[int, int, int, int]]


def _rows(numbers: Sequence[int], columns: Sequence[int], grid: Grid) -> list[Row]:
    """The rows of a table: a cell for every column, merged ranges as one."""
    builds: dict[tuple[tuple[int, int], ...], _Build] = {}
    found: list[Row] = []
    for number in numbers:
        merges = grid.merges.get(number, ())
        key = tuple(map(_ACROSS, merges))
        build = builds.get(key)
        if build is None:
            build = builds[key] = _build(columns, merges, grid)
        cells, places = build.blanks.copy(), build.places
        for column, text in grid.texts.get(number, _NONE).items():
            if column in places:  # else it stands beside the table
                at, index, place, span = places[column]
                cells[at] = Cell(text, index, place, span)
        if number in grid.tall:
            for left, right, top, _ in merges:
                if top < number and (start := bisect_left(columns, left)) < bisect_right(columns, right):
                    at, index, place, span = places[columns[start]]
                    cells[at] = _cell(index, place, span, True)
        found.append(Row(number, tuple(cells)))
    return found


_NONE: dict[int, str] = {}
_ACROSS = itemgetter(0, 1)


def _build(columns: Sequence[int], merges: Sequence[Range], grid: Grid) -> _Build:
    spans: list[tuple[int, int, int]] = []
    done = 0
    for left, right, _, _ in merges:
        start, end = bisect_left(columns, left), bisect_right(columns, right)
        if start < end:
            spans += [(columns[at], at, 1) for at in range(done, start)]
            spans.append((columns[start] if left in grid.hidden_columns else left, start, end - start))
            done = end
    spans += [(columns[at], at, 1) for at in range(done, len(columns))]
    return _Build([_cell(*span) for span in spans], {columns[span[1]]: (at, *span) for at, span in enumerate(spans)})


@lru_cache(maxsize=4096)
def _cell(index: int, column: int, span: int, continues: bool = False) -> Cell:
    """A cell without text: tables share them."""
    return Cell("", index, column, span, continues)
