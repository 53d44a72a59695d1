"""Headers are trees: labels that stand over others, cut by merges, by empty cells, or by cells that are missing.

The rows of a header enter; its columns leave from left to right, each with the labels over it from the top down.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from jixiao.model import Cell
from jixiao.model.classes import dataclass

from .lines import Line, is_blank, joined

_MOST = 6
"""More columns than this stand under no label."""
_FIRST = 2
"""What it costs to cut the first label: it mostly names the whole block, and is merged downward."""
_NEVER = -(10**6)
Suits = Callable[[str, str], int]
"""How well a label (second) stands under another (first): points, negative where it does not."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a header: the cells over it from the top down (empty ones left out, but for a column that has no
    label at all), the rows they stand in, and what it covers of the grid.
    """

    cells: tuple[Cell, ...]
    lines: tuple[Line, ...]
    start: int
    end: int
    sure: bool = True
    """Whether it is certain which labels stand over it."""

    @property
    def cell(self) -> Cell:
        """The lowest of its labels."""
        return self.cells[-1]

    @property
    def line(self) -> Line:
        """The row of its lowest label."""
        return self.lines[-1]

    @property
    def path(self) -> tuple[str, ...]:
        """Its labels from the top down."""
        return tuple(cell.text for cell in self.cells)


def header_columns(header: Sequence[Line], suits: Suits) -> list[Column]:
    """The columns of a header of one or more rows."""
    top, *below = header
    result = [_column(top, cell) for cell in top.cells]
    for line in below:
        result = _by_grid(result, line) if _same_grid(result, line) else _by_order(result, line, suits)
    return result


def goes_on(line: Line, header: Sequence[Line]) -> bool:
    """Whether a row directly under a header is a part of it by its merges alone: it cuts a label above into several,
    and nothing of its own stands anywhere else.
    """
    if not line.grid:
        return False
    last = header[-1]
    cut: dict[int, int] = {}
    merged = 0
    for cell in line.cells:
        over = next((above for above in last.cells if above.column <= cell.column < above.column + above.span), None)
        if cell.continues or (over is not None and over.span == cell.span and says_the_same(over, cell)):
            merged += bool(cell.column)
        elif not cell.column and is_blank(cell.text):
            continue
        elif over is None or is_blank(over.text) or over.continues or is_blank(cell.text):
            return False
        else:
            cut[over.index] = cut.get(over.index, 0) + 1
    return bool(cut) and min(cut.values()) > 1 and merged > 0


def says_the_same(over: Cell, cell: Cell) -> bool:
    """Whether a cell says what the one above it says: merged once, and written out by whoever undid the merge."""
    return joined(over.text) == joined(cell.text)


def begins(lines: Sequence[Line], place: int) -> int:
    """The row in which the header at ``place`` begins: its cells may be merged from rows above."""
    first = place
    while first and lines[first].grid and _under(lines[first - 1], lines[first]):
        first -= 1
    return first


def _under(above: Line, line: Line) -> bool:
    """Whether cells other than the first are merged from the row above, and others stand under a label of it."""
    return above.table == line.table and any(cell.continues and cell.column for cell in line.cells)


def _column(line: Line, cell: Cell) -> Column:
    start, end = (cell.column, cell.column + cell.span) if line.grid else (-1, -1)
    return Column((cell,), (line,), start, end)


def _with(over: Column, line: Line, cell: Cell) -> Column:
    own = _column(line, cell)
    if is_blank(over.cell.text) or is_blank(cell.text):
        return own
    return Column((*over.cells, cell), (*over.lines, line), own.start, own.end)


def _same_grid(above: Sequence[Column], line: Line) -> bool:
    """Whether the columns of a row can be believed: it is as wide as the header above it, or its cells keep their
    places though others are missing between them; and what goes on from above goes on with one whole column.
    """
    if not line.grid or any(column.start < 0 for column in above):
        return False
    if line.end != above[-1].end and not line.has_gaps:
        return False
    there = {(column.start, column.end) for column in above}
    return all((c.column, c.column + c.span) in there for c in line.cells if c.continues)


def _by_grid(above: Sequence[Column], line: Line) -> list[Column]:
    result: list[Column] = []
    for over in above:
        inside = [cell for cell in line.cells if over.start <= cell.column < over.end]
        if all(is_blank(cell.text) or says_the_same(over.cell, cell) for cell in inside):
            result.append(over)
        else:
            result += [_with(over, line, cell) for cell in inside]
    return result


def _by_order(above: Sequence[Column], line: Line, suits: Suits) -> list[Column]:
    """The best way to put the cells of a row, in their order, under the labels above: an empty cell under one that is
    merged downward, several labels under one that they cut, no cell where merged cells are missing. Empty cells that
    somebody added at the end are left out.
    """
    cells = line.cells
    points, cuts = _cuts(above, line, cells, suits)
    while len(cells) > 1 and is_blank(cells[-1].text):
        cells = cells[:-1]
        fewer = _cuts(above, line, cells, suits)
        if fewer[0] > points:
            points, cuts = fewer
    if points < 0:
        return [replace(column, sure=False) for column in above]
    cells = line.cells[: cuts[-1]]
    result: list[Column] = []
    sure = True
    for over, (first, end) in zip(above, pairwise(cuts), strict=True):
        under = cells[first:end]
        if all(is_blank(cell.text) or says_the_same(over.cell, cell) for cell in under):
            result.append(over)
            continue
        start = over.start
        for cell in under:
            own = _with(over, line, cell)
            stop = start + cell.span if start >= 0 else -1
            result.append(Column(own.cells, own.lines, start, stop))
            sure = sure and (is_blank(cell.text) or suits(over.cell.text, cell.text) > 0)
            start = stop
    return result if sure else [replace(column, sure=False) for column in result]


def _cuts(above: Sequence[Column], line: Line, cells: Sequence[Cell], suits: Suits) -> tuple[int, list[int]]:
    """The points of the best way, and where on it the cells under each label begin and the last of them end."""
    n, m = len(above), len(cells)
    best = [[_NEVER] * (m + 1) for _ in range(n + 1)]
    taken = [[0] * (m + 1) for _ in range(n + 1)]
    best[0][0] = 0
    for i in range(n):
        for j in range(m + 1):
            if best[i][j] == _NEVER:
                continue
            for count in range(min(_MOST, m - j) + 1):
                total = best[i][j] + _fits(above[i], line, cells[j : j + count], suits)
                total -= _FIRST if i == 0 and count > 1 else 0
                if total > best[i + 1][j + count]:
                    best[i + 1][j + count] = total
                    taken[i + 1][j + count] = count
    cuts = [m]
    for i in range(n, 0, -1):
        cuts.append(cuts[-1] - taken[i][cuts[-1]])
    return best[n][m], cuts[::-1]


def _fits(over: Column, line: Line, under: Sequence[Cell], suits: Suits) -> int:
    filled = [cell for cell in under if not is_blank(cell.text)]
    if not under:
        return 0
    same = over.start < 0 or not line.grid or sum(cell.span for cell in under) == over.end - over.start
    if not filled or (len(under) == 1 and same and says_the_same(over.cell, under[0])):
        return 1 + 4 * len(filled) if len(under) == 1 else _NEVER
    if is_blank(under[0].text) or is_blank(under[-1].text):
        return _NEVER
    points = len(filled) - len(under) + sum(suits(over.cell.text, cell.text) for cell in filled)
    if line.grid and over.start >= 0:
        points += 2 if sum(cell.span for cell in under) == over.end - over.start else -2
    return points - (1 if len(under) == 1 else 0)
