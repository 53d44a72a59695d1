"""XD101: one fact, scored in two tables with different shares of the weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, combinations_with_replacement, product

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.money import percent
from jixiao.model import Dossier, Finding, Held, Severity
from jixiao.model.classes import dataclass
from jixiao.policy import Policy

from .facts import Fact, alike, facts, key_of


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
        groups = _by_score(same_numbers)
        for one, other in _far_apart(groups, policy.checks.score_ratio_gap):
            if _one_fact(one, other) and (pair := _of_two_tables(one, other)):
                yield _finding(*pair, one.facts, other.facts)
        for one, other in _named_alike(groups):  # of those that agree only the plainest need to be told
            near = abs(one.share - other.share) <= policy.checks.score_ratio_gap
            if near and _one_fact(one, other) and (pair := _of_two_tables(one, other)):
                yield Held(f"{pair[0].at}/score")


@dataclass(frozen=True, slots=True)
class _Scored:
    """Facts of one name, in tables of one scope, with one share of the weight: the same is to be said of all."""

    name: str
    scope: str
    share: Decimal
    facts: tuple[Fact, ...]


_Pairs = Iterator[tuple[_Scored, _Scored]]


def _by_numbers(found: Iterable[Fact]) -> Iterable[list[Fact]]:
    """The facts in groups that have the same target and the same actual value."""
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in found:
        groups.setdefault((key_of(fact.target), key_of(fact.actual)), []).append(fact)
    return groups.values()


def _by_score(same_numbers: Iterable[Fact]) -> list[_Scored]:
    groups: dict[tuple[str, str, Decimal], list[Fact]] = {}
    for fact in same_numbers:
        if (share := fact.share) is not None:
            groups.setdefault((fact.name, fact.scope, share), []).append(fact)
    return [_Scored(*key, tuple(found)) for key, found in groups.items()]


def _far_apart(groups: Iterable[_Scored], gap: Decimal) -> _Pairs:
    """Those whose shares differ by more than that, in order. Most facts are scored alike everywhere: few are paired."""
    place = {id(group): number for number, group in enumerate(groups)}
    by_share: dict[Decimal, list[_Scored]] = {}
    for group in groups:
        by_share.setdefault(group.share, []).append(group)
    for (low, ones), (high, others) in combinations(by_share.items(), 2):
        if abs(low - high) > gap:
            for pair in product(ones, others):
                one, other = sorted(pair, key=lambda group: place[id(group)])
                yield one, other


def _named_alike(groups: Iterable[_Scored]) -> _Pairs:
    by_name: dict[str, list[_Scored]] = {}
    for group in groups:
        by_name.setdefault(group.name, []).append(group)
    for same in by_name.values():
        yield from combinations_with_replacement(same, 2)


def _of_two_tables(one: _Scored, other: _Scored) -> tuple[Fact, Fact] | None:
    return next(((a, b) for a in one.facts for b in other.facts if a.of != b.of), None)


def _one_fact(one: _Scored, other: _Scored) -> bool:
    """Whether both tell of one thing. What was met exactly may be a coincidence between projects."""
    if one.facts[0].distinctive:
        return alike(one.facts[0], other.facts[0])
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


def _side(fact: Fact, prefix: str) -> dict[str, object]:
    share = fact.share
    return {
        f"{prefix}name": fact.indicator.name.strip(),
        f"{prefix}score": fact.indicator.score,
        f"{prefix}weight": fact.indicator.weight,
        f"{prefix}share": None if share is None else percent(share, 1),
    }
