"""Quantities: a row whose target rules can decide enters, the share of its weight leaves.

Where rules do not settle the share, it is a range, and a reason says why.
"""

from __future__ import annotations

from decimal import Decimal

from jixiao.model import Citation, Interval, Message, Scored
from jixiao.model.classes import dataclass
from jixiao.model.value import (
    Approx,
    BudgetRelative,
    Direction,
    Frequency,
    Met,
    Number,
    Ratio,
    Sign,
    Value,
    ZeroEvents,
)
from jixiao.policy import Policy

from . import messages as say
from .figures import is_written
from .formulas import ONE, ZERO, earned, inverse, over_target, positive
from .row import Row, percent

_PROPORTIONAL = (Direction.POSITIVE, Direction.EQUAL, Direction.INVERSE)
_MEASURED = (Number, Ratio, Frequency, BudgetRelative)
"""Values whose ratio measures by how much the target was missed. A rank has a ratio too, but no proportion."""


@dataclass(frozen=True, slots=True)
class Share:
    """Least and greatest share of the weight (0–1), the formula in words, its source, and why it is no single value."""

    low: Decimal
    high: Decimal
    formula: Message
    citation: Citation
    reason: Message | None = None


def score_quantity(row: Row, policy: Policy) -> Scored:
    """The score of a quantitative row."""
    share = _share(row, policy)
    span = Interval(earned(row.weight, share.low, policy), earned(row.weight, share.high, policy))
    return row.scored(span, share.formula, share.citation, policy, reason=share.reason, steps=_steps(row, share, span))


def _steps(row: Row, share: Share, span: Interval) -> tuple[Message, ...]:
    """What was compared, and the sum; none where anything goes."""
    found: list[Message] = []
    for step in (row.comparison.reason, *row.comparison.notes):
        if step not in found:
            found.append(step)
    if (share.low, share.high) != (ZERO, ONE):
        found.append(say.TIMES(weight=row.weight, share=_percent(share), score=_points(span)))
    return tuple(found)


def _percent(share: Share) -> Message:
    low = percent(share.low)
    if share.low == share.high:
        return say.PERCENT(value=low)
    return say.PERCENT_FROM_TO(low=low, high=percent(share.high))


def _points(span: Interval) -> Message | Decimal:
    return span.low if span.low == span.high else say.FROM_TO(low=span.low, high=span.high)


def _share(row: Row, policy: Policy) -> Share:
    comparison = row.comparison
    way, ratio = comparison.direction, comparison.ratio
    citation = policy.citation("inverse" if way is Direction.INVERSE else "positive")
    satisfied = _satisfaction(row, policy)
    if satisfied is not None:
        share = policy.satisfaction.intervals.share(satisfied)
        return Share(share, share, say.BY_SATISFACTION(), policy.citation("satisfaction"))
    if comparison.met is Met.UNDECIDED:
        if ratio is not None and way in _PROPORTIONAL and _bounded(row):
            return _short(row, ratio, policy, citation)
        return Share(ZERO, ONE, say.BEYOND_RULES(), citation, comparison.reason)
    if comparison.met is Met.MET:
        return _full(row, policy, citation)
    if _is_zero(row.target):
        return Share(ZERO, ZERO, say.NOTHING_ALLOWED(), citation)
    if ratio is None or way not in _PROPORTIONAL or not isinstance(row.target, _MEASURED):
        return Share(ZERO, ONE, say.BY_A_PERSON(), citation, comparison.reason)
    return _short(row, ratio, policy, citation)


def _satisfaction(row: Row, policy: Policy) -> Decimal | None:
    """The satisfaction in percent, where the policy scores it by intervals."""
    actual, indicator = row.actual, row.indicator
    if policy.satisfaction.mode != "intervals" or not isinstance(actual, Number):
        return None
    measured = actual.sign in (Sign.NONE, Sign.EQUAL) and actual.approx is Approx.EXACT and not actual.suspicion
    plain = measured and actual.low == actual.high and actual.unit in ("%", "")
    return actual.low if plain and "满意" in indicator.level1 + indicator.level2 + indicator.name else None


def _full(row: Row, policy: Policy, citation: Citation) -> Share:
    """Reached; far above the target a ladder may take something away, unless a reason is given."""
    ratio = row.comparison.ratio
    reached = Share(ONE, ONE, say.REACHED(), citation)
    if ratio is None or row.comparison.direction not in (Direction.POSITIVE, Direction.EQUAL):
        return reached
    taken = over_target(ratio, policy)
    if not taken or (policy.over_target.exempt_if_reason and is_written(row.indicator.explanation)):
        return reached
    formula = say.FAR_ABOVE(ratio=percent(ratio), taken=percent(taken))
    return Share(ONE - taken, ONE - taken, formula, policy.citation("over_target"))


def _short(row: Row, ratio: Decimal, policy: Policy, citation: Citation) -> Share:
    """Missed by a known ratio."""
    if row.comparison.direction is Direction.INVERSE:
        low, high, words = inverse(ratio, policy)
        share = Share(low, high, words, citation, say.NO_INVERSE_FORMULA())
    else:
        part = positive(ratio, policy)
        whole = policy.positive.formula == "all_or_nothing"
        share = Share(part, part, (say.ALL_OR_NOTHING if whole else say.PROPORTIONAL)(), citation)
    return _opened(row, share)


def _bounded(row: Row) -> bool:
    """Whether the actual is a figure with one open side: 200余 is at least 200, 近200 at most that."""
    return (
        isinstance(row.target, Number)
        and row.target.approx is Approx.EXACT
        and isinstance(row.actual, Number)
        and row.actual.approx in (Approx.OVER, Approx.NEARLY)
    )


def _opened(row: Row, share: Share) -> Share:
    """The share as far as an approximate figure settles it: 300余 leaves open what is above, 近300 what is below."""
    target = row.target.approx if isinstance(row.target, Number) else Approx.EXACT
    actual = row.actual.approx if isinstance(row.actual, Number) else Approx.EXACT
    if target is Approx.EXACT is actual:
        return share
    low, high = ZERO, ONE
    if _bounded(row):
        rises = (row.comparison.direction is not Direction.INVERSE) is (actual is Approx.OVER)
        low, high = (share.low, ONE) if rises else (ZERO, share.high)
    return Share(low, high, share.formula, share.citation, say.APPROXIMATE())


def _is_zero(target: Value) -> bool:
    """Whether nothing at all may happen: there is no ratio to a target of 0."""
    return isinstance(target, ZeroEvents) or (isinstance(target, Number) and target.low == 0 == target.high)
