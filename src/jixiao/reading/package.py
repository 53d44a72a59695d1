"""A Word file as a package of parts: bytes in, parsed XML out. Whatever is unpacked is bounded, nothing is fetched."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from functools import cached_property

from lxml import etree

from jixiao.model import UnreadableError

from . import limits
from . import messages as say

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{TRANSITIONAL}}}"

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT, _TRANSITIONAL = STRICT.encode(), TRANSITIONAL.encode()
_HEAD = 2**14
_PIECE = 2**16


class Package:
    """The parts of one Word file. ``UnreadableError`` from any method where the file is broken, foreign or hostile."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        end = data.rfind(b"PK\x05\x06")
        if end >= 0 and int.from_bytes(data[end + 12 : end + 16], "little") > limits.DIRECTORY:
            raise UnreadableError(name, say.TOO_MANY_MEMBERS(), say.CHECK_ORIGIN())
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise UnreadableError(name, say.NOT_WHOLE(), say.COPY_AGAIN()) from error
        self._members = {member.filename: member for member in self._zip.infolist()}
        if sum(member.file_size for member in self._members.values()) > limits.TOTAL:
            raise UnreadableError(name, say.BOMB(), say.CHECK_ORIGIN())

    @cached_property
    def main(self) -> str:
        """The name of the main part, as the package itself says (usually ``word/document.xml``)."""
        target = self._related("_rels/.rels", "/officeDocument") or "word/document.xml"
        if target in self._members and not target.startswith(("xl/", "ppt/")):
            return target
        raise self._foreign()

    def bytes_of(self, part: str) -> bytes:
        """An unpacked part, within the limits, as UTF-8 in the transitional namespace.

        The strict variant of the format differs, in what is read here, by the name of its namespace only.
        """
        data = self.raw(part)
        return data.replace(_STRICT, _TRANSITIONAL) if _STRICT in data[:_HEAD] else data

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
        part = member.filename
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableError(self.name, say.METHOD(), say.SAVE_A_COPY(), part)
        try:
            with self._zip.open(member) as stream:
                if keep:
                    return stream.read(member.file_size + 1)
                while stream.read(_PIECE):
                    pass
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError) as error:
            raise UnreadableError(self.name, say.DAMAGED(), say.COPY_AGAIN(), part) from error
        return b""

    def parse(self, data: bytes, part: str) -> etree._Element:
        """The root element of a part. No document type, no entity, nothing from the network."""
        if b"<!DOCTYPE" in data[:_HEAD]:
            raise UnreadableError(self.name, say.DOCTYPE(), say.CHECK_ORIGIN(), part)
        if len(data) > 3 * limits.TAGS and data.count(b"<") > limits.TAGS:
            raise UnreadableError(self.name, say.TOO_MUCH_CONTENT(), say.SPLIT(), part)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None)
            place = say.PART_LINE(part=part, line=line) if line else part
            raise UnreadableError(self.name, say.MALFORMED(), say.SAVE_A_COPY(), place) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableError(self.name, say.DOCTYPE(), say.CHECK_ORIGIN(), part)
        return root

    def related(self, kind: str) -> bytes | None:
        """The part that the main part names as its ``styles``, ``numbering``, …; ``None`` where there is none."""
        folder, _, file = self.main.rpartition("/")
        target = self._related(f"{folder}/_rels/{file}.rels", f"/{kind}", folder)
        return self.bytes_of(target) if target in self._members else None

    def _related(self, relations: str, kind: str, folder: str = "") -> str:
        if relations not in self._members:
            return ""
        for relation in self.parse(self.bytes_of(relations), relations).iter(_RELATIONSHIP):
            if relation.get("Type", "").endswith(kind) and relation.get("TargetMode") != "External":
                return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        return ""

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
            return UnreadableError(self.name, say.OPEN_DOCUMENT(), say.SAVE_AS_DOCX())
        if "[Content_Types].xml" in names:
            return UnreadableError(self.name, say.NO_MAIN_PART(), say.SAVE_A_COPY())
        return UnreadableError(self.name, say.ZIP(), say.UNPACK())
