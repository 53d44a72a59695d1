"""Workbooks as people make them, recognised: every field right, whatever the sheet looks like."""

from __future__ import annotations

from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Border, Font, Side

from jixiao.model import BaseData, Dossier, Evaluation, Report
from jixiao.model.store import load
from jixiao.recognition import Recognised, recognise
from jixiao.writing.outline import printed, tables
from tests.reading.reader import read
from tests.reading.sheets import Manner, lay, saved, workbook
from tests.shared import ROOT
from tests.writing.dossiers import base_data, dossier, overall, project


def without_reports(given: Dossier) -> Dossier:
    """What a workbook carries of a dossier."""
    return given.model_copy(update={"records": tuple(r for r in given.records if not isinstance(r, Report))})


SMALL = dossier(reports=())
PUBLISHED = without_reports(load(ROOT / "examples" / "yueyang-2024" / "dossier"))
NOTES = ("注：1.执行率按实际计算。", "2.得分保留两位小数。")
MANNERS = {
    "plain": Manner(),
    "from column B": Manner(left=2),
    "no lines": Manner(lines=False),
    "typed as text": Manner(lines=False, merged_title=False, numbers=False),
    "a unit above": Manner(unit="单位：万元"),
}


def recognised(given: Dossier, manner: Manner, gap: int | None) -> Recognised:
    """The tables of a dossier on one sheet each, or all on one with so many empty rows between."""
    laid = tables(given)
    names = [f"表{n}" for n in range(len(laid))] if gap is None else ["Sheet1"]
    book, sheets = workbook(*names)
    row = 3 if manner.left > 1 else 1
    for place, table in enumerate(laid):
        end = lay(sheets[place if gap is None else 0], table, row, manner)
        row = row if gap is None else end + gap
    return recognise([read(saved(book), "自评.xlsx")])


@pytest.mark.parametrize("gap", [None, 0, 1, 3])
@pytest.mark.parametrize("manner", MANNERS)
def test_every_field_is_read(manner: str, gap: int | None) -> None:
    expected = printed(SMALL)
    found = recognised(SMALL, MANNERS[manner], gap)
    assert found.dossier.every(Evaluation) == expected.every(Evaluation)
    assert found.dossier.every(BaseData) == expected.every(BaseData)
    assert list(found.unplaced) == []


@pytest.mark.parametrize("gap", [None, 0])
def test_the_published_case_is_read(gap: int | None) -> None:
    expected = printed(PUBLISHED)
    found = recognised(PUBLISHED, Manner(left=2), gap)
    assert len(expected.every(Evaluation)) == 5
    assert found.dossier.every(Evaluation) == expected.every(Evaluation)
    assert found.dossier.every(BaseData) == expected.every(BaseData)
    assert list(found.unplaced) == []


@pytest.mark.parametrize("lines", [True, False])
def test_notes_under_a_table_are_its_own(lines: bool) -> None:
    given = dossier(reports=(), base_data=(), evaluations=(overall(), project()))
    found = recognised(given, Manner(lines=lines, notes=NOTES), 0)
    for evaluation, wanted in zip(*(d.every(Evaluation) for d in (found.dossier, printed(given))), strict=True):
        note = evaluation.extra[0]
        assert (note.label, note.text) == ("注", "1.执行率按实际计算。")
        assert evaluation.model_copy(update={"extra": wanted.extra}) == wanted


def test_places_are_those_of_the_sheet() -> None:
    found = recognised(dossier(reports=(), base_data=(), evaluations=(project(),)), Manner(left=2), None)
    place = found.trace["/records/0/total"]
    assert (place.sheet, place.row, place.cell) == ("表0", 20, 9)
    assert place.describe() == "工作表“表0” J21"


# --- made by hand, as the central form of 2020 is filled in ---

_LINE = Side(style="thin")
_COLUMNS = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
_ROWS = (
    ("产出指标", "数量指标", "采购图书", "≥2000册", 2150, 20, 20, None),
    (None, "质量指标", "验收合格率", 0.95, 0.985, 15, 15, None),
    (None, "时效指标", "完成时间", "2024年12月31日前", "按时完成", 15, 15, None),
    ("效益指标", "社会效益指标", "到馆人次", "10万人次", "9.2万人次", 30, 27.6, "闭馆改造一个月"),
    ("满意度指标", "服务对象满意度指标", "读者满意度", "≥90%", "92%", 10, 10, None),
)


def by_hand() -> tuple[Any, Any]:
    """A form from B3 on: merged title, the year as a date, amounts and shares as numbers, formulas as Excel left
    them, a hidden column of workings, a hidden row, a print area, notes.
    """
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "自评表"
    sheet["B3"] = "项目支出绩效自评表"
    sheet.merge_cells("B3:I3")
    sheet["B4"] = 45292
    sheet["B4"].number_format = '"（"yyyy"年度）"'
    sheet.merge_cells("B4:I4")
    sheet["B5"], sheet["H5"] = "填报单位：示范县图书馆", "单位：万元"
    head = [("项目名称", "公共图书购置"), ("主管部门", "示范县文旅局"), ("实施单位", "示范县图书馆")]
    for row, (label, text) in enumerate(head, 6):
        sheet.cell(row, 2, label)
        sheet.cell(row, 3, text)
        sheet.merge_cells(start_row=row, end_row=row, start_column=3, end_column=9)
    money = ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    for column, text in enumerate(money, 2):
        sheet.cell(9, column, text or None)
    for row, amounts in ((10, (80, 1250.5, 1215.4)), (11, (80, 1250.5, 1215.4))):
        sheet.cell(row, 3, "年度资金总额" if row == 10 else "其中：当年财政拨款")
        for column, amount in enumerate(amounts, 4):
            sheet.cell(row, column, amount).number_format = "#,##0.00"
    sheet["G10"], sheet["H10"], sheet["I10"] = 10, 1215.4 / 1250.5, 9.72
    sheet["H10"].number_format, sheet["I10"].number_format = "0.0%", "0.00_ "
    sheet.merge_cells("B9:B11")
    sheet["B12"], sheet["C12"], sheet["G12"] = "年度总体目标", "预期目标", "实际完成情况"
    sheet["C13"], sheet["G13"] = "购置图书两千册，\n满足读者需要。", "购置图书2150册。"
    for block in ("B12:B13", "C12:F12", "G12:I12", "C13:F13", "G13:I13"):
        sheet.merge_cells(block)
    for column, text in enumerate(_COLUMNS, 2):
        sheet.cell(14, column, text)
    for row, values in enumerate(_ROWS, 15):
        for column, value in enumerate(values, 2):
            sheet.cell(row, column, value)
    sheet.merge_cells("B15:B17")
    sheet["E16"].number_format = sheet["F16"].number_format = "0.0%"
    sheet["B20"], sheet["G20"], sheet["H20"] = "总分", 100, 97.32
    sheet.merge_cells("B20:F20")
    for line in sheet["B6:I20"]:
        for cell in line:
            cell.border = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
    sheet["B21"] = "填表人：张三　　联系电话：0730-1234567"
    sheet["J15"] = "核对用"
    sheet.column_dimensions["J"].hidden = True
    sheet["L16"] = "自用备注"
    sheet.print_area = "B3:I21"
    sheet.column_dimensions["D"].width = 30
    return book, sheet


def test_a_form_made_by_hand() -> None:
    book, _ = by_hand()
    document = read(saved(book), "图书馆.xlsx")
    (note,) = document.notes
    assert str(note) == "工作表“自评表”中隐藏的列未读入：J 列"
    found = recognise([document])
    (evaluation,) = found.dossier.every(Evaluation)
    assert (evaluation.name, evaluation.year, evaluation.unit) == ("公共图书购置", 2024, "示范县图书馆")
    assert (evaluation.department, evaluation.implementer) == ("示范县文旅局", "示范县图书馆")
    total, fiscal = evaluation.funds.lines
    assert [total.initial_budget.raw, total.revised_budget.raw, total.outturn.raw] == ["80.00", "1,250.50", "1,215.40"]
    assert [total.weight.raw, total.rate.raw, total.score.raw] == ["10", "97.2%", "9.72"]
    assert (fiscal.source, fiscal.outturn.raw) == ("fiscal", "1,215.40")
    assert evaluation.goal_expected == "购置图书两千册，\n满足读者需要。"
    assert [i.level1 for i in evaluation.indicators] == [
        "产出指标", "产出指标", "产出指标", "效益指标", "满意度指标"
    ]  # fmt: skip
    assert [(i.target, i.actual) for i in evaluation.indicators][:2] == [("≥2000册", "2150"), ("95.0%", "98.5%")]
    assert [i.score.raw for i in evaluation.indicators] == ["20", "15", "15", "27.6", "10"]
    assert [evaluation.total.raw, evaluation.total_weight.raw] == ["97.32", "100"]
    assert [(extra.label, extra.text) for extra in evaluation.extra] == [
        ("填表人", "张三"), ("联系电话", "0730-1234567")
    ]  # fmt: skip
    assert [(item.position.describe(), item.text) for item in found.unplaced] == [("工作表“自评表” L16", "自用备注")]


def test_crossed_out_figures_are_no_figures() -> None:
    book, sheet = by_hand()
    sheet["I10"].font = Font(strike=True)
    document = read(saved(book), "图书馆.xlsx")
    assert "reading.excel-struck" in {note.key for note in document.notes}
    (evaluation,) = recognise([document]).dossier.every(Evaluation)
    assert evaluation.funds.lines[0].score.is_blank


def test_formulas_that_nobody_has_computed_are_blank() -> None:
    book, sheet = by_hand()
    sheet["H20"] = "=SUM(H15:H19)+I10"
    document = read(saved(book), "图书馆.xlsx")
    assert any("H20" in str(note) and "打开保存" in str(note) for note in document.notes)
    (evaluation,) = recognise([document]).dossier.every(Evaluation)
    assert evaluation.total is None or evaluation.total.is_blank


def test_five_forms_beside_a_hidden_one() -> None:
    book, _ = by_hand()
    for number in range(2, 7):
        copy = book.copy_worksheet(book.active)
        copy.title = f"自评表{number}"
        copy["C6"] = f"项目{number}"
    book["自评表2"].sheet_state = "veryHidden"
    document = read(saved(book), "图书馆.xlsx")
    assert any(note.key == "reading.excel-hidden-sheets" and "自评表2" in str(note) for note in document.notes)
    names = [evaluation.name for evaluation in recognise([document]).dossier.every(Evaluation)]
    assert names == ["公共图书购置", "项目3", "项目4", "项目5", "项目6"]


def test_a_base_data_table_alone() -> None:
    given = dossier(reports=(), evaluations=(), base_data=(base_data(),))
    for manner in MANNERS.values():
        found = recognised(given, manner, 0)
        assert found.dossier.every(BaseData) == printed(given).every(BaseData)
