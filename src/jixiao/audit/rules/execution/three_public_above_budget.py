"""EX203: 三公经费 of the year exceed their budget."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.rules.execution.base_lines import on_initial_budget
from jixiao.audit.shared.money import exact, has_amount
from jixiao.model import BaseData, Finding, Held, Severity, SpendingLine


@rule(
    "EX203",
    "three-public-above-budget",
    title="三公经费决算数超过预算数",
    severity=Severity.ERROR,
    basis="execution.three_public",
    since="0.1",
    zh="三公经费决算 {outturn}，预算 {budget}，超出 {over}",
    en="three public expenses: outturn {outturn}, budget {budget}, {over} too much",
    after=("EX201",),
)
def three_public_above_budget(line: SpendingLine, base: BaseData) -> Iterator[Outcome]:
    """“三公”经费总额应控制在预算之内。

    为什么重要：“三公”经费只减不增，超预算属于必须说明和整改的问题，也是公开时最受关注的数。
    怎样修改：核对预算数是否为调整后的批复数；确属超支的，写明原因和批准手续。
    何时不适用：总额没有超、只有某一项超出的，按支出超预算提醒；预算数一栏印明是年初预算的，只作提醒；决算数在预算数之内的不提。
    """
    if line.key != "three_public" or not (has_amount(line.outturn) and has_amount(line.budget)):
        return
    over = exact(line.outturn, base.unit) - exact(line.budget, base.unit)
    if over <= 0:
        yield Held("/outturn")
    else:
        yield Finding(
            at="/outturn",
            evidence=("/budget",),
            values={"outturn": line.outturn, "budget": line.budget, "over": over},
            severity=Severity.WARNING if on_initial_budget(base) else None,
        )
