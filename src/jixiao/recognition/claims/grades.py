"""Grades in a text: 等级为优秀, 评为“良”, and words that may be a grade or a plain adjective (绩效良好).

A paragraph enters; grade claims leave. ``unit`` is 等级 where the text itself speaks of a grade; it is empty where
the word may be an adjective.
"""

from __future__ import annotations

import re

from ...model import Claim
from ...values.pattern import lazy

_WORD = r"(?P<word>不合格|合格|优秀|良好|较差|一般|优|良|中|差)"
_END = r"(?=[”\"’」]?(?:等次|等级|等|级|档次|档)?\s*(?:[，。；;、,！!？?（(）)\s]|$))"
_EXPLICIT = lazy(
    rf"(?P<subject>[^，。；;：:、（）()]{{0,24}}?(?:等级|等次|评级|级别|档次|评定结果|评价结果|自评结果|考评结果|考核结果|评价结论|自评结论|评定|评价|自评|考核)+)"
    rf"(?P<link>[^，。；;]{{0,6}}?(?:为|是|定为|评为|达到|属于|属|：|:|在))\s*[“\"‘「]?{_WORD}{_END}"
)
_AWARDED = lazy(
    rf"(?P<subject>[^，。；;：:、（）()]{{0,24}}?)(?P<link>被?(?:评为|评定为|确定为|获评|定为|获得|达到|属于))\s*[“\"‘「]?{_WORD}(?=[”\"’」]?(?:等次|等级|级|档次|档)(?!的)|[”\"](?!的))"
)
_RESULT = lazy(
    rf"^(?P<subject>(?:最终|总体|综合)?结果)(?P<link>为|是)\s*[“\"‘「]?(?P<word>优秀|良好|优|良|中|差){_END}"
)
"""A clause of its own behind the score: 自评得分99分，结果为优."""
_PLAIN = lazy(
    rf"(?P<subject>[^，。；;：:、（）()]{{0,20}}?绩效(?:情况|水平|表现|总体|整体)?)(?P<link>总体|整体|较为|为|均)?(?P<word>优秀|良好|较差|一般){_END}"
)
_PIECE = lazy(r"[^，。；;\n]+[，。；;]?")
_WORDS = lazy(r"优|良|合格|差|一般|中[”\"。，；]")
_SAID = lazy(r"等级|等次|评|级别|档次|结果|结论|考核|绩效|定为|达到|属于|确定|获得")


def grade_claims(text: str, pointer: str) -> list[Claim]:
    """The grades a paragraph states."""
    if not _WORDS.search(text):
        return []
    found: dict[int, Claim] = {}
    for piece in _PIECE.finditer(text):
        if _WORDS.search(piece[0]) and _SAID.search(piece[0]):
            for pattern, unit in ((_EXPLICIT, "等级"), (_RESULT, "等级"), (_AWARDED, "等级"), (_PLAIN, "")):
                for match in pattern.finditer(piece[0]):
                    start = piece.start() + match.start("word")
                    found.setdefault(start, _grade(match, pointer, unit, start))
    return [found[start] for start in sorted(found)]


def _grade(match: re.Match[str], pointer: str, unit: str, start: int) -> Claim:
    link = match["link"] or ""
    return Claim(
        kind="grade",
        paragraph=pointer,
        start=start,
        end=start + len(match["word"]),
        quote=match[0].strip(" 　、，"),
        subject=re.sub(r"[\s“”\"]|^[^\w]+|^(?:19|20)\d\d年度?", "", match["subject"]).removesuffix("均"),
        unit=unit,
        each="均" in link or match["subject"].endswith("均"),
        grade=match["word"],
    )
