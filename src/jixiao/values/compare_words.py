"""Comparisons in which words take part: verdicts, zero events, grades, ranks, rhythms, budgets, ratios.

Enters: a target and an actual of which at least one is no plain number. Leaves: a ``Comparison``. Words against words
are for a person to judge, with three exceptions that words decide by themselves: nothing happened where nothing
should; a level on a known scale; a statement that a date, a rhythm or a task was kept.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from jixiao.model.message import Message
from jixiao.model.value import (
    BudgetRelative,
    Comparison,
    Direction,
    Frequency,
    Grade,
    NotApplicable,
    Number,
    Rank,
    Ratio,
    Reached,
    Sign,
    Value,
    Verdict,
    ZeroEvents,
)
from jixiao.values import messages as say
from jixiao.values import units
from jixiao.values.compare_numbers import IN_A_YEAR, compare_numbers, per_words
from jixiao.values.grades import height
from jixiao.values.outcome import met, plainly, short, undecided

_NOTHING = "无"


def by_statement(target: Value, actual: Verdict, direction: Direction) -> Comparison:
    """A verdict answers a target that no number measures."""
    said = actual.raw.strip()
    if isinstance(target, Verdict) and target.reached is actual.reached:
        return met(direction, say.AS_THE_TARGET(said=said))
    if actual.reached is Reached.YES:
        if isinstance(target, Verdict):
            return undecided(direction, say.STATED_OTHERWISE(target=target.raw.strip(), said=said))
        return met(direction, say.STATED_NOT_MEASURED(said=said), notes=(say.WORDS_ONLY(),))
    if actual.reached is Reached.NO:
        return short(direction, say.AS_STATED(said=said))
    if "基本" in said:
        return undecided(direction, say.HOW_FAR(said=said))
    return short(direction, say.DONE_IN_PART(said=said))


def zero_events(target: ZeroEvents, actual: Value, direction: Direction) -> Comparison:
    """Nothing may happen: did anything?"""
    if isinstance(actual, ZeroEvents):
        if _same_event(target.what, actual.what):
            return met(direction, say.ZERO_AS_ASKED(what=target.what) if target.what else say.NOTHING_HAPPENED())
        return undecided(direction, say.OTHER_EVENT(target=target.what, actual=actual.what))
    if isinstance(actual, NotApplicable) and actual.raw.strip() == _NOTHING:
        return met(direction, say.ZERO_ANSWERED(said=_NOTHING))
    if isinstance(actual, Verdict):
        return _said_of_events(target, actual, direction)
    if isinstance(actual, Number) and not units.is_share(actual.unit) and not units.is_money(actual.unit):
        if actual.suspicion or actual.sign not in (Sign.NONE, Sign.EQUAL):
            return undecided(direction, say.NO_EXACT_FIGURE(actual=actual.raw.strip()))
        if actual.high == 0:
            return met(direction, say.ZERO_MEASURED())
        return short(direction, say.NOT_ZERO(count=plainly(actual.high), unit=actual.unit))
    return undecided(direction, say.ZERO_FOR_A_PERSON(actual=actual.raw.strip()))


def _said_of_events(target: ZeroEvents, actual: Verdict, direction: Direction) -> Comparison:
    """有 says that something happened, 没有 that nothing did; 否 may deny either."""
    said = actual.raw.strip()
    if said == "有":
        return short(direction, say.ZERO_ANSWERED(said=said))
    if said == "没有":
        return met(direction, say.ZERO_ANSWERED(said=said))
    if said == "否":
        return undecided(direction, say.ZERO_UNCLEAR(said=said))
    return by_statement(target, actual, direction)


def _same_event(wanted: str, said: str) -> bool:
    if not wanted or not said or wanted in said or said in wanted:
        return True
    pairs = {wanted[place : place + 2] for place in range(len(wanted) - 1)}
    return any(said[place : place + 2] in pairs for place in range(len(said) - 1))


def grades(target: Grade, actual: Grade, direction: Direction) -> Comparison:
    """A level against a level. 一级 and 二级 have no certain order: 资质 counts down, 医院 and 等保 count up."""
    if target.word == actual.word:
        if actual.sign is Sign.AT_LEAST:
            return undecided(direction, say.COPIED_GRADE())
        return met(direction, say.SAME_GRADE(grade=target.word))
    wanted, reached = height(target.word), height(actual.word)
    if wanted is None or reached is None or wanted[0] != reached[0]:
        return undecided(direction, say.GRADES_WITHOUT_ORDER(actual=actual.word, target=target.word))
    if reached[1] >= wanted[1]:
        return met(direction, say.GRADE_REACHED(actual=actual.word, target=target.word))
    return short(direction, say.GRADE_MISSED(actual=actual.word, target=target.word))


def ranks(target: Rank, actual: Rank, direction: Direction) -> Comparison:
    """A place against a place; a smaller one is better."""
    ratio = Decimal(actual.place) / target.place if target.place else None
    if actual.place > target.place:
        if actual.sign is Sign.AT_MOST:
            return undecided(direction, say.PLACE_OPEN(place=actual.place), ratio=ratio)
        return short(direction, say.PLACE_MISSED(place=actual.place, target=target.place), ratio=ratio)
    if actual.sign is Sign.AT_MOST and actual.place == target.place:
        return undecided(direction, say.PLACE_COPIED())
    return met(direction, say.PLACE_REACHED(place=actual.place, target=target.place), ratio=ratio)


def ratios(target: Ratio, actual: Ratio, direction: Direction) -> Comparison:
    """a:b against c:d by the size of the second part for one of the first."""
    if actual.sign in (Sign.AT_LEAST, Sign.MORE, Sign.AT_MOST, Sign.LESS):
        return undecided(direction, say.RATIO_IS_A_BOUND())
    if not target.left or not actual.left or not target.right:
        return undecided(direction, say.RATIO_OF_ZERO())
    one = Number(target.raw, sign=target.sign, low=target.right / target.left, high=target.right / target.left)
    other = Number(actual.raw, low=actual.right / actual.left, high=actual.right / actual.left)
    return compare_numbers(one, other, direction)


def budgets(
    target: BudgetRelative, actual: Value, direction: Direction, budget: Decimal | None, outturn: Decimal | None
) -> Comparison:
    """Within the budget? Only the money columns can say; what the cell claims does not count."""
    if budget is None or outturn is None:
        return undecided(direction, say.NO_MONEY())
    ratio = outturn / budget if budget else None
    notes: tuple[Message, ...] = ()
    if isinstance(actual, BudgetRelative) and (actual.sign is Sign.MORE) != (outturn > budget):
        notes = (say.STATED_AGAINST_MONEY(),)
    both = {"outturn": plainly(outturn), "budget": plainly(budget)}
    if outturn <= budget:
        return met(direction, say.WITHIN_BUDGET(**both), ratio=ratio, notes=notes)
    return short(direction, say.ABOVE_BUDGET(**both), ratio=ratio, notes=notes)


def frequencies(target: Frequency, actual: Value, direction: Direction) -> Comparison:
    """So many times a period, against the same, or against a count for the year."""
    if isinstance(actual, Verdict):
        return by_statement(target, actual, direction)
    if isinstance(actual, Frequency):
        return _two_frequencies(target, actual, direction)
    if isinstance(actual, Number) and not actual.per:
        return _count_for_frequency(target, actual, direction)
    return undecided(direction, say.FREQUENCY_FOR_A_PERSON(actual=actual.raw.strip()))


def _two_frequencies(target: Frequency, actual: Frequency, direction: Direction) -> Comparison:
    if target.count is None or actual.count is None:
        if target.count is None and target.period == actual.period:
            return met(direction, say.SAME_FREQUENCY(), notes=(say.WORDS_ONLY(),))
        return undecided(direction, say.HOW_OFTEN())
    return compare_numbers(_rate(target), _rate(actual), direction)


def _rate(value: Frequency) -> Number:
    count = value.count if value.count is not None else Decimal(1)
    return Number(value.raw, sign=value.sign, low=count, high=count, unit=value.unit, per=value.period)


def _count_for_frequency(target: Frequency, actual: Number, direction: Direction) -> Comparison:
    """A bare count answers for the whole year, unless it equals the target's own count, which may just repeat it."""
    periods = IN_A_YEAR.get(target.period)
    if periods is None:
        return undecided(direction, say.NO_PERIOD())
    if target.count is None:
        if units.is_count(actual.unit) and actual.high >= periods:
            reason = say.ONCE_A_PERIOD(
                per=per_words(target.period), count=periods, actual=plainly(actual.high), unit=actual.unit
            )
            return met(direction, reason)
        return undecided(direction, say.ONLY_A_RHYTHM(target=target.raw.strip()))
    if periods > 1 and actual.high == target.count:
        return undecided(direction, say.PERIOD_OR_YEAR(actual=actual.raw.strip(), per=per_words(target.period)))
    yearly = _rate(target)
    total = target.count * periods
    note = say.TARGET_YEARLY(count=plainly(total), unit=target.unit)
    outcome = compare_numbers(
        Number(yearly.raw, sign=yearly.sign, low=total, high=total, unit=yearly.unit), actual, direction
    )
    return replace(outcome, direction=direction, notes=(*outcome.notes, note))


def frequency_for_number(target: Number, actual: Frequency, direction: Direction) -> Comparison:
    """12次 answered by 1次/月: the frequency makes its count for a year."""
    periods = IN_A_YEAR.get(actual.period)
    if actual.count is None or periods is None:
        return undecided(direction, say.NO_COUNT(actual=actual.raw.strip()))
    if target.per:
        return compare_numbers(target, _rate(actual), direction)
    total = actual.count * periods
    yearly = Number(actual.raw, sign=actual.sign, low=total, high=total, unit=actual.unit)
    outcome = compare_numbers(target, yearly, direction)
    note = say.ACTUAL_YEARLY(count=plainly(total), unit=actual.unit)
    return replace(outcome, direction=direction, notes=(*outcome.notes, note))
