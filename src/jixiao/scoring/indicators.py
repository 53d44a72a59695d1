"""One indicator: what is written and a policy enter, its appraisal leaves.

Rules decide quantities; of a judgement they only know the band that a person may choose from. What cannot be computed
from what was written is an interval with its reason, or :class:`Undecided`.
"""

from __future__ import annotations

from decimal import Decimal

from jixiao.forms.terms import ACTUAL, SCORE, TARGET, WEIGHT
from jixiao.model import Evaluation, Indicator, Interval, Scored, Undecided
from jixiao.model.value import Direction, Empty, Met, NotApplicable, Placeholder
from jixiao.policy import Policy
from jixiao.values import compare

from . import messages as say
from .appraisal import IndicatorAppraisal
from .figures import Unusable, is_vacant, points
from .formulas import ONE, ZERO, earned
from .grades import claimed_band
from .judgement import score_judgement
from .quantity import score_quantity
from .row import Row, actual_of, direction_of, does_not_apply, is_quantity, target_of


def appraise_indicator(
    evaluation: Evaluation, number: int, policy: Policy, *, budget: Decimal | None, outturn: Decimal | None
) -> IndicatorAppraisal:
    """The appraisal of ``/indicators/<number>``; ``budget`` and ``outturn`` (万元) decide targets that speak of the
    budget.
    """
    indicator = evaluation.indicators[number]
    at = f"/indicators/{number}"
    target, actual = target_of(indicator), actual_of(indicator)
    way = direction_of(indicator, target)
    comparison = compare(target, actual, direction=way, budget=budget, outturn=outturn, year=evaluation.year)
    quantitative = is_quantity(target) and comparison.direction is not Direction.QUALITATIVE
    without = is_vacant(indicator) or indicator.group is not None or isinstance(target, NotApplicable)
    weight = _weight(indicator, f"{at}/weight", none_needed=without)
    if isinstance(weight, Undecided):
        return IndicatorAppraisal(at, target, actual, comparison.direction, comparison, weight, quantitative)
    row = Row(indicator, at, target, actual, comparison, weight)
    scored = _score(row, policy, quantitative=quantitative)
    claim = "" if quantitative else _claim(row, policy)
    return IndicatorAppraisal(at, target, actual, comparison.direction, comparison, scored, quantitative, claim)


def _weight(indicator: Indicator, at: str, *, none_needed: bool) -> Decimal | Undecided:
    """The weight; an empty row, the lower part of a merged one, or one that does not apply, needs none."""
    weight = points(indicator, "weight", WEIGHT)
    if isinstance(weight, Unusable):
        return Undecided(weight.reason, at)
    if weight is None:
        return ZERO if none_needed else Undecided(say.CANNOT_SCORE(why=say.BLANK(field=WEIGHT)), at)
    if weight < 0:
        return Undecided(say.CANNOT_SCORE(why=say.NEGATIVE(field=WEIGHT, value=weight)), at)
    return weight


def _score(row: Row, policy: Policy, *, quantitative: bool) -> Scored | Undecided:
    if row.weight == 0:
        none = Interval.at(earned(ZERO, ZERO, policy))
        return row.scored(none, say.WEIGHT_ZERO(), policy.citation("not_applicable"), policy)
    if does_not_apply(row.target, row.actual):
        return _not_applicable(row, policy)
    for value, field, what in ((row.target, "target", TARGET), (row.actual, "actual", ACTUAL)):
        if isinstance(value, Empty):
            return Undecided(say.CANNOT_SCORE(why=say.BLANK(field=what)), f"{row.at}/{field}")
        if isinstance(value, Placeholder):
            return Undecided(say.NOT_FILLED(field=what, raw=value.raw), f"{row.at}/{field}")
    marked = isinstance(row.target, NotApplicable) or isinstance(row.actual, NotApplicable)
    if marked and row.comparison.met is Met.UNDECIDED:
        citation = policy.citation("positive")
        return row.scored(_anything(row, policy), say.BEYOND_RULES(), citation, policy, reason=row.comparison.reason)
    return score_quantity(row, policy) if quantitative else score_judgement(row, policy)


def _not_applicable(row: Row, policy: Policy) -> Scored:
    """A row marked 不适用 that still carries points: left out of the sum, or for a person to sort out."""
    citation = policy.citation("not_applicable")
    if policy.not_applicable.mode == "zero_weight":
        formula, reason = say.SHOULD_WEIGH_NOTHING(), say.WEIGHT_FIRST()
        return row.scored(_anything(row, policy), formula, citation, policy, reason=reason)
    return row.scored(Interval.at(earned(row.weight, ZERO, policy)), say.NOT_APPLICABLE(), citation, policy)


def _anything(row: Row, policy: Policy) -> Interval:
    """All that the weight allows."""
    return Interval(earned(row.weight, ZERO, policy), earned(row.weight, ONE, policy))


def _claim(row: Row, policy: Policy) -> str:
    """The band that the stated score falls into."""
    stated = points(row.indicator, "score", SCORE)
    band = claimed_band(stated, row.weight, policy) if isinstance(stated, Decimal) else None
    return band.name if band else ""
