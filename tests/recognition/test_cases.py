"""Small files that were read wrongly once, each with what is right (see the README beside them)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.shared import shared_path

from jixiao.model import Evaluation
from jixiao.reading import read_document
from jixiao.recognition import recognise

_FILES = (
    "sign-value-unit.docx",
    "sign-value-unit-two-rows.docx",
    "level-points-column.docx",
    "star-in-unit.docx",
    "ragged-rows.docx",
    "goal-words.docx",
    "unit-changed.docx",
)


@pytest.mark.parametrize("name", _FILES)
def test_cases(name: str) -> None:
    expected: dict[str, Any] = json.loads(shared_path("cases/expected.json").read_text("utf-8"))[name]
    found = recognise([read_document(shared_path(f"cases/{name}"))])
    (evaluation,) = found.dossier.every(Evaluation)
    assert _read(evaluation, expected) == {k: v for k, v in expected.items() if k not in ("note", "errors", "not")}
    assert found.unplaced == ()


def _read(evaluation: Evaluation, expected: dict[str, Any]) -> dict[str, Any]:
    rows = [
        {
            "level1": row.level1,
            "level2": row.level2,
            "name": row.name,
            "target": row.target_text,
            "actual": row.actual,
            "weight": row.weight.raw if row.weight else None,
            "score": row.score.raw if row.score else None,
        }
        for row in evaluation.indicators
    ]
    goals = {name: getattr(evaluation, name) for name in ("goal_expected", "goal_actual") if name in expected}
    total = evaluation.total.raw if evaluation.total else None
    return {"name": evaluation.name, "total": total, "indicators": rows, **goals}
