"""One pass over the body of a Word file: its element in, blocks out; what is counted how stands in :mod:`.word`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from typing import NamedTuple

from lxml import etree

from jixiao.model import Block, Cell, Paragraph, Row, Table, UnreadableError
from jixiao.model.classes import dataclass
from jixiao.model.message import Term

from . import limits
from . import messages as say
from .containers import PLAIN_CELLS, cells_of, enclosed, rows_of
from .content import Content
from .inline import Inlines, joined
from .merges import Merges, columns
from .nested import is_layout
from .notes import Notes
from .numbering import Numbering
from .package import W
from .plain import Shapes
from .rows import plain_rows
from .styles import Styles

_P, _TBL = W + "p", W + "tbl"
_P_PR, _TR_PR, _TC_PR, _R_PR, _SDT = W + "pPr", W + "trPr", W + "tcPr", W + "rPr", W + "sdt"
_SPAN, _V_MERGE, _H_MERGE, _VAL = W + "gridSpan", W + "vMerge", W + "hMerge", W + "val"
_BEFORE, _DEL, _MOVED, _CELL_DEL = W + "gridBefore", W + "del", W + "moveFrom", W + "cellDel"
_P_STYLE = W + "pStyle"
_LAID_OUT = 8
"""Deeper than this nobody lays out cells by tables, and looking for it would cost more at every level."""

_FOREIGN = frozenset({W + "altChunk", W + "subDoc"})


class Spot(NamedTuple):
    """The element that a paragraph or cell was read from; ``runs`` are (first character, run), for paragraphs."""

    element: etree._Element
    runs: tuple[tuple[int, etree._Element], ...] = ()


@dataclass(slots=True)
class Places:
    """Where everything that was counted stands in the XML."""

    paragraphs: list[Spot] = field(default_factory=list)
    cells: dict[tuple[int, int, int], Spot] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()


class Walk:
    """One pass over a body."""

    def __init__(
        self, name: str, styles: Styles | None, numbering: Numbering | None, places: Places | None = None
    ) -> None:
        self._name = name
        self._blocks: list[Block] = []
        self._tables = self._paragraphs = self._rows = self._cells = self._depth = 0
        self._places = places
        self._runs: list[tuple[int, etree._Element]] | None = None if places is None else []
        self._styles = styles if styles is not None and styles.strikes else None
        self._notes = Notes()
        self._inlines = Inlines(self._notes, self._styles, self._runs)
        self._shapes = Shapes()
        self._numbering = numbering
        self._numbered = numbering.numbered if numbering is not None else None
        self._carried: list[str] = []  # text of paragraphs whose mark was deleted
        self._carrier: etree._Element | None = None
        self._anchor: etree._Element | None = None  # the paragraph that holds the text box being read

    def content(self, body: etree._Element) -> Content:
        self._body(body)
        self._flush()
        return Content(tuple(self._blocks), self._notes.messages())

    # --- blocks -----------------------------------------------------------------------------------------------------

    def _body(self, parent: Iterable[etree._Element]) -> None:
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._paragraph(child)
            elif tag == _TBL:
                self._flush()
                self._table(child, None)
            elif tag in _FOREIGN:
                self._notes.count["foreign"] += 1
            elif (inner := enclosed(child, tag)) is not None:
                self._deeper()
                self._body(inner)
                self._depth -= 1

    def _paragraph(self, element: etree._Element) -> None:
        pieces = self._carried
        level, label, goes_on = self._properties(element)
        self._collect(element, pieces)
        if goes_on:
            self._carried, self._carrier = pieces, element
            return
        self._carried = []
        self._emit(pieces, level, label, element)
        if self._inlines.boxes:
            self._boxes(element, self._body)

    def _boxes(self, anchor: etree._Element, read: Callable[[etree._Element], None]) -> None:
        """Read the text boxes met in a paragraph; what stands in them is placed at the paragraph outside all boxes."""
        boxes, self._inlines.boxes = self._inlines.boxes, []
        outer = self._anchor
        self._anchor = anchor if outer is None else outer
        self._deeper()
        for box in boxes:
            read(box)
        self._depth -= 1
        self._anchor = outer

    def _flush(self) -> None:
        """What a paragraph without a mark left, where no other paragraph follows."""
        if self._carried and self._carrier is not None:
            pieces, self._carried = self._carried, []
            self._emit(pieces, 0, "", self._carrier)

    def _emit(self, pieces: list[str], level: int, label: str, element: etree._Element) -> None:
        if self._paragraphs >= limits.PARAGRAPHS:
            raise self._too_much(say.PARAGRAPHS, limits.PARAGRAPHS)
        self._blocks.append(Paragraph(self._paragraphs, joined(pieces), level, label))
        self._paragraphs += 1
        if self._notes.struck:
            self._notes.struck_in(say.IN_PARAGRAPH(number=self._paragraphs))
        if self._places is not None and self._runs is not None:
            if self._anchor is None:
                self._places.paragraphs.append(Spot(element, _starts(pieces, self._runs)))
            else:
                self._places.paragraphs.append(Spot(self._anchor))  # Word takes no comments inside text boxes
            self._runs.clear()

    def _collect(self, element: etree._Element, pieces: list[str]) -> None:
        self._inlines.collect(element, pieces)
        self._inlines.end()

    def _properties(self, element: etree._Element) -> tuple[int, str, bool]:
        """Level, label, and whether the paragraph goes on in the next one."""
        if self._styles is not None:
            style = element.find(f"{_P_PR}/{_P_STYLE}")
            self._inlines.begin("" if style is None else style.get(_VAL, ""))
        for properties in element.iterchildren(_P_PR):
            for look in properties.iterchildren(_R_PR):
                if next(look.iterchildren(_DEL, _MOVED), None) is not None:
                    self._notes.count["tracked"] += 1
                    return 0, "", True
            if self._numbering is not None:
                return *self._numbering.next(properties), False
        return 0, "", False

    # --- tables -----------------------------------------------------------------------------------------------------

    def _table(self, element: etree._Element, within: int | None) -> None:
        self._deeper()
        number, slot = self._tables, len(self._blocks)
        self._tables += 1
        self._blocks.append(Table(number, (), within=within))  # nested tables come after the one they stand in
        rows = self._plain(element, self._numbered) if self._numbered and self._styles is None else None
        if rows is None:
            rows = self._careful(element, number)
        self._blocks[slot] = Table(number, tuple(rows), within=within)
        self._depth -= 1

    def _plain(self, element: etree._Element, numbered: Callable[[str], bool]) -> list[Row] | None:
        """The rows by the fast reader, ``None`` where it gives up."""
        merges = Merges()
        rows = plain_rows(element, numbered, merges, self._shapes)
        if rows is not None:
            self._notes.count["covered"] += merges.covered
            for row in rows:
                self._tally(row.cells)
        return rows

    def _careful(self, element: etree._Element, number: int) -> list[Row]:
        """The rows by going down level by level, tracked changes and all."""
        rows: list[Row] = []
        merges = Merges()
        for child in rows_of(element):
            cells = self._row(child, number, len(rows), merges)
            if cells is not None:
                rows.append(Row(len(rows), cells))
        self._notes.count["covered"] += merges.covered
        return rows

    def _tally(self, cells: Sequence[Cell]) -> None:
        self._rows += 1
        self._cells += len(cells)
        if self._rows > limits.ROWS:
            raise self._too_much(say.ROWS, limits.ROWS)
        if self._cells > limits.CELLS:
            raise self._too_much(say.CELLS, limits.CELLS)

    def _row(self, row: etree._Element, table: int, number: int | None, merges: Merges) -> tuple[Cell, ...] | None:
        """The cells of a row; ``None`` where it was deleted. A row of layout in a cell of ``table`` has no number."""
        before = 0
        for properties in row.iterchildren(_TR_PR):
            for item in properties.iterchildren(_BEFORE, _DEL):
                if item.tag == _DEL:
                    self._notes.count["tracked"] += 1
                    return None
                before = columns(item.get(_VAL), 0)
        texts: list[str] = []
        shape: list[tuple[int, bool | None]] = []
        for cell in cells_of(row):
            if cell.tag == PLAIN_CELLS:
                texts += self._shapes.texts(cell)
                shape += self._shapes.of(cell)
            else:
                self._cell(cell, table, number, texts, shape)
        cells = merges.row(before, texts, tuple(shape))
        self._tally(cells)
        return cells

    def _cell(
        self,
        cell: etree._Element,
        table: int,
        row: int | None,
        texts: list[str],
        shape: list[tuple[int, bool | None]],
    ) -> None:
        """Add a cell to those of its row, or its text to the last of them."""
        span, continues, absorbed = 1, None, False
        for properties in cell.iterchildren(_TC_PR):
            for item in properties.iterchildren(_SPAN, _V_MERGE, _H_MERGE, _CELL_DEL):
                tag = item.tag
                if tag == _SPAN:
                    span = columns(item.get(_VAL), 1)
                elif tag == _V_MERGE:
                    continues = item.get(_VAL) != "restart"
                elif tag == _H_MERGE:
                    absorbed = item.get(_VAL) != "restart" and bool(texts)
                else:
                    self._notes.count["tracked"] += 1
                    return
        outside, self._notes.struck = self._notes.struck, False
        text = self._text(cell, table)
        if absorbed:
            width, merged = shape[-1]
            texts[-1] += text
            shape[-1] = (width + span, merged)
        else:
            if self._places is not None and row is not None:
                self._places.cells[table, row, len(texts)] = Spot(cell if self._anchor is None else self._anchor)
            texts.append(text)
            shape.append((span, continues))
        if row is None:
            self._notes.struck |= outside  # stands in the cell around it
            return
        if self._notes.struck:
            self._notes.struck_in(say.IN_CELL(table=table + 1, row=row + 1, cell=len(texts)))
        self._notes.struck = outside

    def _text(self, cell: etree._Element, table: int) -> str:
        lines: list[str] = []
        carried, self._carried = self._carried, []
        self._lines(cell, table, lines)
        if self._carried:
            lines.append(joined(self._carried))
        self._carried = carried
        return lines[0] if len(lines) == 1 else "\n".join(lines)

    def _lines(self, parent: Iterable[etree._Element], table: int, lines: list[str]) -> None:
        """The lines of a cell, or of a container or text box in it."""
        after_table = False
        for child in parent:
            tag = child.tag
            if tag == _P:
                before = len(lines)
                self._line(child, table, lines)
                if after_table and lines[before:] == [""]:
                    lines.pop()  # the empty paragraph that must follow a nested table
                after_table = False
            elif tag == _TBL:
                self._nested(child, table, lines)
                after_table = True
            elif tag in _FOREIGN:
                self._notes.count["foreign"] += 1
            elif (inner := enclosed(child, tag)) is not None:
                self._deeper()
                self._lines(inner, table, lines)
                self._depth -= 1

    def _nested(self, element: etree._Element, table: int, lines: list[str]) -> None:
        """A table in a cell: one of its own, or the lines of its cells where it is only layout."""
        if self._depth > _LAID_OUT or not is_layout(element):
            self._table(element, table)
            return
        self._deeper()
        if self._carried:
            lines.append(joined(self._carried))
            self._carried = []
        merges = Merges()
        for child in rows_of(element):
            cells = self._row(child, table, None, merges) or ()
            lines += [cell.text for cell in cells if cell.text.strip()]
        self._notes.count["covered"] += merges.covered
        self._depth -= 1

    def _line(self, element: etree._Element, table: int, lines: list[str]) -> None:
        pieces = self._carried
        goes_on = self._properties(element)[2]
        self._collect(element, pieces)
        if self._runs:
            self._runs.clear()
        if goes_on:
            self._carried = pieces
            return
        lines.append(joined(pieces))
        self._carried = []
        if self._inlines.boxes:
            self._boxes(element, lambda box: self._lines(box, table, lines))

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > limits.NESTING:
            raise self._too_much(say.NESTING, limits.NESTING)

    def _too_much(self, what: Term, limit: int) -> UnreadableError:
        return UnreadableError(self._name, say.TOO_MANY(what=what, limit=limit), say.SPLIT())


def _starts(pieces: list[str], runs: list[tuple[int, etree._Element]]) -> tuple[tuple[int, etree._Element], ...]:
    """The runs of a paragraph with the character each starts at in the joined text."""
    offsets = [-(len(text) - len(text.lstrip("\f")))] if (text := "".join(pieces)) else [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return tuple((max(offsets[before], 0), run) for before, run in runs)
