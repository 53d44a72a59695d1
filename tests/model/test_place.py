"""Places: which one a name speaks of, and what is nearest to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.place import NATION, Place, gazetteer, mentioned, nearest, nearest_to, upward

NAMES = [(place.id, name) for place in gazetteer().values() for name in (*place.names, *place.within)]


def test_no_name_is_claimed_twice() -> None:
    assert len({name for _, name in NAMES}) == len(NAMES)


def test_every_place_lies_in_the_nation() -> None:
    assert all(place in gazetteer() or place.count("/") for place in gazetteer())
    assert {next(reversed(list(upward(place)))) for place in gazetteer()} == {NATION}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("岳阳市财政局", "cn/hunan/yueyang"),
        ("湖南省岳阳市财政局", "cn/hunan/yueyang"),
        ("岳阳市驻四川省办事处", "cn/hunan/yueyang"),
        ("四川省绵阳市教育局", "cn/sichuan"),
        ("四川", "cn/sichuan"),
        ("四川大学", ""),
        ("岳阳市场监督管理所", ""),
        ("宁夏银川市实验学校", "cn/ningxia"),
        ("cn/yunnan", "cn/yunnan"),
        ("某县财政局", ""),
        ("", ""),
    ],
)
def test_the_place_a_name_speaks_of(text: str, place: str) -> None:
    found = mentioned(text, gazetteer().values())
    assert (found.place.id if found else "") == place


def test_of_two_equally_deep_places_the_one_named_first_counts() -> None:
    both = mentioned("云南省和四川省联合办公室", gazetteer().values())
    assert both is not None
    assert (both.place.id, both.name, both.below) == ("cn/yunnan", "云南省", False)


def test_nearest_wins() -> None:
    known = {"cn", "cn/hunan"}
    assert [nearest(p, known) for p in ("cn/hunan/yueyang", "cn/hunan", "cn/sichuan", "")] == [
        "cn/hunan",
        "cn/hunan",
        "cn",
        "",
    ]
    assert nearest("cn/hunan", {"cn/sichuan"}) == ""


def test_what_is_chosen_from_above_says_so() -> None:
    county, city = nearest_to("平江县教育局", {"cn", "cn/hunan"}), nearest_to("湖南省财政厅", {"cn", "cn/hunan"})
    assert county is not None
    assert city is not None
    assert (county.id, county.below, county.told) == ("cn/hunan", True, True)
    assert (city.id, city.below) == ("cn/hunan", False)
    far = nearest_to("四川省财政厅", {"cn", "cn/hunan"})
    assert far is not None
    assert (far.id, far.told) == ("cn", False)
    assert nearest_to("四川省财政厅", {"cn/hunan"}) is None
    assert nearest_to("某县财政局", {"cn"}) is None


def test_places_of_ones_own() -> None:
    own = Place("cn/x", ("某省",), ("某市",))
    found = nearest_to("某市水利局", {"cn/x"}, [own])
    assert found is not None
    assert (found.id, found.below) == ("cn/x", True)


@given(st.sampled_from(NAMES), st.sampled_from(["", "中共", "驻"]), st.sampled_from(["", "财政局", "委员会"]))
def test_a_name_anywhere_in_a_text_tells_its_place(named: tuple[str, str], before: str, behind: str) -> None:
    place, name = named
    found = mentioned(before + name + behind, gazetteer().values())
    assert found is not None
    assert found.place.id == place
    assert found.below == (name in gazetteer()[place].within)
