"""Which cell of a data row belongs to which column of the header, when columns of the grid cannot simply be believed.

Column slots (from a header row) and rows of one build enter; an :class:`Alignment` leaves. Files that people
repair by hand have wrong spans, missing merges and spacer columns, and text exports have no columns at all. So
the order is kept, and the best order-preserving assignment is found by dynamic programming over three kinds of
evidence: the looks of the cells in each position, the overlap in the grid, and the cost of leaving something
out. Where the second-best place of a cell is almost as good, the alignment says so and the caller reports a
doubt instead of a value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jixiao.model import Cell
from jixiao.model.classes import dataclass

from .lines import Line
from .paths import Gaps, Paths
from .shapes import Shape, shape

_ENOUGH_ROWS = 4
"""Evidence of more rows than this does not grow further: the grid must still be able to speak."""
_SKIP_SLOT = -4
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


@dataclass(frozen=True, slots=True, eq=False)
class Manner:
    """What is known of the columns of a form beforehand, by their keys.

    ``suits`` are points for each look of a cell, from -8 (never) to 6 (surely). ``needed`` are columns that cost more
    than others where a row has no cell for them. ``habits`` are points for what a column does from row to row: it is
    ``empty``, holds ``few`` labels, or words or figures of its ``own`` in each row. ``begin``, ``go_on`` and ``end``
    say what a gap costs in a row that lacks cells (see :class:`~.paths.Gaps`), where ``inner`` is merged no further
    downward than ``outer``.
    """

    suits: Mapping[str, Sequence[int]]
    needed: Mapping[str, int]
    habits: Mapping[str, Mapping[str, int]]
    begin: Mapping[str, int]
    go_on: Mapping[str, int]
    end: Mapping[str, int]
    outer: str = ""
    inner: str = ""


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


def align(slots: Sequence[Slot], rows: Sequence[Line], manner: Manner, *, odd: bool = False) -> Alignment:
    """The best assignment of the cells of ``rows`` (all of one build) to ``slots``. ``odd`` rows are built
    unlike most.
    """
    shapes = [[look_of(cell) for cell in line.cells] for line in rows]
    return _quick(slots, rows[0], shapes, manner) or _best(slots, rows, shapes, manner, odd)


def misfits(slots: Sequence[Slot], line: Line, alignment: Alignment, manner: Manner) -> bool:
    """Whether a filled cell of the row looks out of place where the rows of its build have put it."""
    return any(
        place is not None and manner.suits[slots[place].key][look_of(cell)] <= _OUT_OF_PLACE
        for cell, place in zip(line.cells, alignment.slots, strict=True)
    )


def look_of(cell: Cell) -> Shape:
    """How a cell looks; what goes on from above looks empty."""
    return Shape.BLANK if cell.continues else shape(cell.text)


def _quick(slots: Sequence[Slot], first: Line, shapes: list[list[Shape]], manner: Manner) -> Alignment | None:
    """Column for column where the grid is the same as the header's and no cell looks out of place."""
    if not first.grid or len(first.cells) != len(slots):
        return None
    for cell, slot in zip(first.cells, slots, strict=True):
        if cell.column != slot.start or cell.column + cell.span != slot.end:
            return None
    for row in shapes:
        for slot, look in zip(slots, row, strict=True):
            if manner.suits[slot.key][look] < -2:
                return None
    count = len(slots)
    return Alignment(tuple(range(count)), ((),) * count)


def _best(
    slots: Sequence[Slot], rows: Sequence[Line], shapes: list[list[Shape]], manner: Manner, odd: bool
) -> Alignment:
    first = rows[0]
    n, m = len(first.cells), len(slots)
    printed = [j for j, s in enumerate(slots) if s.cell is not None]
    same = printed if len(printed) == n else []
    weight = min(len(shapes), _ENOUGH_ROWS)
    fits = [[_fit(slots[j], manner.suits[slots[j].key], first, i, shapes, weight) for j in range(m)] for i in range(n)]
    for i, j in enumerate(same):
        fits[i][j] += _SAME_PLACE
    if len(rows) >= _FEWEST_ROWS and manner.habits:
        for i in range(n):
            habit = _habit([line.cells[i] for line in rows], shapes, i)
            for j, s in enumerate(slots):
                fits[i][j] += manner.habits.get(s.key, {}).get(habit, 0)
    near, skip = (_CLOSE_ODD, _SKIP_FILLED_ODD) if odd else (_CLOSE, _SKIP_FILLED)
    leave = [skip if any(row[i] != Shape.BLANK for row in shapes) else 0 for i in range(n)]
    miss = [0 if s.optional else manner.needed.get(s.key, _SKIP_SLOT) for s in slots]
    paths = Paths(fits, leave, Gaps(miss, miss, [0] * m))
    chosen = paths.best()
    if (
        first.grid
        and same
        and chosen != same
        and _sits(slots, same, shapes, manner)
        and not _sits(slots, chosen, shapes, manner)
    ):
        return Alignment(tuple(same), ((),) * n)
    return Alignment(tuple(chosen), paths.rivals(chosen, near))


def _sits(slots: Sequence[Slot], places: Sequence[int | None], shapes: list[list[Shape]], manner: Manner) -> bool:
    """Whether every cell has a column and looks well in it: widths drawn by hand may say otherwise, contents do not."""
    return all(
        place is not None and manner.suits[slots[place].key][look] > _OUT_OF_PLACE
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


def _fit(slot: Slot, suits: Sequence[int], first: Line, i: int, shapes: list[list[Shape]], weight: int) -> int:
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
