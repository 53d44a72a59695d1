"""A printed figure against a computed one: how far they agree. Figures and intervals enter, a verdict leaves."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from jixiao.model import Figure, Interval

HUNDRED = Decimal(100)


class Agreement(StrEnum):
    """How a stated figure stands to a computed one."""

    SAME = "same"
    ROUNDED = "rounded"
    """Apart by no more than rounding."""
    OPEN = "open"
    """More than the sum of parts that need not be all there is: nothing is proven."""
    APART = "apart"


def explained(stated: Interval | None, computed: Interval) -> Agreement:
    """For two unequal figures: whether rounding alone can part them."""
    return Agreement.ROUNDED if stated is not None and stated.meets(computed) else Agreement.APART


def rate_agreement(stated: Figure, computed: Interval) -> Agreement:
    """A printed rate against the one computed in percent.

    ``0.972`` may mean 97.2 %: spreadsheets lose the sign. A rate cut off instead of rounded, or rounded up, counts as
    rounding: it is less than one unit of its last place away.
    """
    if stated.value is None:
        return Agreement.SAME
    printed, step = stated.interval, Decimal(1).scaleb(-stated.places)
    if printed.meets(computed) or (not stated.unit and _as_share(stated).meets(computed)):
        return Agreement.SAME
    near = stated.value - step < computed.high and computed.low < stated.value + step
    return Agreement.ROUNDED if near else Agreement.APART


def _as_share(stated: Figure) -> Interval:
    """A rate without its sign as a share of one; 1 is all of it, exactly."""
    if stated.value == 1:
        return Interval.at(HUNDRED)
    return Interval(stated.interval.low * HUNDRED, stated.interval.high * HUNDRED)
