"""How a laid out table is set: widths of columns, size of type, height of lines and rows, so that it fills as few pages
as it can and no number breaks. A laid out table and the room on its first page enter, a :class:`Fitted` leaves.

The widths of the layout hold as long as all is well with them. Lengths are in twips (twentieths of a point).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jixiao.model.classes import dataclass

from ...forms.layouts import LaidCell, LaidTable
from .measure import EM, lines
from .widths import columns, improved, lengths, room, wide_enough
from .xml import twips

PAGE = twips(Decimal(225))
"""Height of the type area of GB/T 9704-2012."""
_RULE = 10
"""What a rule takes."""
_SIZES = (Decimal("10.5"), Decimal(9))
"""五号 and 小五: the texts of official tables are no smaller."""
_SURE = 99
"""Percent of a page that is reckoned with: another face may run a little wider."""


@dataclass(frozen=True, slots=True)
class Air:
    """How loosely rows are set: height of a line in percent of the type, the least height of a row, what a
    cell keeps free over and under its text, and how wide its signs are drawn in percent.
    """

    line: int
    row: int
    pad: int
    scale: int = 100


_AIRS = (
    Air(140, 454, 20),
    Air(130, 397, 20),
    Air(125, 312, 20),
    Air(120, 262, 18),
    Air(112, 230, 8),
    Air(112, 230, 8, 90),
)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table as it is set. ``size`` is in points, ``heights`` are those that the rows come to; ``least`` is what an
    empty row has, ``pad`` what a cell keeps free over and under its text; signs are drawn so
    wide, in percent, as ``scale`` says.
    """

    table: LaidTable
    widths: tuple[int, ...]
    size: Decimal
    line: int
    least: int
    pad: int
    scale: int
    heights: tuple[int, ...]

    def width(self, cell: LaidCell) -> int:
        """Width of a cell."""
        return sum(self.widths[cell.column : cell.column + cell.span])

    def narrowed(self, cell: LaidCell, paragraph: str) -> int:
        """How much narrower a paragraph is to be set, so that no sign stands alone on its last line."""
        drawn = _drawn(self.size, self.scale)
        wide = room(self.width(cell), drawn, cell)
        count, lone = _lines(paragraph, wide)
        if not lone:
            return 0
        for narrower in range(wide - EM // 2, wide // 2, -EM // 2):
            again, still = _lines(paragraph, narrower)
            if again > count:
                break
            if not still:
                return int((wide - narrower) * drawn * 20 / EM)
        return 0


def _lines(paragraph: str, wide: int) -> tuple[int, bool]:
    """Lines and a lone sign, in faces that run a little narrower too."""
    told = [lines(paragraph, wide * of // 100) for of in (100, 102, 104)]
    return max(count for count, _ in told), any(lone for _, lone in told)


def as_given(table: LaidTable) -> Fitted:
    """A table on its own widths and in its own size: one that goes on in the text around it."""
    return _set(table, columns(table.widths), table.font_size, _AIRS[1])


def fit(table: LaidTable, space: int, most: int = 0) -> Fitted:
    """The table set as largely and loosely as it fits into ``space``, what its first page has left, or into the
    ``most`` that it could have where what stands over it is set close. Where it fits neither, on as few pages as it
    can.
    """
    given = columns(table.widths)
    for size in _sizes(table):
        widths = wide_enough(table, given, size)
        if (found := _loosest(table, widths, size, space, _AIRS[:-1])) is not None:
            return found
    size = _sizes(table)[-1]
    better = improved(table, widths, size)
    closest = improved(table, wide_enough(table, given, _drawn(size, _AIRS[-1].scale)), _drawn(size, _AIRS[-1].scale))
    return (
        _loosest(table, better, size, space, _AIRS[:-1])
        or _loosest(table, closest, size, max(space, most), _AIRS[-1:])
        or _over_pages(table, better, size, space)
    )


def _sizes(table: LaidTable) -> tuple[Decimal, ...]:
    """The sizes to try, the largest first. A layout that asks for less than 小五 has what it asks for."""
    return (
        tuple(size for size in _SIZES if size <= max(table.font_size, _SIZES[0]))
        if table.font_size >= _SIZES[-1]
        else (table.font_size,)
    )


def _loosest(table: LaidTable, widths: Sequence[int], size: Decimal, space: int, airs: Sequence[Air]) -> Fitted | None:
    sets = (_set(table, widths, size, air) for air in airs)
    return next((one for one in sets if sum(one.heights) * 100 <= space * _SURE), None)


def _over_pages(table: LaidTable, widths: Sequence[int], size: Decimal, space: int) -> Fitted:
    """On the fewest pages, and on these as loosely as they allow."""
    sets = [_set(table, widths, size, air) for air in _AIRS[:-1]]
    return min(sets, key=lambda one: pages(one.heights, space)[-1])


def _set(table: LaidTable, widths: Sequence[int], size: Decimal, air: Air) -> Fitted:
    line = int(size * 20 * air.line / 100)
    heights = tuple(
        max(air.row, n * line + 2 * air.pad) + _RULE for n in lengths(table, widths, _drawn(size, air.scale))
    )
    return Fitted(table, tuple(widths), size, line, air.row, air.pad, air.scale, heights)


def _drawn(size: Decimal, scale: int) -> Decimal:
    """How wide an em is, in points."""
    return size * scale / 100


def pages(heights: Sequence[int], space: int) -> tuple[int, ...]:
    """The page on which each row stands, the first being 0 and having ``space`` left; rows stay whole."""
    result, page, left = [], 0, space * _SURE // 100
    for height in heights:
        if height > left and left < PAGE:
            page, left = page + 1, PAGE * _SURE // 100
        left -= height
        result.append(page)
    return tuple(result) or (0,)
