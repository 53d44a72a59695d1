"""SC101: the total is not the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.equations import Checked, judged
from jixiao.audit.shared.money import Agreement, has_value
from jixiao.model import Evaluation, Finding, Severity
from jixiao.policy import Policy


@rule(
    "SC101",
    "total-score-mismatch",
    title="总分与各项得分之和不符",
    severity=Severity.ERROR,
    basis="form.total",
    since="0.1",
    zh={
        "": "总分写 {stated}，各项得分合计 {expected}，相差 {difference}",
        "rounded": "总分写 {stated}，各项得分合计 {expected}；相差 {difference}，取整可以解释",
    },
    en={
        "": "the total says {stated}, its parts add up to {expected}: off by {difference}",
        "rounded": "the total says {stated}, its parts add up to {expected}; rounding explains the {difference}",
    },
)
def total_score_mismatch(evaluation: Evaluation, policy: Policy) -> Iterator[Outcome]:
    """总分由预算执行率得分和各三级指标得分相加得出，印出的总分应与合计一致。

    为什么重要：等级、结果应用和下年预算安排都看总分；总分加错，后面的结论都站不住。
    怎样修改：把各项得分重新加一遍；分项漏填、填错的先改分项，再改总分。
    何时不适用：当地政策给总分封顶的，按封顶后的数核对；只是总分取整或执行率得分取整造成的尾差，仅作提示。
    """
    if not any(has_value(indicator.score) for indicator in evaluation.indicators):
        return
    yield from judged(evaluation, policy, "total", _differs)


def _differs(item: Checked) -> Finding:
    total, variant = item.computed.exact, "rounded" if item.agreement is Agreement.ROUNDED else ""
    return item.finding(variant, stated=item.stated, expected=total, difference=abs(total - (item.stated.value or 0)))
