"""Number formats of spreadsheets: a stored number and a format code in, the text that is displayed and printed out.

Numbers are decimals from end to end. A spreadsheet knows 15 digits of a number, and rounds from them, half up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from . import chinese
from .builtin import CODES
from .code import Section, sections
from .date import Calendar, serial_of
from .general import general
from .number import Digits, Ratio

__all__ = ["CODES", "Format", "exact", "format_of", "general", "serial_of"]

_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,14})?")
_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)
_LARGEST = 330
_DATE = ("date", "elapsed", "half")
Show = Callable[[Decimal, bool], str | None]


def exact(raw: str) -> Decimal | None:
    """The number that a file stores as text; ``None`` where it is none.

    Files write binary numbers to 17 digits (0.97199999999999998): the shortest decimal that means the same number is
    the one that was typed, and of a result no more than 15 digits are known.
    """
    if _PLAIN.fullmatch(raw) and len(raw) <= 15:
        return Decimal(raw)
    try:
        number = Decimal(repr(float(raw)))
    except ValueError:
        return None
    return _FIFTEEN.plus(number) if number.is_finite() and abs(number.adjusted()) < _LARGEST else None


@lru_cache(maxsize=1024)
def format_of(code: str) -> Format:
    """The format of a code; made once."""
    return Format(code)


class Format:
    """A format code made ready: up to three sections for numbers, one for text."""

    def __init__(self, code: str) -> None:
        found = sections(code)
        texts = [section for section in found if section.holds("text")]
        words = found[3] if len(found) > 3 else texts[-1] if texts and len(found) > 1 else None
        tokens = None if words is None else tuple(token for token in words.tokens if token.text != " ")
        self._text = None if tokens is not None and [token.kind for token in tokens] == ["text"] else tokens
        numbers = [section for section in found[:3] if section is not words] or [Section(())]
        self._sections = [(section, _shower(section)) for section in numbers]
        self._tested = any(section.test for section in numbers)

    def number(self, value: Decimal, from_1904: bool = False) -> str:
        """What is displayed for a number; empty where the format shows nothing."""
        for place, (section, show) in enumerate(self._sections):
            if self._takes(place, section, value):
                signed = self._signed(place, section, value)
                shown = None if signed and _is_date(section) else show(abs(value), from_1904)
                if shown is None:
                    break
                return ("-" + shown if signed else shown).strip(" ")
        return general(value)  # where Excel shows nothing but ####

    @property
    def keeps_text(self) -> bool:
        """Whether a text is displayed as it is."""
        return self._text is None

    def text(self, text: str) -> str:
        """What is displayed for a text."""
        if self._text is None:
            return text
        return "".join(text if token.kind == "text" else token.text for token in self._text)

    def _takes(self, place: int, section: Section, value: Decimal) -> bool:
        if section.test is not None:
            return section.test.holds(value)
        last = place == len(self._sections) - 1
        if self._tested or last:
            return last or (value > 0 if place == 0 else value < 0)
        if place == 0:
            return value > 0 or (value == 0 and len(self._sections) == 2)
        return value < 0

    def _signed(self, place: int, section: Section, value: Decimal) -> bool:
        """Whether a minus is set before the number: only the first section brings none of its own, and General."""
        if value >= 0 or not section.holds("digit", "general", "text", *_DATE):
            return False
        if len(self._sections) == 1:
            return True
        if section.holds("general", "text"):
            return section.tokens[0].kind in ("general", "text")
        return place == 0 and not (section.test is not None and section.test.only_negative)


def _is_date(section: Section) -> bool:
    return section.holds(*_DATE)


def _shower(section: Section) -> Show:
    """What shows a number under a section."""
    if _is_date(section):
        return Calendar(section).show
    if section.holds("general", "text"):
        return _worded(section)
    digits = Ratio(section) if _is_ratio(section) else Digits(section)
    if section.signs:
        return lambda value, _: chinese.digits(digits.show(value), section.signs)
    return lambda value, _: digits.show(value)


def _worded(section: Section) -> Show:
    """General with words around it: General"次"."""

    def show(value: Decimal, _: bool) -> str:
        number = chinese.counted(general(value), section.signs)
        return "".join(number if token.kind in ("general", "text") else token.text for token in section.tokens)

    return show


def _is_ratio(section: Section) -> bool:
    """Whether digits stand on both sides of a slash, blanks aside."""
    tokens = [token for token in section.tokens if token.text != " "]
    slash = next((i for i, token in enumerate(tokens) if token.kind == "slash"), 0)
    if not 0 < slash < len(tokens) - 1 or tokens[slash - 1].kind != "digit":
        return False
    return tokens[slash + 1].kind == "digit" or tokens[slash + 1].text.isdecimal()
