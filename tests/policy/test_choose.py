"""Which policy applies, and what it says of itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.policy import PolicyError, available, load, resolve
from jixiao.policy.choose import _layers, _shipped
from jixiao.policy.layers import assemble, prove

from .policies import HEAD, overlay, policy_with, write

YUEYANG = "cn/hunan/yueyang"


@pytest.mark.parametrize(
    ("unit", "chosen"),
    [
        ("岳阳市城市管理综合行政执法支队", YUEYANG),
        ("湖南省岳阳市财政局", YUEYANG),
        ("中共岳阳市委办公室", YUEYANG),
        ("平江县教育局", YUEYANG),
        ("岳阳市场监督管理所", "cn"),
        ("上海市徐汇区岳阳路小学", "cn"),
        ("眉山市青神县发展和改革局", "cn"),
        ("", "cn"),
    ],
)
def test_the_name_of_the_unit_chooses(unit: str, chosen: str) -> None:
    policy = resolve(unit=unit, year=2024)
    assert policy.id == chosen
    assert policy.title in str(policy.chosen_because)
    assert "2024" in str(policy.chosen_because)


def test_a_county_below_says_that_the_city_s_policy_stands_in() -> None:
    assert "下级地方" in str(resolve(unit="岳阳县财政局", year=2024).chosen_because)


def test_the_place_goes_before_the_name() -> None:
    assert resolve(unit="甲单位", place="岳阳市", year=2024).id == YUEYANG
    assert resolve(unit="甲单位", place="岳阳", year=2024).id == YUEYANG
    assert resolve(unit="岳阳市财政局", place="四川省", year=2024).id == "cn"


def test_explicit_goes_before_all(tmp_path: Path) -> None:
    assert resolve(unit="岳阳市财政局", year=2024, policy="cn").id == "cn"
    assert resolve(year=2024, policy=YUEYANG).id == YUEYANG
    assert resolve(year=2024, policy="岳阳市").id == YUEYANG
    path = write(tmp_path, overlay("total: {cap: 99}"))
    mine = resolve(unit="岳阳市财政局", year=2024, policy=str(path))
    assert mine.total.cap == 99
    assert mine.layers == ("cn", "own.yaml")
    assert "own.yaml" in str(mine.chosen_because)


@pytest.mark.parametrize(("policy", "hint"), [("cn/hunan/yueyan", YUEYANG), ("zz", "cn"), ("none.yaml", "路径")])
def test_an_unknown_policy_names_what_there_is(policy: str, hint: str) -> None:
    with pytest.raises(PolicyError, match=hint):
        resolve(policy=policy)


def test_the_same_question_gives_the_same_object() -> None:
    assert resolve(unit="岳阳市财政局", year=2024) is resolve(unit="岳阳市财政局", year=2024)


def test_the_same_content_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, overlay("total: {cap: 99}"))
    first = load(path, year=2024)
    assert load(path, year=2024) is first
    write(tmp_path, overlay("total: {cap: 98}"))
    assert load(path, year=2024).total.cap == 98


def test_the_year_is_said_where_it_is_unknown() -> None:
    for year in (None, 0, 20244):
        policy = resolve(year=year)
        assert policy.year is None
        assert "年度不明" in str(policy.chosen_because)


def test_the_value_in_force_in_the_year_is_taken(tmp_path: Path) -> None:
    text = HEAD + (
        "  total:\n"
        "    - {from: 2021-07-01, to: 2022-12-31, value: {cap: 90}, citation: form.total}\n"
        "    - {from: 2023, value: {cap: 95}, citation: form.total}\n"
    )
    path = write(tmp_path, text)
    assert [load(path, year=y).total.cap for y in (2020, 2021, 2022, 2023, None)] == [None, 90, 90, 95, 95]
    assert any("按上级政策计算" in str(w) for w in load(path, year=2020).warnings)


def test_what_has_expired_warns_and_still_counts(tmp_path: Path) -> None:
    text = HEAD + "  total:\n    - {from: 2020, to: 2021, value: {cap: 90}, citation: form.total, verified: true}\n"
    policy = load(write(tmp_path, text), year=2024)
    assert policy.total.cap == 90
    assert any("已过期" in str(w) and "总分封顶" in str(w) for w in policy.warnings)


def test_before_the_base_begins_its_earliest_values_count() -> None:
    policy = resolve(year=2016)
    assert policy.weights.execution == 10
    assert any("自2020年起" in str(w) for w in policy.warnings)


def test_the_unverified_warns_once_a_layer_and_only_what_counts(tmp_path: Path) -> None:
    policy = resolve(unit="岳阳市财政局", year=2024)
    assert len(policy.warnings) == 2
    assert not policy.verified
    assert "未核对原文" in str(policy.warnings[0])
    own = policy_with(tmp_path, "total: {cap: 100}", "checks.few_indicators: 3")
    assert any("“测试政策”的总分封顶未核对原文" in str(w) for w in own.warnings)


def test_an_overlay_states_only_what_differs(tmp_path: Path) -> None:
    base, own = resolve(year=2024), policy_with(tmp_path, "inverse: {formula: linear}", "rounding: {score_places: 1}")
    assert own.inverse.formula == "linear"
    assert (own.rounding.score_places, own.rounding.rate_places) == (1, base.rounding.rate_places)
    assert own.grades == base.grades
    assert own.citation("inverse.formula").document == "测试〔2020〕1号"
    assert own.citation("rounding.rate_places") == base.citation("rounding")
    assert own.citation("checks.few_indicators") == base.citation("checks.few_indicators")


def test_a_file_may_name_its_base(tmp_path: Path) -> None:
    policy = load(write(tmp_path, f"schema: jixiao/policy/1\ntitle: 某单位\nbase: {YUEYANG}\n"), year=2024)
    assert policy.layers == ("cn", YUEYANG, "own.yaml")
    assert policy.title_en == "某单位"


def test_another_execution_weight_drops_the_other_splits_of_the_base(tmp_path: Path) -> None:
    policy = policy_with(tmp_path, "weights: {execution: 20, blocks: {产出指标: 40, 效益指标: 40}}")
    assert policy.weights.alternatives == ()
    assert policy.weights.blocks == {"产出指标": 40, "效益指标": 40}


def test_other_splits_are_allowed_since_costs_are_a_block() -> None:
    assert resolve(year=2020).weights.alternatives == ()
    alternatives = resolve(year=2024).weights.alternatives
    assert {split["产出指标"] for split in alternatives} == {40, 50}
    assert all(sum(split.values()) == 90 for split in alternatives)


def test_the_bars_of_the_checks() -> None:
    checks = resolve(unit="岳阳市财政局", year=2024).checks
    assert checks.over_target_ratio == Decimal("1.3")
    policy = resolve()
    assert policy.citation("checks.over_target_ratio") == policy.citation("over_target.explain_from")
    assert checks.proportional_tolerance == checks.score_ratio_gap == Decimal("0.05")
    assert checks.budget_change == Decimal("0.20")
    assert checks.three_public_change == 0
    assert checks.dominant_weight == Decimal("0.40")
    assert (checks.few_indicators, checks.name_length) == (5, 25)
    assert checks.full_score_share == checks.similarity == Decimal("0.90")


def test_an_unknown_citation_names_the_keys() -> None:
    with pytest.raises(KeyError, match="weights"):
        resolve().citation("wieghts")


def test_every_shipped_policy_is_proven_for_all_years_and_fit_for_the_catalogue() -> None:
    assert {info.id for info in available()} >= {"cn", YUEYANG}
    assert available()[0].id == "cn"
    assert available()[0].parent == ""
    assert next(i for i in available() if i.id == YUEYANG).parent == "cn"
    for info in available():
        prove(_layers(info.id))
        assert info.title
        assert info.title_en
        assert not info.verified
        for value in info.values:
            assert value.title
            assert value.title_en
            assert value.text
            assert value.citation.document
            assert value.since >= date(2018, 1, 1)


def test_a_policy_tells_the_names_of_its_place() -> None:
    assert next(i for i in available() if i.id == YUEYANG).names == ("岳阳市",)
    assert "平江县" in next(i for i in available() if i.id == YUEYANG).within
    assert "全国" in available()[0].names


@pytest.mark.parametrize("unit", ["绵阳市教育局", "四川省驻岳阳市办事处", "湖南省长沙市财政局", "全国某协会"])
def test_a_place_without_a_policy_has_none_to_offer(unit: str) -> None:
    """Places are listed for the sake of layouts too: a policy is chosen only where one is."""
    policy = resolve(unit=unit, year=2024)
    expected = {"四川省驻岳阳市办事处": (YUEYANG, "岳阳市"), "全国某协会": ("cn", "单位名称中有“全国”")}
    chosen, why = expected.get(unit, ("cn", "没有对应的地方政策"))
    assert policy.id == chosen
    assert why in str(policy.chosen_because)


def test_nothing_the_base_needs_may_be_missing() -> None:
    alone = (_shipped()[YUEYANG],)
    with pytest.raises(PolicyError, match="缺少") as caught:
        prove(alone)
    assert any(p.key == "parameters.inverse" for p in caught.value.problems)
    with pytest.raises(PolicyError, match="缺少"):
        assemble(alone, 2024)


@given(st.decimals(0, 100, places=3))
def test_every_score_has_exactly_one_grade(score: Decimal) -> None:
    bands = resolve(year=2024).grades
    band = bands.of(score)
    assert band is not None
    holding = [b for b in bands.items if b.low <= score < b.high or (score == 100 == b.high)]
    assert holding == [band]


@given(st.lists(st.integers(1, 99), unique=True, max_size=6))
@settings(max_examples=40)
def test_any_cuts_make_bands_and_any_hole_breaks_them(cuts: list[int]) -> None:
    from jixiao.policy.fields import HUNDRED, BadValueError, bands

    edges = [0, *sorted(cuts), 100]
    raw = [{"name": f"第{i}档", "from": a, "to": b} for i, (a, b) in enumerate(pairwise(edges))]
    read = bands(HUNDRED)(raw)
    assert read.best.high == 100
    assert read.worst.low == 0
    for i in range(len(raw)):
        with pytest.raises(BadValueError):
            bands(HUNDRED)(raw[:i] + raw[i + 1 :])


def test_outside_the_scale_there_is_no_band() -> None:
    grades = resolve().grades
    assert grades.of(Decimal("100.01")) is None
    assert grades.of(Decimal("-0.01")) is None
    assert grades.of(Decimal("89.5")) is grades.items[1]


def test_the_middle_of_two_bands_is_the_whole_scale(tmp_path: Path) -> None:
    two = "qualitative: {bands: [{name: 是, from: 0.5, to: 1}, {name: 否, from: 0, to: 0.5}]}"
    middle = policy_with(tmp_path, two).qualitative.bands.middle
    assert (middle.low, middle.high) == (0, 1)


@given(st.decimals(0, 100, places=4))
def test_rounding_goes_half_up(value: Decimal) -> None:
    rounding = resolve().rounding
    assert abs(rounding.score(value) - value) <= Decimal("0.005")
    assert rounding.score(Decimal("0.125")) == Decimal("0.13")
    assert rounding.rate(Decimal("97.995")) == Decimal("98.00")


def test_other_ways_of_rounding(tmp_path: Path) -> None:
    assert policy_with(tmp_path, "rounding: {mode: half_even}").rounding.score(Decimal("0.125")) == Decimal("0.12")
    assert policy_with(tmp_path, "rounding: {mode: down}").rounding.score(Decimal("0.129")) == Decimal("0.12")
