"""How large the box of a note is, and between which cells of its sheet it stands. All measures are pixels, those of a
screen at 96 dots an inch; a character is one of the note's 9-point font.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from lxml import etree

from ....reading.excel.addresses import LAST_COLUMN, LAST_ROW, Range
from ....reading.excel.names import X

_WIDE, NARROW, _LINE, _MARGIN = 12, 7, 17, 12
_WIDTHS = (260, 360, 480)
_LINES = 16
"""A box with more lines than this is made wider, if there is a wider one."""

_BESIDE, _ABOVE = 15, 10
_COLUMN, _ROW = 64, 20
"""The usual width and height."""

Size = Callable[[int], int]


def box(lines: Sequence[str]) -> tuple[int, int]:
    """Width and height of a box that shows all of the text."""
    width = height = 0
    for width in _WIDTHS:
        count = sum(wrapped(line, width - 2 * _MARGIN) for line in lines)
        height = count * _LINE + _MARGIN
        if count <= _LINES:
            break
    return width, height


def wrapped(text: str, width: int) -> int:
    """The lines that a text without breaks takes in so much room."""
    signs = sum(_WIDE if unicodedata.east_asian_width(sign) in "WFA" else NARROW for sign in text)
    return max(1, -(-signs // (width - _WIDE)))


class Grid:
    """The widths of the columns and the heights of the rows of a worksheet."""

    def __init__(self, root: etree._Element) -> None:
        usual = root.find(X + "sheetFormatPr")
        width, height = (
            "" if usual is None else usual.get(name, "") for name in ("defaultColWidth", "defaultRowHeight")
        )
        self._column = _pixels(width, _of_width, _COLUMN)
        self._row = _pixels(height, _of_height, _ROW)
        self._columns = [
            (
                int(col.get("min", "1")) - 1,
                int(col.get("max", "1")) - 1,
                0 if col.get("hidden") in ("1", "true") else _pixels(col.get("width", ""), _of_width, self._column),
            )
            for col in root.iterfind(f"{X}cols/{X}col")
            if col.get("min", "1").isdecimal() and col.get("max", "1").isdecimal()
        ]
        self._rows = {
            int(row.get("r", "0")) - 1: 0
            if row.get("hidden") in ("1", "true")
            else _pixels(row.get("ht", ""), _of_height, self._row)
            for row in root.iterfind(f"{X}sheetData/{X}row")
            if row.get("r", "0").isdecimal()
        }

    def width(self, column: int) -> int:
        """The width of a column; 0 where it is hidden."""
        return next((width for first, last, width in self._columns if first <= column <= last), self._column)

    def height(self, row: int) -> int:
        """The height of a row; 0 where it is hidden."""
        return self._rows.get(row, self._row)

    def anchor(self, cells: Range, lines: Sequence[str]) -> str:
        """Where the box of a note on a cell or merged range stands: beside it, from a little above its top. Column and
        offset, row and offset, of its upper left and its lower right corner.
        """
        _, right, top, _ = cells
        width, height = box(lines)
        if right + 1 > LAST_COLUMN:
            right = LAST_COLUMN - 1
        left, x = right + 1, _BESIDE
        first, y = (top - 1, max(0, self.height(top - 1) - _ABOVE)) if top else (0, 2)
        last, x_end = _walked(left, x + width, self.width, LAST_COLUMN)
        under, y_end = _walked(first, y + height, self.height, LAST_ROW)
        return ", ".join(str(number) for number in (left, x, first, y, last, x_end, under, y_end))


def _walked(start: int, distance: int, size: Size, end: int) -> tuple[int, int]:
    """The column or row that lies so far behind the beginning of ``start``, and how far in it."""
    here = start
    while here < end and distance >= size(here):
        distance -= size(here)
        here += 1
    return here, distance


def _pixels(text: str, of: Callable[[float], int], usual: int) -> int:
    try:
        return max(0, of(float(text)))
    except (ValueError, OverflowError):
        return usual


def _of_width(characters: float) -> int:
    return min(int(characters * NARROW + 5), 2000)


def _of_height(points: float) -> int:
    return min(int(points * 4 / 3), 1000)
