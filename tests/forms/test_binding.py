"""Figures in prose come from the data; what cannot be filled in stays visible and is reported."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records import with_records
from tests.writing.dossiers import dossier, money_claim, report

from jixiao.forms.binding import bind, bound, errors, literals, render, with_claims_of
from jixiao.model import Claim, Dossier, Evaluation, Report
from jixiao.model.pointer import resolve

MONEY = "/records/project-航道养护费/funds/lines/total"


def in_unit(unit: str) -> Dossier:
    given_ = dossier()
    funds = given_.every(Evaluation)[1].funds.model_copy(update={"unit": unit})
    changed = given_.every(Evaluation)[1].model_copy(update={"funds": funds})
    return with_records(given_, Evaluation, (given_.every(Evaluation)[0], changed))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("无", "无"),
        (f"支出{{{{ {MONEY}/outturn }}}}万元", "支出98.50万元"),
        (f"{{{{{MONEY}/rate|percent 1}}}}", "98.5%"),
        (f"{{{{ {MONEY}/rate | plain }}}}", "98.50"),
        (f"{{{{ {MONEY}/outturn | wan 4 }}}}", "98.5000"),
        (f"{{{{ {MONEY}/outturn | wan }}}}", "98.50"),
        ("{{ /records/2/staff/in_post | percent }}", "38.00%"),
        ("{{ /records/2/lines/0/outturn | wan 1 }}", "5.5"),
        ("{{ /year | plain }}年，{{ /unit }}", "2024年，示范市渡口管理所"),
        ("{{= 98.96 }}万元和{{=3}}次", "98.96万元和3次"),
    ],
)
def test_bindings_print_what_the_tables_say(text: str, printed: str) -> None:
    rendered = render(text, dossier())
    assert rendered.text == printed
    assert rendered.errors == ()


def test_the_unit_of_the_table_counts() -> None:
    assert bind(f"{{{{ {MONEY}/outturn | wan 4 }}}}", in_unit("元")) == "0.0099"


@pytest.mark.parametrize(
    ("binding", "problem"),
    [
        ("/nowhere", "没有这一项"),
        ("outturn", "没有这一项"),
        ("", "不是单个数字"),
        ("/records/1/funds", "不是单个数字"),
        ("/records/1/funds/lines/other/outturn", "此处为空"),
        ("/place", "此处为空"),
        ("/records/1/conclusion", "此处为空"),
        (f"{MONEY}/outturn | yuan", "不认识格式“yuan”"),
        ("/unit | wan", "不是数字"),
        (f"{MONEY}/rate | wan", "不是金额"),
    ],
)
def test_a_binding_that_leads_nowhere_stays_and_is_reported(binding: str, problem: str) -> None:
    text = f"支出{{{{ {binding} }}}}万元"
    rendered = render(text, dossier(), "/records/3/sections/1/paragraphs/0")
    assert rendered.text == text
    (error,) = rendered.errors
    assert problem in str(error.problem)
    assert error.at == "/records/3/sections/1/paragraphs/0"
    assert str(error.remedy) in str(error)


def test_the_whole_dossier_is_filled_in_and_its_errors_listed() -> None:
    assert errors(dossier()) == ()
    filled = bound(dossier())
    assert filled.every(Report)[0].sections[3].texts[0] == "支出98.50万元，办公经费8.80万元，培训3次。"
    broken = dossier(reports=(report(sections=({"title": "{{ /a }}", "paragraphs": ("甲", "{{ /b }}、{{ /c }}")},)),))
    assert [(e.at, e.binding) for e in errors(broken)] == [
        ("/records/3/sections/0/title", "{{ /a }}"),
        ("/records/3/sections/0/paragraphs/1", "{{ /b }}"),
        ("/records/3/sections/0/paragraphs/1", "{{ /c }}"),
    ]


def test_literals_are_the_figures_that_are_neither_bound_nor_marked() -> None:
    given_ = dossier()
    at = "/sections/3/paragraphs/0"
    text = str(resolve(bound(given_).every(Report)[0], at))
    claims = [
        money_claim(at, text, "98.50万元", "98.50"),
        money_claim(at, text, "8.80万元", "8.80"),
        money_claim(at, text, "3次", "3", kind="count"),
        Claim(kind="date", paragraph=at, start=0, end=2, quote="支出"),
        money_claim("/sections/99/paragraphs/0", text, "3次", "3"),
    ]
    typed = literals(given_.every(Report)[0], claims, given_)
    assert [claim.quote for claim in typed] == ["3次", "3次"]


def test_claims_of_the_filled_in_report_go_with_the_written_one() -> None:
    given_ = dossier()
    at = "/sections/3/paragraphs/0"
    claim = money_claim(at, str(resolve(bound(given_).every(Report)[0], at)), "3次", "3", kind="count")
    filled = bound(given_)
    filled = filled.mapped(Report, lambda r: r.model_copy(update={"claims": (claim,)}))
    joined = with_claims_of(given_, filled)
    assert joined.every(Report)[0].claims == (claim,)
    assert joined.every(Report)[0].sections == given_.every(Report)[0].sections


@given(st.text(alphabet="甲{}=|/ 9.", max_size=30))
def test_rendering_never_fails_and_keeps_plain_text(text: str) -> None:
    rendered = render(text, dossier())
    assert "".join(piece.text for piece in rendered.pieces) == rendered.text
    if "{{" not in text:
        assert rendered.text == text
