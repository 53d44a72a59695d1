"""The fast reader of plain tables gives what the careful one gives."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from jixiao.reading.merges import Merges
from jixiao.reading.numbering import Numbering
from jixiao.reading.package import Package, W
from jixiao.reading.plain import Shapes
from jixiao.reading.rows import plain_rows
from jixiao.reading.styles import Styles
from jixiao.reading.walk import Walk
from tests.docx_builder import Block, C, P, R, T, build_docx

_TEXT = st.text("甲乙12 \t\n", max_size=6)
_CELL = st.builds(
    C,
    _TEXT | st.lists(st.builds(P, _TEXT), max_size=2),
    span=st.integers(1, 3),
    vmerge=st.sampled_from([None, "restart", "continue"]),
)
_ROW = st.builds(R, st.lists(_CELL, max_size=4), before=st.integers(0, 2))
_TABLE = st.builds(T, st.lists(_ROW, max_size=5))


def body(blocks: list[Block]) -> tuple[etree._Element, Numbering]:
    package = Package(build_docx(blocks), "x.docx")
    found = package.parse(package.bytes_of(package.main), package.main).find(W + "body")
    assert found is not None
    return found, Numbering(package, Styles.of(package))


@settings(max_examples=100)
@given(_TABLE)
def test_fast_and_careful_readers_agree(table: T) -> None:
    root, numbering = body([table])
    fast = plain_rows(next(root.iter(W + "tbl")), numbering.numbered, Merges(), Shapes())
    assert fast is not None
    careful = Walk("x.docx", None, None).content(root)
    assert careful == Walk("x.docx", None, numbering).content(root)
    assert tuple(fast) == next(block.rows for block in careful.blocks if hasattr(block, "rows"))
