"""XD101: one fact, scored in two tables with different shares of the weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations_with_replacement

from jixiao.audit.facts import Fact, alike, facts, key_of
from jixiao.audit.money import percent
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Finding, Held, Severity
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
    for same_numbers in _by_numbers(facts(dossier)):
        for ones, others in combinations_with_replacement(_by_score(same_numbers), 2):
            apart = abs(_share(ones[0]) - _share(others[0])) > policy.checks.score_ratio_gap
            if not apart and ones[0].name != others[0].name:
                continue  # of those that agree only the plainest need to be told
            pair = next(((one, other) for one in ones for other in others if one.of != other.of), None)
            if pair is None or not _one_fact(*pair):
                continue
            yield _finding(*pair, ones, others) if apart else Held(f"{pair[0].at}/score")


def _by_numbers(found: Iterable[Fact]) -> Iterable[list[Fact]]:
    """The scored facts in groups that have the same target and the same actual value."""
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in found:
        if fact.share is not None:
            groups.setdefault((key_of(fact.target), key_of(fact.actual)), []).append(fact)
    return groups.values()


def _by_score(same_numbers: Iterable[Fact]) -> Iterable[list[Fact]]:
    """Facts of one name and one share of the weight together: for all of them the same is to be said."""
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in same_numbers:
        groups.setdefault((fact.name, fact.share, fact.scope), []).append(fact)
    return groups.values()


def _one_fact(one: Fact, other: Fact) -> bool:
    if one.distinctive:
        return alike(one, other)
    return one.name == other.name and one.scope != other.scope


def _finding(one: Fact, other: Fact, ones: Sequence[Fact], others: Sequence[Fact]) -> Finding:
    return Finding(
        at=f"{one.at}/score",
        also=tuple(f"{fact.at}/score" for fact in ones if fact is not one),
        evidence=(f"{other.at}/score", *(f"{fact.at}/score" for fact in others if fact is not other)),
        values={
            "target": one.indicator.target_text.strip(),
            "actual": (one.indicator.actual or "").strip(),
            **_side(one, ""),
            **_side(other, "other_"),
        },
    )


def _share(fact: Fact) -> Decimal:
    assert fact.share is not None
    return fact.share


def _side(fact: Fact, prefix: str) -> dict[str, object]:
    return {
        f"{prefix}name": fact.indicator.name.strip(),
        f"{prefix}score": fact.indicator.score,
        f"{prefix}weight": fact.indicator.weight,
        f"{prefix}share": percent(_share(fact), 1),
    }
