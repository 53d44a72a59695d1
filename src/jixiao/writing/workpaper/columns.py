"""The columns of findings: which there are, in which order, and what they are called in either language."""

from __future__ import annotations

from collections.abc import Sequence

from . import words
from .look import Column

UNIT_AND_YEAR = (Column("unit", words.UNIT, 10, 20), Column("year", words.YEAR, 6, 6, "center"))
"""Before the others where one sheet holds the findings of several cases."""

HANDLED = Column("handled", words.HANDLED, 15, 15)
WHY_KEPT = Column("why", words.WHY_KEPT, 10, 14)
KEY = Column("key", words.ADDRESS, 8, 8, hidden=True)
"""What a row is found again by. Hidden: it is for the program."""

OF_FINDING = (
    Column("number", words.NUMBER, 6, 8, "center"),
    Column("severity", words.SEVERITY, 6, 9, "center"),
    Column("dimension", words.DIMENSION, 7, 12, "center"),
    Column("object", words.OBJECT, 10, 14),
    Column("place", words.PLACE, 12, 20),
    Column("finding", words.FINDING, 20, 32),
    Column("facts", words.FACTS, 18, 28),
    Column("basis", words.BASIS, 10, 16),
    Column("remedy", words.REMEDY, 14, 22),
    Column("amount", words.AMOUNT, 12, 12, "right"),
    HANDLED,
    Column("rule", words.RULE, 7, 8, "center"),
    KEY,
)

OF_FINDING_OF_MANY = (*UNIT_AND_YEAR, *OF_FINDING)
OF_GONE = (*UNIT_AND_YEAR, WHY_KEPT, *OF_FINDING)

_EXPECTED = tuple(column.id for column in OF_FINDING)
_BY_HEAD = {column.head.text(lang): column.id for column in OF_GONE for lang in ("zh", "en")}


def known(heads: Sequence[str]) -> list[str]:
    """What each column of a paper is, by its head in whatever language: an id of ours, or nothing where somebody added
    it. A head that was changed is known by where it stands: between the same two columns, as many as are missing.
    """
    ids = [_BY_HEAD.get(" ".join(head.split()), "") for head in heads]
    ids = [one if one not in ids[:place] else "" for place, one in enumerate(ids)]
    for missing in _runs(ids):
        before, after = _around(missing, ids)
        between = [place for place in range(before + 1, after) if not ids[place] and heads[place].strip()]
        if len(between) == len(missing):
            for place, one in zip(between, missing, strict=True):
                ids[place] = one
    return ids


def _runs(ids: Sequence[str]) -> list[list[str]]:
    """Runs of columns that are missing, neighbours of each other in our order. No other column is taken for the key."""
    runs: list[list[str]] = []
    before_missing = False
    for one in _EXPECTED:
        missing = one not in ids and one != KEY.id
        if missing and before_missing:
            runs[-1].append(one)
        elif missing:
            runs.append([one])
        before_missing = missing
    return runs


def _around(missing: Sequence[str], ids: Sequence[str]) -> tuple[int, int]:
    """The places of the columns before and behind a run."""
    first, last = _EXPECTED.index(missing[0]), _EXPECTED.index(missing[-1])
    before = ids.index(_EXPECTED[first - 1]) if first else -1
    behind = _EXPECTED[last + 1]
    return before, ids.index(behind) if behind in ids else len(ids)
