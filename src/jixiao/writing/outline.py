"""The order in which a dossier is filed. A dossier enters; its reports and laid out tables leave, each at its place.

As the Hunan units file it: report on the overall spending, its annexes (base data, overall table), report on the
projects, their tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..forms.binding import bind
from ..forms.layouts import LaidTable, Layout, as_printed, complete, lay_out, layout_in
from ..model import BaseData, Dossier, Evaluation, Report
from .prose import plain


@dataclass(frozen=True, slots=True)
class Narrative:
    """A report and its pointer; its bindings are not yet filled in."""

    at: str
    report: Report


Part = Narrative | LaidTable


def parts(dossier: Dossier, forms: Sequence[Layout] = ()) -> tuple[Part, ...]:
    """All that is filed, in order. ``forms`` are layouts asked for by hand; other tables take those of their place."""

    def laid(record: Evaluation | BaseData, at: str) -> LaidTable:
        return lay_out(record, at, layout_in(dossier, record, forms))

    full = complete(dossier, forms)
    reports = [Narrative(f"/reports/{i}", report) for i, report in enumerate(full.reports)]
    base = [laid(table, f"/base_data/{i}") for i, table in enumerate(full.base_data)]
    tables = [(e.kind, laid(e, f"/evaluations/{i}")) for i, e in enumerate(full.evaluations)]
    return (
        *(n for n in reports if n.report.kind == "unit"),
        *base,
        *(table for kind, table in tables if kind == "unit"),
        *(n for n in reports if n.report.kind == "project"),
        *(table for kind, table in tables if kind == "project"),
    )


def tables(dossier: Dossier, forms: Sequence[Layout] = ()) -> tuple[LaidTable, ...]:
    """The tables only."""
    return tuple(part for part in parts(dossier, forms) if isinstance(part, LaidTable))


def names_its_unit(report: Report) -> bool:
    """Whether the unit must be printed in a line of its own, because neither title nor signature names it."""
    return bool(report.unit) and str(report.unit) not in report.title and report.unit != report.signature


def attachments_of(report: Report) -> tuple[str, ...]:
    """The attachments note as printed: 附件： before the first, where it does not say so itself."""
    first, *more = report.attachments or ("",)
    if not first or re.match(r"附\s*件", first):
        return report.attachments
    return (f"附件：{first}", *more)


def printed(dossier: Dossier, forms: Sequence[Layout] = ()) -> Dossier:
    """The dossier as a reader of the written file finds it: completed, without what its forms have no place for,
    bindings filled in, paragraphs without their marks.

    A table inside prose is no paragraph any more; a list is one paragraph an item.
    """
    full = complete(dossier, forms)
    return full.model_copy(
        update={
            "reports": tuple(_printed(report, dossier) for report in full.reports),
            "base_data": tuple(as_printed(b, dossier.year, layout_in(dossier, b, forms)) for b in dossier.base_data),
            "evaluations": tuple(
                as_printed(e, dossier.year, layout_in(dossier, e, forms)) for e in dossier.evaluations
            ),
        }
    )


def _printed(report: Report, dossier: Dossier) -> Report:
    sections = tuple(
        section.model_copy(
            update={
                "title": bind(section.title, dossier),
                "paragraphs": tuple(line for text in section.paragraphs for line in plain(text, dossier)),
            }
        )
        for section in report.sections
    )
    return report.model_copy(update={"sections": sections, "attachments": attachments_of(report)})
