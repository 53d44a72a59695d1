"""The three results of a comparison, built in one place so that every reason reads alike.

Enters: what was decided and why. Leaves: a ``Comparison``.
"""

from __future__ import annotations

from decimal import Decimal

from jixiao.model.value import Comparison, Direction, Met

_MOST_DECIMALS = 6


def met(
    direction: Direction, reason: str, *, ratio: Decimal | None = None, over: bool = False, notes: tuple[str, ...] = ()
) -> Comparison:
    """The target is reached."""
    return Comparison(Met.MET, direction, ratio=ratio, reason=reason, over=over, notes=notes)


def short(
    direction: Direction, reason: str, *, ratio: Decimal | None = None, notes: tuple[str, ...] = ()
) -> Comparison:
    """The target is missed."""
    return Comparison(Met.SHORT, direction, ratio=ratio, reason=reason, notes=notes)


def undecided(
    direction: Direction, reason: str, *, ratio: Decimal | None = None, notes: tuple[str, ...] = ()
) -> Comparison:
    """Nothing here can decide; the reason says why."""
    return Comparison(Met.UNDECIDED, direction, ratio=ratio, reason=reason, notes=notes)


def printed(value: Decimal) -> str:
    """A number for a reason: no trailing zeros, no exponent, six decimals at most."""
    text = format(value, "f")
    if len(text.partition(".")[2]) > _MOST_DECIMALS:
        text = format(round(value, _MOST_DECIMALS), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
