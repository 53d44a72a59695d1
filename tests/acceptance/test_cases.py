"""The small inputs of the shared cases, from the file to its findings: errors, and rules that must not speak."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from jixiao.desk import assess, open_cases
from jixiao.model import Evaluation, Severity
from tests.shared import shared_path

NAMES = (
    "sign-value-unit", "sign-value-unit-two-rows", "level-points-column", "star-in-unit", "struck-through",
    "table-in-cell", "ragged-rows", "goal-words", "unit-changed",
)  # fmt: skip


def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shared_path("cases/expected.json").read_text("utf-8"))[f"{name}.docx"]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_case_is_right_from_the_file_to_its_findings(name: str) -> None:
    wanted = expected(name)
    (one,) = assess(open_cases([shared_path(f"cases/{name}.docx")]), as_of=date(2026, 5, 20)).cases
    (evaluation,) = one.case.dossier.every(Evaluation)
    assert one.case.unplaced == ()
    assert (evaluation.name, evaluation.total and evaluation.total.raw) == (wanted["name"], wanted["total"])
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
    assert rows == wanted["indicators"]
    for goal in ("goal_expected", "goal_actual"):
        if goal in wanted:
            assert getattr(evaluation, goal) == wanted[goal]
    errors = [f.code for f in one.audit.findings if f.severity is Severity.ERROR]
    if wanted["errors"] is not None:
        assert len(errors) == wanted["errors"], errors
    assert not {f.code for f in one.audit.findings} & set(wanted.get("not", ()))
