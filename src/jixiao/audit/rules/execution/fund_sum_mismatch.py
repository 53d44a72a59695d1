"""EX101: the year's total funds are not the sum of their sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from jixiao.audit.money import Agreement, agreement, doubtful, exact, mixed_units
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Evaluation, Figure, Finding, FundLine, Severity, Undecided

_COLUMNS = {
    "initial_budget": ("年初预算数", "initial budget"),
    "revised_budget": ("全年预算数", "revised budget"),
    "outturn": ("全年执行数", "outturn"),
}
_RESIDUAL = frozenset({"other", "unit"})
_MOST = 10
Line = tuple[int, FundLine]


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
    },
    en={
        "": "{column}: total funds {stated}, the sources add up to {expected}",
        "rounded": "{column}: total funds {stated}, the sources add up to {expected}; rounding explains it",
        "units": "{column}: total funds {stated}, the sources add up to {expected}: 元 and 万元 are mixed",
    },
    after=("XD114",),
)
def fund_sum_mismatch(evaluation: Evaluation) -> Iterator[Outcome]:
    """年度资金总额应等于当年财政拨款、上年结转资金、其他资金等各来源之和，三栏都是如此。

    为什么重要：总额是执行率的分母和分子，总额错了执行率和得分都跟着错。
    怎样修改：对照预算批复和决算账，先改错的来源，再重算总额；空白按 0 计。
    何时不适用：只列了一部分来源、没有“其他资金”一类的行，合计小于总额时不能判断；各来源都没有填数的。
    """
    lines = list(enumerate(evaluation.funds.lines))
    total = next((line for line in lines if line[1].source == "total"), None)
    parts = [line for line in lines if line[1].source != "total"]
    if total is None or not parts:
        return
    for column in _COLUMNS:
        yield from _column(total, parts, column, evaluation.funds.unit)


def _column(total: Line, parts: Sequence[Line], column: str, unit: str) -> Iterator[Outcome]:
    for number, line in (total, *parts):
        unsure = doubtful(line, column, at=f"/funds/lines/{number}")
        if unsure:
            yield unsure
            return
    stated: Figure | None = getattr(total[1], column)
    figures = [(number, line, getattr(line, column)) for number, line in parts]
    given = [(n, line, f) for n, line, f in figures if f is not None and f.value is not None]
    if stated is None or stated.value is None or not given:
        return
    unread = any(f is None or (f.value is None and not f.is_blank) for _, _, f in figures)
    result = _agreement(stated, [f for _, _, f in given], unit, nested=_nested(parts))
    if result is Agreement.SAME:
        return
    expected = sum((exact(f, unit) for _, _, f in given), Decimal(0))
    at = f"/funds/lines/{total[0]}/{column}"
    related = tuple(f"/funds/lines/{n}/{column}" for n, _, _ in given)
    complete = any(line.source in _RESIDUAL for _, line in parts) and not unread
    if result is Agreement.APART and expected < exact(stated, unit) and not complete:
        yield Undecided("资金来源没有列全，无法与年度资金总额核对", at, related=related)
        return
    rounded = result is Agreement.ROUNDED
    mixed = any(mixed_units(exact(stated, unit), value) for value in (expected, *(exact(f, unit) for _, _, f in given)))
    yield Finding(
        at=at,
        related=related,
        values={"column": _COLUMNS[column][0], "stated": stated, "expected": _in_unit(expected, stated, unit)},
        severity=Severity.INFO if rounded else None,
        variant="rounded" if rounded else "units" if mixed else "",
    )


def _nested(parts: Sequence[Line]) -> bool:
    """Whether the rows may be parts of one another: a source named twice, or rows that only their label tells."""
    sources = [line.source for _, line in parts]
    return "named" in sources or len(set(sources)) < len(sources)


def _agreement(stated: Figure, parts: Sequence[Figure], unit: str, *, nested: bool) -> Agreement:
    """Where rows may be parts of one another, any choice of them that makes the total is taken as the meant one."""
    if not nested or len(parts) > _MOST:
        return agreement(stated, parts, unit)
    choices = (chosen for size in range(1, len(parts) + 1) for chosen in combinations(parts, size))
    fits = any(agreement(stated, chosen, unit) is not Agreement.APART for chosen in choices)
    return Agreement.SAME if fits else Agreement.APART


def _in_unit(amount: Decimal, stated: Figure, unit: str) -> Decimal:
    """The sum in the unit that the total is printed in."""
    return amount / (exact(stated, unit) / stated.value) if stated.value else amount
