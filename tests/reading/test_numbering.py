"""Heading levels and automatic numbers."""

from __future__ import annotations

import time

import pytest

from jixiao.model import Paragraph
from jixiao.reading.numerals import drawn
from tests.docx_builder import STYLES, Level, P, Raw, Style, T, package, parts_of
from tests.reading.reader import read, read_blocks


def labels(*blocks: P | T | Raw | str, **options: object) -> list[str]:
    return [paragraph.label for paragraph in read_blocks(blocks, **options).paragraphs]


def levels(*blocks: P, styles: tuple[Style, ...] = STYLES) -> list[int]:
    return [paragraph.level for paragraph in read_blocks(blocks, styles=styles).paragraphs]


OUTLINE = [Level("chineseCounting", "%1、"), Level("chineseCounting", "（%2）"), Level("decimal", "%3.")]


def test_numbers_of_an_outline_run_and_start_anew_below() -> None:
    numbers = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2), (1, 2)]
    assert labels(*(P("x", number=number) for number in numbers), numbering={1: OUTLINE}) == [
        "一、",
        "（一）",
        "（二）",
        "1.",
        "二、",
        "（一）",
        "1.",
        "2.",
    ]


def test_the_label_is_not_part_of_the_text() -> None:
    document = read_blocks([P("基本情况", number=(1, 0))], numbering={1: OUTLINE})
    assert list(document.paragraphs) == [Paragraph(0, "基本情况", 0, "一、")]


def test_several_levels_in_one_label() -> None:
    lists = {1: [Level(), Level("decimal", "%1.%2"), Level("chineseCounting", "第%3节%1")]}
    assert labels(P("", number=(1, 1)), P("", number=(1, 0)), P("", number=(1, 1)), numbering=lists) == [
        "1.1",
        "1.",
        "1.1",
    ]
    assert labels(P("", number=(1, 2)), numbering=lists) == ["第一节1"]


def test_legal_numbering_draws_all_levels_as_digits() -> None:
    document = with_numbering(
        '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>',
        [P("", number=(1, 0)), P("", number=(1, 1))],
    )
    assert document == ["一、", "1.1"]


def test_a_level_that_never_restarts() -> None:
    never = '<w:lvl w:ilvl="1"><w:start w:val="5"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2)"/></w:lvl>'
    first = '<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
    numbers = [(1, 0), (1, 1), (1, 0), (1, 1)]
    assert with_numbering(first + never, [P("", number=n) for n in numbers]) == ["1.", "5)", "2.", "6)"]


def test_bullets_and_empty_formats_draw_no_number() -> None:
    assert labels(P("", number=(1, 0)), numbering={1: [Level("bullet", "\uf0b7")]}) == [""]
    assert labels(P("", number=(1, 0)), numbering={1: [Level("none", "%1")]}) == [""]


def test_lists_share_a_count_unless_one_starts_anew() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    again = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    anew = (
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
        "</w:lvlOverride></w:num>"
    )
    numbers = [1, 1, 2, 3, 3, 1]
    assert with_numbering(level, [P("", number=(n, 0)) for n in numbers], again + anew) == [
        "1.",
        "2.",
        "3.",
        "7.",
        "8.",
        "9.",
    ]


def test_a_number_switched_off_unknown_or_of_no_such_level() -> None:
    numbers = [(0, 0), (9, 0), (1, 5)]
    assert labels(*(P("", number=number) for number in numbers), numbering={1: [Level()]}) == ["", "", ""]
    assert labels(P("", number=(1, 0))) == [""]


def test_numbers_through_styles() -> None:
    styles = (
        Style("Parent", number=(1, 0)),
        Style("Child", based_on="Parent"),
        Style("Off", based_on="Parent", number=(0, 0)),
        Style("Second"),
    )
    lists = {1: [Level("chineseCounting", "%1、"), Level("decimal", "%2.")]}
    level_only = Raw('<w:p><w:pPr><w:pStyle w:val="Child"/><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:p>')
    assert labels(
        P("", style="Parent"), P("", style="Child"), P("", style="Off"), level_only, styles=styles, numbering=lists
    ) == ["一、", "二、", "", "1."]


def test_a_level_that_names_its_style() -> None:
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    parts = parts_of(
        [P("", style="Two"), P("", style="One")], numbering={1: [Level(style="One"), Level(text="%2)", style="Two")]}
    )
    parts["word/styles.xml"] = str(parts["word/styles.xml"]).replace(
        "</w:styles>",
        "".join(
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:pPr>{number}</w:pPr></w:style>' for key in ("One", "Two")
        )
        + "</w:styles>",
    )
    assert [paragraph.label for paragraph in read(package(parts)).paragraphs] == ["1)", "1."]


def test_a_list_linked_to_a_numbering_style() -> None:
    parts = parts_of([P("", number=(2, 0))], numbering={1: [Level("decimal", "(%1)")]})
    parts["word/numbering.xml"] = str(parts["word/numbering.xml"]).replace(
        "</w:numbering>",
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Linked"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>',
    )
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    style = f'<w:style w:type="numbering" w:styleId="Linked">{number}</w:style>'
    parts["word/styles.xml"] = str(parts["word/styles.xml"]).replace("</w:styles>", f"{style}</w:styles>")
    assert [paragraph.label for paragraph in read(package(parts)).paragraphs] == ["(1)"]


def test_numbered_cells_are_counted() -> None:
    table = T([[[P("甲", number=(1, 0))]], [[P("乙", number=(1, 0))]]])
    assert labels(P("", number=(1, 0)), table, P("", number=(1, 0)), numbering={1: [Level()]}) == ["1.", "4."]
    styled = T([[[P("甲", style="Numbered")]]])
    assert labels(
        styled, P("", style="Numbered"), styles=(Style("Numbered", number=(1, 0)),), numbering={1: [Level()]}
    ) == ["2."]


def test_heading_levels() -> None:
    styles = (
        *STYLES,
        Style("a1", "标题 2"),
        Style("a2", based_on="a1"),
        Style("a3", "heading 3", outline=9),
        Style("x1", based_on="x2"),
        Style("x2", based_on="x1"),
    )
    paragraphs = [P("", style=style) for style in ("Heading1", "a1", "a2", "a3", "x1", "Normal", "missing")]
    assert levels(*paragraphs, styles=styles) == [1, 2, 2, 0, 0, 0, 0]
    assert levels(P("", outline=1), P("", outline=9), P("", style="Heading1", outline=2)) == [2, 0, 3]


def test_table_styles_are_passed_over_however_the_part_is_written() -> None:
    parts = parts_of([P("", style="Heading2")])
    table_style = '<w:style w:type="table" w:styleId="T"><w:pPr><w:outlineLvl w:val="4"/></w:pPr></w:style>'
    plain = str(parts["word/styles.xml"]).replace("</w:styles>", f"{table_style}</w:styles>")
    other_prefix = plain.replace("w:", "q:").replace("xmlns:w", "xmlns:q")
    for source in (plain, plain.replace("><", ">\n<"), other_prefix):
        parts["word/styles.xml"] = source
        assert [paragraph.level for paragraph in read(package(parts)).paragraphs] == [2]


def test_a_style_part_written_in_an_unusual_way_is_read_whole() -> None:
    parts = parts_of([P("", style="Heading2"), P("", style="none")])
    usual = str(parts["word/styles.xml"])
    in_a_text = usual.replace("<w:style ", '<w:x w:y=" w:styleId=&quot;"/><w:x> w:styleId="Heading2"</w:x><w:style ', 1)
    for source in (usual.replace("<w:style ", "<!-- x --><w:style ", 1), in_a_text):
        parts["word/styles.xml"] = source
        assert [paragraph.level for paragraph in read(package(parts)).paragraphs] == [2, 0]


def test_nonsense_in_numbers_is_no_error() -> None:
    document = with_numbering(
        '<w:lvl w:ilvl="x"><w:start w:val="x"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>',
        [Raw('<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>')],
    )
    assert document == ["1."]


def with_numbering(levels: str, blocks: list[P] | list[Raw], more: str = "") -> list[str]:
    """The labels under a list definition written as XML."""
    parts = parts_of(blocks, numbering={1: [Level()]})
    head = str(parts["word/numbering.xml"]).partition("<w:abstractNum")[0]
    parts["word/numbering.xml"] = (
        f'{head}<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>{more}</w:numbering>'
    )
    return [paragraph.label for paragraph in read(package(parts)).paragraphs]


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        ("decimal", 12, "12"),
        ("decimal", 0, "0"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 10, "１０"),
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 50, "㊿"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 20, "⒛"),
        ("numberInDash", 4, "- 4 -"),
        ("upperLetter", 2, "B"),
        ("lowerLetter", 28, "bb"),
        ("lowerLetter", 999, "999"),
        ("upperRoman", 1949, "MCMXLIX"),
        ("lowerRoman", 4, "iv"),
        ("lowerRoman", 5000, "5000"),
        ("upperRoman", 5000, "5000"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 105, "一○五"),
        ("chineseCountingThousand", 11, "十一"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("chineseCountingThousand", 2000, "二千"),
        ("chineseCountingThousand", 10000, "10000"),
        ("ideographDigital", 20, "二〇"),
        ("chineseLegalSimplified", 10, "壹拾"),
        ("chineseLegalSimplified", 1001, "壹仟零壹"),
        ("chineseLegalSimplified", 12345, "12345"),
        ("ideographEnclosedCircle", 3, "㊂"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 12, "亥"),
        ("bullet", 1, ""),
        ("none", 1, ""),
        ("thaiCounting", 7, "7"),
    ],
)
def test_formats(form: str, number: int, expected: str) -> None:
    assert drawn(number, form) == expected


def test_numbers_out_of_reason_are_kept_within_reason() -> None:
    huge = Level(start=10**400, text="%1" * 400)
    (paragraph,) = read_blocks([P("甲", number=(1, 0))], numbering={1: [huge]}).paragraphs
    assert paragraph.label == "32767" * 127 + "%"


def test_levels_that_no_list_has_are_none() -> None:
    assert labels(P("甲", number=(1, -(10**9))), P("乙", number=(1, 12)), numbering={1: [Level()]}) == ["", ""]
    odd = '<w:lvl w:ilvl="-1000000000"><w:start w:val="1"/><w:lvlText w:val="%1"/></w:lvl>'
    parts = parts_of([P("甲", number=(1, -(10**9)))], numbering={1: [Level()]})
    parts["word/numbering.xml"] = str(parts["word/numbering.xml"]).replace("</w:abstractNum>", f"{odd}</w:abstractNum>")
    assert [paragraph.label for paragraph in read(package(parts)).paragraphs] == [""]


def test_many_styles_and_long_lines_of_them_are_read_in_bounded_time() -> None:
    styles = tuple(Style(f"S{n}", based_on=f"S{n + 1}") for n in range(3000))
    styles += (Style("S3000", outline=0), Style("Near", based_on="S2990"))
    begun = time.process_time()
    found = levels(*(P("甲", style=f"S{n}") for n in range(0, 3001, 10)), P("乙", style="Near"), styles=styles)
    assert time.process_time() - begun < 5
    assert found[-1] == found[-2] == 1
    assert found[0] == 0
