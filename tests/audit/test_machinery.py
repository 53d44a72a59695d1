"""The rule machinery: declaration, walking, companions, pointers, consequences, waivers, selectors, faults."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import subprocess
import sys
import weakref
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jixiao.audit import Outcome, Rule, RuleRecord, Waiver, catalogue, check, chosen, declarations, rulebook, rules, run
from jixiao.audit.declaration import index
from jixiao.audit.rule import rule
from jixiao.audit.walk import subjects
from jixiao.model import (
    BaseData,
    Case,
    Claim,
    Dossier,
    Evaluation,
    Fault,
    Figure,
    Finding,
    FundLine,
    Funds,
    Held,
    Indicator,
    Message,
    Report,
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


def _run(*functions: object) -> tuple[list[object], tuple[RuleRecord, ...]]:
    return run._run(DOSSIER, POLICY, [_declared(f) for f in functions], check(DOSSIER, POLICY).appraisals)


def _said(*functions: object) -> tuple[list[Finding], list[Undecided]]:
    said, _ = _run(*functions)
    return [s for s in said if isinstance(s, Finding)], [s for s in said if isinstance(s, Undecided)]


def test_every_kind_of_subject_is_walked_with_what_encloses_it() -> None:
    appraisals = check(DOSSIER, POLICY).appraisals
    found = list(subjects(DOSSIER, POLICY, appraisals))
    walked = [(type(s.item).__name__, s.at) for s in found]
    assert walked == [
        ("Dossier", ""),
        ("Evaluation", "/records/0"),
        ("Indicator", "/records/0/indicators/0"),
        ("Indicator", "/records/0/indicators/1"),
        ("FundLine", "/records/0/funds/lines/0"),
        ("BaseData", "/records/1"),
        ("SpendingLine", "/records/1/lines/0"),
        ("Report", "/records/2"),
        ("Section", "/records/2/sections/0"),
        ("Passage", "/records/2/sections/0/paragraphs/0"),
        ("Claim", "/records/2/claims/0"),
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
            yield Finding(at="/score", also=("/name",), evidence=("/target", "/target"), values={"a": indicator.score})
            yield Undecided("说不准", at="/actual", related=("/name",))

    findings, undecided = _said(about_indicator)
    assert findings[0].at == "/records/0/indicators/1/score"
    assert findings[0].evidence == ("/records/0/indicators/1/target",)
    assert findings[0].also == ("/records/0/indicators/1/name",)
    assert findings[0].values == {"a": Figure("20")}, "values stay what they are"
    assert findings[0].message == Message("audit.SC901", (("a", Figure("20")),))
    assert (findings[0].text(), findings[0].text("en")) == ("读到 20", "read 20")
    assert findings[0].severity is Severity.WARNING
    assert findings[0].basis
    assert undecided == [
        Undecided("说不准", "/records/0/indicators/1/actual", "SC901", ("/records/0/indicators/1/name",))
    ]


def test_variant_and_severity_of_a_finding_win() -> None:
    @_rule("SC902", zh={"": "甲 {a}", "b": "乙 {a}"}, en={"": "A {a}", "b": "B {a}"})
    def about_claim(claim: Claim, report: Report) -> Iterator[Outcome]:
        yield Finding(values={"a": claim.quote}, variant="b", severity=Severity.INFO)

    (finding,), _ = _said(about_claim)
    assert (str(finding.message), finding.severity, finding.at) == ("乙 共2人", Severity.INFO, "/records/2/claims/0")


def test_a_faulty_rule_is_a_fault_and_costs_nothing_else() -> None:
    @_rule("SC903")
    def faulty(evaluation: Evaluation) -> Iterator[Outcome]:
        yield Finding(at="/total", values={"a": 1})
        yield Finding(values={"a": 1 / (evaluation.year or 0)})

    @_rule("SC904")
    def sound(line: SpendingLine, base: BaseData) -> Iterator[Outcome]:
        yield Finding(at="/label", values={"a": line.label})

    said, protocol = _run(faulty, sound)
    assert [(type(s), s.code) for s in said] == [(Finding, "SC903"), (Fault, "SC903"), (Finding, "SC904")]
    fault = said[1]
    assert isinstance(fault, Fault)
    assert fault.at == "/records/0"
    assert fault.error == "ZeroDivisionError: division by zero"
    assert "in faulty" in fault.traceback
    assert [(r.code, r.counts["faults"], r.counts["found"]) for r in protocol] == [("SC903", 1, 1), ("SC904", 0, 1)]


def test_what_does_not_fit_the_declaration_is_a_fault() -> None:
    @_rule("SC905")
    def no_such_variant(evaluation: Evaluation) -> Iterator[Outcome]:
        yield Finding(values={"a": 1}, variant="b")

    @_rule("SC906")
    def no_such_value(evaluation: Evaluation) -> Iterator[Outcome]:
        yield Finding(values={"b": 1})

    @_rule("SC907")
    def no_outcome(evaluation: Evaluation) -> Iterator[Outcome]:
        yield "wrong"  # type: ignore[misc]

    said, _ = _run(no_such_variant, no_such_value, no_outcome)
    assert [s.error for s in said if isinstance(s, Fault)] == [
        "ValueError: SC905 has no variant 'b'",
        "ValueError: SC906 says nothing of a",
        "TypeError: SC907 yields what is no outcome: 'wrong'",
    ]


def test_a_fault_is_counted_in_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    @_rule("SC908")
    def faulty(evaluation: Evaluation) -> Iterator[Outcome]:
        raise LookupError("甲")
        yield Held()

    monkeypatch.setattr(run, "chosen", lambda *_: (_declared(faulty),))
    audit = check(DOSSIER, POLICY)
    assert [(f.code, f.at, f.error) for f in audit.faults] == [("SC908", "/records/0", "LookupError: 甲")]
    assert not audit.findings
    assert not audit.undecided


def test_the_protocol_tells_what_every_rule_came_to() -> None:
    @_rule("SC909")
    def about_rows(indicator: Indicator) -> Iterator[Outcome]:
        if indicator.name == "培训":
            yield Held("/score")
        elif indicator.score is not None and indicator.score.value == 20:
            yield Finding(at="/score", values={"a": 1})
            yield Undecided("说不准", "/actual")

    @_rule("SC910")
    def says_nothing(indicator: Indicator) -> Iterator[Outcome]:
        yield from ()

    @_rule("SC911")
    def about_lines(line: SpendingLine) -> Iterator[Outcome]:
        yield Held()

    @_rule("SC912")
    def about_the_whole(dossier: Dossier) -> Iterator[Outcome]:
        yield Held()

    _, protocol = _run(about_the_whole, about_lines, about_rows, says_nothing)
    assert [record.code for record in protocol] == ["SC909", "SC910", "SC911", "SC912"]
    rows, nothing, lines, whole = protocol
    row = "/records/0/indicators"
    assert (rows.held, rows.found, rows.undecided) == ((f"{row}/0/score",), (f"{row}/1/score",), (f"{row}/1/actual",))
    assert (nothing.subjects, nothing.not_applicable, nothing.applied) == (2, 2, False)
    assert (rows.subjects, rows.not_applicable, rows.applied) == (2, 0, True)
    assert lines.held == ("/records/1/lines/0",)
    assert whole.held == ("",)
    assert whole.counts == {
        "subjects": 1, "held": 1, "found": 0, "undecided": 0, "faults": 0, "not_applicable": 0
    }  # fmt: skip


def test_a_rule_that_meets_no_subject_stands_in_the_protocol() -> None:
    audit = check(Dossier(unit="某局", year=2024), POLICY, select=["SC101"])
    (record,) = audit.protocol
    assert (record.code, record.subjects, record.applied) == ("SC101", 0, False)


def test_every_chosen_rule_stands_in_the_protocol_in_the_order_of_the_codes() -> None:
    assert [r.code for r in check(DOSSIER, POLICY).protocol] == [r.code for r in catalogue()]


def test_a_rule_needs_a_subject_it_can_have() -> None:
    with pytest.raises(TypeError, match="SC915"):

        @_rule("SC915")
        def wrong(figure: Figure) -> Iterator[Outcome]:
            yield Finding()

    with pytest.raises(TypeError, match="companions"):

        @_rule("SC915")
        def also_wrong(claim: Claim, other: Indicator) -> Iterator[Outcome]:
            yield Finding()


def test_codes_and_names_are_unique(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len({r.code for r in catalogue()}) == len(catalogue())
    assert catalogue()[0].family in {"EX", "FM", "IX", "LG", "SC", "TG", "TX", "XD"}
    monkeypatch.setattr(rulebook, "_declared_in", lambda _: [catalogue()[0]])
    with pytest.raises(ValueError, match="share a code"):
        rulebook._loaded(["a", "b"])


def test_the_text_of_the_files_tells_what_importing_all_of_them_tells() -> None:
    """The index reads ``@rule("CODE", "name"`` from the files: no rule may be written so that it does not see it."""
    declared = set()
    for module in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."):
        for item in vars(importlib.import_module(module.name)).values():
            if isinstance(found := getattr(item, "rule", None), Rule):
                declared.add((found.check.__module__, found.code, found.name))
    assert {(module, *known[:2]) for module, known in index().items()} == declared
    assert all(r.formerly == index()[r.check.__module__][2:] for r in catalogue())
    assert {code for _, code, _ in declared} == {r.code for r in catalogue()}


def test_a_declaration_says_what_the_loaded_rule_says() -> None:
    words = ("code", "name", "title", "severity", "basis", "since", "zh", "en", "page", "status", "after", "formerly")
    for told, loaded in zip(declarations(), catalogue(), strict=True):
        assert {w: getattr(told, w) for w in words} == {w: getattr(loaded, w) for w in words}
        assert told.subject == loaded.subject.__name__


def test_what_is_not_declared_as_rules_are_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.py").write_text('@rule("SC101", "odd")\ndef odd(): ...\n', encoding="utf-8")
    monkeypatch.setattr(rules, "__path__", [str(tmp_path)])
    index.cache_clear()
    try:
        with pytest.raises(ValueError, match="not declared as rules are"):
            declarations()
    finally:
        index.cache_clear()


def test_one_rule_is_had_without_the_others() -> None:
    program = (
        "import sys\n"
        "from jixiao.audit import chosen\n"
        "assert [r.code for r in chosen(['SC101'])] == ['SC101']\n"
        "from jixiao.model import Message\n"
        "assert Message('audit.FM208').text('en') == 'the rows are scored, the total is blank'\n"
        "from jixiao.audit.declaration import index\n"
        "print(*(name for name in sys.modules if name in index()))\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.split() == [
        "jixiao.audit.rules.score.total_score_mismatch",
        "jixiao.audit.rules.form.total_blank",
    ]


def test_a_rule_is_looked_up_without_the_records_of_a_dossier() -> None:
    program = (
        "import sys\n"
        "from jixiao.audit import declarations\n"
        "assert declarations(['SC101'])[0].severity == 'error'\n"
        "print(*(n for n in sys.modules if n.startswith(('pydantic', 'jixiao.scoring', 'jixiao.audit.rules.'))))\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.split() == []


def test_a_message_of_no_rule_is_none() -> None:
    assert Message("audit.QQ999").text() == "audit.QQ999 "


def test_both_languages_have_the_same_variants() -> None:
    with pytest.raises(ValueError, match="the same variants"):

        @_rule("SC913", zh={"": "甲", "b": "乙"}, en="a")
        def uneven(evaluation: Evaluation) -> Iterator[Outcome]:
            yield Held()


def test_selectors_by_code_prefix_and_name() -> None:
    assert {r.code for r in chosen(["SC101"])} == {"SC101"}
    assert {r.code for r in chosen(["total-score-mismatch"])} == {"SC101"}
    assert {r.family for r in chosen(["sc"])} == {"SC"}
    assert not [r for r in chosen(ignore=["SC"]) if r.family == "SC"]
    with pytest.raises(KeyError, match="QQ"):
        chosen(["QQ"])


@pytest.mark.parametrize("earlier", ["XD104", "xd104", "overall-outturn-not-sum"])
def test_a_rule_answers_to_what_it_was_called_formerly(earlier: str) -> None:
    assert [r.code for r in chosen([earlier])] == ["XD103"]


def test_a_case_is_checked_as_its_dossier_is() -> None:
    of_case, of_dossier = check(Case(DOSSIER), POLICY), check(DOSSIER, POLICY)
    assert of_case.dossier is DOSSIER
    assert of_case.findings == of_dossier.findings


def test_the_collector_rests_during_a_check_and_is_as_before_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    @_rule("SC914")
    def broken(evaluation: Evaluation) -> Iterator[Outcome]:
        seen.append(gc.isenabled())
        raise LookupError
        yield Held()

    monkeypatch.setattr(run, "chosen", lambda *_: (_declared(broken),))
    check(DOSSIER, POLICY)
    assert gc.isenabled()
    gc.disable()
    try:
        check(DOSSIER, POLICY)
        assert not gc.isenabled()
    finally:
        gc.enable()
    assert seen == [False, False]


def test_nothing_of_a_dossier_outlives_its_check() -> None:
    watched = []
    for number in range(40):
        evaluation = DOSSIER.every(Evaluation)[0].model_copy(update={"name": f"第{number}项目"})
        dossier = DOSSIER.model_copy(update={"unit": f"第{number}局", "records": (evaluation, *DOSSIER.records[1:])})
        check(dossier, POLICY)
        watched += [weakref.ref(dossier), weakref.ref(evaluation)]
    del dossier, evaluation
    gc.collect()
    assert [ref for ref in watched if ref() is not None] == []


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
    before = check(dossier, POLICY, select=["SC101"], waivers=[waiver], as_of=date(2025, 6, 1))
    assert not before.findings
    assert before.waived[0][1] is waiver
    after = check(dossier, POLICY, select=["SC101"], waivers=[waiver], as_of=date(2026, 6, 1))
    assert [f.code for f in after.findings] == ["SC101"]
    assert after.expired == (waiver,)
    assert after.as_of == date(2026, 6, 1)
    timeless = check(dossier, POLICY, select=["SC101"], waivers=[waiver])
    assert not timeless.findings, "no day is given, none is read from the clock"
    nowhere = replace(waiver, at="/nothing/here")
    assert check(dossier, POLICY, select=["SC101"], waivers=[nowhere]).findings
