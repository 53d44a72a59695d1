"""TX103: the overall spending in the text differs from the overall table."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import Amount, overall_tables, same_amount, total_amounts, unit_slip
from jixiao.model import Dossier, Finding, Held, Severity

from .meant import meant
from .statements import COLUMNS, Statement, stated_amounts


@rule(
    "TX103",
    "text-overall-amount",
    title="正文中的整体支出与自评表不符",
    severity=Severity.ERROR,
    basis="text.amounts",
    since="0.1",
    zh={
        "": "“{name}”：正文写 {stated}，整体支出自评表{column}写 {table}",
        "unit": "“{name}”：正文写 {stated}{unit}，整体支出自评表{column}写 {table}，正好相差一万倍，应是元与万元混用",
        "whole": "正文写 {stated}{unit}，没有写明是什么；若指整体支出，自评表{column}写 {table}",
    },
    en={
        "": "“{name}”: {stated} in the text, {table} in the overall table ({column})",
        "unit": "“{name}”: {stated}{unit} in the text, {table} in the overall table ({column}): units mixed",
        "whole": "the text says {stated}{unit} without saying of what; the overall table has {table} ({column})",
    },
)
def text_overall_amount(dossier: Dossier) -> Iterator[Outcome]:
    """整体支出报告正文的支出预算总额、实际支出总额，应与整体支出自评表的年度资金总额相同。

    为什么重要：执行率和得分由这两个数算出。
    怎样修改：以决算为准，改正错的一处。
    何时不适用：正文只说“支出”或没有写明是什么、而与自评表相近的，只提醒；概数、增减额和其他年度的金额不比较。
    """
    tables = overall_tables(dossier)
    if not tables:
        return
    columns = total_amounts(tables[0][1], tables[0][0])
    for item in stated_amounts(dossier):
        if (whole := meant(item, dossier)) is not None and item.report.scope == "unit":
            yield _finding(item, whole[2], "whole", Severity.WARNING)
            continue
        if item.key != "overall" or item.report.scope != "unit" or item.claim.part_of is not None:
            continue
        table, stated = columns.get(item.column), item.amount
        if table is None or stated is None:
            continue
        if same_amount(stated, table):
            yield Held(item.at)
            continue
        initial = columns.get("initial")
        if item.claim.basis == "budget" and initial is not None and same_amount(stated, initial):
            continue
        sure = item.claim.subject != "支出" and item.claim.basis != "budget"
        slip = unit_slip(stated, table)
        yield _finding(item, table, "unit" if slip else "", None if sure or slip else Severity.WARNING)


def _finding(item: Statement, table: Amount, variant: str, severity: Severity | None) -> Finding:
    values = {
        "name": item.claim.subject,
        "stated": item.claim.figure,
        "unit": item.claim.unit,
        "table": table.figure,
        "column": COLUMNS[item.column],
    }
    return Finding(at=item.at, evidence=(item.fact, table.at), values=values, variant=variant, severity=severity)
