"""Which cell of a workbook a finding stands at: its position enters, the cell leaves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from ....model import Block, Finding, Position, Table
from ....reading.excel import read_excel
from ....reading.excel.addresses import Range, cells_of
from ....reading.excel.names import X
from ..asked import Asked
from ..spoken import places_in
from .book import Book, Sheet


class Cell(NamedTuple):
    """A cell of a sheet; row and column count from 0."""

    sheet: str
    row: int
    column: int


class Where:
    """The places of one workbook; ``own`` is the name of our sheet of findings, where nothing is found."""

    def __init__(self, data: bytes, book: Book, asked: Asked, own: str = "") -> None:
        self._data, self._book, self._asked = data, book, asked
        self._sheets = {sheet.name: sheet for sheet in book.sheets if sheet.name != own}
        self._merged: dict[str, list[Range]] = {}

    def of(self, finding: Finding) -> Cell | None:
        """The place of a finding: its main place or, where that is in another file, the first related one in this; of
        a merged range its head. ``None`` where it has none here.
        """
        for spoken in places_in(finding, self._asked.trace, self._asked.file):
            cell = self._cell(spoken.position)
            if cell is not None and cell.sheet in self._sheets:
                return self._head(cell)
        return None

    def _cell(self, position: Position) -> Cell | None:
        if position.sheet is not None and position.row is not None and position.cell is not None:
            return Cell(position.sheet, position.row, position.cell)
        return next((cell for cell in self._texts(position) if cell.sheet in self._sheets), None)

    def _texts(self, position: Position) -> Iterator[Cell]:
        """The cells that hold a text, of the table or of the file as a whole."""
        for block in self._blocks:
            if isinstance(block, Table):
                if position.table in (None, block.number) and position.sheet in (None, block.sheet):
                    rows = [row for row in block.rows if position.row in (None, row.number)]
                    filled = ((row.number, c.column) for row in rows for c in row.cells if c.text.strip())
                    yield from (Cell(block.sheet or "", row, column) for row, column in filled)
            elif position.table is None and position.sheet in (None, block.sheet) and block.text.strip():
                yield Cell(block.sheet or "", block.row or 0, block.cell or 0)

    def _head(self, cell: Cell) -> Cell:
        for left, right, top, bottom in self._merges(self._sheets[cell.sheet]):
            if left <= cell.column <= right and top <= cell.row <= bottom:
                return Cell(cell.sheet, top, left)
        return cell

    def _merges(self, sheet: Sheet) -> list[Range]:
        if sheet.name not in self._merged:
            found = merges(self._book, sheet)
            self._merged[sheet.name] = found
        return self._merged[sheet.name]

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        return read_excel(self._data, self._book.name).blocks


def merges(book: Book, sheet: Sheet) -> list[Range]:
    """The merged ranges of a sheet."""
    _, root = book.whole(sheet.part)
    found = (cells_of(item.get("ref", "")) for item in root.iterfind(f"{X}mergeCells/{X}mergeCell"))
    return [one for one in found if one is not None]
