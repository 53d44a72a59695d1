"""What people typed survives the next run, and the one after: remarks, columns and rows of their own, whatever was
filtered, renamed, moved, or has gone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao.model import UnreadableError
from jixiao.writing.workpaper import read_earlier, working_paper
from jixiao.writing.workpaper.columns import OF_FINDING, known
from tests.writing.workpaper.papers import HEAD, again, clean, columns, opened, published, records, typed

SHEET = "2024 示范市渡口管理所"
REMARK = HEAD + 1


def handled(sheet: Any) -> list[Any]:
    return [row["处理情况"] for row in records(sheet)]


def remark(book: openpyxl.Workbook, text: str = "已整改", row: int = REMARK, sheet: str = SHEET) -> None:
    page = book[sheet]
    page.cell(row, columns(page)["处理情况"], text)


def test_a_remark_survives_twice(tmp_path: Path) -> None:
    first = typed(working_paper([published()]), lambda book: remark(book, "已整改：2月3日重报"), tmp_path)
    second = again(first, published())
    assert handled(opened(second)[SHEET])[0] == "已整改：2月3日重报"
    path = tmp_path / "second.xlsx"
    path.write_bytes(second)
    third = again(path, published())
    assert handled(opened(third)[SHEET])[0] == "已整改：2月3日重报"
    assert third == second
    assert "已消失的问题" not in opened(third).sheetnames
    cached = opened(third, values=True)["汇总"]
    assert next(row["已填处理情况"] for row in records(cached)) == 1


def test_columns_that_people_added_survive_with_their_numbers(tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        sheet = book[SHEET]
        place = sheet.max_column + 1
        for row, value in ((HEAD, "责任人"), (REMARK, "张三"), (REMARK + 1, "=李四")):
            sheet.cell(row, place, value).data_type = "s"
        sheet.cell(HEAD, place + 1, "核定金额")
        sheet.cell(REMARK, place + 1, 12.5)
        sheet.cell(REMARK + 2, place + 2, "没有表头")

    path = tmp_path / "second.xlsx"
    path.write_bytes(again(typed(working_paper([published()]), add, tmp_path), published()))
    rows = records(opened(again(path, published()))[SHEET])
    assert [row["责任人"] for row in rows[:3]] == ["张三", "=李四", None]
    assert rows[0]["核定金额"] == 12.5
    assert rows[2]["P"] == "没有表头"


def test_what_is_filtered_out_or_hidden_is_read_too(tmp_path: Path) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        remark(book, "不属实")
        book[SHEET].row_dimensions[REMARK].hidden = True
        book[SHEET].sheet_state = "hidden"

    assert (
        handled(opened(again(typed(working_paper([published()]), hide, tmp_path), published()))[SHEET])[0] == "不属实"
    )


def test_rows_sorted_and_columns_moved_are_found(tmp_path: Path) -> None:
    def turn(book: openpyxl.Workbook) -> None:
        sheet = book[SHEET]
        remark(book, "接受说明")
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD + 1)]
        for number, row in enumerate(reversed(rows), start=HEAD + 1):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value
        sheet.insert_cols(3)
        sheet.cell(HEAD, 3, "组别")
        sheet.insert_rows(1)

    rows = records(opened(again(typed(working_paper([published()]), turn, tmp_path), published()))[SHEET])
    assert rows[0]["处理情况"] == "接受说明"
    assert [row["处理情况"] for row in rows[1:]] == [None] * (len(rows) - 1)
    assert list(rows[0])[-1] == "组别"


def test_a_head_that_was_renamed_is_known_by_its_place(tmp_path: Path) -> None:
    def rename(book: openpyxl.Workbook) -> None:
        remark(book, "待处理")
        sheet = book[SHEET]
        sheet.cell(HEAD, columns(sheet)["处理情况"], "整改情况")
        sheet.cell(HEAD, columns(sheet)["发现"], "问题描述")

    rows = records(opened(again(typed(working_paper([published()]), rename, tmp_path), published()))[SHEET])
    assert rows[0]["处理情况"] == "待处理"
    assert list(rows[0]) == [column.head.zh for column in OF_FINDING]


def test_where_a_renamed_head_is_not_certain_its_column_stays_as_one_of_theirs(tmp_path: Path) -> None:
    def rename(book: openpyxl.Workbook) -> None:
        remark(book, "待处理")
        sheet = book[SHEET]
        place = columns(sheet)["处理情况"]
        sheet.cell(HEAD, place, "整改情况")
        sheet.insert_cols(place)
        sheet.cell(HEAD, place, "责任人")

    rows = records(opened(again(typed(working_paper([published()]), rename, tmp_path), published()))[SHEET])
    assert (rows[0]["处理情况"], rows[0]["整改情况"]) == (None, "待处理")


def test_the_remark_on_a_finding_that_is_gone_is_kept_and_comes_back(tmp_path: Path) -> None:
    less = published()
    gone = less["cases"][0]["findings"].pop(0)
    first = typed(working_paper([published()]), lambda book: remark(book, "已整改"), tmp_path)
    second = again(first, less)
    (row,) = records(opened(second)["已消失的问题"])
    assert (row["处理情况"], row["来由"], row["规则"]) == ("已整改", "问题已消失", gone["code"])
    assert (row["单位"], row["年度"], row["发现"]) == ("示范市渡口管理所", 2024, gone["message"]["zh"])
    assert handled(opened(second)[SHEET]) == [None] * len(handled(opened(second)[SHEET]))
    path = tmp_path / "second.xlsx"
    path.write_bytes(second)
    third = again(path, less)
    assert records(opened(third)["已消失的问题"]) == [row]
    path.write_bytes(third)
    back = opened(again(path, published()))
    assert handled(back[SHEET])[0] == "已整改"
    assert "已消失的问题" not in back.sheetnames


def test_what_is_gone_and_has_no_remark_is_not_kept(tmp_path: Path) -> None:
    book = opened(again(typed(working_paper([published()]), lambda book: None, tmp_path), clean()))
    assert "已消失的问题" not in book.sheetnames


def test_a_finding_whose_figures_changed_is_the_same(tmp_path: Path) -> None:
    changed = published()
    changed["cases"][0]["findings"][0]["message"]["zh"] = "总分写 96.5，各项得分合计 97.85"
    first = typed(working_paper([published()]), remark, tmp_path)
    assert handled(opened(again(first, changed))[SHEET])[0] == "已整改"


def twins(*said: str) -> dict[str, Any]:
    """A case of which one rule says several things of one place."""
    data = published()
    finding = {**data["cases"][0]["findings"][0], "consequences": []}
    data["cases"][0]["findings"] = [
        {**finding, "number": str(number), "message": {**finding["message"], "zh": text}}
        for number, text in enumerate(said, start=1)
    ]
    return data


def test_two_findings_of_one_place_are_told_apart_by_what_they_say(tmp_path: Path) -> None:
    first = typed(working_paper([twins("甲", "乙")]), lambda book: remark(book, "乙的", REMARK + 1), tmp_path)
    assert handled(opened(again(first, twins("乙", "甲")))[SHEET]) == ["乙的", None]
    assert handled(opened(again(first, twins("甲", "丙")))[SHEET]) == [None, "乙的"]


def test_where_they_cannot_be_told_apart_nothing_is_guessed(tmp_path: Path) -> None:
    first = typed(working_paper([twins("甲", "乙")]), lambda book: remark(book, "乙的", REMARK + 1), tmp_path)
    book = opened(again(first, twins("丙", "丁")))
    assert handled(book[SHEET]) == [None, None]
    assert [row["处理情况"] for row in records(book["已消失的问题"])] == ["乙的"]


def test_the_same_finding_of_another_year_or_unit_is_another(tmp_path: Path) -> None:
    first = typed(working_paper([published()]), remark, tmp_path)
    for other, sheet in (
        (published(year=2023), "2023 示范市渡口管理所"),
        (published("示范县图书馆"), "2024 示范县图书馆"),
    ):
        book = opened(again(first, other))
        assert set(handled(book[sheet])) == {None}
        assert [row["处理情况"] for row in records(book["已消失的问题"])] == ["已整改"]


def test_a_row_that_somebody_added_is_never_lost(tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        sheet = book[SHEET]
        row = sheet.max_row + 1
        sheet.cell(row, columns(sheet)["发现"], "现场查看：设备未使用")
        sheet.cell(row, columns(sheet)["处理情况"], "移交处理")

    path = typed(working_paper([published()]), add, tmp_path)
    for _ in range(2):
        data = again(path, published())
        (row,) = records(opened(data)["已消失的问题"])
        assert (row["发现"], row["处理情况"], row["来由"]) == ("现场查看：设备未使用", "移交处理", "人工填写的行")
        assert (row["单位"], row["年度"]) == ("示范市渡口管理所", 2024)
        path.write_bytes(data)


def test_a_sheet_copied_as_a_backup_doubles_nothing(tmp_path: Path) -> None:
    def copy(book: openpyxl.Workbook) -> None:
        remark(book)
        book.copy_worksheet(book[SHEET]).title = "备份"

    book = opened(again(typed(working_paper([published()]), copy, tmp_path), published()))
    assert handled(book[SHEET])[0] == "已整改"
    assert "已消失的问题" not in book.sheetnames


def test_a_copy_with_another_remark_is_kept(tmp_path: Path) -> None:
    def copy(book: openpyxl.Workbook) -> None:
        remark(book, "甲的意见")
        book.copy_worksheet(book[SHEET]).title = "备份"
        remark(book, "乙的意见", sheet="备份")

    book = opened(again(typed(working_paper([published()]), copy, tmp_path), published()))
    found = {*handled(book[SHEET]), *(row["处理情况"] for row in records(book["已消失的问题"]))}
    assert found - {None} == {"甲的意见", "乙的意见"}


def test_one_sheet_a_case_and_one_for_all_read_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both = [published(), published("示范县图书馆")]
    first = typed(working_paper(both), remark, tmp_path)
    monkeypatch.setattr("jixiao.writing.workpaper.book.MOST_SHEETS", 1)
    path = tmp_path / "together.xlsx"
    path.write_bytes(again(first, *both))
    assert [row["单位"] for row in records(opened(path.read_bytes())["问题"]) if row["处理情况"]] == [
        "示范市渡口管理所"
    ]
    monkeypatch.undo()
    assert handled(opened(again(path, *both))[SHEET])[0] == "已整改"


def test_one_sheet_for_all_counts_what_was_typed_by_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jixiao.writing.workpaper.book.MOST_SHEETS", 1)
    both = [published("甲*馆"), published("乙“馆")]
    first = typed(working_paper(both), lambda book: remark(book, sheet="问题"), tmp_path)
    data = again(first, *both)
    live, cached = (records(opened(data, values)["汇总"]) for values in (False, True))
    counted = [row["已填处理情况"] for row in cached if row["已填处理情况"] is not None]
    assert counted == [1, 0, 1]  # the two cases, and the total
    assert '"[""甲~*馆"", 2024, *"' in live[0]["已填处理情况"]


def test_the_next_paper_may_be_in_another_language(tmp_path: Path) -> None:
    first = typed(working_paper([published()]), remark, tmp_path)
    path = tmp_path / "english.xlsx"
    path.write_bytes(again(first, published(), lang="en"))
    assert records(opened(path.read_bytes())[SHEET])[0]["Handling"] == "已整改"
    assert handled(opened(again(path, published()))[SHEET])[0] == "已整改"


def test_a_paper_without_findings_is_a_paper(tmp_path: Path) -> None:
    path = tmp_path / "clean.xlsx"
    path.write_bytes(working_paper([clean()]))
    assert read_earlier(path).rows == ()
    assert opened(again(path, clean())).sheetnames == opened(path.read_bytes()).sheetnames


def test_any_other_workbook_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["编号", "发现"])
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(UnreadableError, match="不是核查底稿"):
        read_earlier(tmp_path / "other.xlsx")


def test_a_key_that_was_spoilt_makes_the_row_one_of_theirs(tmp_path: Path) -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        remark(book)
        sheet = book[SHEET]
        sheet.cell(REMARK, columns(sheet)["定位"], "[坏")

    book = opened(again(typed(working_paper([published()]), spoil, tmp_path), published()))
    assert [row["处理情况"] for row in records(book["已消失的问题"])] == ["已整改"]


def test_where_somebody_deleted_the_keys_what_they_wrote_is_kept(tmp_path: Path) -> None:
    def delete(book: openpyxl.Workbook) -> None:
        remark(book)
        sheet = book[SHEET]
        sheet.delete_cols(columns(sheet)["定位"])
        sheet.cell(HEAD, sheet.max_column + 1, "责任人")
        sheet.cell(REMARK + 1, sheet.max_column, "张三")

    book = opened(again(typed(working_paper([published()]), delete, tmp_path), published()))
    rows = records(book["已消失的问题"])
    assert [(row["处理情况"], row["责任人"]) for row in rows] == [("已整改", None), (None, "张三")]
    assert rows[0]["规则"] == "SC101"


def test_heads_are_known_in_both_languages_and_once() -> None:
    chinese = [column.head.zh for column in OF_FINDING]
    ids = [column.id for column in OF_FINDING]
    assert known(chinese) == known([column.head.en for column in OF_FINDING]) == ids
    assert known([*chinese, "发现"]) == [*ids, ""]
    assert known(["甲", *chinese]) == ["", *ids]
    assert known([*chinese[:-1], "甲"]) == [*ids[:-1], ""]
    assert known([*chinese[:-2], "甲", chinese[-1]]) == ids


def test_a_row_of_somebody_is_given_to_no_case_by_guess(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jixiao.writing.workpaper.book.MOST_SHEETS", 1)
    both = [published(), published("示范县图书馆", 2023)]

    def add(book: openpyxl.Workbook) -> None:
        sheet, heads = book["问题"], columns(book["问题"])
        row = sheet.max_row + 1
        sheet.cell(row, heads["发现"], "没有写单位")
        sheet.cell(row + 1, heads["发现"], "写了单位")
        sheet.cell(row + 1, heads["单位"], "示范县图书馆")
        sheet.cell(row + 1, heads["年度"], 2023)

    path = typed(working_paper(both), add, tmp_path)
    for _ in range(2):
        path.write_bytes(again(path, *both))
        rows = records(opened(path.read_bytes())["已消失的问题"])
        assert [(r["发现"], r["单位"], r["年度"]) for r in rows] == [
            ("没有写单位", None, None),
            ("写了单位", "示范县图书馆", 2023),
        ]


_TYPED = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=80)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_TYPED.map(str.strip).filter(bool), _TYPED.map(str.strip).filter(bool))
def test_whatever_was_typed_comes_back_sign_for_sign(tmp_path: Path, words: str, more: str) -> None:
    def write(book: openpyxl.Workbook) -> None:
        sheet = book[SHEET]
        for column, text in ((columns(sheet)["处理情况"], f"{words}\n{more}"), (sheet.max_column + 1, f"甲{more}")):
            sheet.cell(REMARK, column).value = text
            sheet.cell(REMARK, column).data_type = "s"
        sheet.cell(HEAD, sheet.max_column, "备注")

    row = records(opened(again(typed(working_paper([twins("甲")]), write, tmp_path), twins("甲")))[SHEET])[0]
    assert (row["处理情况"], row["备注"]) == (f"{words}\n{more}", f"甲{more}")
