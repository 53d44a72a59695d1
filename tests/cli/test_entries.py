"""Findings put together and numbered, and what differs between sentences of one rule."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jixiao.cli.entries import apart, clauses, entries, numbered
from jixiao.model import Finding, Severity

_TEXTS = st.text("绩效得分“”（）12.5，；。：, ", min_size=1, max_size=40)


@given(_TEXTS)
def test_clauses_are_the_sentence(text: str) -> None:
    assert "".join(clauses(text)) == text


def test_quotes_and_brackets_are_not_cut() -> None:
    assert list(clauses("“甲，乙”写 1，（丙；丁）写 2；完")) == ["“甲，乙”写 1，", "（丙；丁）写 2；", "完"]
    assert list(clauses("a, b; c 1,000")) == ["a,", " b;", " c 1,000"]


@given(st.lists(_TEXTS, min_size=1, max_size=4), st.sampled_from(["，都没有说明原因", "；应改", ""]))
def test_nothing_is_lost_between_what_is_common_and_what_differs(texts: list[str], ending: str) -> None:
    given_texts = [text + ending for text in texts]
    common, rest = apart(given_texts)
    for text, before in zip(given_texts, rest, strict=True):
        assert text.endswith(common)
        assert text.startswith(before)
        assert text[len(before) : len(text) - len(common)].strip("，；。：,;: ") == ""


def test_common_clauses_are_told_once() -> None:
    common, rest = apart(["“甲”增 20%，没有说明原因", "“乙”增 30%，没有说明原因"])
    assert (common, rest) == ("没有说明原因", ["“甲”增 20%", "“乙”增 30%"])
    assert apart(["同样", "同样"]) == ("同样", ["", ""])


def _finding(code: str, severity: Severity, *consequences: Finding) -> Finding:
    return Finding("/x", code=code, severity=severity, title=code, consequences=consequences)


def test_numbers_are_those_of_the_assessment() -> None:
    follows = _finding("B", Severity.INFO)
    findings = [
        _finding("A", Severity.ERROR),
        _finding("C", Severity.WARNING, follows, follows),
        _finding("C", Severity.WARNING),
        _finding("C", Severity.INFO),
    ]
    assert [one.number for one in numbered(findings)] == ["1", "2", "2.1", "2.2", "3", "4"]
    assert [(entry.code, entry.severity.value, entry.numbers) for entry in entries(findings)] == [
        ("A", "error", "1"),
        ("C", "warning", "2–3"),
        ("C", "info", "4"),
    ]
