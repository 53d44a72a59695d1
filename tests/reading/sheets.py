"""Workbooks as people make them, for tests: the tables of a dossier laid on sheets with openpyxl, the way asked for."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.styles import Border, Side

from jixiao.forms.layouts import LaidCell, LaidTable
from jixiao.model import Figure

_LINE = Side(style="thin")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


@dataclass(frozen=True)
class Manner:
    """How somebody lays a table on a sheet."""

    left: int = 1
    """The first column, from 1."""
    lines: bool = True
    """Whether cells have borders."""
    numbers: bool = True
    """Whether figures are numbers with a format, and not text."""
    merged_title: bool = True
    notes: Sequence[str] = ()
    """Lines under the table."""
    unit: str = ""
    """A line at the right above the table, such as 单位：万元."""


def lay(sheet: Any, table: LaidTable, top: int, manner: Manner) -> int:
    """Write a table from a row on (from 1), caption and notes included; gives the first row below."""
    row, last = top, manner.left + len(table.widths) - 1
    if table.annex:
        sheet.cell(row, manner.left, table.annex)
        row += 1
    for text in (table.title, table.subtitle):
        if text:
            sheet.cell(row, manner.left, text)
            if manner.merged_title:
                sheet.merge_cells(start_row=row, end_row=row, start_column=manner.left, end_column=last)
            row += 1
    if manner.unit:
        sheet.cell(row, last, manner.unit)
        row += 1
    for number, line in enumerate(table.rows):
        for cell in line.cells:
            _put(sheet, row + number, cell, manner)
    row += len(table.rows)
    for text in manner.notes:
        sheet.cell(row, manner.left, text)
        row += 1
    return row


def _put(sheet: Any, row: int, cell: LaidCell, manner: Manner) -> None:
    first = sheet.cell(row, manner.left + cell.column)
    bottom, right = row + cell.rowspan - 1, manner.left + cell.column + cell.span - 1
    if manner.lines:
        for line in sheet.iter_rows(row, bottom, first.column, right):
            for one in line:
                one.border = _BOX
    if (bottom, right) != (row, first.column):
        sheet.merge_cells(start_row=row, end_row=bottom, start_column=first.column, end_column=right)
    figure = Figure(cell.text) if manner.numbers and cell.text else None
    if figure is None or figure.value is None or figure.unit not in ("", "%") or figure.raw.startswith("+"):
        first.value = cell.text or None
        return
    share = figure.value / (100 if figure.unit else 1)
    first.value = float(share)
    places = f".{'0' * figure.places}" if figure.places else ""
    first.number_format = ("#,##0" if "," in figure.raw else "0") + places + figure.unit
    if Decimal(repr(float(share))) != share:
        raise AssertionError(cell.text)


def saved(book: Any) -> bytes:
    """The bytes of a workbook."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def workbook(*names: str) -> tuple[Any, list[Any]]:
    """A workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    return book, [book.create_sheet(name) for name in names]
