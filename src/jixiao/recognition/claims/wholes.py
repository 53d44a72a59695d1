"""Wholes and their parts (总额…，其中…、…).

The mentions of a paragraph enter as they grow; the whole of each part leaves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import Figure
from ...values.pattern import lazy
from .mention import Mention
from .tokens import Token
from .wording import Wording

_OPENS = lazy(r"^[：:]|其中|主要(?:是|有)[：:]|包括|包含|由以下|分别(?:用于|安排|列支)|具体为|[（(，,]\s*含")
_BRACKET = lazy(r"\s*[（(][^（()）]*$")
_ASIDE = lazy(r"不含|上年(?!结转)|去年|同比|较|比|原|调整前")
_ENDS_LIST = lazy(r"合计|总计|共计|总额|执行率|完成率|年末|截至|结余|剩余|同比|较上|较去|比上|比去|总支出|总收入")
_SIBLINGS = (("人员经费", "公用经费"), ("人员支出", "公用支出"), ("基本支出", "项目支出"))
_FAR = 160
_ADJUSTS = frozenset({"追加", "调增", "调减", "核增", "核减", "增拨"})
_IN_THE_YEAR = lazy(r"年中|执行中|调整|预算")


def _adjusts(mention: Mention) -> bool:
    """Whether a difference is one of the budget in the year, and not of two years."""
    if mention.said.change in _ADJUSTS:
        return True
    return mention.said.change in ("增加", "减少") and not mention.said.of and bool(_IN_THE_YEAR.search(mention.quote))


@dataclass
class _Group:
    """Amounts named as parts of one: the place of the whole, and whether they stand in brackets."""

    parent: int
    bracket: bool


class Wholes:
    """The lists of parts that are open at the figure being read."""

    def __init__(self, mentions: list[Mention]) -> None:
        self.mentions = mentions
        self.groups: list[_Group] = []
        self.ended: _Group | None = None
        self.first = 0
        self.sentence = 0

    def new_sentence(self, begin: int, goes_on: bool) -> None:
        """A list goes on over a semicolon; behind a full stop its last half may still follow."""
        self.first, self.sentence = len(self.mentions), begin
        if self.groups:
            self.ended = self.groups[0]
        self.groups = [group for group in self.groups if goes_on and not group.bracket][:1]

    def read(self, token: Token, link: str, words: str, said: Wording) -> None:
        """Open and close lists by what stands between the last figure and this one (``link``, its end is ``words``)."""
        while self.groups and self.groups[-1].bracket and re.search(r"[）)]", link):
            self.groups.pop()
        if token.kind != "money":
            return
        if _OPENS.search(link) or (_BRACKET.match(link) and said.subject and not _ASIDE.search(words)):
            whole = self._whole(token)
            if whole is not None:
                self.groups.append(_Group(whole, bool(re.search(r"[（(][^）)]*$", link))))
        elif self.groups and not self.groups[-1].bracket and self._ends(token, words, said):
            self.groups.pop()

    def parent(self, token: Token, subject: str) -> int | None:
        """The place of the amount that this one is a part of."""
        if token.kind != "money":
            return None
        if self.groups:
            parent = self.groups[-1].parent
            return parent if subject and subject != self.mentions[parent].subject else None
        return self._late_part(subject) if len(self.mentions) == self.first else None

    def has_ended(self, mention: Mention, token: Token) -> bool:
        """Whether a figure without a name, behind a list, speaks of the whole: an amount above the last part does."""
        if not self.groups:
            return True
        if token.kind != "money":
            return False
        mine, last = Figure(token.digits).value, mention.value
        return mine is not None and last is not None and mine > last

    def _ends(self, token: Token, words: str, said: Wording) -> bool:
        if self._exceeds(token):
            return True
        if said.subject and not _ENDS_LIST.search(words):
            return False
        last = self.mentions[-1]
        return last.parent is None or self.has_ended(last, token)

    def _exceeds(self, token: Token) -> bool:
        """Whether the first amount of a later sentence is too much to be another part of the whole."""
        parent = self.groups[-1].parent
        if len(self.mentions) > self.first:
            return False
        whole, mine = self.mentions[parent].value, Figure(token.digits).value
        if whole is None or mine is None or self.mentions[parent].token.unit != token.unit:
            return True
        parts = [mention.value for mention in self.mentions if mention.parent == parent]
        return sum((part for part in parts if part is not None), mine) > whole

    def _whole(self, token: Token) -> int | None:
        """The place of the last amount that can be the whole of what follows, in this sentence or just before it.

        Behind a full stop an amount less than its part is none: 支出980万元，结余20万元。其中财政资金支出800万元.
        """
        mine = Figure(token.digits).value
        for place in range(len(self.mentions) - 1, -1, -1):
            mention = self.mentions[place]
            if place < self.first and self.sentence - mention.token.end > _FAR:
                return None
            if mention.token.kind != "money":
                continue
            if mention.said.change:
                if _adjusts(mention) and mention.value is not None and mine is not None and mine <= mention.value:
                    return None  # 年中追加50万元，其中上级专款30万元: parts of what was added
                continue
            less = mention.value is not None and mine is not None and mention.value < mine
            if not (place < self.first and less and mention.token.unit == token.unit):
                return place
        return None

    def _late_part(self, subject: str) -> int | None:
        """人员经费 …, 其中; and the 公用经费 that completes it in the next sentence."""
        group, self.ended = self.ended, None
        if group is None:
            return None
        parts = {mention.subject for mention in self.mentions if mention.parent == group.parent}
        halves = any((subject, parts) in ((one, {other}), (other, {one})) for one, other in _SIBLINGS)
        return group.parent if halves else None
