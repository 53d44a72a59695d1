"""What comes back from a workbook to fill in, and how much of a dossier is filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.desk import fill_in_workbook, open_case, progress, progress_message, save_template
from jixiao.forms.layouts import load
from jixiao.forms.skeleton import skeleton
from jixiao.model import Case, Dossier, Evaluation, Figure, FundLine, Report
from jixiao.model.store import load as load_dossier
from jixiao.model.workbook import OWN_SHEET
from jixiao.recognition.messages import COLUMNS_CHANGED, NO_PLACE_ON_FORM, PLAN_DAMAGED, PRINTED_WORDS_CHANGED
from tests.writing.dossiers import base_data, dossier, fund, overall, project, report

from .workbook import Filled, bare, filled

P = "/records/1"


def empty(*projects: str) -> Dossier:
    return skeleton(unit="示范市某中心", year=2024, projects=projects or ["甲项目"])


def the_project(case: Case) -> Evaluation:
    return next(e for e in case.source.every(Evaluation) if e.scope == "project")


def with_money(book: Filled) -> None:
    book.cell(f"{P}/funds/lines/1/revised_budget").value = 100
    book.cell(f"{P}/funds/lines/1/outturn").value = 98.5
    for number, score in enumerate((20, 19.5)):
        book.cell(f"{P}/indicators/{number}/weight").value = 20
        book.cell(f"{P}/indicators/{number}/score").value = score


def test_formulas_that_nobody_computed_are_computed_and_told() -> None:
    with filled(empty()) as book:
        with_money(book)
        case = book.back()
    table = the_project(case)
    total = table.funds.lines[0]
    found = (total.revised_budget, total.outturn, total.rate, total.score, table.total)
    assert [str(figure) for figure in found] == ["100.00", "98.50", "98.50%", "9.85", "49.35"]
    assert not total.doubts
    (note,) = case.notes
    assert "已按公式算出 5 处" in str(note.message)
    assert "年度资金总额 执行率 98.50%" in str(note.message)
    assert note.of == "fill.xlsx"


def test_results_that_are_stored_are_taken_as_displayed() -> None:
    with filled(empty()) as book:
        with_money(book)
        book.cell(f"{P}/total").value = 50
        case = book.back()
    assert str(the_project(case).total) == "50"


def test_a_formula_that_cannot_give_its_figure_is_a_doubt() -> None:
    with filled(empty()) as book:
        with_money(book)
        book.cell(f"{P}/funds/lines/2/outturn").value = "约3万"
        case = book.back()
    total = the_project(case).funds.lines[0]
    assert total.outturn is None
    doubt = total.doubt("outturn")
    assert doubt is not None
    assert "没有重新计算" in str(doubt.reason)


def test_a_stated_figure_that_its_parts_do_not_give_is_no_formula() -> None:
    given = dossier(evaluations=(project(total="96"),), base_data=(), reports=())
    with filled(given) as book:
        cell = book.cell("/records/0/total")
        assert (cell.value, cell.protection.locked) == (96, False)
        assert str(book.cell("/records/0/funds/lines/0/rate").value).startswith("=IF(COUNT(")
        assert bare(book.back().source) == bare(given)


def test_cells_are_locked_tinted_noted_and_bounded() -> None:
    with filled(empty()) as book:
        actual, total = book.cell(f"{P}/indicators/0/actual"), book.cell(f"{P}/total")
        level = book.cell(f"{P}/indicators/0/level1")
        sheet = actual.parent
        assert (actual.protection.locked, total.protection.locked, level.protection.locked) == (False, True, True)
        assert len({cell.fill.fgColor.rgb for cell in (actual, total, level)}) == 3
        assert actual.number_format == "@"
        assert (
            actual.comment.text
            == "实际完成值 actual value：与指标值同一口径、同一单位；没做就写 0，不写“完成”。\n例：1236盏"
        )
        assert "不用填" in total.comment.text
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
        assert sheet.print_title_rows == "$2:$3"
        rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
        score = rules[book.cell(f"{P}/indicators/0/score").coordinate]
        assert "<=H13" in score.formula1
        spare = book.spare(P)[0]
        levels = next(rule for ref, rule in rules.items() if spare["level2"].coordinate in ref.split(":"))
        assert "可持续影响指标" in levels.formula1


def test_the_cover_says_whose_it_is_and_what_is_finished() -> None:
    with filled(empty()) as book:
        book.cell("/unit").value = "示范市某局"
        book.cell("/year").value = "2025"
        book.cell("/place").value = "四川省"
        book.cell(f"{P}/state").value = "已填完"
        book.cell("/records/0/state").value = "不知道"
        case = book.back()
    assert (case.source.unit, case.source.year, case.source.place) == ("示范市某局", 2025, "四川省")
    assert [record.state for record in case.source.records[:3]] == ["open", "complete", "open"]
    (lost,) = case.unplaced
    assert lost.text == "不知道"


def test_what_has_no_place_is_told() -> None:
    with filled(empty()) as book:
        sheet = book.cell(f"{P}/name").parent
        sheet["C40"] = "表外的话"
        sheet["A27"] = "合计"
        case = book.back()
    assert {(lost.text, lost.reason) for lost in case.unplaced} == {
        ("表外的话", NO_PLACE_ON_FORM()),
        ("合计", PRINTED_WORDS_CHANGED(was="总分")),
    }


def test_sheets_that_were_rebuilt_are_read_like_any_other() -> None:
    with filled(empty()) as book:
        book.cell(f"{P}/name").parent.insert_cols(1)
        case = book.back()
    assert COLUMNS_CHANGED() in {lost.reason for lost in case.unplaced}
    with filled(empty()) as book:
        book.book[OWN_SHEET]["A1"] = "{"
        case = book.back()
    assert PLAN_DAMAGED() in {lost.reason for lost in case.unplaced}
    assert the_project(case).name == "甲项目"


def test_a_sheet_that_is_gone_takes_its_record_with_it() -> None:
    with filled(empty("甲项目", "乙项目")) as book:
        del book.book[book.cell(f"{P}/name").parent.title]
        case = book.back()
    assert [e.name for e in case.source.every(Evaluation) if e.scope == "project"] == ["乙项目"]


# --- reports ---


def rows_of(book: Filled, at: str) -> object:
    return book.book[next(sheet.name for sheet in book.plan.sheets if sheet.at == at)]


def test_a_report_is_filled_in_row_by_row() -> None:
    given = empty()
    at = next(at for at, record in given.each(Report) if record.scope == "unit")
    with filled(given) as book:
        sheet = rows_of(book, at)
        sheet["C7"], sheet["C8"] = "我单位负责路灯。", "  全年 {{ /records/0/funds/lines/total/outturn }} 万元。"  # type: ignore[index]
        sheet.insert_rows(9)  # type: ignore[attr-defined]
        sheet["A9"], sheet["B9"], sheet["C9"] = "三级标题", "1．", "人员"  # type: ignore[index]
        sheet.insert_rows(10)  # type: ignore[attr-defined]
        sheet["C10"] = "在职38人。"  # type: ignore[index]
        case = book.back()
    (found,) = (record for record in case.source.every(Report) if record.scope == "unit")
    before = given.records[int(at.rpartition("/")[2])]
    assert isinstance(before, Report)
    assert found.sections[1].texts[0] == "我单位负责路灯。"
    assert (found.sections[2].number, found.sections[2].title, found.sections[2].level) == ("1．", "人员", 3)
    assert found.sections[2].texts == ("在职38人。",)
    assert [s.id for s in found.sections if s.title != "人员"] == [s.id for s in before.sections]
    assert "{{" in found.sections[1].texts[1]
    assert any(note.of.startswith(at) or "lines/total/outturn" in str(note.message) for note in case.notes)
    assert case.trace[f"{at}/sections/1/paragraphs/0"].sheet == "整体支出报告"


def test_full_reports_come_back_and_bound_figures_are_filled_in() -> None:
    bound = report(sections=({"title": "概况", "paragraphs": ("执行 {{ /records/0/total }} 分。", "第二段\n两行")},))
    given = dossier(evaluations=(project(),), base_data=(), reports=(bound,))
    with filled(given) as book:
        case = book.back()
    assert bare(case.source) == bare(given)
    (printed,) = case.dossier.every(Report)
    assert printed.sections[0].texts[0] == "执行 97.85 分。"


# --- how much is filled in ---


def test_an_open_dossier_says_what_is_not_yet_filled_in() -> None:
    found = progress(empty())
    table = next(one for one in found if one.at == P)
    assert (table.open, table.filled, table.due, table.share) == (True, 21, 72, 29)
    assert f"{P}/indicators/8/actual" in table.missing
    assert f"{P}/total" not in table.missing
    assert f"{P}/funds/lines/2/outturn" not in table.missing
    assert "实际完成值 9 处" in str(table.message)
    text = str(progress_message(found))
    assert text.startswith("尚未填写：整体支出自评表 56 处、甲项目 项目支出绩效自评表 51 处")
    assert text.endswith("%）")


def test_what_was_filled_in_is_counted() -> None:
    with filled(empty()) as book:
        with_money(book)
        found = next(one for one in progress(book.back()) if one.at == P)
    assert found.filled == 21 + 4 + 2


def test_finished_forms_are_left_to_the_findings() -> None:
    given = dossier(evaluations=(overall(), project()), base_data=(base_data(),), reports=())
    found = progress(given)
    assert progress_message(found) is None
    assert all(one.share == 100 for one in found if one.at != "/records/1"), found
    opened = given.model_copy(update={"records": (project(state="open"),)})
    assert "核对后" in str(progress_message(progress(opened)))


def test_a_share_is_cut_and_absent_places_are_not_counted() -> None:
    rows = tuple(fund(source, source) for source in ("total", "other"))
    table = project(state="open", funds={"lines": rows}, goal_actual=None, department=None, conclusion="")
    (found,) = progress(dossier(evaluations=(table,), base_data=(), reports=()))
    assert found.missing == ("/records/0/conclusion",)
    assert found.share == 97
    assert FundLine().outturn is None


# --- files ---


def test_nothing_is_overwritten_and_nothing_is_left_half_done(tmp_path: Path) -> None:
    target = tmp_path / "x" / "a.xlsx"
    fill_in_workbook(empty(), target)
    with pytest.raises(FileExistsError):
        fill_in_workbook(empty(), target)
    assert [file.name for file in target.parent.iterdir()] == ["a.xlsx"]


def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        fill_in_workbook(empty(), tmp_path / name / "a.xlsx", forms=(load("project-hubei-2020"),))
    assert (tmp_path / "a" / "a.xlsx").read_bytes() == (tmp_path / "b" / "a.xlsx").read_bytes()


def test_a_template_is_the_same_dossier(tmp_path: Path) -> None:
    save_template(empty(), tmp_path / "卷宗")
    assert load_dossier(tmp_path / "卷宗") == empty()
    assert "# 实际完成值" in (tmp_path / "卷宗" / "records" / "02-project-甲项目.yaml").read_text("utf-8")


def test_a_finished_workbook_reads_like_its_dossier(tmp_path: Path) -> None:
    given = dossier(evaluations=(overall(), project()), base_data=(base_data(),), reports=(report(),))
    fill_in_workbook(given, tmp_path / "a.xlsx")
    case = open_case([tmp_path / "a.xlsx"])
    assert bare(case.source) == bare(given)
    assert (case.unplaced, case.notes) == ((), ())
    assert case.trace["/records/1/indicators/0/score"].describe() == "工作表“附件1-1 航道养护费” I13"
    assert Figure("97.85") == next(e for e in case.source.every(Evaluation) if e.scope == "project").total
