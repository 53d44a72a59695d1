"""Target against actual: met, short by how much, or undecided and why.

Enters: two values and the direction (see :mod:`jixiao.values.direction`), and for targets that lean on them the money
columns and the year. Leaves: a ``Comparison``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import reduce

from jixiao.model.message import Message
from jixiao.model.value import (
    BudgetRelative,
    Comparison,
    Compound,
    DateValue,
    Direction,
    Empty,
    Frequency,
    Grade,
    Met,
    NotApplicable,
    Number,
    Placeholder,
    Rank,
    Ratio,
    Sign,
    Text,
    Value,
    Verdict,
    ZeroEvents,
)
from jixiao.values import compare_words as words
from jixiao.values import messages as say
from jixiao.values import units
from jixiao.values.compare_dates import compare_dates
from jixiao.values.compare_numbers import compare_numbers
from jixiao.values.direction import direction as direction_of
from jixiao.values.outcome import met, short, undecided

_NOTHING = "无"


def compare(
    target: Value,
    actual: Value,
    *,
    direction: Direction,
    budget: Decimal | None = None,
    outturn: Decimal | None = None,
    year: int | None = None,
) -> Comparison:
    """Whether ``actual`` reaches ``target``.

    ``budget`` and ``outturn`` are the full-year budget and what was spent, in one unit; they decide targets such as
    不超年度预算. ``year`` is the year of the report, for dates without one. ``ratio`` is actual over target.
    """
    if reason := _unusable(target, actual):
        return undecided(direction, reason)
    if isinstance(target, Compound):
        return _all_parts(target, actual, direction, budget, outturn, year)
    if isinstance(actual, Compound):
        return _any_part(target, actual, direction, budget, outturn, year)
    if isinstance(target, BudgetRelative):
        return words.budgets(target, actual, direction, budget, outturn)
    return _one(target, actual, direction, year)


def _unusable(target: Value, actual: Value) -> Message | None:
    """Why one of the two cannot take part at all; ``None`` if both can."""
    if isinstance(target, NotApplicable):
        return say.NOT_APPLICABLE() if isinstance(actual, NotApplicable) else say.TARGET_DOES_NOT_APPLY()
    if isinstance(target, Empty):
        return say.NO_TARGET()
    if isinstance(target, Placeholder):
        return say.TARGET_NOT_FILLED_IN()
    if isinstance(actual, Empty):
        return say.NO_ACTUAL()
    if isinstance(actual, Placeholder):
        return say.ACTUAL_NOT_FILLED_IN()
    if isinstance(actual, NotApplicable) and actual.raw.strip() != _NOTHING:
        return say.ACTUAL_DOES_NOT_APPLY()
    return None


def _one(target: Value, actual: Value, direction: Direction, year: int | None) -> Comparison:
    match target:
        case Number():
            return _number(target, actual, direction)
        case ZeroEvents():
            return words.zero_events(target, actual, direction)
        case Frequency():
            return words.frequencies(target, actual, direction)
        case DateValue():
            if isinstance(actual, DateValue):
                return compare_dates(target, actual, direction, year)
            if isinstance(actual, Verdict):
                return words.by_statement(target, actual, direction)
        case Grade():
            if isinstance(actual, Grade):
                return words.grades(target, actual, direction)
        case Rank():
            if isinstance(actual, Rank):
                return words.ranks(target, actual, direction)
        case Ratio():
            if isinstance(actual, Ratio):
                return words.ratios(target, actual, direction)
        case Verdict() | Text():
            if isinstance(actual, Verdict):
                return words.by_statement(target, actual, direction)
    return _for_a_person(target, actual, direction)


def _number(target: Number, actual: Value, direction: Direction) -> Comparison:
    if isinstance(actual, Number):
        return compare_numbers(target, actual, direction)
    if isinstance(actual, Frequency):
        return words.frequency_for_number(target, actual, direction)
    if isinstance(actual, Verdict):
        return undecided(direction, say.NO_MEASURED_VALUE(actual=actual.raw.strip()))
    if isinstance(actual, BudgetRelative):
        return undecided(direction, say.ANSWERED_BY_BUDGET())
    nothing = isinstance(actual, (NotApplicable, ZeroEvents))
    if nothing and direction is Direction.INVERSE and not units.is_money(target.unit) and not target.suspicion:
        return _nothing_happened(target, actual, direction)
    return undecided(direction, say.NO_FIGURE(actual=actual.raw.strip()))


def _nothing_happened(target: Number, actual: Value, direction: Direction) -> Comparison:
    zero = Number(actual.raw, low=Decimal(0), high=Decimal(0), unit=target.unit)
    return compare_numbers(replace(target, per=""), zero, direction)


def _for_a_person(target: Value, actual: Value, direction: Direction) -> Comparison:
    if isinstance(target, (Text, Verdict)):
        if target.raw.strip() == actual.raw.strip():
            return undecided(direction, say.COPIED_WORDS())
        return undecided(direction, say.FOR_A_PERSON())
    return undecided(direction, say.OTHER_KIND(target=target.raw.strip(), actual=actual.raw.strip()))


def _all_parts(
    target: Compound,
    actual: Value,
    direction: Direction,
    budget: Decimal | None,
    outturn: Decimal | None,
    year: int | None,
) -> Comparison:
    """Every part of the target must be met; one part missed is the target missed."""
    results = []
    for part in target.parts:
        way = direction if _takes_direction(part) else direction_of(part)[0]
        results.append(compare(part, actual, direction=way, budget=budget, outturn=outturn, year=year))
    reasons = _joined(result.reason for result in results)
    notes = tuple(dict.fromkeys(note for result in results for note in result.notes))
    ratios = [result.ratio for result in results if result.ratio is not None]
    ratio = ratios[0] if len(ratios) == 1 else None
    missed = [result for result in results if result.met is Met.SHORT]
    if missed:
        return short(direction, reasons, ratio=missed[0].ratio if len(missed) == 1 else None, notes=notes)
    if all(result.met is Met.MET for result in results):
        return met(direction, reasons, ratio=ratio, over=any(result.over for result in results), notes=notes)
    return undecided(direction, reasons, ratio=ratio, notes=notes)


def _joined(reasons: Iterable[Message]) -> Message:
    """Several reasons as one, each once."""
    return reduce(lambda first, then: say.SEVERAL(first=first, then=then), dict.fromkeys(reasons))


def _takes_direction(part: Value) -> bool:
    """A bare number cannot say its own direction; it takes the indicator's."""
    return isinstance(part, Number) and part.sign is Sign.NONE and not part.change


def _any_part(
    target: Value,
    actual: Compound,
    direction: Direction,
    budget: Decimal | None,
    outturn: Decimal | None,
    year: int | None,
) -> Comparison:
    """The part of the actual that answers the target decides; parts that answer differently leave it open."""
    results = [
        compare(target, part, direction=direction, budget=budget, outturn=outturn, year=year)
        for part in _on_the_same_subject(target, actual)
    ]
    decided = [result for result in results if result.met is not Met.UNDECIDED]
    if not decided:
        return undecided(direction, say.NO_PART_ANSWERS(actual=actual.raw.strip(), target=target.raw.strip()))
    if len({result.met for result in decided}) > 1 or _may_add_up(decided):
        return undecided(direction, say.WHICH_PART(actual=actual.raw.strip()))
    return decided[0]


def _on_the_same_subject(target: Value, actual: Compound) -> list[Value]:
    """合格率≥95% is answered by the part that says 合格率; without such a part, by any."""
    same = [part for part in actual.parts if target.prefix and part.prefix == target.prefix]
    return same or list(actual.parts)


def _may_add_up(decided: list[Comparison]) -> bool:
    """Whether several figures fall short of a floor, or keep below a ceiling, each alone: together they might not."""
    counted = [result for result in decided if result.ratio is not None]
    if len(counted) < 2:
        return False
    return (counted[0].met is Met.SHORT) != (counted[0].direction is Direction.INVERSE)
