"""A sheet as it is seen: hidden rows and columns left out, merged ranges resolved.

What the sheet displays enters; a :class:`Grid` leaves: texts where they stand, and for every row the merged ranges that
reach over it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .addresses import Place, Range
from .cells import StoredSheet
from .hidden import Hidden
from .shown import Shown, Texts
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
    hidden_rows: Hidden = field(default_factory=lambda: Hidden(()))
    hidden_columns: Hidden = field(default_factory=lambda: Hidden(()))
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
        return row not in self.hidden_rows and column not in self.hidden_columns

    def between(self, first: int, last: int) -> Grid:
        """What stands in some of the columns, both included."""
        texts = {
            row: kept
            for row, line in self.texts.items()
            if (kept := {column: text for column, text in line.items() if first <= column <= last})
        }
        merges = {row: [m for m in found if first <= m[0] <= last] for row, found in self.merges.items()}
        tall = {row for row, found in merges.items() if any(top < bottom for _, _, top, bottom in found)}
        return replace(self, texts=texts, merges=merges, tall=tall)

    def gap(self, row: int, following: int) -> int:
        """How many visible rows lie between two rows."""
        hidden = self.hidden_rows.below(following) - self.hidden_rows.below(row + 1) if self.hidden_rows else 0
        return following - row - 1 - hidden


def grid_of(sheet: StoredSheet, shown: Shown, style: Callable[[str], Style]) -> Grid:
    """The sheet as it is seen. :class:`OverlapError` where its merged ranges are past resolving."""
    grid = Grid(shown.texts, sheet, style, sorted(shown.texts))
    grid.hidden_rows = Hidden((row, row) for row in sheet.hidden_rows)
    grid.hidden_columns = Hidden(sheet.hidden_columns)
    _fill_gaps(grid)
    if sheet.merges and grid.rows:
        _merge(sheet.merges, grid)
    if grid.hidden_rows or grid.hidden_columns:
        _hide(sheet.merges, grid)
    return grid


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
    rows, merges = grid.rows, defaultdict[int, list[Range]](list)
    known, overlap, work = set(rows), False, 0
    for merge in sorted(ranges):
        left, _, top, bottom = merge
        if top == bottom:
            under = [top] if top in known else []
        else:
            under = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
            work += len(under)
            if work > _WORK:
                raise OverlapError
            if under and under[0] != top:
                merge = _lowered(merge, under[0], grid)
            grid.tall.update(under)
        for row in under:
            found = merges[row]
            overlap = overlap or bool(found and left <= found[-1][1])
            found.append(merge)
    if overlap:
        for found in merges.values():
            found.sort()
            found[:] = _apart(found)
    grid.merges = dict(merges)
    for row, found in merges.items():
        if row in grid.texts:
            _uncover(row, found, grid)


def _lowered(merge: Range, row: int, grid: Grid) -> Range:
    """A range that begins in an empty row, from the first row on that is not."""
    left, right, _, bottom = merge
    if grid.texts.get(row, {}).pop(left, None) is not None:
        grid.covered += 1
    return left, right, row, bottom


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
        first = left if row != top else left + 1  # behind its own text
        if first <= right and (right in texts or (first < right and not columns.isdisjoint(range(first, right)))):
            for column in [column for column in texts if first <= column <= right]:
                del texts[column]
                grid.covered += 1
    if not texts:
        del grid.texts[row]


def _hide(ranges: list[Range], grid: Grid) -> None:
    """Leave out what is hidden. The text of a merged range is seen in what of the range is not."""
    for merge in ranges:
        left, right, top, bottom = merge
        row, column = grid.hidden_rows.next_seen(top), grid.hidden_columns.next_seen(left)
        text = grid.texts.get(top, {}).get(left)
        if text is None or (row, column) == (top, left) or row > bottom or column > right:
            continue
        del grid.texts[top][left]
        grid.texts.setdefault(row, {})[column] = text
        if not _holds(grid.rows, row):
            insort(grid.rows, row)
            grid.tall.add(row)
        if merge not in (found := grid.merges.setdefault(row, [])):
            insort(found, merge)
    unseen_rows: list[int] = []
    unseen_columns: set[int] = set()
    for row, texts in list(grid.texts.items()):
        if row in grid.hidden_rows:
            unseen_rows += [row] if grid.texts.pop(row) else []
            continue
        for column in [column for column in texts if column in grid.hidden_columns]:
            del texts[column]
            unseen_columns.add(column)
        if not texts:
            del grid.texts[row]
    grid.unread_rows, grid.unread_columns = sorted(unseen_rows), sorted(unseen_columns)
    grid.rows = [row for row in grid.rows if row not in grid.hidden_rows]
    for row in grid.tall.intersection(grid.rows):
        grid.merges[row] = [_seen(merge, grid) for merge in grid.merges[row]]


def _holds(rows: list[int], row: int) -> bool:
    place = bisect_left(rows, row)
    return place < len(rows) and rows[place] == row


def _seen(merge: Range, grid: Grid) -> Range:
    """A range from the first of the rows on that are seen."""
    left, right, top, bottom = merge
    return left, right, grid.rows[bisect_left(grid.rows, top)], bottom
