"""A Word file or workbook as a package: bytes in, parsed parts out. What is unpacked is bounded, nothing is fetched."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from jixiao.model import UnreadableError

from . import limits
from . import messages as say
from .inflate import inflated

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{TRANSITIONAL}}}"

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SHEETS = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NAMESPACES = (
    (STRICT.encode(), TRANSITIONAL.encode()),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", _SHEETS),
)
"""Strict and transitional names; both start alike."""

_ANY_STRICT = b"http://purl.oclc.org/ooxml/"
_WORKBOOK = rb"<(?:\w+:)?workbook\b"
_HEAD = 2**14
_USUAL = re.compile(r"(?:\w+/)*\w+\.\w+")
"""Targets that need no resolving: a part in the folder, or in a folder of it."""
_PIECE = 2**16
_BROKEN = (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OverflowError, OSError)
"""What the library raises for a directory or header that makes no sense."""


class Link(NamedTuple):
    """A relation of a part: its id, its type as a URI, and the part it leads to (empty where that lies outside)."""

    id: str
    kind: str
    part: str


class Package:
    """The parts of one file. ``UnreadableError`` from any method where the file is broken, foreign or hostile."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        self._links: dict[str, list[Link]] = {}
        end = data.rfind(b"PK\x05\x06")
        if end >= 0 and int.from_bytes(data[end + 12 : end + 16], "little") > limits.DIRECTORY:
            raise UnreadableError(name, say.TOO_MANY_MEMBERS(), say.CHECK_ORIGIN())
        self._data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise UnreadableError(name, say.NOT_WHOLE(), say.COPY_AGAIN()) from error
        self._members = {member.filename: member for member in self._zip.infolist()}
        if sum(member.file_size for member in self._members.values()) > limits.TOTAL:
            raise UnreadableError(name, say.BOMB(), say.CHECK_ORIGIN())

    @cached_property
    def main(self) -> str:
        """The name of the main part of a Word file, as the package says (usually ``word/document.xml``)."""
        target = self._target or "word/document.xml"
        if target in self._members and not target.startswith(("xl/", "ppt/")):
            return target
        raise self._foreign()

    @cached_property
    def workbook(self) -> str:
        """The name of the main part of a workbook, as the package says (usually ``xl/workbook.xml``)."""
        target = self._target or "xl/workbook.xml"
        if target.endswith(".bin"):
            raise UnreadableError(self.name, say.EXCEL_BINARY(), say.EXCEL_SAVE_AS())
        if target in self._members:
            return target
        raise UnreadableError(self.name, say.EXCEL_NO_WORKBOOK(), say.EXCEL_REPAIR())

    @property
    def holds_workbook(self) -> bool:
        """Whether the main part is a workbook."""
        target = self._target
        if target.startswith(("word/", "ppt/")) or target not in self._members:
            return not target.startswith(("word/", "ppt/")) and any(name.startswith("xl/") for name in self._members)
        return target.startswith("xl/") or bool(re.search(_WORKBOOK, self.raw(target)[:_HEAD]))

    @cached_property
    def _target(self) -> str:
        return self.related_part("", "/officeDocument")

    def __contains__(self, part: object) -> bool:
        return part in self._members

    def bytes_of(self, part: str) -> bytes:
        """An unpacked part, within the limits, as UTF-8 in the transitional namespace.

        The strict variant of the formats differs, in what is read here, by the name of its namespace only.
        """
        data = self.raw(part)
        if _ANY_STRICT in data[:_HEAD]:
            for strict, transitional in _NAMESPACES:
                data = data.replace(strict, transitional)
        return data

    def raw(self, part: str) -> bytes:
        """An unpacked part, within the limits, as UTF-8."""
        member = self._members[part]
        if member.flag_bits & 1:
            raise UnreadableError(self.name, say.PART_LOCKED(), say.SAVE_UNLOCKED(), part)
        crowded = member.file_size > limits.RATIO_FROM and member.file_size > limits.RATIO * member.compress_size
        if member.file_size > limits.PART or crowded:
            raise UnreadableError(self.name, say.BOMB(), say.CHECK_ORIGIN(), part)
        data = self._unpacked(member)
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            data = self._from_utf16(data, part)
        return data

    def verify(self) -> None:
        """Unpack every part once, a piece at a time: proves that the sizes are as declared and nothing is damaged."""
        for member in self._members.values():
            self._unpacked(member, keep=False)

    def _unpacked(self, member: zipfile.ZipInfo, *, keep: bool = True) -> bytes:
        """A part unpacked in bounded pieces: a declared size is a claim, and ``ZipFile.read`` trusts it too late."""
        if keep and (data := inflated(self._data, member)) is not None:
            return data
        part = member.filename
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableError(self.name, say.METHOD(), say.SAVE_A_COPY(), part)
        try:
            with self._zip.open(member) as stream:
                if keep:
                    return stream.read(member.file_size + 1)
                while stream.read(_PIECE):
                    pass
        except (*_BROKEN, zlib.error, EOFError, RuntimeError) as error:
            raise UnreadableError(self.name, say.DAMAGED(), say.COPY_AGAIN(), part) from error
        return b""

    def parse(self, data: bytes, part: str) -> etree._Element:
        """The root element of a part. No document type, no entity, nothing from the network."""
        if b"<!DOCTYPE" in data[:_HEAD]:
            raise UnreadableError(self.name, say.DOCTYPE(), say.CHECK_ORIGIN(), part)
        self.check(data, part)
        try:
            root = etree.fromstring(data, self._parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None)
            place = say.PART_LINE(part=part, line=line) if line else part
            raise UnreadableError(self.name, say.MALFORMED(), say.SAVE_A_COPY(), place) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableError(self.name, say.DOCTYPE(), say.CHECK_ORIGIN(), part)
        return root

    def check(self, data: bytes, part: str) -> None:
        """``UnreadableError`` where a tree of the XML would not fit into memory."""
        if len(data) > limits.MARKS and sum(map(data.count, (b"<", b'="', b"='"))) > limits.MARKS:
            raise UnreadableError(self.name, say.TOO_MUCH_CONTENT(), say.SPLIT(), part)

    def related(self, kind: str) -> bytes | None:
        """The part that the main part names as its ``styles``, ``numbering``, …; ``None`` where there is none."""
        target = self.related_part(self.main, f"/{kind}")
        return self.bytes_of(target) if target in self._members else None

    def related_part(self, part: str, kind: str) -> str:
        """The name of the first part that a part names with a type that ends so; empty where it names none. The package
        itself is the part without a name.
        """
        return next((link.part for link in self.links(part) if link.part and link.kind.endswith(kind)), "")

    def links(self, part: str) -> list[Link]:
        """The relations of a part."""
        if part not in self._links:
            self._links[part] = self._read_links(part)
        return self._links[part]

    def _read_links(self, part: str) -> list[Link]:
        folder, _, file = part.rpartition("/")
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations not in self._members:
            return []
        return [
            Link(item.get("Id", ""), item.get("Type", ""), _part(item, folder))
            for item in self.parse(self.bytes_of(relations), relations).iter(_RELATIONSHIP)
        ]

    def _from_utf16(self, data: bytes, part: str) -> bytes:
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise UnreadableError(self.name, say.ENCODING(), say.SAVE_A_COPY(), part) from error
        return text.partition("?>")[2].encode() if text.startswith("<?xml") else text.encode()

    def _foreign(self) -> UnreadableError:
        names = self._members
        if any(name.startswith("xl/") for name in names):
            return UnreadableError(self.name, say.EXCEL(), say.USE_WORD())
        if any(name.startswith("ppt/") for name in names):
            return UnreadableError(self.name, say.SLIDES(), say.USE_WORD())
        if "mimetype" in names and "content.xml" in names:
            sheets = b"spreadsheet" in self.raw("mimetype")
            return UnreadableError(
                self.name, say.OPEN_DOCUMENT(), say.EXCEL_SAVE_AS() if sheets else say.SAVE_AS_DOCX()
            )
        if "[Content_Types].xml" in names:
            return UnreadableError(self.name, say.NO_MAIN_PART(), say.SAVE_A_COPY())
        return UnreadableError(self.name, say.ZIP(), say.UNPACK())


def _part(item: etree._Element, folder: str) -> str:
    if item.get("TargetMode") == "External":
        return ""
    target = item.get("Target", "")
    if _USUAL.fullmatch(target):
        return f"{folder}/{target}" if folder else target
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
