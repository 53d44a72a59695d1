"""Which year a figure speaks of: year words enter as they are met, the year at a character leaves."""

from __future__ import annotations

import re

from ...values.pattern import lazy
from .passage import Passage
from .tokens import Token

_HEAD = lazy(
    r"\s*(?:截至|截止|至|在|于|根据|按照|其中|[我本全]\w{1,3}"
    r"|\w{0,16}(?:单位|部门|局|委|办|院|校|馆|站|所|队|中心|镇|乡|街道|政府))?\s*"
)
_RANGE = lazy(r"20[0-9]{2}\s*年?\s*[-—–~至到]+$")
_BASE = lazy(
    r"(?:较|比|由|从|与)\s*(?:(?P<year>20[0-9]{2})\s*年度?|上年度?|去年|上一年度?)(?:同期)?(?:的|实际|决算|支出|数)*\s*$"
)
_COMPARED = ("较", "比", "与", "于", "同", "由", "从")


class Years:
    """A year at the head of a sentence holds for all of it, elsewhere (完成2023年度验收) for its own clause."""

    def __init__(self, passage: Passage, report_year: int | None) -> None:
        self.passage, self.report_year = passage, report_year
        self.new_sentence()

    def new_sentence(self) -> None:
        """Forget the years of the sentence before."""
        self._sentence: int | None = None
        self._clause: tuple[int, int | None] = (-1, None)

    def met(self, token: Token) -> None:
        """Note a year word. The year of 较上年增长 is compared with, not spoken of."""
        before = self.passage.flat[: token.start].rstrip()
        if before.endswith(_COMPARED) or _RANGE.search(before):
            return
        year = token.year
        if year is None and self.report_year is not None and token.relative is not None:
            year = self.report_year + token.relative
        clause = self.passage.clause(token.start)
        if _HEAD.fullmatch(self.passage.flat, clause, token.start) and not self.passage.in_brackets(token.start):
            self._sentence = year
        else:
            self._clause = (clause, year)

    def dated(self, token: Token, before: str) -> int | None:
        """The year of a date: printed, or said by 今年 or 去年 in the words before it. It holds for the sentence."""
        if token.year is not None:
            if not self.passage.in_brackets(token.start):
                self._sentence = token.year
            return token.year
        if self.report_year is None:
            return None
        if re.search(r"(?:今年|本年度?|当年)\s*$", before):
            return self.report_year
        return self.report_year - 1 if re.search(r"(?:去年|上年)\s*$", before) else None

    def at(self, at: int) -> int | None:
        """The year that a figure at a character speaks of."""
        clause, year = self._clause
        return year if clause == self.passage.clause(at) else self._sentence


def compared(words: str, report_year: int | None) -> tuple[str, int | None] | None:
    """The words before and the year of a figure that another one is compared with: 较2023年的(950万元增加40万元).

    ``None`` where the words compare nothing.
    """
    found = _BASE.search(words)
    if found is None:
        return None
    year = int(found["year"]) if found["year"] else None if report_year is None else report_year - 1
    return words[: found.start()], year
