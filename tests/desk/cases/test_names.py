"""Names of units: what is one unit, what a short name stands for, what the name of a file tells."""

from __future__ import annotations

import pytest

from jixiao.desk.cases.names import Register, core, is_body, shortens, year_of

CITY = ["岳阳市教育体育局", "岳阳市水利局", "岳阳市交通运输局", "岳阳市交通运输局公路中心", "华容县水利局"]


@pytest.mark.parametrize(
    "spelling",
    [
        "岳阳市水利局",
        "岳阳市水利局（盖章）",
        " 岳阳市 水利局 ",
        "岳阳市水利局(本级)",
        "岳阳市水利局（公章）",
        "岳阳市\n水利局",
    ],
)
def test_one_unit_in_many_spellings(spelling: str) -> None:
    assert core(spelling) == "岳阳市水利局"


def test_what_is_part_of_the_name_stays() -> None:
    assert core("岳阳市水利局（城区分局）") != core("岳阳市水利局")


@pytest.mark.parametrize(
    ("short", "long", "is_it"),
    [
        ("水利局", "岳阳市水利局", True),
        ("市水利局", "岳阳市水利局", True),
        ("公路中心", "岳阳市交通运输局公路中心", True),
        ("利局", "岳阳市水利局", False),
        ("运输局", "岳阳市交通运输局", False),
        ("岳阳市水利局", "岳阳市水利局", False),
        ("岳阳市交通运输局", "岳阳市交通运输局公路中心", False),
    ],
)
def test_a_short_name_is_the_long_one_without_what_stands_before(short: str, long: str, is_it: bool) -> None:
    assert shortens(short, long) is is_it


def test_a_short_name_stands_for_the_only_long_one() -> None:
    register = Register.of((), CITY)
    assert register.unit("教育体育局") == "岳阳市教育体育局"
    assert register.unit("公路中心") == "岳阳市交通运输局公路中心"
    assert register.unit("水利局") == ""  # of the city, or of the county?
    assert register.unit("审计局") == ""


def test_short_names_that_papers_use_are_the_long_one() -> None:
    register = Register.of((), ["市水利局", "水利局", "岳阳市水利局"])
    assert {register.unit(name) for name in ("市水利局", "水利局", "岳阳市水利局")} == {"岳阳市水利局"}


def test_a_list_makes_a_renamed_unit_and_its_predecessor_one() -> None:
    units = [("岳阳市文化旅游广电局", ("岳阳市文化广电新闻出版局", "文旅局"))]
    register = Register.of(units, ["岳阳市文化广电新闻出版局", "岳阳市水利局"])
    assert register.unit("岳阳市文化广电新闻出版局") == "岳阳市文化旅游广电局"
    assert register.unit("文旅局") == "岳阳市文化旅游广电局"


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("岳阳市水利局2024年度自评报告", "岳阳市水利局"),
        ("2024教育体育局整体支出绩效自评表（定稿）", "岳阳市教育体育局"),
        ("附件3_公路中心_项目", "岳阳市交通运输局公路中心"),
        ("岳阳市交通运输局公路中心自评表", "岳阳市交通运输局公路中心"),
        ("水利局自评表", ""),
        ("岳阳市水利局、岳阳市教育体育局汇总", ""),
        ("自评表", ""),
        ("2024年度", ""),
    ],
)
def test_a_file_is_named_after_one_unit_or_none(name: str, unit: str) -> None:
    assert Register.of((), CITY).told_by(name) == unit


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("2024年度自评表", 2024),
        ("2025年报送2024年度自评", 2024),
        ("二〇二三年度", 2023),
        ("2023", 2023),
        ("20240520定稿", None),
        ("2023年和2024年", None),
        ("自评表", None),
    ],
)
def test_the_year_that_a_name_tells(name: str, year: int | None) -> None:
    assert year_of(name) == year


@pytest.mark.parametrize("name", ["岳阳市水利局", "岳阳市第一中学", "站场执法大队", "图书馆（少儿馆）"])
def test_bodies_of_their_own(name: str) -> None:
    assert is_body(name)


@pytest.mark.parametrize("name", ["财务科", "办公室", "法制股", "综合组", "综合执法", ""])
def test_sections_are_no_bodies(name: str) -> None:
    assert not is_body(name)
