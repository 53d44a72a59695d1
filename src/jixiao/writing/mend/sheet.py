"""One worksheet with cells changed: its bytes, its tree and the new contents enter, its bytes leave.

Cells keep their look. What stands in no cell yet gets one, in its order within the row.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from lxml import etree

from ...reading.excel.addresses import LAST_COLUMN, Range, address, cells_of
from ...reading.excel.names import X
from ..splice import Markup
from ..word.xml import escape

_DATA, _ROW, _C, _F, _V, _MERGE = (X + name for name in ("sheetData", "row", "c", "f", "v", "mergeCell"))
Place = tuple[int, int]
"""Row and column, from 0."""


class Content(NamedTuple):
    """What a cell shall hold: its type, the XML inside it with ``{p}`` for the prefix of the sheet, and the number of
    its look where it is to have another one.
    """

    kind: str
    inside: str
    look: str = ""

    @classmethod
    def number(cls, raw: str, look: str = "") -> Content:
        """A number as it is stored."""
        return cls("", f"<{{p}}v>{raw}</{{p}}v>", look)

    @classmethod
    def text(cls, text: str) -> Content:
        """A text of the cell's own."""
        return cls("inlineStr", f'<{{p}}is><{{p}}t xml:space="preserve">{_safe(escape(text))}</{{p}}t></{{p}}is>')

    @classmethod
    def xml(cls, string: str) -> Content:
        """A text with runs: the XML of an ``is``."""
        return cls("inlineStr", _safe(string))


class SheetEdits:
    """The cells of a worksheet part, and edits of them."""

    def __init__(self, data: bytes, root: etree._Element) -> None:
        self._root, self._markup = root, Markup(data, root)

    @cached_property
    def cells(self) -> dict[Place, etree._Element]:
        """Every stored cell. Of rows and cells without an address each follows the one before it."""
        return {(row, column): cell for row, column, cell in self._walk() if cell is not None}

    @cached_property
    def rows(self) -> dict[int, etree._Element]:
        """Every stored row."""
        found: dict[int, etree._Element] = {}
        number = -1
        for row in self._root.iterfind(f"{_DATA}/{_ROW}"):
            number = int(row.get("r", str(number + 2))) - 1
            found.setdefault(number, row)
        return found

    @cached_property
    def _merges(self) -> list[Range]:
        found = (cells_of(item.get("ref", "")) for item in self._root.iter(_MERGE))
        return [cells for cells in found if cells is not None]

    @cached_property
    def _computed(self) -> list[Range]:
        """The ranges that one formula fills."""
        filled = (f for f in self._root.iter(_F) if f.get("t") in ("array", "dataTable"))
        return [cells for f in filled if (cells := cells_of(f.get("ref", ""))) is not None]

    @property
    def has_formulas(self) -> bool:
        """Whether any cell has one."""
        return next(self._root.iter(_F), None) is not None

    @property
    def has_results(self) -> bool:
        """Whether any formula has come to something."""
        return any(c.find(_F) is not None and (c.findtext(_V) or "0") != "0" for c in self._root.iter(_C))

    def head(self, place: Place) -> Place:
        """The cell that holds the text of a merged range; the cell itself where it is in none."""
        row, column = place
        heads = ((top, left) for left, right, top, bottom in self._merges if _within(place, (left, right, top, bottom)))
        return next(heads, (row, column))

    def is_formula(self, place: Place) -> bool:
        """Whether what the cell holds is computed."""
        cell = self.cells.get(place)
        own = cell is not None and cell.find(_F) is not None
        return own or any(_within(place, cells) for cells in self._computed)

    def look(self, place: Place) -> str:
        """The number of the look of a cell; of one that is not stored that of its row, else of the cell before it."""
        cell, row = self.cells.get(place), self.rows.get(place[0])
        if cell is not None or row is None:
            return "0" if cell is None else cell.get("s", "0")
        if row.get("customFormat") in ("1", "true"):
            return row.get("s", "0")
        before = [c for (r, n), c in self.cells.items() if r == place[0] and n < place[1]]
        return before[-1].get("s", "0") if before else "0"

    def put(self, place: Place, content: Content) -> bool:
        """Give a cell another content; false where the sheet has not even a row for it."""
        cell, row = self.cells.get(place), self.rows.get(place[0])
        if cell is not None:
            named = {str(k): str(v) for k, v in cell.attrib.items() if k != "t"}
            self._markup.put(self._markup.before(cell), self._cell(cell, named, content))
            self._markup.cut(cell)
            return True
        if row is None:
            return False
        following = next((c for (r, n), c in self.cells.items() if r == place[0] and n > place[1]), None)
        named = {"r": address(*place)} | ({"s": look} if (look := self.look(place)) else {})
        at = self._markup.last(row) if following is None else self._markup.before(following)
        # before the next cell, which may be replaced itself, and in the order of the columns
        self._markup.put(at, self._cell(row, named, content), place[1] - LAST_COLUMN - 1)
        return True

    def written(self) -> bytes:
        """The part with all edits."""
        return self._markup.written()

    def _cell(self, beside: etree._Element, attributes: dict[str, str], content: Content) -> str:
        p = f"{beside.prefix}:" if beside.prefix else ""
        own = {"s": content.look, "t": content.kind}
        told = attributes | {name: value for name, value in own.items() if value}
        named = "".join(f" {name}={quoteattr(value)}" for name, value in told.items() if name[0] != "{")
        return f"<{p}c{named}>{content.inside.format(p=p)}</{p}c>"

    def _walk(self) -> Iterator[tuple[int, int, etree._Element | None]]:
        for number, row in self.rows.items():
            column = -1
            for cell in row.iterchildren(_C):
                where = cells_of(cell.get("r", "")) or (column + 1, column + 1, number, number)
                column = where[0]
                yield where[2], column, cell


def _safe(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _within(place: Place, cells: Range) -> bool:
    left, right, top, bottom = cells
    return top <= place[0] <= bottom and left <= place[1] <= right
