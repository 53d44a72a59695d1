"""What a file is, by its first bytes: bytes in, ``"zip"`` or ``"text"`` out, or a clear error."""

from __future__ import annotations

from typing import Literal, NamedTuple

from jixiao.model import UnreadableError


class _Kind(NamedTuple):
    magic: bytes
    problem: str
    remedy: str


_SAVE_AS = "请用 Word 或 WPS 打开，另存为 .docx 后再试"
_NOT_YET = (
    _Kind(b"%PDF", "这是 PDF 文件，目前还不能读取", "请改用它的 Word 原件（.docx）"),
    _Kind(b"{\\rtf", "这是 RTF 文件，目前还不能读取", _SAVE_AS),
    _Kind(b"\x89PNG", "这是图片，目前还不能读取", "请改用它的 Word 原件（.docx）"),
    _Kind(b"\xff\xd8\xff", "这是图片，目前还不能读取", "请改用它的 Word 原件（.docx）"),
    _Kind(b"Rar!", "这是压缩包，不是文档", "请先解压，再读取其中的 .docx 文件"),
    _Kind(b"7z\xbc\xaf", "这是压缩包，不是文档", "请先解压，再读取其中的 .docx 文件"),
    _Kind(b"\x1f\x8b", "这是压缩包，不是文档", "请先解压，再读取其中的 .docx 文件"),
)
_MARKUP = (b"<!doctype html", b"<html", b"mime-version:", b"<?xml")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sniff(data: bytes, name: str) -> Literal["zip", "text"]:
    """Which reader the bytes call for; the name of the file only appears in messages.

    ``UnreadableError`` where it is empty, encrypted, or a format that jixiao does not read (yet).
    """
    if not data:
        raise UnreadableError(name, "文件是空的（0 字节）", "请检查是否上传或复制完整，换一份再试")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if data.startswith(_OLE):
        raise _old_office(data, name)
    for kind in _NOT_YET:
        if data.startswith(kind.magic):
            raise UnreadableError(name, kind.problem, kind.remedy)
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise UnreadableError(name, "这是网页或 XML 文件，目前还不能读取", _SAVE_AS)
    return "text"


def _old_office(data: bytes, name: str) -> UnreadableError:
    """Files of the compound format: encrypted new ones, and the old .doc, .wps, .xls."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return UnreadableError(name, "文件设有打开密码，无法读取", "请在 Word 或 WPS 中取消密码，另存后再试")
    if holds("Workbook"):
        return UnreadableError(name, "这是 Excel 文件，目前还不能读取", "请改用 Word 文件（.docx）")
    return UnreadableError(name, "这是旧格式的文档（.doc、.wps），目前还不能读取", _SAVE_AS)
