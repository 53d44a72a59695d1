"""EX104: more was spent than the revised budget allows."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.money import amount, exact
from jixiao.model import Evaluation, Finding, FundLine, Held, Severity


@rule(
    "EX104",
    "outturn-above-budget",
    title="执行数超过全年预算数",
    severity=Severity.ERROR,
    basis="national.budget_law_13",
    since="0.1",
    zh={
        "": "“{label}”执行 {outturn}，全年预算 {budget}，超出 {over}",
        "source": "“{label}”执行 {outturn}，这一来源的全年预算 {budget}，超出 {over}；总额没有超",
    },
    en={
        "": "“{label}”: outturn {outturn}, revised budget {budget}, {over} too much",
        "source": "“{label}”: outturn {outturn}, revised budget {budget}, {over} too much; the total is within budget",
    },
    after=("EX101", "XD114"),
)
def outturn_above_budget(line: FundLine, evaluation: Evaluation) -> Iterator[Outcome]:
    """支出以经批准的预算为依据，全年执行数不应超过全年预算数（含调整和结转）。

    为什么重要：没有预算不得支出；超预算支出是审计必查的问题。
    怎样修改：先核对预算调整文件和上年结转是否都计入全年预算数；确属超支的，说明资金来源和批准手续。
    何时不适用：预算数没有填或为 0 的另行提示；只差尾数、四舍五入可以解释的；单个来源超出而总额未超的只作提醒。
    """
    unit = evaluation.funds.unit
    above = _above(line, unit)
    if not above:
        yield from () if above is None else (Held("/outturn"),)
        return
    total = evaluation.funds.line("total")
    within = line.source != "total" and total is not None and amount(total.outturn, unit) is not None
    within = within and total is not None and not _above(total, unit)
    yield Finding(
        at="/outturn",
        evidence=("/revised_budget",),
        values={
            "label": line.label,
            "outturn": line.outturn,
            "budget": line.revised_budget,
            "over": exact(line.outturn, unit) - exact(line.revised_budget, unit),
        },
        severity=Severity.WARNING if within else None,
        variant="source" if within else "",
    )


def _above(line: FundLine, unit: str) -> bool | None:
    """Whether no rounding makes the outturn fit the budget; equal places are compared as printed. ``None`` where there
    is nothing to compare.
    """
    spent, allowed = amount(line.outturn, unit), amount(line.revised_budget, unit)
    if spent is None or allowed is None or allowed.low <= 0 or line.outturn is None or line.revised_budget is None:
        return None
    if line.outturn.places == line.revised_budget.places and line.outturn.unit == line.revised_budget.unit:
        return exact(line.outturn, unit) > exact(line.revised_budget, unit)
    return spent.low > allowed.high
