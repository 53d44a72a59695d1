"""Whether two printed units measure different things. Two units enter, yes or no leaves.

Cautious on measure words: writers change 个 for 处 or 场 for 次 without meaning anything by it. Only words for
things that nobody takes for one another count as different.
"""

from __future__ import annotations

from jixiao.values import units

_DISTINCT = (
    frozenset({"人", "名", "位"}),
    frozenset({"户", "家"}),
    frozenset({"村", "行政村", "社区"}),
    frozenset({"镇", "乡", "乡镇"}),
    frozenset({"县"}),
    frozenset({"人次"}),
    frozenset({"台", "套", "台套"}),
    frozenset({"台次"}),
    frozenset({"辆"}),
    frozenset({"辆次", "车次"}),
    frozenset({"份", "册", "本"}),
)

_PERSONS = frozenset({"人", "名", "位", "人次"})
_THINGS = frozenset("处座条盏株棵栋幢口眼篇场期块台套辆支份本册")
"""Measure words that never count persons, unlike 个, 件, 项 or 次."""

_EVENTS = frozenset({"场", "批", "趟", "班", "期", "点", "件"})
"""Counts of events: 场 and 场次 are one."""


def differ(one: str, other: str) -> bool:
    """True where the units are both written and cannot be turned into one another."""
    if not one or not other or units.family(one) == units.family(other):
        return False
    if units.is_time(one) and units.is_time(other):
        return False
    if units.is_count(one) and units.is_count(other):
        first, second = _group(one), _group(other)
        plain = (units.plain(one), units.plain(other))
        if any(a in _PERSONS and b in _THINGS for a, b in (plain, plain[::-1])):
            return True
        return _runs(one, other) or (first is not None and second is not None and first != second)
    return True


def _group(unit: str) -> int | None:
    plain = units.plain(unit)
    return next((n for n, group in enumerate(_DISTINCT) if plain in group), None)


def _runs(one: str, other: str) -> bool:
    """台 against 台次: the thing and the times it was dealt with."""
    first, second = units.plain(one), units.plain(other)
    shorter = min(first, second, key=len)
    return shorter not in _EVENTS and {first, second} == {shorter, shorter + "次"}
