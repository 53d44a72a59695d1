"""The first sheet of a workbook to fill in: whose it is, how to fill it in, and what it holds, with the state of each
form.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jixiao.forms.fields import field_of
from jixiao.forms.kinds import kinds
from jixiao.model import Dossier
from jixiao.model.workbook import STATES, PlannedCell, PlannedRow, PlannedSheet

from ..book import Look
from ..cover import title_of
from .looks import COMPUTED, LABEL, LINE, TO_FILL

NAME = "目录"
_WIDTHS = (90, 290, 130, 90)
HOW_TO = (
    "淡黄色的格子由您填写；淡蓝色的格子由公式算出，不用填；其余是表上印好的，锁住了（没有密码，“审阅—撤销工作表保护”即可解开）。",
    "点到格子上会出现说明：填什么、什么单位、例子。金额和得分只填数字，不带单位；指标值和完成值照原样写，连同单位。",
    "指标不够：用表下方留的空行，一级、二级指标从列表里选；也可以在某个指标下面插入行。空行不用删，不会算作指标。",
    "右侧“行次”一栏和隐藏的工作表“_jixiao”供软件读回，请勿改动；打印时不出现。",
    "填好一张，就把它的状态改为“已填完”；保存后用 jixiao check 核查这个文件，没填的会逐项列出。",
)


def paint_cover(sheet: Any, dossier: Dossier, names: Sequence[tuple[str, str]], look: Look) -> PlannedSheet:
    """Draw it. ``names`` are the sheets in order, each with the pointer of its record."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column_pixels(column, column, width)
    title = title_of(dossier)
    sheet.merge_range(0, 0, 0, 3, title, look.of(font_size=18, bold=True, align="center", valign="vcenter"))
    sheet.set_row(0, 48)
    rows = [PlannedRow((PlannedCell(0, title),), row=0)]
    label = look.of(font_size=10, border=1, border_color=LINE, align="center", valign="vcenter", bg_color=LABEL)
    fill = look.of(
        font_size=10, border=1, border_color=LINE, valign="vcenter", bg_color=TO_FILL, locked=False, num_format="@"
    )
    facts = (("unit", dossier.unit), ("year", str(dossier.year or "")), ("place", dossier.place))
    for place, (name, text) in enumerate(facts, start=2):
        known = field_of(Dossier, name)
        sheet.write_string(place, 0, known.term.zh, label)
        sheet.merge_range(place, 1, place, 3, text, fill)
        sheet.set_row(place, 22)
        sheet.write_comment(place, 1, known.note(), {"author": "jixiao", "width": 250, "height": 60, "font_size": 9})
        rows.append(PlannedRow((PlannedCell(0, known.term.zh), PlannedCell(1, text, (f"/{name}",))), row=place))
    rows += _how_to(sheet, look)
    rows += _contents(sheet, dossier, names, look, label)
    sheet.set_paper(9)
    sheet.set_margins(left=0.7, right=0.7, top=0.8, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    sheet.protect("", {"format_rows": True, "format_columns": True})
    return PlannedSheet(NAME, "", tuple(rows))


def _how_to(sheet: Any, look: Look) -> list[PlannedRow]:
    heading = look.of(font_size=11, bold=True)
    sheet.write_string(6, 0, "怎样填写", heading)
    rows = [PlannedRow((PlannedCell(0, "怎样填写"),), row=6)]
    plain = look.of(font_size=10, text_wrap=True, valign="vcenter")
    for number, text in enumerate(HOW_TO, start=1):
        line = f"{number}. {text}"
        sheet.merge_range(6 + number, 0, 6 + number, 3, line, plain)
        sheet.set_row(6 + number, 32)
        rows.append(PlannedRow((PlannedCell(0, line),), row=6 + number))
    place = 8 + len(HOW_TO)
    legend = (("填写", TO_FILL), ("公式", COMPUTED), ("印好的", LABEL))
    for column, (text, ground) in enumerate(legend):
        form = look.of(font_size=10, border=1, border_color=LINE, align="center", bg_color=ground)
        sheet.write_string(place, column, text, form)
    rows.append(PlannedRow(tuple(PlannedCell(c, text) for c, (text, _) in enumerate(legend)), row=place))
    return rows


def _contents(
    sheet: Any, dossier: Dossier, names: Sequence[tuple[str, str]], look: Look, label: Any
) -> list[PlannedRow]:
    top = 10 + len(HOW_TO)
    heads = ("附件", "表", "表种", "状态")
    for column, text in enumerate(heads):
        sheet.write_string(top, column, text, label)
    rows = [PlannedRow(tuple(PlannedCell(column, text) for column, text in enumerate(heads)), row=top)]
    plain = look.of(font_size=10, border=1, border_color=LINE, valign="vcenter", text_wrap=True)
    link = look.of(
        font_size=10, border=1, border_color=LINE, font_color="#1F4E8C", underline=1, valign="vcenter", text_wrap=True
    )
    state = look.of(
        font_size=10, border=1, border_color=LINE, align="center", valign="vcenter", bg_color=TO_FILL, locked=False
    )
    records = {f"/records/{n}": record for n, record in enumerate(dossier.records)}
    for place, (name, at) in enumerate(names, start=top + 1):
        record = records[at]
        words = (getattr(record, "annex", ""), name, kinds()[record.kind].title.zh, STATES[record.state])
        sheet.set_row(place, 28)
        sheet.write_string(place, 0, words[0], plain)
        sheet.write_url(place, 1, f"internal:'{name}'!A1", link, string=name)
        sheet.write_string(place, 2, words[2], plain)
        sheet.write_string(place, 3, words[3], state)
        sheet.data_validation(place, 3, place, 3, {"validate": "list", "source": list(STATES.values())})
        cells = [PlannedCell(column, text) for column, text in enumerate(words[:3])]
        rows.append(PlannedRow((*cells, PlannedCell(3, words[3], (f"{at}/state",))), row=place))
    return rows
