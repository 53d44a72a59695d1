"""Addresses of cells: ``B5`` in, row 4 and column 1 out, and back."""

from __future__ import annotations

import re
from functools import lru_cache

from jixiao.model.trace import column_letters

LAST_ROW, LAST_COLUMN = 1_048_575, 16_383
"""The last row and column that a sheet has, from 0."""

_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?")


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """The column with these letters, from 0; -1 where no sheet has it."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1 if 0 < number <= LAST_COLUMN + 1 else -1


def cells_of(text: str) -> tuple[int, int, int, int] | None:
    """First row, first column, last row, last column of ``A1`` or ``A1:C3``; ``None`` where it is no address."""
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    rows = sorted((int(found[2]) - 1, int(found[4] or found[2]) - 1))
    columns = sorted((column_number(found[1]), column_number(found[3] or found[1])))
    if rows[0] < 0 or columns[0] < 0 or rows[1] > LAST_ROW:
        return None
    return rows[0], columns[0], rows[1], columns[1]


def address(row: int, column: int) -> str:
    """``B5`` for row 4, column 1."""
    return f"{column_letters(column)}{row + 1}"
