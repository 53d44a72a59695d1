"""Files as various programs make them: commented, everything else in them is as it was, and they still open."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jixiao.model import Document, Position, UnreadableError
from jixiao.reading import read_document
from jixiao.reading.package import TRANSITIONAL, W
from jixiao.writing.annotate import annotate, annotated
from jixiao.writing.outline import tables
from jixiao.writing.word import write_word
from tests.docx_builder import Block, C, P, R, Raw, T, build_docx, package, parts_of
from tests.writing.commented import finding, marked, office, part, unchanged, with_parts
from tests.writing.dossiers import dossier

_TYPES = "[Content_Types].xml"
_LINKS = "word/_rels/document.xml.rels"


def everywhere(document: Document) -> dict[str, Position]:
    """Every paragraph and every cell that shows something."""
    name = document.name
    places = {f"/p/{p.number}": Position(name, paragraph=p.number) for p in document.paragraphs}
    return places | {
        f"/t/{t.number}/{r.number}/{c.index}": Position(name, table=t.number, row=r.number, cell=c.index)
        for t in document.tables
        for r in t.rows
        for c in r.cells
        if not c.continues
    }


def commented(source: Path) -> Path:
    """The file with a comment at every place; checked to be the same otherwise, to open and to read the same."""
    target = source.with_name(f"批注-{source.name}")
    document = read_document(source)
    places = everywhere(document)
    result = annotate(source, [finding(at) for at in places], places, target)
    assert (result.comments, result.not_placed) == (len(places), ())
    unchanged(source, target)
    assert read_document(target).blocks == document.blocks
    assert len(list(docx.Document(str(target)).comments)) >= len(places)
    return target


def by_python_docx(path: Path) -> None:
    """A file with what python-docx can put into one: a picture, a header, a nested table, a comment."""
    file: Any = docx.Document()
    file.add_heading("自评报告", 1)
    paragraph = file.add_paragraph("执行率")
    paragraph.add_run("97.20%").bold = True
    file.add_comment(paragraph.runs, "请核", author="李某", initials="李")
    table = file.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "并"
    table.cell(1, 0).add_table(1, 1).cell(0, 0).text = "内"
    file.add_picture(io.BytesIO(_picture()))
    file.sections[0].header.paragraphs[0].text = "页眉"
    file.save(str(path))


def _picture() -> bytes:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def test_a_file_made_by_python_docx(tmp_path: Path) -> None:
    by_python_docx(tmp_path / "a.docx")
    target = commented(tmp_path / "a.docx")
    assert [c.text for c in docx.Document(str(target)).comments if c.author == "李某"] == ["请核"]


def test_a_file_made_by_ourselves(tmp_path: Path) -> None:
    at = f"{tables(dossier())[1].at}/total"
    write_word(dossier(), tmp_path / "a.docx", comments=[(at, "请定：哪个对？")])
    target = commented(tmp_path / "a.docx")
    assert [c.text for c in docx.Document(str(target)).comments if c.author == "jixiao"] == ["请定：哪个对？"]


def test_a_file_made_by_an_office_suite(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    by_python_docx(tmp_path / "made" / "a.docx")
    target = commented(office(tmp_path, tmp_path / "made" / "a.docx", "docx"))
    again = office(tmp_path, target, "odt")
    with zipfile.ZipFile(again) as archive:
        notes = etree.fromstring(archive.read("content.xml")).iter(
            "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
        )
        texts = ["".join(note.itertext()) for note in notes]
    assert sum("有误 [SC101]" in text for text in texts) == len(everywhere(read_document(target)))
    assert sum("请核" in text for text in texts) == 1


def rewritten(text: str) -> bytes:
    """A Word file with this main part."""
    return with_parts(build_docx([]), {"word/document.xml": text})


_BODY = "<{w}p><{w}r><{w}t>甲</{w}t></{w}r></{w}p><{w}p/><{w}p {w}rsidR='1' />"
ODD_TEXTS = {
    "other prefix": f'<x:document xmlns:x="{TRANSITIONAL}"><x:body>{_BODY.format(w="x:")}</x:body></x:document>',
    "default namespace": (
        f'<document xmlns="{TRANSITIONAL}"><body><p><r><t>甲</t></r></p><p/><p  /></body></document>'
    ),
    "declared late": f'<w:document xmlns:w="{TRANSITIONAL}"><w:body>{_BODY.format(w="w:")}</w:body></w:document>',
    "extensions": (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<?mso-application progid="Word.Document"?><!-- -->'
        f'<w:document xmlns:w="{TRANSITIONAL}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14">'
        f'<w:body w14:paraId="&#x31;\'>">{_BODY.format(w="w:")}<!-- <w:p> --></w:body></w:document><!-- end -->'
    ),
}


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_xml_as_others_write_it(tmp_path: Path, text: str) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(rewritten(text))
    target = commented(source)
    assert marked(target) == ["甲", "", ""]
    raw = part(target.read_bytes(), "word/document.xml")
    assert raw.startswith(text[: text.index("甲") - len("<t>甲") - 20])
    assert "\r\n" in raw or "\r\n" not in text


def test_a_file_that_lacks_relations_or_has_its_text_elsewhere(tmp_path: Path) -> None:
    bare = with_parts(build_docx(["甲"]), {_LINKS: None, "word/styles.xml": None})
    (tmp_path / "bare.docx").write_bytes(bare)
    commented(tmp_path / "bare.docx")
    moved = parts_of(["甲"])
    for name in ("[Content_Types].xml", "_rels/.rels"):
        moved[name] = str(moved[name]).replace("word/document.xml", "word/document2.xml")
    moved["word/document2.xml"] = moved.pop("word/document.xml")
    moved["word/_rels/document2.xml.rels"] = moved.pop(_LINKS)
    places = {"/a": Position("x", paragraph=0)}
    data, _ = annotated(package(moved), "x", [finding("/a")], places)
    assert 'Target="comments.xml"' in part(data, "word/_rels/document2.xml.rels")
    assert "commentReference" in part(data, "word/document2.xml")
    assert [one.text for one in docx.Document(io.BytesIO(data)).comments] == ["错误：/a有误 [SC101]"]


@pytest.mark.parametrize("target", ["notes/remarks.xml", "/word/remarks.xml", "../remarks.xml"])
def test_comments_that_stand_in_another_part(target: str) -> None:
    name = {"n": "word/notes/remarks.xml", "/": "word/remarks.xml", ".": "remarks.xml"}[target[0]]
    link = (
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"'
        f' Target="{target}"/></Rel'
    )
    data = build_docx(["甲"])
    stranger = f'<w:comments xmlns:w="{TRANSITIONAL}"><w:comment w:id="0" w:author="某"><w:p/></w:comment></w:comments>'
    parts = {name: stranger, _LINKS: part(data, _LINKS).replace("</Rel", link)}
    result, _ = annotated(with_parts(data, parts), "x", [finding("/a")], {"/a": Position("x", paragraph=0)})
    assert part(result, name).startswith(stranger.removesuffix("</w:comments>"))
    assert 'w:id="1"' in part(result, name)
    assert f'PartName="/{name}"' in part(result, _TYPES)
    assert "word/comments.xml" not in zipfile.ZipFile(io.BytesIO(result)).namelist()


@pytest.mark.parametrize("odd", ["comments", "type", "twice"])
def test_what_cannot_be_changed_without_guessing_is_refused(odd: str) -> None:
    places = {"/a": Position("x", paragraph=0)}
    data, _ = annotated(build_docx(["甲"]), "x", [finding("/a")], places)
    if odd == "comments":
        data = with_parts(data, {"word/comments.xml": "<w:ftr xmlns:w='urn:w'/>"})
    elif odd == "type":
        data = with_parts(data, {_TYPES: part(data, _TYPES).replace("comments+xml", "footer+xml")})
    else:
        data = with_parts(data, {"word/documenT.xml": part(data, "word/document.xml")})
        data = data.replace(b"word/documenT.xml", b"word/document.xml")
    with pytest.raises(UnreadableError):
        annotated(data, "x", [finding("/b")], {"/b": Position("x", paragraph=0)})


def test_a_part_that_only_has_the_name_of_the_comments_is_left_alone() -> None:
    data = with_parts(build_docx(["甲"]), {"word/comments.xml": "<other/>"})
    result, _ = annotated(data, "x", [finding("/a")], {"/a": Position("x", paragraph=0)})
    assert part(result, "word/comments.xml") == "<other/>"
    assert "SC101" in part(result, "word/comments1.xml")


@pytest.mark.parametrize("kind", ["ms-word.document.macroEnabled.main", "ms-word.template.macroEnabledTemplate.main"])
def test_files_with_macros_and_templates(kind: str) -> None:
    data = build_docx(["甲"])
    types = part(data, _TYPES).replace("openxmlformats-officedocument.wordprocessingml.document.main", kind)
    result, said = annotated(
        with_parts(data, {_TYPES: types}), "x", [finding("/a")], {"/a": Position("x", paragraph=0)}
    )
    assert said.comments == 1
    assert kind in part(result, _TYPES)


def test_without_findings_the_file_is_the_same() -> None:
    data = build_docx(["甲"])
    assert annotated(data, "x", [], {})[0] is data


# --- anything, anywhere ---

_WORDS = st.text("甲乙 ≥<&", max_size=4)
_INLINES = st.lists(
    _WORDS
    | st.sampled_from(
        [
            Raw("<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><m:t>3</m:t></m:oMath>"),
            Raw("<w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>"),
            Raw('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
            Raw("<w:bookmarkStart w:id='3' w:name='b'/>"),
        ]
    ),
    max_size=3,
)
_RUNS = st.lists(
    st.builds(
        lambda text, outer, look, kept: outer.format(
            f"<w:r w:rsidR='00A1'>{look}<w:t{kept}>{escape(text)}</w:t><w:tab/><w:t>后</w:t></w:r>"
        ),
        st.text("甲1 <&", min_size=1, max_size=8),
        st.sampled_from(["{}", "<w:ins w:id='7' w:author='x'>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>"]),
        st.sampled_from(["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:rPrChange w:id='8'/></w:rPr>"]),
        st.sampled_from(["", " xml:space='preserve'"]),
    ),
    min_size=1,
    max_size=3,
).map(lambda runs: Raw(f"<w:p><w:pPr/>{''.join(runs)}</w:p>"))
_PARAGRAPHS = st.builds(P, _INLINES, joined=st.booleans()) | st.just(Raw("<w:p/>")) | _RUNS
_CELLS = st.builds(C, _WORDS, vmerge=st.sampled_from([None, "restart", "continue"])) | st.lists(
    _PARAGRAPHS, min_size=1, max_size=2
).map(C)
_ROWS = st.builds(R, st.lists(_CELLS, min_size=1, max_size=3), deleted=st.booleans())
_BLOCKS: st.SearchStrategy[list[Block]] = st.lists(
    _PARAGRAPHS | st.builds(T, st.lists(_ROWS, min_size=1, max_size=3)), max_size=4
)
_SMALL = st.none() | st.integers(0, 4)
_CHARACTERS = st.none() | st.integers(0, 25)


@st.composite
def positions(draw: st.DrawFn) -> Position:
    if draw(st.booleans()):
        return Position("x", table=draw(_SMALL), row=draw(_SMALL), cell=draw(_SMALL))
    return Position("x", paragraph=draw(_SMALL), start=draw(_CHARACTERS), end=draw(_CHARACTERS))


@given(_BLOCKS, st.lists(positions(), max_size=6), st.lists(positions(), max_size=3))
def test_any_place_in_any_file(blocks: list[Block], first: list[Position], second: list[Position]) -> None:
    data = build_docx(blocks)
    places = {f"/{number}": place for number, place in enumerate(first)}
    once, result = annotated(data, "x", [finding(at) for at in places], places)
    assert result.findings + len(result.not_placed) == len(places)
    assert result.comments == result.places <= result.findings
    unchanged(data, once)
    _well_formed(once, result.comments)
    again, _ = annotated(once, "x", [finding(at) for at in places], places)
    assert again == once
    others = {f"/{number}": place for number, place in enumerate(second)}
    replaced, result = annotated(once, "x", [finding(at) for at in others], others)
    unchanged(data, replaced)
    _well_formed(replaced, result.comments)
    clean, _ = annotated(replaced, "x", [], {})
    assert etree.canonicalize(part(clean, "word/document.xml")) == etree.canonicalize(part(data, "word/document.xml"))


def _well_formed(data: bytes, count: int) -> None:
    """Every comment has its start, its end and its reference, once and in this order."""
    root = etree.fromstring(part(data, "word/document.xml").encode())
    seen: dict[str, list[str]] = {}
    for mark in root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"):
        seen.setdefault(mark.get(W + "id", ""), []).append(etree.QName(mark).localname)
    assert list(seen.values()) == [["commentRangeStart", "commentRangeEnd", "commentReference"]] * count
    if count:
        comments = etree.fromstring(part(data, "word/comments.xml").encode())
        assert sorted(one.get(W + "id", "") for one in comments) == sorted(seen)
