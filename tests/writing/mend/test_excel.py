"""A figure in its cell of a workbook: the cell keeps its look, formulas are not written over, no other cell changes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from jixiao.model import Figure, Position, UnreadableError
from jixiao.reading.excel.formats import format_of
from jixiao.writing.mend import MendResult
from jixiao.writing.mend.looks import with_places
from jixiao.writing.mend.stored import stored_as
from tests.writing.mend.made import TRACKED, differing, mend, part, sheet_texts
from tests.xlsx_builder import build_xlsx, cell, text_cell, worksheet

SHEET = "xl/worksheets/sheet1.xml"
FORMATS = ("0.00%", "#,##0.00", "0", '0.0"分"', "0!.0,", "yyyy/m/d", "0%")


def in_cell(
    content: str, before: str, after: str, *, place: tuple[int, int] = (0, 1), **more: Any
) -> tuple[bytes, bytes, MendResult]:
    """A workbook of one row whose second cell is changed: before, after, and what became of the change."""
    row = f'<row r="1">{text_cell("A1", "甲")}{content}</row>'
    sheet = worksheet(row, behind=more.pop("behind", ""))
    old = build_xlsx({"表": sheet}, formats=FORMATS, **more)
    at = Position("a.xlsx", table=0, row=place[0], cell=place[1], sheet="表")
    new, result = mend(old, {"/x": at}, ("/x", before, after), name="a.xlsx")
    return old, new, result


@pytest.mark.parametrize(
    ("stored", "style", "before", "after", "then", "shown"),
    [
        ("96", 0, "96", "97.85", "97.85", "97.85"),
        ("0.95", 1, "95.00%", "98.50%", "0.985", "98.50%"),
        ("1099", 2, "1,099.00", "1,200.00", "1200", "1,200.00"),
        ("96.5", 4, "96.5分", "97.0分", "97", "97.0分"),
        ("965000", 5, "96.5", "97.1", "971000", "97.1"),
    ],
)
def test_a_number_is_stored_so_that_it_is_displayed(
    stored: str, style: int, before: str, after: str, then: str, shown: str
) -> None:
    old, new, result = in_cell(cell("B1", stored, style), before, after)
    assert (len(result.made), result.undone, result.notes) == (1, (), ())
    assert f'<c r="B1" s="{style}"><v>{then}</v></c>'.encode() in part(new, SHEET)
    assert sheet_texts(new) == ["甲", shown]
    assert differing(old, new) == [SHEET]


def test_a_format_that_would_round_gets_more_places() -> None:
    old, new, result = in_cell(cell("B1", "96", 3), "96", "97.85")
    assert result.notes == ()
    assert sheet_texts(new) == ["甲", "97.85"]
    assert differing(old, new) == ["xl/styles.xml", SHEET]
    looks = re.sub(rb"<xf xmlns[^>]*>", b"", part(new, "xl/styles.xml"))
    assert looks == part(old, "xl/styles.xml")
    _, percent, _ = in_cell(cell("B1", "0.95", 7), "95%", "98.5%")
    assert sheet_texts(percent) == ["甲", "98.5%"]
    assert b'formatCode="0.0%"' in part(percent, "xl/styles.xml")


@pytest.mark.parametrize("own", ["", "<numFmts/>"])
def test_a_format_of_its_own_is_added_where_there_is_none(own: str) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    looks = '<cellXfs count="1"><xf numFmtId="9" fontId="0"/></cellXfs>'
    styles = f'<?xml version="1.0"?><styleSheet xmlns="{main}">{own}{looks}</styleSheet>'
    _, new, result = in_cell(cell("B1", "0.95") + cell("C1", "0.9"), "95%", "98.5%", styles=styles)
    assert result.notes == ()
    assert sheet_texts(new) == ["甲", "98.5%", "90%"]
    assert part(new, "xl/styles.xml").count(b"numFmts") == 2


def test_where_no_format_can_be_made_the_rounding_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jixiao.writing.mend.excel.with_places", lambda code, places: code)
    _, new, result = in_cell(cell("B1", "96", 3), "96", "97.85")
    assert [str(note) for note in result.notes] == ["96 已改为 97.85；单元格的数字格式把它显示为 98"]
    assert sheet_texts(new) == ["甲", "98"]


@pytest.mark.parametrize(
    ("code", "then"),
    [
        ("0", "0.00"),
        ("#,##0.0", "#,##0.00"),
        ("0%", "0.00%"),
        ('"第"0"项";-0', '"第"0.00"项";-0.00'),
        ("#,##0,", "#,##0.00,"),
        ("0_);[Red]\\(0\\)", "0.00_);[Red]\\(0.00\\)"),
        ("General", "General"),
        ("0.0E+00", "0.0E+00"),
        ("# ?/?", "# ?/?"),
    ],
)
def test_more_places(code: str, then: str) -> None:
    assert with_places(code, 2) == then


@pytest.mark.parametrize(
    ("figure", "code", "raw"),
    [
        ("98.5%", "0.0%", "0.985"),
        ("98.5%", "0.0", None),
        ("0%", "0%", "0"),
        ("97", "yyyy/m/d", None),
        ("97", "@", "97"),
        ("约97", "0", None),
        ("97.85", "0", "97.85"),
    ],
)
def test_what_is_stored(figure: str, code: str, raw: str | None) -> None:
    found = stored_as(Figure(figure), format_of(code), False)
    assert (found.raw if found else None) == raw


@pytest.mark.parametrize(
    ("content", "before", "after", "then"),
    [
        (text_cell("B1", "总分：96分"), "96", "97.85", "总分：97.85分"),
        (text_cell("B1", "总分：９６{分}"), "96", "97.85", "总分：９７．８５{分}"),
        (cell("B1", "0", kind="s"), "96", "97", "总分：97&分"),
        (cell("B1", "1", kind="s"), "96", "97", "总分：97分"),
        (text_cell("B1", "得分："), "", "97", "得分：97"),
        ('<c r="B1" s="1"/>', "", "98.5%", "98.50%"),
        ('<c r="B1" s="0"/>', "", "98.5%", "98.5%"),
        ('<c r="B1" s="2"/>', "", "1200", "1,200.00"),
        (cell("C1", "5"), "", "97", "97"),
        ("", "", "97", "97"),
    ],
)
def test_texts_and_blanks(content: str, before: str, after: str, then: str) -> None:
    strings = ("总分：96&分", "<r><t>总分：9</t></r><r><rPr><b/></rPr><t>6分</t></r>")
    old, new, result = in_cell(content, before, after, strings=strings)
    assert result.undone == ()
    assert sheet_texts(new)[1] == then
    assert differing(old, new) == [SHEET]


def test_a_shared_string_stays_for_the_cells_that_share_it() -> None:
    row = cell("B1", "0", kind="s") + cell("C1", "0", kind="s")
    _, new, _ = in_cell(row, "96", "97", strings=("96分",))
    assert sheet_texts(new) == ["甲", "97分", "96分"]


@pytest.mark.parametrize(
    ("content", "before", "key"),
    [
        (cell("B1", "96", formula="SUM(C1:C2)"), "96", "writing.is-formula"),
        (cell("B1", "98"), "96", "writing.not-there"),
        (cell("B1", "1", kind="b"), "1", "writing.not-there"),
        (text_cell("B1", "96和96"), "96", "writing.stands-twice"),
        (text_cell("B1", "98"), "96", "writing.not-there"),
        (text_cell("B1", "另有说明"), "", "writing.no-room"),
        ("", "96", "writing.not-there"),
    ],
)
def test_what_is_not_sure_is_left_and_told(content: str, before: str, key: str) -> None:
    old, new, result = in_cell(content, before, "97")
    assert [one.why.key for one in result.undone] == [key]
    assert new == old


def test_places_that_are_not_there() -> None:
    assert in_cell("", "", "97", place=(9, 1))[2].undone[0].why.key == "writing.no-cell"
    old = build_xlsx({"表": ""})
    _, result = mend(old, {"/x": Position("a.xlsx", row=0, cell=0, sheet="无")}, ("/x", "", "1"), name="a.xlsx")
    assert result.undone[0].why.key == "writing.no-cell"


def test_a_cell_that_an_array_fills_is_a_formula() -> None:
    array = '<c r="B1"><f t="array" ref="B1:C1">D1:E1</f><v>96</v></c>' + cell("C1", "96")
    _, _, result = in_cell(array, "96", "97", place=(0, 2))
    assert [one.why.key for one in result.undone] == ["writing.is-formula"]


def test_the_head_of_a_merged_range_is_written() -> None:
    _, new, _ = in_cell(
        cell("B1", "96"), "96", "97", place=(0, 2), behind='<mergeCells><mergeCell ref="B1:C1"/></mergeCells>'
    )
    assert sheet_texts(new) == ["甲", "97"]


@pytest.mark.parametrize("known", ["", '<calcPr calcId="191029"/>'])
def test_formulas_are_asked_to_compute_anew(known: str) -> None:
    row = cell("B1", "96") + cell("C1", "96", formula="B1")
    book = build_xlsx({"表": ""}, formats=FORMATS)
    main = part(book, "xl/workbook.xml").replace(b"</sheets>", f"</sheets>{known}".encode())
    sheet = worksheet(f'<row r="1">{row}</row>')
    old = build_xlsx({"表": sheet}, changed={"xl/workbook.xml": main})
    new, result = mend(old, {"/x": Position("a.xlsx", row=0, cell=1, sheet="表")}, ("/x", "96", "97"), name="a.xlsx")
    assert [note.key for note in result.notes] == ["writing.computes-anew"]
    assert differing(old, new) == ["xl/workbook.xml", SHEET]
    told = part(new, "xl/workbook.xml")
    assert told.count(b"calcPr") == 1
    assert b'fullCalcOnLoad="1"' in told
    assert (b'calcId="191029"' in told) is bool(known)
    assert sheet_texts(new) == ["97", "96"]


def test_formulas_that_came_to_nothing_are_not_made_to_look_uncomputed() -> None:
    row = cell("B1", "96") + cell("C1", "0", formula="B1-B1")
    _, new, result = in_cell(row, "96", "97")
    assert [note.key for note in result.notes] == ["writing.computes-anew"]
    assert sheet_texts(new) == ["甲", "97", "0"]


def test_tracking_is_said_to_be_unknown_to_workbooks() -> None:
    old = build_xlsx({"表": f'<row r="1">{cell("A1", "96")}</row>'})
    at = {"/x": Position("a.xlsx", row=0, cell=0, sheet="表")}
    _, result = mend(old, at, ("/x", "96", "97"), name="a.xlsx", tracking=TRACKED)
    assert [note.key for note in result.notes] == ["writing.not-tracked"]
    _, result = mend(old, at, ("/x", "95", "97"), name="a.xlsx", tracking=TRACKED)
    assert result.notes == ()


@pytest.mark.parametrize(
    ("content", "changes", "then", "undone"),
    [
        (text_cell("A1", "执行率97%，得分9.7"), [("97%", "98%"), ("9.7", "9.85")], "执行率98%，得分9.85", []),
        (text_cell("A1", "96分"), [("96", "97"), ("96", "98")], "97分", ["writing.taken"]),
        (cell("A1", "96"), [("96", "97"), ("96", "98")], "97", ["writing.taken"]),
    ],
)
def test_several_changes_of_one_cell(
    content: str, changes: list[tuple[str, str]], then: str, undone: list[str]
) -> None:
    old = build_xlsx({"表": f'<row r="1">{content}{text_cell("B1", "乙")}</row>'})
    places = {f"/{n}": Position("a.xlsx", row=0, cell=0, sheet="表") for n in range(2)}
    new, result = mend(old, places, *((f"/{n}", *change) for n, change in enumerate(changes)), name="a.xlsx")
    assert sheet_texts(new) == [then, "乙"]
    assert [one.why.key for one in result.undone] == undone


def test_new_cells_stand_in_their_order_beside_changed_ones() -> None:
    old = build_xlsx({"表": f'<row r="1">{text_cell("A1", "甲")}{cell("E1", "5")}</row>'})
    places = {f"/{n}": Position("a.xlsx", row=0, cell=n, sheet="表") for n in range(7)}
    changes = [("/4", "5", "6"), ("/3", "", "4"), ("/1", "", "2"), ("/6", "", "9"), ("/5", "", "7"), ("/2", "", "3")]
    new, result = mend(old, places, *changes, name="a.xlsx")
    assert result.undone == ()
    assert re.findall(rb'r="([A-Z]1)"', part(new, SHEET)) == [b"A1", b"B1", b"C1", b"D1", b"E1", b"F1", b"G1"]
    assert sheet_texts(new) == ["甲", "2", "3", "4", "6", "7", "9"]


def test_the_strict_variant_is_refused() -> None:
    with pytest.raises(UnreadableError, match="严格"):
        mend(build_xlsx({"表": ""}, strict=True), {}, name="a.xlsx")


def test_prefixed_sheets_are_written_in_their_prefix() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rows = '<x:row r="1"><x:c r="A1"><x:v>96</x:v></x:c><x:c r="B1" t="s"><x:v>0</x:v></x:c></x:row>'
    sheet = f'<?xml version="1.0"?><x:worksheet xmlns:x="{main}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    old = build_xlsx({"表": sheet}, strings=("96分",))
    at = {f"/{n}": Position("a.xlsx", row=0, cell=n, sheet="表") for n in (0, 1)}
    new, _ = mend(old, at, ("/0", "96", "97"), ("/1", "96", "98"), name="a.xlsx")
    assert b'<x:c r="A1"><x:v>97</x:v></x:c>' in part(new, SHEET)
    assert sheet_texts(new) == ["97", "98分"]
