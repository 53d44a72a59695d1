"""The execution rate and its score: the money block and a policy enter, a :class:`Scored` or why not leaves.

Printed amounts are rounded. Where that rounding alone could move the result at the policy's places, the result is the
interval of all values that the printed digits allow; the derivation names the one that the digits give as they stand.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Decimal

from jixiao.forms import relations
from jixiao.forms.relations import execution_line
from jixiao.forms.terms import EXECUTION_WEIGHT, FUND_TOTAL, OUTTURN, REVISED_BUDGET, WEIGHT
from jixiao.model import (
    Citation,
    Derivation,
    Evaluation,
    Figure,
    FundLine,
    Input,
    Interval,
    Message,
    Scored,
    Undecided,
)
from jixiao.model.classes import dataclass
from jixiao.model.figure import rounded as to_places
from jixiao.model.memo import remembered
from jixiao.policy import Policy, basis

from . import messages as say
from .agree import HUNDRED
from .figures import Amount, Unusable, amount, points
from .formulas import execution as execution_share
from .rounding import to_rate_places, to_score_places

_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate in percent: as the digits stand, and all that their rounding allows; the amounts it is made of."""

    point: Decimal
    interval: Interval
    part: Figure
    whole: Figure

    def inputs(self, at: str) -> tuple[Input, ...]:
        """Its amounts, of the row at that pointer."""
        return (
            Input(OUTTURN, f"{at}/outturn", self.part),
            Input(REVISED_BUDGET, f"{at}/revised_budget", self.whole),
        )


@remembered
def execution_rate(evaluation: Evaluation, policy: Policy) -> Scored | Undecided:
    """全年执行数 over 全年预算数 of the scored row, in percent, not capped. ``Undecided`` where an amount is missing
    or the budget is 0.
    """
    found = execution_line(evaluation)
    if found is None:
        return Undecided(say.NO_FUND_TOTAL(), "/funds")
    at = f"/funds/lines/{found[0]}"
    rate = rate_of_line(found[1], evaluation.funds.unit)
    if isinstance(rate, Undecided):
        return _below(rate, at)
    rounding, citation = to_rate_places(policy), basis("form.execution_rate").citation
    return _scored(rate, policy.rounding.rate, say.RATE(), rounding, citation, rate.inputs(at))


@remembered
def execution_score(evaluation: Evaluation, policy: Policy) -> Scored | Undecided:
    """The rate times its weight, never above the weight; or the step that the rate reaches, where the policy has
    steps.
    """
    weight = execution_weight(evaluation, policy)
    if isinstance(weight, Unusable):
        return Undecided(weight.reason, "/funds")
    found = execution_line(evaluation)
    if found is None:
        return Undecided(say.NO_SUCH_CELL(field=FUND_TOTAL), "/funds")
    at = f"/funds/lines/{found[0]}"
    rate = rate_of_line(found[1], evaluation.funds.unit)
    if isinstance(rate, Undecided):
        return _below(rate, at)
    inputs = rate.inputs(at)
    if relations.points(found[1].weight, weight=True) is not None:
        inputs = (*inputs, Input(WEIGHT, f"{at}/weight", weight))

    def score(percent: Decimal) -> Decimal:
        return policy.rounding.score(weight * execution_share(percent, policy))

    formula = say.SCORE_BY_STEP if policy.execution.formula == "steps" else say.SCORE_BY_RATE
    return _scored(rate, score, formula(weight=weight), to_score_places(policy), policy.citation("execution"), inputs)


def _below(undecided: Undecided, at: str) -> Undecided:
    """The same, said of a row at that pointer."""
    related = tuple(at + pointer for pointer in undecided.related)
    return Undecided(undecided.reason, at + undecided.at, related=related)


def execution_weight(evaluation: Evaluation, policy: Policy) -> Decimal | Unusable:
    """The points of the execution rate: as printed, else by the policy."""
    found = execution_line(evaluation)
    printed = points(found[1], "weight", EXECUTION_WEIGHT) if found else None
    if printed is None:
        return policy.weights.execution
    if isinstance(printed, Decimal) and printed < 0:
        return Unusable(say.NEGATIVE(field=EXECUTION_WEIGHT, value=printed))
    return printed


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


@remembered
def rate_of_line(line: FundLine, unit: str) -> Rate | Undecided:
    """The execution rate of any money row. Pointers are relative to the row."""
    budget, outturn = _amounts(line, unit)
    if isinstance(budget, Unusable):
        return Undecided(say.NO_RATE(why=budget.reason), "/revised_budget")
    if isinstance(outturn, Unusable):
        return Undecided(say.NO_RATE(why=outturn.reason), "/outturn")
    if budget.wan == 0:
        why = say.SPENT_WITHOUT_BUDGET() if outturn.wan else say.NO_MONEY()
        return Undecided(why, "/revised_budget", related=("/outturn",))
    return Rate(outturn.wan / budget.wan * HUNDRED, spread(budget, outturn), outturn.figure, budget.figure)


def possible_rate(line: FundLine, unit: str) -> Interval | None:
    """The rate in percent that the amounts of a row allow, else its printed rate, else ``None``."""
    rate = rate_of_line(line, unit)
    if isinstance(rate, Rate):
        return rate.interval
    return line.rate.interval if line.rate is not None and line.rate.value is not None and line.rate.unit else None


def possible_score(line: FundLine, unit: str, policy: Policy) -> Interval | None:
    """Every score, not rounded, that the figures of a row allow; ``None`` where its rate or weight is missing."""
    rate, weight = possible_rate(line, unit), relations.points(line.weight, weight=True)
    if rate is None or weight is None:
        return None
    return Interval(execution_share(rate.low, policy) * weight, execution_share(rate.high, policy) * weight)


def exact_score(line: FundLine, unit: str, policy: Policy) -> Decimal | None:
    """The score that the digits of a row give as they stand, not rounded; the weight is the policy's where none is
    printed.
    """
    rate = rate_of_line(line, unit)
    if isinstance(rate, Rate):
        percent = rate.point
    elif line.rate is not None and line.rate.value is not None and line.rate.unit:
        percent = line.rate.value
    else:
        return None
    printed = relations.points(line.weight, weight=True)
    return execution_share(percent, policy) * (policy.weights.execution if printed is None else printed)


def _amounts(line: FundLine, unit: str) -> tuple[Amount | Unusable, Amount | Unusable]:
    return amount(line, "revised_budget", unit, REVISED_BUDGET), amount(line, "outturn", unit, OUTTURN)


def spread(whole: Amount, part: Amount) -> Interval:
    """All rates in percent that the printed digits allow. The whole is above zero.

    Two amounts printed alike are the same amount, and of two printed to one place the smaller is not the larger one.
    """
    if whole.wan == part.wan:
        return Interval.at(HUNDRED)
    rates = part.interval / whole.interval if part.wan else Interval.at(Decimal(0))
    low, high = rates.low, rates.high
    if whole.grain == part.grain:
        low, high = (low, min(high, Decimal(1))) if part.wan < whole.wan else (max(low, Decimal(1)), high)
    return Interval(low * HUNDRED, high * HUNDRED)


def _scored(
    rate: Rate,
    rounded: Callable[[Decimal], Decimal],
    formula: Message,
    rounding: Message,
    citation: Citation,
    inputs: tuple[Input, ...],
) -> Scored:
    low, high, point = rounded(rate.interval.low), rounded(rate.interval.high), rounded(rate.point)
    steps = [
        say.QUOTIENT(part=rate.part, whole=rate.whole, percent=to_places(rate.point, _SHOWN, ROUND_HALF_EVEN)),
        say.ROUNDED_TO(rounding=rounding, value=point),
    ]
    reason = say.ROUNDED_AMOUNTS(point=point, low=low, high=high) if low != high else None
    if reason:
        steps.append(reason)
    return Scored(low, high, Derivation(formula, inputs, rounding, citation, tuple(steps)), reason)
