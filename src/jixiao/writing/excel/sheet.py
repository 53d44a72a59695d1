"""One laid out table on one sheet: cells, merges, live formulas with their cached values, notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jixiao.model.classes import dataclass

from ...forms.layouts import LaidCell, LaidTable
from ...model import Dossier, Figure, Message
from ...model.pointer import resolve
from .. import messages as say
from .book import TOP, Look, Place
from .live import Live
from .numbers import live_format, number_format, precision, rounded, shown, stored

PIXELS_PER_MM = 3.78
_LINE_POINTS = 13.5


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet being drawn: ``places`` and ``live`` cells are those of the whole workbook."""

    sheet: Any
    table: LaidTable
    dossier: Dossier
    look: Look
    places: Mapping[str, Place]
    live: Mapping[str, Live]

    def write(self) -> None:
        """Draw title, cells and page set-up."""
        last = len(self.table.widths) - 1
        for column, width in enumerate(self.table.widths):
            self.sheet.set_column_pixels(column, column, round(float(width) * PIXELS_PER_MM * 1.15))
        self.sheet.write_string(0, 0, self.table.annex, self.look.of(font_size=12))
        if self.table.number:
            self.sheet.write_string(0, last, self.table.number, self.look.of(font_size=10, align="right"))
        title = self.table.title + self.table.subtitle
        heading = self.look.of(font_size=16, align="center", valign="vcenter", bold=True)
        self.sheet.merge_range(1, 0, 1, last, title, heading)
        self.sheet.set_row(1, 30)
        for number, row in enumerate(self.table.rows):
            self.sheet.set_row(number + TOP, height_of(self.table, row.cells))
            for cell in row.cells:
                self._cell(number + TOP, cell)
        self._page(last)

    def _page(self, last: int) -> None:
        self.sheet.set_paper(9)
        self.sheet.set_margins(left=1.1, right=1.02, top=1.46, bottom=1.38)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&C— &P —")
        self.sheet.print_area(0, 0, len(self.table.rows) + TOP - 1, last)

    def _cell(self, row: int, cell: LaidCell) -> None:
        figure = self._figure(cell)
        number = number_format(figure) if figure is not None else ""
        look = self.look.cell(cell, number)
        if cell.span > 1 or cell.rowspan > 1:
            bottom, right = row + cell.rowspan - 1, cell.column + cell.span - 1
            self.sheet.merge_range(row, cell.column, bottom, right, "", look)
        live = self.live.get(cell.at)
        if live is not None and figure is not None:
            if live.computes(figure, self.places):
                self._formula(row, cell, live, figure)
                return
            if live.apart:
                computed = shown(live.exact, figure)
                text = say.COMES_TO(words=live.relation.words, expected=computed, stated=figure)
                self._note(row, cell, text)
        if number and figure is not None and figure.value is not None:
            self.sheet.write_number(row, cell.column, stored(figure.value, figure), look)
        elif cell.text:
            self.sheet.write_string(row, cell.column, cell.text, look)
        else:
            self.sheet.write_blank(row, cell.column, None, look)
        if cell.doubt:
            self._note(row, cell, say.DOUBTFUL(reason=cell.doubt))

    def _figure(self, cell: LaidCell) -> Figure | None:
        if not cell.at or cell.doubt:
            return None
        found = resolve(self.dossier, cell.at)
        # "name：number" cells are text on the form
        return found if isinstance(found, Figure) and (cell.text == found.raw) else None

    def _formula(self, row: int, cell: LaidCell, live: Live, figure: Figure) -> None:
        like = precision(live.relation, live.exact, figure)
        cached = stored(rounded(live.exact, like), like)
        look = self.look.cell(cell, live_format(live.relation, figure, like))
        expression = live.expression(like, self.places, str(self.sheet.get_name()))
        self.sheet.write_formula(row, cell.column, expression, look, cached)

    def _note(self, row: int, cell: LaidCell, text: Message) -> None:
        self.sheet.write_comment(row, cell.column, str(text), {"author": "jixiao", "x_scale": 1.6})


def height_of(table: LaidTable, cells: tuple[LaidCell, ...]) -> float:
    """Merged cells do not grow by themselves: the height of a row, in points, is reckoned from its texts."""
    lines = [_lines(cell.text, float(table.width(cell))) for cell in cells if cell.rowspan == 1]
    return min(max([1, *lines]) * _LINE_POINTS + 4, 409)


def _lines(text: str, mm: float) -> int:
    per_line = max(1.0, mm / 1.75)
    return sum(max(1, -(-_width(line) // int(per_line))) for line in text.split("\n"))


def _width(text: str) -> int:
    return sum(1 if ord(sign) < 0x2000 else 2 for sign in text)
