"""TX109: two reports state different initial budgets for the projects."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import same_amount
from jixiao.model import Dossier, Finding, Held, Interval, Severity

from .statements import Statement, stated_amounts


@rule(
    "TX109",
    "initial-budget-differs",
    title="两处年初预算不一致",
    severity=Severity.WARNING,
    basis="text.amounts",
    since="0.1",
    zh={
        "": "“{name}”年初预算一处写 {one}，另一处写 {other}，相差 {difference}，没有说明口径",
        "explained": (
            "“{name}”年初预算一处写 {one}（含{part} {part_amount}），另一处写 {other}；差额可由是否含结转解释，"
            "另一处应注明口径"
        ),
    },
    en={
        "": "the initial budget of {name} is {one} here and {other} there, {difference} apart, no basis named",
        "explained": (
            "the initial budget of {name} is {one} here ({part} {part_amount} included) and {other} there; carry-over "
            "explains it, the other place should say so"
        ),
    },
)
def initial_budget_differs(dossier: Dossier) -> Iterator[Outcome]:
    """同一项支出的年初预算，在各份报告里应当是一个数；含不含上年结转应当写明。

    为什么重要：年初预算是算调整幅度的起点，口径不同就会得出不同的结论。
    怎样修改：统一口径，或在两处都注明是否含上年结转。
    何时不适用：一处已写明含结转、差额正好是结转数的，只作提示。
    """
    items = list(stated_amounts(dossier))
    stated = [i for i in items if i.claim.basis == "initial" and i.claim.part_of is None and _name(i)]
    for one, other in combinations(stated, 2):
        if _name(one) != _name(other) or one.amount is None or other.amount is None:
            continue
        if same_amount(one.amount, other.amount):
            yield Held(other.at)
            continue
        larger, smaller = (one, other) if one.amount.value > other.amount.value else (other, one)
        assert larger.amount is not None
        assert smaller.amount is not None
        gap = larger.amount.interval - smaller.amount.interval
        part = _carried(items, larger, gap)
        values = {
            "name": larger.claim.subject,
            "one": larger.claim.figure,
            "other": smaller.claim.figure,
            "difference": larger.amount.value - smaller.amount.value,
        }
        evidence = (larger.fact, smaller.at, smaller.fact)
        if part is None:
            yield Finding(at=larger.at, evidence=evidence, values=values)
            continue
        values |= {"part": part.claim.subject, "part_amount": part.claim.figure}
        yield Finding(
            at=larger.at,
            evidence=(*evidence, part.fact),
            values=values,
            variant="explained",
            severity=Severity.INFO,
        )


def _name(item: Statement) -> str:
    """What the amount is of: a known row, else the subject where it is a name of its own."""
    return item.key or (item.claim.subject if len(item.claim.subject) > 3 else "")


def _carried(items: list[Statement], whole: Statement, gap: Interval) -> Statement | None:
    """The carry-over stated inside the larger amount, where it is the difference."""
    for item in items:
        is_part = (
            item.report_at == whole.report_at
            and item.claim.part_of == whole.number
            and item.claim.basis == "carry_over"
        )
        if is_part and item.amount is not None and item.amount.interval.meets(gap):
            return item
    return None
