"""XD106: project spending that has no self-evaluation table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import Amount, amount, first_base, overall_tables
from jixiao.model import BaseData, Dossier, Finding, Held, Phrase, Severity, Undecided
from jixiao.model.parts import projects

from .coverage import coverage, tables_total

_NO_TABLES = Phrase(
    "audit.XD106.no-tables",
    "卷宗里没有项目支出自评表，无法核对自评是否覆盖全部项目支出",
    "the dossier has no project table: whether all project spending is evaluated cannot be checked",
)
_UNMATCHED = Phrase(
    "audit.XD106.unmatched",
    "项目名称与自评表对不上，金额又不全，无法核对覆盖情况",
    "names do not match the tables and amounts are missing: what is covered cannot be checked",
)


@rule(
    "XD106",
    "project-without-table",
    title="项目支出没有自评表",
    severity=Severity.WARNING,
    basis="cross.coverage",
    since="0.1",
    zh={
        "": (
            "基础数据表列 {count} 项项目支出、共 {whole}，自评表 {tables} 张、合计 {covered}；没有自评表的是"
            "{items}，共 {missing}"
        ),
        "unnamed": (
            "基础数据表项目支出 {whole}，{tables} 张自评表合计 {covered}，尚有 {missing} 没有自评表；名称对不上的"
            "是{items}（{count} 项中）"
        ),
        "total": "项目支出 {whole}，{tables} 张项目自评表合计 {covered}，尚有 {missing} 没有自评表",
    },
    en={
        "": (
            "the base data list {count} spending items, {whole} in all; {tables} tables cover {covered}; without "
            "a table: {items}, {missing}"
        ),
        "unnamed": (
            "project spending is {whole}, the {tables} tables cover {covered}; {missing} has no table, unmatched "
            "of {count}: {items}"
        ),
        "total": "project spending is {whole}, the {tables} project tables cover {covered}; {missing} has no table",
    },
)
def project_without_table(dossier: Dossier) -> Iterator[Outcome]:
    """基础数据表里的每一项项目支出都应有自评表。

    为什么重要：漏评的钱没有人看绩效；财政部门抽查首先核对自评是否覆盖全部项目支出。
    怎样修改：为漏评的项目补填自评表；按规定不单独自评的（例如其他运转类），在报告中说明并列出金额。
    何时不适用：卷宗里一张项目自评表也没有时不作判断；金额为 0 的项目不要求自评表。
    """
    found = coverage(dossier)
    if found is None:
        yield from _by_total(dossier)
        return
    missing = found.without_table
    if not missing:
        yield Held(found.items[0].at)
        return
    if not found.tables:
        yield Undecided(_NO_TABLES(), missing[0].at)
        return
    whole = found.whole.get("revised")
    covered = tables_total(dossier, "revised")
    total = sum((i.amounts["revised"].value for i in missing if "revised" in i.amounts), Decimal(0))
    values = {
        "count": len(found.items),
        "whole": whole.figure if whole else None,
        "tables": found.tables,
        "covered": covered,
        "items": tuple(i.name for i in missing),
        "missing": total,
    }
    at, also = missing[0].at, tuple(i.at for i in missing[1:])
    if not found.unclaimed:
        yield Finding(at=at, also=also, evidence=(whole.at,) if whole else (), values=values)
    elif whole is None or covered is None:
        yield Undecided(_UNMATCHED(), at, related=also)
    else:
        gap = whole.value - covered
        # Names that do not match may still be the same projects; only money beyond every table is proven uncovered.
        if gap > Decimal("0.01") * (found.tables + 1):
            values["missing"] = gap
            yield Finding(at=at, also=also, evidence=(whole.at,), values=values, variant="unnamed")
        else:
            yield Held(whole.at)


def _by_total(dossier: Dossier) -> Iterator[Outcome]:
    """Without a list of items only the sums tell: project spending against all project tables, whatever its basis."""
    tables = len(projects(dossier))
    sums = [s for s in (tables_total(dossier, "revised"), tables_total(dossier, "outturn")) if s is not None]
    wholes = _wholes(dossier)
    if not tables or len(sums) < 2 or not wholes:
        return
    at = min(wholes, key=lambda w: w.value)
    gap = at.value - max(sums)
    if gap > Decimal("0.01") * (tables + 1):
        yield Finding(
            at=at.at,
            values={"whole": at.figure, "tables": tables, "covered": max(sums), "missing": gap},
            variant="total",
        )
    else:
        yield Held(at.at)


def _wholes(dossier: Dossier) -> list[Amount]:
    """Project spending as the base data table, or else the split of the overall table, prints it."""
    if dossier.every(BaseData):
        line = first_base(dossier, "projects")
        return [line[c] for c in ("revised", "outturn") if c in line]
    found = [
        amount(f"{at}/funds/by_expenditure/{number}/amount", item.amount, evaluation.funds.unit)
        for at, evaluation in overall_tables(dossier)[:1]
        for number, item in enumerate(evaluation.funds.by_expenditure)
        if "项目支出" in item.label
    ]
    return [a for a in found if a is not None]
