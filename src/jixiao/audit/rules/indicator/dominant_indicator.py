"""IX104: one indicator carries most of the points."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import is_personnel
from jixiao.audit.shared.money import percent
from jixiao.model import Evaluation, Finding, Held, Severity
from jixiao.policy import Policy


@rule(
    "IX104",
    "dominant-indicator",
    title="一项指标占去大部分分值",
    severity=Severity.WARNING,
    basis="indicator.number",
    since="0.1",
    zh="“{name}”一项 {weight} 分，占各项指标分值 {whole} 分的 {share}%",
    en="“{name}” alone carries {weight} of {whole} indicator points, {share} %",
    after=("IX103",),
)
def dominant_indicator(evaluation: Evaluation, policy: Policy) -> Iterator[Outcome]:
    """分值不应集中在一项指标上。

    为什么重要：一项指标定成败，其余指标形同虚设，总分不能反映全貌。
    怎样修改：把这项指标拆成几项，或按重要程度重新分配分值。
    何时不适用：人员和运转类项目；没有分值栏的表。
    """
    weights = [(n, i, i.weight.value) for n, i in enumerate(evaluation.indicators) if i.weight is not None]
    known = [(n, i, w) for n, i, w in weights if w is not None and w > 0]
    whole = sum((w for _, _, w in known), Decimal(0))
    if not whole or is_personnel(evaluation):
        return
    dominant = [row for row in known if row[2] / whole >= policy.checks.dominant_weight]
    for number, indicator, weight in dominant:
        yield Finding(
            at=f"/indicators/{number}/weight",
            evidence=(f"/indicators/{number}",),
            values={
                "name": indicator.name.strip(),
                "weight": weight,
                "whole": whole,
                "share": percent(weight / whole, 1),
            },
        )
    if not dominant:
        yield Held("/indicators")
