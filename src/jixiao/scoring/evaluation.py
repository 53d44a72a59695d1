"""A whole table: an evaluation and a policy enter, its :class:`Appraisal` leaves."""

from __future__ import annotations

from jixiao.model import Evaluation, Interval, Partial, Scored
from jixiao.model.memo import remembered
from jixiao.policy import Policy

from .appraisal import Appraisal
from .execution import budget_context, execution_score
from .grades import grade_of
from .indicators import appraise_indicator
from .sums import rescored_total, sum_of_stated_scores


@remembered
def appraise(evaluation: Evaluation, policy: Policy) -> Appraisal:
    """Score everything that a table states. Never raises for what a table says: what cannot be scored is an
    :class:`Undecided`.
    """
    budget, outturn = budget_context(evaluation)
    indicators = tuple(
        appraise_indicator(evaluation, number, policy, budget=budget, outturn=outturn)
        for number in range(len(evaluation.indicators))
    )
    execution = execution_score(evaluation, policy)
    rescored = rescored_total(evaluation, indicators, execution, policy)
    total = evaluation.total.value if evaluation.total is not None else None
    return Appraisal(
        execution,
        indicators,
        sum_of_stated_scores(evaluation, policy),
        rescored,
        grade_of(total, policy) if total is not None else None,
        _common_grade(rescored, policy),
    )


def _common_grade(scored: Scored | Partial, policy: Policy) -> str | None:
    """The grade of a score, of an interval only where both ends share it."""
    span = scored.bounds if isinstance(scored, Partial) else Interval(scored.low, scored.high)
    if span is None:
        return None
    low, high = grade_of(span.low, policy), grade_of(span.high, policy)
    return low if low == high else None
