"""The narrative report (自评报告): sections in order, and the claims its sentences make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import field_validator

from ..base import Filed, Frozen, Item, Scope, slug
from ..figure import Figure
from ..value import Approx, Sign

ClaimKind = Literal["money", "rate", "count", "date", "score", "grade"]
Basis = Literal["", "initial", "revised", "budget", "outturn", "carry_over", "prior"]
"""What an amount is: 年初预算, 调整后/全年预算, 预算 (not said which), 执行/决算, 结转, 上年; empty where the
sentence does not say.
"""


class Passage(Item):
    """A paragraph of a report. Its id is kept when paragraphs are put in before it."""

    text: str = ""

    def __str__(self) -> str:
        return self.text

    def called(self) -> str:
        """A paragraph has no name: its number among its siblings makes the id."""
        return "p"


class Section(Item):
    """A heading and what stands under it. ``number`` is the printed number ("一、", "（1）"), ``level`` 1 for a
    chapter.

    A section without number and title holds what stands before the first heading.
    """

    number: str = ""
    title: str = ""
    level: int = 1
    paragraphs: tuple[Passage, ...] = ()

    @field_validator("paragraphs", mode="before")
    @classmethod
    def _plain(cls, given: Any) -> Any:
        """A paragraph may be written as a plain text."""
        if isinstance(given, (tuple, list)):
            return tuple(Passage(text=one) if isinstance(one, str) else one for one in given)
        return given

    @property
    def texts(self) -> tuple[str, ...]:
        """The paragraphs as plain texts."""
        return tuple(passage.text for passage in self.paragraphs)

    def called(self) -> str:
        """Its heading."""
        return slug(self.title or "section")


class Claim(Frozen):
    """A figure, date, score or grade in the text, with what it is said of.

    ``paragraph`` is a pointer inside the report (``/sections/2/paragraphs/0``); ``start`` and ``end`` count
    characters in it. ``figure`` is the number as printed without its unit, ``unit`` what stands behind it, ``per``
    what it counts per (户均, 每人每月). ``part_of`` is the place, in the list of claims, of the amount this one is a
    part of; ``of`` names the whole of a share ("占总资产的"). ``iso`` is a date as far as the text gives it:
    ``2023-11-27``, ``--11-27`` where the year stays open. ``id`` is made of the ids of section and paragraph, and of
    ``start``.

    How the figure is meant: ``bound`` (至少 is ``≥``, a range has its other end in ``upper``), ``approx`` (约, 近, 余),
    ``hedges`` the words that say so, as printed; ``negated`` where the sentence denies it (未支付3万元); ``each`` where
    it is said of several alike (均在96分以上).

    ``change`` is the word of a difference (增长): then the figure is no amount. ``grade`` is the level of a grade.
    """

    id: str = ""
    kind: ClaimKind
    paragraph: str
    start: int
    end: int
    quote: str
    subject: str = ""
    basis: Basis = ""
    figure: Figure | None = None
    unit: str = ""
    per: str = ""
    bound: Sign = Sign.NONE
    upper: Figure | None = None
    approx: Approx = Approx.EXACT
    hedges: tuple[str, ...] = ()
    negated: bool = False
    each: bool = False
    year: int | None = None
    part_of: int | None = None
    of: str = ""
    iso: str = ""
    change: str = ""
    grade: str = ""

    @property
    def exact(self) -> bool:
        """Whether the text states just this figure: no bound, no 约 or 近, and no denial."""
        plain = self.bound in (Sign.NONE, Sign.EQUAL) and self.approx is Approx.EXACT
        return plain and not self.negated


class Report(Filed):
    """One report: of a unit (整体支出) or of its projects. ``claims`` follow from the text and are never edited by
    hand.
    """

    kinds: ClassVar[tuple[str, ...]] = ("unit-report", "project-report")
    derived: ClassVar[tuple[str, ...]] = ("claims",)

    kind: Literal["project-report", "unit-report"]
    unit: str | None = None
    sections: tuple[Section, ...] = ()
    attachments: tuple[str, ...] = ()
    signature: str | None = None
    date: str | None = None
    claims: tuple[Claim, ...] = ()

    @property
    def scope(self) -> Scope:
        """What it is about: ``project`` or ``unit``."""
        return "project" if self.kind == "project-report" else "unit"

    def texts(self, *, headings: bool = True) -> Iterator[tuple[str, str]]:
        """Headings and paragraphs in order, or paragraphs only, each with its pointer inside the report."""
        for number, section in enumerate(self.sections):
            if headings:
                yield f"/sections/{number}/title", section.title
            for place, passage in enumerate(section.paragraphs):
                yield f"/sections/{number}/paragraphs/{place}", passage.text
