"""EX101: the year's total funds are not the sum of their sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from jixiao.audit.money import Agreement, agreement, doubtful, exact, has_amount, mixed_units
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Evaluation, Figure, Finding, FundLine, Severity, Undecided

_COLUMNS = {"initial_budget": "年初预算数", "revised_budget": "全年预算数", "outturn": "全年执行数"}
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
        "part": "{column}：资金总额 {stated}，其中一项就有 {expected}",
    },
    en={
        "": "{column}: total funds {stated}, the sources add up to {expected}",
        "rounded": "{column}: total funds {stated}, the sources add up to {expected}; rounding explains it",
        "units": "{column}: total funds {stated}, the sources add up to {expected}: 元 and 万元 are mixed",
        "part": "{column}: total funds {stated}, one of the sources alone has {expected}",
    },
    after=("XD114",),
)
def fund_sum_mismatch(evaluation: Evaluation) -> Iterator[Outcome]:
    """年度资金总额应等于当年财政拨款、上年结转资金、其他资金等各来源之和，三栏都是如此。

    为什么重要：总额是执行率的分母和分子，总额错了执行率和得分都跟着错。
    怎样修改：对照预算批复和决算账，先改错的来源，再重算总额；空白按 0 计。
    何时不适用：只列了一部分来源、没有“其他资金”一类的行，合计小于总额时不能判断（同一张表别的栏各来源正好合计为总额的，
    作提醒）；各来源都没有填数的。
    """
    lines = list(enumerate(evaluation.funds.lines))
    total = next((line for line in lines if line[1].source == "total"), None)
    parts = [line for line in lines if line[1].source != "total"]
    if total is None or not parts:
        return
    for column in _COLUMNS:
        yield from _column(total, parts, column, evaluation.funds.unit)


def _column(total: Line, parts: Sequence[Line], column: str, unit: str) -> Iterator[Outcome]:
    at = f"/funds/lines/{total[0]}/{column}"
    for number, line in (total, *parts):
        unsure = doubtful(line, column, at=f"/funds/lines/{number}")
        if unsure:
            yield unsure
            return
    stated: Figure | None = getattr(total[1], column)
    cells: list[tuple[int, Figure | None]] = [(number, getattr(line, column)) for number, line in parts]
    given = [(number, f) for number, f in cells if f is not None and has_amount(f)]
    if stated is None or not has_amount(stated) or not given:
        return
    figures, nested = [f for _, f in given], _nested(parts)
    result = _agreement(stated, figures, unit, nested=nested)
    if result is Agreement.SAME:
        return
    related = tuple(f"/funds/lines/{number}/{column}" for number, _ in given)
    amounts = [exact(f, unit) for f in figures]
    severity: Severity | None = None
    expected = max(amounts) if nested else sum(amounts, Decimal(0))
    if result is Agreement.APART and expected <= exact(stated, unit):
        proved = _add_up_elsewhere(total[1], [line for _, line in parts], column, unit)
        if proved:
            nested, expected = False, sum(amounts, Decimal(0))
            severity = Severity.WARNING
        elif nested:
            yield Undecided("资金来源分了层次，无法确定哪些行相加为年度资金总额", at, related=related)
            return
        elif not _complete(parts, [f for _, f in cells]):
            yield Undecided("资金来源没有列全，无法与年度资金总额核对", at, related=related)
            return
    variant = _variant(result, nested, any(mixed_units(exact(stated, unit), a) for a in (expected, *amounts)))
    yield Finding(
        at=at,
        related=related,
        values={"column": _COLUMNS[column], "stated": stated, "expected": _in_unit(expected, stated, unit)},
        severity=Severity.INFO if variant == "rounded" else severity,
        variant=variant,
    )


def _variant(result: Agreement, nested: bool, mixed: bool) -> str:
    """The message that fits: rounding, a slip of units, one part above the whole, or a plain wrong sum."""
    if result is Agreement.ROUNDED:
        return "rounded"
    return "units" if mixed else "part" if nested else ""


def _add_up_elsewhere(total: FundLine, parts: Sequence[FundLine], column: str, unit: str) -> bool:
    """Whether the same rows, two of them at least, make the total in another column: then they are all the sources."""
    for other in _COLUMNS:
        whole: Figure | None = getattr(total, other)
        cells: list[Figure | None] = [getattr(line, other) for line in parts]
        if other == column or whole is None or not whole.value or not all(map(_read, (whole, *cells))):
            continue
        given = [f for f in cells if f is not None and f.value]
        if len(given) > 1 and agreement(whole, given, unit) is Agreement.SAME:
            return True
    return False


def _read(figure: Figure | None) -> bool:
    """An amount, or an empty cell."""
    return figure is not None and (has_amount(figure) or figure.is_blank)


def _complete(parts: Sequence[Line], cells: Sequence[Figure | None]) -> bool:
    """Whether the rows can be all there is: one of them takes the rest, and every cell was read or is empty."""
    return all(map(_read, cells)) and any(line.source in _RESIDUAL for _, line in parts)


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
