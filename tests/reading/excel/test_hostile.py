"""Workbooks that are broken, foreign or hostile: one clear error, or the right reading, in bounded time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from jixiao.model import Document, UnreadableError
from jixiao.reading import limits
from tests.docx_builder import build_docx, package
from tests.reading.excel.reader import outline, read_sheets
from tests.reading.reader import read, texts
from tests.xlsx_builder import build_xlsx, cell, parts_of, rows_of, style_part, text_cell, worksheet

GRID = [["项目名称", "办案费"], ["得分", "5"]]
ROWS = rows_of(GRID)
SHEETS = {"表": ROWS}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
RELATIONS = "xl/_rels/workbook.xml.rels"


def problem(data: bytes, name: str = "自评.xlsx") -> UnreadableError:
    """The error that the bytes give."""
    with pytest.raises(UnreadableError) as caught:
        read(data, name)
    error = caught.value
    assert error.file == name
    for lang in ("zh", "en"):
        assert error.text(lang).startswith(name)
    return error


def test_a_workbook_is_known_by_its_content() -> None:
    for name in ("自评.docx", "自评.txt", "自评", "自评.xlsm", "自评.xltx"):
        assert outline(read(build_xlsx(SHEETS), name)) == [GRID]
    assert texts(read(build_docx(["甲"]), "自评.xlsx")) == ["甲"]


def test_a_workbook_may_lie_anywhere_in_its_package() -> None:
    parts = parts_of(SHEETS)
    moved = {name.replace("xl/", "data/").replace("workbook.xml", "book.xml"): part for name, part in parts.items()}
    moved["_rels/.rels"] = str(parts["_rels/.rels"]).replace("xl/workbook", "/data/book")
    assert outline(read(package(moved))) == [GRID]
    parts["word/document.xml"] = "<x/>"
    assert outline(read(package(parts))) == [GRID]


def test_a_workbook_without_the_relation_of_its_main_part() -> None:
    assert outline(read(build_xlsx(SHEETS, changed={"_rels/.rels": None}))) == [GRID]


def test_strict_workbooks() -> None:
    rows = f'<row r="1">{cell("A1", "2024-12-31", 1, "d")}{text_cell("B1", "甲")}</row>'
    document = read_sheets(rows, formats=["yyyy/m/d"], strict=True)
    assert outline(document) == [[["2024/12/31", "甲"]]]


@pytest.mark.parametrize(
    ("data", "words", "remedy"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "密码", "Excel"),
        (OLE + "Workbook".encode("utf-16-le"), "旧格式的 Excel", ".xlsx"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "XML", ".xlsx"),
        (b'<html xmlns:x="urn:schemas-microsoft-com:office:excel">', "网页", ".xlsx"),
        (
            package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
            "OpenDocument",
            ".xlsx",
        ),
        (package({"xl/workbook.bin": "x", "xl/worksheets/sheet1.bin": "x"}), "缺少 Excel 工作簿", "Excel"),
        (
            build_xlsx(
                SHEETS,
                changed={"_rels/.rels": str(parts_of({})["_rels/.rels"]).replace("workbook.xml", "workbook.bin")},
            ),
            "二进制",
            ".xlsx",
        ),
        (build_xlsx(SHEETS, changed={"xl/workbook.xml": None}), "缺少 Excel 工作簿", "修复"),
        (build_xlsx(SHEETS, changed={"xl/workbook.xml": "<x/>"}), "缺少 Excel 工作簿", ".xlsx"),
        (build_xlsx(SHEETS, changed={"xl/workbook.xml": "<workbook"}), "XML", "另存"),
        (build_xlsx(SHEETS, changed={"xl/worksheets/sheet1.xml": None}), "缺少这张工作表", "修复"),
        (build_xlsx(SHEETS, changed={RELATIONS: None}), "缺少这张工作表", "修复"),
        (build_xlsx(SHEETS, changed={"xl/worksheets/sheet1.xml": worksheet(ROWS)[:-20]}), "XML", "另存"),
        (build_xlsx(SHEETS, changed={"xl/sharedStrings.xml": "<sst"}), "XML", "另存"),
        (build_xlsx(SHEETS, changed={"xl/styles.xml": "<styleSheet"}), "XML", "另存"),
    ],
)
def test_what_is_no_workbook_that_can_be_read(data: bytes, words: str, remedy: str) -> None:
    error = problem(data)
    assert words in str(error.problem)
    assert remedy in str(error.remedy)


def test_parts_that_a_workbook_can_do_without() -> None:
    missing = {"xl/sharedStrings.xml": None, "xl/styles.xml": None, "[Content_Types].xml": None}
    assert outline(read(build_xlsx(SHEETS, changed=missing))) == [GRID]
    odd = '<x xmlns="urn:other"><cellXfs><xf numFmtId="9"/></cellXfs></x>'
    assert outline(read(build_xlsx(SHEETS, changed={"xl/styles.xml": odd}))) == [GRID]
    bad = style_part(more='<xf numFmtId="x" fontId="99" borderId="-1"/><xf/>')
    rows = f'<row r="1">{cell("A1", "5", 1)}{cell("B1", "6", 2)}{cell("C1", "7", 3)}</row>'
    assert outline(read_sheets(rows, styles=bad)) == [[["5", "6", "7"]]]


def test_sheets_that_are_elsewhere() -> None:
    part = str(parts_of(SHEETS)[RELATIONS])
    outside = part.replace('Target="worksheets/sheet1.xml"', 'Target="http://example.invalid/x" TargetMode="External"')
    for target in (outside, part.replace("worksheets/sheet1.xml", "../../../../etc/passwd")):
        assert "缺少这张工作表" in str(problem(build_xlsx(SHEETS, changed={RELATIONS: target})).problem)
    absolute = part.replace("worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml")
    assert outline(read(build_xlsx(SHEETS, changed={RELATIONS: absolute}))) == [GRID]


def test_charts_pictures_and_text_boxes_are_counted() -> None:
    drawing = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:pic/><xdr:pic/><xdr:graphicFrame/>'
        "<xdr:sp><a:t>说明</a:t></xdr:sp><xdr:sp><a:t> </a:t></xdr:sp></xdr:wsDr>"
    )
    links = str(parts_of({})["_rels/.rels"])
    changed: dict[str, str | bytes | None] = {
        "xl/drawings/drawing1.xml": drawing,
        "xl/worksheets/_rels/sheet1.xml.rels": links.replace('officeDocument"', 'drawing"').replace(
            "xl/workbook.xml", "../drawings/drawing1.xml"
        ),
        RELATIONS: str(parts_of(SHEETS | {"图": "", "空": ""})[RELATIONS]).replace(
            'worksheet" Target="worksheets/sheet2', 'chartsheet" Target="worksheets/sheet2'
        ),
    }
    for behind in ('<drawing r:id="rId1"/>', '<drawing  r:id="rId1"/>'):
        sheets = SHEETS | {"图": "", "空": ""}
        sheets["表"] = worksheet(ROWS, "", behind)
        document = read(build_xlsx(sheets, changed=changed))
        assert [str(note) for note in document.notes] == [
            "图片 2 张，图中文字未读入",
            "文本框 1 个，其中的文字未读入",
            "图表 2 个，未读入",
        ]
    alone = SHEETS | {"表": worksheet(ROWS, "", '<drawing r:id="rId1"/>')}
    assert read(build_xlsx(alone)).notes == ()


def test_entities_are_refused() -> None:
    laughs = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 10))
    declarations = (
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        f'<!DOCTYPE d [<!ENTITY x0 "ha">{laughs}<!ENTITY x "&x9;">]>',
    )
    sheet = worksheet(f'<row r="1"><c r="A1" t="str"><v>&x;</v></c>{text_cell("B1", "甲")}</row>')
    for declaration in declarations:
        hostile = sheet.replace("?><", f"?>{declaration}<", 1)
        for content in (hostile, hostile.encode("utf-16")):
            begun = time.perf_counter()
            error = problem(build_xlsx(SHEETS, changed={"xl/worksheets/sheet1.xml": content}))
            assert "文档类型" in str(error.problem)
            assert time.perf_counter() - begun < 2
    undeclared = problem(build_xlsx(SHEETS, changed={"xl/worksheets/sheet1.xml": sheet + "<!-- -->"}))
    assert "XML" in str(undeclared.problem)


def test_other_encodings() -> None:
    sheet = worksheet(ROWS)
    for content in (sheet.encode("utf-16"), sheet.replace("UTF-8", "gb18030").encode("gb18030")):
        assert outline(read(build_xlsx(SHEETS, changed={"xl/worksheets/sheet1.xml": content}))) == [GRID]


def test_bombs() -> None:
    bomb = worksheet(" " * (limits.RATIO_FROM + 1))
    error = problem(build_xlsx({"表": bomb}))
    assert "炸弹" in str(error.problem)
    assert error.place == "xl/worksheets/sheet1.xml"


def test_sheets_that_are_too_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SHEETS", len(worksheet(ROWS).encode()) + 5)
    assert outline(read(build_xlsx(SHEETS))) == [GRID]
    assert "内容过多" in str(problem(build_xlsx(SHEETS | {"二": ROWS})).problem)


def test_trees_that_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MARKS", 60)
    assert outline(read(build_xlsx(SHEETS))) == [GRID]
    assert "内容过多" in str(problem(build_xlsx({"表": ROWS + "<!-- -->" + "<x/>" * 60})).problem)


def far(rows: int) -> str:
    return "".join(f'<row r="{n}">{cell(f"A{n}", "5")}{cell(f"XFD{n}", "6")}</row>' for n in range(1, rows))


_BLANKS = "".join(f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(3, 80_000))
_EMPTY = "".join(f'<row r="{n}" spans="1:8" ht="14.25" customHeight="1"/>' for n in range(3, 250_000))
_LINES = style_part(borders='<border/><border><left style="thin"/></border>', more='<xf borderId="1"/>')
_TITLES = "".join(rows_of([["项目自评表"], ["甲", "乙"]], first=n) for n in range(1, 6000, 2))
_RULED = "".join(rows_of([["甲", "乙"], ["", ""]], 1, n) for n in range(1, 200_000, 190))

HUGE: dict[str, Callable[[], bytes]] = {
    "dimension": lambda: build_xlsx({"表": worksheet(ROWS, '<dimension ref="A1:XFD1048576"/>')}),
    "a cell in the last corner": lambda: build_xlsx({"表": f'{ROWS}<row r="1048576">{cell("XFD1048576", "1")}</row>'}),
    "columns far apart": lambda: build_xlsx({"表": far(9000)}),
    "blank cells with a format": lambda: build_xlsx({"表": ROWS + _BLANKS}, formats=["0"]),
    "empty rows": lambda: build_xlsx({"表": ROWS + _EMPTY}),
    "hidden rows": lambda: build_xlsx({"表": ROWS + _BLANKS.replace('">', '" hidden="1">')}),
    "ranges over the whole sheet": lambda: build_xlsx(
        {"表": worksheet(ROWS, "", "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 100_000 + "</mergeCells>")}
    ),
    "overlapping ranges": lambda: build_xlsx(
        {
            "表": worksheet(
                rows_of([["甲", "乙", "丙"]] * 500),
                "",
                "".join(f'<mergeCell ref="A{n % 500 + 1}:C{n % 400 + 60}"/>' for n in range(20_000)),
            )
        }
    ),
    "hidden columns": lambda: build_xlsx({"表": worksheet(ROWS, '<cols><col min="9" max="16384" hidden="1"/></cols>')}),
    "titles": lambda: build_xlsx({"表": _TITLES}),
    "ruled rows far apart": lambda: build_xlsx({"表": _RULED}, styles=_LINES),
    "sheets": lambda: build_xlsx({f"表{n}": ROWS for n in range(500)}),
    "cells": lambda: build_xlsx({"表": f"<row>{'<c><v>1</v></c>' * 17_000}</row>" * 20}),
    "a wide diagonal": lambda: build_xlsx(
        {"表": "".join(f"<row>{'<c/>' * n}<c><v>1</v></c><c><v>2</v></c></row>" for n in range(700))}
    ),
}


SMALL = ("dimension", "blank cells with a format", "empty rows", "hidden rows", "hidden columns")
LEFT: dict[str, list[object]] = {name: [GRID] for name in SMALL}
LEFT |= {"a cell in the last corner": [GRID, "1"], "sheets": [GRID] * 500, "ranges over the whole sheet": ["项目名称"]}
"""What a huge sheet gives, where it is not huge in itself."""


@pytest.mark.parametrize("name", HUGE)
def test_huge_sheets_end_in_time(name: str) -> None:
    data = HUGE[name]()
    begun = time.perf_counter()
    outcome: Document | UnreadableError
    try:
        outcome = read(data)
    except UnreadableError as error:
        outcome = error
    assert time.perf_counter() - begun < 10
    if name in {"cells", "a wide diagonal", "overlapping ranges"}:
        assert isinstance(outcome, UnreadableError)
    else:
        assert isinstance(outcome, Document)
        assert outline(outcome)[: len(LEFT.get(name, []))] == LEFT.get(name, [])


def test_two_sheets_cannot_be_one_part() -> None:
    part = str(parts_of(SHEETS | {"二": ROWS})[RELATIONS]).replace("sheet2.xml", "sheet1.xml")
    error = problem(build_xlsx(SHEETS | {"二": ROWS}, changed={RELATIONS: part}))
    assert "工作表“二”" in str(error)
