"""XD105: the split by income adds up to one figure, the split by spending to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import Amount, amount, compare_sum, total_amounts
from jixiao.audit.shared.money import Agreement
from jixiao.forms.terms import INITIAL_BUDGET, OUTTURN, REVISED_BUDGET
from jixiao.model import Evaluation, Finding, Held, Phrase, Severity, SplitItem, Term, Undecided

_BASES = {"revised": REVISED_BUDGET, "outturn": OUTTURN, "initial": INITIAL_BUDGET}
_SIDES = {"by_income": Term("收入", "income"), "by_expenditure": Term("支出", "spending")}
_COLUMN = Phrase("audit.XD105.column", "{column} {amount}", "{column} {amount}")
_NO_NUMBER = Phrase(
    "audit.XD105.no-number", "“{label}”的金额没有读成数字", "the amount of “{label}” was not read as a number"
)


@rule(
    "XD105",
    "split-on-two-bases",
    title="按收入与按支出两种划分口径不一致",
    severity=Severity.WARNING,
    basis="form.overall_split",
    since="0.1",
    zh={
        "": "按收入性质分合计 {income}，是{income_basis}；按支出性质分合计 {expenditure}，是{expenditure_basis}",
        "neither": "按{side}性质分合计 {total}，与年度资金总额的任何一栏都不相等（{columns}）",
    },
    en={
        "": (
            "the split by income adds up to {income} ({income_basis}), that by spending to {expenditure} ("
            "{expenditure_basis})"
        ),
        "neither": "the split by {side} adds up to {total}, which is no column of the total row ({columns})",
    },
    after=("XD103", "XD115"),
)
def split_on_two_bases(evaluation: Evaluation) -> Iterator[Outcome]:
    """按收入性质和按支出性质的两种划分应是同一笔资金，合计应与年度资金总额的同一栏相等。

    为什么重要：一边是预算、一边是执行，放在一起看像是对不上账，也算不出各部分的执行率。
    怎样修改：两边都用全年预算数，或都用全年执行数，并在表中注明口径。
    何时不适用：表中没有这两种划分的；只填一边的，只核对合计。
    """
    total = total_amounts(evaluation, "")
    sides: dict[str, tuple[Decimal, list[str]]] = {}
    places: dict[str, list[str]] = {}
    for field in _SIDES:
        items: Sequence[SplitItem] = getattr(evaluation.funds, field)
        parts = _parts(items, field, evaluation.funds.unit)
        if isinstance(parts, Undecided):
            yield parts
            return
        if parts:
            fitting = [k for k in _BASES if k in total and compare_sum(total[k], parts)[0] is not Agreement.APART]
            places[field] = [p.at for p in parts]
            sides[field] = (sum((p.value for p in parts), Decimal(0)), fitting)
    for field, (summed, fitting) in sides.items():
        if not fitting and total and summed:
            yield Finding(
                at=f"/funds/{field}",
                evidence=(*places[field], *(a.at for a in total.values())),
                values={
                    "side": _SIDES[field],
                    "total": summed,
                    "columns": tuple(_COLUMN(column=_BASES[k], amount=a.figure) for k, a in total.items()),
                },
                variant="neither",
            )
        elif fitting:
            yield Held(f"/funds/{field}")
    if len(sides) == 2 and all(fitting for _, fitting in sides.values()):
        (income, one), (expenditure, other) = sides["by_income"], sides["by_expenditure"]
        if not set(one) & set(other):
            yield Finding(
                at="/funds/by_expenditure",
                evidence=("/funds/by_income",),
                values={
                    "income": income,
                    "income_basis": _BASES[one[0]],
                    "expenditure": expenditure,
                    "expenditure_basis": _BASES[other[0]],
                },
            )


def _parts(items: Sequence[SplitItem], field: str, unit: str) -> list[Amount] | Undecided:
    """The printed amounts of one side; blank counts as nothing, an amount that is no number leaves it open."""
    parts: list[Amount] = []
    for number, item in enumerate(items):
        at = f"/funds/{field}/{number}/amount"
        found = amount(at, item.amount, unit)
        if found is not None:
            parts.append(found)
        elif item.doubt("amount") is not None or (item.amount is not None and not item.amount.is_blank):
            return Undecided(_NO_NUMBER(label=item.label), at)
    return parts
