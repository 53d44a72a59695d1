"""EX103: the score of the execution rate does not follow from the rate and its weight."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.execution_score import expected_score
from jixiao.audit.money import doubtful
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Evaluation, Finding, FundLine, Interval, Scored, Severity, Undecided
from jixiao.policy import Policy
from jixiao.scoring import Appraisal

_TENTH = Decimal("0.1")


@rule(
    "EX103",
    "execution-score-mismatch",
    title="预算执行率得分与执行率不符",
    severity=Severity.ERROR,
    basis="form.execution_score",
    since="0.1",
    zh={
        "": "执行率得分写 {stated}，按执行率应为 {expected}（分值 {weight}）",
        "below": "执行率得分写 {stated}，低于按执行率计算的 {expected}（分值 {weight}）",
        "rounded": "执行率得分写 {stated}，按执行率应为 {expected}（分值 {weight}）；是取整造成的",
    },
    en={
        "": "the execution score says {stated}, the rate gives {expected} (weight {weight})",
        "below": "the execution score says {stated}, below the {expected} that the rate gives (weight {weight})",
        "rounded": "the execution score says {stated}, the rate gives {expected} (weight {weight}); rounded",
    },
    after=("EX102", "EX101"),
)
def execution_score_mismatch(
    line: FundLine, evaluation: Evaluation, appraisal: Appraisal, policy: Policy
) -> Iterator[Outcome]:
    """预算执行率得分等于执行率乘以分值，最高为该项分值。

    为什么重要：这一项没有判断的余地，多得少得都是算错。
    怎样修改：按全年执行数除以全年预算数得出的执行率重算得分，保留两位小数。
    何时不适用：当地规定分档计分的，按当地规定；主动少得的，请说明原因。
    """
    if line.source != "total" or line.score is None or line.score.value is None:
        return
    unsure = doubtful(line, "score", "weight", "revised_budget", "outturn")
    if unsure:
        yield unsure
        return
    if line.weight is None or line.weight.value is None:
        yield Undecided("没有印执行率的分值，无法核对执行率得分", "/score")
        return
    by_policy = appraisal.execution
    stated = line.score.value
    expected = (
        Interval(by_policy.low, by_policy.high)
        if isinstance(by_policy, Scored)
        else expected_score(line, evaluation.funds.unit, policy)
    )
    if expected is None or expected.low <= stated <= expected.high:
        return
    fits = line.score.interval.meets(expected)
    near = expected.low - _TENTH < stated < expected.high + _TENTH
    if fits and (line.score.places or near) and stated <= line.weight.value:
        return
    below = stated < expected.low
    yield Finding(
        at="/score",
        related=("/weight", "/rate", "/revised_budget", "/outturn"),
        values={"stated": line.score, "expected": _shown(expected, policy), "weight": line.weight},
        severity=Severity.INFO if fits else Severity.WARNING if below else None,
        variant="rounded" if fits else "below" if below else "",
    )


def _shown(expected: Interval, policy: Policy) -> str:
    one, other = policy.rounding.score(expected.low), policy.rounding.score(expected.high)
    return f"{one}" if one == other else f"{one}～{other}"
