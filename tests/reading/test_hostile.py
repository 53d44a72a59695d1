"""Files that cannot be read: one clear, gentle error each, in bounded time and memory."""

from __future__ import annotations

import io
import os
import re
import struct
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from jixiao.model import UnreadableError
from jixiao.reading import limits, read_document
from jixiao.reading.package import Package
from tests.docx_builder import P, Raw, T, build_docx, document_xml, package, parts_of
from tests.reading.reader import read, read_blocks, texts

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def problem(data: bytes, name: str = "自评.docx") -> UnreadableError:
    """The error that the bytes give."""
    with pytest.raises(UnreadableError) as caught:
        read(data, name)
    error = caught.value
    assert error.file == name
    assert error.problem
    assert error.remedy
    assert str(error).startswith(name)
    assert not re.search(r"[\u3400-\u9fff]", error.text("en").removeprefix(name))
    return error


def with_part(name: str, content: str | bytes | None, *, blocks: tuple[str, ...] = ("甲",)) -> bytes:
    """A Word file with one member changed, or left out."""
    parts = parts_of(blocks)
    if content is None:
        del parts[name]
    else:
        parts[name] = content
    return package(parts)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空的"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"{\\rtf1 x}", "RTF"),
        (b"\x89PNG\r\n", "图片"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (b"Rar!\x1a\x07", "压缩包"),
        (b"\x1f\x8b\x08", "压缩包"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><pkg:package/>", "XML"),
        (b"<!DOCTYPE html><html>", "网页"),
        (OLE + "WordDocument".encode("utf-16-le"), "旧格式"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (OLE + "Workbook".encode("utf-16-le"), "Excel"),
        (bytes(range(256)) * 9, "无法识别"),
        (package({}), "不是 Word"),
        (package({"a.txt": "x"}), "压缩包"),
        (package({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), "Excel"),
        (package({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<x/>"}), "演示文稿"),
        (package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "OpenDocument"),
        (with_part("word/document.xml", None), "缺少 Word 正文"),
        (with_part("word/document.xml", "<x/>"), "没有 Word 正文"),
        (with_part("word/document.xml", document_xml(["甲"]).replace("w:body", "w:corpus")), "没有 Word 正文"),
        (with_part("word/document.xml", document_xml(["甲"])[:-20]), "XML"),
        (with_part("word/document.xml", ""), "XML"),
        (with_part("word/document.xml", b"\xff\xfe\x00"), "编码"),
        (with_part("_rels/.rels", "<x"), "XML"),
    ],
)
def test_what_is_no_word_file(data: bytes, words: str) -> None:
    assert words in str(problem(data).problem)


def test_every_truncation_gives_a_clear_error() -> None:
    data = build_docx(["甲", T([["乙"] * 5] * 5)])
    for length in range(4, len(data) - 1, 97):
        assert "不完整" in str(problem(data[:length]).problem)


def test_every_damaged_byte_gives_an_error_or_a_document() -> None:
    data = build_docx([P("甲", style="Heading1"), T([["乙"]])])
    for place in range(0, len(data), 41):
        damaged = bytearray(data)
        damaged[place] ^= 0xFF
        with suppress(UnreadableError):
            assert read(bytes(damaged)).blocks


def test_missing_folder_and_locked_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableError, match="找不到"):
        read_document(tmp_path / "没有.docx")
    with pytest.raises(UnreadableError, match="文件夹"):
        read_document(tmp_path)
    file = tmp_path / "锁.docx"
    file.write_bytes(b"x")

    def locked(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(UnreadableError, match="打不开"):
        read_document(file)


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match="找不到"):
        read_document(tmp_path / "pipe")


def test_a_file_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE", 2**20)
    assert "超过 1 MB" in str(problem(bytes(2**20 + 1)).problem)


def test_zip_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = with_part("word/document.xml", b" " * (limits.RATIO_FROM + 1))
    assert "炸弹" in str(problem(bomb).problem)
    assert problem(bomb).place == "word/document.xml"
    monkeypatch.setattr(limits, "TOTAL", 100)
    assert "炸弹" in str(problem(build_docx(["甲"])).problem)


def test_a_bomb_that_lies_about_its_size_is_never_unpacked() -> None:
    data = bytearray(with_part("word/document.xml", b" " * 2**26))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.find(signature)
        while at >= 0:
            name_at = at + (46 if signature == b"PK\x01\x02" else 30)
            if data[name_at:].startswith(b"word/document.xml"):
                struct.pack_into("<I", data, at + offset, 1000)
            at = data.find(signature, at + 4)
    assert "损坏" in str(problem(bytes(data)).problem)


def test_encrypted_and_oddly_packed_members() -> None:
    data = bytearray(build_docx(["甲"]))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    assert "密码" in str(problem(bytes(data)).problem)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", document_xml(["甲"]))
    assert "压缩方法" in str(problem(buffer.getvalue()).problem)


def test_a_package_is_verified_part_by_part() -> None:
    data = bytearray(with_part("word/media/a.bin", bytes(range(256)) * 1000))
    Package(bytes(data), "自评.docx").verify()
    data[data.find(b"word/media/a.bin") + 40] ^= 0xFF
    with pytest.raises(UnreadableError, match=r"word/media/a\.bin.*损坏"):
        Package(bytes(data), "自评.docx").verify()


def test_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DIRECTORY", 2000)
    assert "过多" in str(problem(package({f"{n}.xml": "" for n in range(100)})).problem)


def test_entities_are_refused() -> None:
    body = document_xml(["&x;"]).replace("&amp;", "&")
    external = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    laughs = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 10))
    billion = f'<!DOCTYPE d [<!ENTITY x0 "ha">{laughs}<!ENTITY x "&x9;">]>'
    for declaration in (external, billion, '<!DOCTYPE d SYSTEM "http://example.invalid/x.dtd">'):
        hostile = body.replace("?><", f"?>{declaration}<", 1)
        for content in (hostile.encode(), hostile.replace("UTF-8", "UTF-16").encode("utf-16")):
            begun = time.process_time()
            assert "文档类型" in str(problem(with_part("word/document.xml", content)).problem)
            assert time.process_time() - begun < 2


def test_a_document_type_behind_a_long_comment_is_refused_too() -> None:
    hidden = document_xml(["甲"]).replace("?><", f"?><!-- {'x' * 20_000} --><!DOCTYPE d [<!ENTITY x 'y'>]><", 1)
    assert "文档类型" in str(problem(with_part("word/document.xml", hidden)).problem)


def test_deep_nesting() -> None:
    nested = T([["内"]])
    for _ in range(60):
        nested = T([[[nested]]])
    assert problem(build_docx([nested])).problem
    inlines = "<w:ins>" * 300 + "</w:ins>" * 300
    assert problem(build_docx([P([Raw(inlines)])])).problem
    controls = "<w:sdt><w:sdtContent>" * 50 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 50
    assert "嵌套" in str(problem(build_docx([Raw(controls)])).problem)
    groups = f"<w:r><w:drawing>{'<w:g>' * 100}{'</w:g>' * 100}</w:drawing></w:r>"
    assert texts(read_blocks([P(["甲", Raw(groups)])])) == ["甲"]


def test_a_million_rows() -> None:
    rows = "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 1_000_000
    begun = time.process_time()
    assert problem(build_docx([Raw(f"<w:tbl>{rows}</w:tbl>")])).problem
    assert time.process_time() - begun < 10


def test_counts_beyond_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, blocks, words in (
        ("PARAGRAPHS", ["甲"] * 5, "段落超过 3"),
        ("ROWS", [T([["甲"]] * 5)], "表格行超过 3"),
        ("CELLS", [T([["甲"] * 5])], "单元格超过 3"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(limits, name, 3)
            assert words in str(problem(build_docx(blocks)).problem)
    monkeypatch.setattr(limits, "MARKS", 60)
    crowded = [P([Raw(f"<w:r {' '.join(f'a{n}={quote}{quote}' for n in range(60))}/>")]) for quote in "'\""]
    assert all("内容过多" in str(problem(build_docx([block])).problem) for block in crowded)
    assert read(build_docx(["甲"])).blocks
    monkeypatch.setattr(limits, "MARKS", 10)
    assert "内容过多" in str(problem(build_docx(["甲"] * 9)).problem)


def test_a_text_node_beyond_what_the_parser_takes() -> None:
    assert "XML" in str(problem(build_docx([P("".join(map(chr, range(0x4E00, 0x9000))) * 650)])).problem)
