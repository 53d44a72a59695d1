"""A table that goes over a page in pieces: Word repeats only the first rows of a table, so a block that goes on over a
page is a table of its own, with its column heads first.

A fitted table and the room on its first page enter; rows of cells leave, piece by piece. Read again, the pieces are one
form (:mod:`jixiao.recognition.segment`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from jixiao.model.classes import dataclass

from ...forms.layouts import LaidCell, LaidRow, LaidTable
from .fit import Fitted, pages

_NEAR = 8
"""A block that ends so near to the end of its page, in percent of the room, may go on over it with another face."""
_LIST = 3
"""A block of fewer rows under its heads is read at a glance wherever it breaks."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows that are a table of their own, and how high they come to. The ``heads``, so many at its start, stand again
    on every page; ``cut`` are the columns where a cell of the heads goes on, without its text, in the rows below.
    """

    table: LaidTable
    heights: tuple[int, ...]
    heads: int
    cut: frozenset[int] = frozenset()


def pieces(fitted: Fitted, space: int) -> tuple[Piece, ...]:
    """The pieces of a table; one where it fits its page."""
    rows = fitted.table.rows
    starts = [start for start in _blocks(fitted.table) if _goes_on(fitted, start, space)]
    first = starts[0] if starts else len(rows)
    blocks = (_block(fitted, start, end) for start, end in pairwise([*starts, len(rows)]))
    return (*((_top(fitted, first),) if first or not rows else ()), *blocks)


def _top(fitted: Fitted, end: int) -> Piece:
    """The rows before the first block that goes on over a page, with those that the form prints on top of each."""
    rows = fitted.table.rows[:end]
    heads = next((n for n, row in enumerate(rows) if not row.repeat), len(rows))
    return Piece(replace(fitted.table, rows=rows), fitted.heights[:end], heads)


def _block(fitted: Fitted, start: int, end: int) -> Piece:
    """The rows from ``start`` on. A cell that reaches down out of the heads ends with them, since heads that are
    repeated cannot hold it; what is left of it stands below, empty.
    """
    rows = list(fitted.table.rows[start:end])
    heads = _heads(fitted.table, start)
    below: list[LaidCell] = []
    for number, row in enumerate(rows[:heads]):
        reach = {cell.column: number + cell.rowspan - heads for cell in row.cells}
        below += [
            replace(cell, text="", at="", rowspan=reach[cell.column]) for cell in row.cells if reach[cell.column] > 0
        ]
        ended = (replace(cell, rowspan=min(cell.rowspan, heads - number)) for cell in row.cells)
        rows[number] = replace(row, cells=tuple(ended))
    if below:
        under = sorted((*below, *rows[heads].cells), key=lambda cell: cell.column)
        rows[heads] = replace(rows[heads], cells=tuple(under))
    cut = frozenset(cell.column for cell in below)
    return Piece(replace(fitted.table, rows=tuple(rows)), fitted.heights[start:end], heads, cut)


def _blocks(table: LaidTable) -> Iterator[int]:
    """Where blocks begin that are lists under column heads."""
    for number, row in enumerate(table.rows):
        begins = number == 0 or table.rows[number - 1].block != row.block
        if begins and (heads := _heads(table, number)) and _length(table, number) - heads >= _LIST:
            yield number


def _length(table: LaidTable, start: int) -> int:
    block = table.rows[start].block
    return next((n for n, row in enumerate(table.rows[start:]) if row.block != block), len(table.rows) - start)


def _heads(table: LaidTable, start: int) -> int:
    """How many rows at the start of a block are column heads."""
    rows = table.rows[start : start + _length(table, start)]
    return next((n for n, row in enumerate(rows) if not _is_head(row)), len(rows))


def _is_head(row: LaidRow) -> bool:
    own = [cell for cell in row.cells if cell.role != "label"]
    return bool(own) and all(cell.role == "column" for cell in own)


def _goes_on(fitted: Fitted, start: int, space: int) -> bool:
    """Whether a block reaches beyond its page, or may."""
    end = start + _length(fitted.table, start)
    near = pages(fitted.heights, space * (100 - _NEAR) // 100)
    return len({page for on in (pages(fitted.heights, space), near) for page in on[start:end]}) > 1
