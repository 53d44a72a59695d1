"""XD101: one fact, scored in two tables with different shares of the weight."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from jixiao.audit.facts import Fact, alike, facts, same_number
from jixiao.audit.money import percent
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Finding, Severity
from jixiao.policy import Policy


@rule(
    "XD101",
    "other-score-ratio",
    title="同一事实在两张表里得分比例不同",
    severity=Severity.WARNING,
    basis="cross.same_fact",
    since="0.1",
    zh=(
        "{target} → {actual}：“{name}”得 {score}/{weight}（{share}%），“{other_name}”得 {other_score}/"
        "{other_weight}（{other_share}%）"
    ),
    en=(
        "{target} → {actual}: “{name}” has {score}/{weight} ({share} %), “{other_name}” {other_score}/"
        "{other_weight} ({other_share} %)"
    ),
)
def other_score_ratio(dossier: Dossier, policy: Policy) -> Iterator[Outcome]:
    """同一事实写进几张自评表的，得分占分值的比例应当一致。

    为什么重要：同样的完成情况在一张表扣一半、在另一张表扣三分之一，说明打分没有按统一办法。
    怎样修改：按同一计分办法重新计算两处得分，并使说明一致。
    何时不适用：各表的满意度来自不同对象；项目之间只是数字碰巧相同的，不比较。
    """
    for one, other in combinations(facts(dossier), 2):
        if one.of == other.of or not _one_fact(one, other):
            continue
        if one.share is None or other.share is None:
            continue
        if abs(one.share - other.share) > policy.checks.score_ratio_gap:
            yield Finding(
                at=f"{one.at}/score",
                related=(f"{other.at}/score",),
                values={
                    "target": one.indicator.target_text.strip(),
                    "actual": (one.indicator.actual or "").strip(),
                    **_side(one, ""),
                    **_side(other, "other_"),
                },
            )


def _one_fact(one: Fact, other: Fact) -> bool:
    if not same_number(one.target, other.target) or not same_number(one.actual, other.actual):
        return False
    if one.distinctive:
        return alike(one, other)
    return one.name == other.name and one.scope != other.scope


def _side(fact: Fact, prefix: str) -> dict[str, object]:
    assert fact.share is not None
    return {
        f"{prefix}name": fact.indicator.name.strip(),
        f"{prefix}score": fact.indicator.score,
        f"{prefix}weight": fact.indicator.weight,
        f"{prefix}share": percent(fact.share, 1),
    }
