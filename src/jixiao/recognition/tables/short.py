"""Rows that lack cells: those that merged ones above them cover were left out, and what is left moved to the left.

Column slots and one row enter; an :class:`~.align.Alignment` leaves, found by order, looks, widths, and by what goes on
from the row above. Where another way is nearly as good, the cells say so.
"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model import Cell

from .align import Alignment, Manner, Slot, look_of
from .lines import Line
from .paths import Gaps, Paths
from .shapes import Shape

_SKIP_FILLED = -40
_SKIP_BLANK = -2
_LOST = -12
"""What a filled cell without a column counts where two ways are compared by looks."""
_CLOSE = 4
"""A way that is worse by less than this is as good."""
_CLOSE_LOOKS = 6
_NO_SIDE = -8
"""The name of the block is never another text."""
_NEVER = -60
_MERGED = 4
"""A cell that goes on from above most likely stands in the column of what it goes on from."""
_FREE = -1
_BEGIN = -4
_BEGIN_TEXT = -3
_GO_ON = -3
Above = tuple[Line, Alignment] | None
"""The row before, and where its cells belong."""


def align_short(slots: Sequence[Slot], line: Line, manner: Manner, above: Above = None) -> Alignment:
    """The best assignment for a row that lacks cells: those that merged cells above it cover, or empty ones at its
    end. Its columns say nothing, as what is left has moved; widths, looks and order do, and where a cell goes on from
    the row ``above``.
    """
    named = _paths(slots, line, manner, above, named=True)
    unnamed = _paths(slots, line, manner, above, named=False)
    better, other = sorted((named, unnamed), key=lambda paths: -paths.points)
    chosen = better.best()
    rivals = better.rivals(chosen, _CLOSE)
    if better.points - other.points < _CLOSE:
        rivals = _joined(chosen, rivals, other.best())
    return Alignment(tuple(chosen), rivals)


def _paths(slots: Sequence[Slot], line: Line, manner: Manner, above: Above, *, named: bool) -> Paths:
    """The ways of a short row that names a first level (``named``), or does not: only below a first level in force
    may the second be missing.
    """
    merged = _merged(line, above)
    looks = [look_of(cell) for cell in line.cells]
    fits = [
        [
            _fit(s, line, i, looks[i], manner, named=named) + (_MERGED if merged.get(i) == j else 0)
            for j, s in enumerate(slots)
        ]
        for i in range(len(line.cells))
    ]
    leave = [_SKIP_FILLED if look != Shape.BLANK else _SKIP_BLANK for look in looks]
    return Paths(fits, leave, _gaps(slots, manner, grid=line.grid, named=named))


def _fit(s: Slot, line: Line, i: int, look: Shape, manner: Manner, *, named: bool) -> int:
    blank = look == Shape.BLANK
    if s.key == "side" and not blank:
        return _NO_SIDE
    if s.key == manner.outer and blank == named:
        return _NEVER
    return manner.suits[s.key][look] + _same_width(s, line, line.cells[i])


def _joined(
    chosen: Sequence[int | None], rivals: Sequence[tuple[int | None, ...]], other: Sequence[int | None]
) -> tuple[tuple[int | None, ...], ...]:
    """The rivals, with where another way puts a cell elsewhere."""
    return tuple(more if a == b or b in more else (*more, b) for a, b, more in zip(chosen, other, rivals, strict=True))


def _merged(line: Line, above: Above) -> dict[int, int]:
    """The slots of the cells that go on from the row above: what stands there in the same columns."""
    if above is None or above[0].table != line.table:
        return {}
    there = {(c.column, c.span): place for c, place in zip(above[0].cells, above[1].slots, strict=True)}
    found = ((i, there.get((c.column, c.span))) for i, c in enumerate(line.cells) if c.continues)
    return {i: place for i, place in found if place is not None}


def align_either_way(
    slots: Sequence[Slot], line: Line, manner: Manner, by_columns: Alignment, above: Above = None
) -> Alignment:
    """The assignment of a row as wide as the others in a table whose rows lack cells: by its columns, or by order, if
    its cells look better so (a cell is missing, and one was added at the end). Where both look alike, what differs is
    in doubt.
    """
    by_order = align_short(slots, line, manner, above)
    if by_order.slots == by_columns.slots:
        both = zip(by_columns.rivals, by_order.rivals, strict=True)
        return Alignment(by_order.slots, tuple((*a, *(j for j in b if j not in a)) for a, b in both))
    better = _looks(slots, line, manner, by_order) - _looks(slots, line, manner, by_columns)
    if abs(better) >= _CLOSE_LOOKS:
        return by_order if better > 0 else by_columns
    one, other = (by_order, by_columns) if better > 0 else (by_columns, by_order)
    return Alignment(one.slots, _joined(one.slots, one.rivals, other.slots))


def _looks(slots: Sequence[Slot], line: Line, manner: Manner, alignment: Alignment) -> int:
    """How well the cells look where they are put."""
    return sum(
        _LOST * (look != Shape.BLANK) if place is None else manner.suits[slots[place].key][look]
        for look, place in zip(map(look_of, line.cells), alignment.slots, strict=True)
    )


def _same_width(s: Slot, line: Line, cell: Cell) -> int:
    if not line.grid or s.start < 0:
        return 0
    return 1 if cell.span == s.end - s.start else -1


def _gaps(slots: Sequence[Slot], manner: Manner, *, grid: bool, named: bool) -> Gaps:
    """What it costs that a short row has no cell for a column. The inner level may only be missing where the outer one
    is not named: a new first level begins a new second one. Without a grid a label may as well be one merged over both
    levels, which then looks the same.
    """
    begin, go_on, end = [], [], []
    under_outer = False
    for j, s in enumerate(slots):
        first = manner.begin.get(s.key, _BEGIN)
        if s.key == manner.inner:
            first = _FREE if not under_outer or not named else first if grid else _BEGIN_TEXT
        elif s.key == f"{manner.outer}_points" and not named:
            first = _FREE
        begin.append(0 if j == 0 and s.key in (manner.outer, manner.inner) else first)
        go_on.append(manner.go_on.get(s.key, _GO_ON))
        end.append(manner.end.get(s.key, 0))
        under_outer = under_outer or s.key == manner.outer
    return Gaps(begin, go_on, end)
