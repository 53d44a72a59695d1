"""The execution rate and its score: the money block and a policy enter, a :class:`Scored` or why not leaves.

Printed amounts are rounded. Where that rounding alone could move the result at the policy's places, the result is the
interval of all values that the printed digits allow; the derivation names the one that the digits give as they stand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from jixiao.model import Citation, Derivation, Evaluation, FundLine, Input, Interval, Scored, Undecided
from jixiao.model.memo import remembered
from jixiao.policy import Policy, basis

from .figures import Amount, Unusable, amount, execution_line, points
from .formulas import execution as execution_share

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Rate:
    """The rate in percent: as the digits stand, and all that their rounding allows."""

    point: Decimal
    interval: Interval
    inputs: tuple[Input, ...]


@remembered
def execution_rate(evaluation: Evaluation, policy: Policy) -> Scored | Undecided:
    """全年执行数 over 全年预算数 of the total row, in percent, not capped. ``Undecided`` where an amount is missing
    or the budget is 0.
    """
    rate = _rate(evaluation)
    if isinstance(rate, Undecided):
        return rate
    return _scored(
        rate,
        policy.rounding.rate,
        "执行率 = 全年执行数 ÷ 全年预算数",
        policy.rounding.rate_words,
        basis("form.execution_rate").citation,
    )


@remembered
def execution_score(evaluation: Evaluation, policy: Policy) -> Scored | Undecided:
    """The rate times its weight, never above the weight; or the step that the rate reaches, where the policy has
    steps.
    """
    found = execution_line(evaluation)
    weight = execution_weight(evaluation, policy)
    rate = _rate(evaluation)
    if isinstance(weight, Unusable) or found is None:
        return Undecided(str(weight) if isinstance(weight, Unusable) else "表中没有资金总额", "/funds")
    if isinstance(rate, Undecided):
        return rate
    printed = isinstance(points(found[1], "weight", "分值"), Decimal)
    where = f"/funds/lines/{found[0]}/weight" if printed else ""
    inputs = (*rate.inputs, Input("分值", where, f"{weight:f}")) if printed else rate.inputs
    rate = _Rate(rate.point, rate.interval, inputs)

    def score(percent: Decimal) -> Decimal:
        return policy.rounding.score(weight * execution_share(percent, policy))

    formula = (
        f"得分 = 执行率所在档次的比例 × {weight:f}分"
        if policy.execution.formula == "steps"
        else f"得分 = 执行率 × {weight:f}分，最高{weight:f}分"
    )
    return _scored(rate, score, formula, policy.rounding.score_words, policy.citation("execution"))


def execution_weight(evaluation: Evaluation, policy: Policy) -> Decimal | Unusable:
    """The points of the execution rate: as printed, else by the policy."""
    found = execution_line(evaluation)
    printed = points(found[1], "weight", "预算执行率分值") if found else None
    if printed is None:
        return policy.weights.execution
    if isinstance(printed, Decimal) and printed < 0:
        return Unusable(f"预算执行率分值{printed:f}为负数")
    return printed


def exact_rate(evaluation: Evaluation) -> Decimal | None:
    """The rate in percent that the printed digits give as they stand, not rounded; ``None`` where there is none."""
    rate = _rate(evaluation)
    return None if isinstance(rate, Undecided) else rate.point


def budget_context(evaluation: Evaluation) -> tuple[Decimal | None, Decimal | None]:
    """Revised budget and outturn of the scored money row in 万元, for targets that speak of the budget."""
    found = execution_line(evaluation)
    if found is None:
        return None, None
    budget, outturn = _amounts(found[1], evaluation.funds.unit)
    return (
        budget.wan if isinstance(budget, Amount) else None,
        outturn.wan if isinstance(outturn, Amount) else None,
    )


def _amounts(line: FundLine, unit: str) -> tuple[Amount | Unusable, Amount | Unusable]:
    return amount(line, "revised_budget", unit, "全年预算数"), amount(line, "outturn", unit, "全年执行数")


def _rate(evaluation: Evaluation) -> _Rate | Undecided:
    found = execution_line(evaluation)
    if found is None:
        return Undecided("表中没有年度资金总额，无法计算执行率", "/funds")
    at = f"/funds/lines/{found[0]}"
    budget, outturn = _amounts(found[1], evaluation.funds.unit)
    if isinstance(budget, Unusable):
        return Undecided(f"{budget}，无法计算执行率", f"{at}/revised_budget")
    if isinstance(outturn, Unusable):
        return Undecided(f"{outturn}，无法计算执行率", f"{at}/outturn")
    if budget.wan == 0:
        also = "却有执行数" if outturn.wan else "全年执行数也为0，本项应作不适用或说明"
        return Undecided(f"全年预算数为0，{also}，无法计算执行率", f"{at}/revised_budget", related=(f"{at}/outturn",))
    inputs = (
        Input("全年执行数", f"{at}/outturn", outturn.raw),
        Input("全年预算数", f"{at}/revised_budget", budget.raw),
    )
    return _Rate(outturn.wan / budget.wan * HUNDRED, _spread(budget, outturn), inputs)


def _spread(budget: Amount, outturn: Amount) -> Interval:
    """All rates in percent that the printed digits allow.

    Two amounts printed alike are the same amount, and of two printed to one place the smaller is not the larger one.
    """
    if budget.wan == outturn.wan:
        return Interval.at(HUNDRED)
    rates = outturn.interval / budget.interval if outturn.wan else Interval.at(Decimal(0))
    low, high = rates.low, rates.high
    if budget.grain == outturn.grain:
        low, high = (low, min(high, Decimal(1))) if outturn.wan < budget.wan else (max(low, Decimal(1)), high)
    return Interval(low * HUNDRED, high * HUNDRED)


def _scored(
    rate: _Rate, rounded: Callable[[Decimal], Decimal], formula: str, rounding: str, citation: Citation
) -> Scored:
    low, high = rounded(rate.interval.low), rounded(rate.interval.high)
    point = rounded(rate.point)
    values = {i.name: i.value for i in rate.inputs}
    steps = [f"{values['全年执行数']} ÷ {values['全年预算数']} = {rate.point.quantize(Decimal('0.0001')):f}%"]
    steps.append(f"{rounding}：{point:f}")
    reason = ""
    if low != high:
        reason = f"金额本身经过四舍五入，按所列数字为{point:f}，可能在{low:f}至{high:f}之间"
        steps.append(reason)
    return Scored(low, high, Derivation(formula, rate.inputs, rounding, citation, tuple(steps)), reason)
