"""Which figure follows from which: only what must hold."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from jixiao.model import BaseData, Dossier, Figure, SpendingLine
from jixiao.writing.relations import relations, value
from tests.writing.dossiers import base_data, dossier, fund, indicator, line, project


def computed(given_: Dossier) -> dict[str, Decimal | None]:
    return {relation.at: value(relation, given_) for relation in relations(given_)}


def of_project(**changes: Any) -> dict[str, Decimal | None]:
    return computed(Dossier(records=(project(**changes),)))


def of_base(*lines: SpendingLine) -> dict[str, Decimal | None]:
    return computed(Dossier(records=(BaseData(kind="base-data", lines=lines),)))


def test_a_project_form() -> None:
    row = "/records/0/funds/lines/0"
    assert of_project() == {
        f"{row}/initial_budget": Decimal("80.00"),
        f"{row}/revised_budget": Decimal("100.00"),
        f"{row}/outturn": Decimal("98.50"),
        f"{row}/rate": Decimal("98.5"),
        f"{row}/score": Decimal("9.85"),
        "/records/0/total": Decimal("97.85"),
    }


def test_base_data_from_the_inside_out() -> None:
    given_ = dossier(evaluations=())
    order = [r.at for r in relations(given_)]
    assert order.index("/records/0/lines/8/budget") < order.index("/records/0/lines/6/budget")
    found = computed(given_)
    assert found["/records/0/lines/0/outturn"] == Decimal("5.50")
    assert found["/records/0/lines/1/prior_outturn"] == Decimal("4.50")
    assert found["/records/0/staff/control_rate"] == 95
    assert found["/records/0/buildings/0/scale_control_rate"] == 98
    assert found["/records/0/buildings/0/investment_control_rate"] == 98
    assert not any("/lines/10/" in at for at in found)


@pytest.mark.parametrize(
    "lines",
    [
        (fund("total", "合计", "1", "1", "1"),),
        (fund("total", "合计", "1", "1", "1"), fund("named", "专项", "1", "1", "1")),
        (
            fund("total", "合计", "1", "1", "1"),
            fund("fiscal", "甲", "1", "1", "1"),
            fund("fiscal", "乙", "1", "1", "1"),
        ),
        (fund("fiscal", "拨款", "1", "1", "1"),),
    ],
)
def test_sources_that_may_not_be_all_have_no_sum(lines: Any) -> None:
    assert not any("initial_budget" in at for at in of_project(funds={"lines": lines}))


def test_rates_of_other_rows_only_where_they_are_printed() -> None:
    rows = (fund("total", "合计", "1", "2", "1"), fund("fiscal", "拨款", "1", "2", "1", "", "50%"))
    found = of_project(funds={"lines": rows})
    assert found["/records/0/funds/lines/1/rate"] == 50
    assert found["/records/0/funds/lines/0/score"] is None


@pytest.mark.parametrize(
    ("weight", "score"),
    [("80", "80"), ("90", ""), ("90", "约80"), ("九十", "80"), ("", "3")],
)
def test_a_total_needs_every_score_and_the_points_of_a_whole(weight: str, score: str) -> None:
    found = of_project(indicators=(indicator("产出", "数量", "里程", weight, score),))
    assert "/records/0/total" not in found


def test_a_total_without_money_block() -> None:
    found = of_project(funds={}, indicators=(indicator("产出", "数量", "里程", "100", "97"),))
    assert found == {"/records/0/total": Decimal(97)}
    blank = indicator("效益", "社会", "不适用", "", "")
    assert of_project(funds={}, indicators=(indicator("产出", "数量", "里程", "100", "97"), blank))


def test_words_and_mixed_units_decide_nothing() -> None:
    rows = (
        fund("total", "合计", "1", "0", "1", "10"),
        fund("fiscal", "拨款", "约1", "1亿元", "1"),
        fund("other", "其他", "", "1", "1"),
    )
    found = of_project(funds={"lines": rows})
    row = "/records/0/funds/lines/0"
    assert found[f"{row}/initial_budget"] is None
    assert found[f"{row}/revised_budget"] is None
    assert found[f"{row}/outturn"] == 2
    assert found[f"{row}/rate"] is None


def test_parts_that_are_only_some_of_it() -> None:
    whole = line("vehicles", "公务用车", "1", "1", "1")
    only = line("vehicle_running", "运行", "1", "1", "1", parent="公务用车")
    assert of_base(whole, only) == {}
    projects = line("projects", "项目支出", "1", "1", "1")
    among = line("special", "其中专项", "1", "1", "1", parent="项目支出", within=True)
    assert of_base(projects, among) == {}
    public = line("public_funds", "公用", "1", "1", "1")
    assert of_base(public, line("public_part", "办公", "1", "1", "1", parent="公用")) == {}


def test_a_missing_figure_counts_nothing_in_a_sum() -> None:
    lines = (
        line("special", "专项", "1", "", ""),
        SpendingLine(id="x", label="甲", parent="专项", prior_outturn=Figure("1")),
    )
    found = of_base(*lines)
    assert found == {
        "/records/0/lines/0/prior_outturn": 1,
        "/records/0/lines/0/budget": None,
        "/records/0/lines/0/outturn": None,
    }
    assert base_data().staff is not None
