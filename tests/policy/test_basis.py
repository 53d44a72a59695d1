"""Sources: every shipped entry is whole; a slip in a key is answered with the nearest ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.policy import PolicyError, basis, basis_entries
from jixiao.policy.basis import _by_stem, _entries


def test_an_entry_gives_document_clause_and_both_texts() -> None:
    entry = basis("national.penalty_law_74")
    assert entry.key == "national.penalty_law_74"
    assert "行政处罚法" in entry.document
    assert entry.clause == "第七十四条"
    assert "挂钩" in entry.text_zh
    assert "assessment" in entry.text_en
    assert entry.verified
    assert entry.citation.note == entry.text_zh
    assert str(entry) == "《中华人民共和国行政处罚法》第七十四条"


def test_what_nobody_read_says_so_wherever_it_is_printed() -> None:
    assert str(basis("national.caiyu_2020_10")).endswith("（未核对原文）")


@pytest.mark.parametrize("key", ["form.totl", "from.total", "total", "", "form."])
def test_an_unknown_key_names_the_nearest(key: str) -> None:
    with pytest.raises(KeyError, match="没有依据"):
        basis(key)


def test_the_nearest_key_is_named() -> None:
    with pytest.raises(KeyError, match=r"form\.total"):
        basis("form.totl")


def test_every_shipped_entry_is_complete() -> None:
    entries = basis_entries()
    assert {"form.total", "form.execution_rate", "form.weights", "form.score_bounds", "form.funds_sum"} <= set(entries)
    for key, entry in entries.items():
        assert entry.key == key
        assert entry.document, key
        assert entry.text_zh, key
        assert entry.text_en, key
        assert entry.source, key
        assert not entry.link or entry.link.startswith("https://"), key


def test_an_entry_may_carry_the_official_page_of_its_document(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text("total: {document: a, text_zh: b, verified: true, link: 'https://example.org/a'}", "utf-8")
    assert _entries(path)["total"].link == "https://example.org/a"


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "form.yaml").write_text("{}", "utf-8")
    (tmp_path / "more" / "form.yml").write_text("{}", "utf-8")
    with pytest.raises(PolicyError, match="同名") as caught:
        _by_stem(tmp_path)
    assert caught.value.problems[0].remedy


@pytest.mark.parametrize(
    ("text", "key", "problem"),
    [
        ("- a", "", "清单"),
        ("total: 3", "total", "没有内容"),
        ("total: {document: a, text_zh: b}", "total.verified", "缺少"),
        ("total: {document: a, text_zh: b, verified: true, claus: c}", "total.claus", "不认识的键"),
        ("total: {document: a, text_zh: b, verified: maybe}", "total.verified", "写成了"),
        ("total: {document: a, text_zh: b, verified: true, link: 财政部网站}", "total.link", "不是官方网页"),
        ("total: {document: 3, text_zh: b, verified: true}", "total.document", "写成了"),
        ("total: {document: a, text_zh: b, verified: true}\ntotal: {}", "第2行", "写了两次"),
    ],
)
def test_a_broken_file_names_file_key_and_remedy(tmp_path: Path, text: str, key: str, problem: str) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(PolicyError) as caught:
        _entries(path)
    first = caught.value.problems[0]
    assert first.file == "local.yaml"
    assert str(first.key) == key
    assert problem in str(first.problem)
    assert first.remedy
