"""Crossed-out text is no part of a value; the file says that it has some, and where."""

from __future__ import annotations

import json

import pytest

from jixiao.model import Document
from jixiao.reading import read_document
from jixiao.reading.package import Package, W
from jixiao.reading.word import places
from tests.docx_builder import TRANSITIONAL, Block, C, P, Raw, T, package, parts_of, run
from tests.reading.reader import grid, only_table, read, read_blocks, texts
from tests.shared import shared_path

OLD = Raw(run("旧", properties="<w:strike/>"))


def with_styles(blocks: list[Block], styles: str) -> bytes:
    """A file with these styles instead of the usual ones."""
    parts = parts_of(blocks)
    parts["word/styles.xml"] = f'<w:styles xmlns:w="{TRANSITIONAL}">{styles}</w:styles>'
    return package(parts)


def style(key: str, look: str = "", based_on: str = "", kind: str = "paragraph", more: str = "") -> str:
    """A style with this look of its text."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"{more}>{based}<w:rPr>{look}</w:rPr></w:style>'


def styled(text: str, key: str, more: str = "") -> Raw:
    """A run with a character style."""
    return Raw(run(text, properties=f'<w:rStyle w:val="{key}"/>{more}'))


def notes(document: Document, lang: str = "zh") -> list[str]:
    """What is said of crossed-out text."""
    return [note.text(lang) for note in document.notes if note.key == "reading.struck"]


@pytest.mark.parametrize(
    "look", ["<w:strike/>", "<w:dstrike/>", '<w:strike w:val="true"/>', '<w:b/><w:dstrike w:val="1"/>']
)
def test_crossed_out_text_is_dropped_and_told(look: str) -> None:
    old = Raw(run("12.3", properties=look))
    document = read_blocks([P([old, "50"]), T([[[P([old, "46"])], "甲"]])])
    assert texts(document) == ["50"]
    assert grid(next(document.tables)) == [["46", "甲"]]
    assert notes(document) == ["划去的文字 2 处，未读入：第1段、表1 第1行 第1格"]
    assert notes(document, "en") == ["2 crossed-out texts, not read: paragraph 1, table 1 row 1 cell 1"]


@pytest.mark.parametrize(
    "look", ['<w:strike w:val="0"/>', '<w:dstrike w:val="false"/><w:b/>', '<w:strike w:val="off"/>']
)
def test_a_line_switched_off_is_none(look: str) -> None:
    document = read_blocks([P([Raw(run("12", properties=look)), "50"]), T([[[P([Raw(run("12", properties=look))])]]])])
    assert texts(document) == ["1250"]
    assert grid(next(document.tables)) == [["12"]]
    assert notes(document) == []


def test_the_mark_of_a_paragraph_says_nothing_of_its_text() -> None:
    marked = Raw(f"<w:p><w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>{run('甲')}</w:p>")
    document = read_blocks([marked, T([[[marked]]])])
    assert texts(document) == ["甲"]
    assert grid(next(document.tables)) == [["甲"]]


def test_blanks_that_are_crossed_out_are_no_text() -> None:
    assert notes(read_blocks([P([Raw(run("  ", properties="<w:strike/>")), "甲"])])) == []


def test_many_places_are_counted_and_the_first_named() -> None:
    (said,) = notes(read_blocks([T([[[P([OLD, "新"])]] for _ in range(9)])]))
    assert said.startswith("划去的文字 9 处，未读入：表1 第1行 第1格、")
    assert said.endswith("表1 第5行 第1格等")


def test_a_place_is_that_of_the_cell_itself() -> None:
    nested = T([["甲", [P([OLD, "内"])]]])
    document = read_blocks([T([["左", [P([OLD, "外"]), nested]]]), P([OLD], joined=True), "末"])
    assert [grid(table) for table in document.tables] == [[["左", "外"]], [["甲", "内"]]]
    assert texts(document) == ["末"]
    assert sorted(notes(document)[0].partition("：")[2].split("、")) == [
        "第1段",
        "表1 第1行 第2格",
        "表2 第1行 第2格",
    ]


def test_a_field_goes_on_though_its_marks_are_crossed_out() -> None:
    begin, separate, end = (
        f'<w:r><w:rPr><w:strike/></w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    )
    assert texts(read_blocks([P([Raw(f"{begin}{separate}{run('97')}{end}"), "后"])])) == ["97后"]


def test_styles_cross_out() -> None:
    styles = (
        style("Normal", more=' w:default="1"')
        + style("Old", "<w:strike/>")
        + style("Older", based_on="Old")
        + style("Again", '<w:strike w:val="0"/>', based_on="Old")
        + style("Gone", "<w:dstrike/>", kind="character")
    )
    on = Raw(run("直", properties='<w:strike w:val="0"/>'))
    blocks: list[Block] = [
        P(["甲", styled("乙", "Gone"), "丙"]),
        P(["甲", on], style="Old"),
        P(["甲", on], style="Older"),
        P(["甲"], style="Again"),
        P(["甲", styled("乙", "Gone")], style="Old"),  # the two undo each other
        P([styled("甲", "Gone", '<w:strike w:val="false"/>'), styled("乙", "Unknown")]),
        T([[C("甲"), [P(["乙"], style="Old")]]]),
    ]
    document = read(with_styles(blocks, styles))
    assert texts(document) == ["甲丙", "直", "直", "甲", "乙", "甲乙"]
    assert grid(next(document.tables)) == [["甲", ""]]
    assert notes(document) == ["划去的文字 5 处，未读入：第1段、第2段、第3段、第5段、表1 第1行 第2格"]


@pytest.mark.parametrize(
    "styles",
    [
        style("Normal", "<w:strike/>", more=' w:default="1"'),
        "<w:docDefaults><w:rPrDefault><w:rPr><w:strike/></w:rPr></w:rPrDefault></w:docDefaults>",
    ],
)
def test_what_crosses_out_by_default_can_be_switched_off(styles: str) -> None:
    on = Raw(run("留", properties='<w:strike w:val="0"/>'))
    document = read(with_styles([P(["去", on]), T([["去", [P([on])]]])], styles))
    assert texts(document) == ["留"]
    assert grid(next(document.tables)) == [["", "留"]]


def test_places_count_characters_as_the_reader_does() -> None:
    data = with_styles([P([styled("去", "Gone"), "甲", OLD, "乙"])], style("Gone", "<w:strike/>", kind="character"))
    parts = Package(data, "x.docx")
    body = parts.parse(parts.bytes_of(parts.main), parts.main).find(W + "body")
    assert body is not None
    (spot,) = places(body, "x.docx", parts).paragraphs
    assert [start for start, _ in spot.runs] == [0, 0, 1, 1]


def test_the_shared_case_reads_right() -> None:
    path = shared_path("cases/struck-through.docx")
    expected = json.loads(shared_path("cases/expected.json").read_text(encoding="utf-8"))[path.name]
    document = read_document(path)
    cells = [text for table in document.tables for row in grid(table) for text in row]
    for indicator in expected["indicators"]:
        assert {indicator["target"], indicator["actual"], indicator["weight"]} <= set(cells)
    assert expected["name"] in cells
    assert len(notes(document)) == 1


def test_a_whole_cell_crossed_out_is_blank() -> None:
    assert only_table([T([[[P([OLD])], "甲"]])]) == [["", "甲"]]
