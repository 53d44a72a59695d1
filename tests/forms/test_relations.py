"""Which figure follows from which: only what must hold, each equation once."""

from __future__ import annotations

from typing import Any

import pytest
from tests.writing.dossiers import base_data, fund, indicator, line, overall, project, report

from jixiao.forms.relations import Parts, Relation, counts_execution, execution_line, relations_of
from jixiao.forms.relations.relation import Formula
from jixiao.model import BaseData, DeclaredPoints, Doubt, Figure, Indicator, SpendingLine, Staff
from jixiao.model.message import phrase_of
from jixiao.model.pointer import resolve
from jixiao.policy import basis
from jixiao.policy.fields import PARAMETERS

RECORDS = (project(), overall(), base_data())


def by_key(record: Any, key: str) -> list[Relation]:
    return [relation for relation in relations_of(record) if relation.key == key]


def only(**changes: Any) -> BaseData:
    """A base data table with nothing but these."""
    return base_data(**{"staff": None, "lines": (), "buildings": (), **changes})


def of_base(*lines: SpendingLine) -> dict[str, Parts]:
    return {relation.at: relation.parts for relation in relations_of(only(lines=lines))}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_every_relation_is_whole(record: Any) -> None:
    relations = relations_of(record)
    assert len({relation.at for relation in relations}) == len(relations)
    for relation in relations:
        assert basis(relation.citation)
        for pointer in (relation.at, *relation.inputs):
            resolve(record, pointer)
        parameter, _, field = relation.rounding.partition(".")
        assert not relation.rounding or field in PARAMETERS[parameter].fields
        assert relation.at not in relation.inputs
        assert phrase_of(relation.words.key) is not None
        assert relation.words.text("en") in relation.hint.text("en")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_what_others_build_on_comes_first(record: Any) -> None:
    place = {relation.at: number for number, relation in enumerate(relations_of(record)) if relation.follows}
    for relation in relations_of(record):
        if relation.follows:
            assert all(place.get(pointer, -1) < place[relation.at] for pointer in relation.inputs)


def test_a_project_form() -> None:
    found = {(relation.key, relation.at) for relation in relations_of(project())}
    row = "/funds/lines/0"
    assert found >= {
        ("funds.sum", f"{row}/initial_budget"),
        ("funds.sum", f"{row}/revised_budget"),
        ("funds.sum", f"{row}/outturn"),
        ("funds.rate", f"{row}/rate"),
        ("funds.score", f"{row}/score"),
        ("total", "/total"),
        ("weights", "/total_weight"),
    }
    assert {relation.parts for relation in by_key(project(), "funds.sum")} == {Parts.ALL}


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        (("fiscal", "other"), Parts.ALL),
        (("fiscal", "unit"), Parts.ALL),
        (("fiscal", "carry_over"), Parts.SOME),
        (("fiscal", "named", "other"), Parts.NESTED),
        (("fiscal", "fiscal"), Parts.NESTED),
    ],
)
def test_sources_are_all_there_only_where_a_row_takes_the_rest(rows: tuple[Any, ...], parts: Parts) -> None:
    lines = (fund("total", "合计", "1", "1", "1"), *(fund(source, source, "1", "1", "1") for source in rows))
    found = by_key(project(funds={"lines": lines}), "funds.sum")
    assert [relation.parts for relation in found] == [parts] * 3
    assert all(relation.follows is (parts is Parts.ALL) for relation in found)


@pytest.mark.parametrize(
    "lines",
    [
        (fund("total", "合计", "1", "1", "1"),),
        (fund("fiscal", "拨款", "1", "1", "1"), fund("other", "其他", "1", "1", "1")),
        tuple(fund("total", "合计", "1", "1", "1") for _ in range(2)),
    ],
)
def test_no_sum_without_one_total_and_its_sources(lines: Any) -> None:
    assert by_key(project(funds={"lines": lines}), "funds.sum") == []


def test_rates_of_other_rows_only_where_they_are_printed() -> None:
    rows = (
        fund("total", "合计", "1", "2", "1"),
        fund("fiscal", "拨款", "1", "2", "1", "", "50%"),
        fund("other", "其他", "1", "2", "1", "", "/"),
    )
    found = by_key(project(funds={"lines": rows}), "funds.rate")
    assert [relation.at for relation in found] == ["/funds/lines/0/rate", "/funds/lines/1/rate"]


def test_the_scored_row_is_the_total_or_the_only_one_with_points() -> None:
    total, part = fund("total", "合计", "1", "2", "1"), fund("fiscal", "拨款", "1", "2", "1", "10")
    assert execution_line(project(funds={"lines": (total, part)})) == (1, part)
    assert by_key(project(funds={"lines": (total, part)}), "funds.score")[0].at == "/funds/lines/1/score"
    both = project(funds={"lines": (part, part)})
    assert execution_line(both) is None
    assert by_key(both, "funds.score") == []


def _row(weight: str, name: str = "里程") -> Indicator:
    return indicator("产出", "数量", name, weight, weight)


UNREAD = _row("").model_copy(update={"weight": None, "doubts": (Doubt(field="weight", raw="9?", reason="看不清"),)})


@pytest.mark.parametrize(
    ("rows", "changes", "counts"),
    [
        ((_row("90"),), {}, True),
        ((_row("100"),), {}, True),
        ((_row("100"),), {"funds": {}}, False),
        ((_row("90"),), {"funds": {}}, True),
        ((_row("90"),), {"funds": {}, "total_weight": Figure("90")}, False),
        ((_row("90"), _row("10", "预算执行率")), {}, False),
        ((_row("九十"), _row("100")), {"funds": {}}, True),
        ((UNREAD, _row("100")), {"funds": {}}, True),
        ((_row(""),), {"funds": {}}, True),
    ],
)
def test_whether_the_total_counts_the_execution_score(rows: Any, changes: Any, counts: bool) -> None:
    table = project(**{"indicators": rows, **changes})
    assert counts_execution(table) is counts
    (total,) = by_key(table, "total")
    assert any(pointer.startswith("/funds/") for pointer in total.inputs) is (counts and changes.get("funds") != {})


def test_the_points_of_a_block_are_those_of_the_rows_below_its_label() -> None:
    rows = (_row("50"), _row("40").model_copy(update={"level1": "效益指标"}))
    declared = (
        DeclaredPoints(label="产出 指标（50分）", points=Figure("50")),
        DeclaredPoints(label="数量", points=Figure("90")),
        DeclaredPoints(label="满意度指标", points=Figure("10")),
    )
    found = by_key(project(indicators=rows, declared=declared), "weights.block")
    assert [(relation.at, len(relation.inputs)) for relation in found] == [
        ("/declared/0/points", 1),
        ("/declared/1/points", 2),
    ]
    assert all(relation.given and not relation.follows for relation in found)


def test_an_empty_table_has_no_equations() -> None:
    assert relations_of(project(indicators=(), funds={}, declared=())) == ()
    assert relations_of(only()) == ()
    assert relations_of(report()) == ()


def test_base_data_from_the_inside_out() -> None:
    order = [relation.at for relation in relations_of(base_data())]
    assert order.index("/lines/8/budget") < order.index("/lines/6/budget")
    assert order[0] == "/staff/control_rate"
    assert by_key(only(staff=Staff()), "staff.rate")


def test_parts_that_are_only_some_of_it() -> None:
    vehicles = line("vehicles", "公务用车", "1", "1", "1")
    running = line("vehicle_running", "运行", "1", "1", "1", parent="公务用车")
    purchase = line("vehicle_purchase", "购置", "1", "1", "1", parent="公务用车")
    assert of_base(vehicles, running)["/lines/0/budget"] is Parts.LISTED
    assert of_base(vehicles, running, purchase)["/lines/0/budget"] is Parts.ALL
    projects = line("projects", "项目支出", "1", "1", "1")
    among = line("special", "其中专项", "1", "1", "1", parent="项目支出", within=True)
    assert of_base(projects, among)["/lines/0/budget"] is Parts.LISTED
    assert of_base(projects, among.model_copy(update={"within": False}))["/lines/0/budget"] is Parts.ALL
    special = line("special", "专项", "1", "1", "1")
    assert of_base(special, line("project", "甲", "1", "1", "1", parent="专项"))["/lines/0/budget"] is Parts.LISTED
    public = line("public_funds", "公用", "1", "1", "1")
    assert of_base(public, line("public_part", "办公", "1", "1", "1", parent="公用"))["/lines/0/budget"] is Parts.SOME


def test_of_a_circle_of_parents_only_the_upper_row_is_a_whole() -> None:
    circle = (line("special", "甲", "1", "2", "3", parent="乙"), line("projects", "乙", "1", "2", "3", parent="甲"))
    assert {at.split("/")[-2] for at in of_base(*circle)} == {"0"}


def test_in_a_dossier_pointers_begin_where_the_record_stands() -> None:
    relation = next(r for r in relations_of(project()) if r.formula is Formula.RATE)
    below = relation.below("/evaluations/1")
    assert below.at == f"/evaluations/1{relation.at}"
    assert below.inputs == tuple(f"/evaluations/1{pointer}" for pointer in relation.inputs)


def test_a_hint_says_what_kind_of_relation_it_is() -> None:
    hints = {relation.key: str(relation.hint) for relation in (*relations_of(project()), *relations_of(base_data()))}
    assert hints["funds.sum"] == "计算：各资金来源之和"
    assert hints["weights"] == "应等于各项分值之和"
    assert hints["spending.part"] == "不小于其中各项之和"
