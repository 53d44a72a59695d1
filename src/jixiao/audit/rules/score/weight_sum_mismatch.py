"""SC102: the weights of a table do not add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.money import HUNDRED, doubtful
from jixiao.audit.rows import is_blank, says_not_applicable
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Evaluation, Finding, Severity
from jixiao.policy import Policy


@rule(
    "SC102",
    "weight-sum-mismatch",
    title="分值合计不等于满分",
    severity=Severity.ERROR,
    basis="form.weights",
    since="0.1",
    zh={
        "": "各项分值合计 {stated}，应为 {expected}",
        "gaps": "各项分值合计 {stated}，应为 {expected}；有 {count} 行没有填分值",
    },
    en={
        "": "the weights add up to {stated}, they should to {expected}",
        "gaps": "the weights add up to {stated}, they should to {expected}; {count} rows have none",
    },
)
def weight_sum_mismatch(evaluation: Evaluation, policy: Policy) -> Iterator[Outcome]:
    """各三级指标分值与预算执行率分值合计应为满分（一般为 100 分，不含执行率为 90 分）。

    为什么重要：分值不满或超过满分，总分就没有可比性，等级也失去依据。
    怎样修改：对照批复的绩效目标表核对每行分值，补漏、改错，或删去重复的行。
    何时不适用：表上没有分值栏；表上印明的满分另有规定；多行合用一个分值时，以合并格的分值为准。
    """
    weights = [(n, i) for n, i in enumerate(evaluation.indicators)]
    if not weights or all(i.weight is None or i.weight.value is None for _, i in weights):
        return
    for number, indicator in weights:
        unsure = doubtful(indicator, "weight", at=f"/indicators/{number}")
        if unsure:
            yield unsure
            return
    rows = sum((i.weight.value for _, i in weights if i.weight and i.weight.value is not None), Decimal(0))
    line = evaluation.funds.line("total")
    at = evaluation.funds.lines.index(line) if line is not None else 0
    execution = line.weight.value if line is not None and line.weight is not None else None
    full = _full(evaluation)
    stated = rows + (execution or 0)
    accepted = {stated}
    if execution is None:
        accepted |= {rows, rows + policy.weights.execution}
    if any("执行率" in i.name for _, i in weights):
        accepted.add(rows)  # the money block's weight is that of this row, printed a second time
    if full in accepted:
        return
    empty = [
        n
        for n, i in weights
        if (i.weight is None or i.weight.value is None) and not is_blank(i.target) and not says_not_applicable(i.target)
    ]
    gaps = bool(empty) and stated < full
    yield Finding(
        at=f"/indicators/{empty[0]}/weight" if gaps else "/indicators",
        related=tuple(
            [f"/indicators/{n}/weight" for n, _ in weights]
            + ([f"/funds/lines/{at}/weight"] if execution is not None else [])
            + (["/total_weight"] if evaluation.total_weight is not None else [])
        ),
        values={"stated": stated, "expected": full, "count": str(len(empty))},
        severity=Severity.WARNING if gaps else None,
        variant="gaps" if gaps else "",
    )


def _full(evaluation: Evaluation) -> Decimal:
    """The full score that the form prints, else 100."""
    printed = evaluation.total_weight
    return printed.value if printed is not None and printed.value else HUNDRED
