"""IX103: too few indicators."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import applicable, is_personnel
from jixiao.model import Evaluation, Finding, Held, Severity
from jixiao.policy import Policy
from jixiao.scoring import Appraisal


@rule(
    "IX103",
    "too-few-indicators",
    title="指标过少",
    severity=Severity.WARNING,
    basis="indicator.number",
    since="0.1",
    asks_all=True,
    zh="全表只有 {count} 项适用指标（{names}），少于 {least} 项",
    en="the table has only {count} applicable indicators ({names}), fewer than {least}",
)
def too_few_indicators(evaluation: Evaluation, appraisal: Appraisal, policy: Policy) -> Iterator[Outcome]:
    """一张自评表的适用指标不应太少。

    为什么重要：指标太少，覆盖不了目标的主要方面，一项的得失就左右总分。
    怎样修改：从项目内容里补充能说明数量、质量、时效、效益的指标，并重新分配分值。
    何时不适用：人员和运转类项目（工资、社保、公用经费等）；有一行以上没有认出的表。
    """
    found = list(applicable(evaluation, appraisal))
    if not found or is_personnel(evaluation) or any(i.doubts for i in evaluation.indicators):
        return
    if len(found) < policy.checks.few_indicators:
        yield Finding(
            at="/indicators",
            evidence=tuple(f"/indicators/{row.number}" for row in found),
            values={
                "count": len(found),
                "names": tuple(row.indicator.name.strip() for row in found),
                "least": policy.checks.few_indicators,
            },
        )
    else:
        yield Held("/indicators")
