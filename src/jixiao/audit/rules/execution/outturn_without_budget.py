"""EX105: money was spent where the budget is zero or empty."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Finding, FundLine, Held, Severity


@rule(
    "EX105",
    "outturn-without-budget",
    title="没有预算数而有执行数",
    severity=Severity.WARNING,
    basis="national.budget_law_13",
    since="0.1",
    zh={
        "": "“{label}”全年预算数为 {budget}，执行数却有 {outturn}",
        "blank": "“{label}”全年预算数没有填，执行数却有 {outturn}",
    },
    en={
        "": "“{label}”: the revised budget is {budget}, the outturn {outturn}",
        "blank": "“{label}”: no revised budget is given, the outturn is {outturn}",
    },
    after=("EX101",),
)
def outturn_without_budget(line: FundLine) -> Iterator[Outcome]:
    """有执行数的资金行应当有全年预算数。

    为什么重要：未列入预算的不得支出；预算数为 0 时执行率也无从计算。
    怎样修改：追加、调剂的预算要计入全年预算数；错填在别的行的，移到对应的行。
    何时不适用：表上没有全年预算数一栏；执行数也是 0 的。
    """
    budget, outturn = line.revised_budget, line.outturn
    if budget is None or outturn is None or not outturn.value:
        return
    if budget.is_blank or budget.value == 0:
        yield Finding(
            at="/revised_budget",
            evidence=("/outturn",),
            values={"label": line.label, "budget": budget, "outturn": outturn},
            variant="blank" if budget.is_blank else "",
        )
    elif budget.value is not None:
        yield Held("/revised_budget")
