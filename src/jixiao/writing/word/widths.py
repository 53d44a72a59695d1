"""The widths of the columns of a table in twips: those of its layout, then wide enough for every number, then such that
its rows are as low as they can be. A laid out table and a size of type enter, widths leave; their sum never changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...forms.layouts import LaidCell, LaidTable
from .measure import EM, lines, longest_figure
from .xml import twips

SIDES = 64
"""What a cell keeps free beside its text."""
INSET = 70
"""What an amount keeps free at its right."""
_STEP = 57
"""One millimetre: the step in which columns give and take."""
_LABEL = 3
"""So many lines a label may have."""
_MOST = 60
"""After so many steps the widths are as good as they get."""


def columns(widths: Sequence[Decimal]) -> tuple[int, ...]:
    """Millimetres in twips; their running sums are those of the millimetres, so that no rounding error adds up."""
    ends = [twips(sum(widths[: i + 1], Decimal(0))) for i in range(len(widths))]
    return tuple(end - start for start, end in zip([0, *ends], ends, strict=False))


def room(width: int, size: Decimal, cell: LaidCell | None = None) -> int:
    """Thousandths of an em on a line of a cell so wide; a fiftieth is kept for faces that run wider."""
    free = width - SIDES - (INSET if cell and cell.align == "right" else 0)
    return max(int(free * EM * 49 / (size * 20 * 50)), EM)


def wide_enough(table: LaidTable, widths: Sequence[int], size: Decimal) -> tuple[int, ...]:
    """The widths with every column at least as wide as its longest number; those that have most to spare give."""
    result = list(widths)
    least = _least(table, result, size)
    for column, wanted in enumerate(least):
        while (lacks := wanted - result[column]) > 0:
            giver = max(range(len(result)), key=lambda i: (result[i] - least[i], -i))
            gives = min(lacks, _STEP, result[giver] - least[giver])
            if gives <= 0:
                break
            result[giver] -= gives
            result[column] += gives
    return tuple(result)


def _least(table: LaidTable, widths: Sequence[int], size: Decimal) -> list[int]:
    """What each column needs for the longest number in it, and for two signs side by side."""
    two = _needs(2 * EM, size, inset=False)
    least = [min(two, width) for width in widths]
    wider = sorted(table.cells(), key=lambda cell: cell.span)
    for cell in wider:
        needs = _needs(longest_figure(cell.text), size, inset=cell.align == "right") if cell.text else 0
        span = range(cell.column, cell.column + cell.span)
        if (lacks := needs - sum(max(least[i], widths[i] if cell.span > 1 else 0) for i in span)) > 0:
            last = span[-1]
            least[last] = max(least[last], widths[last] if cell.span > 1 else 0) + lacks
    most = sum(widths)
    return [one * most // sum(least) for one in least] if sum(least) > most else least


def _needs(wide: int, size: Decimal, *, inset: bool) -> int:
    return int(wide * size * 20 * 50 / (EM * 49)) + 1 + SIDES + (INSET if inset else 0)


def improved(table: LaidTable, widths: Sequence[int], size: Decimal) -> tuple[int, ...]:
    """Widths with which the rows take the fewest lines: millimetre by millimetre a column takes from another, as long
    as that saves lines.
    """
    sheet = _Sheet(table, size)
    result, least = list(widths), _least(table, widths, size)
    best = sheet.cost(result)
    for _ in range(_MOST):
        found = min(_moves(result, least, sheet), default=None)
        if found is None or found[0] >= best:
            break
        best, _, taker, giver, step = found
        result[taker] += step
        result[giver] -= step
    return tuple(result)


def _moves(
    widths: list[int], least: Sequence[int], sheet: _Sheet
) -> Iterator[tuple[tuple[int, int], int, int, int, int]]:
    """What each move would come to: its cost, length of the step, taker, giver, step."""
    for taker in sheet.crowded(widths):
        for giver in range(len(widths)):
            for step in (_STEP, 3 * _STEP, 6 * _STEP):
                if giver != taker and widths[giver] - step >= least[giver]:
                    moved = list(widths)
                    moved[taker] += step
                    moved[giver] -= step
                    yield sheet.cost(moved), step, taker, giver, step


class _Sheet:
    """The lines of all rows, reckoned column by column and remembered by their width."""

    def __init__(self, table: LaidTable, size: Decimal) -> None:
        self._size = size
        self._columns: dict[int, list[tuple[int, LaidCell]]] = {}
        self._wide: list[tuple[int, LaidCell]] = []
        self._rows = len(table.rows)
        self._known: dict[tuple[int, int], tuple[int, ...]] = {}
        self._merged = [cell for cell in table.cells() if cell.text and cell.rowspan > 1]
        for number, row in enumerate(table.rows):
            for cell in row.cells:
                if cell.text and cell.rowspan == 1:
                    where = self._wide if cell.span > 1 else self._columns.setdefault(cell.column, [])
                    where.append((number, cell))

    def cost(self, widths: Sequence[int]) -> tuple[int, int]:
        """The lines that the rows take with these widths, and those of all texts: the fewer, the sooner a row is
        lower.
        """
        texts = sum(sum(self._column(column, widths[column])) for column in self._columns)
        return sum(self._all(widths)) + sum(self._split(cell, widths) for cell in self._merged), texts

    def _split(self, cell: LaidCell, widths: Sequence[int]) -> int:
        """What a label over several rows costs that is cut into bits: 可持 / 续影 / 响指 / 标."""
        count, lone = lines(cell.text, room(self._width(cell, widths), self._size, cell))
        return max(0, count - _LABEL) + lone

    @staticmethod
    def _width(cell: LaidCell, widths: Sequence[int]) -> int:
        return sum(widths[cell.column : cell.column + cell.span])

    def crowded(self, widths: Sequence[int]) -> list[int]:
        """The columns whose text makes some row higher than one line."""
        rows = self._all(widths)
        found = {
            column
            for column in self._columns
            if any(1 < own == all_ for own, all_ in zip(self._column(column, widths[column]), rows, strict=True))
        }
        for number, cell in self._wide:
            if 1 < self._of(cell, self._width(cell, widths)) == rows[number]:
                found |= set(range(cell.column, cell.column + cell.span))
        return sorted(found)

    def _all(self, widths: Sequence[int]) -> list[int]:
        alone = [1] * self._rows
        rows = list(map(max, alone, alone, *(self._column(c, widths[c]) for c in self._columns)))
        for number, cell in self._wide:
            rows[number] = max(rows[number], self._of(cell, self._width(cell, widths)))
        return rows

    def with_merged(self, table: LaidTable, widths: Sequence[int]) -> list[int]:
        """The lines of every row, also for the texts that reach over several."""
        rows = self._all(widths)
        for number, row in enumerate(table.rows):
            for cell in row.cells:
                if cell.rowspan > 1:
                    count = self._of(cell, self._width(cell, widths))
                    last = number + cell.rowspan - 1
                    rows[last] = max(rows[last], count - sum(rows[number:last]))
        return rows

    def _column(self, column: int, width: int) -> tuple[int, ...]:
        known = self._known.get((column, width))
        if known is None:
            rows = [1] * self._rows
            for number, cell in self._columns[column]:
                rows[number] = self._of(cell, width)
            known = self._known[column, width] = tuple(rows)
        return known

    def _of(self, cell: LaidCell, width: int) -> int:
        return lines(cell.text, room(width, self._size, cell))[0]


def lengths(table: LaidTable, widths: Sequence[int], size: Decimal) -> list[int]:
    """The lines of every row: those of its highest text, and in the last row of a merged one what the text lacks."""
    return _Sheet(table, size).with_merged(table, widths)
