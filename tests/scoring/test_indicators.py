"""Single indicators: what rules decide, what a person must, what nobody can."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.model import Doubt, Scored, Undecided
from jixiao.model.pointer import resolve as at
from jixiao.model.value import Direction, Met
from jixiao.policy import Policy, resolve
from jixiao.scoring import claimed_band, grade_of
from jixiao.scoring.formulas import earned
from tests.policy.policies import policy_with

from .tables import NATIONAL, appraised, money, row, span, table


@pytest.mark.parametrize(
    ("target", "actual", "weight", "score"),
    [
        ("25万元", "11.32万元", "4", "1.81"),
        ("年度预算计划数25万元", "11.32万元", "8", "3.62"),
        ("95%", "97%", "4", "4.00"),
        ("≥95%", "95%", "10", "10.00"),
        ("96%以上", "96%", "10", "10.00"),
        ("90%", "60%", "9", "6.00"),
        ("6次", "8次", "5", "5.00"),
        ("200台", "300余台次", "5", "5.00"),
        ("＝100人", "120人", "5", "5.00"),
        ("＝100人", "80人", "5", "4.00"),
        ("0起", "0起", "6", "6.00"),
        ("0起", "1起", "6", "0.00"),
        ("无安全事故", "全年无安全事故", "6", "6.00"),
        ("无安全事故", "2起", "6", "0.00"),
        ("2024年12月31日前", "2024年12月1日", "5", "5.00"),
        ("2024年12月31日前", "均如期完成", "5", "5.00"),
        ("2019年12月31日前", "2020年3月1日", "5", "0.00–5.00"),
        ("≥3个", "-1个", "3", "0.00"),
        ("1次/月", "1次/月", "4", "4.00"),
        ("前3名", "第5名", "5", "0.00–5.00"),
        ("≥90%且无投诉", "80%，无投诉", "5", "0.00–5.00"),
    ],
)
def test_quantities(target: str, actual: str, weight: str, score: str) -> None:
    found = appraised(row(target, actual, weight))
    assert span(found.scored) == score
    assert found.quantitative


@pytest.mark.parametrize(
    ("formula", "score"),
    [("hyperbola", "8.00"), ("linear", "7.50"), ("all_or_nothing", "0.00"), ("null", "0.00–8.00")],
)
def test_three_inverse_formulas_and_the_open_rule(tmp_path: Path, formula: str, score: str) -> None:
    policy = policy_with(tmp_path, f"inverse: {{formula: {formula}}}")
    assert span(appraised(row("≤40次", "50次"), policy).scored) == score
    assert span(appraised(row("≤40次", "40次"), policy).scored) == "10.00"
    assert span(appraised(row("≤40次", "0次"), policy).scored) == "10.00"


def test_far_above_an_inverse_limit(tmp_path: Path) -> None:
    linear = policy_with(tmp_path, "inverse: {formula: linear}")
    assert span(appraised(row("≤40次", "80次"), linear).scored) == "0.00"
    assert span(appraised(row("≤40次", "400次"), linear).scored) == "0.00"
    assert (
        span(appraised(row("≤40次", "400次"), policy_with(tmp_path, "inverse: {formula: hyperbola}")).scored) == "1.00"
    )


def test_the_open_inverse_rule_says_so() -> None:
    found = appraised(row("≤40次", "50次")).scored
    assert isinstance(found, Scored)
    assert str(found.reason) == "政策未规定反向指标的计分公式"


def test_targets_on_the_budget_look_at_the_money() -> None:
    inside = appraised(row("不超年度预算", "未超预算"))
    assert span(inside.scored) == "10.00"
    over = appraised(row("不超年度预算", "未超预算"), lines=(money("100.00", "125.00"),))
    assert over.comparison.met is Met.SHORT
    assert span(over.scored) == "0.00–8.00"
    unknown = appraised(row("不超年度预算", "未超预算"), lines=(money("", ""),))
    assert span(unknown.scored) == "0.00–10.00"
    assert span(appraised(row("不超年度预算", "未超预算"), lines=()).scored) == "0.00–10.00"


@pytest.mark.parametrize(
    ("target", "actual", "score"),
    [
        ("≥300台", "200余台", "6.67–10.00"),
        ("≥300台", "近200台", "0.00–6.67"),
        ("≥300台", "近400台", "0.00–10.00"),
        ("≥300台", "约100台", "0.00–10.00"),
        ("≥300台", "400余台", "10.00"),
        ("约500人", "100人", "0.00–10.00"),
        ("约500人", "486人", "0.00–10.00"),
        ("≤40次", "近50次", "8.00–10.00"),
        ("≤40次", "50余次", "0.00–8.00"),
        ("≤40次", "约100次", "0.00–10.00"),
        ("≤40次", "近30次", "10.00"),
    ],
)
def test_approximate_figures_leave_one_side_open(tmp_path: Path, target: str, actual: str, score: str) -> None:
    policy = policy_with(tmp_path, "inverse: {formula: hyperbola}")
    found = appraised(row(target, actual), policy).scored
    assert span(found) == score
    assert isinstance(found, Scored)
    assert bool(found.reason) is ("–" in score)


@pytest.mark.parametrize(
    ("target", "inverse", "positive", "score"),
    [
        ("＞100次", "hyperbola", "proportional", "10.00"),
        ("＞100次", "hyperbola", "all_or_nothing", "0.00"),
        ("＜100次", "hyperbola", "proportional", "10.00"),
        ("＜100次", "linear", "proportional", "10.00"),
        ("＜100次", "all_or_nothing", "proportional", "0.00"),
        ("＜100次", "null", "proportional", "0.00–10.00"),
    ],
)
def test_a_strict_bound_hit_exactly_is_missed_by_nothing(
    tmp_path: Path, target: str, inverse: str, positive: str, score: str
) -> None:
    policy = policy_with(tmp_path, f"inverse: {{formula: {inverse}}}", f"positive: {{formula: {positive}}}")
    found = appraised(row(target, "100次"), policy)
    assert found.comparison.met is Met.SHORT
    assert span(found.scored) == score


@pytest.mark.parametrize(
    ("target", "actual", "weight", "score", "reason"),
    [
        ("效果明显", "达成预期指标", "5", "4.00–5.00", "档内由人判断"),
        ("效果明显", "部分完成", "5", "3.00–3.99", "档内由人判断"),
        ("效果明显", "未完成", "5", "0.00–2.99", "档内由人判断"),
        ("提升城市形象", "形象有效提升", "6", "0.00–6.00", "须由人判断"),
        ("效果明显", "全部或基本达成预期指标", "5", "4.00–5.00", "档内由人判断"),
        ("效果明显", "基本完成", "5", "3.00–5.00", "档内由人判断"),
        ("效果明显", "大部分完成。", "5", "3.00–5.00", "档内由人判断"),
        ("效果明显", "部分达成预期指标并具有一定效果", "5", "3.00–3.99", "档内由人判断"),
        ("效果明显", "部分达成年度指标并具有一定效果", "5", "3.00–3.99", "档内由人判断"),
        ("效果明显", "未达成年度指标且效果较差", "5", "0.00–2.99", "档内由人判断"),
        ("优", "优", "5", "4.00–5.00", "档内由人判断"),
        ("优", "良", "5", "0.00–5.00", "须由人判断"),
    ],
)
def test_judgements(target: str, actual: str, weight: str, score: str, reason: str) -> None:
    found = appraised(row(target, actual, weight))
    assert not found.quantitative
    assert span(found.scored) == score
    assert isinstance(found.scored, Scored)
    assert reason in str(found.scored.reason)


def test_where_nobody_said_how_far_the_bands_are_laid_out() -> None:
    found = appraised(row("提升形象", "有效提升", "6")).scored
    assert isinstance(found, Scored)
    assert tuple(map(str, found.derivation.steps)) == (
        "达成年度指标：4.80–6.00分",
        "部分达成年度指标并具有一定效果：3.60–4.79分",
        "未达成年度指标且效果较差：0.00–3.59分",
    )


@pytest.mark.parametrize(
    ("score", "band"), [("5", "达成"), ("4.8", "达成"), ("4.79", "部分达成"), ("0", "未达成"), ("7", "")]
)
def test_the_band_that_a_stated_score_claims(score: str, band: str) -> None:
    claimed = appraised(row("提升形象", "有效提升", "6", score=score)).claimed_band
    assert claimed.startswith(band)
    assert bool(claimed) is bool(band)


def test_quantities_claim_no_band() -> None:
    assert appraised(row("6次", "6次", "6", score="5")).claimed_band == ""


@pytest.mark.parametrize(
    ("target", "actual", "weight", "field", "reason"),
    [
        ("", "98%", "5", "target", "年度指标值空白"),
        ("95%", "", "5", "actual", "实际完成值空白"),
        ("95%", None, "5", "actual", "实际完成值空白"),
        ("≥**%", "98%", "5", "target", "未填实"),
        ("95%", "98%", "", "weight", "分值空白"),
        ("95%", "98%", "五", "weight", "不是分数"),
        ("95%", "98%", "-5", "weight", "负数"),
    ],
)
def test_undecided(target: str, actual: str | None, weight: str, field: str, reason: str) -> None:
    found = appraised(row(target, actual, weight)).scored
    assert isinstance(found, Undecided)
    assert found.at == f"/indicators/0/{field}"
    assert reason in str(found.reason)


def test_a_doubtful_weight_is_not_taken() -> None:
    found = appraised(row("95%", "98%", None, doubts=(Doubt(field="weight", raw="4?", reason="字迹不清"),))).scored
    assert isinstance(found, Undecided)
    assert "4?" in str(found.reason)


def test_rows_that_need_no_weight() -> None:
    assert span(appraised(row("", "", "")).scored) == "0.00"
    assert span(appraised(row("不适用", "不适用", "")).scored) == "0.00"
    assert span(appraised(row("≥3个", "助力发展", "", group="g")).scored) == "0.00"
    assert span(appraised(row("95%", "98%", "0")).scored) == "0.00"


@pytest.mark.parametrize(
    ("mode", "score"), [("zero_weight", "0.00–5.00"), ("omit", "0.00"), ("rescale_to_100", "0.00")]
)
def test_not_applicable_but_with_points(tmp_path: Path, mode: str, score: str) -> None:
    policy = policy_with(tmp_path, f"not_applicable: {{mode: {mode}}}")
    assert span(appraised(row("不适用", "不适用", "5"), policy).scored) == score
    assert span(appraised(row("95%", "不适用", "5"), policy).scored) == score
    assert span(appraised(row("—", "", "5"), policy).scored) == score


def test_a_dash_for_a_target_with_something_measured_is_left_to_a_person() -> None:
    found = appraised(row("—", "100%", "5")).scored
    assert span(found) == "0.00–5.00"
    assert isinstance(found, Scored)
    assert "短横" in str(found.reason)


def test_different_units_are_left_to_a_person() -> None:
    found = appraised(row("200台", "100公里", "5")).scored
    assert span(found) == "0.00–5.00"
    assert isinstance(found, Scored)
    assert "单位不同" in str(found.reason)


@pytest.mark.parametrize(
    ("sign", "target", "unit", "actual", "way", "score"),
    [
        ("≥", "95", "%", "90", Direction.POSITIVE, "9.47"),
        ("＝", "100", "%", "100", Direction.EQUAL, "10.00"),
        ("≤", "30", "万元", "30", Direction.INVERSE, "10.00"),
        ("正向", "100", "次", "90", Direction.POSITIVE, "9.00"),
        ("反向", "100", "次", "90", Direction.INVERSE, "10.00"),
        ("定性", "优良中低差", "", "优", Direction.QUALITATIVE, "0.00–10.00"),
        ("定量", "100", "次", "90", Direction.POSITIVE, "9.00"),
    ],
)
def test_sign_value_and_unit_in_three_columns(
    sign: str, target: str, unit: str, actual: str, way: Direction, score: str
) -> None:
    found = appraised(row(target, actual, sign=sign, target_unit=unit))
    assert found.direction is way
    assert span(found.scored) == score


def test_a_sign_column_alone_is_no_target() -> None:
    assert isinstance(appraised(row("", "98%", "5", sign="≥", target_unit="%")).scored, Undecided)


def test_positive_all_or_nothing_and_pass_line(tmp_path: Path) -> None:
    strict = policy_with(tmp_path, "positive: {formula: all_or_nothing}")
    assert span(appraised(row("100次", "99次"), strict).scored) == "0.00"
    line = policy_with(tmp_path, "positive: {pass_share: 0.6}")
    assert span(appraised(row("100次", "60次"), line).scored) == "6.00"
    assert span(appraised(row("100次", "59次"), line).scored) == "0.00"


def test_satisfaction_by_intervals(tmp_path: Path) -> None:
    steps = "[{from: 90, share: 1}, {from: 80, share: 0.8}, {from: 60, share: 0.5}]"
    policy = policy_with(tmp_path, f"satisfaction: {{mode: intervals, intervals: {steps}}}")
    scores = [
        span(appraised(row("95%以上", actual, level1="满意度指标"), policy).scored)
        for actual in ("96%", "90%", "89.9%", "60%", "59%")
    ]
    assert scores == ["10.00", "10.00", "8.00", "5.00", "0.00"]
    assert span(appraised(row("95%以上", "90%"), policy).scored) == "9.47"
    assert span(appraised(row("95%以上", "≥95%", level1="满意度指标"), policy).scored) == "0.00–10.00"
    assert span(appraised(row("90%以上", "群众满意", level1="满意度指标"), policy).scored) == "0.00–10.00"


def test_far_above_the_target_a_ladder_may_take_something(tmp_path: Path) -> None:
    ladder = "deduct: [{from: 1.5, share: 0.1}, {from: 2, share: 0.2}]"
    policy = policy_with(tmp_path, f"over_target: {{{ladder}}}")
    assert span(appraised(row("100次", "149次"), policy).scored) == "10.00"
    assert span(appraised(row("100次", "150次"), policy).scored) == "9.00"
    assert span(appraised(row("100次", "300次"), policy).scored) == "8.00"
    assert span(appraised(row("100次", "300次", explanation="新增任务"), policy).scored) == "10.00"
    hard = policy_with(tmp_path, f"over_target: {{{ladder}, exempt_if_reason: false}}")
    assert span(appraised(row("100次", "300次", explanation="新增任务"), hard).scored) == "8.00"
    assert span(appraised(row("≤300次", "100次"), policy).scored) == "10.00"


def test_the_derivation_lets_anyone_redo_it() -> None:
    evaluation = table(row("25万元", "11.32万元", "4"))
    found = appraised(row("25万元", "11.32万元", "4")).scored
    assert isinstance(found, Scored)
    derivation = found.derivation
    assert str(derivation.formula) == "得分 = 分值 × 实际值 ÷ 指标值"
    assert [(str(i.name), str(i.value)) for i in derivation.inputs] == [
        ("年度指标值", "25万元"),
        ("实际完成值", "11.32万元"),
        ("分值", "4"),
    ]
    for pointer in found.inputs:
        assert at(evaluation, pointer) is not None
    assert str(derivation.steps[-1]) == "4 × 45.28% → 1.81"
    assert derivation.citation is not None
    assert "财预〔2020〕10号" in derivation.citation.document


_WEIGHT = st.decimals("0.01", "90", places=2)
_COUNT = st.integers(0, 5000)


@given(_WEIGHT, st.integers(1, 2000), _COUNT, _COUNT, st.sampled_from(["≥", "≤", "＝"]))
@settings(max_examples=60)
def test_bounds_and_order(weight: Decimal, target: int, one: int, other: int, sign: str) -> None:
    low, high = sorted((one, other))
    scores = []
    for actual in (low, high):
        found = appraised(row(f"{sign}{target}次", f"{actual}次", f"{weight}")).scored
        assert isinstance(found, Scored)
        assert 0 <= found.low <= found.high <= weight
        scores.append(found)
    fewer, more = scores
    if sign == "≤":
        assert more.low <= fewer.low
        assert more.high <= fewer.high
    else:
        assert fewer.low <= more.low


@given(st.decimals(0, 100, places=2))
def test_every_score_has_one_grade(score: Decimal) -> None:
    assert grade_of(score, NATIONAL) in {"优", "良", "中", "差"}


def test_grades_at_their_edges() -> None:
    edges = {"100": "优", "90": "优", "89.99": "良", "89.5": "良", "80": "良", "79.99": "中", "60": "中", "59.99": "差"}
    assert {s: grade_of(Decimal(s), NATIONAL) for s in edges} == edges
    assert grade_of(Decimal("100.01"), NATIONAL) is None


@given(_WEIGHT, st.decimals(0, 1, places=4))
def test_every_score_within_its_weight_claims_one_band(weight: Decimal, share: Decimal) -> None:
    policy: Policy = resolve(year=2024)
    assert claimed_band(earned(weight, share, policy), weight, policy) is not None
    assert claimed_band(weight + 1, weight, policy) is None
    assert claimed_band(Decimal(-1), weight, policy) is None


def test_a_weight_finer_than_the_rounding_is_not_rounded_up() -> None:
    assert earned(Decimal("3.335"), Decimal(1), NATIONAL) == Decimal("3.335")
