"""Printed amounts as intervals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.audit.shared.money import amount, exact, mixed_units
from jixiao.model import Figure, Interval


def test_amounts_keep_their_unit() -> None:
    assert amount(Figure("3498000"), "元") == Interval(Decimal("349.79995"), Decimal("349.80005"))
    assert amount(Figure("0"), "元") == Interval.at(Decimal(0))
    assert amount(Figure("/")) is None
    assert mixed_units(Decimal("349.8"), Decimal(3498000))
    assert not mixed_units(Decimal("349.8"), Decimal(0))
    with pytest.raises(ValueError, match="no amount"):
        exact(Figure("—"))
