"""EX102: the printed rate is not outturn over revised budget."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.money import HUNDRED, Agreement, amount, doubtful, exact, rate_agreement, rate_of
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Evaluation, Figure, Finding, FundLine, Interval, Severity
from jixiao.policy import Policy


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
def execution_rate_mismatch(line: FundLine, evaluation: Evaluation, policy: Policy) -> Iterator[Outcome]:
    """执行率等于全年执行数除以全年预算数（调整后、含结转）。

    为什么重要：执行率直接折算成分数，也是检查最先复算的数。
    怎样修改：用全年执行数除以全年预算数重算；预算有调整的，分母不要用年初预算数。
    何时不适用：超过 100% 而按 100% 封顶的；预算数为 0 或没有填的；当地规定以年初预算数为分母的。
    """
    unsure = doubtful(line, "rate", "revised_budget", "outturn")
    if unsure:
        yield unsure
        return
    unit = evaluation.funds.unit
    computed = _rate(line.outturn, line.revised_budget, unit)
    if computed is None or line.rate is None or line.rate.value is None:
        return
    capped = line.rate.value in (HUNDRED, Decimal(1)) and computed.high >= HUNDRED
    result = rate_agreement(line.rate, computed)
    if capped or result is Agreement.SAME:
        return
    initial = _rate(line.outturn, line.initial_budget, unit)
    on_initial = initial is not None and rate_agreement(line.rate, initial) is Agreement.SAME
    cut = result is Agreement.ROUNDED
    yield Finding(
        at="/rate",
        related=("/revised_budget", "/outturn", *(("/initial_budget",) if on_initial else ())),
        values={
            "stated": line.rate,
            "outturn": line.outturn,
            "budget": line.revised_budget,
            "expected": policy.rounding.rate(exact(line.outturn, unit) / exact(line.revised_budget, unit) * HUNDRED),
        },
        severity=Severity.INFO if cut else Severity.WARNING if on_initial else None,
        variant="cut" if cut else "initial" if on_initial else "",
    )


def _rate(part: Figure | None, whole: Figure | None, unit: str) -> Interval | None:
    top, bottom = amount(part, unit), amount(whole, unit)
    return rate_of(top, bottom) if top is not None and bottom is not None else None
