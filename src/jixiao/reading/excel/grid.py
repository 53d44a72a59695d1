"""A sheet as it is seen: hidden rows and columns left out, merged ranges resolved.

What the sheet displays enters; a :class:`Grid` leaves: texts where they stand, and for every row the merged ranges that
reach over it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from .addresses import LAST_COLUMN, Range
from .cells import StoredSheet
from .shown import Place, Shown, Texts
from .styles import Style

_WORK = 2_000_000
"""Rows under merged ranges that are looked at for one sheet."""


class OverlapError(Exception):
    """More rows lie under merged ranges than any sheet needs."""


@dataclass(slots=True)
class Grid:
    """The visible sheet. ``rows`` are those that hold a text, and the empty ones with lines between them, in order."""

    texts: Texts
    sheet: StoredSheet
    style: Callable[[str], Style]
    rows: list[int] = field(default_factory=list)
    merges: dict[int, list[Range]] = field(default_factory=dict)
    """Merged ranges by row, from left to right; their first row is the first of ``rows`` that they reach over."""
    tall: set[int] = field(default_factory=set)
    """Rows that a merged range of several rows reaches over."""
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: frozenset[int] = frozenset()
    unread_rows: list[int] = field(default_factory=list)
    """Hidden rows that hold texts."""
    unread_columns: list[int] = field(default_factory=list)
    covered: int = 0
    """Texts under a merged range."""
    _ruled: dict[int, bool] = field(default_factory=dict)
    _boxed: dict[int, bool] = field(default_factory=dict)

    def ruled(self, row: int) -> bool:
        """Whether a cell of the row has a line on its left or right, as cells of a table have."""
        found = self._ruled.get(row)
        if found is None:
            found = self._ruled[row] = any(self.style(key).ruled for key in self.sheet.looks.row(row))
        return found

    def boxed(self, column: int) -> bool:
        """Whether a cell of the column has a line on any side."""
        found = self._boxed.get(column)
        if found is None:
            found = self._boxed[column] = any(self.style(key).boxed for key in self.sheet.looks.column(column))
        return found

    def sees(self, place: Place) -> bool:
        """Whether a cell is neither hidden nor covered."""
        row, column = place
        if column in self.texts.get(row, ()):
            return True
        for left, right, top, _ in self.merges.get(row, ()):
            if left <= column <= right and (top, left) != place:
                return False
        return not self.hides(row) and column not in self.hidden_columns

    def hides(self, row: int) -> bool:
        """Whether a row is hidden."""
        place = bisect_left(self.hidden_rows, row)
        return place < len(self.hidden_rows) and self.hidden_rows[place] == row

    def gap(self, row: int, following: int) -> int:
        """How many visible rows lie between two rows."""
        if not self.hidden_rows:
            return following - row - 1
        hidden = bisect_left(self.hidden_rows, following) - bisect_right(self.hidden_rows, row)
        return following - row - 1 - hidden


def grid_of(sheet: StoredSheet, shown: Shown, style: Callable[[str], Style]) -> Grid:
    """The sheet as it is seen. :class:`OverlapError` where its merged ranges are past resolving."""
    grid = Grid(shown.texts, sheet, style, sorted(shown.texts))
    grid.hidden_rows = sorted(sheet.hidden_rows)
    grid.hidden_columns = _columns(sheet.hidden_columns)
    _fill_gaps(grid)
    if sheet.merges and grid.rows:
        _merge(sheet.merges, grid)
    if grid.hidden_rows or grid.hidden_columns:
        _hide(sheet.merges, grid)
    return grid


def _columns(ranges: list[tuple[int, int]]) -> frozenset[int]:
    found: set[int] = set()
    done = -1
    for first, last in sorted(ranges):
        found.update(range(max(first, done + 1), min(last, LAST_COLUMN) + 1))
        done = max(done, min(last, LAST_COLUMN))
    return frozenset(found)


_GAP = 200
"""Empty rows in one piece that may belong to a table."""


def _fill_gaps(grid: Grid) -> None:
    """Add the empty rows that have lines, between rows that hold texts."""
    found: list[int] = []
    for row in grid.rows:
        if found and 1 < row - found[-1] <= _GAP:
            found += [between for between in range(found[-1] + 1, row) if grid.ruled(between)]
        found.append(row)
    grid.rows = found


def _merge(ranges: list[Range], grid: Grid) -> None:
    """Sort the ranges into the rows that they reach over, and take away the texts that they cover. Of ranges over
    each other that on the left counts.
    """
    rows, merges = grid.rows, {row: list[Range]() for row in grid.rows}
    work = 0
    for merge in ranges:
        _, _, top, bottom = merge
        if top == bottom:
            if top in merges:
                merges[top].append(merge)
            continue
        under = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
        work += len(under)
        if work > _WORK:
            raise OverlapError
        if under and under[0] != top:
            merge = _lowered(merge, under[0], grid)
        grid.tall.update(under)
        for row in under:
            merges[row].append(merge)
    for row, found in merges.items():
        if not found:
            continue
        if len(found) > 1:
            found.sort()
            if _overlap(found):
                found = _apart(found)
        grid.merges[row] = found
        if row in grid.texts:
            _uncover(row, found, grid)


def _lowered(merge: Range, row: int, grid: Grid) -> Range:
    """A range that begins in an empty row, from the first row on that is not."""
    left, right, _, bottom = merge
    if grid.texts.get(row, {}).pop(left, None) is not None:
        grid.covered += 1
    return left, right, row, bottom


def _overlap(merges: list[Range]) -> bool:
    end = -1
    for left, right, _, _ in merges:
        if left <= end:
            return True
        end = right
    return False


def _apart(merges: list[Range]) -> list[Range]:
    """The ranges of a row, from the left, without those that lie over one before them."""
    kept: list[Range] = []
    for merge in merges:
        if not kept or kept[-1][1] < merge[0]:
            kept.append(merge)
    return kept


def _uncover(row: int, merges: list[Range], grid: Grid) -> None:
    """Take away the texts of a row that lie under a merged range and are not its own."""
    texts = grid.texts[row]
    columns = texts.keys()
    for left, right, top, _ in merges:
        first = left + (row == top)
        if not columns.isdisjoint(range(first, right + 1)):
            for column in [column for column in texts if first <= column <= right]:
                del texts[column]
                grid.covered += 1
    if not texts:
        del grid.texts[row]


def _hide(ranges: list[Range], grid: Grid) -> None:
    """Leave out what is hidden. The text of a merged range is seen in what of the range is not."""
    for left, right, top, bottom in ranges:
        text = grid.texts.get(top, {}).get(left)
        if text is None or not (grid.hides(top) or left in grid.hidden_columns):
            continue
        row = next((row for row in range(top, bottom + 1) if not grid.hides(row)), None)
        column = next((c for c in range(left, right + 1) if c not in grid.hidden_columns), None)
        if row is not None and column is not None:
            del grid.texts[top][left]
            grid.texts.setdefault(row, {})[column] = text
            if row not in grid.rows:
                grid.rows.insert(bisect_left(grid.rows, row), row)
                grid.merges.setdefault(row, []).append((left, right, top, bottom))
    grid.unread_rows = sorted(row for row, texts in grid.texts.items() if texts and grid.hides(row))
    unseen: set[int] = set()
    for row, texts in list(grid.texts.items()):
        for column in grid.hidden_columns & texts.keys():
            del texts[column]
            if not grid.hides(row):
                unseen.add(column)
        if not texts or grid.hides(row):
            del grid.texts[row]
    grid.unread_columns = sorted(unseen)
    grid.rows = [row for row in grid.rows if not grid.hides(row)]


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers in order as first and last of each unbroken run."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
