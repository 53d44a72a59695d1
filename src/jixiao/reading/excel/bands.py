"""What of a sheet belongs together, by the empty rows and columns between: rows and their grid in, bands out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .grid import Grid

_NEAR = 8
"""Columns of a gap that are looked at."""


def bands(rows: Sequence[int], grid: Grid) -> Iterator[list[int]]:
    """Rows that belong together: an empty row parts them, unless a merged range reaches over it."""
    band: list[int] = []
    for row in rows:
        if band and row - band[-1] > 1 and grid.gap(band[-1], row) and not _reaches(band[-1], row, grid):
            yield from _trimmed(band, grid)
            band = []
        band.append(row)
    yield from _trimmed(band, grid)


def _reaches(row: int, following: int, grid: Grid) -> bool:
    return any(bottom >= following for _, _, _, bottom in grid.merges.get(row, ()))


def _trimmed(band: list[int], grid: Grid) -> Iterator[list[int]]:
    """A band without the rows at its edges that hold no text; nothing where none does."""
    filled = [place for place, row in enumerate(band) if row in grid.texts]
    if filled:
        yield band[filled[0] : filled[-1] + 1]


def side_by_side(band: Sequence[int], grid: Grid) -> list[tuple[int, int]]:
    """First and last column of what stands beside each other in a band where lines are drawn: parted by columns without
    texts and lines that no merged range reaches over.
    """
    columns = sorted(set().union(*(grid.texts[row] for row in band if row in grid.texts)))
    gaps = [(one, other) for one, other in pairwise(columns) if other - one > 1]
    if gaps:
        reached = {merge[:2] for row in band for merge in grid.merges.get(row, ())}
        gaps = [gap for gap in gaps if _parts(gap, reached, grid)]
    if gaps and not any(len(grid.texts.get(row, ())) > 1 and grid.ruled(row) for row in band):
        gaps = []
    firsts = [columns[0], *(other for _, other in gaps)]
    lasts = [*(one for one, _ in gaps), columns[-1]]
    return list(zip(firsts, lasts, strict=True))


def _parts(gap: tuple[int, int], reached: set[tuple[int, int]], grid: Grid) -> bool:
    """Whether a visible column in the gap is empty, without lines, and under no merged range."""
    return any(
        column not in grid.hidden_columns
        and not any(left <= column <= right for left, right in reached)
        and not grid.boxed(column)
        for column in range(gap[0] + 1, min(gap[1], gap[0] + 1 + _NEAR))
    )
