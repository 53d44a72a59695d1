"""XD102: one indicator, different target or actual in the overall table and in a project's table."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Finding, Held, Severity
from jixiao.model.pointer import resolve

from .facts import Fact, facts, same_number

_SHARES = frozenset({"%", "‰"})
_TOO_COMMON = frozenset(
    {"项目实施成本", "成本控制", "项目成本", "预算执行率", "资金使用率", "完成率", "及时率", "合格率", "验收合格率"}
)


@rule(
    "XD102",
    "other-value",
    title="同一指标在两张表里数值不同",
    severity=Severity.WARNING,
    basis="cross.same_fact",
    since="0.1",
    zh="“{name}”：整体支出自评表为 {target} → {actual}，“{project}”自评表为 {other_target} → {other_actual}",
    en="“{name}”: {target} → {actual} in the overall table, {other_target} → {other_actual} in that of “{project}”",
)
def other_value(dossier: Dossier) -> Iterator[Outcome]:
    """同一指标写进整体支出自评表和项目自评表的，指标值和实际完成值应当一致。

    为什么重要：同一件事两个数，至少有一个不对，两张表都失去可信度。
    怎样修改：以台账核定一个数，两张表同时改；口径不同的，把名称写成不同的指标。
    何时不适用：指标值和完成值都不同、且整体数不小于项目数的，视为口径不同，不提示；满意度不比较。
    """
    found = list(facts(dossier))
    whole = [f for f in found if f.scope == "unit"]
    parts: dict[str, list[Fact]] = {}
    for part in found:
        if part.scope == "project" and part.name not in _TOO_COMMON:
            parts.setdefault(part.name, []).append(part)
    for unit in whole:
        projects = parts.get(unit.name, [])
        clashing = [project for project in projects if _clash(unit, project)]
        for project in clashing:
            yield Finding(
                at=f"{unit.at}/actual" if same_number(unit.target, project.target) else f"{unit.at}/target",
                evidence=(f"{project.at}/actual", f"{project.at}/target"),
                values={
                    "name": unit.indicator.name.strip(),
                    "project": resolve(dossier, project.of).name,
                    "target": unit.indicator.target_text.strip(),
                    "actual": (unit.indicator.actual or "").strip(),
                    "other_target": project.indicator.target_text.strip(),
                    "other_actual": (project.indicator.actual or "").strip(),
                },
            )
        if projects and not clashing:
            yield Held(unit.at)


def _clash(unit: Fact, project: Fact) -> bool:
    """One of the two values agrees and the other does not; or a part is larger than its whole."""
    targets, actuals = same_number(unit.target, project.target), same_number(unit.actual, project.actual)
    if targets != actuals:
        return True
    counted = unit.actual.unit == project.actual.unit and unit.actual.unit not in _SHARES
    return not targets and counted and unit.actual.high < project.actual.low
