"""Claims: every amount, rate, count, date, score and grade in a report's text, with what it is said of.

A report enters; its claims leave in the order of the text (:class:`jixiao.model.Claim`). They follow from the text
and are computed anew whenever it changes.
"""

from __future__ import annotations

from ...model import Claim, Dossier, Report
from .extract import paragraph_claims

__all__ = ["claims_of", "paragraph_claims", "with_claims"]


def claims_of(report: Report) -> tuple[Claim, ...]:
    """The claims of a report. ``paragraph`` is a pointer inside the report; ``part_of`` counts in the result."""
    result: list[Claim] = []
    for pointer, text in report.texts():
        if text:
            result += paragraph_claims(text, pointer, report.year, len(result))
    return tuple(result)


def with_claims(dossier: Dossier) -> Dossier:
    """The dossier with the claims of every report computed from its text."""
    if not dossier.every(Report):
        return dossier
    return dossier.mapped(Report, lambda report: report.model_copy(update={"claims": claims_of(report)}))
