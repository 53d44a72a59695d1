"""Claims: every amount, rate, count, date, score and grade in a report's text, with what it is said of.

A report enters; its claims leave in the order of the text (:class:`jixiao.model.Claim`). They follow from the text
and are computed anew whenever it changes.
"""

from __future__ import annotations

from ...model import Claim, Dossier, Report
from ...model.ids import unused
from ...model.pointer import segments, stable
from .extract import paragraph_claims

__all__ = ["claims_of", "paragraph_claims", "with_claims"]


def claims_of(report: Report) -> tuple[Claim, ...]:
    """The claims of a report. ``paragraph`` is a pointer inside the report; ``part_of`` counts in the result."""
    result: list[Claim] = []
    taken: set[str] = set()
    for pointer, text in report.texts():
        if text:
            found = paragraph_claims(text, pointer, report.year, len(result))
            if found:
                where = _ids(report, pointer)
                result += [c.model_copy(update={"id": unused(f"{where}@{c.start}", taken)}) for c in found]
    return tuple(result)


def _ids(report: Report, pointer: str) -> str:
    """The ids of section and paragraph: ``一.p-2``, of a heading ``一.title``. Claims are derived, so the address of
    one holds as long as its paragraph stands as it is.
    """
    section, *rest = segments(stable(report, pointer))[1:]
    return f"{section}.{rest[-1]}"


def with_claims(dossier: Dossier) -> Dossier:
    """The dossier with the claims of every report computed from its text."""
    if not dossier.every(Report):
        return dossier
    return dossier.mapped(Report, lambda report: report.model_copy(update={"claims": claims_of(report)}))
