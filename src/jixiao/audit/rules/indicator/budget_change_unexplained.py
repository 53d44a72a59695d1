"""IX401: the budget changed much within the year, and nothing says why or what became of the targets."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.messages import signed
from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.money import percent
from jixiao.model import Dossier, Evaluation, Finding, Held, Severity
from jixiao.policy import Policy

from .explanations import explained

_LEAST = Decimal(1)  # 万元: a project of a few hundred yuan is no matter for re-set targets


@rule(
    "IX401",
    "budget-change-unexplained",
    title="预算大幅调整而目标未见调整说明",
    severity=Severity.WARNING,
    basis="indicator.reset",
    since="0.1",
    zh="“{name}”预算由年初 {initial} 调整为 {revised}（{change}%），全部材料没有说明原因，也看不出指标值是否随之调整",
    en=(
        "the budget of “{name}” went from {initial} to {revised} ({change} %); nothing says why, or whether "
        "targets were re-set"
    ),
)
def budget_change_unexplained(evaluation: Evaluation, dossier: Dossier, policy: Policy) -> Iterator[Outcome]:
    """全年预算比年初预算增减较大的，应说明原因，并按程序调整绩效目标。

    为什么重要：钱翻了几番、任务却没变，要么原来的目标定得太低，要么追加的钱没有对应的任务。
    怎样修改：在报告或自评表中说明调整的时间、文号和原因，写明指标值是否同步调整；没有调整的补办。
    何时不适用：变动金额不足 1 万元的；报告已经说明原因的；单位整体支出因机构改革、人员划转而调整且已说明的。
    """
    line = evaluation.funds.line("total")
    if line is None or line.initial_budget is None or line.revised_budget is None:
        return
    unit = evaluation.funds.unit
    initial, revised = line.initial_budget.wan(unit), line.revised_budget.wan(unit)
    if initial is None or revised is None or initial <= 0:
        return
    at = f"/funds/lines/{evaluation.funds.lines.index(line)}"
    change = (revised - initial) / initial
    small = abs(revised - initial) < _LEAST or abs(change) < policy.checks.budget_change
    if small or explained(dossier, evaluation):
        yield Held(f"{at}/revised_budget")
    else:
        yield Finding(
            at=f"{at}/revised_budget",
            evidence=(f"{at}/initial_budget",),
            values={
                "name": evaluation.name.strip(),
                "initial": line.initial_budget,
                "revised": line.revised_budget,
                "change": signed(percent(change, 1)),
            },
        )
