"""Printed numbers: what is read, what the digits allow, what contradicts what."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from jixiao.model import Figure, Interval

D = Decimal


@pytest.mark.parametrize(
    ("raw", "value", "unit"),
    [
        ("9.50", "9.50", ""),
        ("\u3000１０ ", "10", ""),
        ("97.2％", "97.2", "%"),
        ("1,674.52", "1674.52", ""),
        ("-3", "-3", ""),
        ("25万元", "25", "万元"),
        ("0", "0", ""),
    ],
)
def test_reads_plain_numbers(raw: str, value: str, unit: str) -> None:
    figure = Figure(raw)
    assert figure.value == D(value)
    assert format(figure.value, "f") == value
    assert figure.unit == unit


@pytest.mark.parametrize("raw", ["", "/", "—", "优", "约3万", "3.0m×3.0m", "1,23", "12..3", "2024年12月31日"])
def test_what_is_no_number_has_no_value_but_keeps_its_text(raw: str) -> None:
    figure = Figure(raw)
    assert figure.value is None
    assert figure.raw == raw
    assert figure.places == 0
    assert figure.wan() is None
    with pytest.raises(ValueError, match="no number"):
        _ = figure.interval


def test_blank_is_an_empty_place_or_a_dash() -> None:
    assert [Figure(t).is_blank for t in ("", "—", "/", "0", "无")] == [True, True, True, False, False]


def test_digits_allow_half_a_unit_to_either_side() -> None:
    assert Figure("32.25").interval == Interval(D("32.245"), D("32.255"))
    assert Figure("96").interval == Interval(D("95.5"), D("96.5"))


@pytest.mark.parametrize(
    ("one", "other", "contradicts"),
    [
        ("98.96", "98.43", True),
        ("32.25", "32.26", True),
        ("97.2%", "97.20%", False),
        ("9.8", "9.80", False),
        ("9.8", "9.86", True),
        ("97.2", "97.196", False),
        ("", "3", False),
        ("3", "优", False),
    ],
)
def test_contradiction(one: str, other: str, contradicts: bool) -> None:
    assert Figure(one).contradicts(Figure(other)) is contradicts
    assert Figure(other).contradicts(Figure(one)) is contradicts


def test_money_in_wan_by_own_unit_or_the_tables() -> None:
    assert Figure("3,498,000.00").wan("元") == D("349.8")
    assert Figure("1.2亿元").wan("元") == D("12000")
    assert Figure("5").wan() == 5
    assert Figure("5亿").wan("元") == D("50000")
    assert Figure("5（元）；").wan() == D("0.0005")


@pytest.mark.parametrize("raw", ["97.2%", "12人", "3次"])
def test_a_number_with_another_unit_is_no_amount(raw: str) -> None:
    assert Figure(raw).wan() is None
    assert Figure(raw).wan_allowed("元") is None


def test_a_figure_is_a_value() -> None:
    figure = Figure("9.50")
    with pytest.raises(AttributeError, match="does not change"):
        figure.raw = "9.5"
    assert figure == Figure(" 9.50 ") != Figure("9.5")
    assert figure != "9.50"
    assert hash(figure) == hash(Figure("9.50"))
    assert pickle.loads(pickle.dumps(figure)) == copy.deepcopy(figure) == figure
    assert repr(figure) == "Figure('9.50')"
    assert str(figure) == "9.50"
    assert Figure(D("1E+2")).raw == "100"


def test_validation_takes_text_and_exact_numbers_and_refuses_floats() -> None:
    adapter = TypeAdapter(Figure)
    assert adapter.validate_python("9.50") == adapter.validate_python(D("9.50")) == Figure("9.50")
    assert adapter.validate_python(9) == Figure("9")
    assert adapter.validate_python(Figure("9")) == Figure("9")
    for wrong in (9.5, True, None, []):
        with pytest.raises(ValidationError, match="quotes"):
            adapter.validate_python(wrong)
    assert adapter.dump_json(Figure("9.50")) == b'"9.50"'
    assert adapter.json_schema()["type"] == "string"


numbers = st.decimals(min_value=-1000, max_value=1000, places=2, allow_nan=False, allow_infinity=False)
intervals = st.tuples(numbers, numbers).map(lambda pair: Interval(min(pair), max(pair)))


@settings(max_examples=60)
@given(intervals, intervals, st.integers(0, 4), st.integers(0, 4))
def test_interval_arithmetic_loses_no_value(a: Interval, b: Interval, i: int, j: int) -> None:
    x = a.low + (a.high - a.low) * i / 4
    y = b.low + (b.high - b.low) * j / 4
    for got, value in ((a + b, x + y), (a - b, x - y), (a * b, x * y)):
        assert got.low <= value <= got.high
    if b.low <= 0 <= b.high:
        with pytest.raises(ZeroDivisionError):
            _ = a / b
    else:
        quotient = a / b
        slack = D("1e-20")
        assert quotient.low - slack <= x / y <= quotient.high + slack
    assert Interval.total([a, b]) == a + b
    assert Interval.total([]) == Interval.at(D(0))


@settings(max_examples=60)
@given(numbers)
def test_printing_and_reading_is_the_identity(number: Decimal) -> None:
    assert Figure(number).value == number
    assert Figure(number).interval.meets(Interval.at(number))


@pytest.mark.parametrize(
    ("raw", "unit", "low", "high"),
    [
        ("5.20", "万元", "5.195", "5.205"),
        ("52000", "元", "5.19995", "5.20005"),
        ("1.2", "亿元", "11500", "12500"),
        ("3", "百万元", "250", "350"),
        ("0", "万元", "0", "0"),
        ("0.00", "元", "0", "0"),
    ],
)
def test_amounts_that_the_digits_allow_in_wan(raw: str, unit: str, low: str, high: str) -> None:
    assert Figure(raw).wan_allowed(unit) == Interval(D(low), D(high))


def test_no_number_allows_no_amount() -> None:
    assert Figure("").wan_allowed() is None
