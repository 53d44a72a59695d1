"""Where in a Word file a finding stands: its position and the elements that the reader counted enter, a range leaves.

A cell is marked from its first to its last paragraph; characters of a paragraph by the runs that hold them, or all of
it where fields forbid to mark parts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from jixiao.model.classes import dataclass

from ...model import Finding, Position, Table, Trace, locate
from ...reading.inline import SDT_CONTENT
from ...reading.package import W
from ...reading.word import Places, Spot

_P, _FIELD = W + "p", W + "fldChar"
_ENCLOSING = frozenset({SDT_CONTENT, W + "sdt", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"})


@dataclass(frozen=True, slots=True)
class Range:
    """From a paragraph to a paragraph; ``before`` and ``after`` are children of them, ``None`` for all of it."""

    first: etree._Element
    last: etree._Element
    before: etree._Element | None = None
    after: etree._Element | None = None


def place_of(finding: Finding, trace: Trace, found: Places, file: Collection[str]) -> Range | None:
    """The place of a finding in the file of these identities: its main place or, where that is in another file, the
    first related one in this. ``None`` where it has none here.
    """
    for pointer in finding.facts:
        position = locate(trace, pointer)
        if position is not None and position.file in file:
            where = _at(position, found)
            if where is not None:
                return where
    return None


def _at(position: Position, found: Places) -> Range | None:
    """The range of a position, ``None`` where the file has no such place."""
    if position.table is not None:
        cell = _visible_cell(found, position.table, position.row or 0, position.cell or 0)
        return _cell_range(cell.element) if cell is not None else None
    number = position.paragraph
    if number is None:  # the file as a whole
        return _whole_file(found)
    if not 0 <= number < len(found.paragraphs):
        return None
    return _characters(found.paragraphs[number], position)


def _visible_cell(found: Places, table: int, row: int, cell: int) -> Spot | None:
    """The cell, or the one at the head of the vertical merge that it continues: Word shows nothing of the others."""
    rows = next((block.rows for block in found.blocks if isinstance(block, Table) and block.number == table), ())
    if row < len(rows) and cell < len(rows[row].cells):
        here = rows[row].cells[cell]
        while here.continues and row > 0:
            above = next((c for c in rows[row - 1].cells if c.column == here.column), None)
            if above is None:
                break
            row, here = row - 1, above
        cell = here.index
    return found.cells.get((table, row, cell))


def _whole_file(found: Places) -> Range | None:
    for spot in (*found.paragraphs, *found.cells.values()):
        if any(text.strip() for text in spot.element.itertext(W + "t")):
            return _cell_range(spot.element)
    return None


def _cell_range(element: etree._Element) -> Range | None:
    """From the first to the last paragraph of a cell; a paragraph (around a text box) is its own range."""
    paragraphs = [element] if element.tag == _P else list(_own_paragraphs(element))
    return Range(paragraphs[0], paragraphs[-1]) if paragraphs else None


def _own_paragraphs(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a cell without those of nested tables."""
    for child in parent:
        if child.tag == _P:
            yield child
        elif child.tag in _ENCLOSING:
            yield from _own_paragraphs(child)


def _characters(spot: Spot, position: Position) -> Range:
    """The runs that hold the characters of a position; the whole paragraph where no run holds them."""
    whole = Range(spot.element, spot.element)
    if position.start is None or position.end is None or not spot.runs:
        return whole
    end = max(position.end, position.start + 1)
    ends = [*(start for start, _ in spot.runs[1:]), max(end, spot.runs[-1][0]) + 1]
    inside = [run for (start, run), stop in zip(spot.runs, ends, strict=True) if start < end and stop > position.start]
    if not inside:  # a formula, which no run holds
        return whole
    (first, before), (last, after) = _child(inside[0]), _child(inside[-1])
    if first is None or last is None or any(next(p.iter(_FIELD), None) is not None for p in (first, last)):
        return whole
    return Range(first, last, before, after)


def _child(run: etree._Element) -> tuple[etree._Element | None, etree._Element]:
    """The paragraph of a run and its child that holds the run."""
    parent = run.getparent()
    while parent is not None and parent.tag != _P:
        run, parent = parent, parent.getparent()
    return parent, run
