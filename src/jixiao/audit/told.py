"""What the reports say in figures.

A dossier enters; every claim leaves with its place, its amount in 万元, and what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jixiao.model import Claim, Dossier, Figure, Interval, Report
from jixiao.model.memo import remembered
from jixiao.model.pointer import resolve

from .amounts import Amount, amount

_KEYS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(pattern))
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
_OTHER_BUDGETS = re.compile(r"政府性基金|国有资本经营|社会保险基金")
UNITS = frozenset({"元", "千元", "万元", "亿元"})
"""Units that an amount of the text can be turned into 万元 from."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim where it stands: the pointer of the report, the position in it, both, and the amount of money."""

    of: str
    number: int
    report: Report
    claim: Claim
    amount: Amount | None

    @property
    def at(self) -> str:
        """The pointer of its paragraph."""
        return f"{self.of}{self.claim.paragraph}"

    @property
    def fact(self) -> str:
        """The pointer of the claim itself."""
        return f"{self.of}/claims/{self.number}"

    @property
    def key(self) -> str:
        """The canonical row of the base data that its subject names, or ``personnel``, ``overall``; else empty."""
        return key_of(self.claim.subject)

    @property
    def printed(self) -> str:
        """The characters of the text that the claim was read from."""
        paragraph = str(resolve(self.report, self.claim.paragraph))
        return paragraph[self.claim.start : self.claim.end].strip()

    @property
    def column(self) -> str:
        """The column of a table that its basis stands for: initial, revised, outturn, prior; else empty."""
        return {"budget": "revised"}.get(self.claim.basis, self.claim.basis)


@lru_cache(maxsize=2048)
def key_of(subject: str) -> str:
    """What a subject is canonically called, empty where it is none of the known."""
    return next((key for key, pattern in _KEYS if pattern.fullmatch(subject)), "")


def told(dossier: Dossier, kind: str = "") -> Iterator[Told]:
    """The claims of all reports, of one kind where it is given."""
    return (item for item in _all(dossier) if not kind or item.claim.kind == kind)


@remembered
def _all(dossier: Dossier) -> tuple[Told, ...]:
    return tuple(
        Told(of, number, report, claim, _amount(claim, f"{of}{claim.paragraph}"))
        for of, report in dossier.each(Report)
        for number, claim in enumerate(report.claims)
    )


@remembered
def told_amounts(dossier: Dossier) -> tuple[Told, ...]:
    """The exact amounts of the year that reports state on the general budget.

    Left out are 约 and 近, differences, other years, and the chapters on other budgets.
    """
    return tuple(item for item in told(dossier, "money") if _is_exact_and_of_the_year(item, dossier))


def of_the_year(item: Told, dossier: Dossier) -> bool:
    """Whether a claim is of the report's year; a report that prints none is of the year of the dossier."""
    return item.claim.year in (None, item.report.year or dossier.year)


def _is_exact_and_of_the_year(item: Told, dossier: Dossier) -> bool:
    if item.amount is None or item.claim.approx or item.claim.word or _about_other_budget(item):
        return False
    return of_the_year(item, dossier) or item.claim.basis == "prior"


def parts(items: list[Told], whole: Told) -> list[Told]:
    """The claims of the same report that are stated as parts of one."""
    return [i for i in items if i.of == whole.of and i.claim.part_of == whole.number]


def headings_above(report: Report, claim: Claim) -> tuple[str, ...]:
    """The titles of the section that a claim stands in and of the chapters around it, inner first."""
    found = re.match(r"/sections/(\d+)/", claim.paragraph)
    if not found:
        return ()
    place = int(found[1])
    titles, level = [report.sections[place].title], report.sections[place].level
    for section in reversed(report.sections[:place]):
        if section.level < level:
            titles.append(section.title)
            level = section.level
    return tuple(titles)


def rate_interval(figure: Figure) -> Interval:
    """What a printed percentage allows, as a share of one."""
    hundred = figure.interval
    return Interval(hundred.low / 100, hundred.high / 100)


def _about_other_budget(item: Told) -> bool:
    return any(_OTHER_BUDGETS.search(title) for title in headings_above(item.report, item.claim))


def _amount(claim: Claim, at: str) -> Amount | None:
    if claim.kind != "money" or claim.unit not in UNITS:
        return None
    return amount(at, claim.figure, claim.unit)
