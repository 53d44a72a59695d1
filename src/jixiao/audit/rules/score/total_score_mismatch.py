"""SC101: the total is not the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from jixiao.audit.execution_score import score_range
from jixiao.audit.money import doubtful, has_value
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Evaluation, Finding, Interval, Severity, Undecided
from jixiao.policy import Policy
from jixiao.scoring import sum_of_stated_scores


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
    unsure = doubtful(evaluation, "total")
    if unsure:
        yield unsure
        return
    stated = evaluation.total
    if stated is None or stated.value is None or not any(has_value(i.score) for i in evaluation.indicators):
        return
    total = sum_of_stated_scores(evaluation, policy)
    if isinstance(total, Undecided):
        yield total
        return
    if total.value is None or total.value == stated.value or _to_one_place(total.value) == stated.value:
        return
    difference = abs(total.value - stated.value)
    values = {"stated": stated, "expected": total.value, "difference": difference}
    # Points of indicators are given, hence exact; only the total and the execution score are ever rounded.
    possible = Interval.at(total.value) + _rounding_of_execution(evaluation, policy)
    rounded = _allowed(stated.value, stated.interval, total.value).meets(possible)
    yield Finding(
        at="/total",
        related=total.inputs,
        values=values,
        severity=Severity.INFO if rounded else None,
        variant="rounded" if rounded else "",
    )


def _to_one_place(total: Decimal) -> Decimal:
    """96.72 printed as 96.7 is a habit and needs no word."""
    return total.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _allowed(value: Decimal, digits: Interval, total: Decimal) -> Interval:
    """A whole-number total is taken as rounded only where the sum is no whole number."""
    return digits if total != total.to_integral_value() or value != value.to_integral_value() else Interval.at(value)


def _rounding_of_execution(evaluation: Evaluation, policy: Policy) -> Interval:
    """How far the execution score may lie from what is printed of it."""
    line = evaluation.funds.line("total")
    if line is None or line.score is None or line.score.value is None:
        return Interval.at(Decimal(0))
    return score_range(line, evaluation.funds.unit, policy) - Interval.at(line.score.value)
