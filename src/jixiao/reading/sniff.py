"""What a file is, by its first bytes: bytes in, ``"zip"`` or ``"text"`` out, or a clear error."""

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
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sniff(data: bytes, name: str) -> Literal["zip", "text"]:
    """Which reader the bytes call for; the name of the file only appears in messages.

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
        raise UnreadableError(name, say.MARKUP(), say.RESAVE())
    return "text"


def _old_office(data: bytes, name: str) -> UnreadableError:
    """Files of the compound format: encrypted new ones, and the old .doc, .wps, .xls."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return UnreadableError(name, say.PASSWORD(), say.TAKE_PASSWORD_OFF())
    if holds("Workbook"):
        return UnreadableError(name, say.EXCEL(), say.USE_WORD())
    return UnreadableError(name, say.OLD_FORMAT(), say.RESAVE())
