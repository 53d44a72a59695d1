"""Sums: 复加, weights, 复算 and the grades of both."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.model import Doubt, Evaluation, Figure, FundLine, Funds, Indicator, Partial, Scored, Undecided
from jixiao.model.pointer import resolve as at
from jixiao.policy import resolve
from jixiao.scoring import appraise, sum_of_stated_scores
from tests.policy.policies import policy_with
from tests.shared import shared_path

from .tables import NATIONAL, money, row, span, table


def _scores(*scores: str, weight: str = "30") -> tuple[Indicator, ...]:
    return tuple(row("1次", "1次", weight, score=score, name=f"指标{i}") for i, score in enumerate(scores))


@pytest.mark.parametrize(
    ("scores", "execution", "total"),
    [
        (("30", "30", "27"), "9.72", "96.72"),
        (("30", "30", "27"), "10", "97"),
        (("29.5", "30分", "30"), "9.8", "99.3"),
    ],
)
def test_readded(scores: tuple[str, ...], execution: str, total: str) -> None:
    evaluation = table(*_scores(*scores), lines=(money(score=execution),))
    found = sum_of_stated_scores(evaluation, NATIONAL)
    assert span(found) == total
    assert isinstance(found, Scored)
    assert found.inputs == (*(f"/indicators/{i}/score" for i in range(3)), "/funds/lines/0/score")
    for pointer in found.inputs:
        assert at(evaluation, pointer) is not None
    assert total in str(found.derivation.steps[-1])


@pytest.mark.parametrize(
    ("indicator", "reason"),
    [
        (row("1次", "1次", "30", score=""), "得分空白"),
        (row("1次", "1次", "30", score="满分"), "不是分数"),
        (row("1次", "1次", "30", score="90%"), "不是分数"),
        (row("1次", "1次", "30", score="不适用"), "得分空白"),
        (row("1次", "1次", "30", doubts=(Doubt(field="score", raw="9 8", reason="两个数"),)), "读不准"),
    ],
)
def test_a_score_that_counts_must_be_readable(indicator: Indicator, reason: str) -> None:
    found = sum_of_stated_scores(table(*_scores("30", "30"), indicator), NATIONAL)
    assert isinstance(found, Partial)
    assert reason in str(found.reason)
    assert found.missing == ("/indicators/2/score",)
    assert (found.low, found.weight, found.rest) == (70, 70, 30)
    assert found.undecided().at == "/indicators/2/score"


@pytest.mark.parametrize(
    "indicator",
    [
        row("", "", "", score=""),
        row(None, None, None),
        row("不适用", "不适用", "0", score="0"),
        row("不适用", "不适用", "0", score=""),
        row("不适用", "不适用", "", score="不适用"),
        row("1次", "2次", "", score="", group="g"),
    ],
)
def test_rows_without_points_count_for_nothing(indicator: Indicator) -> None:
    evaluation = table(*_scores("30", "30", "30"), indicator)
    assert span(sum_of_stated_scores(evaluation, NATIONAL)) == "100"
    assert span(appraise(evaluation, NATIONAL).rescored) == "100.00"


@pytest.mark.parametrize(
    ("line", "where"),
    [(money(score=""), "score"), (money(score=None), "score"), (money(score="十"), "score")],
)
def test_a_missing_execution_score(line: FundLine, where: str) -> None:
    found = sum_of_stated_scores(table(*_scores("30", "30", "30"), lines=(line,)), NATIONAL)
    assert isinstance(found, Partial)
    assert found.missing == (f"/funds/lines/0/{where}",)


def test_a_form_without_execution_score() -> None:
    whole = table(*_scores("50", "40", weight="50"), lines=(money(weight=None, score=None),))
    assert span(sum_of_stated_scores(whole, NATIONAL)) == "90"
    assert span(appraise(whole, NATIONAL).rescored) == "100.00"
    ninety = table(*_scores("30", "30", "30"), lines=())
    assert isinstance(sum_of_stated_scores(ninety, NATIONAL), Partial)
    stated = table(*_scores("30", "30", "30"), lines=(), total_weight=Figure("90"))
    assert span(sum_of_stated_scores(stated, NATIONAL)) == "90"


def test_the_execution_rate_twice_on_one_form_counts_once() -> None:
    evaluation = table(*_scores("50", "40", weight="45"), row("100%", "100%", "10", score="10", name="预算执行率"))
    assert span(sum_of_stated_scores(evaluation, NATIONAL)) == "100"
    assert span(appraise(evaluation, NATIONAL).rescored) == "100.00"


@pytest.mark.parametrize("weight", ["", "三十"])
def test_a_weight_that_counts_must_be_readable(weight: str) -> None:
    evaluation = table(row("1次", "1次", weight, score="30"))
    found = appraise(evaluation, NATIONAL).rescored
    assert isinstance(found, Partial)
    assert found.missing == ("/indicators/0/weight",)
    assert (found.low, found.weight, found.bounds) == (10, 10, None)


def test_an_unreadable_execution_weight() -> None:
    evaluation = table(*_scores("30"), lines=(money(weight="十"),))
    found = appraise(evaluation, NATIONAL).rescored
    assert isinstance(found, Partial)
    assert (found.missing, found.low) == (("/funds",), 30)


def test_an_empty_table_decides_nothing_and_breaks_nothing() -> None:
    for evaluation in (table(), table(lines=()), Evaluation(kind="unit-evaluation")):
        found = appraise(evaluation, NATIONAL)
        assert isinstance(found.readded, Partial)
        assert isinstance(found.rescored, Partial)
        assert found.readded.missing[0] == found.rescored.missing[0] == "/indicators"
        assert found.rescored.bounds is None
        assert found.grade_stated is None
        assert found.grade_rescored is None


def test_rescored_adds_intervals_and_says_what_is_open() -> None:
    evaluation = table(
        row("100次", "50次", "20", score="20", name="甲"),
        row("提升形象", "有效提升", "10", score="9", name="乙"),
        row("95%", "", "5", score="5", name="丙"),
        row("1次", "1次", "55", score="55", name="丁"),
        lines=(money("100.00", "80.00"),),
        total=Figure("97"),
    )
    found = appraise(evaluation, NATIONAL)
    assert span(found.rescored) == "73.00–88.00"
    assert isinstance(found.rescored, Partial)
    assert found.rescored.missing == ("/indicators/2/actual",)
    assert str(found.rescored.derivation.steps[0]) == "已计73.00–83.00分（分值95分），未计：丙"
    assert str(found.rescored.reason) == "1项只能确定范围，1项无法计分，按0分至满分计"
    assert found.grade_stated == "优"
    assert found.grade_rescored is None


def test_a_weight_below_zero_leaves_the_whole_open() -> None:
    evaluation = table(row("1次", "1次", "-5", score="5"))
    found = appraise(evaluation, NATIONAL)
    assert isinstance(found.rescored, Partial)
    assert (found.rescored.bounds, found.grade_rescored) == (None, None)


def test_one_grade_over_the_whole_interval() -> None:
    evaluation = table(row("提升形象", "有效提升", "5"), row("1次", "1次", "85"))
    found = appraise(evaluation, NATIONAL)
    assert span(found.rescored) == "95.00–100.00"
    assert found.grade_rescored == "优"


def test_without_money_the_execution_score_is_open() -> None:
    evaluation = table(*_scores("30", "30", "30"), lines=(money("", "", score="9"),))
    found = appraise(evaluation, NATIONAL)
    assert span(found.rescored) == "90.00–100.00"
    assert isinstance(found.rescored, Partial)
    assert str(found.rescored.reason) == "全年预算数空白，无法计算执行率"


def test_the_rest_is_converted_to_100(tmp_path: Path) -> None:
    policy = policy_with(tmp_path, "not_applicable: {mode: rescale_to_100}")
    evaluation = table(
        row("1次", "1次", "70", score="63"), row("不适用", "不适用", "20", score="0"), row("", "", "", score="")
    )
    found = appraise(evaluation, policy)
    assert span(found.readded) == "91.25"
    assert span(found.rescored) == "100.00"
    assert isinstance(found.readded, Scored)
    assert "折算为100分" in str(found.readded.derivation.steps[-1])
    na_text = table(row("1次", "1次", "70", score="63"), row("不适用", "不适用", "20", score="略"))
    assert span(appraise(na_text, policy).readded) == "91.25"
    na_blank = table(row("1次", "1次", "70", score="63"), row("不适用", "不适用", "20", score=""))
    assert span(appraise(na_blank, policy).readded) == "91.25"


def test_what_cannot_be_converted(tmp_path: Path) -> None:
    policy = policy_with(tmp_path, "not_applicable: {mode: rescale_to_100}")
    absent = row("不适用", "不适用", "20", score="0")
    for others, lines in (
        ((row("1次", "1次", "七十", score="63"),), (money(),)),
        ((row("1次", "1次", "0", score="0"),), (money(weight="0"),)),
        ((row("1次", "1次", "70", score="63"),), (money(weight="十"),)),
    ):
        assert isinstance(sum_of_stated_scores(table(*others, absent, lines=lines), policy), Partial)
    none_dropped = table(*_scores("30", "30", "30"))
    assert span(sum_of_stated_scores(none_dropped, policy)) == "100"


def test_left_out_rows_are_left_out(tmp_path: Path) -> None:
    policy = policy_with(tmp_path, "not_applicable: {mode: omit}")
    evaluation = table(*_scores("30", "30", "30"), row("不适用", "不适用", "0", score=""))
    assert span(appraise(evaluation, policy).readded) == "100"


def test_the_total_is_capped_where_the_policy_caps_it(tmp_path: Path) -> None:
    policy = policy_with(tmp_path, "total: {cap: 95}")
    evaluation = table(*_scores("30", "30", "30"))
    found = appraise(evaluation, policy)
    assert span(found.readded) == "95"
    assert span(found.rescored) == "95"
    assert isinstance(found.readded, Scored)
    assert "封顶" in str(found.readded.derivation.steps[-1])


_PIECES = st.sampled_from(
    [
        *("≥", "≤", "＝", ">", "95", "%", "100", "0", "-3", "1.5", "**", "〇", "/", "—", "\u3000", "，", "且"),
        *("万元", "台", "次", "余", "近", "约", "2024年", "12月31日", "前", "按月", "不超", "预算"),
        *("不适用", "无", "完成", "未完成", "优", "良", "满意"),
    ]
)
_TEXT = st.lists(_PIECES, max_size=4).map("".join)
_CELL = st.one_of(st.none(), _TEXT)


@given(st.lists(st.tuples(_CELL, _CELL, _CELL, _CELL, _CELL), max_size=4), st.tuples(_CELL, _CELL, _CELL, _CELL))
@settings(max_examples=100)
def test_no_table_breaks_scoring(rows: list[tuple[str | None, ...]], funds: tuple[str | None, ...]) -> None:
    indicators = [
        row(target, actual, weight, score=score if score is None else Figure(score), sign=sign)
        for target, actual, weight, score, sign in rows
    ]
    line = money(funds[0], funds[1], weight=funds[2], score=funds[3])
    found = appraise(table(*indicators, lines=(line,)), NATIONAL)
    for scored in (found.execution, found.readded, found.rescored, *(i.scored for i in found.indicators)):
        assert_sound(scored)


def assert_sound(scored: Scored | Partial | Undecided) -> None:
    """What holds of every result: whatever is no single value says why, in both languages."""
    if isinstance(scored, Undecided):
        assert str(scored.reason)
        return
    assert scored.low <= scored.high
    assert scored.derivation.citation is not None
    assert json.dumps(scored.derivation.as_json())
    if isinstance(scored, Partial):
        assert scored.missing
        assert scored.weight >= 0 or scored.inputs
        assert str(scored.reason)
        assert scored.undecided().at == scored.missing[0]
    else:
        assert scored.value is not None or scored.reason


def _figure(value: Any) -> Figure | None:
    return None if value is None else Figure(str(value))


def _transcribed(data: dict[str, Any]) -> Evaluation:
    money_columns = ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")
    lines = tuple(
        FundLine(
            source=line["row"] if line["row"] == "total" else "named",
            label=line["row"],
            **{column: _figure(line.get(column)) for column in money_columns},
        )
        for line in data["funds"]
    )
    indicators = tuple(
        Indicator(
            level1=i["level1"] or "",
            level2=i["level2"] or "",
            name=i["level3"] or "",
            target=i["target"],
            actual=i["actual"],
            weight=_figure(i["weight"]),
            score=_figure(i["score"]),
            explanation=i["explanation"],
        )
        for i in data["indicators"]
    )
    return Evaluation(
        kind=f"{data['subject']}-evaluation",
        name=data["name"],
        year=2024,
        funds=Funds(lines=lines),
        indicators=indicators,
        total=_figure(data["total"]),
    )


def test_the_published_report() -> None:
    """Five tables: four totals agree with their parts, 办案费 says 96 where its parts give 97."""
    truth = json.loads(shared_path("seeds/yueyang-2024-truth.json").read_text("utf-8"), parse_float=Decimal)
    policy = resolve(unit=truth["unit"], year=truth["year"])
    tables = {data["name"]: _transcribed(data) for data in truth["evaluations"]}
    found = {name: appraise(evaluation, policy) for name, evaluation in tables.items()}
    readded = {name: span(appraisal.readded) for name, appraisal in found.items()}
    assert list(readded.values()) == ["96.72", "100", "98.8", "97", "98.5"]
    wrong = {name for name, e in tables.items() if e.total and e.total.contradicts(Figure(readded[name]))}
    assert wrong == {"办案费"}
    assert [span(a.execution) for a in found.values()][:3] == ["9.72", "10.00", "9.80"]
    revenue = [
        span(scored.scored)
        for name, appraisal in found.items()
        for indicator, scored in zip(tables[name].indicators, appraisal.indicators, strict=True)
        if indicator.actual == "11.32万元"
    ]
    assert revenue == ["1.81", "3.62"]
    for appraisal in found.values():
        assert appraisal.grade_stated == "优"
        assert isinstance(appraisal.rescored, Scored)
        assert all(isinstance(i.scored, Scored) for i in appraisal.indicators)
