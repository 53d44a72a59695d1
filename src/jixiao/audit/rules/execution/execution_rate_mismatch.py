"""EX102: the printed rate is not outturn over revised budget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.equations import Checked, judged
from jixiao.audit.shared.money import Agreement
from jixiao.model import Evaluation, Finding, Severity
from jixiao.policy import Policy
from jixiao.scoring import Computed, agreement, compute


@rule(
    "EX102",
    "execution-rate-mismatch",
    title="执行率与预算数、执行数不符",
    severity=Severity.ERROR,
    basis="form.execution_rate",
    since="0.1",
    zh={
        "": "执行率写 {stated}，{outturn} ÷ {budget} = {expected}%",
        "cut": "执行率写 {stated}，{outturn} ÷ {budget} = {expected}%；是截去尾数，没有四舍五入",
        "initial": "执行率写 {stated}，是按年初预算数算的；按全年预算数 {budget} 应为 {expected}%",
    },
    en={
        "": "the rate says {stated}, {outturn} ÷ {budget} = {expected}%",
        "cut": "the rate says {stated}, {outturn} ÷ {budget} = {expected}%: cut off, not rounded",
        "initial": "the rate says {stated}, taken over the initial budget; over the revised {budget} it is {expected}%",
    },
    after=("EX101", "XD114"),
)
def execution_rate_mismatch(evaluation: Evaluation, policy: Policy) -> Iterator[Outcome]:
    """执行率等于全年执行数除以全年预算数（调整后、含结转）。

    为什么重要：执行率直接折算成分数，也是检查最先复算的数。
    怎样修改：用全年执行数除以全年预算数重算；预算有调整的，分母不要用年初预算数。
    何时不适用：超过 100% 而按 100% 封顶的；预算数为 0 或没有填的；当地规定以年初预算数为分母的。
    """
    return judged(evaluation, policy, "funds.rate", lambda item: _finding(item, evaluation, policy))


def _finding(item: Checked, evaluation: Evaluation, policy: Policy) -> Finding:
    outturn, budget = item.computed.figures
    initial = _on_initial(item, evaluation, policy)
    cut = item.agreement is Agreement.ROUNDED
    return Finding(
        at=item.at,
        evidence=(*reversed(item.computed.used), *((initial,) if initial else ())),
        values={"stated": item.stated, "outturn": outturn, "budget": budget, "expected": item.computed.value},
        severity=item.severity or (Severity.WARNING if initial else None),
        variant="cut" if cut else "initial" if initial else "",
    )


def _on_initial(item: Checked, evaluation: Evaluation, policy: Policy) -> str:
    """The initial budget's pointer where the rate is right over that, else nothing."""
    outturn, budget = item.relation.inputs
    pointer = budget.replace("revised_budget", "initial_budget")
    computed = compute(replace(item.relation, inputs=(outturn, pointer)), evaluation, policy)
    fits = isinstance(computed, Computed) and agreement(computed, item.stated, evaluation, policy) is Agreement.SAME
    return pointer if fits else ""
