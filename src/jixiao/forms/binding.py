"""Figures in prose come from the data: ``{{ /records/project-办案费/funds/lines/total/outturn }}``.

A text and a dossier enter; the text with every binding filled in leaves, with the place of each figure in it and what
went wrong. A format may follow: ``| wan`` (in 万元, two places), ``| percent`` (with the sign, two places), ``|
plain`` (the bare number); ``| wan 4`` asks for four places. A literal figure is allowed where it says so: ``{{=
98.96}}``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from jixiao.model.classes import dataclass
from jixiao.model.figure import rounded

from ..model import BaseData, Claim, Dossier, Evaluation, Figure, Message, Report
from ..model.parts import texts
from ..model.pointer import resolve, segments
from . import messages as say

_MARK = re.compile(r"\{\{\s*(=?)\s*(.*?)\s*\}\}")
_FORMAT = re.compile(r"(wan|percent|plain)(?:\s+(\d{1,2}))?")
_PLACES = {"wan": 2, "percent": 2, "plain": None}

Kind = Literal["text", "bound", "literal", "broken"]


@dataclass(frozen=True, slots=True)
class BindingError:
    """A binding that could not be filled in: where it stands, what it says, what is wrong and what to do."""

    at: str
    binding: str
    problem: Message
    remedy: Message

    def __str__(self) -> str:
        return f"{self.at or '文本'}：{self.binding} {self.problem}。{self.remedy}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text as printed. ``bound`` came from the fact at ``pointer``, ``literal`` was marked as such by the
    writer.
    """

    text: str
    kind: Kind = "text"
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as printed, in pieces, with the bindings that failed (they stay in the text as written)."""

    pieces: tuple[Piece, ...]
    errors: tuple[BindingError, ...] = ()

    @property
    def text(self) -> str:
        """The text as printed."""
        return "".join(piece.text for piece in self.pieces)


def bind(text: str, dossier: Dossier) -> str:
    """The text with every binding filled in; one that leads nowhere stays as written (see :func:`errors`)."""
    return render(text, dossier).text


def bound(dossier: Dossier) -> Dossier:
    """The dossier with every paragraph and heading of its reports filled in."""
    return dossier.mapped(Report, lambda report: bound_report(report, dossier))


def bound_report(report: Report, dossier: Dossier) -> Report:
    """One report with its bindings filled in. The claims stay: they are made of the filled in text."""
    sections = tuple(
        section.model_copy(
            update={
                "title": bind(section.title, dossier),
                "paragraphs": tuple(p.model_copy(update={"text": bind(p.text, dossier)}) for p in section.paragraphs),
            }
        )
        for section in report.sections
    )
    return report.model_copy(update={"sections": sections})


def with_claims_of(dossier: Dossier, filled: Dossier) -> Dossier:
    """The dossier as written, bindings and all, with the claims that were made of the filled in one.

    So a page can tell bound figures from typed ones, and a correction reaches the text.
    """
    claims = iter(filled.every(Report))
    return dossier.mapped(Report, lambda report: report.model_copy(update={"claims": next(claims).claims}))


def errors(dossier: Dossier) -> tuple[BindingError, ...]:
    """Every binding of the reports that cannot be filled in, with the pointer of its paragraph."""
    return tuple(error for at, text in texts(dossier) for error in render(text, dossier, at).errors)


def errors_in(text: str, dossier: Dossier) -> tuple[BindingError, ...]:
    """Every binding of one text that cannot be filled in."""
    return render(text, dossier).errors


def render(text: str, dossier: Dossier, at: str = "") -> Rendered:
    """The text in pieces; ``at`` is its own pointer, for the errors."""
    pieces: list[Piece] = []
    failed: list[BindingError] = []
    end = 0
    for mark in _MARK.finditer(text):
        if mark.start() > end:
            pieces.append(Piece(text[end : mark.start()]))
        end = mark.end()
        if mark[1]:
            pieces.append(Piece(mark[2], "literal"))
            continue
        filled = _filled(mark[2], dossier)
        if isinstance(filled, Piece):
            pieces.append(filled)
        else:
            problem, remedy = filled
            failed.append(BindingError(at, mark[0], problem, remedy))
            pieces.append(Piece(mark[0], "broken"))
    if end < len(text):
        pieces.append(Piece(text[end:]))
    return Rendered(tuple(pieces), tuple(failed))


def literals(report: Report, claims: Sequence[Claim], dossier: Dossier) -> tuple[Claim, ...]:
    """The claims whose figure is typed into the prose: neither bound nor marked as literal.

    ``report`` is as written, with its bindings; ``claims`` are those of the same report filled in
    (:func:`bound_report`). Dates and grades are words, not figures of a table, and are left out.
    """
    return tuple(
        claim
        for claim in claims
        if claim.kind in ("money", "rate", "count", "score") and not _covered(claim, report, dossier)
    )


def _covered(claim: Claim, report: Report, dossier: Dossier) -> bool:
    try:
        text = str(resolve(report, claim.paragraph))
    except (LookupError, ValueError):
        return False
    start = 0
    for piece in render(str(text), dossier).pieces:
        end = start + len(piece.text)
        if piece.kind in ("bound", "literal") and start < claim.end and claim.start < end:
            return True
        start = end
    return False


def _filled(binding: str, dossier: Dossier) -> Piece | tuple[Message, Message]:
    """The piece a binding prints, or what is wrong with it and what to do."""
    pointer, _, wanted = (part.strip() for part in binding.partition("|"))
    try:
        value = resolve(dossier, pointer)
    except (LookupError, ValueError):
        return say.NO_SUCH_FACT(), say.CHECK_POINTER()
    if value is None or str(value).strip() == "":
        return say.FACT_BLANK(), say.FILL_OR_TYPE(mark="{{= 98.96}}")
    if not isinstance(value, (Figure, str, int)):
        return say.NOT_ONE_FACT(), say.POINT_AT_CELL()
    if not wanted:
        return Piece(str(value), "bound", pointer)
    spec = _FORMAT.fullmatch(wanted)
    if spec is None:
        return say.NO_FORMAT(format=wanted), say.FORMATS_ARE()
    figure = value if isinstance(value, Figure) else Figure(str(value))
    if figure.value is None:
        return say.NOT_A_FIGURE(value=str(value), format=spec[1]), say.DROP_FORMAT()
    places = int(spec[2]) if spec[2] else _PLACES[spec[1]]
    number = figure.wan(_money_unit(dossier, pointer)) if spec[1] == "wan" else figure.value
    if number is None:
        return say.NOT_AN_AMOUNT(value=str(value)), say.POINT_AT_AMOUNT()
    return Piece(_formatted(number, places) + ("%" if spec[1] == "percent" else ""), "bound", pointer)


def _formatted(number: Decimal, places: int | None) -> str:
    if places is not None:
        number = rounded(number, places)
    return f"{number:f}"


def _money_unit(dossier: Dossier, pointer: str) -> str:
    """The unit of the block that a pointer leads into."""
    here: object = dossier
    for depth, _ in enumerate(segments(pointer), start=1):
        here = resolve(dossier, "/" + "/".join(pointer[1:].split("/")[:depth]))
        if isinstance(here, Evaluation):
            return here.funds.unit
        if isinstance(here, BaseData):
            return here.unit
    return "万元"
