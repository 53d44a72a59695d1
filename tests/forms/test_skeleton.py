"""An empty dossier: the rows, weights and places of the forms that its place has."""

from __future__ import annotations

import pytest

from jixiao.forms.kinds import kinds
from jixiao.forms.layouts import Layout, available, completed, lay_out, load
from jixiao.forms.skeleton import skeleton
from jixiao.model import BaseData, Dossier, Evaluation, Figure, Report


def made(**more: object) -> Dossier:
    given = {"unit": "某单位", "year": 2025, "projects": ["甲项目", "乙项目"], **more}
    return skeleton(**given)  # type: ignore[arg-type]


def project(dossier: Dossier) -> Evaluation:
    return next(e for e in dossier.every(Evaluation) if e.scope == "project")


def test_every_kind_is_there_and_open() -> None:
    dossier = made()
    assert [(r.kind, r.id) for r in dossier.records] == [
        ("unit-evaluation", "unit-某单位"),
        ("project-evaluation", "project-甲项目"),
        ("project-evaluation", "project-乙项目"),
        ("base-data", "base-data"),
        ("unit-report", "unit-report"),
        ("project-report", "project-report"),
    ]
    assert {r.kind for r in dossier.records} == set(kinds())
    assert all(r.is_open and r.year == 2025 for r in dossier.records)
    assert [e.annex for e in dossier.every(Evaluation)] == ["附件2", "附件1-1", "附件1-2"]


def test_without_projects_there_is_nothing_about_them() -> None:
    dossier = made(projects=())
    assert {r.kind for r in dossier.records} == {"unit-evaluation", "base-data", "unit-report"}
    (table,) = dossier.every(BaseData)
    assert not any(line.key == "project" for line in table.lines)


@pytest.mark.parametrize(
    ("place", "rows", "execution", "declared"),
    [
        ("", 4, "10", ["50", "30", "10"]),
        ("岳阳市", 4, "10", ["50", "30", "10"]),
        ("四川省", 5, "10", []),
        ("湖北省", 1, "20", ["40", "30", "10"]),
        ("云南省", 4, "10", []),
        ("宁夏", 3, "", ["10", "25", "30", "35"]),
    ],
)
def test_rows_and_weights_are_those_of_the_form(place: str, rows: int, execution: str, declared: list[str]) -> None:
    table = project(made(place=place))
    assert len(table.funds.lines) == rows
    assert str(table.funds.lines[0].weight or "") == execution
    assert [str(d.points) for d in table.declared] == declared
    points = [Figure(execution)] * bool(execution) + [d.points for d in table.declared]
    assert not declared or sum(p.value or 0 for p in points) == 100


def test_the_name_of_the_unit_tells_the_place_too() -> None:
    assert project(made(unit="绵阳市教育局")).funds.lines[2].label == "财政专户管理资金"
    assert project(made(unit="绵阳市教育局", place="湖北省")).funds.lines[0].label == "年度财政资金总额"
    assert made(place="四川省").place == "四川省"


def test_special_funds_are_called_after_the_level_of_the_government() -> None:
    def special(**more: object) -> str:
        (table,) = made(**more).every(BaseData)
        projects = [line for line in table.lines if line.key == "project"]
        assert [line.label for line in projects] == ["甲项目", "乙项目"]
        assert {line.parent for line in projects} == {next(x.id for x in table.lines if x.key == "special")}
        return next(line.label for line in table.lines if line.key == "special")

    assert special() == "专项资金"
    assert special(place="岳阳市") == "市级专项资金"


def test_a_form_asked_for_by_hand() -> None:
    dossier = made(forms=(load("project-yunnan-2020"),))
    assert project(dossier).funds.unit == "元"
    assert next(e for e in dossier.every(Evaluation) if e.scope == "unit").funds.unit == "万元"


@pytest.mark.parametrize("layout", [x for x in available() if x.empty], ids=lambda layout: layout.id)
def test_the_empty_form_says_all_that_it_prints(layout: Layout) -> None:
    """Nothing absent is printed, nothing printed is lost, and the unit finds its form as the layout lays it out."""
    dossier = made(forms=(layout,))
    record = next(r for r in dossier.records if r.kind == layout.kind)
    assert isinstance(record, Evaluation | BaseData)
    assert completed(record, layout=layout) == record
    assert lay_out(record, layout=layout).left_out == ()


def test_reports_have_the_chapters_of_their_outline() -> None:
    unit, of_projects = made().every(Report)
    assert [s.number for s in unit.sections if s.level == 1][:3] == ["一、", "二、", "三、"]
    assert unit.title == "2025年度某单位整体支出绩效自评报告"
    assert of_projects.title == "2025年度某单位项目支出绩效自评报告"
    assert unit.attachments
    assert of_projects.attachments
