"""Read what a test has made: bytes or blocks in, document out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jixiao.model import Document, Table
from jixiao.reading import read_document
from tests.docx_builder import Block, build_docx


def read(data: bytes, name: str = "测试.docx") -> Document:
    """The document in these bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        return read_document(path)


def read_blocks(blocks: Iterable[Block], **options: Any) -> Document:
    """The document of a Word file made of these blocks."""
    return read(build_docx(blocks, **options))


def texts(document: Document) -> list[str]:
    """The paragraphs."""
    return [paragraph.text for paragraph in document.paragraphs]


def grid(table: Table) -> list[list[str]]:
    """The cells' texts; a cell that continues a merge shows as "↑"."""
    return [["↑" if cell.continues else cell.text for cell in row.cells] for row in table.rows]


def only_table(blocks: Iterable[Block], **options: Any) -> list[list[str]]:
    """The texts of the one table among these blocks."""
    (table,) = read_blocks(blocks, **options).tables
    return grid(table)
