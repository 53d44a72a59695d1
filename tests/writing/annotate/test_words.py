"""The figure or the words that a finding speaks of are marked, and not all of the paragraph or cell."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from jixiao.model import Claim, Dossier, Evaluation, Figure, Indicator, Position, Severity
from jixiao.model.records.report import Report, Section
from jixiao.reading.package import W
from jixiao.writing.annotate import AnnotateResult, annotated
from jixiao.writing.annotate.spoken import once_in
from tests.docx_builder import Block, P, Raw, T, build_docx, run
from tests.writing.commented import FILE, cell, comments, finding, marked, office, part, unchanged, with_parts


def said(blocks: list[Block], places: dict[str, Position], *findings: Any, **more: Any) -> list[str]:
    """What is marked; nothing else may change, and running again changes nothing."""
    return marks_in(build_docx(blocks), places, *findings, **more)


def marks_in(data: bytes, places: dict[str, Position], *findings: Any, **more: Any) -> list[str]:
    given = findings or [finding(at) for at in places]
    result, _ = annotated(data, FILE, given, places, **more)
    unchanged(data, result)
    assert annotated(result, FILE, given, places, **more)[0] == result
    clean, _ = annotated(result, FILE, [], {})
    assert part(clean, "word/document.xml") == part(data, "word/document.xml")
    return marked(io.BytesIO(result))


def chars(start: int | None = None, end: int | None = None, paragraph: int = 0) -> Position:
    return Position(FILE, paragraph=paragraph, start=start, end=end)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("得分：96", ("96",), "96"),
        ("得 96.72 分", ("96",), None),
        ("得 1,096 分", ("096",), None),
        ("96分，又96分", ("96", "又96"), "又96"),
        ("96", ("96",), None),
        (" 96 ", ("96",), None),
        ("完成", ("没有",), None),
        ("12000余份", ("12000",), "12000"),
    ],
)
def test_words_are_taken_where_they_stand_once(text: str, words: tuple[str, ...], expected: str | None) -> None:
    found = once_in(text, words)
    assert (None if found is None else text[found[0] : found[1]]) == expected


def test_the_characters_of_the_claim_that_proves_it() -> None:
    places = {"/p": chars(0, 10), "/p/claims": chars(3, 5), "/claims/0": chars(7, 9), "/far": chars(2, 3, 5)}
    one = finding("/p", evidence=("/far", "/claims/0", "/p/claims"))
    assert said(["执行率97％即98％"], places, one) == ["98"]


def test_the_words_that_it_quotes() -> None:
    places = {"/p": chars(0, 9)}
    quoted = finding("/p", values={"name": "资金", "stated": Figure("98.96")})
    assert said(["资金 98.96万"], places, quoted) == ["98.96"]
    unsaid = finding("/p", values={"stated": "不在此处", "name": "资金"})
    assert said(["资金 98.96万"], places, unsaid) == ["资金 98.96万"]


def test_the_text_of_the_field_in_a_cell() -> None:
    indicator = Indicator(name="检查次数", score=Figure("96"), weight=Figure("10"))
    dossier = Dossier(
        unit="甲局", year=2024, records=(Evaluation(kind="project-evaluation", name="甲", indicators=(indicator,)),)
    )
    places = {
        "/records/0/indicators/0/name": cell(0, 0, 0),
        "/records/0/indicators/0/weight": cell(0, 0, 0),
        "/records/0/indicators/0/score": cell(0, 0, 1),
        "/records/0/indicators/0": cell(0, 0, 2),
        "/records/0/indicators": Position(FILE, table=0),
    }
    blocks: list[Block] = [T([["检查次数\n（10分）", "得分：96", "检查次数96"]])]
    expected = ["检查次数", "10", "96", "检查次数96", "检查次数（10分）"]
    assert said(blocks, places, dossier=dossier) == expected
    assert said(blocks, places)[:2] == ["检查次数（10分）", "得分：96"]


def test_what_is_revised_noted_and_computed_stays_whole() -> None:
    begin, parted, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    field = f"{begin}<w:r><w:instrText>PAGE</w:instrText></w:r>{parted}{run('共12页')}{end}"
    inserted = f'<w:ins w:id="3" w:author="李">{run("新增98.96元")}</w:ins><w:del w:id="4" w:author="李">'
    deleted = f"{run('旧', tag='delText')}</w:del>"
    note = '<w:r><w:t>注1.5处</w:t><w:footnoteReference w:id="2"/></w:r>'
    changed = run("改7.5万", properties='<w:b/><w:rPrChange w:id="5" w:author="李"><w:rPr/></w:rPrChange>')
    control = f"<w:sdt><w:sdtContent>{run('控8.5件')}</w:sdtContent></w:sdt>"
    paragraph = Raw(f"<w:p>{run('前')}{field}{inserted}{deleted}{note}{changed}{control}</w:p>")
    text = "前共12页新增98.96元注1.5处改7.5万控8.5件"
    words = ("12", "98.96", "1.5", "7.5", "8.5", "页新增", "元注1")
    places = {f"/{word}": chars(text.index(word), text.index(word) + len(word)) for word in words}
    assert said([paragraph], places) == [
        "共12页",
        "98.96",
        "1.5",
        "改7.5万",
        "控8.5件",
        "共12页新增",
        "元注1",
    ]


def test_a_field_that_reaches_over_the_paragraph_is_not_parted() -> None:
    begin, end = (Raw(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>') for kind in ("begin", "end"))
    separate = Raw('<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    blocks: list[Block] = [P([begin, separate, "目录1"]), P(["目录2", end]), "正文3"]
    assert said(blocks, {f"/{n}": chars(2, 3, n) for n in range(3)}) == ["目录1", "目录2", "3"]


def test_a_text_box_is_marked_at_its_anchor() -> None:
    box = f"<w:txbxContent>{P('框内98').xml()}</w:txbxContent>"
    anchor = P(["锚", Raw(f"<w:r><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></w:r>"), "后98"])
    assert said([anchor], {"/box": chars(2, 4, 1), "/own": chars(2, 4, 0)}) == ["锚框内98后98", "98"]


def test_blanks_count_as_before_and_signs_are_followed_one_by_one() -> None:
    loose = "<w:p><w:r><w:t> 甲 98 &amp;&#x3C;乙</w:t></w:r><w:r><w:t>丙 丁 </w:t></w:r></w:p>"
    literal = "<w:p><w:r><w:t><![CDATA[甲98乙]]></w:t></w:r></w:p>"
    places = {"/a": chars(3, 5), "/b": chars(6, 8), "/c": chars(9, 10), "/d": chars(1, 3, 1)}
    assert said([Raw(loose), Raw(literal)], places) == [
        " 98",
        " &<",
        "丙 丁 ",
        "甲98乙",
    ]  # a blank that ends a part would be lost


def test_ranges_that_meet_or_lie_over_each_other_part_a_run_once() -> None:
    places = {"/a": chars(1, 3), "/b": chars(3, 5), "/c": chars(2, 4), "/d": chars(1, 5), "/e": chars()}
    data = build_docx([Raw(f"<w:p>{run('零一二三四五六', properties='<w:b/>')}</w:p>")])
    assert marks_in(data, places) == ["一二", "三四", "二三", "一二三四", "零一二三四五六"]


def test_somebody_elses_comment_on_the_same_words_stays(tmp_path: Path) -> None:
    file: Any = docx.Document()
    paragraph = file.add_paragraph("执行率")
    file.add_comment([paragraph.add_run("97.20%")], "请核", author="李某", initials="李")
    paragraph.add_run("。")
    file.save(str(tmp_path / "a.docx"))
    data = (tmp_path / "a.docx").read_bytes()
    assert marks_in(data, {"/a": chars(3, 9), "/b": chars(3, 5)}) == ["97.20%"] * 2 + ["97"]
    result, _ = annotated(data, FILE, [finding("/a")], {"/a": chars(3, 9)})
    assert next((c.author, c.text) for c in docx.Document(io.BytesIO(result)).comments) == ("李某", "请核")


def test_parts_of_a_run_that_got_another_look_stay_parts() -> None:
    once, _ = annotated(build_docx(["资金98.96万元"]), FILE, [finding("/a")], {"/a": chars(2, 7)})
    text = part(once, "word/document.xml")
    assert text.count("6A780003") == 1
    words = '<w:t xml:space="preserve">98.96'
    bold = text.replace(words, f"<w:rPr><w:b/></w:rPr>{words}")
    clean, _ = annotated(with_parts(once, {"word/document.xml": bold}), FILE, [], {})
    runs = etree.fromstring(part(clean, "word/document.xml").encode()).iter(W + "r")
    assert ["".join(str(text) for text in one.itertext()) for one in runs] == ["资金", "98.96", "万元"]


def test_all_that_stands_at_a_place_is_one_comment_the_gravest_first(tmp_path: Path) -> None:
    places = {"/a": chars(0, 2), "/b": chars(0, 2), "/c": chars(0, 3)}
    findings = [finding("/a", severity=Severity.INFO, evidence=("/c",)), finding("/b"), finding("/c")]
    data, result = annotated(build_docx(["甲乙丙"]), FILE, findings, places)
    (tmp_path / "a.docx").write_bytes(data)
    assert result == AnnotateResult(2, 3, 2)
    assert comments(tmp_path / "a.docx") == [
        "1. 错误：/b有误 [SC101]\n2. 提示：/a有误 [SC101]\n另见：第1段",
        "错误：/c有误 [SC101]",
    ]


def test_an_office_suite_shows_the_comment_at_the_words(tmp_path: Path) -> None:
    data, _ = annotated(build_docx(["资金98.96万元"]), FILE, [finding("/a")], {"/a": chars(2, 7)})
    (tmp_path / "a.docx").write_bytes(data)
    with zipfile.ZipFile(office(tmp_path, tmp_path / "a.docx", "odt")) as archive:
        content = archive.read("content.xml").decode()
    between = content.partition("</office:annotation>")[2].partition("<office:annotation-end")[0]
    assert "".join(etree.fromstring(f"<a>{between}</a>").itertext()) == "98.96"


def test_a_claim_of_a_report_that_is_in_another_file_leads_to_the_related_words() -> None:
    claim = Claim(
        kind="money", paragraph="/sections/0/paragraphs/0", start=2, end=7, quote="98.96", figure=Figure("98.96")
    )
    report = Report(kind="unit-report", sections=(Section(paragraphs=("资金98.96万元",)),), claims=(claim,))
    dossier = Dossier(unit="甲局", year=2024, records=(report,))
    places = {"/records/0/claims/0": chars(2, 7), "/records/0/sections/0/paragraphs/0": chars(0, 9)}
    places["/records/9"] = Position("别的.docx", paragraph=0)
    one = finding("/records/9", evidence=("/records/0/claims/0", "/records/0/sections/0/paragraphs/0"))
    assert said(["资金98.96万元"], places, one, dossier=dossier) == ["98.96"]
