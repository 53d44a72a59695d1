"""Control rates (控制率) of the base data table: actual over approved, against the rate as printed."""

from __future__ import annotations

from decimal import Decimal

from jixiao.model import Figure, Interval

from .money import Agreement, percent, rate_agreement, rate_of


def wrong_rate(
    stated: Figure | None, actual: Figure | None, approved: Figure | None, *, counted: bool
) -> Decimal | None:
    """The right rate in percent with two places where no rounding explains the printed one, else ``None``.

    ``counted`` says that the two are counts (persons), hence exact. A rate cut off instead of rounded is let pass.
    """
    if stated is None or stated.value is None or actual is None or actual.value is None:
        return None
    if approved is None or approved.value is None or approved.value <= 0:
        return None
    top = Interval.at(actual.value) if counted else actual.allowed
    bottom = Interval.at(approved.value) if counted else approved.interval
    computed = rate_of(top, bottom)
    if computed is None or rate_agreement(stated, computed) is not Agreement.APART:
        return None
    return percent(actual.value / approved.value)
