"""A workbook to fill in: a cover with instructions, one sheet for every form and report, and a hidden sheet that says
what each cell was written with, so that the workbook reads back as the same dossier.

A dossier and a path enter, an ``.xlsx`` is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from jixiao.forms.layouts import LaidTable, Layout, complete
from jixiao.model import Dossier
from jixiao.model.workbook import OWN_SHEET, PlannedSheet, WorkbookPlan, pieces_of
from jixiao.policy import Policy, resolve

from ...outline import Narrative, parts
from ..book import Look, places_of, sheet_names
from ..cover import title_of
from .cover import NAME, paint_cover
from .forms import FormSheet, form_sheet
from .formulas import computations
from .narrative import paint_report
from .paint import Painter

__all__ = ["write_fill_in"]
_DATE = datetime(2020, 1, 1)  # noqa: DTZ001 - the same dossier gives the same bytes
_REPORTS = {"unit-report": "整体支出报告", "project-report": "项目支出报告"}


def write_fill_in(dossier: Dossier, path: Path, policy: Policy | None = None, *, forms: Sequence[Layout] = ()) -> None:
    """Write the workbook. Scores follow ``policy``, by default that of the unit, place and year; ``forms`` are layouts
    asked for by hand. ``FileExistsError`` where the file is already there.
    """
    import xlsxwriter

    if path.exists():
        raise FileExistsError(str(path))
    full = complete(dossier, forms)
    policy = policy or resolve(unit=full.unit, year=full.year, place=full.place)
    sheets = _sheets(full, forms)
    tables = tuple(sheet for sheet, _ in sheets if isinstance(sheet, FormSheet))
    places = places_of(tuple(sheet.table for sheet in tables), [sheet.name for sheet in tables])
    spare = {s.at: tuple(at for n in s.spare if (at := f"{s.at}/indicators/{n}/score") in places) for s in tables}
    computed = computations(full, policy, places, spare)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        properties = {"author": full.unit, "company": full.unit, "title": title_of(full), "created": _DATE}
        book.set_properties(properties)
        book.set_size(19200, 12000)
        look = Look(book)
        cover = book.add_worksheet(NAME)
        planned: list[PlannedSheet] = []
        for sheet, name in sheets:
            target = book.add_worksheet(name)
            if isinstance(sheet, FormSheet):
                planned.append(Painter(target, sheet, full, look, places, computed).paint())
            else:
                planned.append(paint_report(target, name, sheet.report, sheet.at, look))
        planned.append(paint_cover(cover, full, [(s.name, s.at) for s in planned], look))
        own = book.add_worksheet(OWN_SHEET)
        for row, piece in enumerate(pieces_of(WorkbookPlan(dossier, full, tuple(planned)))):
            own.write_string(row, 0, piece)
        own.very_hidden()


def _sheets(full: Dossier, forms: Sequence[Layout]) -> list[tuple[FormSheet | Narrative, str]]:
    """All that is filed, in order, each with the name of its sheet."""
    found = parts(full, forms)
    laid = [part for part in found if isinstance(part, LaidTable)]
    names = iter(sheet_names(tuple(laid)))
    taken: set[str] = {NAME}
    result: list[tuple[FormSheet | Narrative, str]] = []
    for part in found:
        if isinstance(part, LaidTable):
            name = next(names)
            result.append((form_sheet(full, part, name, forms), name))
        else:
            name = _free(_REPORTS[part.report.kind], taken | {sheet for _, sheet in result})
            result.append((part, name))
    return result


def _free(name: str, taken: set[str]) -> str:
    found, count = name, 1
    while found in taken:
        count += 1
        found = f"{name} {count}"
    return found
