"""What stands before and behind a figure: sign, exactness, unit, what it counts per, growth or decline.

Enters: the text before and the text after one figure. Leaves: :class:`Before` and :class:`After`, or ``None`` where
the text shows that the figure is no amount (a diameter, a document number, the third of something).
"""

from __future__ import annotations

from jixiao.model.classes import dataclass
from jixiao.model.value import Approx, Sign
from jixiao.values import bounds, units
from jixiao.values.pattern import lazy

FALLING = ("下降", "降低", "减少", "减幅", "降幅", "压减", "下浮", "缩短")
RISING = ("增长", "增加", "提高", "提升", "上升", "增幅", "增速")
_AGAINST = "同比|环比|年均|比上年|较上年"

#: An amount in digits; one that belongs to a name (DN200, m2) is none.
FIGURE = lazy(r"(?<![A-Za-z0-9.])[0-9]+(?:\.[0-9]+)?(?![0-9.])")
_MULTIPLE = lazy(r"(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)(?!分|(?<=千)[米克瓦])")
_MULTIPLES = {"十": 10, "百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8}
_MONEY_TAIL = lazy(r"(?P<more>余|多|几)?(?P<unit>美?元|块钱)")

_STRONG = lazy(bounds.either(word for words in bounds.STRONG_SIGNS.values() for word in words))
_FILLER = r"(?:了|达到?|在|为|于|到|约|近|大约|将近|接近|的|每[^\W\d每]{1,2}|-)*+"
_NEAR_WORDS = bounds.either(word for words in bounds.NEAR_SIGNS.values() for word in words)
_NEAR = lazy(f"({_NEAR_WORDS}){_FILLER}$")
_KEPT_WITHIN = lazy(bounds.either(bounds.KEPT_WITHIN))
_APPROX = lazy(rf"(?:{bounds.either(bounds.APPROX_OF)}|左右|上下)(?=(?:每[^\W\d每]{{1,2}})*$)")
_CHANGE_WORDS = "|".join((*RISING, *FALLING))
_CHANGE = lazy(f"(?:{_AGAINST})?(?:{_CHANGE_WORDS})")
#: 增长率 is a name, 提高到 a level: neither says by how much something changed.
_NO_CHANGE = lazy(rf"(?:{_CHANGE_WORDS})(?:率|量|数|值|额|幅度|了?[到至])")
_PERIODS = "半年|季度|季|学期|学年|工作日|年度|年|月|周|日|天|旬|小时"
_BASES = "人次|台次|公里|平方米|人|户|亩|生|次|台|辆|村|家|车|套|米|吨|名|位|班|所|场|处|项|件|床|县|镇|乡"
_EACH = lazy(rf"每(?:个|一)?(?P<each>{_PERIODS}|{_BASES})|(?P<mean>[人户亩生床师年月日件次])均")
_ONE_PERIOD = lazy(rf"^一个?(?P<each>{_PERIODS})$")
#: Words that make the figure a difference from the target, or a rhythm we cannot count.
_A_DIFFERENCE = lazy(
    r"(?:超额|超计划|提前|逾期|延期|延迟|推迟|滞后|尚差|还差|相差|剩余|还剩|尚未|未完成)(?!.*[率数])|每[两二三四五六七八九十]"
)
_NO_AMOUNT_BEFORE = lazy(r"[A-Za-zφΦФØ#×*.:/@&$第]-?$")
#: A figure before the figure; one that belongs to a name (PM2.5) may stand.
_NO_PREFIX = lazy(r"[；，;,。?？]|(?<![A-Za-z0-9.])[0-9]")
_LONGEST_PREFIX = 30

_SUFFIX_SIGN = lazy(r"(?:及其?|或者?|和)?(?P<sign>" + bounds.either(bounds.SIGN_BEHIND) + r")(?!容)")
_SUFFIX_APPROX = lazy(r"余(?!额)|多(?!功能|种|媒体|层)|几(?=[^\W\d])|来(?=[个人次])|\+|左右|上下")
_EXCLUSIVE = lazy(r"\(不含(?:本数)?\)")

#: What may stand before a figure in Chinese numerals, which also stand inside ordinary words (统一, 有一支).
PLAIN_HEAD = lazy(
    rf"(?:{_STRONG.pattern}|{_NEAR_WORDS}|{_CHANGE.pattern}|每(?:{_PERIODS}|{_BASES})|{bounds.either(bounds.APPROX_OF)}|"
    r"控制在|达到?|共计?|合计)*+"
)


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before the figure."""

    prefix: str
    sign: Sign
    approx: Approx
    per: str
    change: str
    kept_within: bool
    negative: bool
    denied: bool = False


@dataclass(frozen=True, slots=True)
class After:
    """What stands after the figure."""

    unit: str
    per: str
    sign: Sign
    approx: Approx
    multiple: int
    rest: str


def before_figure(head: str) -> Before | None:
    """Read what precedes the figure; ``None`` where it shows that the figure is no amount."""
    if _NO_AMOUNT_BEFORE.search(head):
        return None
    if not head:
        return _NOTHING_BEFORE
    word, rest = _sign_word(head)
    sign = bounds.SIGN_OF.get(word, Sign.NONE)
    negative = rest.endswith("负") or (rest.endswith("-") and (sign is not Sign.NONE or len(rest) == 1))
    if negative:
        rest = rest[:-1]
    elif rest.endswith("-"):
        return None
    approx, rest = _approx_before(rest)
    per, rest = _per_before(rest)
    change = "" if _NO_CHANGE.search(rest) else next(iter(_CHANGE.findall(rest)), "")
    if change:
        rest = rest.replace(change, "", 1)
    kept_within = _KEPT_WITHIN.search(rest) is not None
    prefix = rest.strip(" :=、≥≤<>")
    if len(prefix) > _LONGEST_PREFIX or _NO_PREFIX.search(prefix) or _A_DIFFERENCE.search(prefix):
        return None
    return Before(prefix, sign, approx, per, change, kept_within, negative, bounds.denies_reaching(word))


_NOTHING_BEFORE = Before("", Sign.NONE, Approx.EXACT, "", "", False, False)


def _per_before(text: str) -> tuple[str, str]:
    """每人每月, 人均, 一年: what the figure counts per, and the text without it.

    年均增长 is a kind of growth, not a rate.
    """
    if found := _ONE_PERIOD.match(text):
        return _plain_bases([found["each"]]), ""
    if "每" not in text and "均" not in text:
        return "", text
    found_bases = [match for match in _EACH.finditer(text) if not _CHANGE.match(text, match.start())]
    for match in reversed(found_bases):
        text = text[: match.start()] + text[match.end() :]
    return _plain_bases([match["each"] or match["mean"] for match in found_bases]), text


def _plain_bases(bases: list[str]) -> str:
    return "/".join(units.plain_per(base) for base in bases)


def sign_before(head: str) -> tuple[Sign, str]:
    """The sign in front of a figure, and the text without it."""
    word, rest = _sign_word(head)
    return bounds.SIGN_OF.get(word, Sign.NONE), rest


def _sign_word(head: str) -> tuple[str, str]:
    if near := _NEAR.search(head):
        strong = _STRONG.search(head)
        if strong is None or not strong.start() <= near.start() < strong.end():
            return near.group(1), head[: near.start()] + head[near.end(1) :]
    strongs = list(_STRONG.finditer(head))
    if not strongs:
        return "", head
    last = strongs[-1]
    return last.group(), head[: last.start()] + head[last.end() :]


def _approx_before(head: str) -> tuple[Approx, str]:
    found = _APPROX.search(head)
    if found is None or head.endswith(("附近", "最近", "远近", "临近")):
        return Approx.EXACT, head
    return bounds.APPROX_OF.get(found.group(), Approx.ABOUT), head[: found.start()] + head[found.end() :]


def after_figure(tail: str) -> After | None:
    """Read what follows the figure, left to right: multiple, exactness, unit, base of a rate, sign; keep the rest."""
    if tail == "%":
        return _PERCENT
    unit, approx, multiple, place = _multiple_at(tail, 0)
    sign, exclusive = Sign.NONE, False
    pers: list[str] = []
    while place < len(tail):
        if found := _EXCLUSIVE.match(tail, place):
            exclusive = True
        elif found := _SUFFIX_SIGN.match(tail, place):
            sign = bounds.SIGN_BEHIND[found["sign"]]
        elif found := _SUFFIX_APPROX.match(tail, place):
            approx = Approx.ABOUT if found.group() in bounds.SUFFIX_EXACTNESS[Approx.ABOUT] else Approx.OVER
            if not unit and multiple == 1:  # 2000多万人
                unit, _, multiple, place = _multiple_at(tail, found.end())
                continue
        elif unit and (found := (units.NEXT_PER if pers else units.PER).match(tail, place)):
            pers.append(found.group(1))
        elif not unit and (found := units.UNIT.match(tail, place)):
            unit = units.shown(found.group())
        else:
            break
        place = found.end()
    if exclusive:
        sign = Sign.LESS if sign is Sign.AT_MOST else Sign.MORE
    return After(unit, _plain_bases(pers), sign, approx, multiple, tail[place:])


def _multiple_at(tail: str, place: int) -> tuple[str, Approx, int, int]:
    """万, 亿 and their like: part of the unit in money (万元, 5万余元), a multiple of the figure elsewhere (20万人次).

    Unit, exactness, multiple, and where reading goes on.
    """
    found = _MULTIPLE.match(tail, place)
    if found is None:
        return "", Approx.EXACT, 1, place
    if money := _MONEY_TAIL.match(tail, found.end()):
        approx = Approx.OVER if money["more"] else Approx.EXACT
        return found.group() + money["unit"], approx, 1, money.end()
    return "", Approx.EXACT, _multiple(found.group()), found.end()


_PERCENT = After("%", "", Sign.NONE, Approx.EXACT, 1, "")


def _multiple(word: str) -> int:
    size = 1
    for mark in word:
        size *= _MULTIPLES[mark]
    return size
