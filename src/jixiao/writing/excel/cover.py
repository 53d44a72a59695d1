"""The first sheet: what the workbook holds, one line a table, with links and the main figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...forms.layouts import LaidTable
from ...model import Dossier, Figure
from ...model.pointer import resolve
from ...model.workbook import COVER_HEADS
from .book import Look, Place
from .numbers import number_format, stored


def title_of(dossier: Dossier) -> str:
    """What the workbook is called: unit and year."""
    year = f"{dossier.year}年度" if dossier.year is not None else ""
    return f"{dossier.unit}{year}绩效自评表"


def write_cover(
    sheet: Any,
    dossier: Dossier,
    laid: tuple[LaidTable, ...],
    names: list[str],
    places: Mapping[str, Place],
    look: Look,
) -> None:
    """One line a table, with links, and its score and money taken from its sheet."""
    heads = COVER_HEADS
    widths = (12, 44, 14, 14, 10, 10)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.merge_range(
        0,
        0,
        0,
        len(heads) - 1,
        title_of(dossier),
        look.of(font_size=14, bold=True, align="center", valign="vcenter", text_wrap=True),
    )
    sheet.set_row(0, 40)
    head = look.of(font_size=10, border=1, align="center", bg_color="#F3F1EC")
    for column, text in enumerate(heads):
        sheet.write_string(2, column, text, head)
    plain = look.of(font_size=10, border=1)
    link = look.of(font_size=10, border=1, font_color="#1F4E8C", underline=1)
    for row, (table, name) in enumerate(zip(laid, names, strict=True), start=3):
        sheet.write_string(row, 0, table.annex, plain)
        sheet.write_url(row, 1, f"internal:'{name}'!A1", link, string=name)
        for column, pointer in enumerate(_cover_facts(dossier, table), start=2):
            place = places.get(pointer)
            figure = resolve(dossier, pointer) if place else None
            number = number_format(figure) if isinstance(figure, Figure) else ""
            if place and number and isinstance(figure, Figure) and figure.value is not None:
                cell = look.of(font_size=10, border=1, num_format=number)
                sheet.write_formula(row, column, f"={place.ref()}", cell, stored(figure.value, figure))
            else:
                sheet.write_blank(row, column, None, plain)
    sheet.freeze_panes(3, 0)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _cover_facts(dossier: Dossier, table: LaidTable) -> tuple[str, ...]:
    record = resolve(dossier, table.at)
    lines = record.funds.lines if hasattr(record, "funds") else ()
    row = next((i for i, line in enumerate(lines) if line.source == "total"), None)
    money = f"{table.at}/funds/lines/{row}"
    return (*(f"{money}/{f}" for f in ("revised_budget", "outturn", "rate")), f"{table.at}/total")
