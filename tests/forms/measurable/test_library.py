"""The library of measurable indicators: each can be measured, is proved, and is said once."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

import pytest

from jixiao.forms.datafiles import FORMS
from jixiao.forms.measurable import Measurable, Sector, general_words, indicators, sectors
from jixiao.model.value import Direction, Number, ZeroEvents
from jixiao.values import direction, parse, vague_words
from jixiao.values import units as unit_words

ALL = [one for sector in sectors() for one in indicators(sector)]
EACH = pytest.mark.parametrize("one", ALL, ids=lambda one: f"{one.sector}-{one.name}")
KINDS = ("数量", "质量", "时效", "成本", "经济效益", "社会效益", "生态效益", "可持续影响", "满意度")
LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}
BOUND = 0.6
"""Names in one sector that share more of their pairs of letters than this must have been looked at."""
REVIEWED = {
    ("旅游接待收入增长率", "旅游接待人次增长率"),  # money and persons
}


def test_there_are_enough() -> None:
    assert len(sectors()) >= 14
    assert all(len(indicators(sector)) >= 15 for sector in sectors())


def test_every_sector_has_a_file_and_every_file_a_sector() -> None:
    assert {path.stem for path in (FORMS / "data" / "indicators").glob("*.yaml")} == set(sectors())


@pytest.mark.parametrize("sector", sectors())
def test_nothing_in_a_file_is_lost(sector: str) -> None:
    # a level that stands twice would silently replace what stood under it first
    text = (FORMS / "data" / "indicators" / f"{sector}.yaml").read_text("utf-8")
    assert text.count("- name:") == len(indicators(sector))


@pytest.mark.parametrize("sector", sectors())
def test_a_sector_has_indicators_of_all_kinds(sector: str) -> None:
    own = indicators(sector)
    assert all(one.level2 in LEVELS[one.level1] for one in own)
    for kind in KINDS:
        assert [one for one in own if kind in one.level2], kind


@EACH
def test_it_has_all_that_it_needs(one: Measurable) -> None:
    assert all((one.name, one.sign, one.value, one.unit, one.measured, one.words))
    assert one.proof
    assert all(len(paper) >= 2 for paper in one.proof)
    if unit_words.is_share(one.unit):
        assert "÷" in one.measured, "a share says what is divided by what"


@EACH
def test_the_unit_is_one_that_can_be_read(one: Measurable) -> None:
    assert unit_words.is_known(one.unit) or unit_words.is_known(unit_words.unscaled(one.unit))


@EACH
def test_the_example_is_read_in_the_direction_that_is_said(one: Measurable) -> None:
    target = parse(one.target)
    assert isinstance(target, (Number, ZeroEvents))
    found, _ = direction(target, level2=one.level2, name=one.name)
    # no more than none: what must be nothing is a limit
    none_at_all = one.sign == "=" and one.value == "0"
    assert found in ({Direction.EQUAL, Direction.INVERSE} if none_at_all else {one.direction})


@EACH
def test_a_share_that_is_to_be_all_or_none_is_equal(one: Measurable) -> None:
    if one.unit == "%" and one.value == "100":
        assert one.sign == "="


@EACH
def test_neither_a_cost_nor_a_time_is_a_floor(one: Measurable) -> None:
    if "成本" in one.level2 or ("时效" in one.level2 and unit_words.is_time(one.unit)):
        assert one.sign == "≤"


@EACH
def test_satisfaction_is_asked_of_somebody(one: Measurable) -> None:
    if "满意" in one.level2:
        assert re.search(r"问卷|回访|测评|调查|评价|好差评", "".join(one.proof))


@EACH
def test_the_example_is_not_vague(one: Measurable) -> None:
    assert not vague_words(one.target)


@pytest.mark.parametrize("sector", sectors())
def test_no_two_of_a_sector_say_the_same(sector: str) -> None:
    own = [one.name for one in indicators(sector)]
    assert [name for name, count in Counter(map(_normal, own)).items() if count > 1] == []
    near = {pair for pair in combinations(own, 2) if _alike(*pair) > BOUND}
    assert near <= REVIEWED


def test_what_was_reviewed_is_still_there() -> None:
    names = {one.name for one in ALL}
    assert all(first in names and second in names for first, second in REVIEWED)
    assert all(_alike(first, second) > BOUND for first, second in REVIEWED)


def test_no_name_stands_in_two_sectors() -> None:
    assert len({_normal(one.name) for one in ALL}) == len(ALL)


@pytest.mark.parametrize("sector", sectors().values(), ids=lambda sector: sector.id)
def test_a_sector_is_told_by_words_of_its_own(sector: Sector) -> None:
    assert sector.units
    assert sector.projects
    others = [other for other in sectors().values() if other is not sector]
    assert not [w for w in sector.units if any(w in other.units for other in others)]
    assert not [w for w in sector.projects if any(w in other.projects for other in others)]


def test_words_that_many_sectors_use_are_general() -> None:
    used = Counter(word for sector in sectors() for word in {w for one in indicators(sector) for w in one.words})
    everywhere = {word for word, count in used.items() if count >= 6}
    assert everywhere - general_words() == {"工程质量"}  # it names what is measured, whosever works they are


def test_an_unknown_sector_is_an_error() -> None:
    with pytest.raises(KeyError):
        indicators("nowhere")


def _normal(name: str) -> str:
    return re.sub(r"[\W_]|的|数量$|数$", "", name)


def _alike(one: str, other: str) -> float:
    first, then = _pairs(one), _pairs(other)
    return 2 * len(first & then) / (len(first) + len(then))


def _pairs(text: str) -> set[str]:
    return {text[n : n + 2] for n in range(len(text) - 1)}
