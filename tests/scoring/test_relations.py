"""What the equations of a form come to, and how far a printed figure agrees with them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.forms.relations import relations_of
from jixiao.model import Building, Doubt, Figure, FundLine, Interval, Partial, Staff, Undecided
from jixiao.policy import Policy
from jixiao.scoring import Agreement, Computed, agreement, comparable, compute, stated, working
from jixiao.scoring.agree import rate_agreement
from jixiao.scoring.execution import exact_score, possible_score
from tests.policy.policies import policy_with
from tests.writing.dossiers import base_data, fund, indicator, line, project

from .tables import NATIONAL

SMALL = settings(max_examples=60, deadline=None)


def results(record: Any, key: str, policy: Policy = NATIONAL) -> dict[str, Any]:
    return {r.at: compute(r, record, policy) for r in relations_of(record) if r.key == key}


def verdicts(record: Any, key: str, policy: Policy = NATIONAL) -> dict[str, Agreement]:
    found = {}
    for relation in relations_of(record):
        figure = stated(relation, record) if relation.key == key else None
        if isinstance(figure, Figure) and comparable(relation, figure):
            computed = compute(relation, record, policy)
            if isinstance(computed, Computed):
                found[relation.at] = agreement(computed, figure, record, policy)
    return found


def funds(*lines: FundLine, **changes: Any) -> Any:
    return project(funds={"lines": lines, **changes})


def of_funds(*rows: tuple[str, str]) -> Any:
    """A money block with these rows of one amount each."""
    return funds(*(fund(source, source, "", amount, "") for source, amount in rows))


def verdict(*rows: tuple[str, str]) -> Agreement | None:
    return verdicts(of_funds(*rows), "funds.sum").get("/funds/lines/0/revised_budget")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("total", "100.00"), ("fiscal", "60.00"), ("other", "40.00")], Agreement.SAME),
        ([("total", "100.01"), ("fiscal", "60.00"), ("other", "40.00")], Agreement.ROUNDED),
        ([("total", "100.00"), ("fiscal", "60.00"), ("other", "")], Agreement.APART),
        ([("total", "100.00"), ("fiscal", "60.00"), ("other", "约40")], Agreement.OPEN),
        ([("total", "50.00"), ("fiscal", "60.00"), ("other", "约40")], Agreement.APART),
        ([("total", "100.00"), ("fiscal", "60.00")], Agreement.OPEN),
        ([("total", "50.00"), ("fiscal", "60.00")], Agreement.APART),
        ([("total", "100"), ("fiscal", "80"), ("named", "50"), ("other", "20")], Agreement.SAME),
        ([("total", "100"), ("fiscal", "80"), ("named", "50"), ("other", "15")], Agreement.OPEN),
        ([("total", "100"), ("fiscal", "180"), ("named", "50")], Agreement.APART),
        ([("total", "100"), *(("named", "10") for _ in range(10))], Agreement.SAME),
        ([("total", "100"), *(("named", "10") for _ in range(11))], Agreement.OPEN),
        ([("total", "100万元"), ("fiscal", "600000元"), ("other", "40")], Agreement.SAME),
        ([("total", "0"), ("fiscal", "90"), ("other", "")], Agreement.APART),
        ([("total", "98%"), ("fiscal", "90"), ("other", "")], None),
        ([("total", "100"), ("fiscal", ""), ("other", "")], None),
    ],
)
def test_a_sum_of_funds(rows: list[tuple[str, str]], expected: Agreement | None) -> None:
    assert verdict(*rows) is expected


def test_a_sum_is_in_the_unit_of_its_cell() -> None:
    for whole, unit, exact in (("100万元", "元", "100"), ("1000000", "元", "1000000"), ("", "元", "1000000")):
        record = funds(fund("total", "合计", "", whole, ""), fund("other", "其他", "", "1000000", ""), unit=unit)
        computed = results(record, "funds.sum")["/funds/lines/0/revised_budget"]
        assert computed.exact == Decimal(exact)


def test_what_is_not_read_is_named() -> None:
    record = of_funds(("total", "100"), ("fiscal", "约60"), ("carry_over", ""), ("other", "40"))
    computed = results(record, "funds.sum")["/funds/lines/0/revised_budget"]
    assert computed.missing == ("/funds/lines/1/revised_budget",)
    assert computed.blank == ("/funds/lines/2/revised_budget",)
    assert computed.used == ("/funds/lines/3/revised_budget",)


def test_a_doubtful_cell_decides_nothing() -> None:
    doubt = (Doubt(field="revised_budget", raw="1O0", reason="不是数"),)
    part = fund("other", "其他", "", "", "").model_copy(update={"revised_budget": None, "doubts": doubt})
    record = funds(fund("total", "合计", "", "100", "90", "10", "90%", "9"), part)
    found = results(record, "funds.sum")["/funds/lines/0/revised_budget"]
    assert isinstance(found, Undecided)
    assert found.at == "/funds/lines/1/revised_budget"
    whole = funds(part.model_copy(update={"source": "total"}), fund("other", "其他", "", "100", ""))
    relation = next(r for r in relations_of(whole) if r.at.endswith("revised_budget"))
    assert isinstance(stated(relation, whole), Undecided)


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        ("98.5%", Agreement.SAME),
        ("98.5", Agreement.SAME),
        ("0.985", Agreement.SAME),
        ("98%", Agreement.SAME),
        ("98.4%", Agreement.ROUNDED),
        ("99%", Agreement.SAME),
        ("97%", Agreement.APART),
        ("1", Agreement.APART),
        ("100%", Agreement.APART),
    ],
)
def test_an_execution_rate(rate: str, expected: Agreement) -> None:
    record = funds(fund("total", "合计", "80.00", "1000.00", "985.00", "10", rate, "9.85"))
    assert verdicts(record, "funds.rate") == {"/funds/lines/0/rate": expected}


def test_a_rate_above_all_may_be_printed_as_all() -> None:
    record = funds(fund("total", "合计", "80.00", "100.00", "105.00", "10", "100%", "10"))
    assert verdicts(record, "funds.rate") == {"/funds/lines/0/rate": Agreement.SAME}


@pytest.mark.parametrize(
    ("staff", "expected"),
    [
        (("79", "75", "94.94%"), Agreement.SAME),
        (("79", "75", "100%"), Agreement.APART),
        (("40", "38", "96%"), Agreement.APART),
        (("79", "75", "94%"), Agreement.ROUNDED),
        (("0", "75", "100%"), None),
        (("79", "", "100%"), None),
        (("79", "-1", "100%"), None),
        (("79人", "75个", "100%"), None),
    ],
)
def test_a_control_rate_of_persons_is_exact(staff: tuple[str, str, str], expected: Agreement | None) -> None:
    record = base_data(staff=Staff(establishment=staff[0], in_post=staff[1], control_rate=staff[2]))
    assert verdicts(record, "staff.rate").get("/staff/control_rate") is expected


def test_areas_are_rounded() -> None:
    def found(actual: str, approved: str, rate: str) -> Agreement | None:
        building = Building(approved_scale=approved, actual_scale=actual, scale_control_rate=rate)
        return verdicts(base_data(buildings=(building,)), "building.scale").get("/buildings/0/scale_control_rate")

    assert found("0.5", "0.4", "114%") is Agreement.SAME
    assert found("0", "0.4", "50%") is Agreement.APART
    assert found("4", "0", "50%") is None
    assert found("0.4", "0.4", "100%") is Agreement.SAME


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("100.00", "86.20", "10", "86.2%", "8.62"), Agreement.SAME),
        (("100.00", "86.20", "10", "86.2%", "8.6"), Agreement.SAME),
        (("100.00", "86.20", "10", "86.2%", "9"), Agreement.ROUNDED),
        (("100.00", "99.80", "10", "99.8%", "10"), Agreement.SAME),
        (("100.00", "86.20", "10", "86.2%", "10"), Agreement.APART),
        (("100.00", "86.20", "10", "86.2%", "7"), Agreement.APART),
        (("", "", "10", "85.5%", "8.55"), Agreement.SAME),
        (("", "", "10", "85.5%", "9.55"), Agreement.APART),
        (("", "", "10", "", "9.55"), None),
        (("100.00", "105.00", "10", "105%", "10.5"), Agreement.APART),
    ],
)
def test_an_execution_score(cells: tuple[str, ...], expected: Agreement | None) -> None:
    record = funds(fund("total", "合计", "", *cells))
    assert verdicts(record, "funds.score").get("/funds/lines/0/score") is expected


def test_the_score_that_a_row_allows(tmp_path: Path) -> None:
    def row(**figures: str) -> FundLine:
        return FundLine.model_validate({"source": "total", "label": "总额", **figures})

    full = row(revised_budget="100", outturn="100", weight="10")
    found = possible_score(full, "万元", NATIONAL)
    assert found is not None
    assert (found.low, found.high) == (10, 10)
    assert possible_score(row(revised_budget="100", outturn="100"), "万元", NATIONAL) is None
    assert possible_score(row(revised_budget="0", outturn="5", weight="10"), "万元", NATIONAL) is None
    printed = possible_score(row(rate="85.5%", weight="10"), "万元", NATIONAL)
    assert printed is not None
    assert (printed.low, printed.high) == (Decimal("8.545"), Decimal("8.555"))
    assert exact_score(row(rate="85.5%"), "万元", NATIONAL) == Decimal("8.55")
    assert exact_score(row(rate="85.5"), "万元", NATIONAL) is None
    steps = policy_with(tmp_path, "execution: {formula: steps, steps: [{from: 90, share: 1}, {from: 60, share: 0.5}]}")
    assert exact_score(row(rate="85.5%", weight="20"), "万元", steps) == 10


@pytest.mark.parametrize(
    ("total", "score", "expected"),
    [
        ("96.72", "9.72", Agreement.SAME),
        ("96.7", "9.72", Agreement.SAME),
        ("97", "9.72", Agreement.ROUNDED),
        ("96.72", "9.7", Agreement.ROUNDED),
        ("96.27", "9.72", Agreement.APART),
        ("96", "9.72", Agreement.APART),
        ("97", "10", Agreement.SAME),
        ("96", "10", Agreement.APART),
    ],
)
def test_a_total(total: str, score: str, expected: Agreement) -> None:
    record = project(
        indicators=(indicator("产出", "数量", "里程", "90", "87"),),
        funds={"lines": (fund("total", "合计", "", "100.00", "97.20", "10", "97.2%", score),)},
        total=total,
    )
    assert verdicts(record, "total") == {"/total": expected}


def test_a_total_without_a_score_is_partial() -> None:
    record = project(indicators=(indicator("产出", "数量", "里程", "90", ""),))
    assert isinstance(results(record, "total")["/total"], Partial)


@pytest.mark.parametrize(
    ("weights", "execution", "full", "expected"),
    [
        (("50", "40"), "10", "100", Agreement.SAME),
        (("50", "50"), "10", "100", Agreement.APART),
        (("50", "40"), "", "100", Agreement.SAME),
        (("50", "40"), "", "90", Agreement.SAME),
        (("50", "50"), "", "", Agreement.SAME),
        (("50", "30"), "", "100", Agreement.APART),
    ],
)
def test_weights_with_or_without_the_execution_rate(
    weights: tuple[str, ...], execution: str, full: str, expected: Agreement
) -> None:
    rows = tuple(indicator("产出", "数量", f"第{n}", weight, weight) for n, weight in enumerate(weights))
    record = project(indicators=rows, funds={"lines": (fund("total", "合计", "", "1", "1", execution),)})
    computed = results(record, "weights")["/total_weight"]
    assert agreement(computed, Figure(full), record, NATIONAL) is expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [(("60", "40"), Agreement.SAME), (("60", "30"), Agreement.OPEN), (("60", "50"), Agreement.APART)],
)
def test_a_list_of_projects_may_be_a_selection(parts: tuple[str, ...], expected: Agreement) -> None:
    rows = (line("project", name, "", part, "", parent="专项") for name, part in zip("甲乙", parts, strict=True))
    record = base_data(lines=(line("special", "专项", "", "100", ""), *rows))
    assert verdicts(record, "spending.sum") == {"/lines/0/budget": expected}


def test_the_working_says_it_in_both_languages() -> None:
    record = funds(fund("total", "合计", "", "100.00", "", "10"), fund("other", "其他", "", "90.00", ""))
    computed = results(record, "funds.sum")["/funds/lines/0/revised_budget"]
    text = working(computed, Figure("90.00"))
    assert str(text) == "各资金来源之和：90.00 = 90.00"
    assert text.text("en") == "sum of the sources of funds: 90.00 = 90.00"
    rate = results(base_data(), "staff.rate")["/staff/control_rate"]
    assert str(working(rate, Figure("95%"))) == "实际在职人数 ÷ 编制数：38 ÷ 40 = 95%"
    total = results(project(), "total")["/total"]
    assert "97.85" in str(working(total, Figure("97.85")))


MONEY = st.decimals(min_value=0, max_value=100_000, places=2)


@SMALL
@given(st.lists(MONEY, min_size=1, max_size=5), MONEY)
def test_a_computed_sum_agrees_with_itself(parts: list[Decimal], rest: Decimal) -> None:
    rows = [("carry_over" if i else "fiscal", f"{part:f}") for i, part in enumerate(parts[:2])]
    rows.append(("other", f"{rest:f}"))
    whole = sum(parts[:2], Decimal(0)) + rest
    assert verdict(("total", f"{whole:f}"), *rows) is Agreement.SAME


@SMALL
@given(st.lists(MONEY, min_size=1, max_size=6), st.integers(min_value=1, max_value=10_000))
def test_only_rounding_is_let_pass(parts: list[Decimal], cents: int) -> None:
    whole = sum(parts, Decimal(0)) + Decimal(cents) / 100
    children = (line("special", f"第{n}", "", f"{part:f}", "", parent="项目") for n, part in enumerate(parts))
    record = base_data(lines=(line("projects", "项目", "", f"{whole:f}", ""), *children))
    # a half cent for every rounded figure: zeros are exact
    explained = cents <= (1 + sum(1 for part in parts if part)) * Decimal("0.5")
    expected = Agreement.ROUNDED if explained else Agreement.APART
    assert verdicts(record, "spending.sum") == {"/lines/0/budget": expected}


def test_a_rate_cut_off_counts_as_rounding() -> None:
    computed = Interval(Decimal("97.1960"), Decimal("97.1963"))
    assert rate_agreement(Figure("97.19%"), computed) is Agreement.ROUNDED
    assert rate_agreement(Figure("97.1%"), computed) is Agreement.ROUNDED
    assert rate_agreement(Figure("97.0%"), computed) is Agreement.APART
    assert rate_agreement(Figure("/"), computed) is Agreement.SAME


@SMALL
@given(MONEY.filter(lambda d: d >= 1), MONEY, st.integers(min_value=0, max_value=4))
def test_a_rate_rounded_to_any_place_agrees(whole: Decimal, part: Decimal, places: int) -> None:
    rate = (part / whole * 100).quantize(Decimal(1).scaleb(-places))
    record = funds(fund("total", "合计", "", f"{whole:f}", f"{part:f}", "10", f"{rate:f}%", ""))
    assert verdicts(record, "funds.rate")["/funds/lines/0/rate"] is Agreement.SAME
