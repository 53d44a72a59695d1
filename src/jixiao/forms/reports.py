"""What the kinds of reports share: how a report is titled, and its outline as an empty report."""

from __future__ import annotations

import re

from jixiao.model import Dossier, Report, Section
from jixiao.model.base import Scope

from .outlines import Chapter, outline

_NUMBERS = "一二三四五六七八九十"
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def report_title(report: Report) -> str:
    """The title as given, else as the outline of the form prints it: year, unit, kind."""
    if report.title:
        return report.title
    year = "" if report.year is None else f"{report.year}年度"
    return f"{year}{report.unit or ''}{'整体' if report.scope == 'unit' else '项目'}支出绩效自评报告"


def as_filed(report: Report, dossier: Dossier) -> Report:
    """The report with the year and the unit of its dossier where it names none, and its title as printed."""
    printed = _YEAR.search(report.title)
    year = report.year if report.year is not None else int(printed[1]) if printed else dossier.year
    unit = report.unit
    if unit is None and dossier.unit and dossier.unit in report.title:
        unit = dossier.unit
    known = report.model_copy(update={"year": year, "unit": unit})
    return known.model_copy(update={"title": report_title(known)})


def empty_report(scope: Scope, unit: str, year: int, attachments: tuple[str, ...]) -> Report:
    """A report with the headings of its outline, and nothing under them."""
    sections: list[Section] = []
    for number, chapter in enumerate(outline(scope).chapters):
        sections.append(_section(chapter, f"{_NUMBERS[number]}、", 1))
        sections += [_section(part, f"（{_NUMBERS[i]}）", 2) for i, part in enumerate(chapter.parts)]
    report = Report.model_validate(
        {
            "kind": f"{scope}-report",
            "state": "open",
            "year": year,
            "unit": unit,
            "sections": tuple(sections),
            "attachments": attachments,
        }
    )
    return report.model_copy(update={"title": report_title(report)})


def _section(chapter: Chapter, number: str, level: int) -> Section:
    return Section(number=number, title=chapter.title, level=level)
