"""Which rows or columns are hidden: ranges in; answers about single ones, and about what lies between, out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

Run = tuple[int, int]
"""First and last of an unbroken run of numbers."""


class Hidden:
    """Hidden rows or columns of one sheet. False where none is."""

    __slots__ = ("_before", "_ends", "_starts")

    def __init__(self, ranges: Iterable[Run]) -> None:
        found = runs(sorted(ranges))
        self._starts = [first for first, _ in found]
        self._ends = [last for _, last in found]
        self._before = [0]  # how many are hidden before each run
        for first, last in found:
            self._before.append(self._before[-1] + last - first + 1)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def __contains__(self, number: int) -> bool:
        place = bisect_right(self._starts, number) - 1
        return place >= 0 and number <= self._ends[place]

    def next_seen(self, number: int) -> int:
        """The number itself, or the first behind it that is not hidden."""
        place = bisect_right(self._starts, number) - 1
        return self._ends[place] + 1 if place >= 0 and number <= self._ends[place] else number

    def below(self, number: int) -> int:
        """How many smaller ones are hidden."""
        place = bisect_right(self._starts, number - 1)
        count = self._before[place]
        return count - max(0, self._ends[place - 1] - number + 1) if place else count


def runs(ranges: Iterable[Run]) -> list[Run]:
    """Ranges in order, those that touch as one."""
    found: list[Run] = []
    for first, last in ranges:
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        elif first <= last:
            found.append((first, last))
    return found
