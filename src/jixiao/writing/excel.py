"""The workbook of a dossier: a cover, and one sheet for every table as the official form lays it out.

A dossier and a path enter; an ``.xlsx`` is written. Numbers are numbers, with the decimal places of the paper. Sums,
rates and 总分 are live
formulas with their cached values, wherever the formula gives what is stated; a stated figure that its parts do not
give stays as it is, with a
note of what they give.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from pathlib import Path
from typing import Any

from ..forms.layouts import LaidCell, LaidTable, complete
from ..model import Dossier, Figure
from ..model.pointer import resolve
from .outline import tables
from .relations import HUNDRED, Relation, relations, value

_PIXELS_PER_MM = 3.78
_LINE_POINTS = 13.5
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_FONT = "宋体"
_EXACT = 10**15
"""Beyond 15 digits a spreadsheet no longer keeps a number; such a figure stays text."""


def write_excel(dossier: Dossier, path: Path) -> None:
    """Write the workbook. ``FileExistsError`` where the file is already there."""
    import xlsxwriter

    if path.exists():
        raise FileExistsError(str(path))
    full = complete(dossier)
    laid = tables(full)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"author": full.unit, "company": full.unit, "title": _title(full)})
        book.set_size(19200, 12000)
        look = _Look(book)
        cover = book.add_worksheet("目录")
        names = sheet_names(laid)
        places = _places(laid, names)
        formulas = {relation.at: relation for relation in relations(full)}
        for table, name in zip(laid, names, strict=True):
            _Sheet(book.add_worksheet(name), table, full, look, places, formulas).write()
        _cover(cover, full, laid, names, places, look)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a fact stands in the workbook."""

    sheet: str
    row: int
    column: int

    def ref(self, of: str = "") -> str:
        """``C5``, or with its sheet where that is another one than ``of``."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        cell: str = xl_rowcol_to_cell(self.row, self.column)
        return cell if self.sheet == of else f"'{self.sheet}'!{cell}"


_TOP = 2
"""Rows above a table: annex label and title."""


def _places(laid: tuple[LaidTable, ...], names: list[str]) -> dict[str, _Place]:
    return {
        cell.at: _Place(name, number + _TOP, cell.column)
        for table, name in zip(laid, names, strict=True)
        for number, row in enumerate(table.rows)
        for cell in row.cells
        if cell.at
    }


def sheet_names(laid: tuple[LaidTable, ...]) -> list[str]:
    """A short, allowed and unique name for every sheet: annex and what the table is of."""
    taken = {"目录"}
    result = []
    for table in laid:
        of = "基础数据表" if table.layout == "base-data" else _subject(table)
        base = _FORBIDDEN.sub("", f"{table.annex} {of}".strip())[:28] or "表"
        name, count = base, 1
        while name.lower() in taken:
            count += 1
            name = f"{base[:26]} {count}"
        taken.add(name.lower())
        result.append(name)
    return result


def _subject(table: LaidTable) -> str:
    if table.layout == "unit-self-evaluation":
        return "整体支出自评表"
    return next((cell.text for cell in table.cells() if cell.at == f"{table.at}/name"), "") or "自评表"


class _Look:
    """Cell formats, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"font_name": _FONT, **properties})
        return self._made[key]

    def cell(self, cell: LaidCell, number: str = "") -> Any:
        """A bordered cell of a table. A doubtful reading is tinted."""
        properties: dict[str, Any] = {"border": 1, "align": cell.align, "valign": "vcenter", "text_wrap": True}
        properties["font_size"] = 10
        if cell.role in ("label", "column"):
            properties["bg_color"] = "#F3F1EC"
        if cell.doubt:
            properties["bg_color"] = "#FFF2CC"
        if number:
            properties["num_format"] = number
        return self.of(**properties)


@dataclass(frozen=True, slots=True)
class _Sheet:
    sheet: Any
    table: LaidTable
    dossier: Dossier
    look: _Look
    places: Mapping[str, _Place]
    formulas: Mapping[str, Relation]

    def write(self) -> None:
        last = len(self.table.widths) - 1
        for column, width in enumerate(self.table.widths):
            self.sheet.set_column_pixels(column, column, round(float(width) * _PIXELS_PER_MM * 1.15))
        self.sheet.write_string(0, 0, self.table.annex, self.look.of(font_size=12))
        title = self.table.title + self.table.subtitle
        heading = self.look.of(font_size=16, align="center", valign="vcenter", bold=True)
        self.sheet.merge_range(1, 0, 1, last, title, heading)
        self.sheet.set_row(1, 30)
        for number, row in enumerate(self.table.rows):
            self.sheet.set_row(number + _TOP, self._height(row.cells))
            for cell in row.cells:
                self._cell(number + _TOP, cell)
        self._page(last)

    def _page(self, last: int) -> None:
        self.sheet.set_paper(9)
        self.sheet.set_margins(left=1.1, right=1.02, top=1.46, bottom=1.38)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&C— &P —")
        self.sheet.print_area(0, 0, len(self.table.rows) + _TOP - 1, last)

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
                row, cell, f"按“{relation.words}”计算为 {_shown(expected, figure)}，表中写 {figure.raw}，请核实。"
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
        like = _precision(relation, expected, figure)
        cached = stored(rounded(expected, like), like)
        look = self.look.cell(cell, _live_format(relation, figure, like))
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


def number_format(figure: Figure) -> str:
    """The spreadsheet format that shows a figure as printed; empty where it is to stay text."""
    if figure.value is None or figure.unit not in ("", "%") or abs(figure.value) >= _EXACT:
        return ""
    if len(figure.value.as_tuple().digits) > 15:
        return ""
    whole = "#,##0" if "," in figure.raw else "0"
    return whole + (f".{'0' * figure.places}" if figure.places else "") + ("%" if figure.unit == "%" else "")


def stored(number: Decimal, like: Figure) -> float:
    """What the cell holds: a percentage as a share."""
    return float(number / HUNDRED if like.unit == "%" else number)


def rounded(number: Decimal, like: Figure) -> Decimal:
    """A number to the places of a figure; a rounding mode that spreadsheets share (四舍五入)."""
    with localcontext(prec=60):
        return number.quantize(Decimal(1).scaleb(-like.places), ROUND_HALF_UP)


def _shown(number: Decimal, like: Figure) -> str:
    places = max(like.places, 2)
    text = f"{rounded(number, Figure('0.' + '0' * places)):f}"
    return text.rstrip("0").rstrip(".") + like.unit


def _precision(relation: Relation, expected: Decimal, figure: Figure) -> Figure:
    """To how many places a live formula rounds: two or more, so that it stays right when a part is edited; fewer only
    where the paper
    shows a rounded result that the finer one would replace.
    """
    sign = (
        "%"
        if (relation.kind == "percent" and figure.unit == "%") or (figure.value is None and relation.kind == "percent")
        else ""
    )
    fine = Figure(f"{Decimal(0):.{max(2, figure.places)}f}{sign}")
    if figure.value is None or rounded(expected, fine) == figure.value:
        return fine
    return Figure(f"{Decimal(0):.{figure.places}f}{sign}")


def _live_format(relation: Relation, figure: Figure, like: Figure) -> str:
    if relation.kind in ("points", "total") and figure.places < 2:
        return "General"
    return number_format(like if like.places > figure.places else figure) or number_format(like)


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


def _title(dossier: Dossier) -> str:
    year = f"{dossier.year}年度" if dossier.year is not None else ""
    return f"{dossier.unit}{year}绩效自评表"


def _cover(
    sheet: Any,
    dossier: Dossier,
    laid: tuple[LaidTable, ...],
    names: list[str],
    places: Mapping[str, _Place],
    look: _Look,
) -> None:
    """One line a table, with links, and its score and money taken from its sheet."""
    heads = ("附件", "表", "全年预算数", "全年执行数", "执行率", "得分")
    widths = (12, 44, 14, 14, 10, 10)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.merge_range(
        0,
        0,
        0,
        len(heads) - 1,
        _title(dossier),
        look.of(font_size=14, bold=True, align="center", valign="vcenter", text_wrap=True),
    )
    sheet.set_row(0, 40)
    head = look.of(font_size=10, border=1, align="center", bg_color="#F3F1EC")
    for column, text in enumerate(heads):
        sheet.write_string(2, column, text, head)
    plain = look.of(font_size=10, border=1)
    link = look.of(font_size=10, border=1, font_color="#1F4E8C", underline=1)
    for row, (table, name) in enumerate(zip(laid, names, strict=True), start=3):
        sheet.write_string(row, 0, table.annex, plain)
        sheet.write_url(row, 1, f"internal:'{name}'!A1", link, string=name)
        for column, pointer in enumerate(_cover_facts(dossier, table), start=2):
            place = places.get(pointer)
            figure = resolve(dossier, pointer) if place else None
            number = number_format(figure) if isinstance(figure, Figure) else ""
            if place and number and isinstance(figure, Figure) and figure.value is not None:
                cell = look.of(font_size=10, border=1, num_format=number)
                sheet.write_formula(row, column, f"={place.ref()}", cell, stored(figure.value, figure))
            else:
                sheet.write_blank(row, column, None, plain)
    sheet.freeze_panes(3, 0)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _cover_facts(dossier: Dossier, table: LaidTable) -> tuple[str, ...]:
    record = resolve(dossier, table.at)
    lines = record.funds.lines if hasattr(record, "funds") else ()
    row = next((i for i, line in enumerate(lines) if line.source == "total"), None)
    money = f"{table.at}/funds/lines/{row}"
    return (*(f"{money}/{f}" for f in ("revised_budget", "outturn", "rate")), f"{table.at}/total")
