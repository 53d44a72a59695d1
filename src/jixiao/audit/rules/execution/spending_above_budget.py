"""EX204: a spending line of the base data table exceeds its budget."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.rules.execution.base_lines import on_initial_budget
from jixiao.audit.shared.money import exact, has_amount
from jixiao.model import BaseData, Finding, Held, Severity, SpendingLine


@rule(
    "EX204",
    "spending-above-budget",
    title="基础数据表中支出超过预算",
    severity=Severity.WARNING,
    basis="national.budget_law_13",
    since="0.1",
    zh={
        "": "“{label}”决算 {outturn}，预算 {budget}，超出 {over}",
        "zero": "“{label}”预算为 {budget}，决算却有 {outturn}",
    },
    en={
        "": "{label}: outturn {outturn}, budget {budget}, {over} too much",
        "zero": "{label}: the budget is {budget}, the outturn {outturn}",
    },
    after=("EX203", "EX201"),
)
def spending_above_budget(base: BaseData) -> Iterator[Outcome]:
    """项目支出、公用经费、政府采购等各行的决算数超过预算数时，应有调整依据或说明。

    为什么重要：支出要有预算依据；公用经费、采购超预算是检查和公开的重点。
    怎样修改：预算有调整的，预算数一栏填调整后的数；确属超支的，在报告中写明原因。
    何时不适用：三公经费总额另有规则；预算数一栏印明是年初预算的，只作提示；上级行已经超出的，下级行只作为相关行列出；“其中”列举的小项在总数未超时可以互相调剂。
    """
    compared = {line.id: _over(line, base.unit) for line in base.lines if _both(line)}
    over = {line: excess for line, excess in compared.items() if excess > 0}
    for number, line in enumerate(base.lines):
        if line.key in ("three_public", "public_part") or line.within or line.id not in compared or line.parent in over:
            continue
        if line.id not in over:
            yield Held(f"/lines/{number}/outturn")
            continue
        inner = [n for n, child in enumerate(base.lines) if child.parent == line.id and child.id in over]
        yield Finding(
            at=f"/lines/{number}/outturn",
            evidence=(f"/lines/{number}/budget", *(f"/lines/{n}/outturn" for n in inner)),
            values={
                "label": line.label.strip(),
                "outturn": line.outturn,
                "budget": line.budget,
                "over": over[line.id],
            },
            severity=Severity.INFO if on_initial_budget(base) else None,
            variant="" if line.budget is not None and line.budget.value else "zero",
        )


def _both(line: SpendingLine) -> bool:
    return has_amount(line.outturn) and has_amount(line.budget)


def _over(line: SpendingLine, unit: str) -> Decimal:
    """By how much the outturn exceeds the budget, in 万元; below zero where it does not."""
    return exact(line.outturn, unit) - exact(line.budget, unit)
