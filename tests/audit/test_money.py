"""Printed figures as intervals: sums and rates."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.audit.shared.money import Agreement, agreement, amount, exact, mixed_units, rate_agreement, rate_of
from jixiao.model import Figure, Interval

MONEY = st.decimals(min_value=0, max_value=100_000, places=2)
SMALL = settings(max_examples=60, deadline=None)


@SMALL
@given(st.lists(MONEY, min_size=1, max_size=6))
def test_a_sum_agrees_with_its_parts(parts: list[Decimal]) -> None:
    figures = [Figure(part) for part in parts]
    total = Figure(sum(parts, Decimal(0)))
    assert agreement(total, figures) is Agreement.SAME


@SMALL
@given(st.lists(MONEY, min_size=1, max_size=6), st.integers(min_value=1, max_value=10_000))
def test_only_rounding_is_let_pass(parts: list[Decimal], cents: int) -> None:
    figures = [Figure(part) for part in parts]
    total = Figure(sum(parts, Decimal(0)) + Decimal(cents) / 100)
    # a half cent for every rounded figure: zeros are exact
    explained = cents <= (1 + sum(1 for part in parts if part)) * Decimal("0.5")
    assert agreement(total, figures) is (Agreement.ROUNDED if explained else Agreement.APART)


@SMALL
@given(MONEY.filter(lambda d: d >= 1), MONEY, st.integers(min_value=0, max_value=4))
def test_a_rate_rounded_to_any_place_agrees(whole: Decimal, part: Decimal, places: int) -> None:
    printed = (part / whole * 100).quantize(Decimal(1).scaleb(-places))
    computed = rate_of(Interval.at(part), Interval.at(whole))
    assert computed is not None
    assert rate_agreement(Figure(f"{printed}%"), computed) is Agreement.SAME


def test_a_rate_cut_off_counts_as_rounding() -> None:
    computed = Interval(Decimal("97.1960"), Decimal("97.1963"))
    assert rate_agreement(Figure("97.19%"), computed) is Agreement.ROUNDED
    assert rate_agreement(Figure("97.1%"), computed) is Agreement.ROUNDED
    assert rate_agreement(Figure("97.0%"), computed) is Agreement.APART
    assert rate_agreement(Figure("/"), computed) is Agreement.SAME


def test_amounts_keep_their_unit() -> None:
    assert amount(Figure("3498000"), "元") == Interval(Decimal("349.79995"), Decimal("349.80005"))
    assert amount(Figure("0"), "元") == Interval.at(Decimal(0))
    assert amount(Figure("/")) is None
    assert mixed_units(Decimal("349.8"), Decimal(3498000))
    assert not mixed_units(Decimal("349.8"), Decimal(0))
    with pytest.raises(ValueError, match="no amount"):
        exact(Figure("—"))
