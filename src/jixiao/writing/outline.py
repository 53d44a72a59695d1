"""The order in which a dossier is filed. A dossier enters; its reports and laid out tables leave, each at its place.

As the Hunan units file it: report on the overall spending, its annexes (base data, overall table), report on the
projects, their tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.model.classes import dataclass

from ..forms.binding import bind
from ..forms.layouts import LaidTable, Layout, as_printed, complete, is_table, lay_out, layout_in
from ..forms.reports import as_filed
from ..model import BaseData, Dossier, Evaluation, Filed, Passage, Report, Section
from ..model.ids import with_ids
from .prose import plain


@dataclass(frozen=True, slots=True)
class Narrative:
    """A report and its pointer; its bindings are not yet filled in."""

    at: str
    report: Report


Part = Narrative | LaidTable


def parts(dossier: Dossier, forms: Sequence[Layout] = ()) -> tuple[Part, ...]:
    """All that is filed, in order. ``forms`` are layouts asked for by hand; other tables take those of their place."""

    def laid(at: str, record: Filed) -> LaidTable:
        return lay_out(record, at, layout_in(dossier, record, forms), dossier.year)

    reports = [Narrative(i, as_filed(report, dossier)) for i, report in dossier.each(Report)]
    base = [laid(i, table) for i, table in dossier.each(BaseData)]
    tables = [(e.scope, laid(i, e)) for i, e in dossier.each(Evaluation)]
    others = [laid(i, record) for i, record in dossier.each(Filed) if is_table(record) and not _placed(record)]
    return (
        *(n for n in reports if n.report.scope == "unit"),
        *base,
        *(table for scope, table in tables if scope == "unit"),
        *(n for n in reports if n.report.scope == "project"),
        *(table for scope, table in tables if scope == "project"),
        *others,
    )


def _placed(record: Filed) -> bool:
    """Whether the order of filing has a place of its own for a kind; the others follow at the end."""
    return isinstance(record, (BaseData, Evaluation))


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

    def table(record: Filed) -> Filed:
        return as_printed(record, dossier.year, layout_in(dossier, record, forms)) if is_table(record) else record

    full = complete(dossier, forms).mapped(Report, lambda report: _printed(report, dossier))
    return full.mapped(Filed, table)


def _printed(report: Report, dossier: Dossier) -> Report:
    sections = tuple(
        section.model_copy(
            update={
                "title": bind(section.title, dossier),
                "paragraphs": _paragraphs(section, dossier),
            }
        )
        for section in report.sections
    )
    return report.model_copy(update={"sections": sections, "attachments": attachments_of(report)})


def _paragraphs(section: Section, dossier: Dossier) -> tuple[Passage, ...]:
    lines = (line for text in section.texts for line in plain(text, dossier))
    return with_ids(tuple(Passage(text=line) for line in lines))
