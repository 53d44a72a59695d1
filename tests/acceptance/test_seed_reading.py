"""The real report: every cell as transcribed by hand, and one dossier from text and Word alike."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from jixiao.model import BaseData, Dossier, Evaluation, Figure, Report
from jixiao.model.store import to_json

from ..shared import shared_path
from .seed import TEXT, TRUTH, TWINS, recognised

_SOURCE = {"carryover": "carry_over"}


def _truth() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(shared_path(TRUTH).read_text(encoding="utf-8"), parse_float=Decimal)
    return data


def _same(figure: Figure | None, wanted: Any) -> bool:
    if wanted is None:
        return figure is None or figure.is_blank
    return figure is not None and figure.value == Decimal(wanted)


def _words(text: str | None) -> str:
    return (text or "").strip()


def _find(dossier: Dossier, wanted: dict[str, Any]) -> Evaluation:
    kind = "unit" if wanted["subject"] == "unit" else "project"
    return next(e for e in dossier.every(Evaluation) if e.scope == kind and e.name == wanted["name"])


@pytest.mark.parametrize("name", [TEXT, *TWINS])
def test_every_scored_cell_is_as_transcribed(name: str) -> None:
    dossier, truth = recognised(name).dossier, _truth()
    assert len(dossier.every(Evaluation)) == len(truth["evaluations"])
    for wanted in truth["evaluations"]:
        evaluation = _find(dossier, wanted)
        assert evaluation.annex == wanted["table"]
        assert evaluation.year == truth["year"]
        assert _same(evaluation.total, wanted["total"])
        assert not evaluation.doubts
        for row in wanted["funds"]:
            line = evaluation.funds.line(_SOURCE.get(row["row"], row["row"]))
            assert line, row
            for field in ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score"):
                assert _same(getattr(line, field), row[field]), (wanted["name"], row["row"], field)
        for pairs, printed in (
            (evaluation.funds.by_income, wanted.get("funds_breakdown_printed", {}).get("by_income", {})),
            (evaluation.funds.by_expenditure, wanted.get("funds_breakdown_printed", {}).get("by_expenditure", {})),
        ):
            assert {p.label: p.amount.value for p in pairs if p.amount} == {k: Decimal(v) for k, v in printed.items()}
        assert len(evaluation.indicators) == len(wanted["indicators"])
        for indicator, row in zip(evaluation.indicators, wanted["indicators"], strict=True):
            assert not indicator.doubts
            assert (indicator.level1, indicator.level2, indicator.name) == (row["level1"], row["level2"], row["level3"])
            for field in ("target", "actual", "explanation"):
                assert _words(getattr(indicator, field)) == _words(row[field]), (row["level3"], field)
            assert _same(indicator.weight, row["weight"])
            assert _same(indicator.score, row["score"])
            if row.get("inherited"):
                assert indicator.group


@pytest.mark.parametrize("name", [TEXT, *TWINS])
def test_every_base_data_cell_is_as_transcribed(name: str) -> None:
    dossier, wanted = recognised(name).dossier, _truth()["base_data"]
    (base,) = dossier.every(BaseData)
    assert base.annex == wanted["table"]
    assert base.columns == tuple(wanted["columns"])
    assert base.staff
    assert _same(base.staff.establishment, wanted["staff"]["establishment"])
    assert _same(base.staff.in_post, wanted["staff"]["actual"])
    assert _same(base.staff.control_rate, wanted["staff"]["control_rate"])
    assert [line.label for line in base.lines] == [row[0] for row in wanted["rows"]]
    for line, (_, prior, budget, outturn) in zip(base.lines, wanted["rows"], strict=True):
        assert _same(line.prior_outturn, prior), line.label
        assert _same(line.budget, budget), line.label
        assert _same(line.outturn, outturn), line.label
    assert base.buildings_label == wanted["buildings"]["label"]
    (building,) = base.buildings
    for field in wanted["buildings"].keys() - {"label"}:
        assert _same(getattr(building, field), wanted["buildings"][field]), field


@pytest.mark.parametrize("name", [TEXT, *TWINS])
def test_nothing_is_left_unplaced(name: str) -> None:
    assert [u.text for u in recognised(name).unplaced] == []


@pytest.mark.parametrize("name", TWINS)
def test_word_and_text_give_one_dossier(name: str) -> None:
    assert to_json(recognised(name).dossier) == to_json(recognised(TEXT).dossier)


@pytest.mark.parametrize("name", [TEXT, *TWINS])
def test_every_fact_has_its_place(name: str) -> None:
    found = recognised(name)
    for number, evaluation in found.dossier.each(Evaluation):
        for index, indicator in enumerate(evaluation.indicators):
            for field in ("name", "target", "actual", "weight", "score"):
                position = found.trace.get(f"{number}/indicators/{index}/{field}")
                assert position, (indicator.name, field)
                assert position.table is not None
                assert position.cell is not None
        assert f"{number}/total" in found.trace
    for number, report in found.dossier.each(Report):
        for index in range(len(report.claims)):
            position = found.trace.get(f"{number}/claims/{index}")
            assert position
            assert position.start is not None
