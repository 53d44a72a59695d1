"""What a file is, by its bytes: bytes in, the reader that they call for out, or a clear error."""

from __future__ import annotations

from typing import Literal, NamedTuple

from jixiao.model import UnreadableError
from jixiao.model.message import Phrase

from . import messages as say


class _Kind(NamedTuple):
    magic: bytes
    problem: Phrase
    remedy: Phrase


_NOT_YET = (
    _Kind(b"%PDF", say.PDF, say.USE_ORIGINAL),
    _Kind(b"{\\rtf", say.RTF, say.RESAVE),
    _Kind(b"\x89PNG", say.PICTURE, say.USE_ORIGINAL),
    _Kind(b"\xff\xd8\xff", say.PICTURE, say.USE_ORIGINAL),
    _Kind(b"Rar!", say.ARCHIVE, say.UNPACK),
    _Kind(b"7z\xbc\xaf", say.ARCHIVE, say.UNPACK),
    _Kind(b"\x1f\x8b", say.ARCHIVE, say.UNPACK),
)
_MARKUP = (b"<!doctype html", b"<html", b"mime-version:", b"<?xml")
_SHEETS = (b"microsoft-com:office:spreadsheet", b"microsoft-com:office:excel")
_HEAD = 2**12
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sniff(data: bytes, name: str) -> Literal["zip", "text"]:
    """Which reader the bytes call for; the name of the file only appears in messages. What a package holds, see
    :func:`office`.

    ``UnreadableError`` where it is empty, encrypted, or a format that jixiao does not read (yet).
    """
    if not data:
        raise UnreadableError(name, say.EMPTY(), say.ANOTHER_COPY())
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if data.startswith(_OLE):
        raise _old_office(data, name)
    for kind in _NOT_YET:
        if data.startswith(kind.magic):
            raise UnreadableError(name, kind.problem(), kind.remedy())
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        sheets = any(mark in data[:_HEAD] for mark in _SHEETS)
        raise UnreadableError(name, say.MARKUP(), say.EXCEL_SAVE_AS() if sheets else say.RESAVE())
    return "text"


def office(data: bytes) -> Literal["word", "excel", ""]:
    """What a package holds, by the names in its directory; nothing where they leave a doubt."""
    end = data.rfind(b"PK\x05\x06")
    directory = data[int.from_bytes(data[end + 16 : end + 20], "little") : end] if end >= 0 else b""
    text, book = b"word/document.xml" in directory, b"xl/workbook.xml" in directory
    return "" if text == book else "word" if text else "excel"


def _old_office(data: bytes, name: str) -> UnreadableError:
    """Files of the compound format: encrypted new ones, and the old .doc, .wps, .xls."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return UnreadableError(name, say.PASSWORD(), say.TAKE_PASSWORD_OFF())
    if holds("Workbook"):
        return UnreadableError(name, say.EXCEL_OLD(), say.EXCEL_SAVE_AS())
    return UnreadableError(name, say.OLD_FORMAT(), say.RESAVE())
