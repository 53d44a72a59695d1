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
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
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
    _shared: _Shared = field(default_factory=lambda: _Shared())  # defined further down

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
            inner = (band,) if len(sides) == 1 else bands(band, side)
            found = [part for rows in inner for part in parts(rows, side)]
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
        self.found.append(Table(self.tables, tuple(_rows(rows, columns, grid, self._shared)), sheet=name))
        self.tables += 1


def _filled(rows: Sequence[int], columns: Sequence[int], grid: Grid) -> list[int]:
    return [row for row in rows if any(column in grid.texts.get(row, ()) for column in columns)]


def _columns(rows: Sequence[int], grid: Grid) -> tuple[list[int], list[int]]:
    """The columns of a table, and those of what stands beside it without lines."""
    columns = sorted(set().union(*(grid.texts[row] for row in rows if row in grid.texts)))
    if _reach(rows, columns, grid):
        return columns, []
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


def _reach(rows: Sequence[int], columns: Sequence[int], grid: Grid) -> bool:
    """Whether the merged ranges of some rows reach from the first column to the last: then none lies outside."""
    first, last = columns[0], columns[-1]
    left = right = False
    for row in rows:
        for merge in grid.merges.get(row, ()):
            left = left or merge[0] <= first
            right = right or merge[1] >= last
            if left and right:
                return True
    return False


# --- cells ---


_new_cell: Callable[[type[Cell], tuple[object, ...]], Cell] = tuple.__new__
"""Half the time of ``Cell(…)``, as for Word files."""


class _Cells(dict[str, Cell]):
    """Cells by their texts, at one column and of one width: a workbook has each once, as labels, scores and figures
    come again in row after row and sheet after sheet.
    """

    def __init__(self, *place: int) -> None:
        super().__init__()
        self._place = place

    def __missing__(self, text: str) -> Cell:
        found = self[text] = _new_cell(Cell, (text, *self._place, False))
        return found


class _Template(NamedTuple):
    """What rows with the same merged ranges have in common: their cells without texts; and by the column that a text
    stands in, which of these it is, and what that cell is with a text.
    """

    blanks: list[Cell]
    places: dict[int, tuple[int, _Cells]]


_Across = tuple[int, int, bool]
"""First and last column of a merged range, and whether the row only continues it."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the tables of a workbook share: templates by their columns and merged ranges, and cells by their place."""

    templates: dict[tuple[int, ...], dict[tuple[_Across, ...], _Template]] = field(default_factory=dict)
    cells: dict[tuple[int, int, int], _Cells] = field(default_factory=dict)

    def at(self, index: int, column: int, span: int) -> _Cells:
        """The cells at a place."""
        place = index, column, span
        if place not in self.cells:
            self.cells[place] = _Cells(*place)
        return self.cells[place]


def _rows(numbers: Sequence[int], columns: Sequence[int], grid: Grid, shared: _Shared) -> list[Row]:
    """The rows of a table: a cell for every column, merged ranges as one."""
    templates = {} if grid.hidden_columns else shared.templates.setdefault(tuple(columns), {})
    found: list[Row] = []

    def known(across: tuple[_Across, ...]) -> _Template:
        if across not in templates:
            templates[across] = _template(columns, across, grid, shared)
        return templates[across]

    above: Sequence[Range] = ()
    template = known(())
    below: _Template | None = template
    for number in numbers:
        merges = grid.merges.get(number, ())
        if merges is not above and merges != above:
            template = known(tuple([(left, right, top < number) for left, right, top, _ in merges]))
            above, below = merges, None
        elif below is None:  # the row above may be the first of a merged range; this one and those that follow are not
            below = template = known(tuple([(left, right, True) for left, right, _, _ in merges]))
        blanks, places = template
        cells = blanks.copy()
        for column, text in grid.texts.get(number, _NONE).items():
            if column in places:  # else it stands beside the table
                at, by_text = places[column]
                cells[at] = by_text[text]
        found.append(Row(number, tuple(cells)))
    return found


_NONE: dict[int, str] = {}


def _template(columns: Sequence[int], merges: Sequence[_Across], grid: Grid, shared: _Shared) -> _Template:
    spans: list[tuple[int, int, int]] = []
    continued: list[int] = []
    done = 0
    for left, right, continues in merges:
        start, end = bisect_left(columns, left), bisect_right(columns, right)
        if start < end:
            spans += [(columns[at], at, 1) for at in range(done, start)]
            spans.append((columns[start] if left in grid.hidden_columns else left, start, end - start))
            done = end
            continued += [columns[start]] if continues else []
    spans += [(columns[at], at, 1) for at in range(done, len(columns))]
    blanks = [_cell(*span) for span in spans]
    places = {columns[span[1]]: (at, shared.at(*span)) for at, span in enumerate(spans)}
    for column in continued:
        at, _ = places.pop(column)
        blanks[at] = _cell(*spans[at], True)
    return _Template(blanks, places)


@lru_cache(maxsize=4096)
def _cell(index: int, column: int, span: int, continues: bool = False) -> Cell:
    """A cell without text: tables share them."""
    return Cell("", index, column, span, continues)
