"""Before and after: what is mended, open, gone, undecided and new, whatever else was done to the file meanwhile."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jixiao.audit import RuleRecord, Waiver
from jixiao.desk import (
    Assessed,
    Comparison,
    assess,
    compare,
    comparison_json,
    mended,
    open_case,
)
from jixiao.desk.changes import Kind
from jixiao.desk.comparing import State
from jixiao.desk.comparison_schema import COMPARISON, schema_text
from jixiao.model import (
    Case,
    Dossier,
    Evaluation,
    Fault,
    Figure,
    Finding,
    Indicator,
    Passage,
    Report,
    Severity,
    Undecided,
)
from jixiao.model.message import words
from jixiao.model.pointer import find
from jixiao.writing.correct import replaced
from jixiao.writing.word import write_word

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "yueyang-2024" / "dossier"
DAY = date(2026, 5, 20)
TOTAL = "/records/project-办案费/total"


def assessed(path: Path, **options: object) -> Assessed:
    (one,) = assess([open_case([path])], as_of=DAY, **options).cases  # type: ignore[arg-type]
    return one


@pytest.fixture(scope="module")
def whole() -> Dossier:
    return open_case([EXAMPLE]).dossier


@pytest.fixture(scope="module")
def file(whole: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("compare") / "report.docx"
    write_word(whole, path)
    return path


@pytest.fixture(scope="module")
def before(file: Path) -> Assessed:
    return assessed(file)


@pytest.fixture
def after(whole: Dossier, before: Assessed, tmp_path: Path) -> Callable[[Dossier], Comparison]:
    def compared(changed: Dossier) -> Comparison:
        path = tmp_path / "another name.docx"
        write_word(changed, path)
        return compare(before, assessed(path))

    return compared


def states(comparison: Comparison, code: str = "") -> dict[str, int]:
    """How many findings are in each state, of one rule or of all."""
    found: dict[str, int] = {}
    for fate in comparison.fates:
        if code in ("", fate.finding.code):
            found[str(fate.state)] = found.get(str(fate.state), 0) + 1
    return found


def total(findings: tuple[Finding, ...]) -> int:
    return sum(1 + total(finding.consequences) for finding in findings)


def test_nothing_done_leaves_everything_open(before: Assessed, file: Path, tmp_path: Path) -> None:
    renamed = tmp_path / "改名.docx"
    shutil.copy(file, renamed)
    found = compare(before, assessed(renamed))
    assert states(found) == {"open": total(before.audit.findings)}
    assert (found.new, found.changes) == ((), ())


def test_a_value_mended_by_hand(whole: Dossier, after: Callable[[Dossier], Comparison], before: Assessed) -> None:
    found = after(replaced(whole, find(whole, TOTAL), Figure("97")))
    (fate,) = [one for one in found.fates if one.finding.code == "SC101"]
    assert (fate.state, fate.at, fate.where(), fate.where("en")) == (
        State.MENDED, TOTAL, "表5 办案费 · 总分", "table 5 办案费 · total",
    )  # fmt: skip
    (change,) = found.changes
    assert (change.kind, change.at, change.before, change.after) == (Kind.CHANGED, TOTAL, "96", "97")
    assert states(found) == {"mended": 1, "open": total(before.audit.findings) - 1}


def test_a_value_changed_to_another_wrong_one_is_open(whole: Dossier, after: Callable[[Dossier], Comparison]) -> None:
    found = after(replaced(whole, find(whole, TOTAL), Figure("95")))
    (fate,) = [one for one in found.fates if one.finding.code == "SC101"]
    assert fate.state is State.OPEN
    assert fate.now is not None
    assert fate.now.message != fate.finding.message
    assert found.new == ()


def test_a_row_put_in_above_confuses_nothing(
    whole: Dossier, before: Assessed, after: Callable[[Dossier], Comparison]
) -> None:
    row = Indicator(level1="产出指标", level2="数量指标", name="新增的一行", target="≥1次", actual="1次",
                    weight=Figure("0"), score=Figure("0"), explanation="")  # fmt: skip
    place = find(whole, "/records/project-办案费/indicators")
    record: Evaluation = next(e for e in whole.every(Evaluation) if e.name == "办案费")
    first = record.indicators[0]
    row = row.model_copy(update={"level1": first.level1, "level2": first.level2})
    found = after(replaced(whole, place, (row, *record.indicators)))
    gone = [fate for fate in found.fates if fate.state is State.GONE]
    assert gone == []
    assert states(found).get("open", 0) >= total(before.audit.findings) - 1
    added = [change for change in found.changes if change.kind is Kind.ADDED]
    assert [(change.where(), change.before) for change in added] == [("表5 办案费 · 产出指标 · 新增的一行", None)]
    assert "≥1次；1次" in (added[0].after or "")


def test_a_table_removed_is_gone(whole: Dossier, before: Assessed, after: Callable[[Dossier], Comparison]) -> None:
    records = tuple(r for r in whole.records if not (isinstance(r, Evaluation) and r.name == "办案费"))
    found = after(whole.model_copy(update={"records": records}))
    inside = [fate for fate in found.fates if fate.at.startswith("/records/project-办案费/")]
    assert inside
    # of a fault that stands in several tables the others are left
    assert {fate.state for fate in inside if len(fate.finding.places) == 1} == {State.GONE}
    assert [(c.kind, c.where(), c.after) for c in found.changes] == [(Kind.REMOVED, "表5 办案费", None)]
    assert {fate.state for fate in found.fates if fate.finding.code == "SC101"} == {State.GONE}


def test_a_paragraph_put_in_above_and_one_rewritten(
    whole: Dossier, before: Assessed, after: Callable[[Dossier], Comparison]
) -> None:
    at, report = next((at, r) for at, r in whole.each(Report) if r.scope == "unit")
    number, section = next((n, s) for n, s in enumerate(report.sections) if s.title == "基本支出情况")
    text = section.texts[0].replace("98.96", "98.43")
    passages = tuple(Passage(text=one) for one in ("现将情况说明如下。", text, *section.texts[1:]))
    found = after(replaced(whole, f"{at}/sections/{number}/paragraphs", passages))
    kinds = [(change.kind, change.where()) for change in found.changes]
    around = "部门整体支出绩效自评报告 · 二、一般公共预算支出情况 · （一）基本支出情况"
    assert (Kind.ADDED, f"{around} · 第1段") in kinds
    assert (Kind.CHANGED, f"{around} · 第2段") in kinds
    (fate,) = [one for one in found.fates if one.finding.code == "TX101" and "98.96" in one.finding.text()]
    assert fate.state is State.MENDED


def test_mending_mends_what_it_claims(before: Assessed, file: Path, tmp_path: Path) -> None:
    result = mended(before, file, tmp_path / "改.docx", tracked=True, ask=True)
    found = compare(before, assessed(tmp_path / "改.docx"))
    assert (len(result.made), result.asked) == (1, 1)
    assert states(found, "SC101") == {"mended": 1}
    assert found.new == ()
    # what is left needs a person: two statements compete, reasons are to be written
    left = {f.finding.code for f in found.fates if f.state is State.OPEN and f.finding.severity is Severity.ERROR}
    assert left == {"TX101"}


def test_what_was_not_asked_again_is_undecided(before: Assessed, file: Path) -> None:
    found = compare(before, assessed(file, select=["TX101"]))
    (fate,) = [one for one in found.fates if one.finding.code == "SC101"]
    assert (fate.state, str(fate.why)) == (State.UNDECIDED, "这次没有用规则 SC101 核查")


def test_what_was_accepted_is_waived(before: Assessed, file: Path) -> None:
    found = compare(before, assessed(file, waivers=[Waiver("SC101", TOTAL, "已说明")]))
    assert states(found, "SC101") == {"waived": 1}
    assert found.new == ()


def test_what_can_no_longer_be_told_is_undecided(whole: Dossier, after: Callable[[Dossier], Comparison]) -> None:
    at = find(whole, "/records/project-办案费/indicators")
    found = after(replaced(whole, f"{at}/3/score", Figure("约5")))
    (fate,) = [one for one in found.fates if one.finding.code == "SC101"]
    assert fate.state in (State.UNDECIDED, State.LAPSED)
    assert fate.why is not None


def case(text: str, name: str = "甲") -> Assessed:
    row = {"name": name, "actual": text, "explanation": "", "target": "x"}
    record = {"kind": "project-evaluation", "name": "项目", "indicators": [row]}
    dossier = Dossier.model_validate({"unit": "某单位", "year": 2024, "records": [record]})
    return assess([Case(dossier)], as_of=DAY).cases[0]


def with_audit(one: Assessed, **changes: object) -> Assessed:
    """The same case with another result, so that each way of a fate can be shown by itself."""
    nothing = {"findings": (), "undecided": (), "waived": (), "faults": (), "protocol": ()}
    return replace(one, audit=replace(one.audit, **{**nothing, **changes}))  # type: ignore[arg-type]


AT = "/records/0/indicators/0/actual"


def found_at(at: str, code: str = "ZZ101", variant: str = "", also: tuple[str, ...] = (), text: str = "甲") -> Finding:
    return Finding(at, also, code=code, variant=variant, severity=Severity.ERROR, message=words(text))


@pytest.mark.parametrize(
    ("held", "state"),
    [
        ((AT,), State.MENDED),
        (("/records/0/indicators",), State.MENDED),
        (("/records/0/indicators/0/explanation",), State.MENDED),
        (("",), State.MENDED),
        (("/records/0/funds/unit",), State.LAPSED),
        ((), State.LAPSED),
    ],
)
def test_a_rule_holds_at_the_place_around_it_or_in_its_row(held: tuple[str, ...], state: State) -> None:
    one = case("1")
    record = one.audit.protocol[0]
    own = rule_record(record, held)
    before, after = with_audit(one, findings=(found_at(AT),)), with_audit(one, protocol=(own,))
    (fate,) = compare(before, after).fates
    assert fate.state is state
    assert (fate.why is None) is (state is State.MENDED)


def rule_record(record: RuleRecord, held: tuple[str, ...]) -> RuleRecord:
    return replace(record, rule=replace(record.rule, code="ZZ101"), held=held, found=(), undecided=())


@pytest.mark.parametrize("at", [AT, "/records/0", "/records/0/indicators/0/score"])
def test_what_the_rule_cannot_tell_there_or_in_its_row_is_undecided(at: str) -> None:
    one = case("1")
    own = rule_record(one.audit.protocol[0], ("/records/0/indicators/0/name",))
    before = with_audit(one, findings=(found_at(AT),))
    undecided = Undecided(words("看不清"), at, "ZZ101")
    (fate,) = compare(before, with_audit(one, protocol=(own,), undecided=(undecided,))).fates
    assert (fate.state, str(fate.why)) == (State.UNDECIDED, "看不清")
    fault = Fault("ZZ101", at, "KeyError: 1", "")
    (fate,) = compare(before, with_audit(one, protocol=(own,), faults=(fault,))).fates
    assert (fate.state, str(fate.why)) == (State.UNDECIDED, "规则出错：KeyError: 1")


def test_a_doubtful_place_is_there_and_says_what_it_says() -> None:
    one = case("1")
    doubt = {"field": "actual", "raw": "1或2", "reason": "看不清"}
    row = {"name": "甲", "explanation": "", "target": "x", "doubts": [doubt]}
    record = {"kind": "project-evaluation", "name": "项目", "indicators": [row]}
    dossier = Dossier.model_validate({"unit": "某单位", "year": 2024, "records": [record]})
    other = with_audit(assess([Case(dossier)], as_of=DAY).cases[0], protocol=(rule_record(one.audit.protocol[0], ()),))
    found = compare(with_audit(one, findings=(found_at(AT),)), other)
    assert [fate.state for fate in found.fates] == [State.LAPSED]
    assert [(c.kind, c.where(), c.before, c.after) for c in found.changes] == [
        (Kind.CHANGED, "项目 · 甲 · 实际完成值", "1", "1或2")
    ]


def test_a_fault_that_moved_among_its_places_is_the_same() -> None:
    one = case("1")
    other = "/records/0/indicators/0/name"
    before = with_audit(one, findings=(found_at(AT, also=(other,)),))
    after = with_audit(one, findings=(found_at(other, variant="b", text="乙"), found_at(AT, code="ZZ102")))
    found = compare(before, after)
    assert [fate.state for fate in found.fates] == [State.OPEN]
    assert [fresh.finding.code for fresh in found.new] == ["ZZ102"]
    assert found.new[0].where() == "项目 · 甲 · 实际完成值"


def test_of_several_at_one_place_each_stands_for_one() -> None:
    one = case("1")
    before = with_audit(one, findings=(found_at(AT, text="甲"), found_at(AT, text="乙")))
    after = with_audit(one, findings=(found_at(AT, text="乙"),))
    found = compare(before, after)
    assert [(f.finding.text(), f.state) for f in found.fates] == [("甲", State.UNDECIDED), ("乙", State.OPEN)]
    assert found.new == ()


def test_the_json_is_of_the_published_shape(whole: Dossier, after: Callable[[Dossier], Comparison]) -> None:
    found = after(replaced(whole, find(whole, TOTAL), Figure("97")))
    data = comparison_json(found)
    COMPARISON.validate_python(data, strict=True)
    assert data["schema"] == "jixiao/comparison/1"
    assert data["summary"]["mended"] == 1
    (change,) = data["changes"]
    assert (change["place"]["zh"], change["place"]["en"]) == ("表5 办案费 · 总分", "table 5 办案费 · total")
    assert (change["kind"], change["at"], change["before"], change["after"]) == ("changed", TOTAL, "96", "97")
    assert (ROOT / "docs" / "schema" / "comparison-1.json").read_text("utf-8") == schema_text()
