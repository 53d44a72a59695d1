"""Arithmetic inside one sentence: a true one gets nothing, a false one is heard by its rule."""

from __future__ import annotations

import pytest

from jixiao.audit import check
from jixiao.model import Dossier, Severity
from jixiao.model.store import from_json
from jixiao.recognition import with_claims

from .prose import FALSE, MORE_TRUE, TRUE

KINDS = ("unit", "project")


def report(kind: str, sentence: str) -> Dossier:
    """A report of one sentence."""
    sections = [{"level": 1, "number": "一、", "title": "完成情况", "paragraphs": [sentence]}]
    data = {"unit": "清江市图书馆", "year": 2024, "reports": [{"kind": kind, "year": 2024, "sections": sections}]}
    return with_claims(from_json(data))


def said(kind: str, sentence: str) -> list[str]:
    """What errors and warnings about the text say."""
    audit = check(report(kind, sentence), select=["TX"], ignore=["TX113", "TX114", "TX115"])
    return [f"{f.code} {f.message}" for f in audit.findings if f.severity is not Severity.INFO]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TRUE)
def test_a_true_sentence_gets_nothing(name: str, kind: str) -> None:
    assert said(kind, TRUE[name]) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sentence", MORE_TRUE)
def test_nobody_complains_about_what_is_right(sentence: str, kind: str) -> None:
    assert said(kind, sentence) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", FALSE)
def test_a_false_sentence_is_heard(name: str, kind: str) -> None:
    code, sentence = FALSE[name]
    assert [line for line in said(kind, sentence) if line.startswith(code)], sentence


def test_the_table_is_wide() -> None:
    assert len(TRUE) + len(MORE_TRUE) + len(FALSE) >= 150
