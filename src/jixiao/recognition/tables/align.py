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

from .lines import Line
from .paths import Gaps, Paths
from .shapes import SUITS, Shape, shape

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
_CLOSE_SHORT = 4
_NO_SIDE = -8
_NEVER = -60
_MERGED = 4
_CLOSE_MOVED = 6
_SKIP_BLANK = -2
_BEGIN = {
    "side": 0, "number": -4, "level1": -1, "level1_points": -7, "level2": -8, "level2_points": -7, "name": -9,
    "target": -6, "sign": -6, "actual": -6, "weight": -5, "score": -5, "audit_score": -5, "explanation": -2,
    "spacer": 0,
}  # fmt: skip
_GO_ON = {
    "side": 0, "level1": 0, "level1_points": 0, "level2": 0, "level2_points": 0, "name": -5, "target": -1, "sign": -1,
    "unit": -1, "actual": -5, "weight": -4, "score": -4, "explanation": -1, "spacer": 0,
}  # fmt: skip
_BEGIN_TEXT = -3
_END = {"level1_points": -7, "level2_points": -7, "target": -8, "sign": -8}
_BEGIN_MONEY = {
    "label": -12, "initial_budget": -7, "revised_budget": -7, "outturn": -7, "weight": -2, "score": -3,
    "execution_rate": -3,
}  # fmt: skip
_GO_ON_MONEY = {"label": -12, "weight": -1, "score": -1, "execution_rate": -1, "unknown": -1, "spacer": 0}
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


def align_short(slots: Sequence[Slot], line: Line, above: tuple[Line, Alignment] | None = None) -> Alignment:
    """The best assignment for a row that lacks cells: those that merged cells above it cover, or empty ones at its
    end. Its columns say nothing, as what is left has moved; widths, looks and order do, and where a cell goes on from
    the row ``above``.
    """
    named = _short_paths(slots, line, above, named=True)
    unnamed = _short_paths(slots, line, above, named=False)
    better, other = sorted((named, unnamed), key=lambda paths: -paths.points)
    chosen = better.best()
    rivals = better.rivals(chosen, _CLOSE_SHORT)
    if better.points - other.points < _CLOSE_SHORT:
        rivals = _joined(chosen, rivals, other.best())
    return Alignment(tuple(chosen), rivals)


def _short_paths(slots: Sequence[Slot], line: Line, above: tuple[Line, Alignment] | None, *, named: bool) -> Paths:
    """The ways of a short row that names a first level (``named``), or does not: only below a first level in force
    may the second be missing.
    """
    merged = _merged(line, above)
    looks = [_shape(cell) for cell in line.cells]
    fits = [
        [
            _fit_short(s, line, i, looks[i], named=named) + (_MERGED if merged.get(i) == j else 0)
            for j, s in enumerate(slots)
        ]
        for i in range(len(line.cells))
    ]
    leave = [_SKIP_FILLED if look != Shape.BLANK else _SKIP_BLANK for look in looks]
    return Paths(fits, leave, _gaps(slots, grid=line.grid, named=named))


def _fit_short(s: Slot, line: Line, i: int, look: Shape, *, named: bool) -> int:
    blank = look == Shape.BLANK
    if s.key == "side" and not blank:
        return _NO_SIDE
    if s.key == "level1" and blank == named:
        return _NEVER
    return SUITS[s.key][look] + _same_width(s, line, line.cells[i])


def _joined(
    chosen: Sequence[int | None], rivals: Sequence[tuple[int | None, ...]], other: Sequence[int | None]
) -> tuple[tuple[int | None, ...], ...]:
    """The rivals, with where another way puts a cell elsewhere."""
    return tuple(more if a == b or b in more else (*more, b) for a, b, more in zip(chosen, other, rivals, strict=True))


def _merged(line: Line, above: tuple[Line, Alignment] | None) -> dict[int, int]:
    """The slots of the cells that go on from the row above: what stands there in the same columns."""
    if above is None or above[0].table != line.table:
        return {}
    there = {(c.column, c.span): place for c, place in zip(above[0].cells, above[1].slots, strict=True)}
    found = ((i, there.get((c.column, c.span))) for i, c in enumerate(line.cells) if c.continues)
    return {i: place for i, place in found if place is not None}


def moved(
    slots: Sequence[Slot], line: Line, by_columns: Alignment, above: tuple[Line, Alignment] | None = None
) -> Alignment:
    """The assignment of a row as wide as the others in a table whose rows lack cells: by its columns, or by order, if
    its cells look better so (a cell is missing, and one was added at the end). Where both look alike, what differs is
    in doubt.
    """
    by_order = align_short(slots, line, above)
    if by_order.slots == by_columns.slots:
        both = zip(by_columns.rivals, by_order.rivals, strict=True)
        return Alignment(by_order.slots, tuple((*a, *(j for j in b if j not in a)) for a, b in both))
    better = _looks(slots, line, by_order) - _looks(slots, line, by_columns)
    if abs(better) >= _CLOSE_MOVED:
        return by_order if better > 0 else by_columns
    one, other = (by_order, by_columns) if better > 0 else (by_columns, by_order)
    return Alignment(one.slots, _joined(one.slots, one.rivals, other.slots))


def _looks(slots: Sequence[Slot], line: Line, alignment: Alignment) -> int:
    """How well the cells look where they are put."""
    return sum(
        _SKIP_FILLED_ODD * (look != Shape.BLANK) if place is None else SUITS[slots[place].key][look]
        for look, place in zip(map(_shape, line.cells), alignment.slots, strict=True)
    )


def _same_width(s: Slot, line: Line, cell: Cell) -> int:
    if not line.grid or s.start < 0:
        return 0
    return 1 if cell.span == s.end - s.start else -1


def _gaps(slots: Sequence[Slot], *, grid: bool, named: bool) -> Gaps:
    """What it costs that a short row has no cell for a column. Levels are merged downward, and a second level goes no
    further than its first; a name is only missing together with its target; a reason may be missing at the end.
    Without a grid a label may as well be one merged over both levels, which then looks the same.
    """
    money = any(s.key == "label" for s in slots)
    begin, go_on, end = [], [], []
    above = ""
    for j, s in enumerate(slots):
        first = _BEGIN_MONEY.get(s.key, _BEGIN.get(s.key, -4)) if money else _BEGIN.get(s.key, -4)
        if s.key == "level2" and (above != "level1" or not named):
            first = -1
        elif s.key == "level2" and not grid:
            first = _BEGIN_TEXT
        elif s.key == "level1_points" and not named:
            first = -1
        begin.append(0 if j == 0 and s.key.startswith("level") else first)
        go_on.append(_GO_ON_MONEY.get(s.key, -3) if money else _GO_ON.get(s.key, -3))
        end.append(_END.get(s.key, 0))
        if s.key.startswith("level") and not s.key.endswith("points"):
            above = s.key
    return Gaps(begin, go_on, end)


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
    paths = Paths(fits, leave, Gaps(miss, miss, [0] * m))
    chosen = paths.best()
    if first.grid and same and chosen != same and _sits(slots, same, shapes) and not _sits(slots, chosen, shapes):
        return Alignment(tuple(same), ((),) * n)
    return Alignment(tuple(chosen), paths.rivals(chosen, near))


def _sits(slots: Sequence[Slot], places: Sequence[int | None], shapes: list[list[Shape]]) -> bool:
    """Whether every cell has a column and looks well in it: widths drawn by hand may say otherwise, contents do not."""
    return all(
        place is not None and SUITS[slots[place].key][look] > _OUT_OF_PLACE
        for row in shapes
        for place, look in zip(places, row, strict=True)
    )


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
