"""From a sheet to blocks: which rows are tables, and which texts stand around them as paragraphs.

A :class:`~.grid.Grid` enters; paragraphs and tables leave in the order of the sheet. A sheet has no paragraphs of its
own, so these decisions are made from what a reader sees:

- Rows that nothing separates belong together; an empty row without lines begins something new, unless a merged range
  reaches over it.
- Where cells have lines around them, the lines are the table. Rows above and below without lines are words around it.
- Where no lines are drawn, annex, title, year and unit of money stand over a table, notes and signatures under it.
- A title further down begins another table.
- What stands beside a ruled table, without lines of its own, is no part of it.

The columns of a table are those in which some cell begins with a text: a column that is only reached over by merged
ranges, or empty from top to bottom, is none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from jixiao.model import Block, Cell, Paragraph, Row, Table

from .. import limits
from .addresses import Range
from .grid import Grid
from .parts import parts


class TooManyError(Exception):
    """A workbook would give more rows or cells than a file may have; ``what`` is ``rows`` or ``cells``."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


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
        for band in _bands(grid):
            for is_table, rows in parts(band, grid):
                if is_table:
                    self._table(name, rows, grid)
                else:
                    self._words(name, rows, grid)

    def _words(self, name: str, rows: Sequence[int], grid: Grid) -> None:
        for row in rows:
            for column, text in sorted(grid.texts.get(row, {}).items()):
                self.found.append(Paragraph(self.paragraphs, text, sheet=name, row=row, cell=column))
                self.paragraphs += 1

    def _table(self, name: str, rows: Sequence[int], grid: Grid) -> None:
        columns = sorted(set().union(*(grid.texts[row] for row in rows if row in grid.texts)))
        inside, beside = _beside(columns, rows, grid)
        for group in (inside, beside):
            if not group:
                continue
            self.rows += len(rows)
            self.cells += len(group) * len(rows)
            if self.rows > limits.ROWS:
                raise TooManyError("rows")
            if self.cells > limits.CELLS:
                raise TooManyError("cells")
            built = _rows(rows, group, grid)
            if group is beside:
                built = [row for row in built if any(cell.text for cell in row.cells)]
            self.found.append(Table(self.tables, tuple(built), sheet=name))
            self.tables += 1


def _bands(grid: Grid) -> Iterator[list[int]]:
    """Rows that belong together, by what separates them."""
    band: list[int] = []
    for row in grid.rows:
        if band and row - band[-1] > 1 and grid.gap(band[-1], row) and not _reaches(band[-1], row, grid):
            yield from _trimmed(band, grid)
            band = []
        band.append(row)
    yield from _trimmed(band, grid)


def _reaches(row: int, following: int, grid: Grid) -> bool:
    return any(bottom >= following for _, _, _, bottom in grid.merges.get(row, ()))


def _trimmed(band: list[int], grid: Grid) -> Iterator[list[int]]:
    """A band without the rows at its edges that hold no text; nothing where none does."""
    filled = [place for place, row in enumerate(band) if row in grid.texts]
    if filled:
        yield band[filled[0] : filled[-1] + 1]


def _beside(columns: list[int], rows: Sequence[int], grid: Grid) -> tuple[list[int], list[int]]:
    """The columns of a table, and those of what stands beside it without lines."""
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
        key = tuple([merge[:2] for merge in merges])
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
    return _Build(
        [_cell(*span) for span in spans], {columns[span[1]]: (at, *span) for at, span in enumerate(spans)}
    )


@lru_cache(maxsize=4096)
def _cell(index: int, column: int, span: int, continues: bool = False) -> Cell:
    """A cell without text: tables share them."""
    return Cell("", index, column, span, continues)
