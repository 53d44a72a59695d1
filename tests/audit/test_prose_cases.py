"""The sentences of the shared cases: none that is true raises a warning, at most one that is false goes unheard."""

from __future__ import annotations

import json

import pytest

from tests.shared import shared_path

from .test_prose import KINDS, said


def _cases() -> dict[str, list[str]]:
    cases: dict[str, list[str]] = json.loads(shared_path("cases/prose.json").read_text(encoding="utf-8"))
    return cases


@pytest.mark.parametrize("kind", KINDS)
def test_no_true_sentence_raises_a_warning(kind: str) -> None:
    heard = {sentence: lines for sentence in _cases()["true"] if (lines := said(kind, sentence))}
    assert not heard


@pytest.mark.parametrize("kind", KINDS)
def test_at_most_one_false_sentence_goes_unheard(kind: str) -> None:
    silent = [sentence for sentence in _cases()["false"] if not said(kind, sentence)]
    assert len(silent) <= 1
