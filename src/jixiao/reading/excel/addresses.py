"""Addresses of cells: ``B5`` in, row 4 and column 1 out, and back."""

from __future__ import annotations

import re
from functools import lru_cache

from jixiao.model.trace import column_letters

LAST_ROW, LAST_COLUMN = 1_048_575, 16_383
"""The last row and column that a sheet has, from 0."""

Range = tuple[int, int, int, int]
"""First column, last column, first row, last row, all included: so the ranges of a row sort from left to right."""

Place = tuple[int, int]
"""Row and column, from 0."""

_PLACE = re.compile(r"([A-Z]+)(\d+)")
_MOST = 1 << 15
_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?")


@lru_cache(maxsize=1 << 14)
def column_number(letters: str) -> int:
    """The column with these letters, from 0; -1 where no sheet has it."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1 if number <= LAST_COLUMN + 1 else -1


@lru_cache(maxsize=1 << 14)
def cells_of(text: str) -> Range | None:
    """The range of ``A1`` or ``A1:C3``; ``None`` where it is no address."""
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    first, top, last, bottom = found.groups()
    left, up = column_number(first), int(top) - 1
    if last is None:
        right, down = left, up
    else:
        right, down = column_number(last), int(bottom) - 1
    if left > right:
        left, right = right, left
    if up > down:
        up, down = down, up
    return (left, right, up, down) if up >= 0 and left >= 0 and down <= LAST_ROW else None


def address(row: int, column: int) -> str:
    """``B5`` for row 4, column 1."""
    return f"{column_letters(column)}{row + 1}"


class _Places(dict[str, Place]):
    """The places of addresses, remembered, as all sheets use the same few."""

    def __missing__(self, text: str) -> Place:
        found = _PLACE.fullmatch(text)
        if found is None:
            raise ValueError(text)
        if len(self) >= _MOST:
            self.clear()
        place = self[text] = int(found[2]) - 1, column_number(found[1])
        return place


PLACES = _Places()
"""Row and column by ``B5``; no sheet may have them, which :func:`is_place` tells."""


def is_place(row: int, column: int) -> bool:
    """Whether a sheet has such a row and column."""
    return 0 <= row <= LAST_ROW and column >= 0
