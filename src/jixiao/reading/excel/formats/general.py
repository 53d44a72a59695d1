"""General: how a spreadsheet shows a number that was given no format. A number in, a short text out."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

_WIDEST = 11
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
_SIX = Context(prec=6, rounding=ROUND_HALF_UP)
_TEN = Context(prec=10, rounding=ROUND_HALF_UP)


def general(value: Decimal) -> str:
    """The number with up to ten digits, or with an exponent where it is too large or too small for that."""
    if not value:
        return "0"
    sign, size = ("-" if value < 0 else ""), abs(value)
    exponent = size.adjusted()
    if exponent >= _WIDEST:
        return sign + _scientific(size)
    if exponent == _WIDEST - 1:
        return sign + plain(size.quantize(Decimal(1), context=_EXACT))
    if exponent >= 0:
        return sign + plain(_TEN.plus(size))
    text = plain(size)
    if len(text) <= _WIDEST:
        return sign + text
    if exponent < -4:
        return sign + _scientific(size)
    return sign + plain(size.quantize(Decimal(1).scaleb(2 - _WIDEST), context=_EXACT))


def plain(value: Decimal) -> str:
    """Without an exponent and without zeros at the end of the decimal places."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _scientific(value: Decimal) -> str:
    short = _SIX.plus(value)
    exponent = short.adjusted()
    return f"{plain(short.scaleb(-exponent))}E{'-' if exponent < 0 else '+'}{abs(exponent):02d}"
