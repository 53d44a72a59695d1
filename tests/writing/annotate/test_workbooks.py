"""Findings as notes in a workbook and on a sheet of findings: at the right cell, and nothing else changed."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment

from jixiao.model import Position, Severity, UnreadableError
from jixiao.model.message import words
from jixiao.reading import read_document
from jixiao.reading.excel.addresses import address
from jixiao.writing.annotate import AUTHOR, AnnotateResult, annotate, annotated
from tests.writing.commented import finding, office, part, with_parts
from tests.writing.noted import FILE, at, listed, made, noted, notes, parts
from tests.xlsx_builder import MAIN, build_xlsx, rows_of, worksheet

_TYPES = "[Content_Types].xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def types(kind: str = f"{_SPREADSHEET}.sheet.main+xml") -> str:
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
        f'ContentType="{kind}"/><Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{_SPREADSHEET}.worksheet+xml"/></Types>'
    )


def bare(rows: str = "", **more: Any) -> bytes:
    """A workbook of one sheet with the least that makes one; ``rows`` may be a whole part."""
    changed = {_TYPES: types(), **more.pop("changed", {})}
    return build_xlsx({"表": rows or rows_of([["甲", "乙"]])}, changed=changed, **more)


def two_sheets(book: Any) -> None:
    sheet = book.active
    sheet.title = "整体 支出's"
    sheet.append(["甲", "乙", 1])
    sheet.merge_cells("B2:C4")
    sheet["B2"], sheet["D5"] = "并", "=C1*2"
    sheet.column_dimensions["B"].width = 30
    book.create_sheet("项目").append(["丙"])


SHEET = "整体 支出's"


def test_notes_stand_at_their_cells_and_the_findings_on_a_sheet() -> None:
    one = finding("/a", evidence=("/c",), basis=words("财预〔2020〕10号"), severity=Severity.WARNING)
    two = finding("/b")
    places = {"/a": at(SHEET, "C1"), "/b": at("项目", "A1"), "/c": at(SHEET, "A1")}
    result, said = noted(made(two_sheets), places, one, two)
    assert said == AnnotateResult(2, 2, 2)
    assert notes(result) == {
        f"{SHEET}!C1": "提醒：/a有误 [SC101]\n另见：A1\n依据：财预〔2020〕10号",
        "项目!A1": "错误：/b有误 [SC101]",
    }
    assert listed(result) == [
        ("编号", "等级", "位置", "发现", "依据", None),
        (1, "错误", "项目 A1", "/b有误 [SC101]", None, "'项目'!A1"),
        (2, "提醒", f"{SHEET} C1", "/a有误 [SC101]\n另见：A1", "财预〔2020〕10号", "'整体 支出''s'!C1"),
    ]
    book = openpyxl.load_workbook(io.BytesIO(result))
    assert book.sheetnames == [SHEET, "项目", "核查发现"]
    assert book["核查发现"]["A1"].value == f"{AUTHOR}：本文件核查发现 2 项"
    assert book[SHEET]["D5"].value == "=C1*2"


def test_all_that_stands_at_a_cell_is_one_note_the_gravest_first() -> None:
    places = {"/a": at("表", "B1"), "/b": at("表", "B1")}
    result, said = noted(bare(), places, finding("/a", severity=Severity.INFO), finding("/b"), lang="en")
    assert said == AnnotateResult(1, 2, 1)
    assert notes(result) == {"表!B1": "1. Error: /b is wrong [SC101]\n2. Info: /a is wrong [SC101]"}
    assert [row[1] for row in listed(result, "Findings")[1:]] == ["Error", "Info"]


def test_a_cell_in_a_merged_range_is_noted_at_its_head() -> None:
    result, _ = noted(made(two_sheets), {"/a": at(SHEET, "C3"), "/b": at(SHEET, "B2")})
    assert list(notes(result)) == [f"{SHEET}!B2"]
    assert [row[2] for row in listed(result)[1:]] == [f"{SHEET} B2"] * 2


def test_tables_and_the_file_as_a_whole_stand_at_their_first_text(tmp_path: Path) -> None:
    data = bare(rows_of([["", "标题"], ["", ""], ["", "指标", "得分"], ["", "检查次数", "8"]]))
    (tmp_path / FILE).write_bytes(data)
    (table,) = read_document(tmp_path / FILE).tables
    first = next((row.number, c.column) for row in table.rows for c in row.cells if c.text)
    places = {"/t": Position(FILE, table=0, sheet="表"), "": Position(FILE), "/no": Position(FILE, table=7, sheet="表")}
    result, said = noted(data, places, *(finding(where) for where in places))
    assert set(notes(result)) == {"表!B1", f"表!{address(*first)}"}
    assert [one.at for one in said.not_placed] == ["/no"]


def test_what_has_no_place_in_this_workbook_is_handed_back() -> None:
    places = {"/a": at("没有的表", "A1"), "/b": Position("别的.xlsx", sheet="表", row=0, cell=0), "/c": at("表", "A1")}
    through = finding("/b", evidence=("/c",))
    result, said = noted(bare(), places, finding("/a"), finding("/b"), finding("/none"), through)
    assert said == AnnotateResult(1, 1, 1, (finding("/a"), finding("/b"), finding("/none")))
    assert len(listed(result)) == 2


def test_notes_of_others_stay_and_keep_their_cell() -> None:
    def build(book: Any) -> None:
        two_sheets(book)
        book[SHEET]["A1"].comment = Comment("请核", "李某")
        book[SHEET]["B1"].comment = Comment("已核", "王某")

    data = made(build)
    places = {"/a": at(SHEET, "A1"), "/b": at(SHEET, "C1")}
    result, said = noted(data, places)
    assert (said.comments, said.findings, said.places) == (1, 2, 2)
    assert [str(note) for note in said.notes] == ["1 个单元格已有别人的批注，核查发现只列在“核查发现”表中"]
    assert notes(result, ours=False) == notes(data, ours=False) == {f"{SHEET}!A1": "请核", f"{SHEET}!B1": "已核"}
    assert list(notes(result)) == [f"{SHEET}!C1"]
    assert len(listed(result)) == 3
    again, said = noted(result, {"/a": at(SHEET, "A1")})
    assert (said.comments, notes(again), notes(again, ours=False)) == (0, {}, notes(data, ours=False))


def test_threaded_comments_stay_and_keep_their_cell() -> None:
    threads = (
        f'{_HEAD}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="B1" dT="2024-01-01T00:00:00.00" personId="{1}" id="{2}"><text>请核</text>'
        "</threadedComment></ThreadedComments>"
    )
    links = (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rId7" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" '
        'Target="/xl/threadedComments/threadedComment1.xml"/></Relationships>'
    )
    changed = {"xl/threadedComments/threadedComment1.xml": threads, "xl/worksheets/_rels/sheet1.xml.rels": links}
    data = bare(changed=changed)
    result, said = noted(data, {"/a": at("表", "A1"), "/b": at("表", "B1")})
    assert (said.comments, said.places) == (1, 2)
    assert list(notes(result)) == ["表!A1"]
    assert part(result, "xl/threadedComments/threadedComment1.xml") == threads


def test_run_twice_is_run_once_and_a_new_run_replaces() -> None:
    data = made(two_sheets)
    places = {"/a": at(SHEET, "A1"), "/b": at("项目", "A1")}
    once, _ = noted(data, places)
    assert noted(once, places)[0] == once
    other, _ = noted(once, {"/c": at(SHEET, "C1")})
    assert list(notes(other)) == [f"{SHEET}!C1"]
    assert [row[3] for row in listed(other)] == ["发现", "/c有误 [SC101]"]
    clean, said = annotated(other, FILE, [], {})
    assert said == AnnotateResult(0, 0, 0)
    assert parts(clean) == parts(data)


def test_without_findings_the_file_is_the_same() -> None:
    data = made(two_sheets)
    assert annotated(data, FILE, [], {})[0] is data


def test_a_sheet_of_findings_that_something_counts_on_stays() -> None:
    once, _ = noted(made(two_sheets), {"/a": at(SHEET, "A1")})
    book = part(once, "xl/workbook.xml").replace('activeTab="0"', 'activeTab="2"')
    clean, _ = annotated(with_parts(once, {"xl/workbook.xml": book}), FILE, [], {})
    assert listed(clean) == [("编号", "等级", "位置", "发现", "依据", None)]
    assert notes(clean) == {}


def test_a_sheet_of_somebody_with_the_same_name_is_left_alone() -> None:
    def build(book: Any) -> None:
        two_sheets(book)
        book.create_sheet("核查发现").append(["我的"])

    result, _ = noted(made(build), {"/a": at(SHEET, "A1")})
    assert openpyxl.load_workbook(io.BytesIO(result)).sheetnames[2:] == ["核查发现", "核查发现 2"]
    assert len(listed(noted(result, {"/a": at(SHEET, "A1")})[0], "核查发现 2")) == 2


def test_what_looks_like_a_coded_sign_or_markup_is_told_as_it_is() -> None:
    one = finding("/a", message=words("写作 _x0041_ <b>&\x01{0}"))
    result, _ = noted(bare(), {"/a": at("表", "A1")}, one)
    assert "_x005F_x0041_ &lt;b&gt;&amp;{0}" in part(result, "xl/comments1.xml")
    assert "_x005F_x0041_ &lt;b&gt;&amp;{0}" in part(result, "xl/worksheets/sheet2.xml")


# --- files as others make them ---


def test_a_sheet_under_another_prefix_with_all_that_comes_behind_notes() -> None:
    sheet = (
        f'<?xml version="1.0"?><x:worksheet xmlns:x="{MAIN}" xmlns:q="{_REL}"><x:sheetFormatPr defaultRowHeight="a" '
        'defaultColWidth="12.5"/><x:cols><x:col min="2" max="2" width="9" hidden="1"/></x:cols><x:sheetData>'
        '<x:row r="1" ht="30"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData>'
        '<x:pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><!-- 后 -->'
        "<x:extLst/></x:worksheet>"
    )
    result, said = noted(bare(sheet), {"/a": at("表", "A1")})
    assert said.comments == 1
    text = part(result, "xl/worksheets/sheet1.xml")
    assert text == sheet.replace("<!-- 后 -->", '<x:legacyDrawing q:id="rId2"/><!-- 后 -->')


def test_absolute_targets_and_missing_strings_and_styles() -> None:
    data = bare()
    links = part(data, "xl/_rels/workbook.xml.rels").replace('Target="worksheets', 'Target="/xl/worksheets')
    links = re.sub(r'<Relationship Id="rId[SF]"[^>]*/>', "", links)
    less = {"xl/_rels/workbook.xml.rels": links, "xl/sharedStrings.xml": None, "xl/styles.xml": None}
    result, said = noted(with_parts(data, less), {"/a": at("表", "B1")})
    assert said.comments == 1
    assert " s=" not in part(result, "xl/worksheets/sheet2.xml")


def test_a_drawing_with_controls_of_others_keeps_them() -> None:
    drawing = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="3"/>'
        '</o:shapelayout><v:shapetype id="_x0000_t201"/><v:shape id="_x0000_s3073" type="#_x0000_t201">'
        '<x:ClientData ObjectType="Button"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>'
    )
    links = (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        f'Id="rId1" Type="{_REL}/vmlDrawing" Target="../drawings/vmlDrawing4.vml"/></Relationships>'
    )
    sheet = worksheet(rows_of([["甲"]]), behind='<legacyDrawing r:id="rId1"/>')
    vml = types().replace(
        "<Override",
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override',
        1,
    )
    changed = {"xl/drawings/vmlDrawing4.vml": drawing, "xl/worksheets/_rels/sheet1.xml.rels": links, _TYPES: vml}
    result, _ = noted(bare(sheet, changed=changed), {"/a": at("表", "A1")})
    text = part(result, "xl/drawings/vmlDrawing4.vml")
    assert text.startswith(drawing.removesuffix("</xml>"))
    assert 'id="_x0000_s3074"' in text
    assert "xl/drawings/vmlDrawing1.vml" not in parts(result)


@pytest.mark.parametrize("kind", ["sheet.macroEnabled.main+xml", "template.macroEnabled.main+xml"])
def test_workbooks_with_macros(kind: str) -> None:
    changed = {_TYPES: types(f"application/vnd.ms-excel.{kind}"), "xl/vbaProject.bin": b"\0\1"}
    result, said = noted(bare(changed=changed), {"/a": at("表", "A1")})
    assert said.comments == 1
    assert parts(result)["xl/vbaProject.bin"] == b"\0\1"


def test_a_signed_workbook_is_told() -> None:
    data = bare()
    link = (
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/'
        'origin" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    )
    rels = part(data, "_rels/.rels").replace("</Relationships>", link)
    signed = with_parts(data, {"_rels/.rels": rels, "_xmlsignatures/origin.sigs": b""})
    assert "签名" in str(noted(signed, {"/a": at("表", "A1")})[1].notes[0])


def test_the_list_of_sheets_in_the_properties_is_kept_right() -> None:
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("表")
    sheet.write("A1", "甲")
    sheet.repeat_rows(0)
    book.add_worksheet("次")
    book.define_name("名", "=表!$A$1")
    book.close()
    result, _ = noted(buffer.getvalue(), {"/a": at("表", "A1")})
    app = part(result, "docProps/app.xml")
    assert "<vt:lpstr>次</vt:lpstr><vt:lpstr>核查发现</vt:lpstr>" in app
    assert "<vt:i4>3</vt:i4>" in app
    assert noted(result, {"/a": at("表", "A1")})[0] == result


def not_possible() -> list[tuple[bytes, str]]:
    strict = build_xlsx({"表": rows_of([["甲"]])}, strict=True, changed={_TYPES: types()})
    foreign = bare(changed={_TYPES: types("application/foreign+xml")})
    torn = bare(worksheet(rows_of([["甲"]]), behind='<legacyDrawing r:id="rId9"/>'))
    comments = f'{_HEAD}<comments xmlns="{MAIN}"/>'
    links = (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        f'Id="rId1" Type="{_REL}/comments" Target="../comments1.xml"/></Relationships>'
    )
    without = bare(changed={"xl/comments1.xml": comments, "xl/worksheets/_rels/sheet1.xml.rels": links})
    broken = bare(changed={"xl/comments1.xml": "<comments", "xl/worksheets/_rels/sheet1.xml.rels": links})
    return [
        (strict, "严格"),
        (foreign, "不能加批注"),
        (torn, "不能加批注"),
        (without, "不能加批注"),
        (broken, "不能加批注"),
    ]


@pytest.mark.parametrize(("data", "said"), not_possible())
def test_what_cannot_be_changed_without_guessing_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    source, target = tmp_path / FILE, tmp_path / "批注.xlsx"
    source.write_bytes(data)
    with pytest.raises(UnreadableError, match=said):
        annotate(source, [finding("/a")], {"/a": at("表", "A1")}, target)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


# --- an office suite ---


def test_an_office_suite_opens_it_and_what_it_saves_is_annotated_anew(tmp_path: Path) -> None:
    places = {"/a": at(SHEET, "C1"), "/b": at(SHEET, "C3"), "/c": at("项目", "A1")}
    result, said = noted(made(two_sheets), places)
    (tmp_path / "批注.xlsx").write_bytes(result)
    assert office(tmp_path, tmp_path / "批注.xlsx", "pdf").read_bytes().startswith(b"%PDF")
    saved = office(tmp_path, tmp_path / "批注.xlsx", "xlsx").read_bytes()
    everyone = {**notes(saved), **notes(saved, ours=False)}
    assert {cell: text.strip() for cell, text in everyone.items()} == notes(result)
    assert [row[:4] for row in listed(saved)] == [row[:4] for row in listed(result)]
    again, anew = annotated(saved, FILE, [finding("/a")], places)  # it drops the authors of notes
    assert (anew.comments, {**notes(again), **notes(again, ours=False)}) == (1, {f"{SHEET}!C1": "错误：/a有误 [SC101]"})
    assert len(listed(again)) == 2
    assert said.comments == 3


# --- anything, anywhere ---

_CELLS = st.builds(lambda row, column: Position(FILE, sheet="表", row=row, cell=column), *[st.integers(0, 5)] * 2)
_PLACES = _CELLS | st.builds(
    lambda sheet, table: Position(FILE, sheet=sheet, table=table), st.sampled_from(["表", None, "x"]), st.integers(0, 2)
)
_TEXTS = st.lists(st.lists(st.text("甲1 <&", max_size=3), min_size=1, max_size=4), min_size=1, max_size=4)


@given(_TEXTS, st.booleans(), st.lists(_PLACES, max_size=5), st.lists(_PLACES, max_size=3))
def test_any_place_in_any_workbook(
    texts: list[list[str]], commented: bool, first: list[Position], second: list[Position]
) -> None:
    def build(book: Any) -> None:
        book.active.title = "表"
        for row in texts:
            book.active.append(row)
        book.active.merge_cells("B2:C3")
        if commented:
            book.active["A1"].comment = Comment("请核", "李某")

    data = made(build)
    places = {f"/{number}": place for number, place in enumerate(first)}
    once, said = noted(data, places, *(finding(where) for where in places))
    assert said.findings + len(said.not_placed) == len(places)
    assert said.comments == len(notes(once)) <= said.places <= said.findings
    assert noted(once, places, *(finding(where) for where in places))[0] == once
    others = {f"/{number}": place for number, place in enumerate(second)}
    replaced, said = noted(once, others, *(finding(where) for where in others))
    assert said.comments == len(notes(replaced))
    assert notes(replaced, ours=False) == notes(data, ours=False)
