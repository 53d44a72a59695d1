"""TX111: one amount is stated differently in two places of the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import keyed, same_amount
from jixiao.model import BaseData, Dossier, Finding, Held, Severity, Term

from .statements import Statement, stated_amounts

_SHORTEST = 4
_WORDS = {"revised": Term("预算", "budget"), "outturn": Term("支出", "spending")}


@rule(
    "TX111",
    "text-figures-differ",
    title="正文两处金额不一致",
    severity=Severity.WARNING,
    basis="text.amounts",
    since="0.1",
    zh="“{name}”{basis}一处写 {one}{one_unit}，另一处写 {other}{other_unit}",
    en="{name} ({basis}) is {one}{one_unit} here and {other}{other_unit} there",
    after=("TX101", "TX102", "TX103", "TX108"),
)
def text_figures_differ(dossier: Dossier) -> Iterator[Outcome]:
    """同一项支出同一口径的金额，在报告各处应当是一个数。

    为什么重要：同一份材料自相矛盾，不看附表也知道有错。
    怎样修改：以决算为准统一；口径不同的，写明口径。
    何时不适用：口径没有写明的、概数、增减额、其他年度的金额不比较；属于不同总额的分项不比较。
    """
    stated: dict[tuple[str, str, str], list[Statement]] = {}
    for item in stated_amounts(dossier):
        # initial budgets are compared with their carry-over (TX109)
        if item.column in _WORDS and _name(item):
            stated.setdefault((_name(item), item.claim.basis, _whole(item)), []).append(item)
    for items in stated.values():
        differing = ((one, other) for one, other in combinations(items, 2) if _differ(one, other))
        pair = next(differing, None)
        if pair is None:
            yield from [Held(items[0].at)] if len(items) > 1 else []
        elif not _in_table(dossier, pair[0]):
            yield _finding(*pair)


def _differ(one: Statement, other: Statement) -> bool:
    return one.amount is not None and other.amount is not None and not same_amount(one.amount, other.amount)


def _finding(one: Statement, other: Statement) -> Finding:
    return Finding(
        at=one.at,
        evidence=(one.fact, other.at, other.fact),
        values={
            "name": one.claim.subject,
            "basis": _WORDS[one.column],
            "one": one.claim.figure,
            "one_unit": one.claim.unit,
            "other": other.claim.figure,
            "other_unit": other.claim.unit,
        },
    )


def _name(item: Statement) -> str:
    if item.key and item.key != "overall":
        return item.key
    return item.claim.subject if len(item.claim.subject) >= _SHORTEST else ""


def _whole(item: Statement) -> str:
    """The subject of the whole that an amount is a part of; the known rows are one wherever they stand."""
    if item.key or item.claim.part_of is None:
        return ""
    whole = item.report.claims[item.claim.part_of]
    return "projects" if "项目" in whole.subject else whole.subject


def _in_table(dossier: Dossier, item: Statement) -> bool:
    """Whether the base data hold the amount: then each place is compared with the table (TX101)."""
    return any(item.column in keyed(base, n, item.key) for n, base in dossier.each(BaseData) if item.key)
