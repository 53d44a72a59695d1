"""Read workbooks that a test has made."""

from __future__ import annotations

from typing import Any

from jixiao.model import Document, Paragraph, Table
from tests.reading.reader import read
from tests.xlsx_builder import build_xlsx


def read_sheets(sheets: dict[str, str] | str, **options: Any) -> Document:
    """The document of a workbook made of these sheets; of one called 表, where only its rows are given."""
    return read(build_xlsx({"表": sheets} if isinstance(sheets, str) else sheets, **options), "测试.xlsx")


def outline(document: Document) -> list[Any]:
    """The blocks in short: a paragraph as its text, a table as rows of texts, with ↑ for what continues a merge."""
    return [
        block.text
        if isinstance(block, Paragraph)
        else [["↑" if cell.continues else cell.text for cell in row.cells] for row in block.rows]
        for block in document.blocks
    ]


def only(document: Document) -> Table:
    """The one table of a document that has nothing else."""
    (table,) = document.blocks
    assert isinstance(table, Table)
    return table


def said(document: Document) -> dict[str, list[str]]:
    """The notes in Chinese by their keys."""
    found: dict[str, list[str]] = {}
    for note in document.notes:
        found.setdefault(note.key.removeprefix("reading.").removeprefix("excel-"), []).append(str(note))
        assert note.text("en")
    return found
