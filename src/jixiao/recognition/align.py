"""Which cell of a data row belongs to which column of the header, when columns of the grid cannot simply be believed.

Column slots (from a header row) and rows of one build enter; an :class:`Alignment` leaves. Files that people
repair by hand have wrong spans, missing merges and spacer columns, and text exports have no columns at all. So
the order is kept, and the best order-preserving assignment is found by dynamic programming over three kinds of
evidence: the looks of the cells in each position, the overlap in the grid, and the cost of leaving something
out. Where the second-best place of a cell is almost as good, the alignment says so and the caller reports a
doubt instead of a value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.model import Cell

from .grid import Line
from .shapes import SUITS, Shape, shape

_NEVER = -(10**6)
_ENOUGH_ROWS = 4
"""Evidence of more rows than this does not grow further: the grid must still be able to speak."""
_SKIP_SLOT = -4
_SKIP_NEEDED = {"name": -12, "label": -12}
_SKIP_FILLED = -40
_SKIP_FILLED_ODD = -12
_OUT_OF_PLACE = -3
_SAME_PLACE = 3
"""A row with as many cells as its header has labels most likely follows it cell by cell."""
_LEARNED = 3
"""How much more the columns of other data rows say than those of the header, whose spans may all be wrong alike."""
_CLOSE = 4
"""A cell whose second-best place costs less than this is ambiguous."""
_CLOSE_ODD = 6
"""The same for a row without a grid that has more or fewer cells than most."""


_WORDS = frozenset((Shape.LEVEL1, Shape.LEVEL2, Shape.LEVEL, Shape.SHORT, Shape.LONG))
_FEWEST_ROWS = 4
_HABITS = {
    "side": {"empty": 4, "few": -2, "own": -10, "own words": -10},
    "level1": {"empty": -6, "few": 6, "own": -6, "own words": -6},
    "level2": {"empty": -6, "few": 6, "own": -4, "own words": -4},
    "name": {"empty": -10, "few": -6, "own": 0, "own words": 8},
}
"""What columns do from row to row: levels hold few labels, each for some rows; names are words of their own in
each row.
"""


@dataclass(frozen=True, slots=True)
class Slot:
    """A column that a header announces. ``start``/``end`` are grid columns (end excluded), -1 where the header
    does not tell.
    """

    key: str
    label: str = ""
    start: int = -1
    end: int = -1
    optional: bool = False
    cell: Cell | None = None
    line: Line | None = None
    learned: bool = False
    """Whether ``start`` and ``end`` were learned from the data rows, and not only printed over them."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """``slots[i]`` is the place of cell ``i`` in the list of slots, or ``None``; ``rivals[i]`` the places it
    might have as well.
    """

    slots: tuple[int | None, ...]
    rivals: tuple[tuple[int | None, ...], ...]


def align(slots: Sequence[Slot], rows: Sequence[Line], *, odd: bool = False) -> Alignment:
    """The best assignment of the cells of ``rows`` (all of one build) to ``slots``. ``odd`` rows are built
    unlike most.
    """
    shapes = [[_shape(cell) for cell in line.cells] for line in rows]
    return _quick(slots, rows[0], shapes) or _best(slots, rows, shapes, odd)


def misfits(slots: Sequence[Slot], line: Line, alignment: Alignment) -> bool:
    """Whether a filled cell of the row looks out of place where the rows of its build have put it."""
    return any(
        place is not None and SUITS[slots[place].key][_shape(cell)] <= _OUT_OF_PLACE
        for cell, place in zip(line.cells, alignment.slots, strict=True)
    )


def _shape(cell: Cell) -> Shape:
    return Shape.BLANK if cell.continues else shape(cell.text)


def _quick(slots: Sequence[Slot], first: Line, shapes: list[list[Shape]]) -> Alignment | None:
    """Column for column where the grid is the same as the header's and no cell looks out of place."""
    if not first.grid or len(first.cells) != len(slots):
        return None
    for cell, slot in zip(first.cells, slots, strict=True):
        if cell.column != slot.start or cell.column + cell.span != slot.end:
            return None
    for row in shapes:
        for slot, look in zip(slots, row, strict=True):
            if SUITS[slot.key][look] < -2:
                return None
    count = len(slots)
    return Alignment(tuple(range(count)), ((),) * count)


def _best(slots: Sequence[Slot], rows: Sequence[Line], shapes: list[list[Shape]], odd: bool) -> Alignment:
    first = rows[0]
    n, m = len(first.cells), len(slots)
    printed = [j for j, s in enumerate(slots) if s.cell is not None]
    same = printed if len(printed) == n else []
    weight = min(len(shapes), _ENOUGH_ROWS)
    fits = [[_fit(slots[j], first, i, shapes, weight) for j in range(m)] for i in range(n)]
    for i, j in enumerate(same):
        fits[i][j] += _SAME_PLACE
    if len(rows) >= _FEWEST_ROWS and any(s.key == "name" for s in slots):
        for i in range(n):
            habit = _habit([line.cells[i] for line in rows], shapes, i)
            for j, s in enumerate(slots):
                fits[i][j] += _HABITS.get(s.key, {}).get(habit, 0)
    near, skip = (_CLOSE_ODD, _SKIP_FILLED_ODD) if odd else (_CLOSE, _SKIP_FILLED)
    leave = [skip if any(row[i] != Shape.BLANK for row in shapes) else 0 for i in range(n)]
    miss = [0 if s.optional else _SKIP_NEEDED.get(s.key, _SKIP_SLOT) for s in slots]

    forward = [[_NEVER] * (m + 1) for _ in range(n + 1)]
    for i in range(n + 1):
        for j in range(m + 1):
            best = 0 if i == j == 0 else _NEVER
            if i:
                best = max(best, forward[i - 1][j] + leave[i - 1])
            if j:
                best = max(best, forward[i][j - 1] + miss[j - 1])
            if i and j:
                best = max(best, forward[i - 1][j - 1] + fits[i - 1][j - 1])
            forward[i][j] = best
    backward = [[_NEVER] * (m + 1) for _ in range(n + 1)]
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            best = 0 if i == n and j == m else _NEVER
            if i < n:
                best = max(best, backward[i + 1][j] + leave[i])
            if j < m:
                best = max(best, backward[i][j + 1] + miss[j])
            if i < n and j < m:
                best = max(best, backward[i + 1][j + 1] + fits[i][j])
            backward[i][j] = best

    chosen = _followed(fits, leave, miss, backward)
    if first.grid and same and chosen != same and _sits(slots, same, shapes) and not _sits(slots, chosen, shapes):
        return Alignment(tuple(same), ((),) * n)
    rivals: list[tuple[int | None, ...]] = []
    for i, place in enumerate(chosen):
        through: dict[int | None, int] = {j: forward[i][j] + fits[i][j] + backward[i + 1][j + 1] for j in range(m)}
        through[None] = max(forward[i][j] + leave[i] + backward[i + 1][j] for j in range(m + 1))
        rivals.append(tuple(j for j, total in through.items() if j != place and through[place] - total < near))
    return Alignment(tuple(chosen), tuple(rivals))


def _sits(slots: Sequence[Slot], places: Sequence[int | None], shapes: list[list[Shape]]) -> bool:
    """Whether every cell has a column and looks well in it: widths drawn by hand may say otherwise, contents do not."""
    return all(
        place is not None and SUITS[slots[place].key][look] > _OUT_OF_PLACE
        for row in shapes
        for place, look in zip(places, row, strict=True)
    )


def _followed(fits: list[list[int]], leave: list[int], miss: list[int], backward: list[list[int]]) -> list[int | None]:
    """The assignment that reaches the best total; at a tie a cell rather takes a place than stays without."""
    n, m = len(leave), len(miss)
    chosen: list[int | None] = []
    j = 0
    while len(chosen) < n:
        i = len(chosen)
        if j < m and fits[i][j] + backward[i + 1][j + 1] == backward[i][j]:
            chosen.append(j)
            j += 1
        elif j < m and miss[j] + backward[i][j + 1] == backward[i][j]:
            j += 1
        else:
            chosen.append(None)
    return chosen


def _habit(cells: list[Cell], shapes: list[list[Shape]], i: int) -> str:
    """What a column of cells does from row to row."""
    said = [cell.text for cell, row in zip(cells, shapes, strict=True) if row[i] != Shape.BLANK]
    if not said:
        return "empty"
    if len(set(said)) * 5 <= len(cells) * 4:
        words = sum(1 for row in shapes if row[i] in _WORDS)
        return "few" if words == len(said) else ""
    return "own words" if all(row[i] in _WORDS for row in shapes) else "own"


def _fit(slot: Slot, first: Line, i: int, shapes: list[list[Shape]], weight: int) -> int:
    suits = SUITS[slot.key]
    looks = sum(suits[row[i]] for row in shapes) * weight // len(shapes)
    cell = first.cells[i]
    if not first.grid or slot.start < 0:
        return looks
    return looks + (_LEARNED if slot.learned else 1) * _overlap(
        slot.start, slot.end, cell.column, cell.column + cell.span
    )


def _overlap(a: int, b: int, c: int, d: int) -> int:
    """Points for the columns two cells share: 3 for the same and for a cell that begins in its column and goes
    over the next ones, 2 or 1 for one within the other, -2 for none.
    """
    shared = min(b, d) - max(a, c)
    if shared <= 0:
        return -2
    if (a == c and b <= d) or (a, b) == (c, d):
        return 3
    if shared == b - a:
        return 1
    return 2 if shared == d - c else 0
