"""The scanner of usual sheets and strings gives what the careful reader gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jixiao.model import UnreadableError
from jixiao.reading.excel.cells import Looks, StoredSheet, careful, quick, stored_sheet
from jixiao.reading.excel.strings import shared_strings
from tests.reading.excel.reader import outline, read_sheets
from tests.xlsx_builder import MAIN, cell, parts_of, text_cell, worksheet

_VALUES = st.sampled_from(["", "0", "5", "-1.5E+3", "a&b<c>", "文 字\n", "12"])
_PLACES = st.tuples(st.integers(1, 4), st.integers(0, 3))


@st.composite
def _cells(draw: st.DrawFn, address: str) -> str:
    value, style = draw(_VALUES), draw(st.integers(0, 3))
    kind = draw(st.sampled_from(["", "n", "s", "str", "b", "e"]))
    made = draw(st.integers(0, 6))
    if made == 0:
        return f'<c r="{address}" s="{style}"/>'
    if made == 1:
        return text_cell(address, value, style)
    if made == 2:
        return f'<c r="{address}"><f t="shared" ref="A1:A2" si="0"/><v>{style}</v></c>'
    if made == 3:
        return f'<c r="{address}" t="str"><f>IF(A1&gt;1,"x","")</f><v></v></c>'
    if made == 4:
        return f'<c r="{address}" s="{style}"><f/></c>'
    return cell(address, value, style, kind, draw(st.sampled_from(["", "SUM(A1:A2)"])))


@st.composite
def _sheets(draw: st.DrawFn) -> str:
    rows = ""
    for number in sorted(draw(st.sets(st.integers(1, 30), max_size=5))):
        look = draw(st.sampled_from(["", ' hidden="1"', ' ht="0" customHeight="1"', ' ht="15.5"', ' hidden="false"']))
        cells = "".join(draw(_cells(f"{column}{number}")) for column in draw(st.sampled_from(["A", "AC", "CE", "ABD"])))
        rows += f'<row r="{number}" spans="1:3"{look}>{cells}</row>' if cells else f'<row r="{number}"{look}/>'
    columns = draw(st.sampled_from(["", '<cols><col min="2" max="3" width="9" hidden="1"/></cols>']))
    merges = draw(st.sampled_from(["", '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:C9"/></mergeCells>']))
    return worksheet(rows, columns, merges)


def parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def plain(sheet: StoredSheet | None) -> dict[str, Any]:
    """A sheet as it compares: style 0 need not be named, and cells that hold nothing need not be there."""
    assert sheet is not None
    return {
        "cells": [
            (where, style or "0", kind, formula != "", value)
            for where, (style, kind, formula, value) in ((where, sheet.contents[mark]) for where, mark in sheet.cells)
            if formula or value
        ],
        "merges": sheet.merges,
        "rows": sheet.hidden_rows,
        "columns": sheet.hidden_columns,
        "zeros": sheet.zeros,
        "looks": [sheet.looks.row(number) - {"0"} for number in range(31)],
        "more": [sheet.looks.column(number) - {"0"} for number in range(5)],
    }


@given(_sheets())
def test_scanner_and_careful_reader_agree(xml: str) -> None:
    data = xml.encode()
    assert plain(quick(data, {})) == plain(careful(parsed(data), {}))


_SHARED = ["项目名称", "A&B", " ", "甲\n乙", "5", "100%", "总分"]
_UNUSUAL = (
    lambda part: part.replace("<worksheet", "<!-- x --><worksheet"),
    lambda part: re.sub(r"(</?)(\w)", r"\1x:\2", part).replace("xmlns=", "xmlns:x="),
    lambda part: part.replace('="', "='").replace('"', "'") if "'" not in part else part.replace("<c ", "<c  "),
    lambda part: re.sub(r"<v>([^<&]*)</v>", r"<v><![CDATA[\1]]></v>", part),
    lambda part: part.replace("<sheetData>", "<sheetData >"),
)
"""Ways to write a part that the scanner does not take: a comment, prefixes, single quotes, marked sections, blanks."""


@given(_sheets(), _sheets(), st.sampled_from(_UNUSUAL))
def test_workbooks_read_equal_however_they_are_written(one: str, other: str, unusual: Callable[[str], str]) -> None:
    def told(*sheets: str) -> tuple[object, object] | str:
        parts = dict(zip(("甲", "乙", "丙"), sheets, strict=True))
        try:
            found = read_sheets(parts, strings=_SHARED, formats=["0.0%", "#,##0.00", "yyyy-mm-dd"])
        except UnreadableError as error:
            return str(error)
        return found.blocks, found.notes

    def rewritten(part: str) -> str:
        head, end, rest = part.partition("?>")
        return head + end + unusual(rest)

    assert told(one, other, one) == told(*map(rewritten, (one, other, one)))


def test_a_type_that_no_file_has_is_read_as_it_stands() -> None:
    found = read_sheets('<row r="1"><c r="A1" t="is"><v>5</v></c></row>')
    assert outline(found) == ["5"]


def test_what_the_scanner_leaves_to_the_careful_reader() -> None:
    usual = worksheet(f'<row r="1">{cell("A1", "5")}</row>')
    assert quick(usual.encode(), {}) is not None
    for before, behind in (
        ("<v>5", "<!-- x --><v>5"),
        ("<v>5", "<v ><![CDATA[5]]>"),
        ("<c r", "<x:c r"),
        ('<c r="A1"', '<c t="n" r="A1"'),
        ("</c>", "<extLst/></c>"),
        ("</c>", f'</c><c xmlns="{MAIN}"/>'),
        ("<sheetData>", '<sheetData x="">'),
        (f' xmlns="{MAIN}"', f' xmlns:x="{MAIN}"'),
        ('encoding="UTF-8"', 'encoding="GBK"'),
        ("</worksheet>", "</worksheet"),
        ("</worksheet>", '<mergeCells><mergeCell  ref="A1:B1"/></mergeCells></worksheet>'),
        ("<sheetData>", '<cols><col min="1" max="2"></col></cols><sheetData>'),
        ('<row r="1">', '<row hidden="1">'),
    ):
        assert quick(usual.replace(before, behind).encode(), {}) is None, behind
    assert quick(usual.encode().replace(b"<v>5", b"<v>\xff"), {}) is None


def test_large_sheets_are_read_without_what_is_empty() -> None:
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row><row r="{n + 1}"/>' for n in range(2, 260_000, 2))
    data = worksheet(f'<row r="1">{cell("A1", "5")}</row>{blank}').encode()
    sheet = stored_sheet(data, parsed, {})
    assert [cell[0] for cell in sheet.cells] == ["A1"]
    assert type(sheet.looks) is Looks


_TEXTS = st.lists(st.text("甲乙 \t\n&<>_x000D_é1", max_size=8), max_size=5)


@given(_TEXTS, st.booleans())
def test_strings_agree(texts: list[str], guided: bool) -> None:
    written = [f'<t xml:space="preserve">{escape(text)}</t>' for text in texts]
    part = parts_of({}, strings=written)["xl/sharedStrings.xml"]
    assert isinstance(part, str)
    if guided:
        part = part.replace("</si>", '<phoneticPr fontId="1" type="noConversion"/></si>')
    slow = re.sub("<sst", "<!-- x --><sst", part)
    assert shared_strings(part.encode(), parsed) == shared_strings(slow.encode(), parsed)
