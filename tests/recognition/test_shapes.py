"""Looks of cells, cleaning of texts, and the alignment of single rows."""

from __future__ import annotations

import pytest

from jixiao.recognition.forms.manners import BASE, INDICATORS, MONEY
from jixiao.recognition.tables.align import Slot, align
from jixiao.recognition.tables.lines import clean, is_blank, joined, lines_of
from jixiao.recognition.tables.shapes import Shape, shape

from .tables import Given, table


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("　", Shape.BLANK),
        ("——", Shape.DASH),
        ("无", Shape.DASH),
        ("１，２３４.5", Shape.NUMBER),
        ("97.2％", Shape.PERCENT),
        ("≧", Shape.SIGN),
        ("人次", Shape.UNIT),
        ("9.5分", Shape.POINTS),
        ("产出指标（50分）", Shape.LEVEL1),
        ("数量\n指标", Shape.LEVEL2),
        ("满意度指标", Shape.LEVEL),
        ("≥95%", Shape.MEASURE),
        ("2024年12月31日前", Shape.MEASURE),
        ("培训场次", Shape.SHORT),
        ("字" * 30, Shape.LONG),
        ("字" * 90, Shape.LONG),
    ],
)
def test_looks(text: str, wanted: Shape) -> None:
    assert shape(text) == wanted


def test_every_column_judges_every_look() -> None:
    assert {len(points) for manner in (INDICATORS, MONEY, BASE) for points in manner.suits.values()} == {len(Shape)}


def test_cleaning() -> None:
    assert is_blank(" \u3000\n\u200b")
    assert clean("　甲\r\n乙\t") == "甲\n乙"
    assert joined("完成培\n训场次") == "完成培训场次"
    assert joined("第一句。\n第二句\n\n没完") == "第一句。\n第二句没完"
    assert joined("做到：\n1、甲\n2、乙") == "做到：\n1、甲\n2、乙"
    assert joined("") == ""


def _places(slots: list[Slot], row: list[Given], *, merges: bool = False, odd: bool = False) -> tuple[int | None, ...]:
    return align(slots, lines_of(table(row, merges=merges), "x"), INDICATORS, odd=odd).slots


def test_order_is_kept_and_spacers_are_left_out() -> None:
    slots = [Slot("name"), Slot("target"), Slot("weight")]
    assert _places(slots, ["", "甲", "3次", "", "10", ""]) == (None, 0, 1, None, 2, None)


def test_the_grid_tells_what_order_cannot() -> None:
    slots = [Slot("name", start=0, end=1), Slot("target", start=1, end=2), Slot("actual", start=2, end=3)]
    assert _places(slots, ["甲", ("", 1), "3次"], merges=True) == (0, 1, 2)
    found = align(slots, lines_of(table(["甲", "3次"], merges=False), "x"), INDICATORS)
    assert found.rivals[1]


def test_a_filled_cell_without_a_slot_stays_over() -> None:
    slots = [Slot("weight"), Slot("score")]
    assert _places(slots, ["10", "9", "一句说明文字"]) == (0, 1, None)
