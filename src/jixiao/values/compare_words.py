"""Comparisons in which words take part: verdicts, zero events, grades, ranks, rhythms, budgets, ratios.

Enters: a target and an actual of which at least one is no plain number. Leaves: a ``Comparison``. Words against words
are for a person to judge, with three exceptions that words decide by themselves: nothing happened where nothing
should; a level on a known scale; a statement that a date, a rhythm or a task was kept.
"""

from __future__ import annotations

from decimal import Decimal

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
from jixiao.values import units
from jixiao.values.compare_numbers import IN_A_YEAR, compare_numbers
from jixiao.values.grades import height
from jixiao.values.outcome import met, printed, short, undecided

_NOTHING = "无"


def by_statement(target: Value, actual: Verdict, direction: Direction) -> Comparison:
    """A verdict answers a target that no number measures."""
    said = actual.raw.strip()
    if isinstance(target, Verdict) and target.reached is actual.reached:
        return met(direction, f"据所述“{said}”，与目标一致")
    if actual.reached is Reached.YES:
        if isinstance(target, Verdict):
            return undecided(direction, f"目标为“{target.raw.strip()}”，实际为“{said}”，须由人判断")
        return met(direction, f"据所述“{said}”，没有实测值", notes=("仅为文字结论",))
    if actual.reached is Reached.NO:
        return short(direction, f"据所述“{said}”")
    if "基本" in said:
        return undecided(direction, f"“{said}”没有说明完成到什么程度")
    return short(direction, f"据所述“{said}”，只完成一部分")


def zero_events(target: ZeroEvents, actual: Value, direction: Direction) -> Comparison:
    """Nothing may happen: did anything?"""
    if isinstance(actual, ZeroEvents):
        if _same_event(target.what, actual.what):
            return met(direction, f"目标与实际都是不发生“{target.what or actual.what}”" if target.what else "没有发生")
        return undecided(direction, f"目标说的是“{target.what}”，实际说的是“{actual.what}”")
    if isinstance(actual, NotApplicable) and actual.raw.strip() == _NOTHING:
        return met(direction, "目标为不发生，实际填“无”")
    if isinstance(actual, Verdict):
        return _said_of_events(target, actual, direction)
    if isinstance(actual, Number) and not units.is_share(actual.unit) and not units.is_money(actual.unit):
        if actual.suspicion or actual.sign not in (Sign.NONE, Sign.EQUAL):
            return undecided(direction, f"实际“{actual.raw.strip()}”不是确切数值")
        if actual.high == 0:
            return met(direction, "实际为 0")
        return short(direction, f"目标为不发生，实际为 {printed(actual.high)}{actual.unit}")
    return undecided(direction, f"目标为不发生，实际“{actual.raw.strip()}”须由人判断")


def _said_of_events(target: ZeroEvents, actual: Verdict, direction: Direction) -> Comparison:
    """有 says that something happened, 没有 that nothing did; 否 may deny either."""
    said = actual.raw.strip()
    if said == "有":
        return short(direction, "目标为不发生，实际填“有”")
    if said == "没有":
        return met(direction, "目标为不发生，实际填“没有”")
    if said == "否":
        return undecided(direction, "目标为不发生，实际填“否”，看不出是否发生")
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
            return undecided(direction, "实际完成值照抄目标的“以上”，不是实际等级")
        return met(direction, f"实际等级与目标相同（{target.word}）")
    wanted, reached = height(target.word), height(actual.word)
    if wanted is None or reached is None or wanted[0] != reached[0]:
        return undecided(direction, f"“{actual.word}”与“{target.word}”孰高孰低，须由人判断")
    if reached[1] >= wanted[1]:
        return met(direction, f"实际“{actual.word}”不低于目标“{target.word}”")
    return short(direction, f"实际“{actual.word}”低于目标“{target.word}”")


def ranks(target: Rank, actual: Rank, direction: Direction) -> Comparison:
    """A place against a place; a smaller one is better."""
    ratio = Decimal(actual.place) / target.place if target.place else None
    if actual.place > target.place:
        if actual.sign is Sign.AT_MOST:
            return undecided(direction, f"实际只写前{actual.place}名，不能断定", ratio=ratio)
        return short(direction, f"第{actual.place}名，未进前{target.place}名", ratio=ratio)
    if actual.sign is Sign.AT_MOST and actual.place == target.place:
        return undecided(direction, "实际完成值照抄目标，没有写实际名次")
    return met(direction, f"第{actual.place}名，不低于目标第{target.place}名", ratio=ratio)


def ratios(target: Ratio, actual: Ratio, direction: Direction) -> Comparison:
    """a:b against c:d by the size of the second part for one of the first."""
    if actual.sign in (Sign.AT_LEAST, Sign.MORE, Sign.AT_MOST, Sign.LESS):
        return undecided(direction, "实际完成值带符号，不是实测值")
    if not target.left or not actual.left or not target.right:
        return undecided(direction, "比值含零，无法比较")
    one = Number(target.raw, sign=target.sign, low=target.right / target.left, high=target.right / target.left)
    other = Number(actual.raw, low=actual.right / actual.left, high=actual.right / actual.left)
    return compare_numbers(one, other, direction)


def budgets(
    target: BudgetRelative, actual: Value, direction: Direction, budget: Decimal | None, outturn: Decimal | None
) -> Comparison:
    """Within the budget? Only the money columns can say; what the cell claims does not count."""
    if budget is None or outturn is None:
        return undecided(direction, "须核对预算数与执行数，表中没有可用的资金数")
    ratio = outturn / budget if budget else None
    notes: tuple[str, ...] = ()
    if isinstance(actual, BudgetRelative) and (actual.sign is Sign.MORE) != (outturn > budget):
        notes = ("所述与资金栏不一致",)
    words = f"执行数 {printed(outturn)}，预算数 {printed(budget)}"
    if outturn <= budget:
        return met(direction, f"{words}，未超预算", ratio=ratio, notes=notes)
    return short(direction, f"{words}，超过预算", ratio=ratio, notes=notes)


def frequencies(target: Frequency, actual: Value, direction: Direction) -> Comparison:
    """So many times a period, against the same, or against a count for the year."""
    if isinstance(actual, Verdict):
        return by_statement(target, actual, direction)
    if isinstance(actual, Frequency):
        return _two_frequencies(target, actual, direction)
    if isinstance(actual, Number) and not actual.per:
        return _count_for_frequency(target, actual, direction)
    return undecided(direction, f"目标是频次，实际“{actual.raw.strip()}”须由人判断")


def _two_frequencies(target: Frequency, actual: Frequency, direction: Direction) -> Comparison:
    if target.count is None or actual.count is None:
        if target.count is None and target.period == actual.period:
            return met(direction, "实际频次与目标相同，据所述已达到", notes=("仅为文字结论",))
        return undecided(direction, "频次没有写明次数，须由人判断")
    return compare_numbers(_rate(target), _rate(actual), direction)


def _rate(value: Frequency) -> Number:
    count = value.count if value.count is not None else Decimal(1)
    return Number(value.raw, sign=value.sign, low=count, high=count, unit=value.unit, per=value.period)


def _count_for_frequency(target: Frequency, actual: Number, direction: Direction) -> Comparison:
    """A bare count answers for the whole year, unless it equals the target's own count, which may just repeat it."""
    periods = IN_A_YEAR.get(target.period)
    if periods is None:
        return undecided(direction, "没有写明周期，无法折算")
    if target.count is None:
        if units.is_count(actual.unit) and actual.high >= periods:
            return met(direction, f"每{target.period}一次折全年 {periods} 次，实际 {printed(actual.high)}{actual.unit}")
        return undecided(direction, f"目标只写“{target.raw.strip()}”，须由人判断")
    if periods > 1 and actual.high == target.count:
        return undecided(direction, f"实际“{actual.raw.strip()}”看不出是每{target.period}还是全年")
    yearly = _rate(target)
    total = target.count * periods
    note = f"目标折算为全年 {printed(total)}{target.unit}"
    outcome = compare_numbers(
        Number(yearly.raw, sign=yearly.sign, low=total, high=total, unit=yearly.unit), actual, direction
    )
    return Comparison(outcome.met, direction, outcome.ratio, outcome.reason, outcome.over, (*outcome.notes, note))


def frequency_for_number(target: Number, actual: Frequency, direction: Direction) -> Comparison:
    """12次 answered by 1次/月: the frequency makes its count for a year."""
    periods = IN_A_YEAR.get(actual.period)
    if actual.count is None or periods is None:
        return undecided(direction, f"目标是数值，实际“{actual.raw.strip()}”没有写明次数")
    if target.per:
        return compare_numbers(target, _rate(actual), direction)
    total = actual.count * periods
    yearly = Number(actual.raw, sign=actual.sign, low=total, high=total, unit=actual.unit)
    outcome = compare_numbers(target, yearly, direction)
    note = f"实际折算为全年 {printed(total)}{actual.unit}"
    return Comparison(outcome.met, direction, outcome.ratio, outcome.reason, outcome.over, (*outcome.notes, note))
