"""EX103: the score of the execution rate does not follow from the rate and its weight."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.equations import Checked, equations
from jixiao.audit.shared.money import Agreement
from jixiao.model import Evaluation, Finding, FundLine, Held, Message, Phrase, Severity, Undecided
from jixiao.model.pointer import resolve
from jixiao.policy import Policy
from jixiao.scoring.messages import FROM_TO

NO_WEIGHT = Phrase(
    "audit.EX103.no-weight",
    "没有印执行率的分值，无法核对执行率得分",
    "the weight of the execution rate is not printed: its score cannot be checked",
)


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
def execution_score_mismatch(evaluation: Evaluation, policy: Policy) -> Iterator[Outcome]:
    """预算执行率得分等于执行率乘以分值，最高为该项分值。

    为什么重要：这一项没有判断的余地，多得少得都是算错。
    怎样修改：按全年执行数除以全年预算数得出的执行率重算得分，保留两位小数。
    何时不适用：当地规定分档计分的，按当地规定；主动少得的，请说明原因。
    """
    for item in equations(evaluation, policy, "funds.score"):
        if isinstance(item, Undecided):
            yield item
            continue
        line: FundLine = resolve(evaluation, item.at.rpartition("/")[0])
        if line.weight is None or line.weight.value is None:
            yield Undecided(NO_WEIGHT(), item.at)
        elif item.agreement is Agreement.SAME:
            yield Held(item.at)
        else:
            yield _finding(item, line, policy)


def _finding(item: Checked, line: FundLine, policy: Policy) -> Finding:
    rounded = item.agreement is Agreement.ROUNDED
    below = item.stated.value is not None and item.stated.value < item.computed.allowed.low
    row = item.at.rpartition("/")[0]
    return Finding(
        at=item.at,
        evidence=tuple(f"{row}/{field}" for field in ("weight", "rate", "revised_budget", "outturn")),
        values={"stated": item.stated, "expected": _expected(item, policy), "weight": line.weight},
        severity=item.severity or (Severity.WARNING if below else None),
        variant="rounded" if rounded else "below" if below else "",
    )


def _expected(item: Checked, policy: Policy) -> Message | Decimal:
    allowed = item.computed.allowed
    one, other = policy.rounding.score(allowed.low), policy.rounding.score(allowed.high)
    return one if one == other else FROM_TO(low=one, high=other)
