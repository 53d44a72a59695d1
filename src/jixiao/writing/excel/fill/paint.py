"""One form drawn to be filled in: cells to fill unlocked and tinted, computed cells as formulas, printed words locked.

A :class:`~.forms.FormSheet` enters; the worksheet is drawn, and what every cell of it was written with leaves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jixiao.forms.fields import Field
from jixiao.forms.layouts import LaidCell, LaidRow
from jixiao.model import Dossier, Figure
from jixiao.model.pointer import resolve
from jixiao.model.workbook import MARK, PlannedCell, PlannedRow, PlannedSheet

from ..book import TOP, Look, Place
from ..numbers import number_format, stored
from ..sheet import PIXELS_PER_MM, height_of
from .forms import FormSheet, growing
from .formulas import Computation, is_stored_as_number
from .looks import QUIET, allow, look_of

_OF_ROW = re.compile(r"(.*/(?:indicators|lines|by_income|by_expenditure|buildings|declared|extra))/(\d+)/([^/]+)")
_LONG = {"goal_expected", "goal_actual", "conclusion", "problems", "measures", "thrift"}
_ROLES = {"points", "total", "amount", "rate"}


@dataclass(frozen=True, slots=True)
class Painter:
    """A worksheet being drawn; ``places`` are those of the whole workbook."""

    sheet: Any
    form: FormSheet
    dossier: Dossier
    look: Look
    places: Mapping[str, Place]
    computed: Mapping[str, Computation]
    noted: set[str] = field(default_factory=set)

    def paint(self) -> PlannedSheet:
        """Draw it all."""
        table = self.form.table
        last = len(table.widths) - 1
        marks = last + 2
        for column, width in enumerate(table.widths):
            self.sheet.set_column_pixels(column, column, round(float(width) * PIXELS_PER_MM * 1.15))
        self.sheet.set_column_pixels(last + 1, last + 1, 10)
        self.sheet.set_column_pixels(marks, marks, 34)
        top = self._head(last)
        quiet = self.look.of(font_size=8, font_color=QUIET, align="center")
        self.sheet.write_string(TOP - 1, marks, MARK, quiet)
        rows: list[PlannedRow] = []
        for number, row in enumerate(table.rows):
            self.sheet.set_row(number + TOP, self._height(row))
            cells = tuple(self._cell(number + TOP, cell) for cell in row.cells)
            self.sheet.write_string(number + TOP, marks, str(number + 1), quiet)
            rows.append(self._planned(cells, row, number + 1))
        self._page(last)
        return PlannedSheet(self.form.name, self.form.at, (*top, *rows), (TOP - 1, marks), dict(growing(self.form)))

    def _head(self, last: int) -> tuple[PlannedRow, PlannedRow]:
        """Annex, number and title, above the table."""
        table = self.form.table
        self.sheet.write_string(0, 0, table.annex, self.look.of(font_size=12, locked=False))
        above = [PlannedCell(0, table.annex, (f"{table.at}/annex",) if hasattr(self.form.record, "annex") else ())]
        if table.number:
            self.sheet.write_string(0, last, table.number, self.look.of(font_size=10, align="right"))
            above.append(PlannedCell(last, table.number))
        title = table.title + table.subtitle
        heading = self.look.of(font_size=16, align="center", valign="vcenter", bold=True, locked=bool(table.subtitle))
        self.sheet.merge_range(1, 0, 1, last, title, heading)
        self.sheet.set_row(1, 34)
        at = () if table.subtitle else (f"{table.at}/title",)
        return PlannedRow(tuple(above), row=0), PlannedRow((PlannedCell(0, title, at),), row=1)

    def _page(self, last: int) -> None:
        self.sheet.set_paper(9)
        self.sheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.7)
        self.sheet.center_horizontally()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(1, TOP)
        self.sheet.set_footer("&C— &P —")
        self.sheet.print_area(0, 0, len(self.form.table.rows) + TOP - 1, last)
        self.sheet.freeze_panes(TOP, 0)
        self.sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576", "formula_differs": "A1:XFD1048576"})
        allowed = ("insert_rows", "delete_rows", "format_rows", "format_columns", "format_cells")
        self.sheet.protect("", dict.fromkeys(allowed, True))

    def _height(self, row: LaidRow) -> float:
        """Room to write: more where sentences are asked for."""
        long = any(cell.role == "text" and cell.at.rpartition("/")[2] in _LONG for cell in row.cells)
        of_item = any(_OF_ROW.fullmatch(cell.at) for cell in row.cells)
        return max(height_of(self.form.table, row.cells), 64 if long else 30 if of_item else 22)

    def _cell(self, row: int, cell: LaidCell) -> PlannedCell:
        computation = self.computed.get(cell.at)
        known = self.form.field(cell.at) if cell.at else None
        fill = computation is None and self._is_to_fill(cell, known)
        where = (row, cell.column, row + cell.rowspan - 1, cell.column + cell.span - 1)
        figure = self._figure(cell)
        as_number = figure is not None and cell.text == figure.raw and is_stored_as_number(figure)
        number = computation.number if computation else number_format(figure) if figure and as_number else ""
        if not number and known is not None and fill and cell.role not in _ROLES:
            number = "@"
        look = look_of(self.look, cell, fill=fill, computed=computation is not None, number=number)
        if where[:2] != where[2:]:
            self.sheet.merge_range(*where, "", look)
        text = self._write(row, cell, computation, figure if as_number else None, look)
        if known is not None and (fill or computation):
            self._explain(where, cell, known)
        inputs = computation.inputs if computation else ()
        view = self.form.view(cell.at) if cell.at else ""
        at = () if self.form.is_spare(cell.at) else self.form.below(cell)
        return PlannedCell(cell.column, text, at, view, inputs)

    def _write(
        self, row: int, cell: LaidCell, computation: Computation | None, figure: Figure | None, look: Any
    ) -> str:
        """Write a cell; what it displays."""
        if computation is not None:
            value = "" if computation.value is None else stored(computation.value, computation.like)
            self.sheet.write_formula(row, cell.column, computation.expression, look, value)
            return computation.shown
        if figure is not None and figure.value is not None:
            self.sheet.write_number(row, cell.column, stored(figure.value, figure), look)
        elif cell.text:
            self.sheet.write_string(row, cell.column, cell.text, look)
        else:
            self.sheet.write_blank(row, cell.column, None, look)
        return cell.text

    def _figure(self, cell: LaidCell) -> Figure | None:
        if not cell.at or cell.doubt or self.form.is_spare(cell.at):
            return None
        found = resolve(self.dossier, cell.at)
        return found if isinstance(found, Figure) else None

    def _is_to_fill(self, cell: LaidCell, known: Field | None) -> bool:
        """What the empty form brings is printed, and so are the levels that it has."""
        if known is None:
            return False
        if known.by == "program" or known.name == "label":
            return False
        if not cell.text or cell.doubt:
            return True
        return known.by == "person" and known.name not in ("level1", "level2", "columns")

    def _explain(self, where: tuple[int, int, int, int], cell: LaidCell, known: Field) -> None:
        """What may be typed into the cell; and what it is, once for every column."""
        lists = {name: self._words(name) for name in ("level1", "level2")}
        weight = self.places.get(re.sub(r"/(?:audit_)?score$", "/weight", cell.at))
        if cell.at not in self.computed:
            allow(self.sheet, where, known, lists, weight.ref(self.form.name) if weight else "")
        column = _OF_ROW.sub(r"\1/*/\3", cell.at)
        if cell.at in self.computed and cell.computed is not None:
            self._note(where, f"{known.term.zh} {known.term.en}：{cell.computed}。不用填。")
        elif column not in self.noted:
            self.noted.add(column)
            self._note(where, known.note())

    def _note(self, where: tuple[int, int, int, int], text: str) -> None:
        lines = sum(-(-len(line) // 17) for line in text.split("\n"))
        size = {"width": 250, "height": 30 + 17 * lines}
        self.sheet.write_comment(where[0], where[1], text, {"author": "jixiao", "font_size": 9, **size})

    def _words(self, name: str) -> Sequence[str]:
        """The names of levels that the form has."""
        rows = getattr(self.form.record, "indicators", ())
        usual = (row.get(name, "") for row in self.form.layout.empty.get("indicators", ()))
        return [word for word in dict.fromkeys((*(getattr(row, name) for row in rows), *usual)) if word]

    def _planned(self, cells: tuple[PlannedCell, ...], row: LaidRow, mark: int) -> PlannedRow:
        lists = growing(self.form)
        pointers = [cell.at for cell in row.cells if cell.at]
        adds = next((to for to in lists for at in pointers if at.startswith(f"{to}/")), "")
        return PlannedRow(cells, mark, adds=adds, spare=any(map(self.form.is_spare, pointers)))
