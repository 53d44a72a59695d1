"""Findings as comments in a Word file: at the right place, and nothing else changed."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from jixiao.model import Position, Severity, UnreadableError
from jixiao.model.message import words
from jixiao.reading import read_document
from jixiao.reading.package import W
from jixiao.writing.annotate import AnnotateResult, annotate
from tests.docx_builder import Block, C, P, R, Raw, T, build_docx, package, parts_of, run
from tests.shared import shared_path
from tests.writing.commented import FILE, annotated, cell, comments, finding, marked, office, unchanged


def test_a_comment_says_severity_message_consequences_places_and_basis(tmp_path: Path) -> None:
    follows = finding("/a/sum", severity=Severity.WARNING, message=words("合计随之\n有误\x01"), code="")
    one = finding("/a", evidence=("/b", "/none"), consequences=(follows,), basis=words("财预〔2020〕10号"))
    places = {"/a": cell(0, 0, 0), "/b": Position("别的.docx", paragraph=2)}
    result, target = annotated(tmp_path, [T([["甲"]])], places, one)
    assert result == AnnotateResult(1, 1, 1)
    assert comments(target) == [
        "错误：/a有误 [SC101]\n由此引起：提醒：合计随之 有误\n另见：别的.docx 第3段\n依据：财预〔2020〕10号"
    ]


def test_only_the_first_related_places_are_named(tmp_path: Path) -> None:
    places = {f"/{n}": cell(0, 0, n) for n in range(8)}
    related = tuple(places) * 2
    _, target = annotated(tmp_path, [T([["甲"] * 8])], places, finding("/0", evidence=related))
    assert comments(target)[0].endswith("另见：" + "；".join(f"表1 第1行 第{n}格" for n in range(2, 7)) + "等 7 处")


def test_in_english(tmp_path: Path) -> None:
    one = finding("/a", consequences=(finding("/b", severity=None),), basis=words("x"))
    _, target = annotated(tmp_path, [T([["甲"]])], {"/a": cell(0, 0, 0)}, one, lang="en")
    assert comments(target) == ["Error: /a is wrong [SC101]\nFollows from it: Info: /b is wrong [SC101]\nBasis: x"]


def test_cells_are_those_of_the_reader(tmp_path: Path) -> None:
    nested = T([["内一", "内二"]])
    control = Raw(f"<w:sdt><w:sdtContent>{P('控件').xml()}</w:sdtContent></w:sdt>")
    blocks: list[Block] = [
        "段",
        T(
            [
                [C("并", vmerge="restart"), C("宽", span=2)],
                R(["删"], deleted=True),
                [C("", vmerge="continue"), ["外", nested, "后"], ""],
                [[control], C("旧", hmerge="restart"), C("并", hmerge="continue"), "末"],
            ]
        ),
        T([["次"]]),
    ]
    source = tmp_path / "x.docx"
    source.write_bytes(build_docx(blocks))
    document = read_document(source)
    places = {
        f"/{table.number}/{row.number}/{c.index}": cell(table.number, row.number, c.index)
        for table in document.tables
        for row in table.rows
        for c in row.cells
        if not c.continues
    }
    expected = [c.text for table in document.tables for row in table.rows for c in row.cells if not c.continues]
    _, target = annotated(tmp_path, blocks, places)
    outer = expected.index("外\n后")
    found = marked(target)
    assert found[outer] == "外内一内二后"
    expected[outer] = found[outer]
    expected[expected.index("旧并")] = "旧"
    assert found == expected


def test_a_cell_below_a_merge_is_commented_at_its_head(tmp_path: Path) -> None:
    blocks: list[Block] = [
        T([["a", C("头", vmerge="restart")], ["b", C(vmerge="continue")], ["c", C(vmerge="continue")]])
    ]
    _, target = annotated(tmp_path, blocks, {"/x": cell(0, 2, 1)})
    assert marked(target) == ["头"]
    stray: list[Block] = [T([["a"], [C("", span=2), C("", vmerge="continue")]])]
    (tmp_path / "批注.docx").unlink()
    assert annotated(tmp_path, stray, {"/x": cell(0, 1, 1)})[0].comments == 1


def test_paragraphs_and_characters(tmp_path: Path) -> None:
    split = Raw(f"<w:p><w:pPr><w:jc w:val='both'/></w:pPr>{run('执行率')}{run('97.20%')}{run('。')}</w:p>")
    link = P([Raw(f"<w:hyperlink>{run('链')}{run('接')}</w:hyperlink>"), "后"])
    field = P(
        [Raw('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), "前", Raw('<w:r><w:fldChar w:fldCharType="end"/></w:r>')]
    )
    places = {
        "/whole": Position(FILE, paragraph=0),
        "/part": Position(FILE, paragraph=0, start=3, end=9),
        "/link": Position(FILE, paragraph=1, start=1, end=2),
        "/field": Position(FILE, paragraph=2, start=0, end=1),
        "/empty": Position(FILE, paragraph=3, start=0, end=0),
        "/beyond": Position(FILE, paragraph=0, start=90, end=99),  # the whole, which has a comment already
    }
    _, target = annotated(tmp_path, [split, link, field, ""], places)
    assert marked(target) == ["执行率97.20%。", "97.20%", "接", "前", ""]


def test_a_formula_that_no_run_holds_marks_the_whole_paragraph(tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = Raw(f"<m:oMath xmlns:m='{space}'><m:r><m:t>3</m:t></m:r></m:oMath>")
    _, target = annotated(tmp_path, [P([formula, "后"])], {"/a": Position(FILE, paragraph=0, start=0, end=1)})
    assert marked(target) == ["后"]
    root = docx.Document(str(target)).element.body
    assert next(root.iter(W + "commentRangeStart")).getnext().tag == f"{{{space}}}oMath"


def test_a_paragraph_that_goes_on_in_the_next(tmp_path: Path) -> None:
    places = {"/a": Position(FILE, paragraph=0, start=0, end=4), "/b": Position(FILE, paragraph=0, start=2, end=4)}
    _, target = annotated(tmp_path, [P("前半", joined=True), P("后半")], places)
    assert marked(target) == ["前半后半", "后半"]


def test_text_boxes_are_commented_at_their_anchor(tmp_path: Path) -> None:
    inside = f"<w:txbxContent>{P('框').xml()}{T([['格']]).xml()}</w:txbxContent>"
    anchor = P(["锚", Raw(f"<w:r><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></w:r>")])
    places = {"/p": Position(FILE, paragraph=1, start=0, end=1), "/t": cell(0, 0, 0)}
    _, target = annotated(tmp_path, [anchor], places)
    body = docx.Document(str(target)).element.body
    assert [mark.getparent().getparent() is body for mark in body.iter(W + "commentRangeStart")] == [True]
    assert comments(target) == ["1. 错误：/p有误 [SC101]\n2. 错误：/t有误 [SC101]"]


def test_what_has_no_place_in_this_file_is_handed_back(tmp_path: Path) -> None:
    places = {
        "/other": Position("别的.docx", paragraph=0),
        "/gone": Position(FILE, paragraph=9),
        "/gone/cell": cell(4, 0, 0),
        "/here": Position(FILE, paragraph=0),
    }
    lost = [finding("/other"), finding("/nowhere"), finding("/gone"), finding("/gone/cell")]
    through = finding("/other", evidence=("/nowhere", "/here/below"))
    result, target = annotated(tmp_path, ["此处"], places, *lost, through)
    assert result == AnnotateResult(1, 1, 1, tuple(lost))
    assert marked(target) == ["此处"]


def test_a_finding_about_the_whole_file_stands_at_its_first_text(tmp_path: Path) -> None:
    _, target = annotated(tmp_path, ["", "标题"], {"": Position(FILE)})
    assert marked(target) == ["标题"]
    target.unlink()
    assert annotated(tmp_path, [""], {"": Position(FILE)})[0].comments == 0


def test_nothing_else_in_the_file_changes(tmp_path: Path) -> None:
    parts = parts_of([P("标题", style="Heading1"), T([["甲", "乙\n丙"]])])
    parts["word/media/image1.png"] = b"\x89PNG"
    rels = "word/_rels/document.xml.rels"
    image = '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
    parts[rels] = str(parts[rels]).replace("</Rel", f'{image} Target="media/image1.png"/></Rel')
    types = "[Content_Types].xml"
    parts[types] = str(parts[types]).replace(
        "<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1
    )
    _, target = annotated(tmp_path, package(parts), {"/a": cell(0, 0, 1), "/b": Position(FILE, paragraph=0)})
    unchanged(tmp_path / FILE, target)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    source = tmp_path / FILE
    source.write_bytes(build_docx(["甲"]))
    with pytest.raises(FileExistsError):
        annotate(source, [], {}, source)
    taken = tmp_path / "已有.docx"
    taken.write_text("别人的")
    with pytest.raises(FileExistsError):
        annotate(source, [], {}, taken)
    assert taken.read_text() == "别人的"


def no_comments_possible() -> list[tuple[bytes, str]]:
    macro = parts_of(["甲"])
    macro["[Content_Types].xml"] = str(macro["[Content_Types].xml"]).replace("document.main+xml", "macro")
    broken = parts_of(["甲"])
    broken["word/styles.xml"] = "<w:styles"
    return [
        ("文本\n".encode(), "docx"),
        (build_docx(["甲"], strict=True), "严格"),
        (package(macro), "不能加批注"),
        (package(broken), "不能加批注"),
        (build_docx(["甲"])[:-30], "不完整"),
    ]


@pytest.mark.parametrize(("data", "words"), no_comments_possible())
def test_files_that_take_no_comments(tmp_path: Path, data: bytes, words: str) -> None:
    source = tmp_path / FILE
    source.write_bytes(data)
    with pytest.raises(UnreadableError, match=words):
        annotate(source, [], {}, tmp_path / "批注.docx")
    assert not (tmp_path / "批注.docx").exists()


@pytest.mark.parametrize("twin", ["samples/seed-twin.docx", "samples/seed-twin-resaved.docx"])
def test_every_cell_and_paragraph_of_a_real_file(tmp_path: Path, twin: str) -> None:
    source, target = shared_path(twin), tmp_path / "批注.docx"
    document = read_document(source)
    name = source.name
    expected: list[str] = []
    places: dict[str, Position] = {}
    for paragraph in document.paragraphs:
        places[f"/p/{paragraph.number}"] = Position(name, paragraph=paragraph.number)
        expected.append(paragraph.text)
    for table in document.tables:
        for row in table.rows:
            for c in row.cells:
                if not c.continues:
                    places[f"/t/{table.number}/{row.number}/{c.index}"] = Position(
                        name, table=table.number, row=row.number, cell=c.index
                    )
                    expected.append(c.text.replace("\n", ""))
    result = annotate(source, [finding(at) for at in places], places, target)
    assert result == AnnotateResult(len(places), len(places), len(places))
    assert marked(target) == expected
    unchanged(source, target)
    assert read_document(target).blocks == document.blocks


def test_an_office_suite_opens_it(tmp_path: Path) -> None:
    _, target = annotated(
        tmp_path, ["段", T([["甲", ""]])], {"/a": cell(0, 0, 1), "/b": Position(FILE, paragraph=0, start=0, end=1)}
    )
    assert office(tmp_path, target, "pdf").read_bytes().startswith(b"%PDF")
