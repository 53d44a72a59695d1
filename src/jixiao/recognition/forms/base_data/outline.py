"""The outline of the rows in a base data table: numbers, 其中, and which row is a part of which.

Printed labels enter; :class:`Printed` labels and the place of each row's parent leave.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jixiao.forms.labels import exact_key, outline
from jixiao.model.classes import dataclass
from jixiao.values.pattern import lazy

from ...tables.lines import clean

_LEADING = lazy(r"^[ \t\u3000\xa0]*")
_TOP = frozenset(("three_public", "projects", "public_funds", "procurement", "basic"))
_OF = {
    **dict.fromkeys(("vehicles", "abroad", "reception"), "three_public"),
    **dict.fromkeys(("business", "operation", "special"), "projects"),
}
"""Rows that belong to another one also without a number."""
_RANKS = ((lazy(r"[一二三四五六七八九十]+[、．.]"), 1), (lazy(r"[（(][一二三四五六七八九十]+[)）]"), 2),
          (lazy(r"\d+[、．.]"), 3), (lazy(r"[（(]?\d+[)）]"), 4), (lazy(r"[①-⑳]"), 5))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Printed:
    """A row's label taken apart; ``indent`` counts the spaces before it."""

    text: str
    number: str
    within: bool
    indent: int
    key: str

    @property
    def rank(self) -> int:
        """0 without a number, then 一、(一) 1、(1) ①."""
        return next((rank for pattern, rank in _RANKS if pattern.fullmatch(self.number)), 0)


@lru_cache(maxsize=4096)
def printed(text: str) -> Printed:
    """The label of a row."""
    indent = len((_LEADING.match(text) or [""])[0].replace("\t", "  ").replace("\u3000", "  "))
    flat, number, within = outline(re.sub(r"\s", "", clean(text)))
    flat = flat.rstrip("：:")
    return Printed(flat, number, within, indent, exact_key(flat, "spending"))


def parents(rows: Sequence[Printed]) -> list[tuple[int | None, bool]]:
    """For each row the place of the row it is a part of, and whether that is certain.

    A numbered row is a part of the nearest row above with a lower rank; 其中 of the nearest row that is not
    其中 itself. A bare row behind 其中 goes on with that list unless it is a known row of its own or stands
    further left.
    """
    result: list[tuple[int | None, bool]] = []
    indented = any(row.indent for row in rows)
    for place, row in enumerate(rows):
        if row.within:
            result.append((_nearest(rows, result, place), True))
        elif row.rank:
            result.append((next((p for p in range(place - 1, -1, -1) if _above(rows, result, p, row)), None), True))
        elif row.key in _TOP or not place:
            result.append((None, True))
        else:
            result.append(_bare(rows, result, place, indented))
    return result


def _above(rows: Sequence[Printed], found: list[tuple[int | None, bool]], place: int, row: Printed) -> bool:
    above = rows[place]
    if above.within or (above.rank == 0 and found[place][0] is not None):
        return False
    return above.rank < row.rank


def _nearest(rows: Sequence[Printed], found: list[tuple[int | None, bool]], place: int) -> int | None:
    for p in range(place - 1, -1, -1):
        if not rows[p].within and not (rows[p].rank == 0 and found[p][0] is not None):
            return p
    return None


def _bare(
    rows: Sequence[Printed], found: list[tuple[int | None, bool]], place: int, indented: bool
) -> tuple[int | None, bool]:
    """A row without number and 其中 that is not a known head of its own."""
    row, before = rows[place], rows[place - 1]
    parent = found[place - 1][0]
    if row.key in _OF and (head := _head_of(rows, row, place)) is not None:
        return head, True
    if not (before.within or (before.rank == 0 and parent is not None)):
        return None, True
    if parent is not None and row.key and before.key and _same_list(row.key, before.key):
        return parent, True
    if parent is not None and rows[parent].key == "public_funds":
        if indented:
            return (parent, True) if row.indent > rows[parent].indent else (None, True)
        return parent, "费" in row.text
    if indented:
        return (parent, True) if parent is not None and row.indent > rows[parent].indent else (None, True)
    return parent, False


def _same_list(one: str, other: str) -> bool:
    return {one, other} <= {"vehicle_purchase", "vehicle_running"}


def _head_of(rows: Sequence[Printed], row: Printed, place: int) -> int | None:
    return next((p for p in range(place - 1, -1, -1) if rows[p].key == _OF[row.key]), None)
