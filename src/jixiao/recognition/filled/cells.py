"""The cells of a workbook as they were read, by sheet, row and column; and the sheets of ours that are among them.

A document enters; its texts with their places leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jixiao.model import Document, Position, Table
from jixiao.model.workbook import OWN_SHEET, WorkbookPlan, plan_from


@dataclass(slots=True)
class SheetCells:
    """The cells of one sheet: what stands in them, which of them continue a merged cell above, and their places."""

    name: str
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    continued: set[tuple[int, int]] = field(default_factory=set)
    places: dict[tuple[int, int], Position] = field(default_factory=dict)

    def text(self, row: int, column: int) -> str:
        """What a cell displays."""
        return self.texts.get((row, column), "")

    def filled(self) -> Iterator[tuple[int, int]]:
        """The cells that display something, row by row."""
        return iter(sorted(place for place, text in self.texts.items() if text.strip()))

    def place(self, row: int, column: int, file: str) -> Position:
        """Where a cell stands."""
        return self.places.get((row, column)) or Position(file, row=row, cell=column, sheet=self.name)


def sheets_of(document: Document) -> dict[str, SheetCells]:
    """Every sheet of a workbook by its name; nothing of other files."""
    found: dict[str, SheetCells] = {}
    for block in document.blocks:
        if block.sheet is None:
            continue
        sheet = found.setdefault(block.sheet, SheetCells(block.sheet))
        if isinstance(block, Table):
            _take(block, sheet, document.sha256)
        elif block.row is not None and block.cell is not None:
            at = (block.row, block.cell)
            sheet.texts[at] = block.text
            sheet.places[at] = Position(
                document.sha256, paragraph=block.number, row=block.row, cell=block.cell, sheet=block.sheet
            )
    return found


def _take(table: Table, sheet: SheetCells, file: str) -> None:
    for row in table.rows:
        for cell in row.cells:
            at = (row.number, cell.index)
            sheet.places[at] = Position(file, table=table.number, row=row.number, cell=cell.index, sheet=sheet.name)
            if cell.continues:
                sheet.continued.add(at)
            elif cell.text:
                sheet.texts[at] = cell.text


def plan_of(sheets: dict[str, SheetCells]) -> WorkbookPlan | None:
    """The plan that a workbook of ours carries; ``None`` where it has none, or a damaged one."""
    own = sheets.get(OWN_SHEET)
    return None if own is None else plan_from([text for _, text in sorted(own.texts.items())])
