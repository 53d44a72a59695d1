"""What is written shorter before it is parsed reads the same: blocks and notes, whatever stands in the cells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from jixiao.model import Table
from jixiao.reading.content import Content
from jixiao.reading.looks import without_ids, without_looks
from jixiao.reading.numbering import Numbering
from jixiao.reading.package import Package, W
from jixiao.reading.plain import can_be_shorter, with_plain_cells
from jixiao.reading.styles import Styles
from jixiao.reading.walk import Walk
from tests.docx_builder import STYLES, Block, C, Level, P, Raw, Style, T, build_docx, document_xml, run

_IDS = ' w:rsidR="00AB" w:rsidRDefault="00CD"'


def both(blocks: list[Block]) -> tuple[Content, Content]:
    """What is read of the body as it stands, and of the body written shorter."""
    styles = (*STYLES, Style("List", number=(1, 0)), Style("Cell"))
    package = Package(build_docx(blocks, styles=styles, numbering={1: [Level()]}), "x.docx")
    data, known = package.bytes_of(package.main), Styles.of(package)
    less = without_looks(with_plain_cells(without_ids(data), known.numbered)) if can_be_shorter(data) else data

    def content(xml: bytes, *, careful: bool = False) -> Content:
        body = package.parse(xml, package.main).find(W + "body")
        assert body is not None
        return Walk("x.docx", known, None if careful else Numbering(package, known)).content(body)

    plainly = content(data)
    assert tables(content(data, careful=True)) == tables(plainly)
    return plainly, content(less)


def tables(content: Content) -> list[Table]:
    """The tables alone: the careful walk draws no numbers."""
    return [block for block in content.blocks if isinstance(block, Table)]


_LOOKS = st.sampled_from(
    [
        "",
        '<w:b/><w:sz w:val="18"/>',
        '<w:rFonts w:hint="eastAsia"/>',
        "<w:strike/>",
        '<w:strike w:val="0"/><w:b/>',
        "<w:vanish/>",
        '<w:rStyle w:val="Strong"/>',
    ]
)
_TEXT = st.text("甲乙1> \t\n&<", max_size=4)
_RUN = st.builds(lambda text, look: run(text, properties=look), _TEXT, _LOOKS)
_INLINE = st.one_of(
    _RUN,
    _RUN,
    _RUN.map(lambda r: r.replace("<w:r>", '<w:r w:rsidRPr="00A1">')),
    st.sampled_from(
        [
            '<w:proofErr w:type="gramStart"/>',
            '<w:bookmarkStart w:id="1" w:name="_Toc"/>',
            '<w:bookmarkEnd w:id="1"/>',
            "<w:r><w:lastRenderedPageBreak/><w:t>页</w:t></w:r>",
            '<w:r><w:br w:type="page"/><w:t>新</w:t></w:r>',
            "<w:r><w:cr/><w:noBreakHyphen/><w:t/></w:r>",
            "<w:r/>",
            "<w:r><w:rPr/><w:t>空</w:t></w:r>",
            '<w:ins w:id="2"><w:r><w:t>增</w:t></w:r></w:ins>',
            '<w:del w:id="3"><w:r><w:delText>删</w:delText></w:r></w:del>',
            "<w:sdt><w:sdtContent><w:r><w:t>控</w:t></w:r></w:sdtContent></w:sdt>",
            "<w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>",
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            '<w:r><w:sym w:font="宋体" w:char="2264"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/><w:t>果</w:t></w:r>',
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "<w:r><w:t>同</w:t><w:t>行</w:t></w:r>",
        ]
    ),
)
_PROPERTIES = st.sampled_from(
    [
        "",
        "<w:pPr/>",
        '<w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr></w:pPr>',
        '<w:pPr><w:pStyle w:val="Normal"/></w:pPr>',
        '<w:pPr><w:pStyle w:val="Cell"/><w:jc w:val="center"/></w:pPr>',
        '<w:pPr><w:pStyle w:val="List"/></w:pPr>',
        '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
        '<w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>',
        '<w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>',
    ]
)
_PARAGRAPH = st.one_of(
    st.builds(
        lambda ids, properties, inlines: f"<w:p{ids}>{properties}{''.join(inlines)}</w:p>",
        st.sampled_from(["", "", _IDS]),
        _PROPERTIES,
        st.lists(_INLINE, max_size=4),
    ),
    st.sampled_from(["<w:p/>", f"<w:p{_IDS}/>"]),
)
_CELL_PROPERTIES = st.sampled_from(
    [
        "",
        "<w:tcPr/>",
        '<w:tcPr><w:tcW w:w="900"/><w:vAlign w:val="center"/></w:tcPr>',
        '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>',
        '<w:tcPr><w:gridSpan w:val="x"/></w:tcPr>',
        "<w:tcPr><w:tcW w:w='9'/><w:gridSpan w:val='2'/></w:tcPr>",
        '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>',
        '<w:tcPr><w:vMerge/><w:tcBorders><w:top w:val="single"/></w:tcBorders></w:tcPr>',
        '<w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="continue"/></w:tcPr>',
        "<w:tcPr><w:hMerge/></w:tcPr>",
        '<w:tcPr><w:cellDel w:id="5"/></w:tcPr>',
    ]
)


def _cell(properties: str, content: list[str], controlled: bool) -> str:
    cell = f"<w:tc>{properties}{''.join(content)}</w:tc>"
    return f"<w:sdt><w:sdtContent>{cell}</w:sdtContent></w:sdt>" if controlled else cell


def _table(rows: list[tuple[str, list[str]]]) -> str:
    inside = "".join(f"<w:tr>{look}{''.join(cells)}</w:tr>" for look, cells in rows)
    return f"<w:tbl><w:tblPr/>{inside}</w:tbl>"


def _tables(content: st.SearchStrategy[list[str]]) -> st.SearchStrategy[str]:
    cell = st.builds(_cell, _CELL_PROPERTIES, content, st.sampled_from([False] * 9 + [True]))
    looks = st.sampled_from(["", '<w:trPr><w:gridBefore w:val="1"/></w:trPr>', "<w:trPr><w:del/></w:trPr>"])
    return st.lists(st.tuples(looks, st.lists(cell, max_size=4)), max_size=4).map(_table)


_PARAGRAPHS = st.lists(_PARAGRAPH, min_size=1, max_size=3)
_NESTED = _tables(_PARAGRAPHS).map(lambda table: [table, "<w:p/>"])
_BODY = st.lists(st.one_of(_PARAGRAPH, _tables(st.one_of(_PARAGRAPHS, _PARAGRAPHS, _NESTED))), max_size=4)


@settings(max_examples=150)
@given(_BODY)
def test_shorter_reads_the_same(body: list[str]) -> None:
    plainly, shorter = both([Raw(xml) for xml in body])
    assert shorter == plainly


def shortened(block: Block) -> bytes:
    """The XML of one block, written shorter."""
    data = build_docx([block])
    package = Package(data, "x.docx")
    return without_looks(with_plain_cells(without_ids(package.bytes_of(package.main)), lambda _: False))


def test_cells_side_by_side_become_one_element() -> None:
    cells = ["甲", C("一\n二", vmerge="restart"), C("", span=2), C([P([Raw(run("a\tb", properties="<w:b/>")), "c"])])]
    assert '<w:cells w:val="1,1r,2,1">甲&#13;一\n二&#13;&#13;a\tbc</w:cells>'.encode() in shortened(T([cells]))


@pytest.mark.parametrize(
    "cell",
    [
        C([P([Raw(run("旧", properties="<w:strike/>"))])]),
        C([P("甲", number=(1, 0))]),
        C([P("甲", joined=True), P("乙")]),
        C([T([["甲", "乙"]])]),
        C("甲", hmerge="restart"),
        C([P([Raw("<w:r><w:t>甲</w:t><w:br w:type='page'/></w:r>")])]),
    ],
)
def test_a_cell_that_says_more_stays(cell: C) -> None:
    assert b"<w:tc>" in shortened(T([[cell]]))


def test_ids_of_word_are_cut_with_what_else_it_notes_for_itself() -> None:
    marked = Raw(f'<w:p{_IDS}><w:proofErr w:type="gramStart"/><w:r w:rsidR="1"><w:t>甲</w:t></w:r></w:p>')
    assert "<w:p><w:r><w:t>甲</w:t></w:r></w:p>".encode() in shortened(marked)


@pytest.mark.parametrize("text", ["<w:t>甲&#13;乙</w:t>", "<w:t><![CDATA[<w:tc>]]></w:t>", "<w:t>甲<!-- x -->乙</w:t>"])
def test_what_bytes_do_not_tell_is_left_to_the_parser(text: str) -> None:
    blocks: list[Block] = [T([[[P([Raw(f"<w:r>{text}</w:r>")])], "丙"]])]
    plainly, shorter = both(blocks)
    assert shorter == plainly


def test_names_that_mean_something_else_inside_are_left_alone() -> None:
    foreign = Raw('<w:p xmlns:w="urn:x"><w:r><w:t>异</w:t></w:r></w:p>')
    plainly, shorter = both([T([[[foreign, P("甲")], "乙"]])])
    assert shorter == plainly


@pytest.mark.parametrize(
    "properties",
    [
        "<w:tcPr><w:tcPr/><w:tcW/></w:tcPr>",
        "<w:tcPr><w:tcPr><w:tcW/></w:tcPr><w:tcW/></w:tcPr>",
        '<w:tcPr><w:tcW><w:gridSpan w:val="2"/></w:tcW></w:tcPr>',
        "<w:tcPr><w:tc><w:tcPr/><w:p/></w:tc></w:tcPr>",
        '<w:tcPr><w:tcBorders><w:top w:val="a"/></w:tcBorders><w:gridSpan w:val="2"/></w:tcPr>',
    ],
)
def test_properties_inside_each_other_stay_whole(properties: str) -> None:
    cell = f"<w:tc>{properties}<w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
    data = document_xml([Raw(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>")]).encode()
    less = without_looks(with_plain_cells(data, lambda _: False))

    def careful(xml: bytes) -> Content:
        body = etree.fromstring(xml).find(W + "body")
        assert body is not None
        return Walk("x.docx", None, None).content(body)

    assert careful(less) == careful(data)


def test_other_encodings_are_left_to_the_parser() -> None:
    block = T([[[P("甲", style="List")], "乙"]])
    data = document_xml([block]).replace("UTF-8", "GB18030").encode("gb18030")
    assert not can_be_shorter(data)
    assert can_be_shorter(document_xml([block]).encode())
    broken = document_xml([T([[[P("甲", style="样式")], "乙"]])]).encode().replace("样".encode(), b"\xff")
    assert with_plain_cells(broken, lambda key: key == "样式")
