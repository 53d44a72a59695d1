"""Sums over the rows of a table: 复加, the scores as stated; 复算, the scores by the policy.

A table that is filled in gives a :class:`Scored`. One that lacks something gives a :class:`Partial`: what is known so
far, out of what weight, and what is missing. Nothing that a table leaves out makes the whole unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from decimal import Decimal

from jixiao.forms.relations import counts_execution, execution_line
from jixiao.forms.terms import EXECUTION_SCORE, INDICATORS, SCORE, WEIGHT
from jixiao.model import Citation, Derivation, Evaluation, Indicator, Input, Message, Partial, Scored, Term, Undecided
from jixiao.model.classes import dataclass
from jixiao.model.memo import remembered
from jixiao.model.value import NotApplicable
from jixiao.policy import Policy, basis

from . import messages as say
from .agree import HUNDRED
from .appraisal import IndicatorAppraisal
from .execution import execution_weight
from .figures import Unusable, is_vacant, points
from .formulas import ZERO
from .rounding import to_score_places
from .row import actual_of, does_not_apply, target_of

_Name = str | Term | Message


@dataclass(slots=True)
class _Adding:
    """A sum in the making: the parts that are known, and what is missing with its reason."""

    inputs: list[Input] = field(default_factory=list)
    low: Decimal = ZERO
    high: Decimal = ZERO
    weight: Decimal = ZERO
    ranges: int = 0
    missing: list[tuple[str, _Name, Message]] = field(default_factory=list)
    rest: Decimal | None = ZERO

    def known(self, name: _Name, at: str, value: Decimal | Scored, weight: Decimal | Unusable | None) -> None:
        """A part with its score."""
        low, high = (value.low, value.high) if isinstance(value, Scored) else (value, value)
        self.inputs.append(Input(name, at, value))
        self.low += low
        self.high += high
        self.ranges += low != high
        self.weight += weight if isinstance(weight, Decimal) else ZERO

    def lacking(self, name: _Name, at: str, why: Message, weight: Decimal | Unusable | None) -> None:
        """A part that could not be scored; it leaves open whatever its weight allows."""
        self.missing.append((at, name, why))
        if self.rest is not None:
            self.rest = self.rest + weight if isinstance(weight, Decimal) and weight >= 0 else None


@remembered
def sum_of_stated_scores(evaluation: Evaluation, policy: Policy) -> Scored | Partial:
    """复加: all indicator scores and the execution score as printed; partial where a score that counts is blank or not
    readable.
    """
    adding = _Adding()
    for number, indicator in enumerate(evaluation.indicators):
        score, weight = points(indicator, "score", SCORE), points(indicator, "weight", WEIGHT)
        at, name = f"/indicators/{number}/score", _name(indicator, number)
        if _drops_out(indicator, policy):
            continue
        if isinstance(score, Decimal):
            adding.known(name, at, score, weight)
        elif score is not None:
            adding.lacking(name, at, say.OF_ROW(row=_row(indicator, number), what=score.reason), weight)
        elif not _counts_for_nothing(indicator, weight):
            adding.lacking(name, at, say.NO_SCORE(row=_row(indicator, number)), weight)
    steps = [say.INDICATORS_MAKE(sum=adding.low)]
    if not adding.inputs:
        return _partial(adding, policy, say.ADDED_ALL(), say.NO_SCORES())
    if not counts_execution(evaluation):
        return _finished(evaluation, policy, adding, say.ADDED_INDICATORS(), steps)
    stated = _stated_execution(evaluation)
    weight = execution_weight(evaluation, policy)
    if isinstance(stated, Undecided):
        adding.lacking(EXECUTION_SCORE, stated.at, stated.reason, weight)
    else:
        adding.known(EXECUTION_SCORE, stated[0], stated[1], weight)
        steps.append(say.WITH_EXECUTION(score=stated[1], sum=adding.low))
    return _finished(evaluation, policy, adding, say.ADDED_ALL(), steps)


def rescored_total(
    evaluation: Evaluation, indicators: Sequence[IndicatorAppraisal], execution: Scored | Undecided, policy: Policy
) -> Scored | Partial:
    """复算: the scores by the policy added up, intervals with intervals. What could not be scored may become anything
    from 0 to its weight.
    """
    adding = _Adding()
    vacant: list[int] = []
    dropped = ZERO
    for number, (appraised, indicator) in enumerate(zip(indicators, evaluation.indicators, strict=True)):
        weight = points(indicator, "weight", WEIGHT)
        if _drops_out(indicator, policy):
            dropped += weight if isinstance(weight, Decimal) else ZERO
            continue
        name, scored = _name(indicator, number), appraised.scored
        if weight is None and is_vacant(indicator) and indicator.group is None:
            vacant.append(number)
        elif isinstance(scored, Scored):
            adding.known(name, f"{appraised.at}/score", scored, weight)
        else:
            adding.lacking(name, scored.at, scored.reason, weight)
    nothing = not adding.inputs and not adding.missing
    if nothing and not vacant:
        adding.lacking(INDICATORS, "/indicators", say.NO_INDICATORS(), None)
    if counts_execution(evaluation):
        found = execution_line(evaluation)
        weight = execution_weight(evaluation, policy)
        if isinstance(execution, Scored):
            adding.known(EXECUTION_SCORE, f"/funds/lines/{found[0]}/score" if found else "/funds", execution, weight)
        else:
            adding.lacking(EXECUTION_SCORE, execution.at, execution.reason, weight)
    _unfilled(evaluation, adding, vacant, dropped)
    if nothing:
        return _partial(adding, policy, say.RESCORED_ALL(), say.NO_INDICATORS())
    steps = [say.ADDS_UP_TO(sum=_span(adding.low, adding.high))]
    return _finished(evaluation, policy, adding, say.RESCORED_ALL(), steps)


def _unfilled(evaluation: Evaluation, adding: _Adding, vacant: Sequence[int], dropped: Decimal) -> None:
    """Rows that are quite empty lack something only where the others do not make up the full score."""
    if adding.rest is None or not vacant:
        return
    printed = evaluation.total_weight.value if evaluation.total_weight is not None else None
    open_points = (printed if printed is not None else HUNDRED) - adding.weight - adding.rest - dropped
    if open_points <= 0:
        return
    for number in vacant:
        indicator = evaluation.indicators[number]
        why = say.UNFILLED_ROW(row=_row(indicator, number))
        adding.lacking(_name(indicator, number), f"/indicators/{number}", why, ZERO)
    adding.rest += open_points


def _finished(
    evaluation: Evaluation, policy: Policy, adding: _Adding, formula: Message, steps: list[Message]
) -> Scored | Partial:
    """The total converted to 100 and capped, where the policy says so; what there is of it where a part is missing."""
    if adding.missing:
        return _partial(adding, policy, formula)
    citation: Citation = basis("form.total").citation
    low, high = adding.low, adding.high
    if policy.not_applicable.mode == "rescale_to_100" and any(_drops_out(i, policy) for i in evaluation.indicators):
        applicable = _applicable_weight(evaluation, policy)
        if isinstance(applicable, Undecided):
            adding.lacking(say.NOTHING_APPLIES(), applicable.at, applicable.reason, None)
            return _partial(adding, policy, formula)
        factor = HUNDRED / applicable
        low, high = policy.rounding.score(low * factor), policy.rounding.score(high * factor)
        citation = policy.citation("not_applicable")
        steps.append(say.CONVERTED(weight=applicable, sum=_span(low, high)))
    cap = policy.total.cap
    if cap is not None and high > cap:
        low, high, citation = min(low, cap), cap, policy.citation("total")
        steps.append(say.CAPPED(cap=cap))
    derivation = Derivation(formula, tuple(adding.inputs), to_score_places(policy), citation, tuple(steps))
    return Scored(low, high, derivation, say.RANGES(count=adding.ranges) if low != high else None)


def _partial(adding: _Adding, policy: Policy, formula: Message, nothing: Message | None = None) -> Partial:
    """What is known so far; ``nothing`` is said where no row has anything to count."""
    names = tuple(name for _, name, _ in adding.missing)
    sum_ = _span(adding.low, adding.high)
    steps = (say.SO_FAR(sum=sum_, weight=adding.weight, rows=names),) if adding.inputs and names else ()
    citation = basis("form.total").citation
    derivation = Derivation(formula, tuple(adding.inputs), to_score_places(policy), citation, steps)
    missing = tuple(at for at, _, _ in adding.missing)
    rescaled = policy.not_applicable.mode == "rescale_to_100"
    rest = None if nothing is not None or rescaled else adding.rest
    cap = policy.total.cap
    if rest is not None and cap is not None:
        rest = max(min(rest, cap - adding.high), ZERO)
    reason = nothing or _reason(adding, bounded=rest is not None)
    return Partial(adding.low, adding.high, adding.weight, rest, missing or ("/indicators",), derivation, reason)


def _reason(adding: _Adding, *, bounded: bool) -> Message:
    count = len(adding.missing)
    if not bounded or not adding.ranges:
        first = adding.missing[0][2]
        return first if count == 1 else say.AND_OTHERS(first=first, count=count)
    return say.BOTH(one=say.RANGES(count=adding.ranges), other=say.UNSCORED(count=count))


def _applicable_weight(evaluation: Evaluation, policy: Policy) -> Decimal | Undecided:
    """The weights of the rows that apply, with the execution rate."""
    total = ZERO
    for number, indicator in enumerate(evaluation.indicators):
        weight = points(indicator, "weight", WEIGHT)
        if _drops_out(indicator, policy) or _counts_for_nothing(indicator, weight):
            continue
        if not isinstance(weight, Decimal):
            return Undecided(say.NO_WEIGHT_TO_CONVERT(row=_row(indicator, number)), f"/indicators/{number}/weight")
        total += weight
    execution = execution_weight(evaluation, policy)
    if isinstance(execution, Unusable):
        return Undecided(execution.reason, "/funds")
    total += execution if counts_execution(evaluation) else ZERO
    return total if total > 0 else Undecided(say.NOTHING_APPLIES(), "/indicators")


def _stated_execution(evaluation: Evaluation) -> tuple[str, Decimal] | Undecided:
    """The printed execution score with its place."""
    found = execution_line(evaluation)
    if found is None:
        return Undecided(say.NO_EXECUTION_SCORE(), "/funds")
    at = f"/funds/lines/{found[0]}/score"
    score = points(found[1], "score", EXECUTION_SCORE)
    if isinstance(score, Unusable):
        return Undecided(score.reason, at)
    return Undecided(say.EXECUTION_SCORE_BLANK(), at) if score is None else (at, score)


def _counts_for_nothing(indicator: Indicator, weight: Decimal | Unusable | None) -> bool:
    """A row without points: left out, marked as not applicable, or the lower part of a merged one."""
    if weight == 0:
        return True
    return weight is None and (
        is_vacant(indicator) or indicator.group is not None or isinstance(target_of(indicator), NotApplicable)
    )


def _drops_out(indicator: Indicator, policy: Policy) -> bool:
    """Whether the policy leaves this row out because it does not apply."""
    if policy.not_applicable.mode == "zero_weight":
        return False
    return does_not_apply(target_of(indicator), actual_of(indicator))


def _name(indicator: Indicator, number: int) -> _Name:
    return indicator.name or say.NTH_ROW(number=number + 1)


def _row(indicator: Indicator, number: int) -> Message:
    return say.ROW(name=indicator.name) if indicator.name else say.NTH_ROW(number=number + 1)


def _span(low: Decimal, high: Decimal) -> Message | Decimal:
    return low if low == high else say.FROM_TO(low=low, high=high)
