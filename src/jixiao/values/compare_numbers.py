"""A number against a number.

Enters: two ``Number`` values and the direction. Leaves: a ``Comparison``. An inexact number is an interval; a
comparison is decided only where every number inside the intervals gives the same answer. Where a figure can be read in
two ways (0.972 or 97.2 %), both are tried, and only their agreement decides.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal

from jixiao.model.classes import dataclass
from jixiao.model.figure import rounded
from jixiao.model.message import Message, Term
from jixiao.model.value import Approx, Comparison, Direction, Met, Number, Sign
from jixiao.values import messages as say
from jixiao.values import units
from jixiao.values.affixes import FALLING
from jixiao.values.outcome import met, plainly, printed, short, undecided
from jixiao.values.unit_slips import unit_slip

#: How far "约" may lie from its figure before we stop calling it undecided: anything beyond half as much again.
ABOUT_LOW = Decimal("0.5")
ABOUT_HIGH = Decimal("1.5")

#: From this ratio on, a figure without unit is not taken to be in the other side's unit.
WORLDS_APART = 100

#: Periods in a year, for rates over time.
IN_A_YEAR = {
    "年": 1, "学年": 1, "半年": 2, "学期": 2, "季度": 4, "月": 12, "旬": 36, "周": 52, "天": 365,
}  # fmt: skip

_UPPER = frozenset((Sign.AT_MOST, Sign.LESS))
_BOUNDS = _UPPER | {Sign.AT_LEAST, Sign.MORE}


@dataclass(frozen=True, slots=True)
class Interval:
    """All that a printed number may be; ``None`` is open."""

    low: Decimal | None
    high: Decimal | None


def compare_numbers(target: Number, actual: Number, direction: Direction) -> Comparison:
    """Decide whether ``actual`` reaches ``target``, in the target's unit."""
    doubt = _doubt(target, actual)
    if doubt:
        return undecided(direction, doubt)
    if _fraction_for_percent(target, actual):
        return _either_reading(target, actual, direction)
    return _with_units(target, actual, direction)


def _doubt(target: Number, actual: Number) -> Message | None:
    """What makes one of the two unfit for any comparison; ``None`` if nothing does."""
    if target.suspicion:
        return say.TARGET_DOUBTFUL(why=target.suspicion)
    if actual.suspicion:
        return say.ACTUAL_DOUBTFUL(why=actual.suspicion)
    if Approx.CONTRADICTORY in (target.approx, actual.approx):
        return say.NEARLY_AND_OVER()
    if _copies_the_sign(target, actual):
        return say.COPIED_SIGN(sign=actual.sign.value)
    return None


def _copies_the_sign(target: Number, actual: Number) -> bool:
    """≥80% answered by ≥80%. 未达到80% says the opposite of what was asked and is no copy."""
    if actual.sign not in _BOUNDS or actual.high != target.high or not _same_unit(target, actual):
        return False
    return target.sign not in _BOUNDS or (target.sign in _UPPER) == (actual.sign in _UPPER)


def _same_unit(target: Number, actual: Number) -> bool:
    return not target.unit or not actual.unit or units.family(target.unit) == units.family(actual.unit)


def _fraction_for_percent(target: Number, actual: Number) -> bool:
    """Whether one side is a percentage and the other a bare number that may be the same share as a fraction (0.972)."""
    if units.is_share(target.unit) and not actual.unit:
        return 0 < abs(actual.high) <= Decimal("1.5") and abs(target.high) > Decimal("1.5")
    if units.is_share(actual.unit) and not target.unit:
        return 0 < abs(target.high) <= Decimal("1.5") and abs(actual.high) > Decimal("1.5")
    return False


def _either_reading(target: Number, actual: Number, direction: Direction) -> Comparison:
    bare, share = (target, actual) if not target.unit else (actual, target)
    as_percent = replace(bare, unit=share.unit)
    as_fraction = replace(bare, low=bare.low * 100, high=bare.high * 100, unit="%")
    note = say.READ_EITHER_WAY(
        said=bare.raw.strip(), percent=plainly(as_fraction.high), figure=plainly(bare.high), unit=share.unit
    )
    readings = [
        _with_units(reading if bare is target else target, reading if bare is actual else actual, direction)
        for reading in (as_fraction, as_percent)
    ]
    if readings[0].met is readings[1].met is not Met.UNDECIDED:
        return replace(readings[0], ratio=None, over=False, notes=(*readings[0].notes, note))
    return undecided(direction, say.PERCENT_OR_FRACTION(), notes=(note,))


def _with_units(target: Number, actual: Number, direction: Direction) -> Comparison:
    notes: list[Message] = []
    if unit_slip(target, actual) is not None:
        return undecided(direction, say.UNITS_CONTRADICT(target=target.raw.strip(), actual=actual.raw.strip()))
    if target.unit and actual.unit and units.plain(target.unit) != units.plain(actual.unit):
        low, high = (units.convert(side, actual.unit, target.unit) for side in (actual.low, actual.high))
        if low is None or high is None:
            return _across_units(target, actual, direction)
        notes.append(say.CONVERTED(unit=actual.unit, to=target.unit))
        actual = replace(actual, low=low, high=high, unit=target.unit)
    elif bool(target.unit) != bool(actual.unit):
        side, unit = (say.TARGET, actual.unit) if not target.unit else (say.ACTUAL, target.unit)
        target, actual = _same_scale(target, unit), _same_scale(actual, unit)
        if _worlds_apart(target, actual):
            return undecided(direction, say.WORLDS_APART(side=side, unit=unit), ratio=_ratio(target, actual))
        notes.append(say.UNIT_TAKEN_OVER(side=side, unit=unit))
    return _with_rates(target, actual, direction, tuple(notes))


def _worlds_apart(target: Number, actual: Number) -> bool:
    """Whether the figures differ so much that the missing unit is probably another (245000 for 24.5万元)."""
    one, other = sorted((abs(target.high), abs(actual.high)))
    return one > 0 and other / one >= WORLDS_APART


def _same_scale(value: Number, unit: str) -> Number:
    """A figure without unit that spells out its 万 is in the plain unit: 25万 beside 26万元 is 25万元."""
    if value.unit:
        return value
    value = replace(value, unit=unit)
    if not any(mark in value.raw for mark in "万亿"):
        return value
    plain = units.convert(value.low, units.unscaled(unit), unit), units.convert(value.high, units.unscaled(unit), unit)
    return value if plain[0] is None or plain[1] is None else replace(value, low=plain[0], high=plain[1])


def _across_units(target: Number, actual: Number, direction: Direction) -> Comparison:
    """Counts in different units: only a surplus in a related unit lets a target pass, and it is said so."""
    if units.akin(target.unit, actual.unit) and direction in (Direction.POSITIVE, Direction.EQUAL):
        outcome = _with_rates(target, replace(actual, unit=target.unit), direction, ())
        if outcome.met is Met.MET:
            return replace(outcome, notes=(*outcome.notes, say.UNITS_AKIN(target=target.unit, actual=actual.unit)))
    return undecided(direction, say.UNITS_DIFFER(target=target.unit, actual=actual.unit))


def _with_rates(target: Number, actual: Number, direction: Direction, notes: tuple[Message, ...]) -> Comparison:
    if target.per == actual.per or set(target.per.split("/")) == set(actual.per.split("/")):
        return _with_changes(target, actual, direction, notes)
    if target.per and actual.per:
        if target.per in IN_A_YEAR and actual.per in IN_A_YEAR:
            return _with_changes(_in_a_year(target), _in_a_year(actual), direction, (*notes, say.MADE_YEARLY()))
        return undecided(
            direction, say.OTHER_RATE(target=per_words(target.per), actual=per_words(actual.per)), notes=notes
        )
    per = target.per or actual.per
    if per in IN_A_YEAR and per not in ("年", "学年"):
        as_total = _with_changes(_in_a_year(target), _in_a_year(actual), direction, (*notes, say.MADE_YEARLY()))
        as_rate = _with_changes(target, actual, direction, (*notes, say.RATE_TAKEN_OVER(per=per_words(per))))
        if as_total.met is as_rate.met:
            return as_total
        return undecided(direction, say.RATE_OR_YEAR(per=per_words(per)), notes=notes)
    return _with_changes(target, actual, direction, (*notes, say.SAME_BASIS(per=per_words(per))))


def per_words(per: str) -> Term | str:
    """What a rate counts per, for a message: a period has a word in both languages, a thing the writer's own."""
    return say.PERIODS.get(per, per)


def _in_a_year(value: Number) -> Number:
    times = IN_A_YEAR.get(value.per, 1)
    return replace(value, low=value.low * times, high=value.high * times, per="")


def _with_changes(target: Number, actual: Number, direction: Direction, notes: tuple[Message, ...]) -> Comparison:
    falls, fell = _falls(target.change), _falls(actual.change)
    if falls and not actual.change and actual.high < 0:  # a fall of 5% answered by -6%
        return decide(target, _negated(actual, target.change), direction, notes)
    if actual.change and falls != fell:
        if not target.change and fell and actual.high:
            return undecided(direction, say.CHANGE_NOT_ASKED(change=actual.change), notes=notes)
        if target.change:
            actual = _negated(actual, target.change)
    return decide(target, actual, direction, notes)


def _negated(value: Number, change: str) -> Number:
    return replace(value, low=-value.high, high=-value.low, change=change)


def _falls(change: str) -> bool:
    return any(word in change for word in FALLING)


def interval(value: Number) -> Interval:
    """What the number may be, by its sign and its exactness."""
    return _interval(value, value.sign, value.approx)


def _interval(value: Number, sign: Sign, approx: Approx) -> Interval:
    low, high = value.low, value.high
    if approx is Approx.ABOUT:
        edges = sorted((low * ABOUT_LOW, high * ABOUT_HIGH))
        return Interval(edges[0], edges[1])
    if approx is Approx.OVER or sign in (Sign.AT_LEAST, Sign.MORE):
        return Interval(low, None)
    if approx is Approx.NEARLY or sign in (Sign.AT_MOST, Sign.LESS):
        return Interval(None, high)
    return Interval(low, high)


def _bound(target: Number, direction: Direction) -> Interval:
    """What the target's bound itself may be. 50余个 as a floor asks for 50; what more, it does not say."""
    floor = target.approx is Approx.OVER and direction in (Direction.POSITIVE, Direction.EQUAL)
    return _interval(target, Sign.NONE, Approx.EXACT if floor else target.approx)


def decide(target: Number, actual: Number, direction: Direction, notes: tuple[Message, ...] = ()) -> Comparison:
    """Both in one unit: set the interval of the actual against the bound of the target."""
    notes = (*notes, *_exactness(target, actual))
    ratio = _ratio(target, actual)
    if direction is Direction.RANGE or target.sign is Sign.RANGE:
        return _in_range(target, actual, direction, notes)
    if direction in (Direction.UNKNOWN, Direction.QUALITATIVE):
        return _without_direction(target, actual, direction, ratio, notes)
    downward = direction is Direction.INVERSE or (direction is Direction.EQUAL and target.high == 0)
    bound, done = _bound(target, direction), interval(actual)
    both = {"actual": shown(actual), "target": shown(target)}
    if downward:
        strict = target.sign is Sign.LESS
        if _certainly_below(done.high, bound.low, strict=strict and actual.sign is not Sign.LESS):
            return met(direction, say.WITHIN_LIMIT(**both), ratio=ratio, notes=notes)
        if _certainly_below(bound.high, done.low, strict=not strict and actual.sign is not Sign.MORE):
            return short(direction, say.ABOVE_LIMIT(**both), ratio=ratio, notes=notes)
    else:
        strict = target.sign is Sign.MORE
        if _certainly_below(bound.high, done.low, strict=strict and actual.sign is not Sign.MORE):
            over = bound.high is not None and done.low is not None and done.low > bound.high
            return met(direction, say.REACHED(**both), ratio=ratio, over=over, notes=notes)
        if _certainly_below(done.high, bound.low, strict=not strict and actual.sign is not Sign.LESS):
            return short(direction, _missed(ratio, both), ratio=ratio, notes=notes)
    return undecided(direction, say.NOT_EXACT(**both), ratio=ratio, notes=notes)


def _certainly_below(upper: Decimal | None, limit: Decimal | None, *, strict: bool) -> bool:
    """Whether all up to ``upper`` stays at or below ``limit`` (below it where ``strict``)."""
    if upper is None or limit is None:
        return False
    return upper < limit if strict else upper <= limit


def _in_range(target: Number, actual: Number, direction: Direction, notes: tuple[Message, ...]) -> Comparison:
    done = interval(actual)
    both = {"actual": shown(actual), "target": shown(target)}
    if done.high is not None and done.high < target.low:
        ratio = done.high / target.low if target.low and done.low == done.high else None
        return short(direction, say.BELOW_RANGE(**both), ratio=ratio, notes=notes)
    if done.low is not None and done.low > target.high:
        ratio = done.low / target.high if target.high and done.low == done.high else None
        return short(direction, say.ABOVE_RANGE(**both), ratio=ratio, notes=notes)
    if done.low is not None and done.high is not None and target.low <= done.low and done.high <= target.high:
        return met(direction, say.IN_RANGE(**both), notes=notes)
    return undecided(direction, say.RANGE_NOT_EXACT(**both), notes=notes)


def _without_direction(
    target: Number, actual: Number, direction: Direction, ratio: Decimal | None, notes: tuple[Message, ...]
) -> Comparison:
    exact = target.approx is actual.approx is Approx.EXACT and actual.sign in (Sign.NONE, Sign.EQUAL)
    if exact and target.low == actual.low and target.high == actual.high:
        return met(direction, say.EQUAL(target=shown(target)), ratio=ratio, notes=notes)
    return undecided(direction, say.NO_DIRECTION(), ratio=ratio, notes=notes)


def _exactness(target: Number, actual: Number) -> tuple[Message, ...]:
    notes = []
    if target.approx is not Approx.EXACT:
        notes.append(say.APPROXIMATE_TARGET(approx=target.approx.value))
    if actual.approx is not Approx.EXACT:
        notes.append(say.APPROXIMATE_ACTUAL(approx=actual.approx.value))
    if actual.sign in _BOUNDS:
        notes.append(say.ONLY_A_BOUND(sign=actual.sign.value))
    return tuple(notes)


def _ratio(target: Number, actual: Number) -> Decimal | None:
    if target.sign is Sign.RANGE or actual.sign is Sign.RANGE or not target.high:
        return None
    return actual.high / target.high


def _missed(ratio: Decimal | None, both: dict[str, str]) -> Message:
    if ratio is None:
        return say.MISSED(**both)
    return say.MISSED_BY(**both, share=plainly(rounded(ratio * 100, 2, ROUND_HALF_EVEN)))


def shown(value: Number) -> str:
    """The number as a reason prints it: "≥95%", "300余台次", "1-3天"."""
    if value.sign is Sign.RANGE:
        amount = f"{printed(value.low)}-{printed(value.high)}"
    else:
        amount = f"{value.sign.value}{printed(value.high)}"
    vague = {Approx.ABOUT: ("约", ""), Approx.OVER: ("", "余"), Approx.NEARLY: ("近", "")}.get(value.approx, ("", ""))
    per = f"/{value.per}" if value.per else ""
    return f"{value.change}{vague[0]}{amount}{vague[1]}{value.unit}{per}"
