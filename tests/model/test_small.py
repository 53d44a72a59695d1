"""Positions, derivations, findings, documents, errors."""

from __future__ import annotations

import pickle
from dataclasses import replace
from decimal import Decimal

from jixiao.model import (
    Cell,
    Citation,
    Derivation,
    Document,
    Finding,
    Input,
    Paragraph,
    Position,
    Row,
    Scored,
    Severity,
    Table,
    Term,
    UnreadableError,
    locate,
)
from jixiao.model.message import WORDS
from jixiao.model.messages import LINE, MEND_YAML, NOT_YAML


def test_positions_speak_to_people() -> None:
    assert Position("a.docx", table=2, row=4, cell=1).describe() == "表3 第5行 第2格"
    assert Position("a.docx", table=2).describe("en") == "table 3"
    assert Position("a.docx", paragraph=0, page=3).describe() == "第1段 第3页"
    assert Position("a.docx").describe() == "a.docx"
    assert Position("a.docx", paragraph=0).as_json() == {"file": "a.docx", "paragraph": 0}


def test_a_fact_without_own_place_is_found_at_what_encloses_it() -> None:
    trace = {"": Position("a"), "/x/0": Position("a", table=0)}
    assert locate(trace, "/x/0/score") == trace["/x/0"]
    assert locate(trace, "/y") == trace[""]
    assert locate({}, "/y") is None


def test_scores_and_citations_print() -> None:
    citation = Citation("财预〔2020〕10号", "第一条")
    derivation = Derivation("8 × 11.32 ÷ 25", (Input("分值", "/weight", "8"),), "四舍五入到分", citation, ("3.6224",))
    point = Scored(Decimal("3.62"), Decimal("3.62"), derivation)
    span = Scored(Decimal(0), Decimal(8), derivation, "由人判断")
    assert (point.value, span.value) == (Decimal("3.62"), None)
    assert (str(point), str(span)) == ("3.62", "0–8")
    assert point.inputs == ("/weight",)
    assert "未核对原文" in str(citation)
    assert str(Citation("预算法", "第十三条", verified=True)) == "预算法第十三条"
    assert derivation.as_json()["inputs"] == [{"name": "分值", "at": "/weight", "value": "8"}]
    assert Derivation("x").as_json()["citation"] == ""


def test_severities_have_an_order_and_a_word() -> None:
    assert sorted(Severity, key=lambda s: s.rank) == [Severity.INFO, Severity.WARNING, Severity.ERROR]
    assert [s.zh for s in Severity] == ["错误", "提醒", "提示"]


def test_findings_speak_two_languages() -> None:
    finding = Finding(message=WORDS(text=Term("甲", "a")))
    assert (finding.text(), finding.text("en")) == ("甲", "a")
    assert Finding().text() == ""


def test_a_finding_tells_its_places_from_its_evidence() -> None:
    finding = Finding("/a", also=("/b",), evidence=("/c", "/b"))
    assert finding.places == ("/a", "/b")
    assert finding.facts == ("/a", "/b", "/c")
    assert replace(finding, code="SC101").facts == finding.facts


def test_document_parts_in_order() -> None:
    table = Table(0, (Row(0, (Cell("a", 0, 0),)),))
    document = Document("a", "0", (Paragraph(0, "x"), table))
    assert list(document.tables) == [table]
    assert [p.text for p in document.paragraphs] == ["x"]


def test_unreadable_names_file_place_and_remedy() -> None:
    assert str(UnreadableError("a.docx", "文件是空的", "重新保存", "开头")) == "a.docx，开头：文件是空的。重新保存"
    assert str(UnreadableError("a.docx", "文件是空的", "重新保存")) == "a.docx：文件是空的。重新保存"


def test_an_unreadable_file_is_told_in_both_languages_and_goes_through_a_pool() -> None:
    error = UnreadableError("a.yaml", NOT_YAML(), MEND_YAML(), LINE(line=3))
    assert str(error) == "a.yaml，第3行：不是合格的 YAML。按所指位置改正缩进或引号"
    assert error.text("en") == "a.yaml, line 3: it is not valid YAML. Mend indentation or quotes at the place named"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_what_cannot_be_read_is_told_with_its_place_and_what_to_do() -> None:
    error = UnreadableError("a.yaml", NOT_YAML(), WORDS(text="save it again"), LINE(line=3))
    assert error.text("en") == "a.yaml, line 3: it is not valid YAML. Save it again"
    assert error.text("zh") == str(error) == "a.yaml，第3行：不是合格的 YAML。save it again"


def test_a_source_says_where_nobody_read_the_original() -> None:
    assert Citation("《甲》", "第一条", verified=True).text("en") == "《甲》第一条"
    assert Citation("《甲》", "第一条").text("en") == "《甲》第一条 (original not checked)"
    assert str(Citation("《甲》", "第一条")) == "《甲》第一条（未核对原文）"
