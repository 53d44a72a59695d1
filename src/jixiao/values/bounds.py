"""Words that bind a figure, or say how exact it is: one list for cells and for sentences.

Enters: a text and where its figure stands. Leaves: the sign (不低于 → ≥, 未突破 → ≤), the exactness (近, 90余,
左右), and whether a sentence denies what the figure is of (未支付3万元). 以上, 以下 and 以内 include their figure, as
the civil code has it (民法典 art. 1259).
"""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.model.classes import dataclass
from jixiao.model.value import Approx, Sign
from jixiao.values.lists import listed
from jixiao.values.pattern import lazy

# the list ------------------------------------------------------------------------------------------------------------

_NOT = listed("不 不得 不应 不能 未 未能 没有 没 并未 尚未")
_ABOVE = listed("超过 超出 超 高于 大于 多于 突破")
_BELOW = listed("低于 少于 小于")
_REACHED = listed("达到 达")


def _denying(words: tuple[str, ...]) -> tuple[str, ...]:
    """不超过, 未超过, 没有超过 …"""
    return tuple(no + word for no in _NOT for word in words)


#: Words that bind wherever they stand before the figure of a cell ("不低于年度计划的95%").
STRONG_SIGNS = {
    Sign.AT_LEAST: ("≥", "至少", *_denying(_BELOW)),
    Sign.AT_MOST: ("≤", "至多", *_denying(_ABOVE)),
}
#: Words that bind only right before the figure ("最高价5万元" has no sign).
NEAR_SIGNS = {
    Sign.AT_LEAST: listed("最少 最低 起码 下限"),
    Sign.AT_MOST: listed("最多 最高 上限 控制于"),
    Sign.MORE: (">", *_ABOVE),
    Sign.LESS: ("<", *_BELOW, *_denying(_REACHED), *listed("不足 不满 未满 不到")),
    Sign.EQUAL: listed("= 等于 恰好 正好"),
}
#: A bound only where no other word binds: 控制在20万元, but 控制在95%以上.
KEPT_WITHIN = listed("控制在 压缩在 限制在")
#: Behind the figure and its unit.
SUFFIX_SIGNS = {
    Sign.AT_LEAST: listed("及以上 以上 之上 为下限"),
    Sign.AT_MOST: listed("及以下 以下 之下 以内 之内 内 为上限 封顶"),
    Sign.MORE: listed("以外"),
}
EXACTNESS = {
    Approx.NEARLY: listed("将近 接近 近"),
    Approx.ABOUT: listed("大约 大概 约为 约"),
    Approx.OVER: ("逾",),
}
#: Before the unit (90余人) or behind it.
SUFFIX_EXACTNESS = {
    Approx.OVER: listed("余 多 几 来 +"),
    Approx.ABOUT: listed("左右 上下"),
}
#: Only behind the unit, and only in sentences: 90分有余.
_TRAILING = {Approx.OVER: listed("有余 开外 出头"), Approx.ABOUT: SUFFIX_EXACTNESS[Approx.ABOUT]}
#: Words of which 近 and 约 are the end.
_NOT_NEAR, _NOT_ABOUT = "附最远临邻相", "节预签履违特制公合条契续"

SIGN_OF = {word: sign for table in (STRONG_SIGNS, NEAR_SIGNS) for sign, words in table.items() for word in words}
SIGN_BEHIND = {word: sign for sign, words in SUFFIX_SIGNS.items() for word in words}
APPROX_OF = {word: approx for approx, words in EXACTNESS.items() for word in words}
_APPROX_BEHIND = {word: approx for approx, words in _TRAILING.items() for word in words}
_OVER = SUFFIX_EXACTNESS[Approx.OVER]


def either(words: Iterable[str]) -> str:
    """The words as alternatives of an expression, longer ones first."""
    return "|".join(sorted((word.replace("+", r"\+") for word in words), key=len, reverse=True))


# sentences -----------------------------------------------------------------------------------------------------------

#: How sentences write the signs of cells, which have been brought into one spelling.
_WRITTEN = {
    **dict.fromkeys(("≧", "⩾", ">=", "＞＝", "大于等于", "大于或等于", "高于或等于"), Sign.AT_LEAST),
    **dict.fromkeys(("≦", "⩽", "<=", "＜＝", "小于等于", "小于或等于", "低于或等于"), Sign.AT_MOST),
    "＞": Sign.MORE,
    "＜": Sign.LESS,
}
_SIGNS = SIGN_OF | _WRITTEN | dict.fromkeys(KEPT_WITHIN, Sign.AT_MOST)
del _SIGNS["="]  # in a sentence it stands before the result of a sum
_LINK = r"(?:了|过|达到?|到|至|为|在|[:：]|\s)*"
_BEFORE = lazy(
    rf"(?P<sign>{either(_SIGNS)})?(?<![赶反]超){_LINK}"
    rf"(?P<approx>大约|大概|约为|将近|接近|逾|(?<![{_NOT_NEAR}])近|(?<![{_NOT_ABOUT}])约)?{_LINK}[“\"]?\s*$"
)
_BEHIND = lazy(
    rf"\s*[”\"]?\s*(?:[（(]含(?:本数)?[）)])?(?P<word>{either((*SIGN_BEHIND, *_APPROX_BEHIND))})"
    r"(?<!(?<![以之])内(?=[^\s，。；;、,）)完办响处解回答整支拨发到]))"
)
_LOOKED_AT = 16
_BLANKS = frozenset(filter(str.isspace, map(chr, range(0x3001))))
"""All white space: the last one is the blank of full width."""
_ENDINGS = frozenset(word[-1] for word in (*_SIGNS, *APPROX_OF)) | frozenset('了过达到至为在:： \t\n\u3000\xa0“"')
"""Every character that may stand right before a bound figure: most figures are seen to be bare by it."""
_BEGINNINGS = frozenset(word[0] for word in (*SIGN_BEHIND, *_APPROX_BEHIND)) | frozenset('（(”"') | _BLANKS
"""Every character that may stand right behind one."""
_DENIED = lazy(
    r"(?:(?<!是)不是|并非|而非|绝非|没有|[尚暂]无|(?:[尚还并仍暂均])?未(?!来|央|成年|婚|必|知|经|名|雨))"
    r"[^，,。；;：:、0-9]{0,10}$"
)
_UP, _DOWN = frozenset((Sign.AT_LEAST, Sign.MORE)), frozenset((Sign.AT_MOST, Sign.LESS))


@dataclass(frozen=True, slots=True)
class Hedge:
    """How a figure of a sentence is meant: ``words`` are those that say so, ``start`` and ``end`` enclose them with
    the figure.
    """

    start: int
    end: int
    sign: Sign = Sign.NONE
    approx: Approx = Approx.EXACT
    words: tuple[str, ...] = ()


def hedge(text: str, start: int, end: int, *, more: str = "") -> Hedge:
    """The words around the figure ``text[start:end]``, which holds its unit; ``more`` is a 余 or 多 inside it."""
    may_bind = start and text[start - 1] in _ENDINGS
    before = _BEFORE.search(text, max(0, start - _LOOKED_AT), start) if may_bind else None
    behind = _BEHIND.match(text, end) if end < len(text) and text[end] in _BEGINNINGS else None
    sign_word = (before["sign"] or "") if before else ""
    near_word = (before["approx"] or "") if before else ""
    tail = more or (behind["word"] if behind else "")
    words = tuple(word for word in (sign_word, near_word, tail) if word)
    if not words:
        return Hedge(start, end)
    sign, approx = _together(sign_word, near_word, tail)
    first = before.start("sign") if before and sign_word else before.start("approx") if before and near_word else start
    return Hedge(first, behind.end() if behind and not more else end, sign, approx, words)


def _together(sign_word: str, near_word: str, tail: str) -> tuple[Sign, Approx]:
    before, near = _SIGNS.get(sign_word, Sign.NONE), APPROX_OF.get(near_word, Approx.EXACT)
    behind = SIGN_BEHIND.get(tail, Sign.NONE)
    loose = Approx.OVER if tail in _OVER else _APPROX_BEHIND.get(tail, Approx.EXACT)
    sign, contradictory = one_sign(before, behind, weak=sign_word in KEPT_WITHIN, denied=denies_reaching(sign_word))
    falls = before in _DOWN or near is Approx.NEARLY
    rises = behind in _UP or loose is Approx.OVER
    kept = sign_word in KEPT_WITHIN or denies_reaching(sign_word)
    if contradictory or (not kept and falls and (rises or loose is Approx.ABOUT)) or (near is Approx.ABOUT and rises):
        return sign, Approx.CONTRADICTORY
    return sign, near if near is not Approx.EXACT else loose


def denied(words: str) -> bool:
    """Whether the words of a clause before its figure deny what the figure is of: 未支付(3万元), 不是(3万元)."""
    return ("未" in words or "不是" in words or "非" in words or "没有" in words or "无" in words) and (
        _DENIED.search(words) is not None
    )


# cells and sentences -------------------------------------------------------------------------------------------------


def denies_reaching(word: str) -> bool:
    """Whether a word says that the figure was not reached: 未达到95%以上 is less than 95 %."""
    return word.endswith(_REACHED)


def one_sign(before: Sign, behind: Sign, *, weak: bool = False, denied: bool = False) -> tuple[Sign, bool]:
    """The one sign of two sides, and whether they contradict each other. A ``weak`` one gives way to the other."""
    if behind is Sign.NONE or denied:
        return before, False
    if before is Sign.NONE or weak or before is behind:
        return behind, False
    if before is not Sign.EQUAL and (before in _DOWN) == (behind in _DOWN):
        return before, False
    return before, True
