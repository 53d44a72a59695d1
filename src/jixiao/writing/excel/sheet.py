"""One laid out table on one sheet: cells, merges, live formulas with their cached values, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ...forms.layouts import LaidCell, LaidTable
from ...model import Dossier, Figure
from ...model.pointer import resolve
from ..relations import Relation, value
from .book import TOP, Look, Place
from .numbers import live_format, number_format, precision, rounded, shown, stored

_PIXELS_PER_MM = 3.78
_LINE_POINTS = 13.5


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet being drawn: ``places`` and ``formulas`` are those of the whole workbook."""

    sheet: Any
    table: LaidTable
    dossier: Dossier
    look: Look
    places: Mapping[str, Place]
    formulas: Mapping[str, Relation]

    def write(self) -> None:
        """Draw title, cells and page set-up."""
        last = len(self.table.widths) - 1
        for column, width in enumerate(self.table.widths):
            self.sheet.set_column_pixels(column, column, round(float(width) * _PIXELS_PER_MM * 1.15))
        self.sheet.write_string(0, 0, self.table.annex, self.look.of(font_size=12))
        if self.table.number:
            self.sheet.write_string(0, last, self.table.number, self.look.of(font_size=10, align="right"))
        title = self.table.title + self.table.subtitle
        heading = self.look.of(font_size=16, align="center", valign="vcenter", bold=True)
        self.sheet.merge_range(1, 0, 1, last, title, heading)
        self.sheet.set_row(1, 30)
        for number, row in enumerate(self.table.rows):
            self.sheet.set_row(number + TOP, self._height(row.cells))
            for cell in row.cells:
                self._cell(number + TOP, cell)
        self._page(last)

    def _page(self, last: int) -> None:
        self.sheet.set_paper(9)
        self.sheet.set_margins(left=1.1, right=1.02, top=1.46, bottom=1.38)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&C— &P —")
        self.sheet.print_area(0, 0, len(self.table.rows) + TOP - 1, last)

    def _height(self, cells: tuple[LaidCell, ...]) -> float:
        """Merged cells do not grow by themselves: the height is reckoned from the text."""
        lines = [_lines(cell.text, float(self.table.width(cell))) for cell in cells if cell.rowspan == 1]
        return min(max([1, *lines]) * _LINE_POINTS + 4, 409)

    def _cell(self, row: int, cell: LaidCell) -> None:
        figure = self._figure(cell)
        number = number_format(figure) if figure is not None else ""
        look = self.look.cell(cell, number)
        if cell.span > 1 or cell.rowspan > 1:
            bottom, right = row + cell.rowspan - 1, cell.column + cell.span - 1
            self.sheet.merge_range(row, cell.column, bottom, right, "", look)
        relation = self.formulas.get(cell.at)
        expected = value(relation, self.dossier) if relation else None
        if relation is not None and expected is not None and figure is not None and self._shows(relation, figure):
            if not figure.raw or rounded(expected, figure) == figure.value:
                self._formula(row, cell, relation, expected, figure)
                return
            self._note(
                row, cell, f"按“{relation.words}”计算为 {shown(expected, figure)}，表中写 {figure.raw}，请核实。"
            )
        if number and figure is not None and figure.value is not None:
            self.sheet.write_number(row, cell.column, stored(figure.value, figure), look)
        elif cell.text:
            self.sheet.write_string(row, cell.column, cell.text, look)
        else:
            self.sheet.write_blank(row, cell.column, None, look)
        if cell.doubt:
            self._note(row, cell, f"此格识别存疑：{cell.doubt}")

    def _figure(self, cell: LaidCell) -> Figure | None:
        if not cell.at or cell.doubt:
            return None
        found = resolve(self.dossier, cell.at)
        # "name：number" cells are text on the form
        return found if isinstance(found, Figure) and (cell.text == found.raw) else None

    def _shows(self, relation: Relation, figure: Figure) -> bool:
        """Whether every part stands in the workbook as a plain number of its own: then the formula gives its value."""
        if (figure.value is None and figure.raw) or (figure.unit and (figure.unit, relation.kind) != ("%", "percent")):
            return False
        figures = [resolve(self.dossier, part) for part in relation.parts]
        plain = all(f is None or f.is_blank or (number_format(f) and not f.unit) for f in figures)
        return plain and all(part in self.places for part in relation.parts)

    def _formula(self, row: int, cell: LaidCell, relation: Relation, expected: Decimal, figure: Figure) -> None:
        like = precision(relation, expected, figure)
        cached = stored(rounded(expected, like), like)
        look = self.look.cell(cell, live_format(relation, figure, like))
        self.sheet.write_formula(row, cell.column, self._expression(relation, like), look, cached)

    def _expression(self, relation: Relation, like: Figure) -> str:
        refs = [self.places[part].ref(self._name) for part in relation.parts]
        if relation.kind in ("sum", "total"):
            return f"=ROUND(SUM({','.join(_ranges(refs))}),{like.places})"
        if relation.kind == "points":
            quotient = f"ROUND(MIN({refs[0]}/{refs[1]},1)*{refs[2]},{like.places})"
        elif like.unit == "%":
            # a percent cell holds a hundredth of what it shows
            quotient = f"ROUND({refs[0]}/{refs[1]},{like.places + 2})"
        else:
            quotient = f"ROUND({refs[0]}/{refs[1]}*100,{like.places})"
        return f'=IF({refs[1]}=0,"",{quotient})'

    @property
    def _name(self) -> str:
        return str(self.sheet.get_name())

    def _note(self, row: int, cell: LaidCell, text: str) -> None:
        self.sheet.write_comment(row, cell.column, text, {"author": "jixiao", "x_scale": 1.6})


def _ranges(refs: list[str]) -> list[str]:
    """Neighbouring cells of one column as ranges: ``G15:G31`` instead of seventeen arguments."""
    result: list[tuple[str, int, int]] = []
    for ref in refs:
        match = re.fullmatch(r"([A-Z]+)(\d+)", ref)
        if match and result and result[-1][0] == match[1] and result[-1][2] == int(match[2]) - 1:
            result[-1] = (match[1], result[-1][1], int(match[2]))
        else:
            result.append((match[1], int(match[2]), int(match[2])) if match else (ref, 0, 0))
    return [c if not a else f"{c}{a}" if a == b else f"{c}{a}:{c}{b}" for c, a, b in result]


def _lines(text: str, mm: float) -> int:
    per_line = max(1.0, mm / 1.75)
    return sum(max(1, -(-_width(line) // int(per_line))) for line in text.split("\n"))


def _width(text: str) -> int:
    return sum(1 if ord(sign) < 0x2000 else 2 for sign in text)
