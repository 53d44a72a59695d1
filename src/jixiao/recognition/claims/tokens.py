"""Figures and dates in a text: where they stand, what kind they are, their unit and how exact they are.

A paragraph enters; :class:`Token` leaves in the order of the text. Numbers that claim nothing (document numbers,
clause and list numbers, telephone numbers, titles in 《》, names like “721”工作法) are passed over: a claim needs a
unit, or a word like 得分 before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from jixiao.model.classes import dataclass

from ...model.value import Approx, Sign
from ...values.bounds import hedge
from ...values.numerals import chinese_number
from ...values.pattern import lazy
from ...values.units import COUNTS

TokenKind = Literal["money", "rate", "count", "date", "score", "year"]

_AMBIGUOUS = frozenset("点路面对把口道双版首节组款字集讲孔桩站级号分") | {"人天"}
_MORE_UNITS = (
    "个工作日", "工作日", "个月", "小时", "分钟", "天", "日", "平方公里", "平方米", "立方米", "立方", "公里",
    "千米", "公顷", "公斤", "千克", "㎡", "米", "亩", "吨", "千瓦时", "千瓦", "倍", "斤", "升", "桌", "根",
    "包", "盒", "岁",
)  # fmt: skip
_UNITS = sorted({u for u in (*COUNTS, *_MORE_UNITS) if u not in _AMBIGUOUS}, key=lambda u: -len(u))
_UNIT = "(?:" + "|".join(map(re.escape, _UNITS)) + ")"
# what turns a unit into another word: 3人员, 2次要, 5个别, 2024本, 6月份 …
_NO_UNIT = r"(?!员|类似|们|别|性|要|年度|序|历|期间|民|事|行道|家庄|机|体|型|级|称|额|牌|位数|号|单位)"

WIDTH = str.maketrans(
    {0xFF01 + i: chr(0x21 + i) for i in range(94) if chr(0x21 + i) in "0123456789%./~-+"} | {"　": " ", "\xa0": " "}
)
"""Full-width digits and signs made half-width; every character stays at its place."""
WIDE = lazy("[" + "".join(map(chr, WIDTH)) + "]")
"""A character that :data:`WIDTH` changes."""

_NUMBER = lazy(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?")
_MONEY = lazy(
    r"\s*(?P<more>[余多几]?)\s*(?P<unit>(?:百万|千万|万亿|亿|万|千|百)?(?P<again>[余多]?)(?:美|港|欧|日)?元(?!旦|宵|素|件|月|首|老|器|气)"
    r"(?:/[人月年天日次户亩家村公里]{1,3}(?:[·*×/][人月年天日次]{1,2})?)?)"
)
_RATE = lazy(r"\s*(?P<more>[余多]?)\s*(?P<unit>%|‰|个?百分点)")
_SCORE = lazy(
    r"\s*[”\"’」』]?\s*(?P<more>[余多]?)(?P<unit>分)(?!钟|之(?!间|内|上|下)|别|局|队|公司|支|店|校|院|类|管|工|级|布|析|享|为|解|成|担|期|批|配|区|流|会|行|社|米|贝|子|组|部|秒|段|内|馆|田)"
)
_COUNT = lazy(rf"\s*(?P<more>[余多几]?)\s*(?P<unit>(?:万|亿|千|百|十)?(?P<again>[余多]?){_UNIT}){_NO_UNIT}")
_NO_CLAIM_BEFORE = frozenset("×*")
"""×100% is a step of a formula, no rate."""
_SCORED = lazy(r"(?:得分|总分|评分|自评分|分数|分值)(?:数|合计)?(?:均?为|是|达到?|[:：])?\s*[“\"]?$")
_SHARED = lazy(r"(?:\s*[、和与及]\s*[0-9][0-9,.]*)+\s*(?P<unit>亿元|万元|元|%|分(?!钟|别))")

_DATE = lazy(
    r"(?P<y>(?:19|20)[0-9]{2})\s*年\s*(?P<m>1[0-2]|0?[1-9])\s*(?:月(?:\s*(?P<d>3[01]|[12][0-9]|0?[1-9])\s*[日号])?)?"
    r"(?:\s*[-—~至到]+\s*(?:(?P<y2>20[0-9]{2})\s*年\s*)?(?P<m2>1[0-2]|0?[1-9])\s*月(?:\s*(?P<d2>3[01]|[12][0-9]|0?[1-9])\s*[日号])?)?"
)
_DOTTED = lazy(r"(?P<y>20[0-9]{2})(?P<sep>[-./])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])")
_MONTH = lazy(
    r"(?P<m>1[0-2]|0?[1-9])\s*(?:月(?:\s*(?P<d>3[01]|[12][0-9]|0?[1-9])\s*[日号])?)?"
    r"(?:\s*[-—~至到]+\s*(?P<m2>1[0-2]|0?[1-9])\s*月(?:\s*(?P<d2>3[01]|[12][0-9]|0?[1-9])\s*[日号])?)?"
)
_YEAR = lazy(r"(?P<y>(?:19|20)[0-9]{2})\s*年")

_CN = "一二两三四五六七八九十百千万"
_IN_WORDS = lazy(
    rf"百分之(?P<rate>[{_CN}点]+)|(?P<whole>百分百)|(?P<number>[{_CN}]+)(?P<more>[余多]?)(?P<unit>{_UNIT}){_NO_UNIT}"
)
_DOING = lazy(
    r"(?:召开|开展|举办|组织|举行|培训|检查|巡查|完成|新增|购置|发放|印发|处理|查处|清理|劝导|走访|出动|调解|宣讲)[^，。；、0-9]{0,14}$"
)
_RELATIVE = lazy(r"上年度?(?!结转)|去年|上一年度?|本年度?|今年|当年|本年")
_SKIP = lazy(
    r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|[〔\[【（(]\s*(?:19|20)[0-9]{2}\s*[〕\]】）)]\s*(?:第\s*)?[0-9]+\s*号|第\s*[0-9]+\s*[^\s0-9]"
    r"|“[^“”]{1,20}”|0[0-9]{2,3}-[0-9]{7,8}|[0-9]{7,}(?![0-9.,]*\s*[万亿元%个人])"
)
_FIGURE_IN_QUOTES = lazy(r"“\s*[0-9.,]+\s*(?:%|分|万元|元|个|次|人)?\s*”")
_TO = lazy(r"\s*(?:[-—–~]{1,2}|至|到)\s*(?P<upper>[0-9][0-9,]*(?:\.[0-9]+)?)")
_HAN = lazy("[\u3400-\u9fff]")
_MOVED = lazy(r"[由从][^，,。；;、]{0,16}$")
"""由92.3%到95.6% is a move, no range."""
_LIST_NUMBER = lazy(r"\s*(?:[（(]?[0-9]{1,2}[）)]|[0-9]{1,2}\s*[、．]|[0-9]{1,2}\.(?![0-9]))")


@dataclass(frozen=True, slots=True)
class Token:
    """A figure or date: ``digits`` as printed (a number in words stands as digits), ``start``–``end`` with unit and
    the words of its bound; ``upper`` is the other end of a range.

    ``at`` is where the number itself begins. ``year`` is set for dates and for year words, ``relative`` says by how
    many years 上年 and 今年 differ from the year of the report.
    """

    kind: TokenKind
    start: int
    end: int
    at: int
    digits: str = ""
    unit: str = ""
    upper: str = ""
    bound: Sign = Sign.NONE
    approx: Approx = Approx.EXACT
    hedges: tuple[str, ...] = ()
    iso: str = ""
    year: int | None = None
    relative: int | None = None


def tokens(text: str) -> list[Token]:
    """The figures, dates and year words of a text in order. ``text`` must have been put through :data:`WIDTH`."""
    found: list[Token] = []
    skipped = _skipped(text)
    starts = [start for start, _ in skipped]
    opening = _LIST_NUMBER.match(text)
    done = opening.end() if opening else 0
    for match in _NUMBER.finditer(text):
        at = match.start()
        if at < done or _inside(at, skipped, starts):
            continue
        before = text[at - 1] if at else ""
        if before in _NO_CLAIM_BEFORE or (before.isascii() and before.isalpha()):
            continue
        token = _token(text, match)
        if token is not None:
            found.append(_signed(text, token))
            done = token.end
    found += _in_words(text, found, skipped, starts)
    found += [
        Token("year", m.start(), m.end(), m.start(), relative=-1 if m[0][0] in "上去" else 0)
        for m in _RELATIVE.finditer(text)
    ]
    return sorted(found, key=lambda token: token.at)


def _token(text: str, number: re.Match[str]) -> Token | None:
    date = _date(text, number.start())
    if date is not None:
        return date
    digits, at, end = number[0], number.start(), number.end()
    range_ = _TO.match(text, end)
    for kind, pattern in _KINDS:
        match = pattern.match(text, end)
        if match is None and range_ is not None:
            match = pattern.match(text, range_.end())  # 3-5个: the unit stands once
            if match is not None and not _MOVED.search(text, max(0, at - 20), at):
                return _range(text, kind, at, match, digits, range_["upper"])
            match = None
        if match is None:
            continue
        more = match["more"] or (match["again"] if "again" in pattern.groupindex else "")
        unit = match["unit"].replace("余", "").replace("多", "") if more else match["unit"]
        other = _TO.match(text, match.end())
        if other is not None and not more and not _MOVED.search(text, max(0, at - 20), at):
            again = pattern.match(text, other.end())
            if again is not None and again["unit"] == match["unit"]:
                return _range(text, kind, at, again, digits, other["upper"])
        return _figure(text, kind, at, match.end(), digits, unit, more)
    shared = _SHARED.match(text, end)
    if shared is not None:
        kind = _SHARED_KINDS.get(shared["unit"], "money")
        return _figure(text, kind, at, end, digits, shared["unit"], "")
    if _SCORED.search(text, max(0, at - 12), at) and "-" not in text[end : end + 1]:
        return _figure(text, "score", at, end, digits, "", "")
    return None


def _figure(text: str, kind: TokenKind, at: int, end: int, digits: str, unit: str, more: str) -> Token:
    found = hedge(text, at, end, more=more)
    return Token(kind, found.start, found.end, at, digits, unit.strip(), "", found.sign, found.approx, found.words)


def _signed(text: str, token: Token) -> Token:
    """增长-0.5%, 结余-3万元: a dash right between words and figure is a minus."""
    at = token.at
    if token.kind not in ("money", "rate") or at < 2 or text[at - 1] != "-" or not _HAN.match(text, at - 2):
        return token
    return replace(token, digits=f"-{token.digits}", at=at - 1, start=min(token.start, at - 1))


def _range(text: str, kind: TokenKind, at: int, last: re.Match[str], low: str, high: str) -> Token:
    """90-95分; where the ends stand the wrong way round it is the last figure alone."""
    figure = _figure(text, kind, at, last.end(), low, last["unit"], "")
    ends = [Decimal(end.replace(",", "")) for end in (low, high)]
    if ends[0] >= ends[1]:
        return replace(figure, digits=high, at=last.start() - len(high), start=last.start() - len(high))
    return replace(figure, upper=high, bound=Sign.RANGE)


_SHARED_KINDS: dict[str, TokenKind] = {"%": "rate", "分": "score"}
_KINDS: tuple[tuple[TokenKind, re.Pattern[str]], ...] = (
    ("money", _MONEY),
    ("rate", _RATE),
    ("score", _SCORE),
    ("count", _COUNT),
)


def _date(text: str, at: int) -> Token | None:
    match = _DATE.match(text, at)
    if match and "月" in match[0]:
        return _dated(match, int(match["y"]))
    match = _DOTTED.match(text, at)
    if match:
        year, month, day = (int(match[part]) for part in "ymd")
        return Token("date", at, match.end(), at, iso=f"{year}-{month:02d}-{day:02d}", year=year)
    match = _YEAR.match(text, at)
    if match:
        return Token("year", at, match.end(), at, year=int(match["y"]))
    match = _MONTH.match(text, at)
    if match and "月" in match[0]:
        return _dated(match, None)
    return None


def _dated(match: re.Match[str], year: int | None) -> Token:
    def iso(y: int | None, month: str, day: str | None) -> str:
        return (f"{y}-" if y else "--") + f"{int(month):02d}" + (f"-{int(day):02d}" if day else "")

    text = iso(year, match["m"], match["d"])
    if match["m2"]:
        later = match.groupdict().get("y2")
        text += "/" + iso(int(later) if later else year, match["m2"], match["d2"])
    return Token("date", match.start(), match.end(), match.start(), iso=text, year=year)


def _in_words(text: str, found: list[Token], skipped: list[tuple[int, int]], starts: list[int]) -> list[Token]:
    """Numbers in words that count something: 千余份, 百分之九十五, 召开三次. 一年一度 and 四个方面 count nothing."""
    result = []
    for match in _IN_WORDS.finditer(text):
        at = match.start()
        if any(token.start <= at < token.end for token in found) or _inside(at, skipped, starts):
            continue
        if match["whole"]:
            result.append(_figure(text, "rate", match.start(), match.end(), "100", "%", ""))
            continue
        value = chinese_number(match["rate"] or match["number"])
        if value is None:
            continue
        if match["rate"]:
            result.append(_figure(text, "rate", match.start(), match.end(), _plain(value), "%", ""))
        elif value >= 10 or match["more"] or _DOING.search(text, 0, match.start()):
            if match["number"] in {"万", "千万"} or (value < 2 and not match["more"]):
                continue
            result.append(
                _figure(text, "count", match.start(), match.end(), _plain(value), match["unit"], match["more"])
            )
    return result


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _skipped(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in _SKIP.finditer(text) if not _FIGURE_IN_QUOTES.fullmatch(m[0])]


def _inside(at: int, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    place = bisect_right(starts, at) - 1
    return place >= 0 and at < spans[place][1]
