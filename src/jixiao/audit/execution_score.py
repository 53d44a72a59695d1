"""What the score of the execution rate can be by the figures of its own row and the policy's formula."""

from __future__ import annotations

from jixiao.model import FundLine, Interval
from jixiao.policy import Policy
from jixiao.scoring import execution_share

from .money import HUNDRED, amount, rate_of


def possible_rate(line: FundLine, unit: str) -> Interval | None:
    """The rate in percent that the printed amounts allow, else the printed rate, else ``None``."""
    whole, part = amount(line.revised_budget, unit), amount(line.outturn, unit)
    if whole is not None and part is not None:
        if whole == part:
            return Interval.at(HUNDRED)  # the same quantity printed twice is the same
        computed = rate_of(part, whole)
        if computed is not None:
            return computed
    if line.rate is not None and line.rate.value is not None and line.rate.unit:
        return line.rate.interval
    return None


def expected_score(line: FundLine, unit: str, policy: Policy) -> Interval | None:
    """Share × weight, not rounded, for every rate that the printed figures allow; ``None`` where one is missing."""
    rate = possible_rate(line, unit)
    if rate is None or line.weight is None or line.weight.value is None:
        return None
    low, high = (execution_share(percent, policy) * line.weight.value for percent in (rate.low, rate.high))
    return Interval(low, high)


def score_range(line: FundLine, unit: str, policy: Policy) -> Interval:
    """Every value of the execution score that its row allows: as printed, or before rounding. Needs a printed score."""
    if line.score is None or line.score.value is None:
        raise ValueError("no execution score is printed")
    printed = Interval.at(line.score.value)
    expected = expected_score(line, unit, policy)
    if expected is None:
        return line.score.interval if line.score.places else printed
    if not expected.meets(line.score.interval):
        return printed
    return Interval(min(printed.low, expected.low), max(printed.high, expected.high))
