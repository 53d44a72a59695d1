"""The workbook of a dossier: a cover, and one sheet for every table as the official form lays it out.

A dossier and a path enter; an ``.xlsx`` is written. Numbers are numbers, with the decimal places of the paper. Sums,
rates and 总分 are live formulas with their cached values, wherever the formula gives what is stated; a stated figure
that its parts do not give stays as it is, with a note of what they give.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...forms.layouts import Layout, complete
from ...model import Dossier
from ...policy import Policy, resolve
from ..outline import tables
from .book import Look, places_of, sheet_names
from .cover import title_of, write_cover
from .live import live_cells
from .numbers import number_format, rounded
from .sheet import Sheet

__all__ = ["number_format", "rounded", "sheet_names", "write_excel"]


def write_excel(dossier: Dossier, path: Path, policy: Policy | None = None, *, forms: Sequence[Layout] = ()) -> None:
    """Write the workbook. Scores follow ``policy``, by default that of the unit, place and year; ``forms`` as in
    :func:`~jixiao.writing.write_word`. ``FileExistsError`` where the file is already there.
    """
    import xlsxwriter

    if path.exists():
        raise FileExistsError(str(path))
    full = complete(dossier, forms)
    policy = policy or resolve(unit=full.unit, year=full.year, place=full.place)
    laid = tables(full, forms)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"author": full.unit, "company": full.unit, "title": title_of(full)})
        book.set_size(19200, 12000)
        look = Look(book)
        cover = book.add_worksheet("目录")
        names = sheet_names(laid)
        places = places_of(laid, names)
        live = live_cells(full, policy)
        for table, name in zip(laid, names, strict=True):
            Sheet(book.add_worksheet(name), table, full, look, places, live).write()
        write_cover(cover, full, laid, names, places, look)
