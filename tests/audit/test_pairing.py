"""Pairing of projects: names first, amounts as evidence, never the position."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.audit.shared.pairing import Party, core, normal, pair, project_items, same_name, similarity
from jixiao.model import BaseData, Dossier, Evaluation, Figure, FundLine, Funds, SpendingLine


def party(name: str, *amounts: str) -> Party:
    keys = ("revised", "outturn")
    return Party(name, {k: Decimal(a) for k, a in zip(keys, amounts, strict=False)})


def how(left: list[Party], right: list[Party], **aliases: tuple[str, ...]) -> list[tuple[int | None, str]]:
    return [(p.right, p.how) for p in pair(left, right, aliases)]


@pytest.mark.parametrize(
    ("raw", "bare"),
    [
        ("(3)办案费", "办案费"),
        ("1、 业务工作经费", "业务工作经费"),
        ("其中：（一）“办案费”", "办案费"),
        ("51000021R000000012-工资性支出", "工资性支出"),
        ("219001-城区维护", "城区维护"),
        ("1、", "1、"),
    ],
)
def test_normal_name(raw: str, bare: str) -> None:
    assert normal(raw) == bare


def test_core_drops_what_every_project_may_carry() -> None:
    assert core("办案费") == core("办案专项经费") == core("2024年办案经费") == "办案"
    assert core("专项资金") == "专项资金"
    assert core("经费") == "经费"


def test_same_name() -> None:
    assert same_name("办案费", "（3）办案费")
    assert not same_name("", "")
    assert same_name("协管经费", "协管员工资", {"协管员工资": ("协管经费",)})
    assert not same_name("协管经费", "培训费", {"协管员工资": ("协管经费",)})


def test_names_win_over_positions_and_amounts() -> None:
    left = [party("甲事务", "10", "9"), party("乙事务", "20", "18")]
    right = [party("乙事务", "10", "9"), party("甲事务", "20", "18")]
    assert how(left, right) == [(1, "name"), (0, "name")]


def test_alias() -> None:
    assert how([party("辅警经费", "1", "1")], [party("协勤人员", "2", "2")], 协勤人员=("辅警经费",)) == [(0, "alias")]


def test_core_needs_amounts_that_come_close() -> None:
    assert how([party("办案费", "32.25", "32.25")], [party("办案专项", "32.26", "32.26")]) == [(0, "core")]
    assert how([party("办案费", "3", "3")], [party("办案专项", "80", "70")]) == [(None, "")]
    assert how([party("办案费")], [party("办案专项", "80", "70")]) == [(0, "core")]


def test_similar_name_with_equal_amounts() -> None:
    left = [party("业务工作经费", "35.35", "35.35"), party("运行维护经费", "70.00", "66.50")]
    right = [party("城管事务经费", "249.66", "244.65"), party("城市广场运营维护费", "70.00", "66.50")]
    assert how(left, right) == [(None, ""), (1, "amounts")]


def test_equal_amounts_alone_are_not_enough() -> None:
    assert how([party("办公设备购置", "5", "5")], [party("道路清扫", "5", "5")]) == [(None, "")]
    assert how([party("路面维护", "0", "0")], [party("城市路面维护", "0", "0")]) == [(None, "")]
    assert how([party("路面维护", "7")], [party("城市路面维护", "7", "6")]) == [(0, "amounts")]


def test_what_fits_two_ways_stays_unpaired() -> None:
    twice = [party("东区路灯维护", "5", "5"), party("西区路灯维护", "5", "5")]
    assert how([party("路灯维护", "5", "5")], twice) == [(None, "")]
    assert how([party("办案费")], [party("办案费"), party("办案费")]) == [(None, "")]


@given(st.lists(st.text("甲乙丙丁费维护运行", min_size=1, max_size=5), unique=True, max_size=6))
@settings(max_examples=60)
def test_a_list_pairs_with_itself_in_any_order(names: list[str]) -> None:
    distinct = list({normal(n): n for n in names}.values())
    parties = [party(n, "1") for n in distinct]
    back = list(reversed(parties))
    assert [p.right for p in pair(parties, back)] == list(reversed(range(len(parties))))


@given(st.text("甲乙丙丁", max_size=6), st.text("甲乙丙丁", max_size=6))
@settings(max_examples=60)
def test_similarity_is_a_share(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) <= 1
    assert len(one) < 2 or similarity(one, one) == 1


def table(name: str, revised: str, outturn: str, unit: str = "万元") -> Evaluation:
    total = FundLine(source="total", label="年度资金总额", revised_budget=Figure(revised), outturn=Figure(outturn))
    return Evaluation(kind="project-evaluation", name=name, funds=Funds(unit=unit, lines=(total,)))


def row(label: str, key: str = "", parent: str | None = None, budget: str = "1", outturn: str = "1") -> SpendingLine:
    return SpendingLine(id=label, key=key, label=label, parent=parent, budget=Figure(budget), outturn=Figure(outturn))


def test_items_are_the_leaves_below_project_spending() -> None:
    base = BaseData(
        kind="base-data",
        lines=(
            row("项目支出", "projects"),
            row("业务工作经费", "business", "项目支出", "35.35", "35.35"),
            row("专项资金", "special", "项目支出", "8", "8"),
            row("甲事务", "project", "专项资金", "700000", "8"),
            row("公用经费", "public_funds"),
        ),
    )
    dossier = Dossier(
        records=(
            *(
                Evaluation(kind="unit-evaluation", name="某单位"),
                Evaluation(kind="project-evaluation", name="没有资金行的项目"),
                table("甲事务", "7", "8", "元"),
            ),
            *(base,),
        )
    )
    found = [(i.line, i.evaluation, i.how) for i in project_items(dossier)]
    assert found == [(1, None, ""), (3, "/records/2", "name")]
