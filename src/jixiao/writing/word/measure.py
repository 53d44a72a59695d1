"""How wide a text prints and over how many lines it runs. Text and the width of a line enter, counts leave.

Widths are in thousandths of an em: a Chinese sign is as wide as it is high, a digit of the Latin face half as wide. No
font is opened: these hold closely enough for every face that the files name or that stands in for one, and a line is
taken to be a little shorter than it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

EM = 1000
_WIDE = 0x2000
"""From here on signs are drawn by the Chinese face."""
_NARROW = {" ": 250, ".": 250, ",": 250, ":": 278, ";": 278, "-": 333, "(": 333, ")": 333, "/": 278, "%": 833}
_CLOSING = "，。、；：！？）》〉】〕”’%‰℃,.;:!?)]"
_OPENING = "（《〈【〔“‘(["
_FIGURE = re.compile(r"[（(≥≤＞＜>=<＝±￥¥+\-]*[0-9][0-9.,:/\-]*[%‰％]?(?:分?[）)])?")
_APART = 250
"""What many programs put between a Chinese sign and a Latin one, asked or not."""
_UNITS = re.compile(rf"[{re.escape(_OPENING)}]*(?:{_FIGURE.pattern}|[A-Za-z0-9]+|.)[{re.escape(_CLOSING)}]*")


def ems(text: str) -> int:
    """How wide a text prints on one line."""
    return sum(_sign(sign) for sign in text) + sum(_apart(a, b) for a, b in pairwise(text))


def _apart(left: str, right: str) -> int:
    han, other = (left, right) if left >= "\u4e00" else (right, left)
    return _APART if "\u4e00" <= han <= "\u9fff" and other.isascii() and other.isalnum() else 0


def _sign(sign: str) -> int:
    if ord(sign) >= _WIDE:
        return EM
    return _NARROW.get(sign, 722 if sign.isupper() else 500)


def longest_figure(text: str) -> int:
    """The width of the longest number in a text, with its sign and its percent: no line may break inside it."""
    return max((ems(found[0]) for found in _FIGURE.finditer(text)), default=0)


@lru_cache(maxsize=65536)
def lines(text: str, width: int) -> tuple[int, bool]:
    """Over how many lines a text runs, and whether a sign stands alone on the last line of a paragraph that has
    several.
    """
    count, lone = 0, False
    for paragraph in text.split("\n"):
        number, last = _run(paragraph, width)
        count += number
        lone = lone or (number > 1 and last == 1)
    return count, lone


def _run(paragraph: str, width: int) -> tuple[int, int]:
    """Lines of one paragraph, and signs on the last of them."""
    count, used, signs, last = 1, 0, 0, ""
    for unit in units(paragraph):
        wide = ems(unit) + (_apart(last, unit[0]) if used else 0)
        last = unit[-1]
        if used and used + wide > width:
            count, used, signs = count + 1, 0, 0
        if wide > width:
            # longer than a line: it breaks anywhere
            more = -(-wide // max(width, EM)) - 1
            count, wide = count + more, wide - more * width
        used, signs = used + wide, signs + len(unit)
    return count, signs


@lru_cache(maxsize=16384)
def units(paragraph: str) -> tuple[str, ...]:
    """What no line break parts: a sign with the punctuation that belongs to it, a number, a Latin word."""
    return tuple(_UNITS.findall(paragraph))
