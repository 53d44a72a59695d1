"""A date or period against a date or period.

Enters: two ``DateValue`` and the year of the report. Leaves: a ``Comparison``. Late is short; what lies inside the
period or before its end is met; a month against a day inside it cannot be decided.
"""

from __future__ import annotations

from jixiao.model.message import Message
from jixiao.model.value import Comparison, DateValue, Direction
from jixiao.values import messages as say
from jixiao.values.dates import span
from jixiao.values.outcome import met, short, undecided

#: Stands in where no year is known on either side: only the order of the days then counts.
_ANY_YEAR = 2024


def compare_dates(target: DateValue, actual: DateValue, direction: Direction, year: int | None) -> Comparison:
    """Decide by the last day the target allows and the days the actual may mean."""
    if target.whole and target.month is None and target.year is None:
        return _whole_year(actual, direction)
    target_year = target.year or year or actual.year or _ANY_YEAR
    notes: tuple[Message, ...] = ()
    actual_year = actual.year
    if actual_year is None:
        actual_year = year or target_year
        notes = (say.ACTUAL_YEAR_OPEN(year=actual_year),) if target.year or year else ()
    elif target.year is None and year is None:
        notes = (say.TARGET_YEAR_OPEN(year=target_year),)
    earliest_wanted, latest_wanted = span(target, target_year)
    earliest, latest = span(actual, actual_year)
    both = {"actual": actual.raw.strip(), "target": target.raw.strip()}
    if earliest is not None and earliest > latest_wanted:
        return short(direction, say.LATE(**both), notes=notes)
    if latest > latest_wanted:
        return undecided(direction, say.DATE_NOT_EXACT(**both), notes=notes)
    if earliest is None:
        return met(direction, say.ON_TIME(**both), notes=(*notes, say.ONLY_A_DEADLINE()))
    if earliest_wanted is not None and latest < earliest_wanted:
        if actual_year != target_year:
            return undecided(direction, say.OTHER_YEAR(**both), notes=notes)
        notes = (*notes, say.BEFORE_THE_PERIOD())
    return met(direction, say.ON_TIME(**both), notes=notes)


def _whole_year(actual: DateValue, direction: Direction) -> Comparison:
    if actual.whole:
        return met(direction, say.WHOLE_YEAR())
    return undecided(direction, say.DATE_FOR_A_YEAR())
