"""The grammar of number formats: a format code in, its sections out, each a run of tokens.

The codes are those of ECMA-376 part 1, 18.8.31. Two signs are those of Chinese Excel: ``!`` quotes the next character
as ``\\`` does, and ``G/通用格式`` is General.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

LONGEST = 255
"""Characters of a format code; no spreadsheet takes more."""

_CHINESE = frozenset({0x804, 0x404, 0xC04, 0x1004, 0x1404, 0x4, 0x7C04})
_TEST = re.compile(r"\s*(<=|>=|<>|<|>|=)\s*(-?\d{1,15}(?:\.\d{1,15})?)\s*")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_WORD = re.compile(r"general|G/通用格式|am/pm|a/p|上午/下午|[eE](?=[+-][0#?])|([ymdhsge])\1*|a{3,}", re.IGNORECASE)
_DATE_LETTERS = "ymdhsea"
_SYSTEM = {0xF800: 'yyyy"年"m"月"d"日"', 0xF400: "h:mm:ss"}
"""The long date and the time as the system is set, whatever the code says besides."""

_TESTS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip


class Token(NamedTuple):
    """A piece of a section.

    Kinds: ``literal``, ``digit`` (0, #, ?), ``point``, ``comma``, ``percent``, ``slash``, ``exponent`` (its sign),
    ``general``, ``text`` (@), ``date`` (yyyy, m, …), ``elapsed`` (h, m, s), ``half`` (AM/PM).
    """

    kind: str
    text: str


class Test(NamedTuple):
    """A condition on the number: ``[>=10000]``."""

    sign: str
    bound: Decimal

    def holds(self, value: Decimal) -> bool:
        """Whether the number meets it."""
        return _TESTS[self.sign](value, self.bound)

    @property
    def only_negative(self) -> bool:
        """Whether no number but a negative one meets it: such a section is shown without a minus of its own."""
        return self.bound <= 0 and (self.sign == "<" or (self.sign == "<=" and self.bound < 0))


class Section(NamedTuple):
    """One of up to four parts of a code. ``chinese`` names days and months in Chinese; ``signs`` is 1 for 一二三, 2 for
    壹贰叁.
    """

    tokens: tuple[Token, ...]
    test: Test | None = None
    chinese: bool = False
    signs: int = 0

    def holds(self, *kinds: str) -> bool:
        """Whether a token is of one of these kinds."""
        return any(token.kind in kinds for token in self.tokens)


def sections(code: str) -> tuple[Section, ...]:
    """The sections of a code, at least one. A code too long to be one is General."""
    return _Scanner(code if len(code) <= LONGEST else "General").sections()


class _Scanner:
    """One pass over a code."""

    def __init__(self, code: str) -> None:
        self._code, self._at = code, 0
        self._done: list[Section] = []
        self._begin()

    def _begin(self) -> None:
        self._tokens: list[Token] = []
        self._test: Test | None = None
        self._chinese, self._signs = False, 0
        self._system: tuple[Token, ...] = ()

    def sections(self) -> tuple[Section, ...]:
        while self._at < len(self._code):
            self._next(self._code[self._at])
        self._end()
        return tuple(self._done)

    def _end(self) -> None:
        tokens = self._system or tuple(self._tokens)
        self._done.append(Section(tokens, self._test, self._chinese, self._signs))
        self._begin()

    def _next(self, sign: str) -> None:
        code, at = self._code, self._at
        self._at += 1
        if sign == ";":
            self._end()
        elif sign == '"':
            end = code.find('"', self._at)
            end = len(code) if end < 0 else end
            self._literal(code[self._at : end])
            self._at = end + 1
        elif sign in "\\!" and self._at < len(code):
            self._literal(code[self._at])
            self._at += 1
        elif sign in "_*" and self._at < len(code):
            self._at += 1  # the width of a character, or a character repeated: looks, no content
        elif sign == "[" and (end := code.find("]", at)) > 0:
            self._bracket(code[self._at : end])
            self._at = end + 1
        elif sign in _SINGLE:
            self._tokens.append(Token(_SINGLE[sign], sign))
        elif (word := _WORD.match(code, at)) is not None:
            self._word(word[0].lower(), code[word.end() : word.end() + 1])
            self._at = word.end() + (word[0] in "eE" and code[word.end() : word.end() + 1] in ("+", "-"))
        else:
            self._literal(sign)

    def _literal(self, text: str) -> None:
        if text:
            self._tokens.append(Token("literal", text))

    def _word(self, word: str, following: str) -> None:
        if word in ("general", "g/通用格式"):
            self._tokens.append(Token("general", ""))
        elif "/" in word:
            self._tokens.append(Token("half", word))
        elif word == "e" and following in ("+", "-"):
            self._tokens.append(Token("exponent", following))
        elif word[0] in _DATE_LETTERS:
            self._tokens.append(Token("date", word))

    def _bracket(self, text: str) -> None:
        """A condition, a length of time, a currency with its language, Chinese digits; colours say nothing."""
        if (test := _TEST.fullmatch(text)) is not None:
            self._test = Test(test[1], Decimal(test[2]))
        elif _ELAPSED.fullmatch(text):
            self._tokens.append(Token("elapsed", text.lower()))
        elif text.startswith("$"):
            symbol, _, language = text[1:].partition("-")
            self._literal(symbol)
            self._language(language)
        elif text[:5].lower() == "dbnum" and text[5:] in ("1", "2"):
            self._signs = int(text[5:])

    def _language(self, text: str) -> None:
        try:
            number = int(text, 16)
        except ValueError:
            return
        if number in _SYSTEM:
            self._system = sections(_SYSTEM[number])[0].tokens
        elif number & 0xFFFF in _CHINESE:
            self._chinese = True


_SINGLE = {
    "0": "digit",
    "#": "digit",
    "?": "digit",
    ".": "point",
    ",": "comma",
    "%": "percent",
    "/": "slash",
    "@": "text",
}
