"""Findings in a workbook: its bytes, findings and trace enter; the file with notes on its cells and a sheet of
findings behind the others leaves.

Only the parts that are concerned change: a sheet by the one element that names its notes, the list of sheets, one
style. What we put there earlier is taken out first, so that running again gives what running once gives.
"""

from __future__ import annotations

from ....model import Finding
from ... import messages
from ..asked import Asked
from ..result import AnnotateResult
from . import findings, listed, looks, notes
from .book import Book
from .where import Cell, Where

__all__ = ["excel_annotated"]


def excel_annotated(data: bytes, name: str, asked: Asked) -> tuple[bytes, AnnotateResult]:
    """The workbook with a note at every place and the sheet of findings. ``UnreadableError`` where it takes none."""
    book = Book(data, name)
    try:
        result = _annotate(data, book, asked)
        return book.written(), result
    except ValueError as error:  # what cannot be changed without guessing
        raise book.refused() from error


def _annotate(data: bytes, book: Book, asked: Asked) -> AnnotateResult:
    for sheet in book.sheets:
        notes.without_ours(book, sheet)
    there = listed.ours(book)
    where = Where(data, book, asked, own=there.name if there else "")
    found: list[tuple[Finding, Cell]] = []
    lost: list[Finding] = []
    for finding in asked.findings:
        cell = where.of(finding)
        if cell is None:
            lost.append(finding)
        else:
            found.append((finding, cell))
    at: dict[Cell, list[Finding]] = {}
    for finding, cell in found:
        at.setdefault(cell, []).append(finding)
    sheet_name = _sheet(book, found, asked)  # before the notes: it stays where it is when these are made anew
    occupied = 0
    for sheet in book.sheets:
        lines = {
            (cell.row, cell.column): asked.said(findings) for cell, findings in at.items() if cell.sheet == sheet.name
        }
        if lines:
            occupied += len(notes.add(book, sheet, lines))
    said = book.notes
    if occupied:
        said = (messages.OCCUPIED(count=occupied, sheet=sheet_name), *said)
    return AnnotateResult(len(at) - occupied, len(found), len(at), tuple(lost), said)


def _sheet(book: Book, found: list[tuple[Finding, Cell]], asked: Asked) -> str:
    """Put the sheet of findings in, or take it out where there is none; gives its name."""
    if not found and listed.drop(book):
        looks.without(book)
        return ""
    style, views = looks.wrapped(book), listed.has_windows(book)
    return listed.put(book, findings.worksheet(found, asked, style, views=views), asked.lang)
