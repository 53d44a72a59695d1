"""XD109: the projects, each by its own table, do not add up to 项目支出."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from jixiao.audit.messages import SPENT
from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import Amount, compare_sum
from jixiao.audit.shared.money import Agreement
from jixiao.forms.terms import YEAR_BUDGET
from jixiao.model import Dossier, Finding, Held, Severity
from jixiao.model.classes import dataclass

from .coverage import Coverage, coverage, tables_total

_COLUMNS = {"revised": YEAR_BUDGET, "outturn": SPENT}


@rule(
    "XD109",
    "project-sum",
    title="各项目合计与项目支出不符",
    severity=Severity.WARNING,
    basis="form.cross_table",
    since="0.1",
    zh={
        "": "项目支出{columns}写 {stated}，各项目按自评表合计 {total}，相差 {difference}",
        "exceeds": "项目支出{columns}写 {stated}，各自评表合计 {total}，多出 {difference}",
    },
    en={
        "": (
            "project spending ({columns}) is {stated}; the projects by their own tables add up to {total}, "
            "{difference} apart"
        ),
        "exceeds": "project spending ({columns}) is {stated}; the tables add up to {total}, {difference} more",
    },
    after=("XD108", "XD114", "XD116"),
)
def project_sum(dossier: Dossier) -> Iterator[Outcome]:
    """各项目自评表的金额，加上没有自评表的项目支出，应等于基础数据表的项目支出。

    为什么重要：项目支出是整体支出的一部分；这里错了，整体支出的执行率也跟着错。
    怎样修改：先改正单个项目的金额，再核对合计。
    何时不适用：有项目没有填金额的，不作判断；有自评表对不上名称的，只在合计超出项目支出时提醒；能由四舍五入解释的差额只作提示。
    """
    found = coverage(dossier)
    if found is None:
        return
    if found.unclaimed:
        yield from _exceeding(dossier, found)
        return
    same: list[Amount] = []
    apart: list[_Apart] = []
    facts: list[str] = []
    for column in _COLUMNS:
        parts = [item.own(column) for item in found.items]
        if column not in found.whole or None in parts:
            continue
        known = [p for p in parts if p is not None]
        differing = [i for i in found.items if i.differs(column) or i.slips(column)]
        verdict, total = compare_sum(found.whole[column], known)
        # Where no project has two figures the fault lies inside the base data table, and another rule tells it.
        if verdict is Agreement.SAME:
            same.append(found.whole[column])
        elif differing:
            apart.append(_Apart(column, found.whole[column], total, verdict is Agreement.APART))
            facts += [a.at for i in differing for a in (i.amounts[column], i.table_amounts[column])]
    if apart:
        severity = None if any(a.proven for a in apart) else Severity.INFO
        yield _finding(apart, facts, severity=severity)
    elif same:
        yield Held(same[0].at)


@dataclass(frozen=True, slots=True)
class _Apart:
    """A column in which the sum of the projects is not the whole; ``proven`` where no rounding explains it."""

    column: str
    whole: Amount
    total: Decimal
    proven: bool = True


def _finding(
    apart: Sequence[_Apart], facts: Iterable[str], *, severity: Severity | None = None, variant: str = ""
) -> Finding:
    return Finding(
        at=apart[0].whole.at,
        also=tuple(a.whole.at for a in apart[1:]),
        evidence=tuple(facts),
        values={
            "columns": tuple(_COLUMNS[a.column] for a in apart),
            "stated": tuple(a.whole.figure for a in apart),
            "total": tuple(a.total for a in apart),
            "difference": tuple(abs(a.total - a.whole.value) for a in apart),
        },
        severity=severity,
        variant=variant,
    )


def _exceeding(dossier: Dossier, found: Coverage) -> Iterator[Outcome]:
    """Where names do not match, only tables that together exceed the whole are told."""
    over: list[_Apart] = []
    within: list[_Apart] = []
    for column in _COLUMNS:
        total, whole = tables_total(dossier, column), found.whole.get(column)
        if total is None or whole is None:
            continue
        exceeds = total - whole.value > Decimal("0.01") * (found.tables + 1)
        (over if exceeds else within).append(_Apart(column, whole, total))
    if over:
        yield _finding(over, found.unclaimed, variant="exceeds")
    elif within:
        yield Held(within[0].whole.at)
