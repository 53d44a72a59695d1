"""What a vague target could become: the nearest of its sector and level, and nothing where that is not sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.forms.measurable import general_words, indicators, proposals, sectors
from jixiao.forms.measurable.nearest import MOST

BUREAU = "某市城市管理和综合执法局"
LEVELS = sorted({one.level2 for sector in sectors() for one in indicators(sector)})


@pytest.mark.parametrize(
    ("target", "name", "level2", "proposed"),
    [
        ("提升市容秩序", "市容管理", "质量指标", ["市容秩序检查合格率"]),
        ("进一步提升城市形象", "城市形象", "社会效益指标", ["市容类投诉量同比下降率"]),
        ("保持路面整洁、干净", "清扫保洁", "产出质量", ["道路保洁质量抽查合格率"]),
        ("良好", "群众满意", "社会公众或服务对象满意度指标", ["市民对市容环境满意度"]),
        # the level is repeated, no subject is named
        ("有所提升", "可持续影响", "可持续影响指标", []),
        ("符合相关标准", "符合标准", "质量指标", []),
        ("产生一定的间接经济效益", "经济效益", "经济效益指标", []),
        # a subject of this sector at another level
        ("提升市容秩序", "市容管理", "时效指标", []),
        # the level cannot be told, or there is none of ours
        ("提升市容秩序", "市容管理", "", []),
        ("提升市容秩序", "市容管理", "过程管理", []),
        ("市容环境不受影响", "负面影响", "社会成本指标", []),
        ("", "", "质量指标", []),
    ],
)
def test_the_nearest_of_the_sector_and_the_level(target: str, name: str, level2: str, proposed: list[str]) -> None:
    found = proposals(target, name, unit=BUREAU, level2=level2)
    assert [one.indicator.name for one in found] == proposed


def test_nothing_without_a_sector() -> None:
    assert proposals("提升市容秩序", "市容管理", unit="某县财政局", project="专项工作", level2="质量指标") == ()


def test_satisfaction_may_stand_in_the_first_level() -> None:
    found = proposals("非常满意", "群众满意", unit=BUREAU, level1="满意度指标")
    assert [one.indicator.name for one in found] == ["市民对市容环境满意度"]
    assert proposals("市容秩序良好", "市容", unit=BUREAU, level1="效益指标") == ()


def test_a_proposal_says_why() -> None:
    (found,) = proposals("提升市容秩序", "市容管理", unit=BUREAU, level2="质量指标")
    assert (found.told.word, str(found.told.whose), found.words) == ("城市管理", "单位名称", ("市容秩序",))


def test_of_equally_near_ones_what_the_project_tells_comes_first() -> None:
    found = proposals("系统稳定，教学设备良好", "", unit="某县教育局", project="信息化建设", level2="质量指标")
    assert [(one.indicator.name, str(one.told.whose)) for one in found] == [
        ("系统可用率", "项目名称"),
        ("教学设备验收合格率", "单位名称"),
    ]


def test_one_that_is_only_half_as_near_is_left_out() -> None:
    found = proposals("教学设备装备、系统稳定", "", unit="某县教育局", project="信息化建设", level2="质量指标")
    assert [one.indicator.name for one in found] == ["教学设备验收合格率", "系统可用率"]
    found = proposals("教学设备装备、体质", "", unit="某县教育局", level2="质量指标")
    assert [one.indicator.name for one in found] == ["教学设备验收合格率"]


@given(
    st.sampled_from(sorted(sectors())),
    st.sampled_from(LEVELS),
    st.lists(st.sampled_from(sorted({w for s in sectors() for i in indicators(s) for w in i.words})), max_size=5),
)
def test_proposals_are_few_of_one_level_and_proved_by_words(sector: str, level2: str, words: list[str]) -> None:
    text = "提升".join(words)
    unit = sectors()[sector].units[0]
    found = proposals(text, unit=unit, level2=level2)
    assert len(found) <= MOST
    assert len({one.indicator.name for one in found}) == len(found)
    scores = [sum(map(len, one.words)) for one in found]
    assert scores == sorted(scores, reverse=True)
    for one in found:
        assert one.indicator.level2 == level2
        assert one.told.word in unit
        assert all(word in text for word in one.words)
        assert "满意" in level2 or set(one.words) - general_words()


@given(st.text(max_size=30), st.text(max_size=10), st.sampled_from(LEVELS))
def test_any_text_may_be_asked(target: str, name: str, level2: str) -> None:
    assert isinstance(proposals(target, name, unit=BUREAU, level2=level2), tuple)
