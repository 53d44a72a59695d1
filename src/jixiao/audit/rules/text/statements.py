"""What the reports say in figures.

A dossier enters; every claim leaves with its place, its amount in 万元, and what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jixiao.audit.shared.amounts import Amount, amount
from jixiao.forms import terms
from jixiao.model import Claim, Dossier, Figure, Interval, Report
from jixiao.model.classes import dataclass
from jixiao.model.memo import remembered
from jixiao.model.pointer import resolve
from jixiao.model.value import Approx, Sign
from jixiao.values.pattern import lazy

_KEYS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, lazy(pattern))
    for key, pattern in (
        ("public_funds", r"(?:日常)?公用经费"),
        ("personnel", r"人员经费"),
        ("basic", r"基本支出"),
        ("projects", r"项目(?:总?支出|资金|经费)?"),
        ("three_public", r"三公经费"),
        ("reception", r"公务接待(?:费|经费|费用)?"),
        ("abroad", r"(?:因公)?出国境?(?:费|经费|费用)"),
        ("vehicles", r"(?:公务用车|公车)购置(?:费)?(?:及|和|与)(?:公务用车|公车)?(?:运行)?维护(?:费|经费|费用)?"),
        ("vehicle_purchase", r"(?:公务用车|公车)购置(?:费|经费|费用)?"),
        ("vehicle_running", r"(?:公务用车|公车)运行(?:维护)?(?:费|经费|费用)?"),
        ("procurement", r"政府采购(?:金额|支出|预算)?"),
        ("overall", r"(?:总支出|整体支出|部门(?:整体)?支出|支出)"),
    )
)
_CLAUSE = lazy(r"[，,。；;：:（(）)、]|[0-9]")
_SENTENCE_END = lazy(r"[。；;！!？?\n]")
_SECTION = lazy(r"/sections/(\d+)/")
_FAR = 40
_ROUND = frozenset("万亿千百")
"""What a count begins with that is given in round figures: 20万人次."""
_OTHER_BUDGETS = lazy(r"政府性基金|国有资本经营|社会保险基金")
COLUMNS = {"initial": terms.INITIAL_BUDGET, "revised": terms.REVISED_BUDGET, "outturn": terms.OUTTURN}
"""What the columns of the money block are called."""
UNITS = frozenset({"元", "千元", "万元", "亿元"})
"""Units that an amount of the text can be turned into 万元 from."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim where it stands: the pointer of its report, its position in it, and the amount of a money claim."""

    report_at: str
    number: int
    report: Report
    claim: Claim
    amount: Amount | None

    @property
    def at(self) -> str:
        """The pointer of its paragraph."""
        return f"{self.report_at}{self.claim.paragraph}"

    @property
    def fact(self) -> str:
        """The pointer of the claim itself."""
        return f"{self.report_at}/claims/{self.number}"

    @property
    def key(self) -> str:
        """The canonical row of the base data that its subject names, or ``personnel``, ``overall``; else empty."""
        return key_of(self.claim.subject)

    @property
    def text(self) -> str:
        """Its paragraph."""
        return _paragraph(self.report, self.claim.paragraph)

    @property
    def printed(self) -> str:
        """The characters of the text that the claim was read from."""
        return self.text[self.claim.start : self.claim.end].strip()

    @property
    def words(self) -> str:
        """The words of its clause before the figure."""
        return _CLAUSE.split(self.text[max(0, self.claim.start - _FAR) : self.claim.start])[-1]

    @property
    def allowed(self) -> Interval | None:
        """What the printed digits allow: of money in 万元, of a rate in its own unit. Persons and events are counted,
        not rounded. ``None`` without a figure.
        """
        figure = self.claim.figure
        if figure is None or figure.value is None:
            return None
        if self.claim.kind == "money":
            return self.amount.interval if self.amount else None
        if self.claim.kind == "count" and not figure.places and self.claim.unit[:1] not in _ROUND:
            return Interval.at(figure.value)
        return figure.interval

    @property
    def plain(self) -> bool:
        """Whether it states an amount, a count or a rate as it is: exact, no difference, not per something."""
        return self.claim.exact and not self.claim.change and not self.claim.per and self.allowed is not None

    @property
    def column(self) -> str:
        """The column of a table that its basis stands for: initial, revised, outturn, prior; else empty."""
        return {"budget": "revised"}.get(self.claim.basis, self.claim.basis)


@remembered
def _paragraph(report: Report, at: str) -> str:
    """A paragraph of a report: each rule on the text asks for it anew."""
    return str(resolve(report, at))


@lru_cache(maxsize=2048)
def key_of(subject: str) -> str:
    """What a subject is canonically called, empty where it is none of the known."""
    return next((key for key, pattern in _KEYS if pattern.fullmatch(subject)), "")


def statements(dossier: Dossier, kind: str = "") -> Iterator[Statement]:
    """The claims of all reports, of one kind where it is given."""
    return (item for item in _all(dossier) if not kind or item.claim.kind == kind)


@remembered
def _all(dossier: Dossier) -> tuple[Statement, ...]:
    return tuple(
        Statement(of, number, report, claim, _amount(claim, f"{of}{claim.paragraph}"))
        for of, report in dossier.each(Report)
        for number, claim in enumerate(report.claims)
    )


def between(item: Statement, later: Statement) -> str:
    """The text between two figures of a paragraph."""
    return item.text[item.claim.end : later.claim.start]


def sentences_between(item: Statement, later: Statement) -> int:
    """How many sentences end between two figures of a paragraph."""
    return len(_SENTENCE_END.findall(between(item, later)))


def same_sentence(item: Statement, later: Statement) -> bool:
    """Whether two figures stand in one sentence; a semicolon ends one."""
    return item.at == later.at and not _SENTENCE_END.search(between(item, later))


def whole_of(item: Statement, dossier: Dossier) -> Statement | None:
    """The amount that an amount is stated as a part of."""
    return None if item.claim.part_of is None else _by_place(dossier).get((item.report_at, item.claim.part_of))


@remembered
def _by_place(dossier: Dossier) -> dict[tuple[str, int], Statement]:
    return {(item.report_at, item.number): item for item in _all(dossier)}


@remembered
def sentences(dossier: Dossier) -> tuple[tuple[Statement, ...], ...]:
    """The figures of each sentence in their order: amounts, rates, counts and scores."""
    result: list[list[Statement]] = []
    for item in _all(dossier):
        if item.claim.kind in ("date", "grade"):
            continue
        if result and same_sentence(result[-1][-1], item):
            result[-1].append(item)
        else:
            result.append([item])
    return tuple(map(tuple, result))


@remembered
def stated_amounts(dossier: Dossier) -> tuple[Statement, ...]:
    """The exact amounts of the year that reports state on the general budget.

    Left out are 约 and 近, differences, other years, and the chapters on other budgets.
    """
    return tuple(item for item in statements(dossier, "money") if _is_exact_and_of_the_year(item, dossier))


def of_the_year(item: Statement, dossier: Dossier) -> bool:
    """Whether a claim is of the report's year; a report that prints none is of the year of the dossier."""
    return item.claim.year in (None, item.report.year or dossier.year)


def _is_exact_and_of_the_year(item: Statement, dossier: Dossier) -> bool:
    if item.amount is None or not item.claim.exact or item.claim.change or item.claim.per or _about_other_budget(item):
        return False
    return of_the_year(item, dossier) or item.claim.basis == "prior"


def parts(items: Sequence[Statement], whole: Statement) -> list[Statement]:
    """The claims of the same report that are stated as parts of one."""
    return [i for i in items if i.report_at == whole.report_at and i.claim.part_of == whole.number]


def headings_above(report: Report, claim: Claim) -> tuple[str, ...]:
    """The titles of the section that a claim stands in and of the chapters around it, inner first."""
    return _titles_above(report, claim.paragraph)


@remembered
def _titles_above(report: Report, at: str) -> tuple[str, ...]:
    found = _SECTION.match(at)
    if not found:
        return ()
    place = int(found[1])
    titles, level = [report.sections[place].title], report.sections[place].level
    for section in reversed(report.sections[:place]):
        if section.level < level:
            titles.append(section.title)
            level = section.level
    return tuple(titles)


def admits(claim: Claim, stated: Interval, actual: Interval) -> bool:
    """Whether what the text states leaves room for the actual value: by its bound and by 近 or 余. What is only about
    right (约), or denied, always does.
    """
    if claim.negated or claim.approx in (Approx.ABOUT, Approx.CONTRADICTORY):
        return True
    match claim.bound:
        case Sign.AT_LEAST | Sign.MORE:
            return claim.approx is Approx.NEARLY or actual.high >= stated.low
        case Sign.AT_MOST | Sign.LESS:
            return claim.approx is Approx.OVER or actual.low <= stated.high
        case Sign.RANGE:
            upper = claim.upper.value if claim.upper is not None else None
            return upper is None or (actual.high >= stated.low and actual.low <= upper)
    if claim.approx is Approx.OVER:
        return actual.high >= stated.low
    if claim.approx is Approx.NEARLY:
        return actual.low <= stated.high
    return stated.meets(actual)


def rate_interval(figure: Figure) -> Interval:
    """What a printed percentage allows, as a share of one: it may have been rounded, or cut off."""
    hundred = figure.interval
    return Interval(hundred.low / 100, (hundred.high + (hundred.high - hundred.low) / 2) / 100)


def _about_other_budget(item: Statement) -> bool:
    return any(_OTHER_BUDGETS.search(title) for title in headings_above(item.report, item.claim))


def _amount(claim: Claim, at: str) -> Amount | None:
    if claim.kind != "money" or claim.unit not in UNITS:
        return None
    return amount(at, claim.figure, claim.unit)
