"""A sheet as it is seen: hidden rows and columns left out, merged ranges resolved.

What the sheet displays enters; a :class:`Grid` leaves: texts where they stand, and for every cell under a merged range
which range that is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from .addresses import LAST_COLUMN
from .cells import StoredSheet
from .shown import Place, Shown

WORK = 4_000_000
"""Cells under merged ranges that are looked at for one sheet."""


class OverlapError(Exception):
    """Merged ranges lie over each other many times."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range: first row, first column, last row, last column, all included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """The visible sheet. ``rows`` are those that hold a text or lines, in order; ``under`` tells the merged range over
    a cell, by row and column.
    """

    texts: dict[int, dict[int, str]]
    boxed: dict[int, set[int]]
    ruled: set[int]
    rows: list[int] = field(default_factory=list)
    under: dict[int, dict[int, Merge]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: frozenset[int] = frozenset()
    unread_rows: list[int] = field(default_factory=list)
    """Hidden rows that hold texts."""
    unread_columns: list[int] = field(default_factory=list)
    covered: int = 0
    """Texts under a merged range."""

    def sees(self, place: Place) -> bool:
        """Whether a cell is neither hidden nor covered."""
        row, column = place
        if column in self.texts.get(row, ()):
            return True
        merge = self.under.get(row, {}).get(column)
        if merge is not None and (merge.top, merge.left) != place:
            return False
        return not self.hides(row) and column not in self.hidden_columns

    def hides(self, row: int) -> bool:
        """Whether a row is hidden."""
        place = bisect_left(self.hidden_rows, row)
        return place < len(self.hidden_rows) and self.hidden_rows[place] == row

    def gap(self, row: int, following: int) -> int:
        """How many visible rows lie between two rows."""
        hidden = bisect_left(self.hidden_rows, following) - bisect_right(self.hidden_rows, row)
        return following - row - 1 - hidden


def grid_of(sheet: StoredSheet, shown: Shown) -> Grid:
    """The sheet as it is seen. :class:`OverlapError` where its merged ranges are past resolving."""
    grid = Grid(shown.texts, shown.boxed, shown.ruled)
    grid.hidden_rows = sorted(sheet.hidden_rows)
    grid.hidden_columns = _columns(sheet.hidden_columns)
    if not grid.texts:
        return grid
    first, last = min(grid.texts), max(grid.texts)
    grid.rows = sorted({row for row in grid.boxed if first < row < last} | grid.texts.keys())
    if sheet.merges:
        _merge([Merge(*cells) for cells in sheet.merges], grid)
    if grid.hidden_rows or grid.hidden_columns:
        _hide(grid)
    grid.rows = [row for row in grid.rows if row in grid.texts or (row in grid.boxed and not grid.hides(row))]
    return grid


def _columns(ranges: list[tuple[int, int]]) -> frozenset[int]:
    found: set[int] = set()
    done = -1
    for first, last in sorted(ranges):
        found.update(range(max(first, done + 1), min(last, LAST_COLUMN) + 1))
        done = max(done, min(last, LAST_COLUMN))
    return frozenset(found)


def _merge(merges: list[Merge], grid: Grid) -> None:
    """Mark what lies under each range, and take away the texts that it covers. Of two ranges over each other the
    first counts.
    """
    columns = sorted({column for texts in grid.texts.values() for column in texts})
    work = 0
    for merge in merges:
        across = columns[bisect_left(columns, merge.left) : bisect_right(columns, merge.right)]
        down = grid.rows[bisect_left(grid.rows, merge.top) : bisect_right(grid.rows, merge.bottom)]
        work += len(across) * len(down) + 1
        if work > WORK:
            raise OverlapError
        if any(not grid.under[row].keys().isdisjoint(across) for row in down if row in grid.under):
            continue
        grid.merges.append(merge)
        for row in down:
            grid.under.setdefault(row, {}).update(dict.fromkeys(across, merge))
            texts = grid.texts.get(row, {})
            for column in across:
                if column in texts and (row, column) != (merge.top, merge.left):
                    del texts[column]
                    grid.covered += 1
    _drop_blank_rows(grid)


def _hide(grid: Grid) -> None:
    """Leave out what is hidden. The text of a merged range is seen in what of the range is not."""
    for merge in grid.merges:
        text = grid.texts.get(merge.top, {}).get(merge.left)
        if text is None or not (grid.hides(merge.top) or merge.left in grid.hidden_columns):
            continue
        row = next((row for row in range(merge.top, merge.bottom + 1) if not grid.hides(row)), None)
        column = next((c for c in range(merge.left, merge.right + 1) if c not in grid.hidden_columns), None)
        if row is not None and column is not None:
            del grid.texts[merge.top][merge.left]
            grid.texts.setdefault(row, {})[column] = text
            grid.under.setdefault(row, {})[column] = merge
            if row not in grid.rows:
                grid.rows.insert(bisect_left(grid.rows, row), row)
    _drop_blank_rows(grid)
    grid.unread_rows = sorted(row for row in grid.texts if grid.hides(row))
    for row in grid.unread_rows:
        del grid.texts[row]
    unseen: set[int] = set()
    for texts in grid.texts.values():
        for column in grid.hidden_columns & texts.keys():
            del texts[column]
            unseen.add(column)
    grid.unread_columns = sorted(unseen)
    _drop_blank_rows(grid)


def _drop_blank_rows(grid: Grid) -> None:
    for row in [row for row, texts in grid.texts.items() if not texts]:
        del grid.texts[row]


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers in order as first and last of each unbroken run."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
