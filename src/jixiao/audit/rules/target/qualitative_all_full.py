"""TG119: all qualitative rows of a table have full score."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import counts, filled, full_score, rows, score_of
from jixiao.model import Evaluation, Finding, Held, Severity
from jixiao.model.value import Direction
from jixiao.policy import Policy
from jixiao.scoring import Appraisal

_FEW = 4


@rule(
    "TG119",
    "qualitative-all-full",
    title="定性指标几乎全部满分",
    severity=Severity.INFO,
    basis="target.distinction",
    since="0.1",
    zh="{count} 项定性指标中 {full} 项满分",
    en="{full} of {count} qualitative indicators have full score",
)
def qualitative_all_full(evaluation: Evaluation, policy: Policy, appraisal: Appraisal) -> Iterator[Outcome]:
    """定性指标没有数可比，普遍满分时请核对评分依据。

    为什么重要：满分成了默认值，自评就看不出差别，复核时会被要求逐项举证。
    怎样修改：能量化的改成定量指标；不能量化的，写明达到哪一档、依据是什么，再按档记分。
    何时不适用：定性指标不足 4 项的表；确有佐证、逐项达成的，保留佐证即可。
    """
    judged = [
        row
        for row in rows(evaluation, appraisal)
        if row.appraisal.direction is Direction.QUALITATIVE
        and filled(row)
        and counts(row.indicator)
        and score_of(row.indicator) is not None
    ]
    if len(judged) < _FEW:
        return
    full = [row for row in judged if full_score(row.indicator)]
    if Decimal(len(full)) / len(judged) >= policy.checks.full_score_share:
        yield Finding(
            at="/indicators",
            evidence=tuple(row.at("score") for row in full),
            values={"count": len(judged), "full": len(full)},
        )
    else:
        yield Held("/indicators")
