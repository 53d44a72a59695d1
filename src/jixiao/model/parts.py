"""What is asked of a dossier's evaluations and reports again and again. A dossier enters, its parts leave."""

from __future__ import annotations

from collections.abc import Iterator

from .dossier import Dossier
from .records.evaluation import Evaluation
from .records.report import Report


def projects(dossier: Dossier) -> tuple[Evaluation, ...]:
    """The tables of single projects."""
    return tuple(e for e in dossier.every(Evaluation) if e.scope == "project")


def overall(dossier: Dossier) -> Evaluation | None:
    """The table of the unit's overall spending, if it is there."""
    return next((e for e in dossier.every(Evaluation) if e.scope == "unit"), None)


def texts(dossier: Dossier, *, headings: bool = True) -> Iterator[tuple[str, str]]:
    """Headings and paragraphs of all reports in order, or paragraphs only, each with its pointer."""
    for at, report in dossier.each(Report):
        yield from ((at + rest, text) for rest, text in report.texts(headings=headings))
