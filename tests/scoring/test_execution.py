"""The execution rate and its score."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model import Doubt, Evaluation, FundLine, Undecided
from jixiao.model.memo import memory
from jixiao.model.pointer import resolve as at
from jixiao.policy import resolve
from jixiao.scoring import appraise, execution_rate, execution_score
from jixiao.scoring.execution import Rate, rate_of_line
from tests.policy.policies import policy_with

from .tables import NATIONAL, money, row, span, table


def _point(evaluation: Evaluation) -> Decimal:
    """The rate that the digits of the first money row give as they stand."""
    rate = rate_of_line(evaluation.funds.lines[0], evaluation.funds.unit)
    assert isinstance(rate, Rate)
    return rate.point


@pytest.mark.parametrize(
    ("budget", "outturn", "rate", "score"),
    [
        ("1674.52", "1627.57", "97.20", "9.72"),
        ("249.66", "244.65", "97.99–98.00", "9.80"),
        ("70.00", "66.50", "94.99–95.01", "9.50"),
        ("32.26", "32.26", "100.00", "10.00"),
        ("5", "5.00", "100.00", "10.00"),
        ("100.00", "0.00", "0.00", "0.00"),
        ("100.00", "120.00", "119.99–120.01", "10.00"),
        ("2.52", "2.51", "99.21–100.00", "9.92–10.00"),
        ("1,000.00", "８60.00", "86.00", "8.60"),
    ],
)
def test_rate_and_score(budget: str, outturn: str, rate: str, score: str) -> None:
    evaluation = table(lines=(money(budget, outturn),))
    assert span(execution_rate(evaluation, NATIONAL)) == rate
    assert span(execution_score(evaluation, NATIONAL)) == score


def test_the_denominator_is_the_revised_budget_and_everything_is_named() -> None:
    evaluation = table(lines=(money("1674.52", "1627.57"),))
    found = appraise(evaluation, NATIONAL).execution
    assert not isinstance(found, Undecided)
    assert found.inputs == ("/funds/lines/0/outturn", "/funds/lines/0/revised_budget", "/funds/lines/0/weight")
    for pointer in found.inputs:
        assert at(evaluation, pointer) is not None
    assert "执行率" in str(found.derivation.formula)
    assert str(found.derivation.rounding) == "四舍五入到2位小数"
    assert found.derivation.citation is not None
    assert "97.1962%" in str(found.derivation.steps[0])
    assert _point(evaluation) == Decimal("1627.57") / Decimal("1674.52") * 100


def test_where_rounding_matters_the_reason_names_the_plain_result() -> None:
    found = execution_score(table(lines=(money("2.52", "2.51"),)), NATIONAL)
    assert not isinstance(found, Undecided)
    assert found.value is None
    assert "9.96" in str(found.reason)


def test_amounts_printed_to_different_places_leave_the_order_open() -> None:
    assert span(execution_rate(table(lines=(money("5.01", "5"),)), NATIONAL)) == "89.73–109.89"


def test_units_are_those_that_stand_behind_the_figures() -> None:
    evaluation = table(lines=(money("100万元", "950000"),), unit_of_money="元")
    assert _point(evaluation) == 95


@pytest.mark.parametrize(
    ("budget", "outturn", "reason", "where"),
    [
        (None, "1", "没有全年预算数", "revised_budget"),
        ("", "1", "全年预算数空白", "revised_budget"),
        ("/", "1", "全年预算数空白", "revised_budget"),
        ("约100", "1", "不是金额", "revised_budget"),
        ("-5", "1", "不是金额", "revised_budget"),
        ("100", "", "全年执行数空白", "outturn"),
        ("100", "-5", "不是金额", "outturn"),
        ("0", "0", "应作不适用或说明", "revised_budget"),
        ("0.00", "9", "却有执行数", "revised_budget"),
    ],
)
def test_what_gives_no_rate(budget: str | None, outturn: str, reason: str, where: str) -> None:
    evaluation = table(lines=(money(budget, outturn),))
    for found in (execution_rate(evaluation, NATIONAL), execution_score(evaluation, NATIONAL)):
        assert isinstance(found, Undecided)
        assert reason in str(found.reason)
        assert found.at == f"/funds/lines/0/{where}"
    assert isinstance(rate_of_line(evaluation.funds.lines[0], "万元"), Undecided)


def test_a_doubtful_amount_is_not_taken() -> None:
    line = FundLine(
        source="total", label="年度资金总额", doubts=(Doubt(field="outturn", raw="3M.8", reason="不是数字"),)
    ).model_copy(update={"revised_budget": money().revised_budget})
    found = execution_rate(table(lines=(line,)), NATIONAL)
    assert isinstance(found, Undecided)
    assert "3M.8" in str(found.reason)


def test_no_money_block_no_rate() -> None:
    assert isinstance(execution_rate(table(lines=()), NATIONAL), Undecided)
    assert isinstance(execution_score(table(lines=()), NATIONAL), Undecided)


def test_only_the_total_row_is_scored() -> None:
    parts = (money("80.00", "40.00", weight=None, score=None, source="fiscal"), money("100.00", "50.00"))
    assert span(execution_score(table(lines=parts), NATIONAL)) == "5.00"


def test_without_points_in_the_total_row_the_row_that_has_them_is_scored() -> None:
    total = money("100.00", "50.00", weight=None, score=None)
    fiscal = money("80.00", "80.00", source="fiscal")
    assert span(execution_score(table(lines=(total, fiscal)), NATIONAL)) == "10.00"
    assert span(execution_score(table(lines=(total,)), NATIONAL)) == "5.00"
    two = (money("80.00", "80.00", source="fiscal"), money("80.00", "80.00", source="other"))
    assert isinstance(execution_score(table(lines=two), NATIONAL), Undecided)
    assert span(execution_score(table(lines=(two[0].model_copy(update={"weight": None, "score": None}),)), NATIONAL))


@pytest.mark.parametrize(("weight", "score"), [("20", "10.00"), ("20分", "10.00"), (None, "5.00"), ("", "5.00")])
def test_the_printed_weight_counts_else_the_policy_s(weight: str | None, score: str) -> None:
    found = execution_score(table(lines=(money("100.00", "50.00", weight=weight),)), NATIONAL)
    assert span(found) == score


@pytest.mark.parametrize("weight", ["十", "-10"])
def test_a_weight_that_is_none(weight: str) -> None:
    assert isinstance(execution_score(table(lines=(money(weight=weight),)), NATIONAL), Undecided)


def test_steps(tmp_path: Path) -> None:
    steps = "[{from: 95, share: 1}, {from: 90, share: 0.8}, {from: 60, share: 0.5}]"
    policy = policy_with(tmp_path, f"execution: {{formula: steps, steps: {steps}}}")
    scores = [
        span(execution_score(table(lines=(money("100.00", outturn),)), policy))
        for outturn in ("96.00", "95.00", "91.00", "60.01", "59.00")
    ]
    assert scores == ["10.00", "8.00–10.00", "8.00", "5.00", "0.00"]


@given(st.integers(1, 10**7), st.integers(0, 10**7))
def test_never_above_the_weight_and_more_executed_never_scores_less(budget: int, outturn: int) -> None:
    policy = resolve(year=2024)
    scores = []
    for spent in (outturn, outturn + 1):
        found = execution_score(table(lines=(money(f"{budget / 100:.2f}", f"{spent / 100:.2f}"),)), policy)
        assert not isinstance(found, Undecided)
        assert 0 <= found.low <= found.high <= 10
        scores.append(found)
    assert scores[0].high <= scores[1].high


def test_the_same_question_is_computed_once() -> None:
    evaluation = table(row("1次", "1次"))
    with memory():
        assert appraise(evaluation, NATIONAL) is appraise(evaluation, NATIONAL)
    assert appraise(evaluation, NATIONAL) == appraise(evaluation, NATIONAL)
