"""Two kinds of value written with figures that are not amounts: a ratio (1:2.5) and a place in a ranking (前3名).

Enters: normalised text. Leaves: a ``Ratio`` or a ``Rank``, or ``None``.
"""

from __future__ import annotations

from decimal import Decimal

from jixiao.model.value import Rank, Ratio, Sign
from jixiao.values.affixes import sign_before
from jixiao.values.bounds import SIGN_BEHIND
from jixiao.values.numerals import chinese_number
from jixiao.values.pattern import lazy

_AMOUNT = r"[0-9]+(?:\.[0-9]+)?"
_RATIO = lazy(rf"(?P<pre>[^0-9:；。，]*)(?P<left>{_AMOUNT}):(?P<right>{_AMOUNT})(?P<tail>以[上下内])?")
_CLOCK = lazy(r"[01]?[0-9]:[0-5]0|2[0-4]:[0-5]0")
_RANK = lazy(
    r"(?P<pre>[^0-9；。，]{0,14}?)(?P<mark>前|第)(?P<n>[0-9]{1,4}|[一二三四五六七八九十]{1,3})[名位]"
    r"(?P<tail>以内|之内|内|以上|以前|之前|及以上)?"
)


def read_ratio(text: str, raw: str) -> Ratio | None:
    """The ratio a text names, or ``None``; a time of day (8:30) is none."""
    found = _RATIO.fullmatch(text) if ":" in text else None
    if found is None or _CLOCK.fullmatch(text) or not Decimal(found["right"]) or not Decimal(found["left"]):
        return None
    tail_sign = SIGN_BEHIND[found["tail"]] if found["tail"] else Sign.NONE
    sign, rest = sign_before(found["pre"])
    chosen = tail_sign if sign is Sign.NONE else sign
    return Ratio(raw, rest, sign=chosen, left=Decimal(found["left"]), right=Decimal(found["right"]))


def read_rank(text: str, raw: str) -> Rank | None:
    """The place a text names, or ``None``; 前3名 is a limit, 第3名 a place."""
    found = _RANK.fullmatch(text) if "名" in text or "位" in text else None
    if found is None:
        return None
    place = Decimal(found["n"]) if found["n"].isascii() else chinese_number(found["n"])
    if place is None:
        return None
    limit = found["mark"] != "第" or bool(found["tail"])
    return Rank(raw, found["pre"], place=int(place), sign=Sign.AT_MOST if limit else Sign.NONE)
