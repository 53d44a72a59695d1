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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from jixiao.model import Block, Cell, Paragraph, Row, Table

from .. import limits
from .grid import Grid, Merge
from .words import begins_form, goes_on, stands_over, stands_under


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
            for is_table, rows in _parts(band, grid):
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
        columns = sorted({column for row in rows for column in grid.texts.get(row, ())})
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
            built = (_row(number, group, rows, grid) for number in rows)
            seen = tuple(row for row in built if group is inside or any(cell.text for cell in row.cells))
            self.found.append(Table(self.tables, seen, sheet=name))
            self.tables += 1


def _bands(grid: Grid) -> Iterator[list[int]]:
    """Rows that belong together, by what separates them."""
    reach = _reach(grid)
    band: list[int] = []
    until = -1
    for row in grid.rows:
        if band and grid.gap(band[-1], row) and until < row:
            yield from _trimmed(band, grid)
            band = []
        band.append(row)
        until = max(until, reach.get(row, -1))
    yield from _trimmed(band, grid)


def _reach(grid: Grid) -> dict[int, int]:
    """How far down merged ranges reach, by the first row of the sheet's that they are seen in."""
    found: dict[int, int] = {}
    for merge in grid.merges:
        if merge.bottom > merge.top and (place := bisect_left(grid.rows, merge.top)) < len(grid.rows):
            row = grid.rows[place]
            if row <= merge.bottom and grid.texts.get(row):
                found[row] = max(found.get(row, -1), merge.bottom)
    return found


def _trimmed(band: list[int], grid: Grid) -> Iterator[list[int]]:
    """A band without the rows at its edges that hold no text; nothing where none does."""
    filled = [i for i, row in enumerate(band) if row in grid.texts]
    if filled:
        yield band[filled[0] : filled[-1] + 1]


# --- words and tables ---


def _parts(band: Sequence[int], grid: Grid) -> Iterator[tuple[bool, list[int]]]:
    """A band cut into words (False) and tables (True)."""
    look = _Look(band, grid)
    start = 0
    while start < len(band):
        over = look.over(start)
        if over > start:
            yield False, list(band[start:over])
        end, under = look.table_end(over)
        if end > over:
            yield True, list(band[over:end])
        if under > end:
            yield False, list(band[end:under])
        start = under


class _Look:
    """How the rows of a band look."""

    def __init__(self, band: Sequence[int], grid: Grid) -> None:
        self._texts = [[text for _, text in sorted(grid.texts.get(row, {}).items())] for row in band]
        tall = {row for merge in grid.merges if merge.bottom > merge.top for row in _rows_of(merge, band)}
        self._tall = [row in tall for row in band]
        ruled = [row in grid.ruled for row in band]
        self._has_rules = any(ruled[i] and len(texts) > 1 for i, texts in enumerate(self._texts))
        self._loose = [self._has_rules and not there for there in ruled]
        self._length = len(band)

    def over(self, start: int) -> int:
        """Where the words that stand over a table end; they end with the last one that looks like words."""
        end = at = start
        while at < self._length and self._may_be_words(at):
            at += 1
            if self._is_words(at - 1, stands_over) or self._loose[at - 1]:
                end = at
        if all(len(texts) < 2 for texts in self._texts[at:]):
            return self._length  # no table follows
        return at if at and self._loose[at - 1] else end

    def table_end(self, start: int) -> tuple[int, int]:
        """Where the table that begins there ends, and where the words under it do."""
        at = start
        while at < self._length:
            if at > start and self._begins(at):
                return at, at
            if at > start and self._closes(at):
                under = at + 1
                while under < self._length and self._follows(under):
                    under += 1
                if self._ends_table(at, under):
                    return at, under
                at = under - 1
            at += 1
        return self._length, self._length

    def _may_be_words(self, at: int) -> bool:
        """Whether a row can stand outside a table: a text alone, or several that all look like words around it."""
        texts = self._texts[at]
        if self._tall[at] or not texts:
            return False
        if self._has_rules and not self._loose[at]:
            return len(texts) == 1 and stands_over(texts[0])
        if len(texts) == 1:
            return self._loose[at] or stands_over(texts[0]) or not _is_labelled(texts[0])
        return self._is_words(at, stands_over) or self._is_words(at, stands_under)

    def _is_words(self, at: int, look: Callable[[str], bool]) -> bool:
        texts = self._texts[at]
        return bool(texts) and not self._tall[at] and len(texts) <= 6 and all(look(text) for text in texts)

    def _begins(self, at: int) -> bool:
        """Whether another table begins: a title alone in its row, with more than words behind it."""
        texts = self._texts[at]
        if self._tall[at] or len(texts) != 1 or not begins_form(texts[0]):
            return False
        return any(len(behind) > 1 for behind in self._texts[at + 1 :])

    def _closes(self, at: int) -> bool:
        """Whether words under a table begin: without lines below a ruled one, a note or signature below another."""
        if self._loose[at]:
            return self._may_be_words(at)
        return not self._has_rules and self._is_words(at, stands_under)

    def _follows(self, at: int) -> bool:
        if self._begins(at):
            return False
        if self._loose[at]:
            return self._may_be_words(at)
        texts = self._texts[at]
        return not self._has_rules and (
            self._is_words(at, stands_under) or (len(texts) == 1 and not self._tall[at] and goes_on(texts[0]))
        )

    def _ends_table(self, at: int, under: int) -> bool:
        """Whether words between rows of a table really end it: at the bottom, before a title, or by what they say."""
        if under == self._length or self._begins(under):
            return True
        return self._has_rules and any(
            self._is_words(row, stands_under) or self._is_words(row, begins_form) for row in range(at, under)
        )


def _rows_of(merge: Merge, band: Sequence[int]) -> Sequence[int]:
    return band[bisect_left(band, merge.top) : bisect_right(band, merge.bottom)]


def _is_labelled(text: str) -> bool:
    """Whether a text is a label with its value behind a colon, as in the head of a form."""
    head, colon, _ = text.replace(":", "：").partition("：")
    return bool(colon) and len(head.strip()) <= 12


# --- cells ---


def _beside(columns: list[int], rows: Sequence[int], grid: Grid) -> tuple[list[int], list[int]]:
    """The columns of a table, and those of what stands beside it without lines."""
    boxed = {column for row in rows for column in grid.boxed.get(row, ())}
    ruled = sum(row in grid.ruled for row in rows)
    if not boxed or ruled * 2 < len(rows):
        return columns, []
    reached = {column for row in rows for column in grid.under.get(row, ())} | boxed
    left, right = min(reached), max(reached)
    return [c for c in columns if left <= c <= right], [c for c in columns if not left <= c <= right]


def _row(number: int, columns: Sequence[int], rows: Sequence[int], grid: Grid) -> Row:
    """A row of a table: a cell for every column, merged ranges as one."""
    texts, under = grid.texts.get(number, {}), grid.under.get(number, {})
    cells: list[Cell] = []
    done: Merge | None = None
    for place, column in enumerate(columns):
        merge = under.get(column)
        if merge is None:
            cells.append(Cell(texts.get(column, ""), column, place))
        elif merge is not done:
            done = merge
            span = bisect_right(columns, merge.right) - place
            first = number == rows[bisect_left(rows, merge.top)]
            index = column if merge.left in grid.hidden_columns else merge.left
            cells.append(Cell(texts.get(column, "") if first else "", index, place, span, not first))
    return Row(number, tuple(cells))
