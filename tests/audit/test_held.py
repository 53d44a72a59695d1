"""Rules on scores and money say where they looked and found nothing wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from jixiao.audit.rule import Outcome
from jixiao.audit.rules.execution.base_data_sum_mismatch import base_data_sum_mismatch
from jixiao.audit.rules.execution.building_above_approval import building_above_approval
from jixiao.audit.rules.execution.building_rate_mismatch import building_rate_mismatch
from jixiao.audit.rules.execution.execution_rate_mismatch import execution_rate_mismatch
from jixiao.audit.rules.execution.execution_score_mismatch import execution_score_mismatch
from jixiao.audit.rules.execution.fund_sum_mismatch import fund_sum_mismatch
from jixiao.audit.rules.execution.nothing_spent import nothing_spent
from jixiao.audit.rules.execution.outturn_above_budget import outturn_above_budget
from jixiao.audit.rules.execution.outturn_without_budget import outturn_without_budget
from jixiao.audit.rules.execution.part_above_whole import part_above_whole
from jixiao.audit.rules.execution.spending_above_budget import spending_above_budget
from jixiao.audit.rules.execution.staff_rate_mismatch import staff_rate_mismatch
from jixiao.audit.rules.execution.three_public_above_budget import three_public_above_budget
from jixiao.audit.rules.score.actual_not_applicable import actual_not_applicable
from jixiao.audit.rules.score.block_points_mismatch import block_points_mismatch
from jixiao.audit.rules.score.negative_score import negative_score
from jixiao.audit.rules.score.points_for_not_applicable import points_for_not_applicable
from jixiao.audit.rules.score.score_above_weight import score_above_weight
from jixiao.audit.rules.score.score_missing import score_missing
from jixiao.audit.rules.score.score_outside_band import score_outside_band
from jixiao.audit.rules.score.total_above_full import total_above_full
from jixiao.audit.rules.score.total_score_mismatch import total_score_mismatch
from jixiao.audit.rules.score.weight_missing import weight_missing
from jixiao.audit.rules.score.weight_sum_mismatch import weight_sum_mismatch
from jixiao.forms.terms import MONEY, SPENDING
from jixiao.model import Figure, Finding, Held, Severity, Undecided
from jixiao.policy import resolve
from jixiao.scoring import appraise
from tests.writing.dossiers import base_data, fund, indicator, project

POLICY = resolve(year=2024)
TABLE = project(
    indicators=(
        indicator("产出指标", "数量指标", "养护里程", "50", "50", target="≥50公里", actual="52公里"),
        indicator("效益指标", "社会效益指标", "形象", "30", "28", target="效果明显", actual="达成预期指标"),
        indicator("效益指标", "生态效益指标", "绿化", "0", "0", target="不适用", actual="不适用"),
        indicator("满意度指标", "服务对象满意度指标", "船民满意度", "10", "10"),
    ),
    total="97.85",
)
SCORED = appraise(TABLE, POLICY)
BASE = base_data()
LINE = TABLE.funds.lines[0]
SUMS = {f"/funds/lines/0/{column}" for column in MONEY}


def held(outcomes: Iterable[Outcome]) -> set[str]:
    found = list(outcomes)
    assert all(isinstance(outcome, Held) for outcome in found), found
    return {outcome.at for outcome in found}


@pytest.mark.parametrize(
    ("rule", "subjects", "places"),
    [
        (fund_sum_mismatch, (TABLE, POLICY), SUMS),
        (execution_rate_mismatch, (TABLE, POLICY), {"/funds/lines/0/rate"}),
        (execution_score_mismatch, (TABLE, POLICY), {"/funds/lines/0/score"}),
        (total_score_mismatch, (TABLE, POLICY), {"/total"}),
        (weight_sum_mismatch, (TABLE, POLICY), {"/indicators"}),
        (block_points_mismatch, (TABLE, POLICY), {f"/declared/{n}" for n in range(3)}),
        (total_above_full, (TABLE,), {"/total"}),
        (score_missing, (TABLE, SCORED), {"/indicators"}),
        (weight_missing, (TABLE, SCORED), {"/indicators"}),
        (outturn_above_budget, (LINE, TABLE), {"/outturn"}),
        (outturn_without_budget, (LINE,), {"/revised_budget"}),
        (nothing_spent, (LINE, TABLE), {"/outturn"}),
        (score_above_weight, (TABLE.indicators[0],), {"/score"}),
        (negative_score, (TABLE.indicators[0],), {"/weight", "/score"}),
        (score_outside_band, (TABLE.indicators[1], SCORED.indicators[1]), {"/score"}),
        (points_for_not_applicable, (TABLE.indicators[2], POLICY, SCORED.indicators[2]), {"/weight"}),
        (actual_not_applicable, (TABLE.indicators[0], SCORED.indicators[0]), {"/actual"}),
        (base_data_sum_mismatch, (BASE, POLICY), {f"/lines/{n}/{c}" for n in (0, 1, 6, 8) for c in SPENDING}),
        (part_above_whole, (BASE, POLICY), {f"/lines/10/{column}" for column in SPENDING}),
        (staff_rate_mismatch, (BASE, POLICY), {"/staff/control_rate"}),
        (
            building_rate_mismatch,
            (BASE, POLICY),
            {"/buildings/0/scale_control_rate", "/buildings/0/investment_control_rate"},
        ),
        (building_above_approval, (BASE,), {"/buildings/0/actual_scale", "/buildings/0/actual_investment"}),
        (three_public_above_budget, (BASE.lines[0], BASE), {"/outturn"}),
    ],
    ids=lambda part: getattr(part, "__name__", None),
)
def test_where_a_rule_held(rule: Callable[..., Iterable[Outcome]], subjects: tuple[Any, ...], places: set[str]) -> None:
    assert held(rule(*subjects)) == places


def test_every_line_that_was_compared_held() -> None:
    compared = held(spending_above_budget(BASE))
    assert "/lines/6/outturn" in compared
    assert "/lines/0/outturn" not in compared  # 三公经费 has a rule of its own


def test_nothing_to_look_at_is_not_held() -> None:
    empty = project(indicators=(), funds={"lines": (fund("total", "合计", "", "", ""),)}, declared=(), total="")
    for rule in (fund_sum_mismatch, execution_rate_mismatch, execution_score_mismatch, total_score_mismatch):
        assert list(rule(empty, POLICY)) == []
    assert list(weight_sum_mismatch(empty, POLICY)) == list(block_points_mismatch(empty, POLICY)) == []
    line = empty.funds.lines[0]
    assert list(nothing_spent(line, empty)) == list(outturn_above_budget(line, empty)) == []
    assert list(outturn_without_budget(line)) == []


def opened(record: Any, **changes: Any) -> Any:
    """The record while it is still being filled in."""
    return record.model_copy(update={"state": "open", **changes})


def test_an_open_table_is_not_held_against_what_is_still_blank() -> None:
    blank = TABLE.indicators[0].model_copy(update={"score": Figure(""), "weight": Figure("")})
    table = opened(TABLE, indicators=(blank, *TABLE.indicators[1:]))
    for rule, at in ((total_score_mismatch, "/total"), (weight_sum_mismatch, "/total_weight")):
        (outcome,) = rule(table, POLICY)
        assert isinstance(outcome, Undecided)
        assert outcome.at == at
        assert "还没有填完" in str(outcome.reason)
    sums = list(fund_sum_mismatch(opened(TABLE), POLICY))
    assert any(isinstance(outcome, Undecided) for outcome in sums) is any(f.is_blank for f in _amounts(TABLE))
    assert held(total_score_mismatch(opened(TABLE), POLICY)) == {"/total"}


def test_a_slip_in_an_open_table_is_a_warning() -> None:
    (finding,) = total_score_mismatch(opened(TABLE, total=Figure("96")), POLICY)
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.WARNING
    (finding,) = total_score_mismatch(TABLE.model_copy(update={"total": Figure("96")}), POLICY)
    assert isinstance(finding, Finding)
    assert finding.severity is None


def test_scores_that_are_still_to_come_are_counted() -> None:
    rows = tuple(row.model_copy(update={"score": Figure("")}) for row in TABLE.indicators[:2])
    table = opened(TABLE, indicators=(*rows, *TABLE.indicators[2:]))
    (outcome,) = score_missing(table, appraise(table, POLICY))
    assert isinstance(outcome, Undecided)
    assert "3项中已填1项" in str(outcome.reason)


def _amounts(table: Any) -> list[Figure]:
    return [figure for line in table.funds.lines[1:] for c in MONEY if (figure := getattr(line, c)) is not None]
