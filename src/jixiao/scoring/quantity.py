"""Quantities: a row whose target rules can decide enters, the share of its weight leaves.

Where rules do not settle the share, it is a range, and a reason says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jixiao.model import Citation, Interval, Scored
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

from .figures import is_written
from .formulas import ONE, ZERO, earned, inverse, over_target, positive
from .row import Row, percent_words

_PROPORTIONAL = (Direction.POSITIVE, Direction.EQUAL, Direction.INVERSE)
_MEASURED = (Number, Ratio, Frequency, BudgetRelative)
"""Values whose ratio measures by how much the target was missed. A rank has a ratio too, but no proportion."""


@dataclass(frozen=True, slots=True)
class Share:
    """Least and greatest share of the weight (0–1), the formula in words, its source, and why it is no single value."""

    low: Decimal
    high: Decimal
    formula: str
    citation: Citation
    reason: str = ""


def score_quantity(row: Row, policy: Policy) -> Scored:
    """The score of a quantitative row."""
    share = _share(row, policy)
    span = Interval(earned(row.weight, share.low, policy), earned(row.weight, share.high, policy))
    return row.scored(span, share.formula, share.citation, policy, reason=share.reason, steps=_steps(row, share, span))


def _steps(row: Row, share: Share, span: Interval) -> tuple[str, ...]:
    """What was compared, and the sum; none where anything goes."""
    words = percent_words(share.low) + (f"–{percent_words(share.high)}" if share.low != share.high else "")
    result = f"{span.low:f}" + (f"–{span.high:f}" if span.low != span.high else "")
    computed = "" if (share.low, share.high) == (ZERO, ONE) else f"{row.weight:f} × {words} → {result}"
    said = (str(row.comparison.reason), *map(str, row.comparison.notes), computed)
    return tuple(dict.fromkeys(step for step in said if step))


def _share(row: Row, policy: Policy) -> Share:
    comparison = row.comparison
    way, ratio = comparison.direction, comparison.ratio
    citation = policy.citation("inverse" if way is Direction.INVERSE else "positive")
    satisfied = _satisfaction(row, policy)
    if satisfied is not None:
        share = policy.satisfaction.intervals.share(satisfied)
        return Share(share, share, "按满意度所在区间计分", policy.citation("satisfaction"))
    if comparison.met is Met.UNDECIDED:
        if ratio is not None and way in _PROPORTIONAL and _bounded(row):
            return _short(row, ratio, policy, citation)
        return Share(ZERO, ONE, "无法由规则计分", citation, str(comparison.reason))
    if comparison.met is Met.MET:
        return _full(row, policy, citation)
    if _is_zero(row.target):
        return Share(ZERO, ZERO, "指标值为0，超过0不得分", citation)
    if ratio is None or way not in _PROPORTIONAL or not isinstance(row.target, _MEASURED):
        return Share(ZERO, ONE, "未达到指标值，扣分幅度由人判断", citation, str(comparison.reason))
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
    reached = Share(ONE, ONE, "达到指标值，得满分", citation)
    if ratio is None or row.comparison.direction not in (Direction.POSITIVE, Direction.EQUAL):
        return reached
    taken = over_target(ratio, policy)
    if not taken or (policy.over_target.exempt_if_reason and is_written(row.indicator.explanation)):
        return reached
    formula = f"实际值为指标值的{percent_words(ratio)}，指标值明显偏低，扣分值的{percent_words(taken)}"
    return Share(ONE - taken, ONE - taken, formula, policy.citation("over_target"))


def _short(row: Row, ratio: Decimal, policy: Policy, citation: Citation) -> Share:
    """Missed by a known ratio."""
    if row.comparison.direction is Direction.INVERSE:
        low, high, words = inverse(ratio, policy)
        share = Share(low, high, words, citation, "政策未规定反向指标的计分公式")
    else:
        part = positive(ratio, policy)
        whole = policy.positive.formula == "all_or_nothing"
        share = Share(part, part, "未达到指标值不得分" if whole else "得分 = 分值 × 实际值 ÷ 指标值", citation)
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
    return Share(low, high, share.formula, share.citation, "所填为约数，只能确定范围")


def _is_zero(target: Value) -> bool:
    """Whether nothing at all may happen: there is no ratio to a target of 0."""
    return isinstance(target, ZeroEvents) or (isinstance(target, Number) and target.low == 0 == target.high)
