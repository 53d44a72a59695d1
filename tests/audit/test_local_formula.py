"""Checks of the execution score follow the formula of the place, also where only the rate is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.audit import check
from jixiao.model import Dossier, Evaluation, Figure, FundLine, Funds
from jixiao.policy import load

STEPS = """
schema: jixiao/policy/1
title: 分档计分的地方
parameters:
  execution:
    - from: 2020
      value: {formula: steps, steps: [{from: 95, share: 1}, {from: 90, share: 0.8}, {from: 60, share: 0.5}]}
      citation: {document: 某地规定}
"""


@pytest.mark.parametrize(("score", "expected"), [("8", []), ("9.2", ["EX103"]), ("10", ["EX103"])])
@pytest.mark.parametrize("amounts", [{}, {"revised_budget": Figure("100.00"), "outturn": Figure("92.00")}])
def test_steps(tmp_path: Path, amounts: dict[str, Figure], score: str, expected: list[str]) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(STEPS, "utf-8")
    line = FundLine(
        source="total", label="年度资金总额", weight=Figure("10"), rate=Figure("92%"), score=Figure(score), **amounts
    )
    dossier = Dossier(
        year=2024, records=(Evaluation(kind="project-evaluation", name="甲", funds=Funds(lines=(line,))),)
    )
    assert [f.code for f in check(dossier, load(path, year=2024), select=["EX103"]).findings] == expected
