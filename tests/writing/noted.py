"""Annotated workbooks for tests: what is annotated, what notes and findings it has then, what else changed in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
from lxml import etree

from jixiao.model import Position
from jixiao.reading.excel.addresses import cells_of
from jixiao.writing.annotate import AUTHOR, AnnotateResult, annotated
from tests.writing.commented import finding, record

FILE = "自评.xlsx"


def at(sheet: str, ref: str) -> Position:
    """The place of a cell."""
    found = cells_of(ref)
    assert found is not None
    return Position(FILE, sheet=sheet, row=found[2], cell=found[0])


def noted(data: bytes, places: dict[str, Position], *findings: Any, lang: str = "zh") -> tuple[bytes, AnnotateResult]:
    """Annotate a workbook; by default one finding for each place. Nothing else may change, which is checked."""
    result, said = annotated(data, FILE, findings or [finding(where) for where in places], places, lang=lang)
    unchanged(data, result)
    return result, said


def made(build: Callable[[Any], None]) -> bytes:
    """A workbook as openpyxl saves it."""
    book: Any = openpyxl.Workbook()
    build(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def notes(data: bytes, *, ours: bool = True) -> dict[str, str]:
    """The text of each note of ours, or of somebody else, by sheet and cell."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment is not None and (cell.comment.author == AUTHOR) is ours
    }


def listed(data: bytes, name: str = "核查发现") -> list[tuple[Any, ...]]:
    """The rows of the sheet of findings, and behind each where it leads."""
    sheet = openpyxl.load_workbook(io.BytesIO(data))[name]
    return [
        (*(cell.value for cell in row), row[2].hyperlink.location if row[2].hyperlink else None)
        for row in sheet.iter_rows(min_row=2)
    ]


def parts(data: bytes) -> dict[str, bytes]:
    """All parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def unchanged(before: bytes, after: bytes) -> None:
    """What was put in is all that changed: parts that are not concerned are equal to the byte, packed bytes included;
    without what is ours every part is as before, in canonical form.
    """
    old, new = zipfile.ZipFile(io.BytesIO(before)), zipfile.ZipFile(io.BytesIO(after))
    shared = [name for name in old.namelist() if name in new.namelist()]
    assert [name for name in new.namelist() if name in shared] == shared
    for name in shared:
        if old.read(name) == new.read(name):
            assert record(before, old, name) == record(after, new, name), name
        else:
            assert _concerned(name), name
    bare, original = (parts(annotated(data, FILE, [], {})[0]) for data in (after, before))
    assert bare.keys() == original.keys()
    for name, content in bare.items():
        assert content == original[name] or _canonical(content) == _canonical(original[name]), name


def _concerned(name: str) -> bool:
    named = (
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/styles.xml",
        "docProps/app.xml",
        "xl/_rels/workbook.xml.rels",
    )
    return name in named or name.startswith("xl/worksheets/") or "omments" in name or name.endswith(".vml")


def _canonical(content: bytes) -> bytes:
    buffer = io.BytesIO()
    etree.ElementTree(etree.fromstring(content)).write_c14n(buffer, with_comments=True)
    return buffer.getvalue()
