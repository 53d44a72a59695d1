"""Commented Word files for tests: what is annotated, what comments it has then, and what else changed in it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from jixiao.model import Finding, Position, Severity, Term
from jixiao.model.message import WORDS
from jixiao.reading.package import W
from jixiao.writing.annotate import AUTHOR, AnnotateResult, annotate
from tests.docx_builder import Block, build_docx

FILE = "自评.docx"


def finding(at: str, **more: Any) -> Finding:
    """An error at that place, or what ``more`` says."""
    base = Finding(at, severity=Severity.ERROR, code="SC101", message=WORDS(text=Term(f"{at}有误", f"{at} is wrong")))
    return replace(base, **more)


def annotated(
    folder: Path, blocks: list[Block] | bytes, places: dict[str, Position], *findings: Finding, lang: str = "zh"
) -> tuple[AnnotateResult, Path]:
    """Annotate a file of these blocks; by default one finding for each place."""
    source, target = folder / FILE, folder / "批注.docx"
    source.write_bytes(blocks if isinstance(blocks, bytes) else build_docx(blocks))
    before = source.read_bytes()
    result = annotate(source, findings or [finding(at) for at in places], places, target, lang=lang)
    assert source.read_bytes() == before
    return result, target


def comments(path: Path) -> list[str]:
    """The texts of our comments."""
    return [one.text for one in docx.Document(str(path)).comments if one.author == AUTHOR]


def marked(path: Path | io.BytesIO) -> list[str]:
    """The text between the marks of each comment, by number."""
    body = docx.Document(str(path) if isinstance(path, Path) else path).element.body
    texts: dict[str, str] = {}
    running: set[str] = set()
    for element in body.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference", W + "t"):
        number = element.get(W + "id")
        if element.tag == W + "commentRangeStart":
            running.add(number)
            texts[number] = ""
        elif element.tag == W + "commentRangeEnd":
            running.remove(number)
        elif element.tag == W + "commentReference":
            assert number in texts
            assert number not in running
        else:
            for open_one in running:
                texts[open_one] += element.text or ""
    assert not running
    return [texts[number] for number in sorted(texts, key=int)]


def cell(table: int, row: int, index: int) -> Position:
    return Position(FILE, table=table, row=row, cell=index)


def unchanged(source: Path | bytes, target: Path | bytes) -> None:
    """Every part is as before to the byte, packed bytes included, but for the marks of our comments, the comments,
    and the lists that name the new part; in those nothing else differs, in canonical form.
    """
    before, after = bytes_of(source), bytes_of(target)
    old, new = zipfile.ZipFile(io.BytesIO(before)), zipfile.ZipFile(io.BytesIO(after))
    assert new.testzip() is None
    assert new.namelist()[: len(old.namelist())] == old.namelist()
    for name in old.namelist():
        if old.read(name) == new.read(name):
            assert record(before, old, name) == record(after, new, name), name
        else:
            assert name in _CONCERNED, name
            assert old.getinfo(name).date_time == new.getinfo(name).date_time
    assert set(new.namelist()) - set(old.namelist()) <= {"word/comments.xml", "word/_rels/document.xml.rels"}
    ours = _ours(new)
    plain = _without_marks(new.read("word/document.xml"), ours)
    assert plain == _without_marks(old.read("word/document.xml"), _ours(old))
    assert _prolog(new.read("word/document.xml")) == _prolog(old.read("word/document.xml"))
    assert _strangers(old) == _strangers(new)


_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CONCERNED = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml", "word/comments.xml"}


def bytes_of(file: Path | bytes) -> bytes:
    return file if isinstance(file, bytes) else file.read_bytes()


def record(data: bytes, archive: zipfile.ZipFile, name: str) -> bytes:
    """The header and the packed bytes of a member."""
    info = archive.getinfo(name)
    name_and_extra = int.from_bytes(data[info.header_offset + 26 : info.header_offset + 28], "little")
    name_and_extra += int.from_bytes(data[info.header_offset + 28 : info.header_offset + 30], "little")
    return data[info.header_offset : info.header_offset + 30 + name_and_extra + info.compress_size]


def _comments_of(archive: zipfile.ZipFile) -> list[etree._Element]:
    names = [name for name in archive.namelist() if name.startswith("word/comments") and name.endswith(".xml")]
    return [one for name in names for one in etree.fromstring(archive.read(name)) if one.tag == W + "comment"]


def _ours(archive: zipfile.ZipFile) -> set[str]:
    return {one.get(W + "id", "") for one in _comments_of(archive) if one.get(W + "author") == AUTHOR}


def _strangers(archive: zipfile.ZipFile) -> list[bytes]:
    """The comments of others, in canonical form."""
    return [etree.tostring(one, method="c14n") for one in _comments_of(archive) if one.get(W + "author") != AUTHOR]


def _without_marks(data: bytes, ours: Collection[str]) -> bytes:
    """The text without the marks of these comments, in canonical form, comments and instructions included."""
    root = etree.fromstring(data)
    for mark in list(root.iter(W + "commentReference", W + "commentRangeStart", W + "commentRangeEnd")):
        if mark.get(W + "id") in ours:
            parent = mark.getparent()
            assert parent is not None
            if mark.tag == W + "commentReference":
                mark, parent = parent, parent.getparent()
            assert parent is not None
            assert mark.tail is None or not mark.tail.strip()
            parent.remove(mark)
    _join_runs(root)
    buffer = io.BytesIO()
    root.getroottree().write_c14n(buffer, with_comments=True)
    return buffer.getvalue()


def _join_runs(root: etree._Element) -> None:
    """Runs of one look side by side made one, and their texts: what is between runs does not matter, only what is
    in them. Outer blanks of a text that says nothing of them do not count.
    """
    for text in root.iter(W + "t"):
        if text.get(_SPACE) != "preserve":
            text.text = (text.text or "").strip()
            text.set(_SPACE, "preserve")
    for run in list(root.iter(W + "r")):
        before = run.getprevious()
        if before is None or before.tag != W + "r" or _look(before) != _look(run):
            continue
        run.attrib.clear()
        for child in [child for child in run if child.tag != W + "rPr"]:
            last = before[-1] if len(before) else None
            if last is not None and child.tag == last.tag == W + "t" and dict(child.attrib) == dict(last.attrib):
                last.text = (last.text or "") + (child.text or "")
                run.remove(child)
            else:
                before.append(child)
        for child in list(before):
            run.append(child)
        looks = run.findall(W + "rPr")
        for extra in looks[1:]:
            run.remove(extra)
        for name, value in before.attrib.items():
            run.set(name, value)
        parent = before.getparent()
        assert parent is not None
        parent.remove(before)


def _look(run: etree._Element) -> tuple[dict[str, str], bytes]:
    look = run.find(W + "rPr")
    attributes = {str(name): str(value) for name, value in run.attrib.items()}
    return attributes, b"" if look is None else etree.tostring(look, method="c14n")


def _prolog(data: bytes) -> bytes:
    """All that stands before the text begins: declaration, instructions, namespaces, what may be ignored."""
    return data[: data.index(b"<w:body")] if b"<w:body" in data else b""


def office(folder: Path, source: Path, to: str) -> Path:
    """The file as LibreOffice saves it in another form; skips the test where there is none."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not on this machine")
    out = folder / f"office-{to}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / f"{source.stem}.{to.partition(':')[0]}"


def with_parts(data: bytes, parts: Mapping[str, str | bytes | None]) -> bytes:
    """The package with these parts in place of its own (``None``: without it), packed anew."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in [*old.namelist(), *(name for name in parts if name not in old.namelist())]:
            content = parts.get(name, old.read(name) if name in old.namelist() else None)
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()


def part(data: bytes, name: str) -> str:
    """One part of a package as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()
