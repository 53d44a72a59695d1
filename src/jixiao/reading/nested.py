"""Tables inside a cell that are only layout, as pasted from a browser: such a table's element in, yes or no out."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from .containers import flat
from .package import W
from .rows import columns

_TR, _TC, _T, _SYMBOL, _VAL = W + "tr", W + "tc", W + "t", W + "sym", W + "val"
_BEFORE, _SPAN = f"{W}trPr/{W}gridBefore", f"{W}tcPr/{W}gridSpan"
_FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_LARGE = 2000
"""A table of more elements than this is no text of a cell."""


def is_layout(table: etree._Element) -> bool:
    """Whether the text of the table all stands in one column, or whether it has none: then it is the text of the cell
    around it. Where a second column says something, what belongs to what can no longer be told by the order alone.
    """
    if next(islice(table.iterdescendants(), _LARGE, None), None) is not None:
        return False
    spoken = {column for row in flat(table, _TR) for column, cell in _in_columns(row) if _says_something(cell)}
    return len(spoken) < 2


def _in_columns(row: etree._Element) -> list[tuple[int, etree._Element]]:
    """The cells of a row with the column of the grid in which each starts."""
    before = row.find(_BEFORE)
    column = 0 if before is None else columns(before.get(_VAL), 0)
    cells = []
    for cell in flat(row, _TC):
        cells.append((column, cell))
        span = cell.find(_SPAN)
        column += 1 if span is None else columns(span.get(_VAL), 1)
    return cells


def _says_something(cell: etree._Element) -> bool:
    return any(
        item.tag == _SYMBOL or (item.text or "").strip() for item in cell.iterdescendants(_T, _SYMBOL, _FORMULA_TEXT)
    )
