"""A report as a sheet to fill in: one row for every heading and paragraph, with rows left for text.

A completed report enters; the worksheet is drawn, and what every cell of it was written with leaves. Figures that are
bound to the tables stay as they are written: ``{{ /records/… }}``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jixiao.forms.fields import field_of
from jixiao.model import Report
from jixiao.model.records.report import Passage
from jixiao.model.workbook import (
    ATTACHMENT,
    CONTENT,
    DATE,
    MARK,
    SIGNATURE,
    TITLE,
    PlannedCell,
    PlannedRow,
    PlannedSheet,
    level_word,
)

from ..book import Look
from .looks import LABEL, LINE, QUIET, TO_FILL

_WIDTHS = (80, 70, 540)
_HEADS = ("层次", "序号", "内容")
_CHOICES = (TITLE, *(level_word(n) for n in range(1, 5)), CONTENT, ATTACHMENT, SIGNATURE, DATE)
_EMPTY = 2
"""Rows for paragraphs below a heading that has none."""
_TOP = 3
_LETTERS = 44
"""Chinese characters in a line of the widest column."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: what it is, its number and text, and their pointers within the report."""

    what: str
    number: str = ""
    text: str = ""
    at: str = ""
    number_at: str = ""
    spare: bool = False

    @property
    def heading(self) -> bool:
        return bool(self.number_at)


def _rows(report: Report) -> Iterator[_Row]:
    yield _Row(TITLE, "", report.title, "/title")
    for place, section in enumerate(report.sections):
        base = f"/sections/{place}"
        yield _Row(level_word(section.level), section.number, section.title, f"{base}/title", f"{base}/number")
        for number, passage in enumerate(section.paragraphs):
            yield _Row(CONTENT, "", passage.text, f"{base}/paragraphs/{number}/text")
        deeper = place + 1 < len(report.sections) and report.sections[place + 1].level > section.level
        if not section.paragraphs and not deeper:
            yield from (_Row(CONTENT, spare=True) for _ in range(_EMPTY))
    for place, text in enumerate(report.attachments):
        yield _Row(ATTACHMENT, "", text, f"/attachments/{place}")
    yield _Row(SIGNATURE, "", report.signature or "", "/signature")
    yield _Row(DATE, "", report.date or "", "/date")


def paint_report(sheet: Any, name: str, report: Report, at: str, look: Look) -> PlannedSheet:
    """Draw it, and say what each cell was written with."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column_pixels(column, column, width)
    sheet.set_column_pixels(3, 3, 10)
    sheet.set_column_pixels(4, 4, 34)
    sheet.merge_range(0, 0, 0, 2, "报告", look.of(font_size=16, bold=True, align="center", valign="vcenter"))
    sheet.set_row(0, 34)
    said = "一行一个标题或一段正文；段落不够就在下面插入行，“层次”选“正文”。要加小标题，“层次”选几级标题。"
    sheet.merge_range(1, 0, 1, 2, said, look.of(font_size=9, font_color="#666666", text_wrap=True, valign="vcenter"))
    sheet.set_row(1, 28)
    head = look.of(font_size=10, border=1, border_color=LINE, align="center", bg_color=LABEL)
    quiet = look.of(font_size=8, font_color=QUIET, align="center")
    for column, text in enumerate(_HEADS):
        sheet.write_string(2, column, text, head)
    sheet.write_comment(2, 2, field_of(Passage, "text").note(), {"author": "jixiao", "width": 250, "height": 60})
    sheet.write_string(2, 4, MARK, quiet)
    planned = [PlannedRow((PlannedCell(0, "报告"),), row=0), PlannedRow((PlannedCell(0, said),), row=1)]
    planned.append(PlannedRow(tuple(PlannedCell(column, text) for column, text in enumerate(_HEADS)), row=2))
    rows = tuple(_rows(report))
    for number, row in enumerate(rows):
        planned.append(_paint(sheet, number + _TOP, row, at, look, number + 1))
        sheet.write_string(number + _TOP, 4, str(number + 1), quiet)
    _page(sheet, len(rows))
    return PlannedSheet(name, at, tuple(planned), (2, 4))


def _paint(sheet: Any, place: int, row: _Row, at: str, look: Look, mark: int) -> PlannedRow:
    common: dict[str, Any] = {"font_size": 10, "border": 1, "border_color": LINE, "valign": "vcenter", "locked": False}
    bold = row.heading or row.what == TITLE
    indent = {"indent": 1} if row.what == CONTENT else {}
    words = (row.what, row.number, row.text)
    looks = (
        look.of(**common, align="center", font_color="#808080"),
        look.of(**common, align="center", bold=bold, num_format="@"),
        look.of(
            **common, text_wrap=True, bold=bold, num_format="@", bg_color=LABEL if row.heading else TO_FILL, **indent
        ),
    )
    for column, (text, form) in enumerate(zip(words, looks, strict=True)):
        if text:
            sheet.write_string(place, column, text, form)
        else:
            sheet.write_blank(place, column, None, form)
    lines = sum(max(1, -(-len(line) // _LETTERS)) for line in row.text.split("\n"))
    sheet.set_row(place, min(max(lines * 14 + 6, 34 if row.what == CONTENT else 20), 409))
    sheet.data_validation(place, 0, place, 0, {"validate": "list", "source": list(_CHOICES), "error_type": "warning"})
    number_at = (at + row.number_at,) if row.number_at else ()
    cells = (
        PlannedCell(0, row.what),
        PlannedCell(1, row.number, number_at),
        PlannedCell(2, row.text, (at + row.at,) if row.at else ()),
    )
    return PlannedRow(cells, mark, spare=row.spare)


def _page(sheet: Any, count: int) -> None:
    sheet.set_paper(9)
    sheet.set_margins(left=0.7, right=0.7, top=0.8, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    sheet.set_footer("&C— &P —")
    sheet.print_area(0, 0, _TOP + count - 1, 2)
    sheet.freeze_panes(_TOP, 0)
    allowed = ("insert_rows", "delete_rows", "format_rows", "format_columns", "format_cells")
    sheet.protect("", dict.fromkeys(allowed, True))
