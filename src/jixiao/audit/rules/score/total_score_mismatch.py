"""SC101: the total is not the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Evaluation, Finding, Severity, Undecided
from jixiao.policy import Policy
from jixiao.scoring import sum_of_stated_scores


@rule(
    "SC101",
    "total-score-mismatch",
    title="总分与各项得分之和不符",
    severity=Severity.ERROR,
    basis="form.total",
    since="0.1",
    zh="总分写 {stated}，各项得分合计 {expected}",
    en="the total says {stated}, its parts add up to {expected}",
)
def total_score_mismatch(evaluation: Evaluation, policy: Policy) -> Iterator[Outcome]:
    """自评表总分应等于预算执行率得分与各三级指标得分之和。

    为什么重要：总分决定等级，等级与下年预算安排挂钩；总分算错，后面的结论都站不住。
    怎样修改：逐项复加；改总分，或改漏填、误填的分项。
    何时不适用：政策规定总分封顶时，以封顶后的分数为准。
    """
    if evaluation.total is None or evaluation.total.value is None:
        return
    total = sum_of_stated_scores(evaluation, policy)
    if isinstance(total, Undecided):
        yield total
    elif total.value is not None and total.value != evaluation.total.value:
        yield Finding(
            at="/total", related=total.inputs, values={"stated": evaluation.total, "expected": total.value}
        )
