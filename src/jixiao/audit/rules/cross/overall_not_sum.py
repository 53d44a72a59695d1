"""XD103: the overall revised budget, or the overall outturn, is not basic plus project spending."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import Amount, compare_sum, first_base, overall_tables, total_amounts, unit_slip
from jixiao.audit.shared.money import Agreement
from jixiao.forms.terms import OUTTURN, REVISED_BUDGET
from jixiao.model import Dossier, Finding, Held, Phrase, Severity, Undecided

_COLUMNS = {"revised": REVISED_BUDGET, "outturn": OUTTURN}
_BASIC_IS_ZERO = Phrase(
    "audit.XD103.basic-is-zero",
    "基础数据表的基本支出为 0，无法与整体支出核对",
    "basic spending is 0 in the base data: overall spending cannot be checked against it",
)


@rule(
    "XD103",
    "overall-not-sum",
    title="整体支出不等于基本支出加项目支出",
    severity=Severity.ERROR,
    basis="cross.overall_sum",
    since="0.1",
    formerly=("XD104", "overall-budget-not-sum", "overall-outturn-not-sum"),
    zh={
        "": (
            "整体支出自评表{column}写 {stated}，基础数据表基本支出 {basic} 加项目支出 {projects} 为 {total}，相"
            "差 {difference}"
        ),
        "rounding": (
            "整体支出自评表{column} {stated} 与基本支出 {basic} 加项目支出 {projects} 相差 {difference}，可由四舍五入"
            "解释（合计 {total}）"
        ),
    },
    en={
        "": (
            "the {column} of overall spending is {stated}; basic {basic} plus project spending {projects} is {total}, "
            "{difference} apart"
        ),
        "rounding": (
            "the {column} of overall spending {stated} and basic {basic} plus projects {projects} = {total} differ by "
            "{difference}: rounding"
        ),
    },
)
def overall_not_sum(dossier: Dossier) -> Iterator[Outcome]:
    """整体支出的全年预算数、全年执行数应分别等于基础数据表里基本支出与项目支出之和。

    为什么重要：整体支出自评以这两个数计算执行率；两张表对不上，执行率得分就没有依据。
    怎样修改：查明哪一张表漏列或重列，按批复和决算改正。
    何时不适用：“部门基本支出预算调整”一行只填调整额（不是全额）的，按提醒处理；该行为 0 的不作判断。
    """
    for at, evaluation in overall_tables(dossier)[:1]:
        stated = total_amounts(evaluation, at)
        basic, projects = first_base(dossier, "basic"), first_base(dossier, "projects")
        for column in _COLUMNS:
            if column in stated and column in basic and column in projects:
                yield from _column(column, stated, basic, projects)


_Row = Mapping[str, Amount]


def _column(column: str, stated: _Row, basic: _Row, projects: _Row) -> Iterator[Outcome]:
    """One column against its parts.

    The row 基本支出预算调整 is read by some units as the whole and by others as the change. It is proven to be the
    whole where the other column adds up; else a difference is only a warning.
    """
    whole, parts = stated[column], [basic[column], projects[column]]
    if not basic[column].value and whole.value != projects[column].value:
        yield Undecided(_BASIC_IS_ZERO(), basic[column].at)
        return
    if any(unit_slip(whole, part) for part in parts):
        return
    verdict, total = compare_sum(whole, parts)
    if verdict is Agreement.SAME:
        yield Held(whole.at)
        return
    rounded = verdict is Agreement.ROUNDED
    proven = _adds_up(stated, basic, projects, "outturn" if column == "revised" else "revised")
    yield Finding(
        at=whole.at,
        evidence=tuple(part.at for part in parts),
        values={
            "column": _COLUMNS[column],
            "stated": whole.figure,
            "basic": basic[column].figure,
            "projects": projects[column].figure,
            "total": total,
            "difference": whole.value - total,
        },
        variant="rounding" if rounded else "",
        severity=Severity.INFO if rounded else Severity.ERROR if proven else Severity.WARNING,
    )


def _adds_up(stated: _Row, basic: _Row, projects: _Row, column: str) -> bool:
    if not all(column in amounts for amounts in (stated, basic, projects)):
        return False
    verdict, total = compare_sum(stated[column], [basic[column], projects[column]])
    return verdict is not Agreement.APART and total > Decimal(0)
