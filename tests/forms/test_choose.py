"""Which layout is chosen: by place and year, the nearest first, or by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.writing.dossiers import base_data, dossier, overall, project

from jixiao.forms.kinds import kinds
from jixiao.forms.layouts import available, choose, chosen, layout_for, layout_in
from jixiao.forms.layouts.catalogue import Head
from jixiao.forms.layouts.choose import _in_force
from jixiao.forms.layouts.schema import Years
from jixiao.model import Evaluation, UnreadableError
from jixiao.model.place import gazetteer

PROJECT = "project-evaluation"


def test_every_layout_lies_with_its_kind_and_names_a_place() -> None:
    ids = [layout.id for layout in available()]
    assert len(set(ids)) == len(ids) >= 9
    for layout in available():
        assert layout.kind in kinds()
        assert layout.place in gazetteer()
        assert layout.name
        assert layout.name_en
        assert layout.source
        assert not layout.verified


@pytest.mark.parametrize(
    ("place", "layout"),
    [
        ("", "project-central-2020"),
        ("某县财政局", "project-central-2020"),
        ("岳阳市财政局", "project-yueyang-2022"),
        ("湖南省平江县教育局", "project-yueyang-2022"),
        ("湖南省长沙市教育局", "project-central-2020"),
        ("四川", "project-sichuan-2023"),
        ("眉山市青神县发展和改革局", "project-sichuan-2023"),
        ("丽江市自然资源局", "project-yunnan-2020"),
        ("cn/hubei", "project-hubei-2020"),
        ("银川市第三小学", "project-ningxia-2021"),
    ],
)
def test_the_nearest_place_wins(place: str, layout: str) -> None:
    assert layout_for(project(), place=place).id == layout


def test_a_kind_has_its_own_layouts() -> None:
    assert layout_for(overall(), place="岳阳市财政局").id == "unit-yueyang-2022"
    assert layout_for(base_data(), place="岳阳市财政局").id == "base-data-yueyang-2022"
    assert layout_for(base_data(), place="长沙市财政局").id == "base-data-hunan-2022"


def test_where_a_kind_has_no_general_layout_one_is_borrowed() -> None:
    assert layout_for(overall(), place="四川").id == "unit-yueyang-2022"
    assert layout_for(base_data()).id == "base-data-hunan-2022"
    assert "借用" in str(choose("unit-evaluation", "四川").because)


def test_before_a_place_has_its_own_the_general_one_counts() -> None:
    assert choose(PROJECT, "四川省财政厅", 2022).layout.id == "project-central-2020"
    assert choose(PROJECT, "四川省财政厅", 2023).layout.id == "project-sichuan-2023"
    assert choose(PROJECT, "四川省财政厅", None).layout.id == "project-sichuan-2023"
    assert choose(PROJECT, "", 2016).layout.id == "project-central-2020"
    assert layout_for(project(year=2021), place="四川", year=2024).id == "project-central-2020"
    assert layout_for(project(year=None), place="四川", year=2021).id == "project-central-2020"


def test_a_second_layout_of_a_place_is_live() -> None:
    """The newest that has begun; one that has ended stays in force until another begins."""

    def head(name: str, place: str, since: int, until: int | None = None) -> Head:
        return Head(name, PROJECT, place, Years(since=since, until=until))

    known = {"cn": [head("old", "cn", 2015), head("new", "cn", 2020)], "cn/x": [head("own", "cn/x", 2018, 2019)]}
    years = (2010, 2015, 2019, 2020, None)
    assert [_in_force(known, "cn", year).id for year in years] == ["old", "old", "old", "new", "new"]
    assert [_in_force(known, "cn/x", year).id for year in years] == ["old", "old", "own", "own", "own"]


@pytest.mark.parametrize(
    ("place", "year", "key", "name"),
    [
        ("四川省财政厅", 2024, "forms.chosen-by-name", "四川省"),
        ("绵阳市教育局", 2024, "forms.chosen-from-above", "绵阳市"),
        ("四川省财政厅", 2020, "forms.chosen-from-above", "四川省"),
        ("安徽省财政厅", 2024, "forms.chosen-for-all", ""),
        ("", None, "forms.chosen-for-all", ""),
    ],
)
def test_the_reason_is_told(place: str, year: int | None, key: str, name: str) -> None:
    found = choose(PROJECT, place, year)
    assert found.because.key == key
    assert name in str(found.because)
    assert found.layout.name in str(found.because)
    assert found.layout.name_en in found.because.text("en")


def test_by_hand_goes_before_all(tmp_path: Path) -> None:
    assert layout_for(project(), place="四川", form="project-hubei-2020").id == "project-hubei-2020"
    assert choose(PROJECT, "四川", 2024, "project-hubei-2020").because.key == "forms.chosen-by-hand"
    own = tmp_path / "mine.yaml"
    own.write_text("like: project-hubei-2020\nname: 本县\n", encoding="utf-8")
    (mine,) = chosen([str(own)])
    assert (mine.id, mine.name, mine.kind) == ("mine", "本县", PROJECT)
    given = dossier(place="四川省")
    of_unit, of_project = given.every(Evaluation)
    assert layout_in(given, of_project, (mine,)) is mine
    assert layout_in(given, of_unit, (mine,)).id == "unit-yueyang-2022"
    assert layout_in(given, of_project).id == "project-sichuan-2023"


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [("project-sichuan", "project-sichuan-2023"), ("zz", "project-central-2020"), ("no.yaml", "路径")],
)
def test_an_unknown_layout_names_what_there_is(wrong: str, hint: str) -> None:
    with pytest.raises(UnreadableError, match=hint):
        chosen([wrong])
