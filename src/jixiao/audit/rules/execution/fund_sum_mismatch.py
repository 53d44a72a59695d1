"""EX101: the year's total funds are not the sum of their sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.equations import Checked, equations
from jixiao.audit.shared.money import Agreement, exact, mixed_units
from jixiao.forms.relations import Parts
from jixiao.forms.terms import MONEY
from jixiao.model import Evaluation, Finding, Held, Phrase, Severity, Undecided
from jixiao.policy import Policy
from jixiao.scoring import Computed, agreement, compute

NESTED = Phrase(
    "audit.EX101.nested",
    "资金来源分了层次，无法确定哪些行相加为年度资金总额",
    "the sources are parts of one another: which of them make the total is not known",
)
NOT_ALL = Phrase(
    "audit.EX101.not-all",
    "资金来源没有列全，无法与年度资金总额核对",
    "the sources are not all listed: the total cannot be checked against them",
)


@rule(
    "EX101",
    "fund-sum-mismatch",
    title="年度资金总额与各来源之和不符",
    severity=Severity.ERROR,
    basis="form.funds_sum",
    since="0.1",
    zh={
        "": "{column}：资金总额 {stated}，各来源合计 {expected}",
        "rounded": "{column}：资金总额 {stated}，各来源合计 {expected}；四舍五入的尾差可以解释",
        "units": "{column}：资金总额 {stated}，各来源合计 {expected}；相差一万倍，元与万元混用",
        "part": "{column}：资金总额 {stated}，其中一项就有 {expected}",
    },
    en={
        "": "{column}: total funds {stated}, the sources add up to {expected}",
        "rounded": "{column}: total funds {stated}, the sources add up to {expected}; rounding explains it",
        "units": "{column}: total funds {stated}, the sources add up to {expected}: yuan mixed with 10,000 yuan",
        "part": "{column}: total funds {stated}, one of the sources alone has {expected}",
    },
    after=("XD114",),
)
def fund_sum_mismatch(evaluation: Evaluation, policy: Policy) -> Iterator[Outcome]:
    """年度资金总额应等于当年财政拨款、上年结转资金、其他资金等各来源之和，三栏都是如此。

    为什么重要：总额是执行率的分母和分子，总额错了执行率和得分都跟着错。
    怎样修改：对照预算批复和决算账，先改错的来源，再重算总额；空白按 0 计。
    何时不适用：只列了一部分来源、没有“其他资金”一类的行，合计小于总额时不能判断（同一张表别的栏各来源正好合计为总额的，
    作提醒）；各来源都没有填数的。
    """
    columns = list(equations(evaluation, policy, "funds.sum"))
    for item in columns:
        if isinstance(item, Undecided):
            yield item
        elif item.agreement is Agreement.SAME:
            yield Held(item.at)
        elif item.agreement is Agreement.OPEN:
            yield _open(item, columns, evaluation, policy)
        else:
            nested = item.relation.parts is Parts.NESTED
            yield _finding(item, item.computed, evaluation.funds.unit, nested=nested)


def _open(item: Checked, columns: Sequence[Checked | Undecided], evaluation: Evaluation, policy: Policy) -> Outcome:
    """The sources fall short of the total and may not be all there are; where they make it in another column, they
    are.
    """
    others = (other for other in columns if isinstance(other, Checked) and other is not item)
    added = _added(item, evaluation, policy)
    if added is not None and any(_makes_the_total(other, evaluation, policy) for other in others):
        return _finding(item, added, evaluation.funds.unit)
    reason = NESTED if item.relation.parts is Parts.NESTED else NOT_ALL
    return Undecided(reason(), item.at, related=item.computed.used)


def _added(item: Checked, evaluation: Evaluation, policy: Policy) -> Computed | None:
    """All sources added up, whatever they may be of one another."""
    computed = compute(replace(item.relation, parts=Parts.ALL), evaluation, policy)
    return computed if isinstance(computed, Computed) else None


def _makes_the_total(item: Checked, evaluation: Evaluation, policy: Policy) -> bool:
    """Whether all rows, two of them at least, make the total of this column."""
    added = _added(item, evaluation, policy)
    if added is None or added.missing or sum(bool(figure.value) for figure in added.figures) < 2:
        return False
    return agreement(added, item.stated, evaluation, policy) is Agreement.SAME


def _finding(item: Checked, computed: Computed, unit: str, *, nested: bool = False) -> Finding:
    whole, amounts = exact(item.stated, unit), [exact(figure, unit) for figure in computed.figures]
    rounded = item.agreement is Agreement.ROUNDED
    mixed = any(mixed_units(whole, amount) for amount in (sum(amounts, Decimal(0)), *amounts))
    return Finding(
        at=item.at,
        evidence=computed.used,
        values={"column": MONEY[item.column], "stated": item.stated, "expected": computed.exact},
        severity=item.severity,
        variant="rounded" if rounded else "units" if mixed else "part" if nested else "",
    )
