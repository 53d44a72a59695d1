"""XD106: project spending that has no self-evaluation table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.amounts import total_amounts
from jixiao.audit.coverage import Coverage, coverage
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Finding, Severity, Undecided


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
    },
)
def project_without_table(dossier: Dossier) -> Iterator[Outcome]:
    """基础数据表里的每一项项目支出都应有自评表。

    为什么重要：漏评的钱没有人看绩效；财政部门抽查首先核对自评是否覆盖全部项目支出。
    怎样修改：为漏评的项目补填自评表；按规定不单独自评的（例如其他运转类），在报告中说明并列出金额。
    何时不适用：卷宗里一张项目自评表也没有时不作判断；金额为 0 的项目不要求自评表。
    """
    found = coverage(dossier)
    missing = found.without_table if found else ()
    if found is None or not missing:
        return
    if not found.tables:
        yield Undecided("卷宗里没有项目支出自评表，无法核对自评是否覆盖全部项目支出", missing[0].at)
        return
    whole = found.whole.get("revised")
    covered = _covered(dossier, found)
    total = sum((i.amounts["revised"].value for i in missing if "revised" in i.amounts), Decimal(0))
    values = {
        "count": len(found.items),
        "whole": whole.figure if whole else None,
        "tables": found.tables,
        "covered": covered,
        "items": tuple(i.name for i in missing),
        "missing": total,
    }
    at, related = missing[0].at, tuple(i.at for i in missing[1:])
    if not found.unclaimed:
        yield Finding(at=at, related=(*related, *((whole.at,) if whole else ())), values=values)
    elif whole is None or covered is None:
        yield Undecided("项目名称与自评表对不上，金额又不全，无法核对覆盖情况", at, related=related)
    else:
        gap = whole.value - covered
        # Names that do not match may still be the same projects; only money beyond every table is proven uncovered.
        if gap > Decimal("0.01") * (found.tables + 1):
            yield Finding(at=at, related=(*related, whole.at), values={**values, "missing": gap}, variant="unnamed")


def _covered(dossier: Dossier, found: Coverage) -> Decimal | None:
    """The revised budgets of all project tables added up; ``None`` where one does not say."""
    total = Decimal(0)
    for number, evaluation in enumerate(dossier.evaluations):
        if evaluation.kind == "project":
            amounts = total_amounts(evaluation, f"/evaluations/{number}")
            if "revised" not in amounts:
                return None
            total += amounts["revised"].value
    return total
