"""One fault, one finding: what follows from a fault goes under it, and an error never hides under a hint."""

from __future__ import annotations

from jixiao.audit import Audit, check
from jixiao.model import Finding, Severity
from jixiao.model.store import from_json


def audited(**evaluation: object) -> Audit:
    body = {"kind": "project", "name": "甲项目", **evaluation}
    return check(from_json({"unit": "某市某单位", "year": 2024, "evaluations": [body]}), select=["EX", "TG"])


def only(audit: Audit, code: str) -> Finding:
    found = [f for f in audit.findings if f.code == code]
    assert len(found) == 1, [f.code for f in audit.findings]
    return found[0]


def row(**fields: str) -> dict[str, str]:
    return {"level1": "产出指标", "level2": "数量指标", "name": "拖移车辆", "explanation": "", **fields}


def test_over_target_carries_its_unit_and_its_vagueness() -> None:
    audit = audited(indicators=[row(target="200台", actual="300余台次", weight="5", score="5")])
    assert {c.code for c in only(audit, "TG107").consequences} == {"TG108", "TG117"}
    assert [f.code for f in audit.findings] == ["TG107"]


def test_a_missing_reason_goes_under_the_unearned_score() -> None:
    audit = audited(indicators=[row(target="200台", actual="100台", weight="5", score="5")])
    assert [c.code for c in only(audit, "TG101").consequences] == ["TG104"]
    assert [f.code for f in audit.findings] == ["TG101"]


def test_a_warning_stays_beside_a_hint() -> None:
    audit = audited(indicators=[row(target="6台", actual="8台次", weight="5", score="5")])
    assert only(audit, "TG107").severity is Severity.INFO
    assert only(audit, "TG108").severity is Severity.WARNING


def test_a_wrong_rate_carries_its_score() -> None:
    line = {"source": "total", "label": "年度资金总额", "revised_budget": "100.00", "outturn": "60.00"}
    audit = audited(funds={"lines": [{**line, "weight": "10", "rate": "80%", "score": "8"}]})
    assert [c.code for c in only(audit, "EX102").consequences] == ["EX103"]


def test_shifted_columns_carry_what_follows() -> None:
    rows = [row(target=w, actual=w, weight=w, score=w) | {"name": f"事项{w}"} for w in ("20", "10", "15", "5")]
    audit = audited(indicators=rows)
    assert {f.code for f in audit.findings} == {"TG121"}
