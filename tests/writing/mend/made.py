"""Small files with one figure to change: blocks or rows enter; what became of the file leaves."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

from lxml import etree

from jixiao.model import Dossier, Position, Table
from jixiao.model.message import words
from jixiao.reading.excel import read_excel
from jixiao.reading.package import W
from jixiao.reading.word import read_word
from jixiao.writing import Change, Correction, Question
from jixiao.writing.mend import MendResult, Tracking, mended
from tests.docx_builder import C, T, build_docx

NAME = "自评.docx"
TRACKED = Tracking("核查", "2026-05-20T00:00:00Z")


def correction(*changes: tuple[str, str, str], questions: Sequence[Question] = ()) -> Correction:
    """A correction of these pointers: each with what stands there and what shall."""
    made = tuple(Change(at, before, after, words("所以")) for at, before, after in changes)
    return Correction(Dossier(), made, tuple(questions))


def mend(
    data: bytes,
    places: Mapping[str, Position],
    *changes: tuple[str, str, str],
    name: str = NAME,
    tracking: Tracking | None = None,
) -> tuple[bytes, MendResult]:
    """A file with these changes at these places."""
    return mended(data, name, correction(*changes), places, tracking=tracking)


def in_cell(
    cell: C | str, before: str, after: str, *, tracking: Tracking | None = None, beside: str = "甲"
) -> tuple[bytes, MendResult]:
    """A Word file with a table of two cells, the second of them changed."""
    data = build_docx([T([[beside, cell]])])
    return mend(data, {"/x": Position(NAME, 0, 0, 1)}, ("/x", before, after), tracking=tracking)


def texts(data: bytes) -> list[str]:
    """The texts of all cells of a Word file, in order."""
    return [c.text for t in _tables(read_word(data, NAME).blocks) for row in t.rows for c in row.cells]


def sheet_texts(data: bytes) -> list[str]:
    """The texts of all cells of a workbook, in order."""
    return [c.text for t in _tables(read_excel(data, "a.xlsx").blocks) for row in t.rows for c in row.cells]


def _tables(blocks: Sequence[object]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    """The bytes of a part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def differing(one: bytes, other: bytes) -> list[str]:
    """The names of the parts that differ, or that only one of two packages has."""
    with zipfile.ZipFile(BytesIO(one)) as a, zipfile.ZipFile(BytesIO(other)) as b:
        first, second = ({n: archive.read(n) for n in archive.namelist()} for archive in (a, b))
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def accepted(xml: bytes) -> bytes:
    """The main part of a Word file with every tracked change accepted."""
    return _settled(xml, gone="del", kept="ins")


def rejected(xml: bytes) -> bytes:
    """The main part of a Word file with every tracked change rejected."""
    return _settled(xml, gone="ins", kept="del")


def _settled(xml: bytes, gone: str, kept: str) -> bytes:
    root = etree.fromstring(xml)
    for mark in list(root.iter(W + gone)):
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
    for mark in list(root.iter(W + kept)):
        parent = mark.getparent()
        assert parent is not None
        at = parent.index(mark)
        parent[at : at + 1] = list(mark)
    for text in root.iter(W + "delText"):
        text.tag = W + "t"
    return etree.tostring(root)
