"""The printed labels of forms: their normal form, the hints they carry, and what they mean in which block.

A cell's text enters; a :class:`Label` (what is left after units, column letters and points are taken off) or a
key such as ``revised_budget`` leaves. Everything is cached: forms repeat their labels.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from jixiao.model.classes import dataclass

from . import dictionary

LONGEST = 40
"""A text longer than this (spaces not counted) is no label."""

_SPACE = re.compile(r"\s+")
_GROUP = re.compile(r"\(([^()]*)\)")
_MONEY_UNITS = ("元", "千元", "万元", "百万元", "亿元")
_MONEY_UNIT = re.compile(rf"(?:人民币|金额)?(?:单位)?:?({'|'.join(_MONEY_UNITS)})(?:人民币)?")
_OTHER_UNIT = re.compile(r"(?:单位:?)?(㎡|m2|平方米|人|个|%|％)")
_LETTER = re.compile(
    r"[A-Z](?:[/÷]?[A-Z])?|[A-Z]=?[A-Z]?/[A-Z](?:[*×]100%?)?|[①②③④⑤⑥⑦⑧⑨⑩/÷*×%0-9]*[①②③④⑤⑥⑦⑧⑨⑩][①②③④⑤⑥⑦⑧⑨⑩/÷*×%0-9]*"
)
_POINTS = re.compile(r"(?:共|计|总分|满分|分值|权重)?:?(\d{1,3}(?:\.\d+)?)(?:分|%)?(?:[*×xX].*|[A-Z])?")
_IDLE = frozenset(
    {"", "盖章", "公章", "签章", "签字", "签名", "章", "加盖公章", "单位盖章", "单位公章", "全称", "如有", "选填"}
    | {"必填", "自评", "此处"}
)
"""Words in brackets that tell how to fill in a form, not what a label means."""
_MARKS = re.compile(r"^[*★☆●◆■□▲·•]+|[*★:,，。;]+$")
_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]"
    r"|\d{1,2}(?:[、．.](?!\d)|[)）])|[①-⑳])"
)
_WITHIN = re.compile(r"^其中[:：]?")
_YEAR = re.compile(r"^(?:20\d\d|19\d\d)年?度?")
_TRAILING_POINTS = re.compile(r"^(.*?[^\d.\-+/])(\d{1,3}(?:\.\d+)?)分?$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart.

    ``text`` is the label without spaces and hints, ``bare`` the same without any brackets; ``unit`` the money
    (or other) unit printed in it, ``letter`` a column letter such as ``B/A``, ``points`` the points it declares
    as printed ("50"), ``number`` its outline number and ``within`` a leading 其中.
    """

    text: str
    bare: str
    unit: str = ""
    letter: str = ""
    points: str = ""
    number: str = ""
    within: bool = False

    @property
    def money_unit(self) -> str:
        """The unit where it is one of money, else ""."""
        return self.unit if self.unit in _MONEY_UNITS else ""


def normal(text: str) -> str:
    """Compatibility forms unified (（→(, ％→%, full-width digits), all white space gone."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=8192)
def label(text: str) -> Label:
    """The label in a cell's text; never fails, also for texts that are no labels."""
    flat = normal(text)
    hints = {"unit": "", "letter": "", "points": ""}

    def take(match: re.Match[str]) -> str:
        inner = match[1]
        if inner in _IDLE:
            return ""
        for name, pattern in (("unit", _MONEY_UNIT), ("unit", _OTHER_UNIT), ("letter", _LETTER), ("points", _POINTS)):
            if (found := pattern.fullmatch(inner)) is not None:
                hints[name] = hints[name] or (found[1] if found.groups() else inner)
                return ""
        return match[0]

    flat, number, within = outline(_MARKS.sub("", flat))
    flat = _MARKS.sub("", _GROUP.sub(take, flat))
    bare = _GROUP.sub("", flat)
    return Label(flat, bare, hints["unit"], hints["letter"], hints["points"], number, within)


def outline(flat: str) -> tuple[str, str, bool]:
    """The text behind its outline number and 其中, in any order of the two; the number; whether 其中 is there.

    The text is one without blanks, of full or half width.
    """
    number, within = "", False
    for _ in range(2):
        if (match := _WITHIN.match(flat)) is not None and match.end() < len(flat):
            within, flat = True, flat[match.end() :]
        if not number and (match := _NUMBER.match(flat)) is not None and match.end() < len(flat):
            number, flat = match[0], flat[match.end() :]
    return flat, number, within


@lru_cache(maxsize=16384)
def key(text: str, block: str) -> str:
    """What a cell's text means as a label of that block: a key of its :mod:`.dictionary`, or "" where it is
    no label of it.
    """
    return exact_key(text, block) or _pattern_key(text, block)


@lru_cache(maxsize=16384)
def exact_key(text: str, block: str) -> str:
    """As :func:`key`, for words of the dictionary only."""
    if len(text) > 3 * LONGEST or not text:
        return ""
    index = dictionary.block(block).index
    printed = label(text)
    for form in (printed.text, printed.bare, _YEAR.sub("", printed.text), _YEAR.sub("", printed.bare)):
        if form in index:
            return index[form]
    return ""


def _pattern_key(text: str, block: str) -> str:
    if not text or len(text) > 2 * LONGEST:
        return ""
    bare = _YEAR.sub("", label(text).bare)
    if not 1 < len(bare) <= 24:
        return ""
    return next((found for found, pattern in dictionary.patterns(block) if pattern.fullmatch(bare)), "")


def words(block: str, wanted: str) -> tuple[str, ...]:
    """All words in use for a key; the usual one first."""
    return dictionary.block(block).words[wanted]


@cache
def _levels() -> tuple[frozenset[str], frozenset[str]]:
    """The names of first levels, and of second ones; 成本指标 is either."""
    return frozenset(words(dictionary.LEVELS, "level1")), frozenset(words(dictionary.LEVELS, "level2"))


@lru_cache(maxsize=8192)
def level(text: str) -> tuple[str, str]:
    """A level label in normal form and the points it declares: "产出指标\\n(50分)" → ("产出指标", "50"); no
    points: "".
    """
    printed = label(text)
    name, points = printed.text, printed.points
    if not points and (trailing := _TRAILING_POINTS.match(name)) is not None:
        head = trailing[1].rstrip("(:")
        if any(head in known for known in _levels()) or head.endswith("指标"):
            name, points = head, trailing[2]
    return name, points


@lru_cache(maxsize=8192)
def level_kind(text: str) -> str:
    """``1``, ``2``, ``12`` (either), ``?`` (ends like one), or "" where the text is no level label."""
    if not text or len(text) > LONGEST:
        return ""
    name, _ = level(text)
    bare = _GROUP.sub("", name)
    first, second = _levels()
    kind = ("1" if bare in first else "") + ("2" if bare in second else "")
    if kind:
        return kind
    return "?" if bare.endswith("指标") and len(bare) <= 14 else ""
