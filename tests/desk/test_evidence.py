"""What proves a finding in the published data: facts with places, the judgement, and money only where it is money."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from jixiao.audit import catalogue
from jixiao.audit.families import FAMILIES, dimension_of
from jixiao.desk.addresses import Addresses
from jixiao.desk.assessing import assess
from jixiao.desk.assessment import assessment_json
from jixiao.desk.evidence import amount_of, facts_of, judgement_of
from jixiao.desk.schema import ASSESSMENT
from jixiao.model import Case, Claim, Dossier, Figure, Finding, Report, Section, Term
from tests.writing.dossiers import base_data, dossier, fund, project

TOTAL = "/records/0/funds/lines/0/outturn"


def addresses(unit: str = "万元") -> Addresses:
    lines = (fund("total", "年度资金总额", "80", "100", "98.50"), fund("fiscal", "财政拨款", "80", "100", "98.00"))
    return Addresses(Case(dossier(evaluations=(project(funds={"unit": unit, "lines": lines}),), reports=())))


def reported(*claims: dict[str, Any]) -> Addresses:
    text = "全年支出98.96万元，培训120人"
    made = tuple(Claim(paragraph="/sections/0/paragraphs/0", **claim) for claim in claims)
    report = Report(kind="unit-report", sections=(Section(title="情况", paragraphs=(text,)),), claims=made)
    return Addresses(Case(Dossier(records=(report, base_data()))))


MONEY_CLAIM = {"kind": "money", "start": 4, "end": 9, "quote": "支出98.96万元", "figure": "98.96", "unit": "万元"}


def test_the_difference_of_two_amounts_is_the_money_at_stake() -> None:
    found = Finding(at=TOTAL, values={"stated": Figure("98.50"), "expected": Decimal("98.00")})
    assert amount_of(addresses(), found) == "0.50"


def test_a_difference_that_the_rule_names_goes_before() -> None:
    found = Finding(at=TOTAL, values={"stated": Figure("98.50"), "table": Figure("98"), "difference": Decimal("-3")})
    assert amount_of(addresses(), found) == "3"
    several = Finding(at=TOTAL, values={"difference": (Decimal("0.01"), Decimal("0.20"))})
    assert amount_of(addresses(), several) == "0.20"


@pytest.mark.parametrize(
    ("finding", "unit"),
    [
        (Finding(at="/records/0/total", values={"stated": Figure("96"), "expected": Decimal(97)}), "万元"),
        (Finding(at=TOTAL, evidence=("/records/0/total",), values={"difference": Decimal(1)}), "万元"),
        (Finding(at=TOTAL, values={"stated": Figure("985000"), "expected": Decimal("98.5")}), "万元"),
        (Finding(at=TOTAL, values={"stated": Figure("98.50"), "expected": Decimal(98)}), "元"),
        (Finding(at=TOTAL, values={"stated": Figure("98.50"), "expected": Decimal("98.50")}), "万元"),
        (Finding(at=TOTAL, values={"stated": Figure("无"), "expected": Decimal("98.50")}), "万元"),
        (Finding(at="/records/0", values={"difference": Decimal(1)}), "万元"),
    ],
    ids=["points", "points beside money", "units mixed up", "another unit", "no difference", "no number", "no fact"],
)
def test_no_money_where_it_is_not_certain(finding: Finding, unit: str) -> None:
    assert amount_of(addresses(unit), finding) is None


def test_money_in_the_text_counts_and_persons_do_not() -> None:
    people = {"kind": "count", "start": 14, "end": 17, "quote": "培训120人", "figure": "120", "unit": "人"}
    values = {"stated": Figure("98.96"), "table": Figure("98.43")}
    at = reported(MONEY_CLAIM, people)
    money = Finding(at="/records/0/sections/0/paragraphs/0", evidence=("/records/0/claims/0",), values=values)
    persons = Finding(at="/records/0/sections/0/paragraphs/0", evidence=("/records/0/claims/1",), values=values)
    assert (amount_of(at, money), amount_of(at, persons)) == ("0.53", None)


def test_facts_are_told_as_far_as_they_differ_from_the_place_of_the_fault() -> None:
    found = Finding(at=TOTAL, evidence=("/records/0/funds/lines/1/outturn", "/records/0/indicators/0/name"))
    told = facts_of(addresses(), found)
    assert [(f["place"]["zh"], f["value"]) for f in told] == [
        ("全年执行数", "98.50"),
        ("财政拨款 · 全年执行数", "98.00"),
        ("产出指标 · 名称", project().indicators[0].name),
    ]
    assert told[0]["at"] == "/records/project-航道养护费/funds/lines/total/outturn"


def test_words_of_the_text_are_quoted_once() -> None:
    found = Finding(at="/records/0/sections/0/paragraphs/0", evidence=("/records/0/claims/0",))
    (fact,) = facts_of(reported(MONEY_CLAIM), found)
    assert (fact["place"]["zh"], fact["value"]) == ("第1段", "支出98.96万元")


def test_a_long_text_is_cut_around_what_the_finding_speaks_of() -> None:
    told = project(goal_actual="养护" * 60 + "执行250.75万元" + "养护" * 60)
    at = Addresses(Case(dossier(evaluations=(told,), base_data=(), reports=())))
    found = Finding(at="/records/0/goal_actual", values={"stated": Figure("250.75")})
    (fact,) = facts_of(at, found)
    assert "250.75" in fact["value"]
    assert len(fact["value"]) == 50


def test_the_judgement_says_what_the_rule_says() -> None:
    values = {"stated": Figure("96"), "expected": Decimal(97), "difference": Decimal(1)}
    assert [j["zh"] for j in judgement_of(Finding(values=values))] == ["所写 96", "核对数 97", "相差 1"]
    assert [j["en"] for j in judgement_of(Finding(values={"expected": Term("优", "excellent")}))] == [
        "held against excellent"
    ]
    assert judgement_of(Finding(values={"rows": ("甲",)})) == []


def test_every_rule_has_a_dimension_and_says_how_to_mend() -> None:
    for rule in catalogue():
        assert rule.family in FAMILIES
        assert rule.remedy
        assert rule.remedy in rule.page
    assert dimension_of("ZZ101").zh == "ZZ"


def test_findings_are_numbered_and_consequences_below_their_cause() -> None:
    data = assessment_json(assess([Case(dossier())], as_of=date(2026, 5, 20)))
    ASSESSMENT.validate_python(data, strict=True)
    findings = data["cases"][0]["findings"]
    assert [f["number"] for f in findings] == [str(n) for n in range(1, len(findings) + 1)]
    assert all(c["number"].startswith(f"{f['number']}.") for f in findings for c in f["consequences"])
