"""Which layout a printed table is on: told by its labels and their order, and how surely."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.writing.dossiers import base_data
from tests.writing.in_layouts import LAYOUTS, evaluation

from jixiao.forms.layouts import LaidTable, Layout, lay_out, load
from jixiao.forms.seen import seen


def printed(table: LaidTable) -> list[list[str]]:
    """The rows of a table as a reader has them."""
    return [["" if below else cell.text for cell, below in row] for row in table.grid()]


def drawn(seed: int, layout: Layout) -> list[list[str]]:
    return printed(lay_out(evaluation(random.Random(seed), layout, rough=True), layout=layout))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
@given(seed=st.integers(0, 10**6))
def test_a_table_is_seen_on_its_own_layout(layout: Layout, seed: int) -> None:
    found = seen(drawn(seed, layout))
    assert found is not None
    assert (found.layout, found.kind) == (layout.id, layout.kind)
    assert found.sureness >= 90
    assert not found.missing
    assert found == seen(drawn(seed, layout), layout.kind)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_the_header_alone_tells_much(layout: Layout) -> None:
    """Where only the head of the indicators is at hand, nothing else is missed."""
    table = lay_out(evaluation(random.Random(1), layout, rough=False), layout=layout)
    heads = [
        [cell.text for cell in row.cells if cell.role == "column"] for row in table.rows if row.block == "indicators"
    ]
    found = seen(heads, layout.kind, whole=False)
    assert found is not None
    assert found.sureness > 95
    alike = {"project-yueyang-2022": "project-central-2020"}
    assert found.layout == alike.get(layout.id, layout.id)


def test_the_base_data_form() -> None:
    found = seen(printed(lay_out(base_data())))
    assert found is not None
    assert found.kind == "base-data"
    assert found.sureness == 100


def test_what_a_layout_lacks_and_has_too_much_is_told() -> None:
    rows = drawn(3, load("project-central-2020"))
    header = next(row for row in rows if "年度指标值" in row)
    header[header.index("年度指标值")] = "评分标准"
    found = seen([row for row in rows if "预期目标" not in row])
    assert found is not None
    assert found.layout == "project-central-2020"
    assert "年度指标值" in found.missing
    assert "评分标准" in found.extra
    assert 70 < found.sureness < 100


def test_another_order_of_columns_is_less_sure() -> None:
    rows = drawn(4, load("project-central-2020"))
    place = next(number for number, row in enumerate(rows) if "年度指标值" in row)
    before = seen(rows)
    head = rows[place]
    i, j = head.index("年度指标值"), head.index("得分")
    head[i], head[j] = head[j], head[i]
    after = seen(rows)
    assert before is not None
    assert after is not None
    assert after.sureness < before.sureness


def test_other_words_of_the_same_keys_still_speak_for_a_layout() -> None:
    rows = drawn(4, load("project-central-2020"))
    for row in rows:
        row[:] = [{"全年执行数": "全年支出数", "实际完成值": "全年实际值"}.get(text, text) for text in row]
    found = seen(rows)
    assert found is not None
    assert found.layout == "project-central-2020"
    assert 90 <= found.sureness < 100
    assert not found.missing


def test_a_header_on_every_page_counts_once() -> None:
    rows = drawn(4, load("project-sichuan-2023"))
    head = next(row for row in rows if "度量单位" in row)
    assert seen([*rows, head, head]) == seen(rows)


@pytest.mark.parametrize("rows", [[], [[]], [["", ""]], [["张三", "李四"], ["甲" * 200]]])
def test_a_table_without_labels_is_on_no_layout(rows: list[list[str]]) -> None:
    assert seen(rows) is None


def test_a_table_of_something_else_is_hardly_seen() -> None:
    found = seen([["序号", "项目名称", "金额", "备注"], ["1", "甲", "3.00", ""]])
    assert found is None or found.sureness < 30
