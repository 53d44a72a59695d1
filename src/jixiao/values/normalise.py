"""Bring a cell's text into one spelling before the grammar reads it.

Enters: text as people typed or scanned it. Leaves: the same text with half-width signs and digits, one spelling per
comparison sign, no thousands separators, no layout blanks. Words are left alone: what the text *means* is decided by
the grammar.
"""

from __future__ import annotations

import re

from jixiao.values.numerals import CHINESE_DIGITS, chinese_number
from jixiao.values.pattern import lazy

#: Longest text that can still be a value. A longer one is prose, and prose is not for this grammar.
LONGEST_VALUE = 200

_KEPT_FULL_WIDTH = frozenset("，；")
_TO_HALF = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT_FULL_WIDTH}
_SINGLE_SIGNS = {
    "≧": "≥",
    "⩾": "≥",
    "≮": "≥",
    "≦": "≤",
    "⩽": "≤",
    "≯": "≤",
    "﹥": ">",
    "〉": ">",
    "﹤": "<",
    "〈": "<",
    "﹦": "=",
    "﹪": "%",
    "〜": "~",
    "∼": "~",
    "–": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "﹣": "-",
    "²": "2",
    "³": "3",
    "〔": "(",
    "〕": ")",
    "\u200b": "",
    "\ufeff": "",
    "\u00ad": "",
}
_TABLE = str.maketrans(_TO_HALF | {ord(mark): plain for mark, plain in _SINGLE_SIGNS.items()})

_AROUND = " “”‘’\"'`"
_BLANK = lazy(r"\s+")
_BLANK_KEPT = lazy(r"(?<=[0-9]) (?=[0-9])|(?<=[A-Za-z]) (?=[A-Za-z])")
_THOUSANDS = lazy(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])")
_THOUSANDS_WIDE = lazy(r"(?<![0-9.，])[0-9]{1,3}(?:，[0-9]{3}){2,}(?![0-9，])")
_AT_LEAST = lazy(r"[>》]=|=>|≥=|(?:大|高)于(?:或者?)?等于")
_AT_MOST = lazy(r"[<《]=|=<|≤=|(?:小|低)于(?:或者?)?等于")
_OPENING_BRACKET = lazy(r"(?<![》《])([》《])(?=[0-9])")
_PART_OF = lazy(rf"([百千万])分之([0-9]+(?:\.[0-9]+)?|[{CHINESE_DIGITS}]+)")
_HUNDRED_PERCENT = lazy(r"百分百|百分之百|百分之一百")
_PERCENT_WORD = lazy(r"(?<=[0-9])百分比")
_TENTHS = lazy(r"(?<![0-9一二三四五六七八九十完构建组集合])([1-9]|[一二三四五六七八九])成(?=$|以|左|及|多|\()")
_PART_MARK = {"百": "%", "千": "‰", "万": "‱"}


def normalise(text: str) -> str:
    """The text in its plain spelling; never raises, and changes nothing that is already plain."""
    plain = text.translate(_TABLE)
    plain = _BLANK.sub(" ", plain).strip(_AROUND)
    if " " in plain:
        plain = _BLANK_KEPT.sub("\x00", plain).replace(" ", "").replace("\x00", " ")
    if "," in plain:
        plain = _THOUSANDS.sub(lambda found: found.group().replace(",", ""), plain)
    if "，" in plain:
        plain = _THOUSANDS_WIDE.sub(lambda found: found.group().replace("，", ""), plain)
    plain = _signs(plain)
    return _shares(plain) if "分" in plain or "成" in plain else plain


def _signs(text: str) -> str:
    if not ("=" in text or "》" in text or "《" in text or "于" in text):
        return text
    text = _AT_MOST.sub("≤", _AT_LEAST.sub("≥", text))
    # A Chinese keyboard gives 》 for > and 《 for <; a title never opens onto a figure with its closing bracket
    # missing.
    if "》" in text and "《" not in text:
        text = _OPENING_BRACKET.sub(">", text)
    elif "《" in text and "》" not in text:
        text = _OPENING_BRACKET.sub("<", text)
    return text


def _shares(text: str) -> str:
    """百分之九十五 → 95%, 千分之三 → 3‰, 百分百 → 100%, 九成 → 90%."""
    text = _HUNDRED_PERCENT.sub("100%", text)
    text = _PART_OF.sub(_share, text)
    text = _PERCENT_WORD.sub("%", text)
    return _TENTHS.sub(lambda found: f"{_plain(found.group(1))}0%", text)


def _share(found: re.Match[str]) -> str:
    amount = _plain(found.group(2))
    return found.group() if amount is None else f"{amount}{_PART_MARK[found.group(1)]}"


def _plain(digits: str) -> str | None:
    if digits[0].isascii():
        return digits
    value = chinese_number(digits)
    return None if value is None else format(value, "f")
