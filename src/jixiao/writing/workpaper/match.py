"""Which row of the last paper is which finding of today: rows of the one and of the other enter, pairs leave.

A finding is the same when its case, rule, variant and stable address are. Where a rule says several things of one
place, the sentence tells them apart; where it does not, nothing is guessed: what was typed is kept among what is gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .earlier import Earlier, Old
from .rows import FindingRow


class Matcher:
    """Hands out the rows of the last paper, each once."""

    def __init__(self, earlier: Earlier) -> None:
        self._waiting: dict[str, list[Old]] = defaultdict(list)
        self._loose: list[Old] = []
        self._given: list[Old] = []
        for row in earlier.rows:
            if row.key:
                self._waiting[row.key].append(row)
            else:
                self._loose.append(row)

    def pair(self, rows: Sequence[FindingRow]) -> list[Old | None]:
        """For each finding of a case the row that it had, or nothing."""
        together: dict[str, list[int]] = defaultdict(list)
        for place, row in enumerate(rows):
            together[row.key].append(place)
        result: list[Old | None] = [None] * len(rows)
        for key, places in together.items():
            for place in places:
                result[place] = self._same(key, rows[place].said)
            open_ = [place for place in places if result[place] is None]
            if len(open_) == 1 and len(self._waiting[key]) == 1:
                result[open_[0]] = self._give(key, self._waiting[key][0])
        return result

    def _same(self, key: str, said: str) -> Old | None:
        """The one with the same sentence; of several one that somebody wrote beside."""
        alike = sorted((old for old in self._waiting[key] if old.said == said), key=lambda old: not old.has_words)
        return self._give(key, alike[0]) if alike else None

    def _give(self, key: str, old: Old) -> Old:
        self._waiting[key].remove(old)
        self._given.append(old)
        return old

    def left(self) -> list[Old]:
        """What nobody took and a person wrote in, each once: findings that are gone, and rows that somebody added."""
        waiting = (old for olds in self._waiting.values() for old in olds if old.has_words)
        result: list[Old] = []
        for old in (*waiting, *self._loose):
            if old not in result and not any(_says_no_more(old, given) for given in self._given):
                result.append(old)
        return result


def _says_no_more(old: Old, given: Old) -> bool:
    """Whether a row is a copy of one that was taken."""
    return old.key == given.key and old.remark in ("", given.remark) and old.extras.items() <= given.extras.items()
