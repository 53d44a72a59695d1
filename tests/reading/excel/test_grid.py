"""Merged ranges, hidden rows, columns and sheets: what is seen, where it stands, and what is said about the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model import Document, UnreadableError
from tests.docx_builder import C, R, T
from tests.reading.excel.reader import only, outline, read_sheets, said
from tests.reading.reader import read_blocks
from tests.xlsx_builder import rows_of, text_cell, worksheet


def sheet(texts: list[list[str]], *merges: str, before: str = "") -> str:
    ranges = "".join(f'<mergeCell ref="{merge}"/>' for merge in merges)
    return worksheet(rows_of(texts), before, f"<mergeCells>{ranges}</mergeCells>" if merges else "")


def cells(document: Document) -> list[list[tuple[str, int, int, int, bool]]]:
    return [
        [(one.text, one.index, one.column, one.span, one.continues) for one in row.cells] for row in only(document).rows
    ]


def test_merged_ranges_are_one_cell_and_go_on_below() -> None:
    texts = [["一级指标", "二级指标", "", "得分"], ["产出指标", "数量指标", "甲", "5"], ["", "", "乙", "4"]]
    document = read_sheets(sheet(texts, "B1:C1", "A2:A3", "B2:B3"))
    assert cells(document) == [
        [("一级指标", 0, 0, 1, False), ("二级指标", 1, 1, 2, False), ("得分", 3, 3, 1, False)],
        [("产出指标", 0, 0, 1, False), ("数量指标", 1, 1, 1, False), ("甲", 2, 2, 1, False), ("5", 3, 3, 1, False)],
        [("", 0, 0, 1, True), ("", 1, 1, 1, True), ("乙", 2, 2, 1, False), ("4", 3, 3, 1, False)],
    ]
    table = only(document)
    assert (table.sheet, table.number, table.merges_known) == ("表", 0, True)


def test_a_block_merged_both_ways() -> None:
    document = read_sheets(sheet([["甲", "", "乙"], ["", "", "丙"], ["丁", "戊", "己"]], "A1:B2"))
    assert cells(document)[:2] == [
        [("甲", 0, 0, 2, False), ("乙", 2, 2, 1, False)],
        [("", 0, 0, 2, True), ("丙", 2, 2, 1, False)],
    ]


def test_columns_that_no_cell_begins_in_are_none() -> None:
    texts = [["项目名称", "", "办案费", "", "", ""], ["主管部门", "", "某局", "", "实施单位", ""]]
    document = read_sheets(sheet(texts, "A1:B1", "C1:F1", "A2:B2", "C2:D2", "E2:F2"))
    assert cells(document) == [
        [("项目名称", 0, 0, 1, False), ("办案费", 2, 1, 2, False)],
        [("主管部门", 0, 0, 1, False), ("某局", 2, 1, 1, False), ("实施单位", 4, 2, 1, False)],
    ]


def test_blank_cells_merged_from_another_column_keep_their_own_place() -> None:
    document = read_sheets(sheet([["甲", "乙", "", "丙"], ["丁", "", "戊", ""], ["己", "", "", "庚"]], "B3:C3"))
    assert cells(document)[2] == [("己", 0, 0, 1, False), ("", 1, 1, 2, False), ("庚", 3, 3, 1, False)]


def test_text_under_a_merged_range_is_not_read() -> None:
    document = read_sheets(sheet([["甲", "盖住", "乙"], ["盖住", "盖住", "丙"]], "A1:B2"))
    assert outline(document) == [[["甲", "乙"], ["↑", "丙"]]]
    assert said(document) == {"covered": ["被合并单元格遮住的文字 3 处，打印时不可见，未读入"]}


def test_ranges_over_each_other() -> None:
    document = read_sheets(sheet([["甲", "", "乙", "丙"], ["1", "2", "3", "4"]], "A1:B1", "B1:C1", "A1:B1"))
    assert outline(document) == [[["甲", "乙", "丙"], ["1", "2", "3", "4"]]]


def test_a_range_over_the_whole_sheet() -> None:
    document = read_sheets(sheet([["甲", "乙"], ["丙", "丁"]], "A1:XFD1048576"))
    assert outline(document) == ["甲"]
    document = read_sheets(sheet([["甲", "", "丁"], ["乙", "丙"]], "A1:B1048576"))
    assert outline(document) == [[["甲", "丁"]]]
    assert said(document) == {"covered": ["被合并单元格遮住的文字 2 处，打印时不可见，未读入"]}


def test_ranges_that_begin_in_an_empty_row() -> None:
    document = read_sheets(sheet([["甲", "乙"], [], ["盖住", "丙"], ["盖住", "丁"]], "A2:A4"))
    assert outline(document) == [[["甲", "乙"]], "丙", "丁"]
    assert said(document) == {"covered": ["被合并单元格遮住的文字 2 处，打印时不可见，未读入"]}


def test_ranges_that_are_none() -> None:
    document = read_sheets(sheet([["甲", "乙", "丙"]], "A1:", "x", "C1:B1"))
    assert outline(document) == [[["甲", "乙"]]]


def test_very_many_ranges_over_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jixiao.reading.excel.grid._WORK", 10)
    with pytest.raises(UnreadableError, match=r"工作表“表”.*重叠"):
        read_sheets(sheet([["甲", "乙"]] * 6, "A1:A6", "B1:B6"))


# --- hidden ---


def test_hidden_rows_and_columns_are_left_out_and_said() -> None:
    rows = rows_of([["甲", "", "乙", "丙"], ["1", "2", "3", "4"], ["5", "6", "7", "8"], ["9", "", "10", "11"]])
    rows = rows.replace('<row r="2">', '<row r="2" hidden="1">').replace('<row r="3">', '<row r="3" ht="0">')
    rows = rows.replace('<row r="4">', '<row r="4" ht="x">')
    hidden = '<cols><col min="2" max="2" width="9" hidden="1"/><col min="4" max="4" width="0"/></cols>'
    document = read_sheets(worksheet(rows, hidden))
    assert cells(document) == [
        [("甲", 0, 0, 1, False), ("乙", 2, 1, 1, False)],
        [("9", 0, 0, 1, False), ("10", 2, 1, 1, False)],
    ]
    assert [row.number for row in only(document).rows] == [0, 3]
    assert said(document) == {
        "hidden-rows": ["工作表“表”中隐藏的行（含筛选隐藏的）未读入：第 2–3 行"],
        "hidden-columns": ["工作表“表”中隐藏的列未读入：D 列"],
    }


def test_hidden_rows_that_hold_nothing_are_not_worth_a_word() -> None:
    rows = f'<row r="1">{text_cell("A1", "甲")}{text_cell("B1", "乙")}</row><row r="2" hidden="1"/>'
    rows += f'<row r="3">{text_cell("A3", "丙")}{text_cell("B3", "丁")}</row>'
    document = read_sheets(worksheet(rows, '<cols><col min="5" max="16384" hidden="1"/><col min="x" max="2"/></cols>'))
    assert outline(document) == [[["甲", "乙"], ["丙", "丁"]]]
    assert document.notes == ()


def test_a_merged_range_is_seen_in_what_of_it_is_not_hidden() -> None:
    rows = rows_of([["甲", "", "乙"], ["", "", "丙"], ["", "", "丁"]]).replace('<row r="1">', '<row r="1" hidden="1">')
    merge = '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>'
    document = read_sheets(worksheet(rows, '<cols><col min="1" max="1" hidden="1"/></cols>', merge))
    assert cells(document) == [
        [("甲", 1, 0, 1, False), ("丙", 2, 1, 1, False)],
        [("", 1, 0, 1, True), ("丁", 2, 1, 1, False)],
    ]
    assert said(document) == {"hidden-rows": ["工作表“表”中隐藏的行（含筛选隐藏的）未读入：第 1 行"]}
    first = rows_of([["甲", "乙", "丙"], [], ["", "丁", "戊"]]).replace('<row r="1">', '<row r="1" hidden="1">')
    lower = read_sheets(worksheet(first, "", '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>'))
    assert outline(lower) == [[["甲", "", ""], ["↑", "丁", "戊"]]]
    hidden = rows.replace('<row r="2">', '<row r="2" hidden="1">').replace('<row r="3">', '<row r="3" hidden="1">')
    assert read_sheets(worksheet(hidden, "", merge)).blocks == ()


def test_only_what_is_seen_is_told_of() -> None:
    broken = '<c r="A2" t="e"><v>#REF!</v></c>'
    rows = f'<row r="1">{text_cell("A1", "甲")}{text_cell("B1", "乙")}</row><row r="2" hidden="1">{broken}</row>'
    assert set(said(read_sheets(rows))) == {"hidden-rows"}
    covered = f'<row r="1">{text_cell("A1", "甲")}<c r="B1" t="e"><v>#REF!</v></c>{text_cell("C1", "乙")}</row>'
    merge = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    assert set(said(read_sheets(worksheet(covered, "", merge)))) == {"covered"}
    unresolved = f'<row r="1"><c r="A1"><f>1</f></c>{text_cell("B1", "甲")}{text_cell("C1", "乙")}</row>'
    away = worksheet(unresolved, '<cols><col min="1" max="1" hidden="1"/></cols>')
    assert read_sheets(away).notes == ()


def test_many_hidden_rows_are_named_in_part() -> None:
    hidden = ("", ' hidden="1"')
    rows = "".join(
        f'<row r="{n}"{hidden[n % 2]}>{text_cell(f"A{n}", "甲")}{text_cell(f"B{n}", "乙")}</row>' for n in range(1, 41)
    )
    (note,) = said(read_sheets(rows))["hidden-rows"]
    assert "1、3、5" in note
    assert "23 等 20 处" in note


def test_hidden_and_empty_sheets() -> None:
    sheets = {name: rows_of([["甲", "乙"]]) for name in ("一", "二", "三")} | {"空": "", "空而藏": ""}
    document = read_sheets(sheets, states={"二": "hidden", "三": "veryHidden", "空而藏": "hidden"})
    assert [table.sheet for table in document.tables] == ["一"]
    assert said(document) == {"hidden-sheets": ["隐藏的工作表未读入：二、三。如需核查，请取消隐藏后再试"]}


# --- as in Word ---


@st.composite
def _layouts(draw: st.DrawFn) -> list[list[tuple[str, int, int]]]:
    """Rows of cells (text, columns, rows) that fill a rectangle; every column and row begins some cell with a text."""
    width, height = draw(st.integers(2, 5)), draw(st.integers(1, 5))
    owner: dict[tuple[int, int], bool] = {}
    rows: list[list[tuple[str, int, int]]] = [[(f"头{c}", 1, 1) for c in range(width)]]
    for r in range(height):
        row: list[tuple[str, int, int]] = []
        for c in range(width):
            if (r, c) in owner:
                continue
            free = next((n for n in range(width - c) if (r, c + n) in owner), width - c)
            across, down = draw(st.integers(1, min(free, 3))), draw(st.integers(1, min(height - r, 3)))
            owner |= {(r + i, c + j): True for i in range(down) for j in range(across)}
            row.append((draw(st.sampled_from(["", "甲", "乙\n丙", "5"])), across, down))
        rows.append([*row, ("尾", 1, 1)])
    rows[0].append(("尾", 1, 1))
    return rows


@given(_layouts())
def test_a_table_is_the_same_from_word_and_from_excel(layout: list[list[tuple[str, int, int]]]) -> None:
    word: list[R] = []
    merges: list[str] = []
    texts: list[list[str]] = []
    tall: dict[tuple[int, int], int] = {}
    width = len(layout[0])
    for r, row in enumerate(layout):
        given_cells = iter(row)
        texts.append([""] * width)
        made: list[C] = []
        c = 0
        while c < width:
            if (r, c) in tall:
                made.append(C("", span=tall[r, c], vmerge="continue"))
                c += tall[r, c]
                continue
            text, across, down = next(given_cells)
            texts[r][c] = text
            made.append(C(text, span=across, vmerge="restart" if down > 1 else None))
            tall |= {(r + n, c): across for n in range(1, down)}
            if across > 1 or down > 1:
                merges.append(f"{chr(65 + c)}{r + 1}:{chr(64 + c + across)}{r + down}")
            c += across
        word.append(R(made))
    (from_word,) = read_blocks([T(word)]).tables
    from_excel = only(read_sheets(sheet(texts, *merges)))
    shape = [[(one.text, one.column, one.span, one.continues) for one in row.cells] for row in from_word.rows]
    assert [[(one.text, one.column, one.span, one.continues) for one in row.cells] for row in from_excel.rows] == shape
