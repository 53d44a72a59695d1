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

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{TRANSITIONAL}}}"

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT, _TRANSITIONAL = STRICT.encode(), TRANSITIONAL.encode()
_HEAD = 2**14
_PIECE = 2**16
_BROKEN = "请用 Word 或 WPS 打开，确认完好后另存一份再试"
_DOCTYPE = "文件里有文档类型声明，正常的 Word 文件不会有"
_HOSTILE = "请确认文件来源；如确系正常文件，用 Word 打开后另存为 .docx 再试"


class Package:
    """The parts of one Word file. ``UnreadableError`` from any method where the file is broken, foreign or hostile."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        end = data.rfind(b"PK\x05\x06")
        if end >= 0 and int.from_bytes(data[end + 12 : end + 16], "little") > limits.DIRECTORY:
            raise UnreadableError(name, "压缩包里的文件过多", _HOSTILE)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise UnreadableError(name, "文件不完整或已损坏，打不开", "请重新下载或复制一份再试") from error
        self._members = {member.filename: member for member in self._zip.infolist()}
        if sum(member.file_size for member in self._members.values()) > limits.TOTAL:
            raise UnreadableError(name, "解压后过大，疑似压缩炸弹", _HOSTILE)

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
            raise UnreadableError(self.name, "文件设有密码，无法读取", "请取消密码，另存后再试", part)
        crowded = member.file_size > limits.RATIO_FROM and member.file_size > limits.RATIO * member.compress_size
        if member.file_size > limits.PART or crowded:
            raise UnreadableError(self.name, "解压后过大，疑似压缩炸弹", _HOSTILE, part)
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
            raise UnreadableError(self.name, "使用了 Word 不用的压缩方法", _BROKEN, part)
        try:
            with self._zip.open(member) as stream:
                if keep:
                    return stream.read(member.file_size + 1)
                while stream.read(_PIECE):
                    pass
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError) as error:
            raise UnreadableError(self.name, "文件不完整或已损坏", "请重新下载或复制一份再试", part) from error
        return b""

    def parse(self, data: bytes, part: str) -> etree._Element:
        """The root element of a part. No document type, no entity, nothing from the network."""
        if b"<!DOCTYPE" in data[:_HEAD]:
            raise UnreadableError(self.name, _DOCTYPE, _HOSTILE, part)
        if len(data) > 3 * limits.TAGS and data.count(b"<") > limits.TAGS:
            raise UnreadableError(self.name, "内容过多，超出单个文件的上限", "请拆成几个文件再试", part)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None)
            place = f"{part} 第{line}行" if line else part
            raise UnreadableError(self.name, "文件内部的 XML 不完整或不合规范", _BROKEN, place) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableError(self.name, _DOCTYPE, _HOSTILE, part)
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
            raise UnreadableError(self.name, "文件内部的文字编码有误", _BROKEN, part) from error
        return text.partition("?>")[2].encode() if text.startswith("<?xml") else text.encode()

    def _foreign(self) -> UnreadableError:
        names = self._members
        if any(name.startswith("xl/") for name in names):
            return UnreadableError(self.name, "这是 Excel 文件，目前还不能读取", "请改用 Word 文件（.docx）")
        if any(name.startswith("ppt/") for name in names):
            return UnreadableError(self.name, "这是演示文稿，不是 Word 文件", "请改用 Word 文件（.docx）")
        if "mimetype" in names and "content.xml" in names:
            return UnreadableError(self.name, "这是 OpenDocument 文件，目前还不能读取", "请另存为 .docx 后再试")
        if "[Content_Types].xml" in names:
            return UnreadableError(self.name, "文件里缺少 Word 正文", _BROKEN)
        return UnreadableError(self.name, "这是压缩包，不是 Word 文件", "请先解压，再读取其中的 .docx 文件")
