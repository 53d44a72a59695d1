"""EX106: there is a budget and nothing was spent."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import full_score
from jixiao.model import Evaluation, Finding, FundLine, Held, Severity


@rule(
    "EX106",
    "nothing-spent",
    title="有预算而一分未支",
    severity=Severity.WARNING,
    basis="form.execution_rate",
    since="0.1",
    zh={
        "": "全年预算 {budget}，执行数为 {outturn}",
        "full": "全年预算 {budget}，执行数为 {outturn}，却有 {count} 项指标得满分",
    },
    en={
        "": "the revised budget is {budget}, the outturn {outturn}",
        "full": "the revised budget is {budget}, the outturn {outturn}, yet {count} indicators have full score",
    },
    after=("EX101",),
)
def nothing_spent(line: FundLine, evaluation: Evaluation) -> Iterator[Outcome]:
    """有全年预算数的项目，执行数为 0 应说明原因。

    为什么重要：钱没有花出去，资金闲置；同时产出满分，说明产出不是靠这笔钱，或者数字填错。
    怎样修改：核对执行数是否漏填；确未支出的，说明原因和结转、收回的安排，产出指标据实计分。
    何时不适用：执行数空着没有填的（无法判断）；只看资金总额一行，单个来源不看。
    """
    budget, outturn = line.revised_budget, line.outturn
    if line.source != "total" or budget is None or outturn is None or not budget.value or outturn.value is None:
        return
    if outturn.value != 0:
        yield Held("/outturn")
        return
    number = sum(full_score(i) for i in evaluation.indicators)
    yield Finding(
        at="/outturn",
        evidence=("/revised_budget",),
        values={"budget": budget, "outturn": outturn, "count": number},
        variant="full" if number else "",
    )
