"""How tables are set: numbers whole, no sign alone, rows on pages, heads of what goes on."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jixiao.forms.layouts import Layout, load
from jixiao.writing import write_word
from jixiao.writing.outline import tables
from jixiao.writing.word.fit import PAGE, Fitted, fit, pages
from jixiao.writing.word.measure import EM, ems, lines, longest_figure
from jixiao.writing.word.pieces import pieces
from jixiao.writing.word.widths import columns, room
from tests.writing.in_layouts import LAYOUTS

from .forms import form

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CENTRAL = load("project-central-2020")


def fitted(layout: Layout, count: int) -> Fitted:
    (table,) = tables(form(layout, count), (layout,))
    return fit(table, PAGE - 1500)


def test_a_chinese_sign_is_twice_a_digit() -> None:
    assert (ems("绩效"), ems("96"), ems("9.6")) == (2 * EM, EM, 1250)
    assert longest_figure("共 3 项，≥96.72% 与 5") == ems("≥96.72%")
    assert longest_figure("（50分）") == ems("（50分）")
    assert longest_figure("无") == 0


def test_a_line_breaks_between_signs_but_not_in_a_number_or_before_a_comma() -> None:
    assert lines("年度指标值", 5 * EM) == (1, False)
    assert lines("年度指标值", 4 * EM) == (2, True)
    assert lines("年度指标，值", 4 * EM) == (2, False)
    assert lines("约96.72分", 2 * EM)[0] == 3
    assert lines("甲\n乙", 9 * EM) == (2, False)


@given(st.text("绩效1.%，（）ab ", max_size=40), st.integers(2, 20))
def test_a_wider_line_never_takes_more_lines(text: str, width: int) -> None:
    assert lines(text, width * EM)[0] >= lines(text, 2 * width * EM)[0] >= 1


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
@pytest.mark.parametrize("count", [8, 25, 40])
def test_no_number_breaks_and_the_widths_add_up(layout: Layout, count: int) -> None:
    found = fitted(layout, count)
    assert sum(found.widths) == sum(columns(found.table.widths))
    assert Decimal(9) <= found.size <= Decimal("10.5")
    drawn = found.size * found.scale / 100
    for cell in found.table.cells():
        assert longest_figure(cell.text) <= room(found.width(cell), drawn, cell), cell.text


def test_a_sign_alone_on_its_last_line_gets_company() -> None:
    found = fitted(CENTRAL, 8)
    (cell,) = [c for c in found.table.cells() if c.text == "渡口巡查次数0"]
    fits = room(found.width(cell), found.size, cell) // EM
    text = "巡" * (fits + 1)
    taken = found.narrowed(cell, text)
    assert taken > 0
    count, lone = lines(text, room(found.width(cell) - taken, found.size, cell))
    assert (count, lone) == (2, False)
    assert found.narrowed(cell, "巡" * (fits // 2)) == 0


@given(st.lists(st.integers(1, PAGE), max_size=40), st.integers(1, PAGE))
def test_rows_stand_whole_on_their_pages(heights: list[int], space: int) -> None:
    on = pages(heights, space)
    assert list(on) == sorted(on)
    for page in range(1, on[-1] + 1):
        rows = [height for height, place in zip(heights, on, strict=False) if place == page]
        assert len(rows) == 1 or sum(rows) <= PAGE


def test_what_goes_on_over_a_page_is_a_table_with_its_heads() -> None:
    whole, first_and_rest = pieces(fitted(CENTRAL, 8), PAGE), pieces(fitted(CENTRAL, 60), PAGE - 1500)
    assert len(whole) == 1
    first, rest = first_and_rest
    assert (first.heads, rest.heads) == (1, 1)
    assert [row.block for row in rest.table.rows][:2] == ["indicators", "indicators"]
    assert rest.cut == {0}
    assert rest.table.rows[0].cells[0].text == "绩效指标"
    assert (rest.table.rows[1].cells[0].text, rest.table.rows[1].cells[0].rowspan) == ("", 60)
    assert len(first.heights) + len(rest.heights) == len(fitted(CENTRAL, 60).heights)


def test_the_pieces_are_joined_without_a_rule_or_a_visible_gap(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    write_word(form(CENTRAL, 60), path, forms=(CENTRAL,))
    body = docx.Document(str(path)).element.body
    first, second = body.iter(f"{W}tbl")
    between = first.getnext()
    assert between.getnext() is second
    assert between.find(f"{W}pPr/{W}rPr/{W}vanish") is not None
    last = first.findall(f"{W}tr")[-1]
    assert all(cell.find(f"{W}tcPr/{W}tcBorders/{W}bottom").get(f"{W}val") == "nil" for cell in last.iter(f"{W}tc"))
    repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in second.findall(f"{W}tr")]
    assert repeated[:2] == [True, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in body.iter(f"{W}tr"))
    assert "w:w w:val" not in etree.tostring(body, encoding="unicode")


def test_only_a_row_longer_than_a_page_may_break(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    text = "保障渡口安全。\n" * 90
    write_word(form(CENTRAL, 8, goal_expected=text), path, forms=(CENTRAL,))
    rows = list(docx.Document(str(path)).element.body.iter(f"{W}tr"))
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows]
    assert whole.count(False) == 1
