"""The workbook: numbers are numbers, formulas live with their cached values, nothing stated is silently replaced."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from jixiao.model import Dossier, Doubt, Evaluation, Figure
from jixiao.policy import Policy
from jixiao.writing import write_excel
from jixiao.writing.excel import number_format, rounded, sheet_names
from jixiao.writing.outline import tables
from tests.policy.policies import policy_with
from tests.writing.dossiers import DOSSIERS, base_data, dossier, fund, overall, project
from tests.writing.workbook import Workbook


def opened(given_: Dossier, folder: Path, policy: Policy | None = None) -> Workbook:
    """The dossier's workbook, written over the last one."""
    path = folder / "out.xlsx"
    path.unlink(missing_ok=True)
    return Workbook(given_, path, policy)


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    return opened(dossier(), tmp_path)


def test_one_sheet_a_table_and_a_cover(book: Workbook) -> None:
    assert book.formulas.sheetnames == ["目录", "附件1 基础数据表", "附件2 整体支出自评表", "附件1-1 航道养护费"]
    cover = book.values["目录"]
    assert [c.value for c in cover[3]] == ["附件", "表", "全年预算数", "全年执行数", "执行率", "得分"]
    assert [c.value for c in cover[6]] == ["附件1-1", "附件1-1 航道养护费", 100, 98.5, 0.985, 97.85]
    assert book.formulas["目录"]["F6"].value.startswith("='附件1-1 航道养护费'!")
    assert book.formulas["目录"]["B6"].hyperlink.location == "'附件1-1 航道养护费'!A1"
    assert book.formulas.properties.creator == "示范市渡口管理所"


@pytest.mark.parametrize(
    ("at", "formula", "cached", "shown"),
    [
        ("/records/1/funds/lines/0/outturn", "=ROUND(SUM(G7:G9),2)", 98.5, "0.00"),
        ("/records/1/funds/lines/0/rate", '=IF(F6=0,"",ROUND(G6/F6,4))', 0.985, "0.00%"),
        ("/records/1/funds/lines/0/score", '=IF(F6=0,"",ROUND(MIN(G6/F6,1)*H6,2))', 9.85, "0.00"),
        ("/records/1/total", "=ROUND(SUM(I13:I18,K6),2)", 97.85, "0.00"),
        ("/records/2/lines/0/outturn", "=ROUND(SUM(F7,F10:F11),2)", 5.5, "0.00"),
        ("/records/2/staff/control_rate", '=IF(B4=0,"",ROUND(D4/B4,4))', 0.95, "0.00%"),
    ],
)
def test_what_follows_is_a_live_formula(book: Workbook, at: str, formula: str, cached: float, shown: str) -> None:
    assert book.cell(at).value == formula
    assert book.cached(at) == pytest.approx(cached)
    assert book.cell(at).number_format == shown


STEPS = "execution: {formula: steps, steps: [{from: 95, share: 1}, {from: 90, share: 0.8}, {from: 60, share: 0.5}]}"


def with_score(score: str) -> Dossier:
    lines = (fund("total", "合计", "1", "100.00", "92.00", "10", "92%", score),)
    return dossier(evaluations=(project(funds={"lines": lines}),), base_data=(), reports=())


def test_a_score_by_steps_is_live_too(tmp_path: Path) -> None:
    book = opened(with_score("8"), tmp_path, policy_with(tmp_path, STEPS))
    at = "/records/0/funds/lines/0/score"
    assert book.cell(at).value == '=IF(F6=0,"",ROUND(LOOKUP(G6/F6*100,{0,60,90,95},{0,0.5,0.8,1})*H6,2))'
    assert book.cached(at) == 8
    assert "9.2" in opened(with_score("8"), tmp_path).cell(at).comment.text


def test_a_total_that_is_more_than_its_parts_added_is_no_formula(tmp_path: Path) -> None:
    capped = policy_with(tmp_path, "total: {cap: 95}")
    book = opened(dossier(evaluations=(project(total="95"),), base_data=(), reports=()), tmp_path, capped)
    assert (book.cell("/records/0/total").value, book.cell("/records/0/total").comment) == (95, None)


def test_what_rounding_explains_stays_and_needs_no_note(tmp_path: Path) -> None:
    lines = (fund("total", "合计", "100.01", "1", "1"), fund("fiscal", "拨款", "60.00", "1", "1"))
    lines = (*lines, fund("other", "其他", "40.00", "", ""))
    book = opened(dossier(evaluations=(project(funds={"lines": lines}),), base_data=(), reports=()), tmp_path)
    cell = book.cell("/records/0/funds/lines/0/initial_budget")
    assert (cell.value, cell.comment) == (100.01, None)


def test_numbers_are_numbers_and_words_are_words(book: Workbook) -> None:
    assert book.cell("/records/1/funds/lines/1/initial_budget").value == 70
    assert book.cell("/records/1/indicators/0/target").value == "≥50公里"
    assert book.cell("/records/1/indicators/0/score").data_type == "n"
    assert book.cell("/records/0/funds/by_income/0/amount").value == "其中：一般公共预算：340.00"


def test_merges_are_those_of_the_form(book: Workbook) -> None:
    merged = {str(r) for r in book.formulas["附件1-1 航道养护费"].merged_cells.ranges}
    assert {"A12:A18", "B13:B15", "C13:C14", "A5:B9"} <= merged


def test_a_stated_figure_that_its_parts_do_not_give_stays_with_a_note(tmp_path: Path) -> None:
    book = opened(dossier(evaluations=(overall(), project(total="96"))), tmp_path)
    cell = book.cell("/records/1/total")
    assert cell.value == 96
    assert "97.85" in cell.comment.text
    assert "96" in cell.comment.text


def test_a_rounded_result_is_not_replaced_by_a_finer_one(tmp_path: Path) -> None:
    lines = (fund("total", "合计", "1", "70.00", "65.00", "10", "92.9%", "9.3"),)
    book = opened(dossier(evaluations=(project(funds={"lines": lines}),), base_data=(), reports=()), tmp_path)
    rate = book.cell("/records/0/funds/lines/0/rate")
    assert (rate.value, rate.number_format) == ('=IF(F6=0,"",ROUND(G6/F6,3))', "0.0%")
    assert book.cached("/records/0/funds/lines/0/score") == 9.3
    assert book.cell("/records/0/funds/lines/0/score").number_format == "General"


def test_rates_without_a_sign_keep_their_scale(tmp_path: Path) -> None:
    lines = (fund("total", "合计", "1", "100.00", "98.50", "10", "98.5", "9.85"),)
    book = opened(dossier(evaluations=(project(funds={"lines": lines}),), base_data=()), tmp_path)
    assert book.cell("/records/0/funds/lines/0/rate").value == '=IF(F6=0,"",ROUND(G6/F6*100,2))'
    assert book.cached("/records/0/funds/lines/0/rate") == 98.5


def test_a_blank_place_gets_the_formula(tmp_path: Path) -> None:
    lines = (fund("total", "合计", "1", "100.00", "98.50", "10", "", ""),)
    given_ = dossier(evaluations=(project(funds={"lines": lines}, total=""),), base_data=())
    book = opened(given_, tmp_path)
    assert book.cached("/records/0/funds/lines/0/rate") == pytest.approx(0.985)
    assert book.cell("/records/0/funds/lines/0/rate").number_format == "0.00%"
    assert book.cached("/records/0/funds/lines/0/score") == 9.85
    assert book.cell("/records/0/total").value is None


def test_a_part_that_is_text_on_the_sheet_feeds_no_formula(tmp_path: Path) -> None:
    lines = (fund("total", "合计", "1亿元", "1", "1"), fund("fiscal", "拨款", "1亿元", "1", "1"))
    book = opened(dossier(evaluations=(project(funds={"lines": lines}),), base_data=()), tmp_path)
    assert book.cell("/records/0/funds/lines/0/initial_budget").value == "1亿元"


def test_a_doubtful_reading_is_marked(tmp_path: Path) -> None:
    doubts = (Doubt(field="total", raw="9?", reason="看不清"),)
    book = opened(dossier(evaluations=(project(total=None, doubts=doubts),), base_data=()), tmp_path)
    cell = book.cell("/records/0/total")
    assert cell.value == "9?"
    assert "看不清" in cell.comment.text


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    given_ = dossier(evaluations=(project(goal_actual="=1+1", goal_expected="http://x"),), base_data=())
    book = opened(given_, tmp_path)
    assert (book.cell("/records/0/goal_actual").value, book.cell("/records/0/goal_actual").data_type) == (
        "=1+1",
        "s",
    )


def test_sheet_names_are_short_allowed_and_unique() -> None:
    many = tuple(project(name=f"一二三四五六七八九十[{'长' * 30}]", annex="附件1-1") for _ in range(2))
    laid = tables(dossier(evaluations=(*many, Evaluation(kind="project-evaluation")), base_data=(base_data(annex=""),)))
    names = sheet_names(laid)
    assert len(set(names)) == len(names) == 4
    assert all(len(name) <= 31 and "[" not in name for name in names)
    assert names[-1] == "自评表"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("9.50", "0.00"),
        ("1,234", "#,##0"),
        ("97.2%", "0.0%"),
        ("3次", ""),
        ("无", ""),
        ("1" * 16, ""),
        ("0." + "1" * 16, ""),
    ],
)
def test_number_formats_show_what_is_printed(raw: str, shown: str) -> None:
    assert number_format(Figure(raw)) == shown


def test_rounding_is_that_of_spreadsheets() -> None:
    assert rounded(Decimal("2.345"), Figure("0.00")) == Decimal("2.35")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_text("")
    with pytest.raises(FileExistsError):
        write_excel(dossier(), path)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DOSSIERS)
def test_every_stated_figure_is_still_there(tmp_path: Path, given_: Dossier) -> None:
    book = opened(given_, tmp_path)
    for table in tables(given_):
        for cell in table.cells():
            if not (cell.at and cell.text):
                continue
            cached = book.cached(cell.at)
            figure = Figure(cell.text)
            if number_format(figure) and cached != cell.text:
                share = 100 if figure.unit == "%" else 1
                assert cached == pytest.approx(float(figure.value or 0) / share)
            else:
                assert str(cached).strip() == cell.text.strip() or cell.text.strip() == ""
