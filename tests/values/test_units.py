"""Families of units and conversion inside them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.model.value import Number, Placeholder, Verdict
from jixiao.values import parse, units
from jixiao.values.unit_slips import unit_slip


@pytest.mark.parametrize(
    ("amount", "one", "other", "expected"),
    [
        ("349.80", "万元", "元", "3498000.00"),
        ("1.2", "亿元", "万元", "12000"),
        ("5", "千元", "万元", "0.5"),
        ("20", "亩", "㎡", None),
        ("3", "亩", "m²", "2000"),
        ("1", "km", "米", "1000"),
        ("3", "公斤", "kg", "3"),
        ("2", "吨", "斤", "4000"),
        ("20", "万人次", "人次", "200000"),
        ("1", "天", "小时", "24"),
        ("1", "年", "个月", "12"),
        ("5", "‰", "%", "0.5"),
        ("7", "挂", "挂", "7"),
    ],
)
def test_conversion_inside_a_family(amount: str, one: str, other: str, expected: str | None) -> None:
    converted = units.convert(Decimal(amount), one, other)
    assert converted is not None
    if expected is not None:
        assert converted == Decimal(expected)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("台", "台次"),
        ("人", "人次"),
        ("%", "百分点"),
        ("元", "美元"),
        ("天", "工作日"),
        ("天", "月"),
        ("米", "平方米"),
        ("挂", "个"),
    ],
)
def test_families_stay_apart(one: str, other: str) -> None:
    assert units.convert(Decimal(1), one, other) is None
    assert units.family(one) != units.family(other)


def test_families_are_named_by_their_first_unit() -> None:
    assert [units.family(unit) for unit in ("万元", "km", "个百分点", "个工作日", "名", "")] == [
        "元",
        "米",
        "百分点",
        "工作日",
        "人",
        "",
    ]


def test_what_a_unit_is() -> None:
    assert units.is_count("万人次")
    assert not units.is_count("米")
    assert units.is_money("亿元")
    assert units.is_share("‰")
    assert units.is_time("个工作日")
    assert units.is_known("元/人")
    assert not units.is_known("公司")
    assert not units.is_known("元左右")


def test_related_counts() -> None:
    assert units.akin("台", "台次")
    assert units.akin("个", "家")
    assert not units.akin("台", "套")
    assert not units.akin("个", "米")


def test_units_with_a_multiple() -> None:
    assert (units.scaled_by("万元"), units.scaled_by("元"), units.scaled_by("万人次")) == (10_000, 1, 10_000)
    assert (units.unscaled("万元"), units.unscaled("万人次"), units.unscaled("米")) == ("元", "人次", "米")


def test_a_rate_splits_into_its_unit_and_its_base() -> None:
    assert units.split_rate("元/人·月") == ("元", "人/月")
    assert units.split_rate("个（套）") == ("个(套)", "")
    assert units.split_rate("") == ("", "")


PRODUCTS = {
    "583元/人*月": ("元", "人/月"),
    "583元/人·月": ("元", "人/月"),
    "583元/人×月": ("元", "人/月"),
    "583元/(人*月)": ("元", "人/月"),
    "583元/（人×月）": ("元", "人/月"),
    "2.5万元/公里*年": ("万元", "公里/年"),
    "25元/㎡*月": ("元", "平方米/月"),
    "3.5元/吨*公里": ("元", "吨/公里"),
    "120人*天": ("人天", ""),
}


@pytest.mark.parametrize("text", PRODUCTS)
def test_a_star_between_two_units_multiplies_them(text: str) -> None:
    for signed in (text, f"≥{text}", f"{text}以内"):
        value = parse(signed)
        assert isinstance(value, Number)
        assert (value.unit, value.per) == PRODUCTS[text]


@pytest.mark.parametrize("unit", ["元/人*月", "元/（人×月）", "元/人·月"])
def test_a_unit_column_may_multiply_too(unit: str) -> None:
    value = parse("583", unit=unit)
    assert isinstance(value, Number)
    assert (value.unit, value.per) == ("元", "人/月")


@pytest.mark.parametrize(
    "text",
    ["≥**%", "**人", "XX", "××", "XX元/人*月", "≥*元/人*月", "*人/月", "≥**元/人*月", "583元/人**月", "×次"],
)
def test_any_other_star_is_a_placeholder(text: str) -> None:
    assert isinstance(parse(text), (Placeholder, Verdict))
    assert not isinstance(parse(text), Number)


SLIPS = {
    ("≥3200米", "3200公里"): 1000,
    ("3200公里", "3200米"): 1000,
    ("≥200亩", "200公顷"): 15,
    ("≤50万元", "48元"): 10000,
    ("≥20万人次", "20人次"): 10000,
    ("≥20人", "21万人"): 10000,
    ("≥30公斤", "32吨"): 1000,
    ("≤24小时", "24分钟"): 60,
    ("≥100平方米", "150平方公里"): 10**6,
    ("≥3200米", "3.2公里"): None,
    ("≥1.2亿元", "11980万元"): None,
    ("5万元", "50000元"): None,
    ("≤1天", "1小时"): None,
    ("≤24小时", "1天"): None,
    ("10公里", "9000米"): None,
    ("20万元", "19.8万元"): None,
    ("≥100平方米", "400平方公里"): 10**6,
    ("≤1吨", "0.4公斤"): None,
    ("≥0米", "3公里"): None,
    ("3200米", "3200"): None,
    ("100人", "100台"): None,
}


@pytest.mark.parametrize(("target", "actual"), SLIPS)
def test_near_figures_under_far_units_are_a_slip(target: str, actual: str) -> None:
    one, other = parse(target), parse(actual)
    assert isinstance(one, Number)
    assert isinstance(other, Number)
    assert unit_slip(one, other) == SLIPS[target, actual]
