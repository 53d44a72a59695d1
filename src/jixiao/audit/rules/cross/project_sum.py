"""XD109: the projects, each by its own table, do not add up to 项目支出."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.amounts import Amount, compare_sum
from jixiao.audit.coverage import Coverage, coverage, tables_total
from jixiao.audit.money import Agreement
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Finding, Severity

_COLUMNS = {"revised": "预算数", "outturn": "执行数"}


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
    stated: list[Amount] = []
    totals: list[Decimal] = []
    verdicts: list[Agreement] = []
    facts: list[str] = []
    for column in _COLUMNS:
        parts = [item.own(column) for item in found.items]
        if column not in found.whole or None in parts:
            continue
        known = [p for p in parts if p is not None]
        differing = [i for i in found.items if i.differs(column) or i.slips(column)]
        verdict, total = compare_sum(found.whole[column], known)
        # Where no project has two figures the fault lies inside the base data table, and another rule tells it.
        if verdict is not Agreement.SAME and differing:
            stated.append(found.whole[column])
            totals.append(total)
            verdicts.append(verdict)
            facts += [a.at for i in differing for a in (i.amounts[column], i.table_amounts[column])]
    if stated:
        yield Finding(
            at=stated[0].at,
            related=(*(a.at for a in stated[1:]), *facts),
            values={
                "columns": tuple(_COLUMNS[a.at.rsplit("/", 1)[1].replace("budget", "revised")] for a in stated),
                "stated": tuple(a.figure.raw for a in stated),
                "total": tuple(totals),
                "difference": tuple(abs(t - a.value) for a, t in zip(stated, totals, strict=True)),
            },
            severity=None if Agreement.APART in verdicts else Severity.INFO,
        )


def _exceeding(dossier: Dossier, found: Coverage) -> Iterator[Finding]:
    """Where names do not match, only tables that together exceed the whole are told."""
    over: list[tuple[Amount, Decimal]] = []
    for column in _COLUMNS:
        total, whole = tables_total(dossier, column), found.whole.get(column)
        if total is not None and whole is not None and total - whole.value > Decimal("0.01") * (found.tables + 1):
            over.append((whole, total))
    if over:
        columns = ("预算数" if a.at.endswith("budget") else "执行数" for a, _ in over)
        yield Finding(
            at=over[0][0].at,
            related=(*(a.at for a, _ in over[1:]), *found.unclaimed),
            values={
                "columns": tuple(columns),
                "stated": tuple(a.figure.raw for a, _ in over),
                "total": tuple(t for _, t in over),
                "difference": tuple(t - a.value for a, t in over),
            },
            variant="exceeds",
        )
