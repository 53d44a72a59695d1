"""The claims of one paragraph: figures (:mod:`.tokens`), their words (:mod:`.wording`), and how they hang together.

A paragraph enters; claims leave. A figure whose own words name nothing speaks of what was named last in its
sentence; amounts after 其中 or inside （含…） are parts of the amount before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...model import Basis, Claim
from ...values.bounds import denied
from ...values.pattern import lazy
from .grades import grade_claims
from .mention import Mention
from .passage import JOINED, Passage
from .tokens import WIDE, WIDTH, Token, tokens
from .wholes import Wholes
from .wording import Wording, wording
from .years import Years, compared

_SPENT = lazy(r"实际|决算|执行|使用|列支|已支|支付")
_PERIOD = lazy(r"(?:[一二三四1-4]季度|[上下]半年|前?[0-9一二三四五六七八九十]{1,2}个?月)(?:末|底|份)?")
_TOTAL = lazy(r"合计|总计|共计")
_SHARE_ALONE = lazy(r"占(?:比|总额)?(?:的|为)?\s*$")
_SEVERALLY = lazy(r"分别(?:为|是|支出|安排|完成|列支|达到?|执行|下达|投入)?[^，。；]{0,6}$")
_MOVES_ON = lazy(r"\s*(?:[、，,和与及]|以及)\s*(?:增长|增加|上升|提高|提升|下降|减少|降低|占)?\s*")
_AND = lazy(r"、|和|与|及|以及")
_NOBODY = "各项"
"""The subject of figures that 分别 hands out, where it cannot be told to whom."""
_NOUN_AFTER = lazy(r"[^\s，。；;、：:,！？（()）”\"“《》0-9和与及的]{1,16}")
_NOT_OF_NOUN = lazy(
    r"以及|以|并|为|由|用于|共|等|增加|增长|上升|提高|减少|下降|降低|压减|超过|低于|高于|少于|多于|[较比]"
)
_COUNTED_THINGS = frozenset("个名位家户所处座支项类种台套辆")
_AFTER_DATE = lazy(r"(?:份|底|末|初|[上中下]旬|前后|以前|之前|前|以来|起|以后|后|间|期间)?[\s，,：:、]*")
_ROW_END = lazy(r"(?:等)?[0-9一二两三四五六七八九十]+(?:项|个|类|方面)(?:费用|支出|经费|资金)?$|等$")


def paragraph_claims(text: str, pointer: str, year: int | None, first: int = 0) -> list[Claim]:
    """The claims of a paragraph. ``year`` is the report's, for 上年 and 今年; ``first`` is the place of the first
    claim among all.
    """
    flat = text.translate(WIDTH) if WIDE.search(text) else text  # most have nothing to make narrow
    found = tokens(flat)
    mentions: list[Mention] = []
    if any(token.kind != "year" for token in found):
        mentions = _Reader(Passage(text, flat), found, year).read()
    return [*(mention.claim(pointer, first) for mention in mentions), *grade_claims(text, pointer)]


class _Reader:
    """Goes through the figures of one paragraph from left to right and remembers what was named."""

    def __init__(self, passage: Passage, found: Sequence[Token], year: int | None) -> None:
        self.passage, self.flat, self.found, self.report_year = passage, passage.flat, found, year
        self.mentions: list[Mention] = []
        self.wholes = Wholes(self.mentions)
        self.years = Years(passage, year)
        self.sentence = -1
        self.first = 0
        self.row: list[str] = []
        self.row_said: Wording | None = None

    def read(self) -> list[Mention]:
        for place, token in enumerate(self.found):
            sentence = self.passage.sentence(token.at)
            if sentence != self.sentence:
                self.wholes.new_sentence(sentence, self.passage.goes_on(sentence, self.sentence))
                self.years.new_sentence()
                self.sentence, self.first = sentence, len(self.mentions)
                self.row, self.row_said = [], None
            if token.kind == "year":
                self.years.met(token)
            elif token.kind == "date":
                self._date(token)
            else:
                self._figure(place, token)
        return self.mentions

    def _date(self, token: Token) -> None:
        """A date tells of the clause that follows, or of its own where that is too short to name anything."""
        after = _AFTER_DATE.match(self.flat, token.end)
        begin = after.end() if after else token.end
        end = self.passage.clause_end(begin)
        clause = self.passage.clause(token.at)
        before = self.flat[clause : token.at]
        event = _event(self.passage.text[begin:end])
        if len(event) < 3:
            event = _event(before.rstrip("于在从自至截")) + event
        quote = self.passage.quote(token, clause, end)
        self.mentions.append(Mention(token, quote, Wording("", ""), event, "", self.years.dated(token, before), begin))

    def _figure(self, place: int, token: Token) -> None:
        before = self._before()
        limit = before.token.end if before else self.sentence
        begin = max(self.passage.clause(token.start), before.end if before else 0)
        begin, words = self._words(token, begin, limit)
        base = compared(words, self.report_year)
        said = self._said(token, base[0] if base else words)
        in_row = bool(self.row) and self._in_row(token)
        if in_row and self.row_said is not None:
            said = replace(self.row_said, change=said.change or self.row_said.change)
        elif not in_row:
            self.row, self.row_said, said = self._opened_row(place, token, words, said)
        self.wholes.read(token, self.flat[limit : token.start], words, said)
        subject = self._subject(token, base[0] if base else words, said)
        parent = None if said.change else self.wholes.parent(token, subject)
        year = self.years.at(token.at)
        if base and not said.change:
            year = base[1]
        elif said.prior and self.report_year is not None:
            year = self.report_year - 1
        basis = self._basis(token, words, said, parent, year)
        if basis == "outturn" and parent is not None and subject.endswith("支出") and not _SPENT.search(words):
            # 预算总额1500万元，其中基本支出1200万元: the noun says nothing of the basis, the whole does
            basis = self.mentions[parent].basis or basis
        end = token.end if JOINED.match(self.flat, token.end) else self.passage.clause_end(token.end)
        counts_noun = token.kind == "count" and subject and self.flat.startswith(subject, token.end)
        behind = token.end + len(subject) if counts_noun else token.end
        quote = self.passage.quote(token, begin, end)
        negated = denied(words)
        if negated and basis == "outturn":
            basis = ""  # 未支付3万元
        self.mentions.append(Mention(token, quote, said, subject, basis, year, behind, parent, negated))

    def _before(self) -> Mention | None:
        """The figure before, in this sentence."""
        return self.mentions[-1] if len(self.mentions) > self.first else None

    # words ------------------------------------------------------------------------------------------------------

    def _words(self, token: Token, begin: int, limit: int) -> tuple[int, str]:
        """The words before a figure and where they begin; where they name nothing, with those before a colon
        (自评得分：95分) or before a bracket (金额（以合同为准）为21万元).
        """
        words = self.flat[begin : token.start]
        if begin < limit or not begin or wording(words, token.kind).subject:
            return begin, words
        if self.flat[begin - 1] in "：:" and not words.strip(' “"'):
            begin = max(limit, self.passage.clause(begin - 1))
            return begin, self.flat[begin : token.start]
        if self.flat[begin - 1] in "=＝" and not words.strip():
            # the result of a formula is what stands before its first sign: 控制率=98万元/105万元=93%
            first = min(i for sign in "=＝" if (i := self.flat.find(sign, self.sentence)) >= 0)
            return begin, self.flat[self.passage.clause(first - 1 if first else 0) : first]
        opening = self.passage.bracket_before(begin, limit)
        if opening is not None:
            begin = max(limit, self.passage.clause(opening))
            return begin, self.flat[begin:opening] + words
        return begin, words

    def _said(self, token: Token, words: str) -> Wording:
        """The phrase before a figure. The basis may stand before a count (年初批复预算8个项目985万元), the whole of a
        share before the part (…万元，占34%).
        """
        said, before = wording(words, token.kind), self._before()
        if before is None:
            return said
        if token.kind == "rate" and not said.subject and not said.of and _SHARE_ALONE.search(words):
            return said if before.parent is None else replace(said, of=self.mentions[before.parent].subject)
        if token.kind != "money" or said.basis or said.change or before.token.kind != "count":
            return said
        start = self.passage.clause(token.start)
        if before.token.start < start:
            if words.strip() or start > before.end + 1:
                return said
            start = self.passage.clause(before.token.start)  # 项目支出共2个，369.60万元
        start = max([start, *(d.token.end for d in self.mentions[self.first : -1])])
        wide = wording(self.flat[start : before.token.start], "money")
        return replace(said, basis=wide.basis, prior=wide.prior)

    def _basis(self, token: Token, words: str, said: Wording, parent: int | None, year: int | None) -> Basis:
        """The basis said, else that of the row or the whole. An amount of the year before is ``prior``."""
        if token.kind != "money" or said.change:
            return said.basis
        if not said.prior and year is not None and self.report_year is not None and year == self.report_year - 1:
            return "prior"
        if not said.basis and self.mentions and JOINED.fullmatch(words):
            return self.mentions[-1].basis
        if not said.basis and parent is not None and self.mentions[parent].basis != "carry_over":
            return self.mentions[parent].basis
        return said.basis

    # subjects ---------------------------------------------------------------------------------------------------

    def _subject(self, token: Token, words: str, said: Wording) -> str:
        if self.row:
            return self.row.pop(0)
        if said.subject == "支出" and said.basis and self._speaks_of_item(said):
            return self._named_before(token, said, words)
        if said.subject.startswith("实际") and said.basis == "outturn" and len(said.subject) > 3:
            did = said.subject[2:]  # 政府采购预算66万元，实际采购64.80万元
            last = self._before()
            return last.subject if last is not None and last.subject.endswith(did) else did
        if said.subject:
            things = token.kind == "count" and token.unit in _COUNTED_THINGS
            return (self._noun_after(token) if things else "") or said.subject
        if token.kind == "count" and (noun := self._noun_after(token)):
            return noun
        before = self._before()
        if token.kind == "money" and before is not None and not words.strip() and self._counted(before, token):
            return before.subject  # 8个项目985万元
        if token.kind in ("money", "score") and _TOTAL.search(words):
            return "合计" if token.kind == "money" else "总得分"
        if "支出" in words and before is not None and "收入" in before.subject:
            return "支出"  # 本年收入100万元，本年支出105万元
        return self._named_before(token, said, words) or self._noun_after(token)

    # rows -------------------------------------------------------------------------------------------------------

    def _in_row(self, token: Token) -> bool:
        """Whether a figure goes on the row that 分别 opened."""
        link = self.flat[self.mentions[-1].token.end : token.start]
        return (_MOVES_ON if self.row_said is not None else JOINED).fullmatch(link) is not None

    def _opened_row(
        self, place: int, token: Token, words: str, said: Wording
    ) -> tuple[list[str], Wording | None, Wording]:
        """The subjects of the row that 分别 opens here, in order, and what is said of each of its figures.

        They stand before it: 甲费、乙费分别为1万元和2万元; or they are the amounts listed last: 甲费1万元、乙费2万元，
        分别占总额的30%和60%. Where there are not as many as figures, the figures speak of nothing that can be told.
        """
        several = _SEVERALLY.search(words)
        if several is None:
            return [], None, said
        names = self._names(words[: several.start()], token)
        moving = bool(said.change) or token.kind == "rate"
        length = self._row_length(place, _MOVES_ON if moving else JOINED)
        if len(names) > 1:
            return (names, said if said.change else None, said) if len(names) == length else ([], None, said)
        if not moving or length < 2:
            return [], None, said
        listed = self._listed()
        if len(listed) != length:
            return [_NOBODY] * length, said, said
        parent = listed[0].parent
        if not said.of and not said.change and parent is not None:
            said = replace(said, of=self.mentions[parent].subject)
        return [mention.subject for mention in listed], said, said

    def _names(self, words: str, token: Token) -> list[str]:
        whole = _ROW_END.sub("", words.strip("，, "))
        return [wording(name, token.kind).subject for name in _AND.split(whole) if name.strip()]

    def _listed(self) -> list[Mention]:
        """The amounts or counts listed last in this sentence: parts of one whole, or figures of one kind in a row."""
        run: list[Mention] = []
        for mention in reversed(self.mentions[self.first :]):
            like = not run or (mention.token.kind == run[0].token.kind and mention.parent == run[0].parent)
            if mention.token.kind not in ("money", "count") or mention.said.change or not like:
                break
            run.insert(0, mention)
        return run

    def _row_length(self, place: int, link: re.Pattern[str]) -> int:
        """How many figures follow one another from this one on, with no more than a link between."""
        count = 1
        while place + count < len(self.found):
            gap = self.flat[self.found[place + count - 1].end : self.found[place + count].start]
            if not link.fullmatch(gap):
                break
            count += 1
        return count

    def _counted(self, before: Mention, token: Token) -> bool:
        """Whether an amount without words is that of the things counted right before it."""
        near = self.flat[before.token.end : token.start].strip() in ("，", ",")
        return before.token.kind == "count" and (near or before.end > before.token.end)

    def _speaks_of_item(self, said: Wording) -> bool:
        """支出决算为10万元 behind 培训费预算12万元 is the 培训费 spent, not the whole spending."""
        before = self._before()
        if before is None or before.token.kind != "money":
            return False
        return before.basis != said.basis and "收入" not in before.subject

    def _noun_after(self, token: Token) -> str:
        noun = _NOUN_AFTER.match(self.flat, token.end)
        name = _NOT_OF_NOUN.split(noun[0])[0] if noun else ""
        return name if len(name) > 1 else ""

    def _named_before(self, token: Token, said: Wording, words: str) -> str:
        """The subject named last in this sentence: the whole of a list that has ended, else the figure before."""
        for mention in reversed(self.mentions[self.first :]):
            if mention.token.kind == "date" or (token.kind == "money" and mention.token.kind != "money"):
                continue
            if mention.basis == "carry_over" and said.basis in ("initial", "revised", "budget"):
                continue  # 上年结转6万元，全年预算126万元
            if "全年" in words and _PERIOD.fullmatch(mention.subject):
                continue  # 上半年支付255万元，全年支付562万元
            about_last = said.of or said.change
            if mention.parent is not None and not about_last and self.wholes.has_ended(mention, token):
                return self.mentions[mention.parent].subject
            return mention.subject
        return ""


def _event(words: str) -> str:
    """What happened, without quotation marks and leading connectives."""
    return re.sub(r"[\s“”\"]", "", words).strip("，,、：:的 ").removesuffix("后")
