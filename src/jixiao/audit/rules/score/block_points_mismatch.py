"""SC103: the weights under a label do not add up to the points that the label declares."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.equations import Checked, equations
from jixiao.audit.shared.money import Agreement
from jixiao.model import Evaluation, Finding, Held, Phrase, Severity, Undecided
from jixiao.policy import Policy

GAPS = Phrase(
    "audit.SC103.gaps",
    "“{label}”下面有{count}行没有填分值，无法与标明的分值核对",
    "{count} rows below “{label}” have no weight: its points cannot be checked",
)


@rule(
    "SC103",
    "block-points-mismatch",
    title="一级指标标明的分值与下属各项不符",
    severity=Severity.ERROR,
    basis="form.block_weights",
    since="0.1",
    zh="“{label}”标明 {stated} 分，下面各项分值合计 {expected} 分",
    en="“{label}” declares {stated} points, the rows below it add up to {expected}",
    after=("SC102",),
)
def block_points_mismatch(evaluation: Evaluation, policy: Policy) -> Iterator[Outcome]:
    """标明分值的一级（或二级）指标，其下各三级指标分值之和应等于标明的分值。

    为什么重要：产出、效益、满意度各占多少分是统一规定的；块内分值不符，说明有行漏填、错填或移了位置。
    怎样修改：对照批复的分值逐行核对；确需调整权重的，把标签上的分值一并改过来。
    何时不适用：表上没有分值栏，或该指标下有的行没有填分值。
    """
    for item in equations(evaluation, policy, "weights.block"):
        if isinstance(item, Undecided):
            yield item
        elif not item.computed.missing:
            yield _judged(item, evaluation)


def _judged(item: Checked, evaluation: Evaluation) -> Outcome:
    at, computed = item.at.rpartition("/")[0], item.computed
    if item.agreement is Agreement.SAME:
        return Held(at)
    label = evaluation.declared[int(at.rpartition("/")[2])].label
    if computed.blank and item.stated.value is not None and computed.exact < item.stated.value:
        return Undecided(GAPS(label=label, count=len(computed.blank)), at, related=computed.blank)
    values = {"label": label, "stated": item.stated, "expected": computed.exact}
    return Finding(at=at, evidence=computed.relation.inputs, values=values, severity=item.severity)
