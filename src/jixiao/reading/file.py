"""From a path to a document: the file is opened, told by its content, and handed to the reader of its format."""

from __future__ import annotations

import hashlib
from pathlib import Path

from jixiao.model import Document, UnreadableError

from . import limits
from . import messages as say
from .content import Content
from .sniff import office, sniff


def read_document(path: Path) -> Document:
    """The file as paragraphs and tables. Word files (.docx), workbooks (.xlsx) and tab-indented text exports, whatever
    the suffix says.

    ``UnreadableError`` says what is wrong and what to do; nothing else is raised for any file.
    """
    return document_of(read_bytes(path), path.name)


def document_of(data: bytes, name: str) -> Document:
    """The same of bytes that lie elsewhere, in a zip for one; ``name`` is for messages."""
    content = _content(data, name)
    return Document(name, hashlib.sha256(data).hexdigest(), content.blocks, content.notes)


def _content(data: bytes, name: str) -> Content:
    if sniff(data, name) == "text":
        from .text import read_text

        return read_text(data, name)
    if (office(data) or _asked(data, name)) == "excel":
        from .excel import read_excel

        return read_excel(data, name)
    from .word import read_word

    return read_word(data, name)


def _asked(data: bytes, name: str) -> str:
    """What a package holds, as it says itself."""
    from .package import Package

    return "excel" if Package(data, name).holds_workbook else "word"


def read_bytes(path: Path) -> bytes:
    """The bytes of a file within the limit. ``UnreadableError`` where it is missing, a folder, locked or too large."""
    try:
        if path.is_dir():
            raise UnreadableError(path.name, say.FOLDER(), say.CHOOSE_FILES())
        if not path.is_file():
            raise UnreadableError(path.name, say.NO_FILE(), say.CHECK_PATH())
        with path.open("rb") as file:
            data = file.read(limits.FILE + 1)
    except OSError as error:
        raise UnreadableError(path.name, say.NOT_OPENED(), say.CLOSE_PROGRAM()) from error
    if len(data) > limits.FILE:
        raise UnreadableError(path.name, say.FILE_TOO_LARGE(size=limits.FILE // 2**20), say.SHRINK())
    return data
