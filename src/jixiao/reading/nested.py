"""Tables inside a cell that are only layout, as pasted from a browser: such a table's element in, yes or no out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from .containers import PLAIN_CELLS, cells_of, rows_of
from .merges import columns
from .package import W
from .plain import Shapes

_T, _SYMBOL, _VAL = W + "t", W + "sym", W + "val"
_BEFORE, _SPAN = f"{W}trPr/{W}gridBefore", f"{W}tcPr/{W}gridSpan"
_WITH_TEXT = (PLAIN_CELLS, _T, _SYMBOL, "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")


def is_layout(table: etree._Element) -> bool:
    """Whether the text of the table all stands in one column, or whether it has none: then it is the text of the cell
    around it. Where a second column says something, what belongs to what can no longer be told by the order alone.
    """
    return len({column for row in rows_of(table) for column in _speaking(row)}) < 2


def _speaking(row: etree._Element) -> Iterator[int]:
    """The columns of the grid in which a cell starts that says something."""
    before = row.find(_BEFORE)
    column = 0 if before is None else columns(before.get(_VAL), 0)
    for cell in cells_of(row):
        if cell.tag == PLAIN_CELLS:
            for text, (span, _) in zip(Shapes.texts(cell), Shapes().of(cell), strict=False):
                if text.strip():
                    yield column
                column += span
        else:
            if any(item.tag == _SYMBOL or (item.text or "").strip() for item in cell.iter(*_WITH_TEXT)):
                yield column
            span_of = cell.find(_SPAN)
            column += 1 if span_of is None else columns(span_of.get(_VAL), 1)
