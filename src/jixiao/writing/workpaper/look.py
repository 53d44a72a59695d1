"""How the working paper looks: columns and formats enter the library of workbooks here, and only here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jixiao.model import Term

from .rows import Value

FONT = "宋体"
SIZE = 10
_LINE = "#A6A6A6"
_HEAD = "#DDE6F0"
TINTS = {"error": "#F8D9D5", "warning": "#FFF1CC", "info": "#E4EEF8"}
"""A tint by severity; the word stands in the same cell."""

_CELL = 32_000
"""Characters that a cell is given; a spreadsheet takes 32,767."""
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@")
_A4 = 9
_LINE_HEIGHT, _TALLEST = 14.5, 409.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is called here, its head, and between which widths (in digits) its content decides."""

    id: str
    head: Term
    least: int
    most: int
    align: str = "left"
    hidden: bool = False


class Look:
    """Cell formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, **properties: Any) -> Any:
        """The format with these properties, as XlsxWriter calls them."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"font_name": FONT, "font_size": SIZE, **properties})
        return self._made[key]

    def title(self) -> Any:
        """The title of a sheet."""
        return self.of(font_name="黑体", font_size=16, align="center", valign="vcenter")

    def note(self) -> Any:
        """The line under a title."""
        return self.of(font_size=9, font_color="#595959", valign="vcenter", text_wrap=True)

    def heading(self) -> Any:
        """Over a second table of a sheet."""
        return self.of(font_name="黑体", font_size=11)

    def head(self) -> Any:
        """The head of a column."""
        return self.of(
            bold=True, align="center", valign="vcenter", text_wrap=True, border=1, border_color=_LINE, bg_color=_HEAD
        )

    def cell(self, align: str = "left", **more: Any) -> Any:
        """A cell of a table."""
        inset = {"indent": 1} if align == "right" else {}
        more = {"valign": "top", **inset, **more}
        return self.of(align=align, text_wrap=True, border=1, border_color=_LINE, **more)

    def total(self, align: str = "left", **more: Any) -> Any:
        """A cell of the line of totals."""
        return self.cell(align, bold=True, bg_color="#F2F2F2", valign="vcenter", **more)


def write(sheet: Any, row: int, column: int, value: Value | int, look: Look, **more: Any) -> None:
    """Put a value into a cell: a number as it is printed, a text as a text, whatever it begins with."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, look.cell(**more))
    elif isinstance(value, str):
        if value.startswith(_LOOKS_LIKE_FORMULA):
            more["quote_prefix"] = True  # edited by hand it would become a formula
        text = value if len(value) <= _CELL else f"{value[:_CELL]}…"
        sheet.write_string(row, column, text, look.cell(**more))
    else:
        sheet.write_number(
            row, column, value, look.cell(**{"align": "right", "num_format": number_format(value), **more})
        )


def number_format(value: Decimal | int) -> str:
    """The format that shows as many places as the number has."""
    exponent = Decimal(value).as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return f"0.{'0' * places}" if places else "0"


def widths(columns: Sequence[Column], rows: Iterable[Sequence[Value | int]], lang: str) -> list[int]:
    """The width of each column by its longest line, between its bounds."""
    found = [max(column.least, min(column.most, width_of(column.head.text(lang)) + 2)) for column in columns]
    for row in rows:
        for place, value in enumerate(row[: len(columns)]):
            if value is not None and found[place] < columns[place].most:
                longest = max(map(width_of, str(value).split("\n")), default=0) + 2
                found[place] = min(columns[place].most, max(found[place], longest))
    return found


def height(row: Sequence[Value | int], widths: Sequence[int]) -> float:
    """The height of a row in points that shows all its lines as they are wrapped: not every program that opens the file
    finds it out itself.
    """
    lines = 1
    for value, width in zip(row, widths, strict=True):
        if isinstance(value, str) and width:
            lines = max(lines, sum(max(1, -(-width_of(line) // max(1, width - 1))) for line in value.split("\n")))
    return min(_TALLEST, lines * _LINE_HEIGHT + 5)


@lru_cache(maxsize=1 << 14)
def width_of(text: str) -> int:
    """How wide a line is, in digits: a Chinese character is as wide as two. Remembered: a folder's papers say the same
    over and over.
    """
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def set_up(sheet: Any, *, heads: int, last: int, columns: int, foot: str) -> None:
    """A page for printing: A4 across, one page wide, the row of heads on every page, its number at the foot."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.55, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(heads)
    sheet.print_area(0, 0, max(last, heads), columns - 1)
    sheet.set_footer(foot)
    sheet.hide_gridlines(2)


_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST = 31
_RESERVED = ("history",)


def sheet_name(text: str, taken: set[str]) -> str:
    """A name that a sheet may have and none of those ``taken`` has, which it joins. Of a long one the middle is left
    out: units are told apart by both ends of their names.
    """
    plain = " ".join(_FORBIDDEN.sub(" ", text).split()).strip("'") or "-"
    name, count = _short(plain, _LONGEST), 1
    while name.lower() in (*taken, *_RESERVED):
        count += 1
        mark = f" ({count})"
        name = _short(plain, _LONGEST - len(mark)) + mark
    taken.add(name.lower())
    return name


def _short(text: str, longest: int) -> str:
    if _units(text) <= longest:
        return text
    head, tail = len(text), len(text)
    while _units(text[:head]) > longest - 1 - (longest - 1) // 2:
        head -= 1
    while tail and _units(text[tail - 1 :]) <= (longest - 1) // 2:
        tail -= 1
    return f"{text[:head].rstrip()}…{text[tail:].lstrip()}".strip("'")


def _units(text: str) -> int:
    """How long a spreadsheet takes a text to be: it counts signs beyond the first plane twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def quoted(sheet: str) -> str:
    """The name of a sheet as a reference has it."""
    return "'" + sheet.replace("'", "''") + "'"


def cell_name(row: int, column: int) -> str:
    """``B5`` for row 4, column 1."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    name: str = xl_rowcol_to_cell(row, column)
    return name
