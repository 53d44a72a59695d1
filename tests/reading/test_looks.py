"""Cutting out the looks of runs changes nothing but the size."""

from __future__ import annotations

import pytest
from lxml import etree

from jixiao.reading.looks import without_looks
from jixiao.reading.package import W
from jixiao.reading.word import places
from tests.docx_builder import Hidden, P, Raw, T, document_xml, run
from tests.reading.reader import read_blocks, texts

BOLD = Raw(run("粗", properties='<w:b/><w:sz w:val="18"/>'))


def test_looks_go_and_text_stays() -> None:
    data = document_xml([P(["甲", BOLD]), T([[[P([BOLD])]]])]).encode()
    assert b"<w:sz" not in without_looks(data)
    assert content(without_looks(data)) == content(data)


@pytest.mark.parametrize("block", [P(["甲", Hidden("隐"), BOLD]), P(["甲", BOLD], joined=True)])
def test_what_hides_or_joins_stays(block: P) -> None:
    data = document_xml([block, "乙"]).encode()
    assert content(without_looks(data)) == content(data)
    assert texts(read_blocks([block, "乙"])) == content(data)


def test_groups_inside_each_other_are_left_alone() -> None:
    change = '<w:b/><w:rPrChange w:id="1" w:author="x"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    data = document_xml([P([BOLD, Raw(run("改", properties=change))])]).encode()
    assert without_looks(data) == data.replace(b' xml:space="preserve"', b"")
    assert texts(read_blocks([P([BOLD, Raw(run("改", properties=change))])])) == ["粗改"]


def content(data: bytes) -> list[str]:
    """The paragraphs by the careful walk."""
    body = etree.fromstring(data).find(W + "body")
    assert body is not None
    return [block.text for block in places(body, "x.docx").blocks if hasattr(block, "text")]


def test_the_style_that_every_paragraph_has_says_nothing() -> None:
    data = document_xml([P("甲", style="Normal"), P("乙", style="Heading1"), T([["丙"]])]).encode()
    assert b'"Normal"' in data
    less = without_looks(data)
    assert b'"Normal"' not in less
    assert b'"Heading1"' in less
    assert content(less) == content(data)
