"""One fault between tables, one finding: what follows from it is attached."""

from __future__ import annotations

from decimal import Decimal

from jixiao.audit import check
from jixiao.model import Finding

from .cases import dossier

TWO_AMOUNTS = """
evaluations:
- name: 办案费
  money: 2.51 | 32.26 | 32.26 | 10 | 100% | 10
  money_carry_over: 0.01 | 0.01 | 0.01
base_data:
- lines_text: |
    projects | 项目支出 | 0 | 67.60 | 67.60
    project | 办案费 | 21.97 | 32.25 | 32.25 | 项目支出
    business | 业务工作经费 | 0 | 35.35 | 35.35 | 项目支出
reports:
- kind: project
  text: |
    单位共有1个项目。
"""


def found(text: str) -> dict[str, Finding]:
    return {f.code: f for f in check(dossier(text), select=["XD"]).findings}


def test_two_amounts_of_one_project_carry_the_sum_that_follows() -> None:
    findings = found(TWO_AMOUNTS)
    assert [c.code for c in findings["XD108"].consequences] == ["XD109"]
    assert findings["XD108"].consequences[0].values["total"] == (Decimal("67.61"), Decimal("67.61"))


def test_an_item_without_table_carries_the_count_of_projects() -> None:
    findings = found(TWO_AMOUNTS)
    assert [c.code for c in findings["XD106"].consequences] == ["XD107"]
    assert set(findings) == {"XD106", "XD108"}


def test_a_wrong_unit_carries_the_sum_that_follows() -> None:
    findings = found(TWO_AMOUNTS.replace("32.26", "322500"))
    assert [c.code for c in findings["XD114"].consequences] == ["XD109"]
    assert "XD108" not in findings
