"""The real report: every cell of its tables as transcribed by hand, in the text export and in both Word twins."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import lru_cache
from typing import Any

import pytest
from tests.shared import shared_path

from jixiao.model import BaseData, Evaluation, Figure, Indicator
from jixiao.model.pointer import resolve
from jixiao.reading import read_document
from jixiao.recognition import Recognised, recognise

TEXT = "seeds/yueyang-2024-self-evaluation.txt"
TWIN = "samples/seed-twin.docx"
RESAVED = "samples/seed-twin-resaved.docx"
_LINES = ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")
_SOURCES = {"carryover": "carry_over"}


@lru_cache(maxsize=4)
def recognised(name: str) -> Recognised:
    return recognise([read_document(shared_path(name))])


@lru_cache(maxsize=1)
def truth() -> dict[str, Any]:
    path = shared_path("seeds/yueyang-2024-truth.json")
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)
    return data


def number(figure: Figure | None) -> Decimal | None:
    return None if figure is None or figure.is_blank else figure.value


@pytest.mark.parametrize("name", [TEXT, TWIN, RESAVED])
def test_every_cell_of_the_scored_tables(name: str) -> None:
    found = recognised(name).dossier
    assert len(found.every(Evaluation)) == len(truth()["evaluations"]) == 5
    for evaluation, wanted in zip(found.every(Evaluation), truth()["evaluations"], strict=True):
        assert (evaluation.scope, evaluation.name, evaluation.annex) == (
            wanted["subject"],
            wanted["name"],
            wanted["table"],
        )
        assert evaluation.year == truth()["year"]
        assert number(evaluation.total) == wanted["total"]
        assert number(evaluation.total_weight) == 100
        assert evaluation.funds.unit == truth()["money_unit"]
        assert not evaluation.doubts
        assert not evaluation.extra
        _same_funds(evaluation, wanted)
        _same_indicators(evaluation, wanted["indicators"])
        assert [(d.label, d.points.raw) for d in evaluation.declared] == [
            ("产出指标", "50"),
            ("效益指标", "30"),
            ("满意度指标", "10"),
        ]
        assert evaluation.goal_expected
        assert evaluation.goal_actual


def _same_funds(evaluation: Evaluation, wanted: dict[str, Any]) -> None:
    lines = evaluation.funds.lines
    assert [line.source for line in lines] == [_SOURCES.get(row["row"], row["row"]) for row in wanted["funds"]]
    for line, row in zip(lines, wanted["funds"], strict=True):
        assert not line.doubts
        assert {name: number(getattr(line, name)) for name in _LINES} == {name: row[name] for name in _LINES}
    printed = wanted.get("funds_breakdown_printed", {"by_income": {}, "by_expenditure": {}})
    for name, pairs in printed.items():
        assert {item.label: number(item.amount) for item in getattr(evaluation.funds, name)} == pairs


def _same_indicators(evaluation: Evaluation, wanted: list[dict[str, Any]]) -> None:
    assert len(evaluation.indicators) == len(wanted)
    for place, (indicator, row) in enumerate(zip(evaluation.indicators, wanted, strict=True)):
        assert not indicator.doubts
        assert _facts(indicator) == {name: row[name] for name in _facts(indicator)}
        if "inherited" in row:
            above = evaluation.indicators[place - 1]
            assert indicator.group
            assert (indicator.group, indicator.name, indicator.target) == (above.group, above.name, above.target)
    assert sum(1 for indicator in evaluation.indicators if indicator.group) == 2 * sum(
        1 for r in wanted if "inherited" in r
    )


def _facts(indicator: Indicator) -> dict[str, Any]:
    return {
        "level1": indicator.level1,
        "level2": indicator.level2,
        "level3": indicator.name,
        "target": indicator.target,
        "actual": indicator.actual,
        "weight": number(indicator.weight),
        "score": number(indicator.score),
        "explanation": indicator.explanation or None,
    }


@pytest.mark.parametrize("name", [TEXT, TWIN, RESAVED])
def test_every_cell_of_the_base_data_table(name: str) -> None:
    (base,) = recognised(name).dossier.every(BaseData)
    wanted = truth()["base_data"]
    assert (base.annex, base.year, base.unit, base.staff_year) == (wanted["table"], 2024, "万元", 2024)
    assert base.columns == tuple(wanted["columns"])
    assert base.staff is not None
    assert [number(f) for f in (base.staff.establishment, base.staff.in_post, base.staff.control_rate)] == [79, 79, 100]
    assert [
        [line.label, number(line.prior_outturn), number(line.budget), number(line.outturn)] for line in base.lines
    ] == wanted["rows"]
    assert base.buildings_label == wanted["buildings"]["label"]
    (building,) = base.buildings
    for field, value in wanted["buildings"].items():
        if field != "label":
            assert number(getattr(building, field)) == value
    assert base.thrift


@pytest.mark.parametrize("name", [TEXT, TWIN, RESAVED])
def test_the_outline_of_the_base_data_table(name: str) -> None:
    (base,) = recognised(name).dossier.every(BaseData)
    label = {line.id: line.label for line in base.lines}
    tree = {line.label: (line.key, label.get(line.parent or "")) for line in base.lines}
    assert not any(line.doubts for line in base.lines)
    assert tree["三公经费"] == ("three_public", None)
    assert tree["公务用车购置和维护经费"] == ("vehicles", "三公经费")
    assert tree["公车购置"] == ("vehicle_purchase", "公务用车购置和维护经费")
    assert tree["公车运行维护"] == ("vehicle_running", "公务用车购置和维护经费")
    assert tree["公务接待"] == ("reception", "三公经费")
    assert tree["市级专项资金"] == ("special", "项目支出")
    assert tree["办案费"] == ("project", "市级专项资金")
    assert tree["会议费、培训费"] == ("public_part", "公用经费")
    assert tree["政府采购金额"] == ("procurement", None)
    assert tree["部门基本支出预算调整"] == ("basic", None)


@pytest.mark.parametrize("name", [TEXT, TWIN, RESAVED])
def test_nothing_of_the_tables_is_unplaced(name: str) -> None:
    assert [u.text for u in recognised(name).unplaced if u.position.table is not None] == []


def test_the_twins_say_the_same_as_the_text() -> None:
    wanted = recognised(TEXT).dossier
    for name in (TWIN, RESAVED):
        found = recognised(name).dossier
        assert found.every(Evaluation) == wanted.every(Evaluation)
        assert found.every(BaseData) == wanted.every(BaseData)
        assert (found.unit, found.year) == (wanted.unit, wanted.year) == (truth()["unit"], 2024)


@pytest.mark.parametrize("name", [TEXT, TWIN, RESAVED])
def test_every_figure_and_text_stands_where_the_trace_says(name: str) -> None:
    """The cell at the place holds the value; every figure, name, target, actual and explanation has a place."""
    document = read_document(shared_path(name))
    cells = {
        (table.number, row.number, cell.index): cell.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
    }
    found = recognised(name)
    checked = 0
    for pointer, place in found.trace.items():
        value = resolve(found.dossier, pointer)
        if place.cell is None or not isinstance(value, (Figure, str)):
            continue
        text = cells[place.table or 0, place.row or 0, place.cell]
        assert _squeezed(str(value)) in _squeezed(text), pointer
        checked += 1
    assert checked > 900
    for e, evaluation in found.dossier.each(Evaluation):
        for i, indicator in enumerate(evaluation.indicators):
            for field in ("level1", "level2", "name", "target", "actual", "weight", "score", "explanation"):
                assert getattr(indicator, field) is not None
                assert f"{e}/indicators/{i}/{field}" in found.trace


def _squeezed(text: str) -> str:
    return "".join(text.split())
