"""Numbers under a section of digits: plain, grouped, scaled, in percent, as a fraction, with an exponent.

A positive number and a section enter; the text without a sign leaves. What only aligns (``_``, ``*``, the blanks of
``?``) leaves no trace.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from .code import Section, Token

_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
_BUILD = {"literal": "x", "percent": "x", "slash": "/"}
_USUAL = re.compile(r"(x*)#*0(?:\.0+)?(x*)")
_BLANK = Token("literal", " ")


class Digits:
    """A section made ready to show numbers."""

    def __init__(self, section: Section) -> None:
        tokens = section.tokens
        self._percents = sum(token.kind == "percent" for token in tokens)
        self._tail: tuple[Token, ...] = ()
        exponent = next((i for i, token in enumerate(tokens) if token.kind == "exponent"), None)
        if exponent is not None:
            tokens, self._tail = tokens[:exponent], tokens[exponent:]
        point = next((i for i, token in enumerate(tokens) if token.kind == "point"), len(tokens))
        whole, fraction = tokens[:point], tokens[point:]
        self._thousands = _trailing(whole, fraction)
        self._grouped = _grouped(whole)
        self._whole = _without_commas(whole)
        self._fraction = _without_commas(fraction)
        self._places = sum(token.kind == "digit" for token in self._fraction)
        self._around = None if self._tail else _usual((*self._whole, *self._fraction))
        self._code = ",f" if self._grouped else "f"

    def show(self, value: Decimal) -> str:
        """The number, which is not negative."""
        shift = 2 * self._percents - 3 * self._thousands
        scaled = value.scaleb(shift, _EXACT) if shift else value
        if self._tail:
            return self._scientific(scaled)
        rounded = _rounded(scaled, self._places)
        if self._around is not None:
            return f"{self._around[0]}{rounded:{self._code}}{self._around[1]}"
        return self._plain(rounded)

    def _plain(self, value: Decimal) -> str:
        whole, _, places = f"{value:f}".partition(".")
        before = _filled(self._whole, whole.lstrip("0"), self._grouped)
        if self._places and not any(token.kind == "digit" for token in self._whole):
            before += whole.lstrip("0")  # a format such as .00 shows the whole part in front of the point
        return before + _places(self._fraction, places)

    def _scientific(self, value: Decimal) -> str:
        """The exponent is a multiple of the digits before the point, as in engineering."""
        width = max(1, sum(token.kind == "digit" for token in self._whole))
        exponent = _multiple(value.adjusted(), width) if value else 0
        mantissa = _rounded(value.scaleb(-exponent, _EXACT), self._places)
        if mantissa.adjusted() >= width and width == 1:
            exponent += 1
            mantissa = _rounded(value.scaleb(-exponent, _EXACT), self._places)
        sign = "-" if exponent < 0 else "+" if self._tail[0].text == "+" else ""
        return self._plain(mantissa) + "E" + sign + _filled(self._tail[1:], str(abs(exponent)).lstrip("0"), False)


class Ratio:
    """A section with a slash: a fraction, mixed where digits stand before the numerator (``# ?/?``)."""

    def __init__(self, section: Section) -> None:
        tokens = section.tokens
        slash = next(i for i, token in enumerate(tokens) if token.kind == "slash")
        start = slash
        while start and tokens[start - 1] == _BLANK:
            start -= 1
        while start and tokens[start - 1].kind == "digit":
            start -= 1
        end = slash + 1
        while end < len(tokens) and tokens[end] == _BLANK:
            end += 1
        below = end
        while end < len(tokens) and (tokens[end].kind == "digit" or tokens[end].text.isdecimal()):
            end += 1
        self._before, self._behind = tokens[:start], tokens[end:]
        self._mixed = any(token.kind == "digit" for token in self._before)
        digits = "".join(token.text for token in tokens[below:end])
        self._denominator = int(digits) if digits.isdecimal() and digits.strip("0") else 0
        self._largest = 10 ** min(len(digits), 7) - 1

    def show(self, value: Decimal) -> str:
        """The number, which is not negative."""
        exact = Fraction(value)
        whole = int(exact) if self._mixed else 0
        rest = exact - whole
        if self._denominator:
            above, below = int(rest * self._denominator + Fraction(1, 2)), self._denominator
        else:
            above, below = _convergent(rest, self._largest)
        if self._mixed and above == below:
            whole, above = whole + 1, 0
        behind = _filled(self._behind, "", False)
        if self._mixed and not above:
            return (_filled(self._before, str(whole), False).strip() or "0") + behind
        before = (
            _filled(self._before, str(whole).lstrip("0"), False) if self._mixed else _filled(self._before, "", False)
        )
        return f"{before}{above}/{below}{behind}"


def _convergent(value: Fraction, largest: int) -> tuple[int, int]:
    """The last convergent of the continued fraction whose denominator is not too large, as spreadsheets take it."""
    above, below, before, under = 1, 0, 0, 1
    while True:
        whole = value.numerator // value.denominator
        above, below, before, under = whole * above + before, whole * below + under, above, below
        if below > largest:
            return before, under
        if value == whole:
            return above, below
        value = 1 / (value - whole)


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), context=_EXACT)


def _multiple(exponent: int, width: int) -> int:
    return exponent // width * width


def _usual(tokens: Sequence[Token]) -> tuple[str, str] | None:
    """What stands before and behind a number in the formats that most cells have: 0, #,##0.00, 0.0%, 0"人"."""
    build = "".join(_BUILD.get(token.kind, token.text) for token in tokens)
    found = _USUAL.fullmatch(build)
    if found is None:
        return None
    texts = [token.text for token in tokens]
    return "".join(texts[: found.end(1)]), "".join(texts[found.start(2) :])


def _trailing(whole: Sequence[Token], fraction: Sequence[Token]) -> int:
    """Commas directly behind the last digit: each divides by a thousand."""
    count = 0
    for part in (whole, fraction):
        last = max((i for i, token in enumerate(part) if token.kind == "digit"), default=-1)
        for token in part[last + 1 :] if last >= 0 else ():
            if token.kind != "comma":
                break
            count += 1
    return count


def _grouped(whole: Sequence[Token]) -> bool:
    """Whether a comma stands between two digits."""
    digits = [i for i, token in enumerate(whole) if token.kind == "digit"]
    return bool(digits) and any(token.kind == "comma" for token in whole[digits[0] : digits[-1]])


def _without_commas(tokens: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(token for token in tokens if token.kind != "comma")


def _filled(tokens: Sequence[Token], digits: str, grouped: bool) -> str:
    """The digits put into their places from the right; what is left over goes before the first place."""
    places = sum(token.kind == "digit" for token in tokens)
    waiting, shown = list(digits), 0
    pieces: list[str] = []
    for token in reversed(tokens):
        if token.kind != "digit":
            pieces.append("/" if token.kind == "slash" else token.text)
            continue
        places -= 1
        taken = [waiting.pop()] if waiting else ["0"] if token.text == "0" else []
        if not places:
            taken += reversed(waiting)
        for digit in taken:
            if grouped and shown and shown % 3 == 0:
                pieces.append(",")
            pieces.append(digit)
            shown += 1
    return "".join(reversed(pieces))


def _places(tokens: Sequence[Token], digits: str) -> str:
    """The point and what stands behind it; ``#`` and ``?`` show no zero at the end."""
    shown, pieces, place = len(digits.rstrip("0")), [], 0
    for token in tokens:
        if token.kind == "digit":
            if place < shown or token.text == "0" or _needed(tokens, token, place):
                pieces.append(digits[place])
            place += 1
        else:
            pieces.append(token.text)
    return "".join(pieces)


def _needed(tokens: Sequence[Token], token: Token, place: int) -> bool:
    """Whether a digit that must be shown follows an optional one."""
    behind = [other for other in tokens if other.kind == "digit"][place + 1 :]
    return any(other.text == "0" for other in behind)
