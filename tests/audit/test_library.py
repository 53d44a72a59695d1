"""What we propose we would not object to: the library as target tables and as evaluations, judged by all our rules."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.audit import Audit, check
from jixiao.forms.measurable import Measurable, indicators, sectors
from jixiao.model import Dossier

SECTORS = pytest.mark.parametrize("sector", sectors())


@SECTORS
def test_no_rule_objects_to_a_target_that_we_propose(sector: str) -> None:
    """As set in spring: nothing is done yet."""
    assert _objections(_judged(sector, {})) == []


@SECTORS
def test_no_rule_objects_when_the_targets_were_reached(sector: str) -> None:
    """As told in the year after: each a little better than was aimed at."""
    audit = _judged(sector, {one.name: _reached(one) for one in indicators(sector)})
    assert _objections(audit) == []
    (appraisal,) = audit.appraisals.values()
    assert [str(row.comparison.met) for row in appraisal.indicators] == ["met"] * len(indicators(sector))


@SECTORS
def test_no_rule_objects_where_the_form_keeps_sign_value_and_unit_apart(sector: str) -> None:
    assert _objections(_judged(sector, {}, apart=True)) == []


def test_the_rules_did_look() -> None:
    """A table of vague words of the same size is objected to: silence above is no accident."""
    rows = [{**_row(one, {}, apart=False), "target": "进一步提升，效果明显"} for one in indicators("urban")]
    assert "IX301" in {finding.code for finding in _check(rows).findings}


def _judged(sector: str, actuals: dict[str, str], *, apart: bool = False) -> Audit:
    return _check([_row(one, actuals, apart=apart) for one in indicators(sector)])


def _check(rows: list[dict[str, str | None]]) -> Audit:
    table = {"kind": "project-evaluation", "name": "某项目", "indicators": tuple(rows)}
    return check(Dossier(unit="某县某局", year=2025, records=(table,)))


def _row(one: Measurable, actuals: dict[str, str], *, apart: bool) -> dict[str, str | None]:
    target = {"sign": one.sign, "target": one.value, "target_unit": one.unit} if apart else {"target": one.target}
    scored = {"weight": "2", "score": "2"} if actuals else {"weight": "2"}
    levels = {"level1": one.level1, "level2": one.level2}
    return {**levels, "name": one.name, "actual": actuals.get(one.name), **target, **scored}


def _reached(one: Measurable) -> str:
    value = Decimal(one.value)
    step = value / 100 if value < 10 else min(Decimal("0.5"), (100 - value) / 2) if one.unit == "%" else Decimal(1)
    better = {"≥": value + step, "≤": value - step if value else value, "=": value}[one.sign]
    return f"{better.normalize():f}{one.unit}"


def _objections(audit: Audit) -> list[str]:
    assert audit.faults == ()
    all_said = [each for finding in audit.findings for each in (finding, *finding.consequences)]
    return [f"{f.code} {f.at} {f.text()}" for f in all_said if f.code[:2] in ("TG", "IX", "LG")]
