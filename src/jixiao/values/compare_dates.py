"""A date or period against a date or period.

Enters: two ``DateValue`` and the year of the report. Leaves: a ``Comparison``. Late is short; what lies inside the
period or before its end is met; a month against a day inside it cannot be decided.
"""

from __future__ import annotations

from jixiao.model.value import Comparison, DateValue, Direction
from jixiao.values.dates import span
from jixiao.values.outcome import met, short, undecided

#: Stands in where no year is known on either side: only the order of the days then counts.
_ANY_YEAR = 2024


def compare_dates(target: DateValue, actual: DateValue, direction: Direction, year: int | None) -> Comparison:
    """Decide by the last day the target allows and the days the actual may mean."""
    if target.whole and target.month is None and target.year is None:
        return _whole_year(actual, direction)
    target_year = target.year or year or actual.year or _ANY_YEAR
    notes: tuple[str, ...] = ()
    actual_year = actual.year
    if actual_year is None:
        actual_year = year or target_year
        notes = (f"实际日期没有写年份，按{actual_year}年理解",) if target.year or year else ()
    elif target.year is None and year is None:
        notes = (f"目标日期没有写年份，按{target_year}年理解",)
    earliest_wanted, latest_wanted = span(target, target_year)
    earliest, latest = span(actual, actual_year)
    words = f"实际“{actual.raw.strip()}”，目标“{target.raw.strip()}”"
    if earliest is not None and earliest > latest_wanted:
        return short(direction, f"{words}，晚于期限", notes=notes)
    if latest > latest_wanted:
        return undecided(direction, f"{words}，写得不够细，不能断定是否按期", notes=notes)
    if earliest is None:
        return met(direction, f"{words}，未晚于期限", notes=(*notes, "实际完成值只写期限，没有写实际日期"))
    if earliest_wanted is not None and latest < earliest_wanted:
        if actual_year != target_year:
            return undecided(direction, f"{words}，年份不同", notes=notes)
        notes = (*notes, "早于目标期间")
    return met(direction, f"{words}，未晚于期限", notes=notes)


def _whole_year(actual: DateValue, direction: Direction) -> Comparison:
    if actual.whole:
        return met(direction, "目标与实际都是全年，据所述已达到")
    return undecided(direction, "目标是全年性要求，实际只写了一个日期，须由人判断")
