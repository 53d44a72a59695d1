"""TX102: a project's amount in the text differs from its own table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import row_of_amounts, same_amount, total_amounts, unit_slip
from jixiao.audit.shared.pairing import Party, pair, project_of
from jixiao.model import Dossier, Evaluation, Figure, Finding, Held, Report, Severity

from .meant import meant
from .statements import COLUMNS, Statement, stated_amounts


@rule(
    "TX102",
    "text-project-amount",
    title="正文中的项目金额与自评表不符",
    severity=Severity.ERROR,
    basis="text.amounts",
    since="0.1",
    zh={
        "": "“{name}”：正文写 {stated}，自评表{column}写 {table}，相差 {difference}",
        "whole": "正文写 {stated}，没有写明是什么；若指“{name}”，自评表{column}写 {table}",
        "explained": (
            "“{name}”：正文写 {stated}，自评表{column}写 {table}，相差 {difference}，正好是自评表的“{part}”，正文未计入"
        ),
    },
    en={
        "": "“{name}”: {stated} in the text, {table} in its table ({column}), {difference} apart",
        "whole": "the text says {stated} without saying of what; the table of “{name}” has {table} ({column})",
        "explained": (
            "“{name}”: {stated} in the text, {table} in its table ({column}); the {difference} between is “{part}”, "
            "left out of the text"
        ),
    },
    after=("XD108",),
)
def text_project_amount(dossier: Dossier) -> Iterator[Outcome]:
    """报告正文所列各项目的预算数、支出数，应与该项目自评表相同。

    为什么重要：同一个项目两个数，合计与执行率都跟着存疑。
    怎样修改：以决算为准改成一个数；差额是上年结转等一部分的，写明是否包含。
    何时不适用：只有一张项目表、正文没有写明是什么的，相近而不同时只提醒；按名称、别名对不上自评表的项目不比较；概数和增减额不比较。
    """
    tables = [(n, e) for n, e in dossier.each(Evaluation) if e.scope == "project"]
    parties = [project_of(e) for _, e in tables]
    stated = [i for i in stated_amounts(dossier) if i.column in COLUMNS and not i.key]
    for item in stated:
        if item.report.scope == "project" and (whole := meant(item, dossier)) is not None:
            number, evaluation, table = whole
            values = {
                "name": evaluation.name,
                "stated": item.printed,
                "table": table.figure if table.figure.unit else Figure(f"{table.figure}{evaluation.funds.unit}"),
                "column": COLUMNS[item.column],
            }
            yield Finding(
                at=item.at,
                evidence=(item.fact, table.at),
                values=values,
                variant="whole",
                severity=Severity.WARNING,
            )
    for at, _ in dossier.each(Report):
        items = [i for i in stated if i.report_at == at]
        names = list(dict.fromkeys(i.claim.subject for i in items))
        named = [Party(name, _amounts(items, name)) for name in names]
        for found in pair(named, parties, dossier.aliases):
            if found.right is None:
                continue
            number, evaluation = tables[found.right]
            sure = found.how in ("name", "alias")
            for item in items:
                if item.claim.subject == names[found.left]:
                    yield from _compared(item, evaluation, number, sure)


def _amounts(items: list[Statement], name: str) -> dict[str, Decimal]:
    return {i.column: i.amount.value for i in items if i.claim.subject == name and i.amount}


def _compared(item: Statement, evaluation: Evaluation, base: str, sure: bool) -> Iterator[Outcome]:
    columns = total_amounts(evaluation, base)
    table, stated = columns.get(item.column), item.amount
    if table is None or stated is None or unit_slip(stated, table):
        return
    if same_amount(stated, table):
        yield Held(item.at)
        return
    initial = columns.get("initial")
    if item.claim.basis == "budget" and initial is not None and same_amount(stated, initial):
        return  # 预算 without a word which: the text means the initial one
    values: dict[str, object] = {
        "name": item.claim.subject,
        "stated": item.claim.figure,
        "table": table.figure,
        "column": COLUMNS[item.column],
        "difference": abs(table.value - stated.value),
    }
    part = row_of_amounts(evaluation, base, {item.column: abs(table.value - stated.value)})
    if part:
        label, amounts = part
        values["part"] = label
        evidence = (item.fact, table.at, amounts[0].at)
        yield Finding(at=item.at, evidence=evidence, values=values, variant="explained", severity=Severity.WARNING)
    else:
        severity = None if sure and item.claim.basis != "budget" else Severity.WARNING
        yield Finding(at=item.at, evidence=(item.fact, table.at), values=values, severity=severity)
