"""Where in a Word file a changed fact stands: a position and the elements that the reader counted enter; the paragraphs
in which its text is leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from ...model import Position, Table
from ...reading.containers import cells_of, enclosed, rows_of
from ...reading.nested import is_layout
from ...reading.package import W
from ...reading.word import Places

_P, _TBL, _TC = W + "p", W + "tbl", W + "tc"


def cell_at(found: Places, position: Position) -> etree._Element | None:
    """The cell of a position, or the one at the head of the vertical merge that it continues; ``None`` where the file
    has no such cell, or the text of it stands in a text box.
    """
    if position.table is None or position.row is None or position.cell is None:
        return None
    rows = next((b.rows for b in found.blocks if isinstance(b, Table) and b.number == position.table), ())
    row, cell = position.row, position.cell
    if row < len(rows) and cell < len(rows[row].cells):
        here = rows[row].cells[cell]
        while here.continues and row > 0:
            above = next((c for c in rows[row - 1].cells if c.column == here.column), None)
            if above is None:
                break
            row, here = row - 1, above
        cell = here.index
    spot = found.cells.get((position.table, row, cell))
    return spot.element if spot is not None and spot.element.tag == _TC else None


def paragraphs_of(cell: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The paragraphs whose text is that of the cell, those of tables that only lay it out among them."""
    for child in cell:
        if child.tag == _P:
            yield child
        elif child.tag == _TBL:
            if is_layout(child):
                for row in rows_of(child):
                    for inner in cells_of(row):
                        yield from paragraphs_of(inner)
        elif (inside := enclosed(child, child.tag)) is not None:
            yield from paragraphs_of(inside)


def neighbours(cell: etree._Element) -> Sequence[etree._Element]:
    """The other cells of the row, the nearest first, those before it before those behind it; then those above."""
    row = cell.getparent()
    while row is not None and row.tag != W + "tr":
        row = row.getparent()
    if row is None:
        return ()
    cells = list(cells_of(row))
    here = cells.index(cell)
    beside = sorted((place for place in range(len(cells)) if place != here), key=lambda place: abs(place - here))
    above = [cells_of(other) for other in row.itersiblings(W + "tr", preceding=True)]
    return (*(cells[place] for place in beside), *(inner for line in above for inner in line))
