"""The value grammar: what a cell's text says as a target or as an actual value.

Enters: the text of a cell, with the unit of a separate unit column and the indicator's name where there are any.
Leaves: one ``Value``; every text has one, if only ``Text``. Nothing is guessed: a text that could be read in two ways
is ``Text``, or carries its ``suspicion``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from jixiao.model.value import Compound, Empty, Number, Placeholder, Text, Value, ZeroEvents
from jixiao.values import dates, numbers, ranges, ranks, units, words
from jixiao.values.normalise import LONGEST_VALUE, normalise
from jixiao.values.numerals import CHINESE_DIGITS
from jixiao.values.pattern import lazy

_NO_UNIT = words.NOT_APPLICABLE_WORDS | {"无"}
_DIGIT = lazy(r"[0-9]")
_CHINESE_DIGIT = lazy(f"[{CHINESE_DIGITS}]")
_COMPARISON = lazy(r"[≥≤<>]")
_BRACKETED = lazy(r"\(([^()]*)\)")
_INCLUDED = lazy(r"\(含[^()]*\)")
_ENUMERATOR = lazy(r"^(?:[0-9]{1,2}[、.](?=[^0-9])|[①-⑳])")
_SPLIT = lazy(r"[，；;、\n]+|,(?![0-9]{3})|(?:并且|同时|且)(?![^，；;]{0,2}$)")
_LEADING_YEAR = lazy(r"^(?:截至)?(?:19|20)[0-9]{2}年(?:度|全年|内|底)?(?=[^0-9]*[^0-9年月日季/.\-至到~前底末][0-9])")
_DATE_THEN = lazy(
    r"^(?P<date>[^，；;]*?(?:[日月号年季度底末]|旬)(?:之前|以前|底前|前))(?P<rest>(?:完成|实现|达到|完工)?.*[0-9%].*)$"
)
_ADJACENT = lazy(r"[0-9][0-9.]*[^0-9.]+")
_MOST_PARTS = 6
_JOINING = "，；;、,。. "


def parse(text: str, *, unit: str = "", name: str = "") -> Value:
    """The value a cell's text stands for.

    ``unit`` is the unit of a separate column (度量单位) and counts where the text has none; ``name`` is the indicator's
    name, which decides what "无" means and what a scanner may have misread. Never raises; ``raw`` is the text as given.
    """
    unit = unit.strip()
    return _parse(text, "" if unit in _NO_UNIT else unit, name.strip())


@lru_cache(maxsize=8192)
def _parse(raw: str, unit: str, name: str) -> Value:
    text = units.multiplied(normalise(raw))
    if not text:
        return Empty(raw)
    if len(text) > LONGEST_VALUE:
        return Text(raw)
    if words.is_placeholder(text):
        return Placeholder(raw)
    if text == "一" and unit:
        return numbers.read_chinese(text, raw, unit=unit) or Text(raw)
    if text == "零":
        text = "0"
    text, unit = _without_brackets(_ENUMERATOR.sub("", text), unit)
    return (
        _whole(text, raw, unit, name)
        or _several(text, raw, unit, name)
        or _several(_line_by_line(raw), raw, unit, name)
        or Text(raw)
    )


def _line_by_line(raw: str) -> str:
    """The lines of a cell as parts; "" where it has one. Tried last, for most line breaks only wrap the text."""
    lines = [normalise(line) for line in raw.splitlines() if line.strip()]
    return "；".join(lines) if len(lines) > 1 else ""


def _whole(text: str, raw: str, unit: str, name: str) -> Value | None:
    """The text as one value."""
    if _DIGIT.search(text) is None:
        return (
            words.read_words(text, raw, name=name)
            or ranks.read_rank(text, raw)
            or dates.read_date(text, raw)
            or (numbers.read_chinese(text, raw, unit=unit) if _CHINESE_DIGIT.search(text) else None)
        )
    if "±" in text and (plus_minus := ranges.read_plus_minus(text, raw, unit=unit)):
        return plus_minus
    for read in _WITH_FIGURES:
        if value := read(text, raw, unit, name):
            return value
    shorter = _LEADING_YEAR.sub("", text)
    return _whole(shorter, raw, unit, name) if shorter != text else None


def _date(text: str, raw: str, unit: str, name: str) -> Value | None:
    if _looks_like_span(text, unit):
        return None
    return dates.read_date(text, raw) or (None if unit else dates.read_year_month(text, raw))


def _number(text: str, raw: str, unit: str, name: str) -> Value | None:
    return numbers.read_number(text, raw, unit=unit, name=name)


def _words(text: str, raw: str, unit: str, name: str) -> Value | None:
    value = words.read_words(text, raw, name=name)
    return value if isinstance(value, ZeroEvents) or value is None or not _COMPARISON.search(text) else None


def _grade_or_zero(text: str, raw: str, unit: str, name: str) -> Value | None:
    return _words(text, raw, unit, name) if text[0] in _WORD_STARTS or text[-1] in _WORD_ENDS else None


_WORD_STARTS = frozenset("0≤=2全年均已每A")
_WORD_ENDS = frozenset("级等上A星起例宗")
_WITH_FIGURES: tuple[Callable[[str, str, str, str], Value | None], ...] = (_date, _grade_or_zero, _number, _words)
_SPAN = lazy(r"[≥≤<>]?[0-9.\-~]+[年月日天](?:以?内|之内)?")
_CALENDAR_YEAR = lazy(r"(?:19|20)[0-9]{2}年")


def _looks_like_span(text: str, unit: str) -> bool:
    """3日, ≥20年, 5日内 are lengths of time; 12月 and 2024年 are dates."""
    if _SPAN.fullmatch(text) is None or _CALENDAR_YEAR.search(text):
        return False
    return "月" not in text or text[0] in "≥≤<>"


def _without_brackets(text: str, unit: str) -> tuple[str, str]:
    """Leave out what stands in brackets: (含), a remark, or a unit, which then counts."""
    if "(" not in text:
        return text, unit
    text = _INCLUDED.sub("", text)
    inner = [found for found in _BRACKETED.findall(text) if not found.startswith("不含")]
    outer = _BRACKETED.sub(lambda found: found.group() if found.group(1).startswith("不含") else "", text)
    for part in inner:
        if units.is_known(part):
            return outer, unit or part
    if not outer.strip(_JOINING):
        return (inner[0] if inner and inner[0] else text), unit
    return outer, unit


def _several(text: str, raw: str, unit: str, name: str) -> Value | None:
    """The text as several values: "≥90%且无投诉", "26113户97401人". ``None`` where no part is more than words."""
    if found := _DATE_THEN.match(text):
        day = dates.read_date(found["date"], found["date"])
        rest = _whole(found["rest"], found["rest"], unit, name) if day else None
        if day and rest:
            return Compound(raw, parts=(day, rest))
    pieces = _pieces(text)
    if len(pieces) == 1:
        pieces = _adjacent(text)
    if not 2 <= len(pieces) <= _MOST_PARTS:
        return None
    pieces = [_ENUMERATOR.sub("", piece) for piece in pieces]
    written = _pieces(raw)  # what is quoted later stands as it was typed, blanks and all
    said = [part.strip() for part in written] if len(written) == len(pieces) else pieces
    parts = tuple(_whole(piece, own, unit, name) or Text(own) for piece, own in zip(pieces, said, strict=True))
    if all(isinstance(part, Text) for part in parts):
        return None
    return Compound(raw, parts=parts)


def _pieces(text: str) -> list[str]:
    return [piece for piece in _SPLIT.split(text) if piece.strip(_JOINING)]


def _adjacent(text: str) -> list[str]:
    """26113户97401人 → its two counts; [] where the text is anything but counts in a row."""
    pieces = _ADJACENT.findall(text)
    if len(pieces) < 2 or "".join(pieces) != text:
        return []
    parsed = [numbers.read_number(piece, piece, strict=True) for piece in pieces]
    counted = [part for part in parsed if isinstance(part, Number) and units.is_count(part.unit)]
    return pieces if len(counted) == len(pieces) else []
