"""A number in the manner of the one that stood in its place: digits as wide, as many places or more, thousands
separated or not. The text that stands there and a number enter, a text leaves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ...model import Figure

_TIGHT = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_LOOSE = re.compile(r"\d(?:[\d,\s]*\d)?(?:\s*\.\s*\d(?:[\d\s]*\d)?)?")
_WIDE_TO_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PLAIN_TO_WIDE = {code: code + 0xFEE0 for code in map(ord, "0123456789.,-")}
_BETWEEN = re.compile(r"[\s,]")
Span = tuple[int, int]
"""First character and the one behind the last."""


def folded(text: str) -> str:
    """The text with full-width signs as plain ones, sign for sign."""
    return text.translate(_WIDE_TO_PLAIN)


def numbers_like(text: str, figure: Figure) -> Sequence[Span]:
    """Where the number of a figure stands in a text, digit for digit, not as a part of a longer one; blanks inside a
    number count only where it stands nowhere without. The sign of a negative one belongs to it.
    """
    plain = folded(text)
    wanted = _digits(figure.raw)
    if not wanted or figure.value is None:
        return ()
    for pattern in (_TIGHT, _LOOSE):
        found = [match.span() for match in pattern.finditer(plain) if _BETWEEN.sub("", match[0]) == wanted]
        if figure.value < 0:
            found = [(start - 1, end) for start, end in found if start and plain[start - 1] == "-"]
        if found:
            return found
    return ()


def in_manner(before: str, number: Decimal, places: int) -> str:
    """The number as ``before`` is printed, with at least so many places."""
    plain = folded(before)
    printed = len(re.sub(r"\D", "", plain.partition(".")[2]))
    text = f"{number:{',' if ',' in plain else ''}.{max(printed, places)}f}"
    if plain == before or not any("\uff10" <= sign <= "\uff19" for sign in before):
        return text
    return text.translate({code: wide for code, wide in _PLAIN_TO_WIDE.items() if chr(code) not in before})


def printed_like(figure: Figure, number: Decimal, places: int) -> Figure:
    """A figure with another number: what stands around the number stays as it is."""
    spans = numbers_like(figure.raw, figure)
    if not spans:
        return Figure(f"{number:.{places}f}{figure.unit}")
    start, end = spans[0]
    return Figure(figure.raw[:start] + in_manner(figure.raw[start:end], number, places) + figure.raw[end:])


def _digits(raw: str) -> str:
    match = _LOOSE.search(folded(raw))
    return _BETWEEN.sub("", match[0]) if match else ""
