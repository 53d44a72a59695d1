"""The laid out table: one frozen picture of an official table that Word, Excel and HTML draw, each in its own way.

Every cell says where it stands on the grid, what is printed in it, how it looks, and which fact it shows (``at``, an
absolute pointer).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.model import Message
from jixiao.model.classes import dataclass

from .schema import Align, Role


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A cell from ``column`` over ``span`` columns and ``rowspan`` rows.

    ``at`` is empty for printed words and for places that hold no fact. ``doubt`` says why a reading was not taken;
    the text is then what stood in the source. ``computed`` says what the figure follows from, where it does.
    """

    column: int
    span: int
    text: str
    role: Role
    align: Align
    rowspan: int = 1
    at: str = ""
    doubt: str = ""
    computed: Message | None = None


@dataclass(frozen=True, slots=True)
class LaidRow:
    """The cells that begin in this row. ``repeat`` asks for it on top of every page the table reaches."""

    cells: tuple[LaidCell, ...]
    block: str
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A table of a dossier, of a ``kind`` of form on one of its ``layout`` s. ``subtitle`` is a line under the title,
    ``annex`` the label above it (附件1-1), ``number`` the number of the form; widths are in mm.

    ``left_out`` are the pointers of facts that the layout has no place for: whoever writes the table says so.
    """

    layout: str
    at: str
    title: str
    annex: str
    widths: tuple[Decimal, ...]
    rows: tuple[LaidRow, ...]
    font_size: Decimal
    subtitle: str = ""
    kind: str = ""
    number: str = ""
    left_out: tuple[str, ...] = ()

    def cells(self) -> Iterator[LaidCell]:
        """All cells in reading order."""
        return (cell for row in self.rows for cell in row.cells)

    def width(self, cell: LaidCell) -> Decimal:
        """Width of a cell in mm."""
        return sum(self.widths[cell.column : cell.column + cell.span], Decimal(0))

    def grid(self) -> tuple[tuple[tuple[LaidCell, bool], ...], ...]:
        """Row by row, left to right, every cell that stands there, and whether it continues from the row above."""
        rows: list[tuple[tuple[LaidCell, bool], ...]] = []
        open_cells: list[tuple[LaidCell, int]] = []
        for row in self.rows:
            here = [(cell, True) for cell, _ in open_cells] + [(cell, False) for cell in row.cells]
            rows.append(tuple(sorted(here, key=lambda pair: pair[0].column)))
            left = [(cell, rest - 1) for cell, rest in open_cells] + [(c, c.rowspan - 1) for c in row.cells]
            open_cells = [(cell, rest) for cell, rest in left if rest]
        return tuple(rows)
