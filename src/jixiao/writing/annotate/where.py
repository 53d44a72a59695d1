"""Where in a Word file a finding stands: its position and the elements that the reader counted enter, a range leaves.

A cell is marked from its first to its last paragraph, or the words in it that the finding speaks of; so are the
characters of a paragraph.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from jixiao.model.classes import dataclass

from ...model import Dossier, Finding, Position, Table, Trace
from ...reading.inline import SDT_CONTENT
from ...reading.package import W
from ...reading.styles import Styles
from ...reading.word import Places, Spot
from .line import Edge, edges, line_of
from .spoken import Spoken, once_in, places_in

_P = W + "p"
_ENCLOSING = frozenset({SDT_CONTENT, W + "sdt", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"})


@dataclass(frozen=True, slots=True)
class Range:
    """From a paragraph to a paragraph, or exactly from an edge to an edge."""

    first: etree._Element
    last: etree._Element
    begins: Edge | None = None
    ends: Edge | None = None


class Where:
    """The places of one file. ``file`` are its identities, ``styles`` those that cross text out, where any do."""

    def __init__(self, found: Places, file: Collection[str], styles: Styles | None = None) -> None:
        self._found, self._file = found, file
        self._styles = styles if styles is not None and styles.strikes else None
        self._tables = {block.number: block for block in found.blocks if isinstance(block, Table)}
        self._texts = {block.number: block.text for block in found.blocks if not isinstance(block, Table)}

    def of(self, finding: Finding, trace: Trace, dossier: Dossier | None) -> Range | None:
        """The place of a finding: its main place or, where that is in another file, the first related one in this.
        ``None`` where it has none here.
        """
        places = places_in(finding, trace, self._file, dossier)
        return next((where for spoken in places if (where := self._at(spoken)) is not None), None)

    def _at(self, spoken: Spoken) -> Range | None:
        position = spoken.position
        if position.table is not None:
            cell = self._visible_cell(position.table, position.row or 0, position.cell or 0)
            if cell is None:
                return None
            # what is said of a whole table or row stands at its head
            whole = position.row is None or position.cell is None
            return (None if whole else self._words(cell.element, spoken.words)) or _whole(cell.element)
        number = position.paragraph
        if number is None:  # the file as a whole
            return self._whole_file()
        if not 0 <= number < len(self._found.paragraphs):
            return None
        return self._characters(number, position, spoken.words)

    def _visible_cell(self, table: int, row: int, cell: int) -> Spot | None:
        """The cell, or the head of the vertical merge that it continues: Word shows nothing of the others."""
        rows = self._tables[table].rows if table in self._tables else ()
        if row < len(rows) and cell < len(rows[row].cells):
            here = rows[row].cells[cell]
            while here.continues and row > 0:
                above = next((c for c in rows[row - 1].cells if c.column == here.column), None)
                if above is None:
                    break
                row, here = row - 1, above
            cell = here.index
        return self._found.cells.get((table, row, cell))

    def _words(self, element: etree._Element, words: Collection[str]) -> Range | None:
        """The words in a cell, where they stand in it once and in one paragraph."""
        if not words or element.tag == _P:  # around a text box
            return None
        lines = [line_of(paragraph, self._styles) for paragraph in _own_paragraphs(element)]
        text = "\n".join(line for line, _ in lines)
        found = once_in(text, words)
        if found is None:
            return None
        start, end = found
        for line, runs in lines:
            if start <= len(line):
                exact = edges(line, runs, start, end) if end <= len(line) else None
                return None if exact is None else _exactly(*exact)
            start, end = start - len(line) - 1, end - len(line) - 1
        return None

    def _characters(self, number: int, position: Position, words: Collection[str]) -> Range:
        """The characters of a position or, in them, the words; the whole paragraph where they cannot be marked."""
        spot, text = self._found.paragraphs[number], self._texts[number]
        start, end = position.start or 0, len(text) if position.end is None else position.end
        found = once_in(text[start:end], words)
        if found is not None:
            start, end = start + found[0], start + found[1]
        apart = bool(spot.runs) and next(spot.runs[0][1].iterancestors(_P), None) is not spot.element
        exact = edges(text, spot.runs, start, end) if apart or end - start < len(text) else None
        return Range(spot.element, spot.element) if exact is None else _exactly(*exact)

    def _whole_file(self) -> Range | None:
        for spot in (*self._found.paragraphs, *self._found.cells.values()):
            if any(text.strip() for text in spot.element.itertext(W + "t")):
                return _whole(spot.element)
        return None


def _exactly(begins: Edge, ends: Edge) -> Range:
    return Range(begins.paragraph, ends.paragraph, begins, ends)


def _whole(element: etree._Element) -> Range | None:
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
