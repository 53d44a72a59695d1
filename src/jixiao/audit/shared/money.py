"""Printed amounts as the intervals that their digits allow.

Figures of one table enter; amounts and intervals in 万元 leave. A printed zero is exact: nobody rounds an amount to
nothing.
"""

from __future__ import annotations

from decimal import Decimal

from jixiao.model import Figure, Interval
from jixiao.model.figure import rounded
from jixiao.scoring import HUNDRED, Agreement, explained

__all__ = [
    "HUNDRED",
    "Agreement",
    "amount",
    "exact",
    "explained",
    "has_amount",
    "has_value",
    "mixed_units",
    "percent",
]

_FACTOR = Decimal(10000)
_WAN_TOLERANCE = Decimal("0.01")


def percent(share: Decimal, places: int = 2) -> Decimal:
    """A share in percent as messages show it, 四舍五入 to so many places. For eyes only: scores are the policy's."""
    return rounded(share * HUNDRED, places)


def has_value(figure: Figure | None) -> bool:
    """Whether a number is printed there."""
    return figure is not None and figure.value is not None


def has_amount(figure: Figure | None) -> bool:
    """Whether an amount of money is printed there: a number without a unit, or with one of money."""
    return figure is not None and figure.wan() is not None


def amount(figure: Figure | None, unit: str = "万元") -> Interval | None:
    """What the printed digits allow, in 万元; ``None`` without an amount. ``unit`` is that of the table."""
    return None if figure is None else figure.wan_allowed(unit)


def exact(figure: Figure | None, unit: str = "万元") -> Decimal:
    """The printed amount itself in 万元. ``ValueError`` without one: ask :func:`has_amount` first."""
    value = figure.wan(unit) if figure is not None else None
    if value is None:
        raise ValueError(f"no amount: {figure!r}")
    return value


def mixed_units(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts differ by the factor of 元 and 万元."""
    if not one or not other:
        return False
    low, high = sorted((abs(one), abs(other)))
    return abs(high / low - _FACTOR) <= _FACTOR * _WAN_TOLERANCE
