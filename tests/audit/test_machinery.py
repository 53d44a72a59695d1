"""The rule machinery: declaration, walking, companions, pointers, consequences, waivers, selectors, faults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from jixiao.audit import Outcome, Rule, Waiver, catalogue, check, chosen, rule, run
from jixiao.audit import catalogue as catalogue_module
from jixiao.audit.run import attach_consequences, show
from jixiao.audit.walk import subjects
from jixiao.model import (
    BaseData,
    Claim,
    Derivation,
    Dossier,
    Evaluation,
    Figure,
    Finding,
    FundLine,
    Funds,
    Indicator,
    Report,
    Scored,
    Section,
    Severity,
    SpendingLine,
    Undecided,
)
from jixiao.policy import Policy, resolve
from jixiao.scoring import Appraisal, IndicatorAppraisal
from tests.records import with_records

DOSSIER = Dossier(
    unit="某市某局",
    year=2024,
    records=(
        *(
            Evaluation(
                kind="project-evaluation",
                name="甲",
                funds=Funds(lines=(FundLine(source="total", label="总额"),)),
                indicators=(
                    Indicator(name="培训", target="6次", actual="8次", weight=Figure("50"), score=Figure("50")),
                    Indicator(name="宣传", target="6次", actual="3次", weight=Figure("40"), score=Figure("20")),
                ),
                total=Figure("70"),
            ),
        ),
        *(BaseData(kind="base-data", lines=(SpendingLine(label="三公经费"),)),),
        *(
            Report(
                kind="unit-report",
                sections=(Section(title="甲", paragraphs=("共2人。",)),),
                claims=(Claim(kind="count", paragraph="/sections/0/paragraphs/0", start=1, end=2, quote="共2人"),),
            ),
        ),
    ),
)
POLICY = resolve()


def _declared(function: object) -> Rule:
    return function.rule  # type: ignore[attr-defined, no-any-return]


def _rule(code: str = "SC901", **changes: object):  # type: ignore[no-untyped-def]
    known = {
        "title": "某",
        "severity": Severity.WARNING,
        "basis": "form.total",
        "since": "0.1",
        "zh": "读到 {a}",
        "en": "read {a}",
    }
    return rule(code, f"rule-{code.lower()}", **{**known, **changes})  # type: ignore[arg-type]


def _said(*functions: object) -> tuple[list[Finding], list[Undecided]]:
    return run._run(DOSSIER, POLICY, [_declared(f) for f in functions], check(DOSSIER, POLICY).appraisals)


def test_every_kind_of_subject_is_walked_with_what_encloses_it() -> None:
    appraisals = check(DOSSIER, POLICY).appraisals
    found = list(subjects(DOSSIER, POLICY, appraisals))
    walked = [(type(s.item).__name__, s.at) for s in found]
    assert walked == [
        ("Dossier", ""),
        ("Report", "/records/2"),
        ("Section", "/records/2/sections/0"),
        ("Claim", "/records/2/claims/0"),
        ("BaseData", "/records/1"),
        ("SpendingLine", "/records/1/lines/0"),
        ("Evaluation", "/records/0"),
        ("Indicator", "/records/0/indicators/0"),
        ("Indicator", "/records/0/indicators/1"),
        ("FundLine", "/records/0/funds/lines/0"),
    ]
    indicator = next(s for s in found if isinstance(s.item, Indicator))
    assert indicator.companions[Evaluation] is DOSSIER.every(Evaluation)[0]
    assert indicator.companions[Dossier] is DOSSIER
    assert indicator.companions[IndicatorAppraisal] is appraisals["/records/0"].indicators[0]


def test_companions_are_given_by_type_and_pointers_become_absolute() -> None:
    @_rule()
    def about_indicator(
        indicator: Indicator,
        policy: Policy,
        evaluation: Evaluation,
        dossier: Dossier,
        whole: Appraisal,
        own: IndicatorAppraisal,
    ) -> Iterator[Outcome]:
        assert policy is POLICY
        assert evaluation is dossier.every(Evaluation)[0]
        assert own in whole.indicators
        if indicator.name == "宣传":
            yield Finding(at="/score", related=("/target", "/target"), values={"a": indicator.score})
            yield Undecided("说不准", at="/actual", related=("/name",))

    findings, undecided = _said(about_indicator)
    assert findings[0].at == "/records/0/indicators/1/score"
    assert findings[0].related == ("/records/0/indicators/1/target",)
    assert (findings[0].message, findings[0].message_en) == ("读到 20", "read 20")
    assert findings[0].severity is Severity.WARNING
    assert findings[0].basis
    assert undecided == [
        Undecided("说不准", "/records/0/indicators/1/actual", "SC901", ("/records/0/indicators/1/name",))
    ]


def test_variant_and_severity_of_a_finding_win() -> None:
    @_rule(zh={"": "甲 {a}", "b": "乙 {a}"}, en={"": "A {a}", "b": "B {a}"})
    def about_claim(claim: Claim, report: Report) -> Iterator[Outcome]:
        yield Finding(values={"a": claim.quote}, variant="b", severity=Severity.INFO)

    (finding,), _ = _said(about_claim)
    assert (finding.message, finding.severity, finding.at) == ("乙 共2人", Severity.INFO, "/records/2/claims/0")


def test_a_faulty_rule_is_reported_and_costs_nothing_else() -> None:
    @_rule("SC901")
    def faulty(evaluation: Evaluation) -> Iterator[Outcome]:
        yield Finding(values={"a": 1 / (evaluation.year or 0)})

    @_rule("SC902")
    def sound(line: SpendingLine, base: BaseData) -> Iterator[Outcome]:
        yield Finding(at="/label", values={"a": line.label})

    findings, undecided = _said(faulty, sound)
    assert [f.code for f in findings] == ["SC902"]
    assert "ZeroDivisionError" in undecided[0].reason
    assert undecided[0].at == "/records/0"


def test_a_rule_needs_a_subject_it_can_have() -> None:
    with pytest.raises(TypeError, match="SC901"):

        @_rule()
        def wrong(figure: Figure) -> Iterator[Outcome]:
            yield Finding()

    with pytest.raises(TypeError, match="companions"):

        @_rule()
        def also_wrong(claim: Claim, other: Indicator) -> Iterator[Outcome]:
            yield Finding()


def test_codes_and_names_are_unique(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len({r.code for r in catalogue()}) == len(catalogue())
    assert catalogue()[0].family in {"EX", "FM", "IX", "LG", "SC", "TG", "TX", "XD"}
    first = catalogue()[0]
    twin = replace(first)

    def one(evaluation: Evaluation) -> Iterator[Outcome]:
        yield Finding()

    module = SimpleNamespace(a=one, b=lambda: None)
    one.__module__ = "jixiao.audit.rules.x"
    one.rule = twin  # type: ignore[attr-defined]
    uncached = catalogue_module.__wrapped__ if hasattr(catalogue_module, "__wrapped__") else catalogue.__wrapped__
    import importlib
    import pkgutil

    monkeypatch.setattr(
        pkgutil, "walk_packages", lambda *_: [SimpleNamespace(name="jixiao.audit.rules.x", ispkg=False)] * 2
    )
    monkeypatch.setattr(importlib, "import_module", lambda _: module)
    with pytest.raises(ValueError, match="share a code"):
        uncached()


def test_selectors_by_code_prefix_and_name() -> None:
    assert {r.code for r in chosen(["SC101"])} == {"SC101"}
    assert {r.code for r in chosen(["total-score-mismatch"])} == {"SC101"}
    assert {r.family for r in chosen(["sc"])} == {"SC"}
    assert not [r for r in chosen(ignore=["SC"]) if r.family == "SC"]
    with pytest.raises(KeyError, match="QQ"):
        chosen(["QQ"])


def test_findings_are_sorted_by_severity() -> None:
    result = check(replace_total("60"), POLICY)
    assert result.findings[0].code == "SC101"
    ranks = [f.severity.rank for f in result.findings if f.severity]
    assert ranks == sorted(ranks, reverse=True)


def replace_total(total: str) -> Dossier:
    evaluation = DOSSIER.every(Evaluation)[0].model_copy(update={"total": Figure(total)})
    line = evaluation.funds.lines[0].model_copy(update={"score": Figure("0"), "weight": Figure("10")})
    evaluation = evaluation.model_copy(update={"funds": Funds(lines=(line,))})
    return with_records(DOSSIER, Evaluation, (evaluation,))


def test_waivers_hide_with_a_reason_until_they_expire() -> None:
    dossier = replace_total("60")
    at = "/records/project-甲/total"
    waiver = Waiver("SC101", at, "已向财政局说明", date(2025, 12, 31))
    before = check(dossier, POLICY, select=["SC101"], waivers=[waiver], today=date(2025, 6, 1))
    assert not before.findings
    assert before.waived[0][1] is waiver
    after = check(dossier, POLICY, select=["SC101"], waivers=[waiver], today=date(2026, 6, 1))
    assert [f.code for f in after.findings] == ["SC101"]
    assert after.expired == (waiver,)
    nowhere = replace(waiver, at="/nothing/here")
    assert check(dossier, POLICY, select=["SC101"], waivers=[nowhere]).findings


def test_consequences_go_under_their_cause_only_with_a_shared_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [
        SimpleNamespace(code="A", after=()),
        SimpleNamespace(code="B", after=("A",)),
        SimpleNamespace(code="C", after=("B",)),
    ]
    monkeypatch.setattr(run, "chosen", lambda: rules)
    cause = Finding(code="A", at="/x", related=("/y",))
    follows = Finding(code="B", at="/z", related=("/y",))
    further = Finding(code="C", at="/z")
    apart = Finding(code="B", at="/q")
    unknown = Finding(code="ZZ", at="/x")
    result = attach_consequences([further, follows, cause, apart, unknown])
    assert [f.code for f in result] == ["A", "B", "ZZ"]
    assert sorted(c.code for c in result[0].consequences) == ["B", "C"]


def test_findings_that_name_each_other_are_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [SimpleNamespace(code="A", after=("B",)), SimpleNamespace(code="B", after=("A",))]
    monkeypatch.setattr(run, "chosen", lambda: rules)
    result = attach_consequences([Finding(code="A", at="/x"), Finding(code="B", at="/x")])
    shown = [f.code for f in result] + [c.code for f in result for c in f.consequences]
    assert sorted(shown) == ["A", "B"]


def test_values_print_as_on_paper() -> None:
    scored = Scored(Decimal(1), Decimal(2), Derivation("x"))
    assert [show(v) for v in (Figure("9.50"), Decimal("1E+1"), scored, None, ("a", 2), "b")] == [
        "9.50",
        "10",
        "1–2",
        "—",
        "a、2",
        "b",
    ]
