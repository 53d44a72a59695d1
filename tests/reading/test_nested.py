"""A table of one column inside a cell is the text of the cell; a real table in it stays one of its own."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.reading import read_document
from jixiao.reading.package import Package, W
from jixiao.reading.word import places
from tests.docx_builder import Block, C, Hidden, P, R, Raw, T, build_docx, run
from tests.reading.reader import grid, read, read_blocks
from tests.shared import shared_path


def inside(*content: Block) -> list[tuple[int | None, list[list[str]]]]:
    """The tables of a file whose first table holds this content in its first cell."""
    document = read_blocks([T([[list(content), "右"]]), T([["次"]])])
    return [(table.within, grid(table)) for table in document.tables]


def pasted(text: str) -> list[tuple[int | None, list[list[str]]]]:
    """What is read where a cell has this text and no table in it."""
    return [(None, [[text, "右"]]), (None, [["次"]])]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ([T([["32公里"]])], "32公里"),
        ([T([["一"], ["二"], ["三"]])], "一\n二\n三"),
        ([T([["一\n二"], [""], ["三"]])], "一\n二\n三"),
        (["前", T([["内"]]), "后"], "前\n内\n后"),
        ([T([["甲"]]), "", T([["乙"]])], "甲\n乙"),
        ([T([[[T([[[T([["深"]])]]])]]])], "深"),
        ([T([[["外", T([["内"]])]]])], "外\n内"),
        ([T([["", "内", ""]])], "内"),
        ([T([["一", ""], ["二", ""]])], "一\n二"),
        ([T([[C("题", span=2)], ["文", ""]])], "题\n文"),
        ([T([R(["一"], before=1), ["", "二"]])], "一\n二"),
        ([T([[C("一", vmerge="restart")], [C("", vmerge="continue")]])], "一"),
        ([T([["留"], R(["删"], deleted=True)])], "留"),
        ([T([["见", [P([Hidden("")])]]])], "见"),
        (["文", T([["", ""], ["", " "]])], "文"),
        ([T([[""]])], ""),
        ([T([])], ""),
        ([P("前半", joined=True), T([["内"]])], "前半\n内"),
        ([T([[[P([Raw('<w:r><w:sym w:font="宋体" w:char="2264"/></w:r>'), "5"])]]])], "≤5"),
    ],
)
def test_a_table_of_one_column_is_the_text_of_its_cell(content: list[Block], text: str) -> None:
    assert inside(*content) == pasted(text)


@pytest.mark.parametrize(
    "rows",
    [
        [["甲", "乙"]],
        [["指标", "值"], ["里程", "32"]],
        [["题", ""], ["", "文"]],
        [R(["甲"]), R(["乙"], before=1)],
        [[C("题", span=2)], ["甲", "乙"]],
        [["☑", [P([Raw('<w:r><w:sym w:font="宋体" w:char="2264"/></w:r>')])]]],
    ],
)
def test_a_table_of_more_columns_stays_one_of_its_own(rows: list[R | list[C | str]]) -> None:
    tables = inside("前", T(rows), "后")
    assert tables[0] == (None, [["前\n后", "右"]])
    assert tables[1][0] == 0
    assert len(tables) == 3


def test_a_form_inside_a_layout_is_a_table_of_its_own_in_the_cell_around_both() -> None:
    form = T([["指标", "值"], ["里程", "32"]])
    assert inside("前", T([[["表：", form]]])) == [
        (None, [["前\n表：", "右"]]),
        (0, [["指标", "值"], ["里程", "32"]]),
        (None, [["次"]]),
    ]


def test_tables_deep_inside_each_other_are_tables() -> None:
    table = T([["深"]])
    for _ in range(12):
        table = T([[[table]]])
    document = read_blocks([table])
    assert "深" in [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert 1 < len(list(document.tables)) < 12


def test_a_table_of_one_column_outside_cells_is_a_table() -> None:
    document = read_blocks(["前", T([["一"], ["二"]])])
    assert [grid(table) for table in document.tables] == [[["一"], ["二"]]]


def test_what_is_crossed_out_or_covered_in_a_layout_is_noted_at_the_cell_around_it() -> None:
    old = Raw(run("旧", properties="<w:strike/>"))
    hidden = T([[C("上", vmerge="restart")], [C("下", vmerge="continue")]])
    document = read_blocks([T([["左", [T([[[P([old, "新"])]]]), hidden]]])])
    assert grid(next(document.tables)) == [["左", "新\n上"]]
    assert [str(note) for note in document.notes] == [
        "被合并单元格遮住的文字 1 处，打印时不可见，未读入",
        "划去的文字 1 处，未读入：表1 第1行 第2格",
    ]


_TEXT = st.text("甲乙1 ", max_size=3)
_CELL = st.recursive(
    _TEXT.map(lambda text: [P(text)]),
    lambda inner: st.builds(
        lambda before, rows, after: [P(before), T([[C(cell) for cell in row] for row in rows]), P(after)],
        _TEXT,
        st.lists(st.lists(inner, min_size=1, max_size=2), max_size=3),
        _TEXT,
    ),
    max_leaves=12,
)
_TABLE = st.lists(st.lists(_CELL, min_size=1, max_size=3), max_size=3).map(
    lambda rows: T([[C(cell) for cell in row] for row in rows])
)


def letters(text: str) -> Counter[str]:
    """How often each letter stands in a text, blanks aside."""
    return Counter("".join(text.split()))


@given(st.lists(_TABLE, max_size=2))
def test_places_are_found_by_the_numbers_of_the_reader_and_no_text_is_lost(tables: list[T]) -> None:
    data = build_docx(["前", *tables, "后"])
    document = read(data)
    package = Package(data, "x.docx")
    body = package.parse(package.bytes_of(package.main), package.main).find(W + "body")
    assert body is not None
    found = places(body, "x.docx", package)
    assert found.blocks == document.blocks
    cells = {
        (table.number, row.number, cell.index): cell.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
    }
    assert found.cells.keys() == cells.keys()
    for key, text in cells.items():
        assert letters(text) <= letters("".join(found.cells[key].element.itertext(W + "t")))
    said = "".join(cells.values()) + "".join(p.text for p in document.paragraphs)
    assert letters(said) == letters("".join(body.itertext(W + "t")))


def test_the_shared_case_reads_right() -> None:
    path = shared_path("cases/table-in-cell.docx")
    expected = json.loads(shared_path("cases/expected.json").read_text(encoding="utf-8"))[path.name]
    (table,) = read_document(path).tables
    rows = grid(table)
    for indicator in expected["indicators"]:
        wanted = [indicator[name] for name in ("name", "target", "actual", "weight", "score")]
        assert any(row[3 : 3 + len(wanted)] == wanted for row in rows)
