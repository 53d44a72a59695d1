"""TG103: a target is met, points are missing, and nobody says why."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.money import has_value
from jixiao.audit.shared.rows import lost_points, no_reason
from jixiao.model import Evaluation, Finding, Held, Indicator, Severity
from jixiao.model.value import Met
from jixiao.scoring import IndicatorAppraisal


@rule(
    "TG103",
    "deduction-unexplained",
    title="完成了指标值却扣分，没有说明原因",
    severity=Severity.WARNING,
    basis="form.explanation",
    since="0.1",
    zh="指标值 {target}，完成 {actual}，已达到，得分 {score}（分值 {weight}），原因栏是空的",
    en="target {target}, actual {actual}: met, yet {score} of {weight} points and no reason given",
    after=("TG121",),
)
def deduction_unexplained(
    indicator: Indicator, evaluation: Evaluation, appraised: IndicatorAppraisal
) -> Iterator[Outcome]:
    """完成了指标值一般得满分；主动扣分的要写原因。

    为什么重要：自己扣自己的分是允许的，但没有理由的扣分让人看不出问题在哪里，也可能是填错。
    怎样修改：核对得分；确要扣分的，写明扣在哪里、如何改进。
    何时不适用：预算执行率一行在资金栏已有得分的（另行核对）；表上没有原因栏；原因栏已经写了的。
    """
    if appraised.comparison.met is not Met.MET or not lost_points(indicator):
        return
    money = evaluation.funds.line("total")
    if "执行率" in indicator.name and money is not None and has_value(money.score):
        return  # the money block has said it
    if no_reason(indicator):
        yield Finding(
            at="/explanation",
            evidence=("/score", "/weight"),
            values={
                "target": indicator.target_text,
                "actual": indicator.actual,
                "score": indicator.score,
                "weight": indicator.weight,
            },
        )
    elif indicator.explanation is not None:
        yield Held("/explanation")
