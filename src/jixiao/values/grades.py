"""Levels on a scale of words: 优, 良好, 合格, 甲级, 省级, AAA级, 一级以上.

Enters: normalised text, or a grade's word. Leaves: a ``Grade``, or the word's place on its scale. Numbered levels have
no certain order: 资质 and 奖 count down from the best, hospitals and 等保 count up to it.
"""

from __future__ import annotations

from jixiao.model.value import Grade, Sign
from jixiao.values.pattern import lazy

_WORDS = (
    ("优秀", "优"),
    ("优良", "良好", "良"),
    ("中等", "中", "一般", "合格", "及格"),
    ("较差", "差", "不合格", "不及格"),
)
_QUALITY = {word: 4 - place for place, words in enumerate(_WORDS) for word in words}
_SCALES: dict[str, dict[str, int]] = {
    "class": {"特": 5, "甲": 4, "乙": 3, "丙": 2, "丁": 1},
    "area": {"国家": 4, "省部": 3, "省": 3, "市": 2, "区": 1, "县": 1},
    "letter": {"AAAAA": 9, "AAAA": 8, "AAA": 7, "AA": 6, "A": 5, "B": 4, "C": 3, "D": 2},
}
_NUMBERED = "[一二三四五六七八九1-9]"
_GRADE = lazy(
    r"(?:达到?|获得?|获评|评为|评定为|等级为?|评价为|等次为?|:)?(?P<sign>≥|=|不低于|至少)?(?:达到)?(?P<word>"
    + "|".join(sorted(_QUALITY, key=len, reverse=True))
    + rf"|[特甲乙丙丁](?=[级等])|(?:{'|'.join(_SCALES['area'])})(?=级)|A{{1,5}}|[B-D](?=[级类])"
    rf"|{_NUMBERED}A?(?=[级等星])|{_NUMBERED}A$)"
    r"(?P<mark>级|等级|等次|档次|等|星级|星|类)?(?:标准|资质|水平)?(?P<tail>及?以上)?"
)


def read_grade(text: str, raw: str) -> Grade | None:
    """The level a text names, or ``None``."""
    found = _GRADE.fullmatch(text)
    if found is None:
        return None
    word = found["word"] if found["word"] in _QUALITY else found["word"] + (found["mark"] or "")
    if found["sign"] == "=":
        return Grade(raw, word=word, sign=Sign.EQUAL)
    return Grade(raw, word=word, sign=Sign.AT_LEAST if found["tail"] or found["sign"] else Sign.NONE)


def height(word: str) -> tuple[str, int] | None:
    """The scale a grade word belongs to and its height on it; ``None`` where no order is certain (一级, 二级)."""
    if word in _QUALITY:
        return "quality", _QUALITY[word]
    stem = word.rstrip("级等类星")
    for scale, heights in _SCALES.items():
        if stem in heights:
            return scale, heights[stem]
    return None
