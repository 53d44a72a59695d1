"""Correcting: what follows is computed anew, what competes is asked, nothing else is touched."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given, settings

from jixiao.forms.binding import bound, with_claims_of
from jixiao.model import BaseData, Building, Claim, Dossier, Figure, Finding, Report, Severity, Staff
from jixiao.model.message import words
from jixiao.model.pointer import resolve
from jixiao.model.value import Approx, Sign
from jixiao.policy import Policy
from jixiao.policy import resolve as resolve_policy
from jixiao.writing import Correction, correct
from jixiao.writing.correct import replaced
from tests.records import with_records
from tests.writing.dossiers import DOSSIERS, base_data, dossier, fund, indicator, line, money_claim, project, report


@lru_cache(maxsize=1)
def policy() -> Policy:
    return resolve_policy(year=2024)


def corrected(*findings: Finding, **changes: Any) -> Correction:
    return correct(dossier(**changes), findings, policy())


def of_project(**changes: Any) -> dict[str, tuple[str, str]]:
    result = correct(Dossier(records=(project(**changes),)), (), policy())
    return {c.at.removeprefix("/records/0"): (c.before, c.after) for c in result.changes}


def of_base(**changes: Any) -> dict[str, tuple[str, str]]:
    result = correct(Dossier(records=(base_data(**changes),)), (), policy())
    return {c.at.removeprefix("/records/0"): (c.before, c.after) for c in result.changes}


def test_what_agrees_is_not_touched() -> None:
    result = corrected()
    assert result.dossier == dossier()
    assert (result.changes, result.open) == ((), ())


def test_a_total_is_the_sum_of_its_scores() -> None:
    result = corrected(evaluations=(project(total="96"),), base_data=())
    (change,) = result.changes
    assert (change.at, change.before, change.after) == ("/records/0/total", "96", "97.85")
    assert "97.85" in str(change.why)
    assert resolve(result.dossier, change.at) == Figure("97.85")
    assert correct(result.dossier, (), policy()).changes == ()


def test_rounding_is_no_fault() -> None:
    assert of_project(total="97.9") == {}
    rows = (fund("total", "合计", "1", "339.99", "331.21", "10", "97.4%", "9.7"),)
    assert (
        of_project(funds={"lines": rows}, indicators=(indicator("产出", "数", "甲", "90", "90"),), total="99.7") == {}
    )


def test_rate_score_and_total_follow_each_other() -> None:
    rows = (fund("total", "合计", "80.00", "100.00", "98.50", "10", "95%", "9.5"),)
    assert of_project(funds={"lines": rows}, total="97.5") == {
        "/funds/lines/0/rate": ("95%", "98.5%"),
        "/funds/lines/0/score": ("9.5", "9.85"),
        "/total": ("97.5", "97.85"),
    }


def test_a_rate_without_sign_stays_without_it() -> None:
    rows = (fund("total", "合计", "80.00", "100.00", "98.50", "10", "95", "9.85"),)
    assert of_project(funds={"lines": rows}) == {"/funds/lines/0/rate": ("95", "98.5")}
    shares = (fund("total", "合计", "80.00", "100.00", "98.50", "10", "0.985", "9.85"),)
    assert of_project(funds={"lines": shares}) == {}


def test_blank_places_are_filled_dashes_and_absent_ones_are_not() -> None:
    rows = (fund("total", "合计", "80.00", "100.00", "98.50", "10", "", "9.85"),)
    assert of_project(funds={"lines": rows}, total="") == {
        "/funds/lines/0/rate": ("", "98.5%"),
        "/total": ("", "97.85"),
    }
    dashes = (fund("total", "合计", "80.00", "100.00", "98.50", "10", "/", "9.85"),)
    assert of_project(funds={"lines": dashes}, total=None) == {}


def test_a_rate_printed_for_a_part_follows_its_own_amounts() -> None:
    rows = (
        fund("total", "合计", "80.00", "100.00", "98.50", "10", "98.5%", "9.85"),
        fund("fiscal", "拨款", "80.00", "100.00", "98.50", "", "50%"),
    )
    assert of_project(funds={"lines": rows}) == {"/funds/lines/1/rate": ("50%", "98.5%")}


def test_a_fund_sum_is_computed_where_nothing_speaks_for_the_stated_one() -> None:
    rows = (
        fund("total", "合计", "81.00", "100.00", "98.50", "10", "98.5%", "9.85"),
        fund("fiscal", "拨款", "80.00", "100.00", "98.50"),
        fund("other", "其他", "", "", ""),
    )
    assert of_project(funds={"lines": rows}) == {"/funds/lines/0/initial_budget": ("81.00", "80.00")}
    # without a row that takes the rest, the sources need not be all there
    assert of_project(funds={"lines": rows[:2]}) == {}
    more = fund("fiscal", "拨款", "82.00", "100.00", "98.50")
    assert of_project(funds={"lines": (rows[0], more)}) == {}


def test_a_total_that_the_rate_supports_is_asked_about() -> None:
    rows = (
        fund("total", "合计", "80.00", "100.00", "98.50", "10", "98.5%", "9.85"),
        fund("fiscal", "拨款", "80.00", "90.00", "98.50"),
        fund("other", "其他", "", "", ""),
    )
    result = corrected(evaluations=(project(funds={"lines": rows}),), base_data=())
    assert result.changes == ()
    (question,) = result.open
    assert question.at == "/records/0/funds/lines/0/revised_budget"
    assert question.related == tuple(f"/records/0/funds/lines/{row}/revised_budget" for row in (1, 2))
    assert question.competing
    assert "100.00" in str(question.text)
    assert "90.00" in str(question.text)


@pytest.mark.parametrize(
    ("rate", "budget", "outturn"),
    [("98.5%", "", "98.50"), ("", "99.00", "98.50"), ("12%", "99.00", "98.50"), ("98.5%", "99.00", "约98")],
)
def test_a_total_that_nothing_supports_is_the_sum(rate: str, budget: str, outturn: str) -> None:
    rows = (
        fund("total", "合计", "80.00", budget, outturn, "10", rate, ""),
        fund("fiscal", "拨款", "80.00", "100.00", "98.50"),
        fund("other", "其他", "", "", ""),
    )
    assert of_project(funds={"lines": rows}, total=None)["/funds/lines/0/revised_budget"] == (budget, "100.00")


def test_base_data_sums_from_the_inside_out() -> None:
    lines = (
        line("projects", "项目支出", "80.00", "1,099.00", "98.50"),
        line("special", "专项", "80.00", "1,100.00", "98.50", number="1、", parent="项目支出"),
        line("project", "甲", "80.00", "1,200.00", "98.50", number="（1）", parent="专项"),
    )
    assert of_base(lines=lines) == {
        "/lines/1/budget": ("1,100.00", "1,200.00"),
        "/lines/0/budget": ("1,099.00", "1,200.00"),
    }


def test_units_are_not_mixed() -> None:
    lines = (
        line("special", "专项", "80.00元", "1", "1"),
        line("project", "甲", "70.00", "1", "1", parent="专项"),
    )
    assert of_base(lines=lines) == {}


def test_control_rates() -> None:
    mixed = Building(approved_scale="100", actual_scale="98平方米", scale_control_rate="90%")
    assert of_base(buildings=(mixed,)) == {"/buildings/0/scale_control_rate": ("90%", "98%")}
    assert of_base(buildings=(mixed.model_copy(update={"approved_scale": Figure("100亩")}),)) == {}
    money = Building(budget_investment="0.3", actual_investment="0.2", investment_control_rate="70.00%")
    assert of_base(buildings=(money,)) == {}
    wrong = money.model_copy(update={"investment_control_rate": Figure("120%")})
    assert of_base(buildings=(wrong,)) == {"/buildings/0/investment_control_rate": ("120%", "66.67%")}
    assert of_base(staff=Staff(establishment="40", in_post="38", control_rate="96%")) == {
        "/staff/control_rate": ("96%", "95%")
    }
    assert of_base(staff=Staff(establishment="3", in_post="2", control_rate="66.7%")) == {}
    assert of_base(staff=Staff(establishment="3", in_post="2", control_rate="")) == {
        "/staff/control_rate": ("", "66.67%")
    }
    assert of_base(staff=Staff(establishment="0", in_post="0", control_rate="")) == {}
    assert of_base(staff=Staff(establishment="40", in_post="38", control_rate="0.95")) == {}
    assert of_base(staff=Staff(establishment="40", in_post="38", control_rate="无")) == {}


def prose_claim(kind: str, quote: str, raw: str, at: str = "/sections/1/paragraphs/0") -> Claim:
    return money_claim(at, f"自评得分为{quote}。", quote, raw, kind)


def with_text(text: str, *claims: Claim, **changes: Any) -> Dossier:
    sections = ({"title": "甲"}, {"title": "乙", "paragraphs": (text,)})
    return dossier(reports=(report("project", sections=sections, claims=claims),), base_data=(), **changes)


def test_the_text_is_asked_about_where_it_repeats_a_changed_figure() -> None:
    given_ = with_text("自评得分为96分。", prose_claim("score", "96分", "96"), evaluations=(project(total="96"),))
    (question,) = correct(given_, (), policy()).open
    assert question.at == "/records/1/sections/1/paragraphs/0"
    assert question.related == ("/records/0/total",)
    assert "96分" in str(question.text)
    assert "97.85" in str(question.text)


def test_bound_text_follows_by_itself() -> None:
    given_ = with_text("自评得分为{{ /records/0/total }}分。", evaluations=(project(total="96"),))
    filled = bound(given_)
    claims = (prose_claim("score", "96分", "96"),)
    filled = with_records(filled, Report, (filled.every(Report)[0].model_copy(update={"claims": claims}),))
    result = correct(with_claims_of(given_, filled), (), policy())
    assert result.open == ()
    assert bound(result.dossier).every(Report)[0].sections[1].texts == ("自评得分为97.85分。",)


def test_other_numbers_and_other_reports_are_not_asked_about() -> None:
    other = prose_claim("money", "96分", "96")
    given_ = with_text("自评得分为96分。", other, evaluations=(project(total="96"),))
    assert correct(given_, (), policy()).open == ()
    sections = ({"title": "甲"}, {"title": "乙", "paragraphs": ("自评得分为96分。",)})
    unit_report = report("unit", sections=sections, claims=(prose_claim("score", "96分", "96"),))
    given_ = dossier(reports=(unit_report,), evaluations=(project(total="96"),), base_data=())
    assert correct(given_, (), policy()).open == ()


def test_a_bound_is_not_the_figure() -> None:
    spoken = money_claim("/sections/1/paragraphs/0", "得分均在96分以上。", "96分以上", "96", kind="score")
    spoken = spoken.model_copy(update={"bound": Sign.AT_LEAST})
    given_ = with_text("得分均在96分以上。", spoken, evaluations=(project(total="96"),))
    assert correct(given_, (), policy()).open == ()
    about = spoken.model_copy(update={"bound": Sign.NONE, "approx": Approx.OVER})
    assert correct(with_text("x", about, evaluations=(project(total="96"),)), (), policy()).open == ()


def test_two_sentences_compete_where_they_speak_of_one_thing() -> None:
    one, other = (prose_claim("money", "1.00万元", raw) for raw in ("1.00", "2.00"))
    same = with_text("x", *(c.model_copy(update={"subject": "办公费"}) for c in (one, other)))
    parts = with_text("x", one.model_copy(update={"subject": "总额"}), other)
    finding = findings_about("/records/2/sections/1/paragraphs/0", "/records/2/claims/0", "/records/2/claims/1")
    assert [q.competing for q in correct(same, (finding,), policy()).open] == [True]
    assert [q.competing for q in correct(parts, (finding,), policy()).open] == []


def test_base_data_is_of_the_unit() -> None:
    wrong = base_data(staff=Staff(establishment="40", in_post="38", control_rate="96%"))
    sections = ({"title": "甲"}, {"title": "乙", "paragraphs": ("自评得分为96%。",)})
    unit_report = report("unit", sections=sections, claims=(prose_claim("rate", "96%", "96"),))
    (question,) = correct(dossier(reports=(unit_report,), base_data=(wrong,)), (), policy()).open
    assert question.related == ("/records/2/staff/control_rate",)


def test_stated_figures_that_compete_both_stay() -> None:
    spoken = prose_claim("money", "8.88万元", "8.88")
    given_ = with_text("自评得分为8.88万元。", spoken)
    given_ = given_.model_copy(update={"records": (*given_.records, base_data())})
    finding = Finding(
        at="/records/2/claims/0",
        evidence=("/records/3/lines/办公经费/outturn",),
        severity=Severity.WARNING,
        title="两处不同",
        message=words("正文 8.88，表 8.80"),
    )
    result = correct(given_, (finding,), policy())
    assert result.dossier == given_
    (question,) = result.open
    assert question.competing
    assert question.related == ("/records/3/lines/11/outturn",)
    assert str(question.text) == "正文 8.88，表 8.80。两处所写不同，请核实后统一。"


def findings_about(at: str, *related: str, severity: Severity | None = Severity.WARNING) -> Finding:
    return Finding(at=at, evidence=related, severity=severity, title="甲", message=words("乙"))


@pytest.mark.parametrize(
    ("at", "related", "competing"),
    [
        ("/records/1/funds/lines/0/revised_budget", "/records/2/lines/6/budget", False),
        ("/records/1/funds/lines/0/outturn", "/records/2/lines/7/outturn", True),
        ("/records/1/funds/lines/0/revised_budget", "/records/0/funds/lines/0/revised_budget", True),
        ("/records/1/funds/lines/0/revised_budget", "/records/1/funds/lines/0/initial_budget", False),
        ("/records/1/total", "/records/0/indicators/1/score", False),
        ("/records/1/indicators/0/score", "/records/0/indicators/1/score", False),
        ("/records/1/name", "/records/0/name", False),
        ("/nowhere", "nothing", False),
    ],
)
def test_what_competes_is_one_quantity_stated_twice(at: str, related: str, competing: bool) -> None:
    result = corrected(findings_about(at, related))
    assert [q.competing for q in result.open] == [True] * competing


def test_errors_that_no_change_settles_are_asked_about() -> None:
    result = corrected(
        findings_about("/records/0/total", severity=Severity.ERROR),
        findings_about("/records/0", "/records/0/total", severity=Severity.ERROR),
        findings_about("/records/0/indicators/1/explanation", severity=Severity.ERROR),
        findings_about("/records/0/indicators/1", severity=Severity.INFO),
        Finding(at="/records/0", severity=Severity.ERROR, title="只有标题"),
        evaluations=(project(total="96"),),
        base_data=(),
    )
    assert [(q.at, str(q.text)) for q in result.open] == [
        ("/records/0/indicators/1/explanation", "乙。请核实。"),
        ("/records/0", "只有标题。请核实。"),
    ]


def test_steps_and_missing_weights() -> None:
    rows = (fund("total", "合计", "80.00", "33.33", "32.11", "", "", "7"),)
    changes = of_project(funds={"lines": rows}, total=None)
    assert changes["/funds/lines/0/rate"] == ("", "96.34%")
    rows = (fund("total", "合计", "80.00", "3.3", "3.1", "9", "94%", "5"),)
    assert of_project(funds={"lines": rows}, total=None) == {"/funds/lines/0/score": ("5", "8.45")}
    only = (fund("fiscal", "拨款", "80.00", "100.00", "98.50", "10", "50%", "5"),)
    assert of_project(funds={"lines": only}, total=None) == {
        "/funds/lines/0/rate": ("50%", "98.5%"),
        "/funds/lines/0/score": ("5", "9.85"),
    }
    none = (fund("total", "合计", "80.00", "", "32.11", "10", "9%", "7"),)
    assert of_project(funds={"lines": none}, total=None) == {}


def test_replacing_keeps_everything_else() -> None:
    table = BaseData(kind="base-data", staff=Staff(in_post="1"))
    assert replaced(table, "/staff/in_post", Figure("2")).staff == Staff(in_post="2")
    assert replaced(table, "", 3) == 3


@settings(max_examples=40, deadline=None)
@given(DOSSIERS)
def test_correcting_twice_changes_nothing_more(given_: Dossier) -> None:
    once = correct(given_, (), policy())
    assert correct(once.dossier, (), policy()).changes == ()
    for change in once.changes:
        before = resolve(given_, change.at)
        assert (before.raw, resolve(once.dossier, change.at).raw) == (change.before, change.after)
