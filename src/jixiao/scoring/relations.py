"""What the relations of a form come to: a relation, its record and a policy enter, a number leaves, and how far the
printed figure agrees with it.

The equations stand in :mod:`jixiao.forms.relations`; here they are evaluated, with the intervals that printed digits
allow and the rounding that the relation names. Whatever reads a relation asks here: checks, corrections, workbooks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache, reduce
from itertools import combinations
from typing import Any

from jixiao.forms.relations import Formula, Parts, Quantity, Relation
from jixiao.model import Evaluation, Figure, FundLine, Interval, Message, Partial, Record, Scored, Undecided
from jixiao.model.classes import dataclass
from jixiao.model.figure import rounded
from jixiao.policy import Policy

from . import messages as say
from .agree import HUNDRED, Agreement, explained, rate_agreement
from .execution import exact_score, execution_score, possible_score, spread
from .figures import Amount, measured
from .sums import sum_of_stated_scores

_ROUNDED: dict[str, Callable[[Policy, Decimal], Decimal]] = {
    "": lambda policy, value: value,
    "rounding.rate_places": lambda policy, value: policy.rounding.rate(value),
    "rounding.score_places": lambda policy, value: policy.rounding.score(value),
}
"""What the policy parameter that a relation names does to its result."""

_TENTH = Decimal("0.1")
_MOST = 10
"""Rows of which every choice is tried, where some may be parts of others."""


@dataclass(frozen=True, slots=True)
class Computed:
    """What a relation comes to, in the unit of its cell.

    ``exact`` is what the printed digits give as they stand, ``allowed`` all that their rounding leaves open, ``value``
    the result rounded as the policy says. ``used`` and ``figures`` are the inputs with a number; ``missing`` were not
    read, so that ``exact`` is only what is known so far; ``blank`` ones count nothing. ``scored`` is the score with
    its derivation, where it is one.
    """

    relation: Relation
    exact: Decimal
    allowed: Interval
    value: Decimal
    used: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    missing: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    scored: Scored | None = None


Result = Computed | Partial | Undecided | None
"""Undecided: a cell was read with doubt. Partial: a total that lacks a score. ``None``: there is nothing to compute."""


def compute(relation: Relation, record: Any, policy: Policy) -> Result:
    """What the inputs give."""
    match relation.formula:
        case Formula.SUM | Formula.WEIGHTS:
            return _sum(relation, record)
        case Formula.RATE:
            return _rate(relation, record, policy)
        case Formula.POINTS:
            return _points(relation, record, policy)
        case Formula.TOTAL:
            return _total(relation, record, policy)


def stated(relation: Relation, record: Any) -> Figure | Undecided | None:
    """What is printed where the relation ends: ``Undecided`` where it was read with doubt, ``None`` where the form has
    no such cell.
    """
    holder, field, figure = _cell(record, relation.at)
    return figure if isinstance(figure, Figure) else _doubt(holder, field, relation.at)


def comparable(relation: Relation, figure: Figure) -> bool:
    """Whether a printed figure is a number that can be held against the result: of a sum of money, an amount."""
    if relation.formula is Formula.SUM:
        return figure.wan() is not None
    return figure.value is not None


def agreement(computed: Computed, figure: Figure, record: Any, policy: Policy) -> Agreement:
    """How far the printed figure agrees. It must be :func:`comparable`."""
    match computed.relation.formula:
        case Formula.SUM:
            return _sum_agrees(computed, figure, record)
        case Formula.RATE:
            return _rate_agrees(computed, figure)
        case Formula.POINTS:
            return _points_agree(computed, figure, record)
        case Formula.TOTAL:
            return _total_agrees(computed, figure)
        case Formula.WEIGHTS:
            return _weights_agree(computed, figure, record, policy)


def working(computed: Computed, result: Figure) -> Message:
    """How ``result``, the computed figure as it is printed, comes about."""
    if computed.scored is not None:
        derivation = computed.scored.derivation
        return reduce(lambda one, other: say.THEN(one=one, other=other), derivation.steps, derivation.formula)
    sign = " ÷ " if computed.relation.formula is Formula.RATE else " + "
    terms = sign.join(figure.raw for figure in computed.figures)
    return say.MAKES(words=computed.relation.words, working=terms, value=result)


def _cell(record: Any, pointer: str) -> tuple[Any, str, Any]:
    """The record that holds a cell, the field's name, and what stands there."""
    holder = record
    path, field = _path(pointer)
    for part in path:
        holder = holder[part] if isinstance(part, int) else getattr(holder, part)
    return holder, field, getattr(holder, field)


@lru_cache(maxsize=1 << 12)
def _path(pointer: str) -> tuple[tuple[int | str, ...], str]:
    """The steps of a pointer that goes by positions, and the field at its end."""
    *path, field = pointer.split("/")[1:]
    return tuple(int(part) if part.isdecimal() else part for part in path), field


def _doubt(holder: Any, field: str, at: str) -> Undecided | None:
    doubt = holder.doubt(field) if isinstance(holder, Record) and holder.doubts else None
    return Undecided(say.DOUBTFUL(raw=doubt.raw, reason=doubt.reason), at) if doubt else None


# --- sums ---


def _sum(relation: Relation, record: Any) -> Result:
    """Amounts or weights added; of rows that may be parts of one another, the largest."""
    unit = _unit(record) if relation.quantity is Quantity.MONEY else None
    used: list[str] = []
    missing: list[str] = []
    blank: list[str] = []
    figures: list[Figure] = []
    amounts: list[Amount] = []
    for pointer in relation.inputs:
        holder, field, figure = _cell(record, pointer)
        if figure is None:
            unsure = _doubt(holder, field, pointer)
            if unsure is not None:
                return unsure
            missing.append(pointer)
        elif figure.value is None:
            (blank if figure.is_blank else missing).append(pointer)
        elif unit is None:
            used.append(pointer)
            figures.append(figure)
        elif (amount := measured(figure, unit)) is None:
            missing.append(pointer)
        else:
            used.append(pointer)
            figures.append(figure)
            amounts.append(amount)
    if not figures:
        return None
    exact, allowed = _points_added(figures) if unit is None else _added(relation, record, amounts, unit)
    return Computed(relation, exact, allowed, exact, tuple(used), tuple(figures), tuple(missing), tuple(blank))


def _added(relation: Relation, record: Any, amounts: list[Amount], unit: str) -> tuple[Decimal, Interval]:
    """The sum of amounts in the unit of the cell where it stands, and all that their digits allow."""
    whole = stated(relation, record)
    values, spans = _in_unit(amounts, unit, whole if isinstance(whole, Figure) else None)
    if relation.parts is Parts.NESTED:
        largest = max(range(len(values)), key=values.__getitem__)
        return values[largest], spans[largest]
    return sum(values, Decimal(0)), Interval.total(spans)


def _points_added(figures: list[Figure]) -> tuple[Decimal, Interval]:
    """Weights are given, hence exact."""
    exact = sum((figure.value for figure in figures if figure.value is not None), Decimal(0))
    return exact, Interval.at(exact)


def _unit(record: Any) -> str:
    unit: str = record.funds.unit if isinstance(record, Evaluation) else record.unit
    return unit


def _in_unit(amounts: Sequence[Amount], unit: str, like: Figure | None) -> tuple[list[Decimal], list[Interval]]:
    """Amounts in the unit of another cell, else of the table."""
    scale = _scale(like.unit if like is not None else "", unit)
    if scale == 1:
        return [a.wan for a in amounts], [a.interval for a in amounts]
    one = Interval.at(scale)
    return [a.wan / scale for a in amounts], [a.interval / one for a in amounts]


@lru_cache(maxsize=256)
def _scale(own: str, unit: str) -> Decimal:
    """What one of the unit that a cell prints, else of the table, is in 万元."""
    return Figure(f"1{own}").wan(unit) or Figure("1").wan(unit) or Decimal(1)


def _sum_agrees(computed: Computed, figure: Figure, record: Any) -> Agreement:
    whole = _value(figure)
    parts = computed.relation.parts
    if parts is Parts.NESTED and _some_choice(computed, figure, record):
        return Agreement.SAME
    if whole == computed.exact and not computed.missing:
        return Agreement.SAME
    if explained(figure.allowed, computed.allowed) is Agreement.ROUNDED:
        return Agreement.ROUNDED
    if computed.exact > whole:
        return Agreement.APART
    return Agreement.OPEN if parts is not Parts.ALL or computed.missing else Agreement.APART


def _some_choice(computed: Computed, figure: Figure, record: Any) -> bool:
    """Where rows may be parts of one another, any choice of them that makes the whole is taken as the meant one."""
    unit = _unit(record)
    amounts = [amount for part in computed.figures if (amount := measured(part, unit)) is not None]
    values, spans = _in_unit(amounts, unit, figure)
    everything = range(len(values))
    sizes = everything if len(values) <= _MOST else everything[-1:]
    return any(
        sum((values[i] for i in chosen), Decimal(0)) == figure.value
        or figure.allowed.meets(Interval.total([spans[i] for i in chosen]))
        for size in sizes
        for chosen in combinations(everything, size + 1)
    )


def _weights_agree(computed: Computed, figure: Figure, record: Any, policy: Policy) -> Agreement:
    """Weights against the points that a label or the foot of the table declares.

    The weight of the execution rate may be printed in the money block, among the indicators, in both or nowhere.
    """
    accepted = {computed.exact}
    if computed.relation.key == "weights":
        execution = sum(
            (f.value or Decimal(0) for at, f in zip(computed.used, computed.figures, strict=True) if _of_funds(at)),
            Decimal(0),
        )
        rows = computed.exact - execution
        if not any(map(_of_funds, computed.used)):
            accepted |= {rows + policy.weights.execution}
        if any("执行率" in indicator.name for indicator in record.indicators):
            accepted.add(rows)
    return Agreement.SAME if (figure.value or HUNDRED) in accepted else Agreement.APART


def _of_funds(pointer: str) -> bool:
    return pointer.startswith("/funds/")


# --- rates ---


def _rate(relation: Relation, record: Any, policy: Policy) -> Result:
    """The first over the second in percent."""
    taken: list[Amount] = []
    for pointer in relation.inputs:
        holder, field, figure = _cell(record, pointer)
        if figure is None:
            return _doubt(holder, field, pointer)
        amount = _measure(figure, relation.quantity, record)
        if amount is None:
            return None
        taken.append(amount)
    part, whole = taken
    named = {a.figure.unit for a in taken if a.figure.unit}
    if whole.wan == 0 or (relation.quantity is not Quantity.MONEY and len(named) > 1):
        return None
    exact = part.wan / whole.wan * HUNDRED
    figures = (part.figure, whole.figure)
    value = _ROUNDED[relation.rounding](policy, exact)
    return Computed(relation, exact, spread(whole, part), value, relation.inputs, figures)


def _measure(figure: Figure, quantity: Quantity, record: Any) -> Amount | None:
    """What was measured, not below zero; ``None`` where it was not."""
    if figure.value is None or figure.value < 0:
        return None
    if quantity is Quantity.MONEY:
        return measured(figure, _unit(record))
    span = figure.allowed if quantity is Quantity.AREA else Interval.at(figure.value)
    return Amount(figure.value, span, figure, Decimal(1).scaleb(-figure.places))


def _rate_agrees(computed: Computed, figure: Figure) -> Agreement:
    """An execution rate above 100 % may be printed as 100 %: it earns no more."""
    capped = figure.value in (HUNDRED, Decimal(1)) and computed.allowed.high >= HUNDRED
    if capped and computed.relation.key == "funds.rate":
        return Agreement.SAME
    return rate_agreement(figure, computed.allowed)


# --- scores ---


def _points(relation: Relation, evaluation: Evaluation, policy: Policy) -> Result:
    """The score of the execution rate: from the amounts, else from the rate as printed."""
    for pointer in relation.inputs:
        holder, field, figure = _cell(evaluation, pointer)
        unsure = _doubt(holder, field, pointer) if figure is None else None
        if unsure is not None:
            return unsure
    line: FundLine = _cell(evaluation, relation.at)[0]
    figures = (line.outturn, line.revised_budget, line.weight)
    unit = evaluation.funds.unit
    exact = exact_score(line, unit, policy)
    by_policy = execution_score(evaluation, policy)
    scored = by_policy if isinstance(by_policy, Scored) else None
    allowed = possible_score(line, unit, policy) if scored is None else Interval(scored.low, scored.high)
    if exact is None or allowed is None:
        return None
    value = _ROUNDED[relation.rounding](policy, exact)
    used = tuple(at for at, f in zip(relation.inputs, figures, strict=True) if f is not None and f.value is not None)
    return Computed(relation, exact, allowed, value, used, tuple(f for f in figures if f is not None), scored=scored)


def _points_agree(computed: Computed, figure: Figure, evaluation: Evaluation) -> Agreement:
    """The score as printed; coarser digits than the policy's are a habit, a whole point more is not."""
    value, allowed = _value(figure), computed.allowed
    if allowed.low <= value <= allowed.high:
        return Agreement.SAME
    if not figure.interval.meets(allowed):
        return Agreement.APART
    line: FundLine = _cell(evaluation, computed.relation.at)[0]
    within = line.weight is None or line.weight.value is None or value <= line.weight.value
    near = figure.places > 0 or allowed.low - _TENTH < value < allowed.high + _TENTH
    return Agreement.SAME if near and within else Agreement.ROUNDED


def _total(relation: Relation, evaluation: Evaluation, policy: Policy) -> Result:
    """复加, with what the rounding of the execution score leaves open."""
    scored = sum_of_stated_scores(evaluation, policy)
    if isinstance(scored, Partial):
        return scored
    line = next((_cell(evaluation, at)[0] for at in scored.inputs if _of_funds(at)), None)
    slack = Interval.at(Decimal(0)) if line is None else _slack(line, evaluation.funds.unit, policy)
    return Computed(relation, scored.low, Interval.at(scored.low) + slack, scored.low, scored.inputs, scored=scored)


def _slack(line: FundLine, unit: str, policy: Policy) -> Interval:
    """How far the execution score may lie from what is printed of it."""
    figure = line.score
    if figure is None or figure.value is None:
        return Interval.at(Decimal(0))
    printed = Interval.at(figure.value)
    possible = possible_score(line, unit, policy)
    if possible is None:
        full = figure.interval if figure.places else printed
    elif possible.meets(figure.interval):
        full = Interval(min(printed.low, possible.low), max(printed.high, possible.high))
    else:
        full = printed
    return full - printed


def _total_agrees(computed: Computed, figure: Figure) -> Agreement:
    """Points of indicators are given, hence exact; only the total and the execution score are ever rounded. 96.72
    printed as 96.7 is a habit; a whole total is rounded only where the sum is no whole number.
    """
    total, value = computed.exact, _value(figure)
    if value in (total, rounded(total, 1)):
        return Agreement.SAME
    whole = total == total.to_integral_value() and value == value.to_integral_value()
    return explained(Interval.at(value) if whole else figure.interval, computed.allowed)


def _value(figure: Figure) -> Decimal:
    if figure.value is None:
        raise ValueError(f"no number: {figure.raw!r}")
    return figure.value
