"""The three results of a comparison, built in one place so that every reason reads alike.

Enters: what was decided and why. Leaves: a ``Comparison``.
"""

from __future__ import annotations

from decimal import Decimal

from jixiao.model.message import Message
from jixiao.model.value import Comparison, Direction, Met

_MOST_DECIMALS = 6


def met(
    direction: Direction,
    reason: Message,
    *,
    ratio: Decimal | None = None,
    over: bool = False,
    notes: tuple[Message, ...] = (),
) -> Comparison:
    """The target is reached."""
    return Comparison(Met.MET, direction, reason, ratio=ratio, over=over, notes=notes)


def short(
    direction: Direction, reason: Message, *, ratio: Decimal | None = None, notes: tuple[Message, ...] = ()
) -> Comparison:
    """The target is missed."""
    return Comparison(Met.SHORT, direction, reason, ratio=ratio, notes=notes)


def undecided(
    direction: Direction, reason: Message, *, ratio: Decimal | None = None, notes: tuple[Message, ...] = ()
) -> Comparison:
    """Nothing here can decide; the reason says why."""
    return Comparison(Met.UNDECIDED, direction, reason, ratio=ratio, notes=notes)


def plainly(value: Decimal) -> Decimal:
    """A number for a message: no trailing zeros, six decimals at most."""
    return Decimal(printed(value))


def printed(value: Decimal) -> str:
    """The same as text, without an exponent."""
    text = format(value, "f")
    if len(text.partition(".")[2]) > _MOST_DECIMALS:
        text = format(round(value, _MOST_DECIMALS), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
