"""Printed amounts and rates as the intervals that their digits allow.

Figures of one table enter; intervals in 万元 or percent, and the verdict on a sum, leave. A printed zero is exact:
nobody rounds an amount to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from jixiao.model import Figure, Interval, Record, Undecided
from jixiao.scoring import HUNDRED, Agreement, explained, rate_agreement, rate_of
from jixiao.scoring.messages import DOUBTFUL

__all__ = [
    "HUNDRED",
    "Agreement",
    "agreement",
    "amount",
    "doubtful",
    "exact",
    "explained",
    "has_amount",
    "has_value",
    "mixed_units",
    "percent",
    "rate_agreement",
    "rate_of",
]

_FACTOR = Decimal(10000)
_WAN_TOLERANCE = Decimal("0.01")


def percent(share: Decimal, places: int = 2) -> Decimal:
    """A share in percent as messages show it, 四舍五入 to so many places. For eyes only: scores are the policy's."""
    return (share * HUNDRED).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


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


def agreement(stated: Figure, parts: Iterable[Figure], unit: str = "万元") -> Agreement:
    """A stated total against its parts, all of them amounts."""
    listed = list(parts)
    if exact(stated, unit) == sum((exact(p, unit) for p in listed), Decimal(0)):
        return Agreement.SAME
    together = Interval.total([i for p in listed if (i := amount(p, unit)) is not None])
    return explained(amount(stated, unit), together)


def mixed_units(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts differ by the factor of 元 and 万元."""
    if not one or not other:
        return False
    low, high = sorted((abs(one), abs(other)))
    return abs(high / low - _FACTOR) <= _FACTOR * _WAN_TOLERANCE


def doubtful(record: Record, *fields: str, at: str = "") -> Undecided | None:
    """Why these fields of a record cannot be used, if one of them was read with doubt."""
    for field in fields:
        doubt = record.doubt(field)
        if doubt:
            return Undecided(DOUBTFUL(raw=doubt.raw, reason=doubt.reason), f"{at}/{field}")
    return None
