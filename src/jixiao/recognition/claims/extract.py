"""The claims of one paragraph: figures from :mod:`.tokens`, their words from :mod:`.phrases`, and how they hang
together.

A paragraph enters; claims leave. A figure whose own words name nothing speaks of what was named last in its
sentence; amounts after 其中 or inside （含…） are parts of the amount before them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...model import Basis, Claim, Figure
from .grades import grade_claims
from .phrases import Phrase, phrase
from .tokens import WIDTH, Token, tokens

_SENTENCE = re.compile(r"[。；;！？!?\n]|\.(?=\s|$)")
_CLAUSE = re.compile(
    # brackets around one or two characters belong to the word: 出国（境）费, 维修（护）费, 台（套）
    r"[，：:\n。；;！？!?]|[（(](?![^（）()0-9]{1,2}[）)])|(?<![（(][^（）()0-9])(?<![（(][^（）()0-9]{2})[）)]"
    r"|,(?![0-9]{3}(?![0-9]))|(?<![0-9]),"
)
_OPENS = re.compile(r"其中|包括|包含|由以下|分别(?:用于|安排|列支)|具体为|[（(，,]\s*含")
_ENDS_LIST = re.compile(r"合计|总计|共计|总额|执行率|完成率|年末|截至|结余|剩余|同比|较上|较去|比上|比去|总支出|总收入")
_TOTAL = re.compile(r"合计|总计|共计")
_SEVERALLY = re.compile(r"分别(?:为|是|支出|安排|完成|列支|达到?|执行|下达|投入)?[^，。；]{0,6}$")
_JOINED = re.compile(r"\s*(?:、|和|与|及|以及)\s*")
_NOUN_AFTER = re.compile(r"[^\s，。；;、：:,！？（()）”\"“《》0-9和与及的]{1,16}")
_SIBLINGS = (("人员经费", "公用经费"), ("人员支出", "公用支出"), ("基本支出", "项目支出"))
_HEAD = re.compile(
    r"\s*(?:截至|截止|至|在|于|根据|按照|其中|[我本全]\w{1,3}|\w{0,16}(?:单位|部门|局|委|办|院|校|馆|站|所|队|中心|镇|乡|街道|政府))?\s*"
)
_AFTER_DATE = re.compile(r"(?:份|底|末|初|[上中下]旬|前后|以前|之前|前|以来|起|以后|后|间|期间)?[\s，,：:、]*")
_COUNTED_THINGS = frozenset("个名位家户所处座支项类种台套辆")
_NOT_OF_NOUN = re.compile(r"以及|以|并|为|由|用于|共|等")


@dataclass
class _Draft:
    """A claim being made: its token, what it says, and the amount it is part of."""

    token: Token
    quote: str
    said: Phrase
    subject: str
    basis: Basis
    year: int | None
    parent: int | None = None
    end: int = 0
    """Where the words of the next figure may begin: behind a noun that this one counts."""


@dataclass
class _Group:
    """Amounts named as parts of one: the place of the whole in the drafts, and the bracket they stand in, if they
    do.
    """

    parent: int
    bracket: bool


def paragraph_claims(text: str, pointer: str, year: int | None, first: int = 0) -> list[Claim]:
    """The claims of a paragraph. ``year`` is the report's, for 上年 and 今年; ``first`` is the place of the first
    claim among all.
    """
    flat = text.translate(WIDTH)
    found = tokens(flat)
    drafts: list[_Draft] = []
    if any(token.kind != "year" for token in found):
        reader = _Reader(text, flat, found, year)
        drafts = reader.read()
    claims = [_claim(draft, pointer, first) for draft in drafts]
    grades = grade_claims(text, pointer)
    return [*claims, *grades] if grades else claims


def _claim(draft: _Draft, pointer: str, first: int) -> Claim:
    token = draft.token
    return Claim(
        kind=token.kind if token.kind != "year" else "date",
        paragraph=pointer,
        start=token.start,
        end=token.end,
        quote=draft.quote,
        subject=draft.subject,
        basis=draft.basis,
        figure=Figure(token.digits) if token.digits else None,
        unit=token.unit,
        approx=token.approx,
        year=draft.year,
        part_of=None if draft.parent is None else first + draft.parent,
        of=draft.said.of,
        iso=token.iso,
        word=draft.said.change,
    )


class _Reader:
    """Goes through the figures of one paragraph from left to right and remembers what was named."""

    def __init__(self, text: str, flat: str, found: Sequence[Token], year: int | None) -> None:
        self.text, self.flat, self.found, self.report_year = text, flat, found, year
        self.sentences = [0, *(m.end() for m in _SENTENCE.finditer(flat))]
        self.clauses = [0, *(m.end() for m in _CLAUSE.finditer(flat))]
        self.drafts: list[_Draft] = []
        self.groups: list[_Group] = []
        self.last_group: _Group | None = None
        self.sentence = -1
        self.year: int | None = None
        self.pending: list[str] = []

    def read(self) -> list[_Draft]:
        for place, token in enumerate(self.found):
            sentence = bisect_right(self.sentences, token.at)
            if sentence != self.sentence:
                self._new_sentence(sentence)
            if token.kind == "year":
                self._note_year(token)
            elif token.kind == "date":
                self._date(token)
            else:
                self._figure(place, token)
        return self.drafts

    def _new_sentence(self, sentence: int) -> None:
        begin = self.sentences[sentence - 1]
        goes_on = begin > 0 and self.flat[begin - 1] in "；;" and sentence == self.sentence + 1
        self.sentence, self.year, self.pending = sentence, None, []
        self.clause_year: tuple[int, int | None] = (-1, None)
        self.sentence_first = len(self.drafts)
        if self.groups:
            self.last_group = self.groups[0]
        self.groups = [group for group in self.groups if goes_on and not group.bracket][:1]

    def _note_year(self, token: Token) -> None:
        """A year at the head of a sentence holds for all of it, elsewhere (完成2023年度验收) for its own clause."""
        if self.flat[: token.start].rstrip().endswith(("较", "比", "与", "于", "同")):
            return  # 较上年增长: the year compared with, not the year spoken of
        year = token.year
        if year is None and self.report_year is not None and token.relative is not None:
            year = self.report_year + token.relative
        clause = self._clause_start(token.start)
        if _HEAD.fullmatch(self.flat, clause, token.start) and not self._in_brackets(token.start):
            self.year = year
        else:
            self.clause_year = (clause, year)

    def _in_brackets(self, at: int) -> bool:
        before = self.flat[self.sentences[self.sentence - 1] : at]
        return max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))

    def _year_at(self, at: int) -> int | None:
        clause, year = self.clause_year
        return year if clause == self._clause_start(at) else self.year

    # dates ------------------------------------------------------------------------------------------------------

    def _date(self, token: Token) -> None:
        after = _AFTER_DATE.match(self.flat, token.end)
        begin = after.end() if after else token.end
        end = self._clause_end(begin)
        event = _event(self.text[begin:end])
        before = self.flat[self._clause_start(token.at) : token.at]
        if len(event) < 3:
            event = _event(before.rstrip("于在从自至截")) + event
        year = token.year if token.year is not None else self._relative_year(before)
        if token.year is not None and not self._in_brackets(token.start):
            self.year = token.year
        self.drafts.append(_Draft(token, self._quote(token, end), Phrase("", ""), event, "", year, end=begin))

    def _relative_year(self, before: str) -> int | None:
        if self.report_year is None:
            return None
        if re.search(r"(?:今年|本年度?|当年)\s*$", before):
            return self.report_year
        return self.report_year - 1 if re.search(r"(?:去年|上年)\s*$", before) else None

    # figures ----------------------------------------------------------------------------------------------------

    def _figure(self, place: int, token: Token) -> None:
        begin = self._clause_start(token.start)
        link_from = self.sentences[self.sentence - 1]
        if len(self.drafts) > self.sentence_first:
            link_from = self.drafts[-1].token.end
            begin = max(begin, self.drafts[-1].end)
        words = self.flat[begin : token.start]
        if not words.strip(' “"') and begin > link_from and self.flat[begin - 1] in "：:":
            begin = max(link_from, self._clause_start(begin - 1))
            words = self.flat[begin : token.start]
        link = self.flat[link_from : token.start]
        said = self._said(token, begin, words)
        self._groups_for(token, link, words, said)
        subject = self._subject(place, token, words, said)
        parent = self._parent(token, link, subject)
        basis = said.basis
        if not basis and token.kind == "money" and self.drafts and _JOINED.fullmatch(words):
            basis = self.drafts[-1].basis  # 分别支出1万元和2万元
        if not basis and not said.change and token.kind == "money" and parent is not None:
            inherited = self.drafts[parent].basis
            basis = inherited if inherited != "carry_over" else ""
        year = self._year_at(token.at)
        if said.prior and self.report_year is not None:
            year = self.report_year - 1
        elif (
            token.kind == "money"
            and not said.change
            and year is not None
            and self.report_year is not None
            and year == self.report_year - 1
        ):
            basis = "prior"
        end = token.end if _JOINED.match(self.flat, token.end) else self._clause_end(token.end)
        consumed = token.end
        if token.kind == "count" and subject and self.flat.startswith(subject, token.end):
            consumed = token.end + len(subject)
        quote = self._quote(token, end, begin)
        self.drafts.append(_Draft(token, quote, said, subject, basis, year, parent, max(consumed, token.end)))

    def _said(self, token: Token, begin: int, words: str) -> Phrase:
        """The phrase before a figure; the basis may stand before a count: 年初批复预算8个项目985万元."""
        said = phrase(words, token.kind)
        before = self._before()
        if token.kind != "money" or said.basis or said.change or before is None or before.token.kind != "count":
            return said
        start = self._clause_start(token.start)
        if before.token.start < start:
            return said
        start = max([start, *(d.token.end for d in self.drafts[self.sentence_first : -1])])
        wide = phrase(self.flat[start : before.token.start], "money")
        return replace(said, basis=wide.basis, prior=wide.prior)

    def _subject(self, place: int, token: Token, words: str, said: Phrase) -> str:
        if self.pending and _JOINED.fullmatch(self.flat[self.drafts[-1].token.end : token.start]):
            return self.pending.pop(0)
        self.pending = []
        several = _SEVERALLY.search(words)
        if several:
            names = [phrase(name, token.kind).subject for name in _names(words[: several.start()])]
            if len(names) > 1 and len(names) == self._row(place):
                self.pending = names[1:]
                return names[0]
        if said.subject == "支出" and said.basis and self._speaks_of_item(said):
            return self._named_before(token, said)
        if said.subject:
            return said.subject if token.kind != "count" else self._counted(token, said.subject)
        if token.kind == "count":
            noun = self._noun_after(token)
            if noun:
                return noun
        before = self._before()
        if token.kind == "money" and before is not None and before.end > before.token.end and not words.strip():
            return before.subject  # 8个项目985万元
        if token.kind == "money" and _TOTAL.search(words):
            return "合计"
        return self._named_before(token, said) or self._noun_after(token)

    def _before(self) -> _Draft | None:
        """The figure before, in this sentence."""
        return self.drafts[-1] if len(self.drafts) > self.sentence_first else None

    def _speaks_of_item(self, said: Phrase) -> bool:
        """支出决算为10万元 behind 培训费预算12万元 is the 培训费 spent, not the whole spending."""
        before = self._before()
        return (
            before is not None
            and before.token.kind == "money"
            and before.basis != said.basis
            and "收入" not in before.subject
        )

    def _counted(self, token: Token, subject: str) -> str:
        """A count names the thing behind it (共有4个项目), else what stands before (召开联席会议6次)."""
        if token.unit in _COUNTED_THINGS:
            return self._noun_after(token) or subject
        return subject

    def _noun_after(self, token: Token) -> str:
        noun = _NOUN_AFTER.match(self.flat, token.end)
        name = _NOT_OF_NOUN.split(noun[0])[0] if noun else ""
        return name if len(name) > 1 else ""

    def _named_before(self, token: Token, said: Phrase) -> str:
        """The subject named last in this sentence: the whole of a list that has ended, else the figure before."""
        for draft in reversed(self.drafts[self.sentence_first :]):
            if draft.token.kind == "date":
                continue
            if draft.token.kind == "count" and token.kind == "money":
                continue
            about_last = said.of or said.change
            if draft.parent is not None and not about_last and self._list_has_ended(draft, token):
                return self.drafts[draft.parent].subject
            return draft.subject
        return ""

    def _list_has_ended(self, draft: _Draft, token: Token) -> bool:
        """Whether a figure without a name, behind a list, speaks of the whole: a bare amount above the last part
        does.
        """
        if not self.groups:
            return True
        if token.kind != "money":
            return False
        mine, last = Figure(token.digits).value, Figure(draft.token.digits).value
        return mine is not None and last is not None and mine > last

    def _row(self, place: int) -> int:
        """How many figures follow one another, joined by 、 or 和 only, from this one on."""
        count = 1
        while place + count < len(self.found):
            gap = self.flat[self.found[place + count - 1].end : self.found[place + count].start]
            if not _JOINED.fullmatch(gap):
                break
            count += 1
        return count

    # wholes and parts -------------------------------------------------------------------------------------------

    def _groups_for(self, token: Token, link: str, words: str, said: Phrase) -> None:
        while self.groups and self.groups[-1].bracket and re.search(r"[）)]", link):
            self.groups.pop()
        opens = _OPENS.search(link)
        if opens and token.kind == "money":
            whole = self._whole()
            if whole is not None:
                self.groups.append(_Group(whole, bool(re.search(r"[（(][^）)]*$", link))))
        elif token.kind != "money":
            return
        elif self.groups and not self.groups[-1].bracket and self._exceeds(self.groups[-1].parent, token):
            self.groups.pop()
        elif self.groups and not self.groups[-1].bracket and (not said.subject or _ENDS_LIST.search(words)):
            same_item = self.drafts[-1].parent is not None and not self._list_has_ended(self.drafts[-1], token)
            if not same_item:
                self.groups.pop()

    def _exceeds(self, parent: int, token: Token) -> bool:
        """Whether a figure of a later sentence is too much to be another part of the whole."""
        if len(self.drafts) > self.sentence_first:
            return False
        whole, mine = Figure(self.drafts[parent].token.digits).value, Figure(token.digits).value
        parts = [Figure(draft.token.digits).value for draft in self.drafts if draft.parent == parent]
        if whole is None or mine is None or self.drafts[parent].token.unit != token.unit:
            return True
        return sum((part for part in parts if part is not None), mine) > whole

    def _whole(self) -> int | None:
        """The place of the last amount that can be the whole of what follows, in this sentence or the one before."""
        for place in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[place]
            if place < self.sentence_first and self.sentences[self.sentence - 1] - draft.token.end > 60:
                return None
            if draft.token.kind == "money" and not draft.said.change:
                return place
        return None

    def _parent(self, token: Token, link: str, subject: str) -> int | None:
        if token.kind != "money":
            return None
        if self.groups:
            parent = self.groups[-1].parent
            return parent if subject and subject != self.drafts[parent].subject else None
        if self.last_group is not None and len(self.drafts) == self.sentence_first:
            return self._late_part(subject)
        return None

    def _late_part(self, subject: str) -> int | None:
        """人员经费 …, 其中; and the 公用经费 that completes it in the next sentence."""
        group, self.last_group = self.last_group, None
        if group is None:
            return None
        parts = {draft.subject for draft in self.drafts if draft.parent == group.parent}
        for one, other in _SIBLINGS:
            if (subject == one and parts == {other}) or (subject == other and parts == {one}):
                return group.parent
        return None

    # places -----------------------------------------------------------------------------------------------------

    def _clause_start(self, at: int) -> int:
        return self.clauses[bisect_right(self.clauses, at) - 1]

    def _clause_end(self, at: int) -> int:
        match = _CLAUSE.search(self.flat, at)
        return match.start() if match else len(self.flat)

    def _quote(self, token: Token, end: int, begin: int | None = None) -> str:
        start = self._clause_start(token.at) if begin is None else begin
        return self.text[min(start, token.start) : max(end, token.end)].strip(" 　、和及与")


def _names(words: str) -> list[str]:
    text = re.sub(
        r"(?:等)?[0-9一二两三四五六七八九十]+(?:项|个|类|方面)(?:费用|支出|经费|资金)?$|等$", "", words.strip("，, ")
    )
    return [name for name in re.split(r"、|和|与|及|以及", text) if name.strip()]


def _event(words: str) -> str:
    """What happened, without quotation marks and leading connectives."""
    return re.sub(r"[\s“”\"]", "", words).strip("，,、：:的 ").removesuffix("后")
