"""A form as a sheet to fill in: the laid out table with spare rows for further indicators, and for each of its cells
how the layout prints it.

A completed dossier and a laid out table enter, a :class:`FormSheet` leaves. Nothing is drawn here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jixiao.forms.fields import Field, fields_of
from jixiao.forms.layouts import LaidCell, LaidRow, LaidTable, Layout, lay_out, layout_in
from jixiao.forms.layouts.facts import extra_at, words
from jixiao.forms.layouts.schema import RowSpec
from jixiao.model import Dossier, Evaluation, Frozen, Indicator
from jixiao.model.pointer import resolve

SPARE = 5
"""Rows for further indicators below those that a form has."""
GROWING = ("indicators", "funds/lines", "buildings")
"""Lists that rows may be put into: their rows say all of themselves."""
_ITEM = re.compile(r"(.*)/(\d+)/([^/]+)")


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A form: its name in the workbook, its laid out table with the spare rows (counted from ``first_spare``), and its
    record as it is printed.
    """

    name: str
    table: LaidTable
    record: Any
    layout: Layout
    spare: range

    @property
    def at(self) -> str:
        """The pointer of its record."""
        return self.table.at

    def is_spare(self, pointer: str) -> bool:
        """Whether a fact would stand in a spare row."""
        found = _ITEM.fullmatch(pointer.removeprefix(self.at))
        return found is not None and found[1] == "/indicators" and int(found[2]) in self.spare

    def field(self, pointer: str) -> Field | None:
        """What the dictionary knows of a fact of the form."""
        if self.is_spare(pointer):
            return fields_of(Indicator)[pointer.rpartition("/")[2]]
        base, _, name = pointer.removeprefix(self.at).rpartition("/")
        holder = resolve(self.record, base)
        return fields_of(type(holder)).get(name) if isinstance(holder, Frozen) else None

    def view(self, pointer: str) -> str:
        """How the layout prints a fact in company; empty where it stands alone."""
        own = pointer.removeprefix(self.at)
        found = _ITEM.fullmatch(own)
        for block in self.layout.blocks:
            for row in (RowSpec(cells=(block.side,) if block.side else ()), *block.rows):
                for cell in row.cells:
                    if cell.extra and extra_at(self.record, words(cell.extra, self.record)) == own:
                        return cell.view
                    lists = (cell.of,) if cell.of else row.each
                    of_item = found is not None and found[1] in lists and cell.field == found[3]
                    if (of_item if row.each else cell.field == own) and cell.field:
                        return cell.view
        return ""

    def below(self, cell: LaidCell) -> tuple[str, ...]:
        """The facts that a cell shows: merged over several rows, those of all of them."""
        found = _ITEM.fullmatch(cell.at.removeprefix(self.at))
        if not cell.at or found is None or found[1] != "/indicators":
            return (cell.at,) if cell.at else ()
        first = int(found[2])
        return tuple(f"{self.at}/indicators/{n}/{found[3]}" for n in range(first, first + cell.rowspan))


def form_sheet(dossier: Dossier, table: LaidTable, name: str, forms: Sequence[Layout]) -> FormSheet:
    """The form of a table that stands in a completed dossier."""
    record = resolve(dossier, table.at)
    layout = layout_in(dossier, record, forms)
    if not isinstance(record, Evaluation):
        return FormSheet(name, table, record, layout, range(0))
    count = len(record.indicators)
    rows = _with_spare(table, record, layout, dossier.year)
    spare = range(count, count + SPARE) if len(rows) > len(table.rows) else range(0)
    return FormSheet(name, replace(table, rows=rows), record, layout, spare)


def _with_spare(table: LaidTable, record: Evaluation, layout: Layout, year: int | None) -> tuple[LaidRow, ...]:
    """The rows with spare ones below the last indicator: as one more indicator would be drawn."""
    block = next((b.name for b in layout.blocks if any(row.each == ("/indicators",) for row in b.rows)), "")
    place = max((n for n, row in enumerate(table.rows) if row.block == block), default=-1)
    if place < 0:
        return table.rows
    count = len(record.indicators)
    longer = record.model_copy(update={"indicators": (*record.indicators, Indicator())})
    drawn = lay_out(longer, table.at, layout, year)
    lead = f"{table.at}/indicators/{count}/"
    found = [row for row in drawn.rows if any(cell.at.startswith(lead) for cell in row.cells)]
    if not found or len(drawn.widths) != len(table.widths):
        return table.rows
    cells = [replace(cell, text="", doubt="") for cell in found[0].cells if cell.at.startswith(lead)]
    if missing := _uncovered(cells, table, place):
        cells = sorted((*cells, *missing), key=lambda cell: cell.column)
    spare = [LaidRow(tuple(_moved(cells, lead, f"{table.at}/indicators/{count + n}/")), block) for n in range(SPARE)]
    grown = [_reaching(row, number, place) for number, row in enumerate(table.rows)]
    return (*grown[: place + 1], *spare, *grown[place + 1 :])


def _uncovered(cells: Sequence[LaidCell], table: LaidTable, place: int) -> list[LaidCell]:
    """Cells of a spare row that hold no fact, where nothing reaches down from above."""
    reaching = (cell for number, row in enumerate(table.rows) for cell in row.cells if _reaches(cell, number, place))
    covered = {c for cell in (*cells, *reaching) for c in range(cell.column, cell.column + cell.span)}
    return [LaidCell(column, 1, "", "value", "center") for column in range(len(table.widths)) if column not in covered]


def _moved(cells: Sequence[LaidCell], lead: str, to: str) -> Iterator[LaidCell]:
    return (replace(cell, at=cell.at.replace(lead, to, 1), rowspan=1) for cell in cells)


def _reaches(cell: LaidCell, number: int, place: int) -> bool:
    """Whether a cell stands left of all indicators down to the last, and so belongs beside the spare rows too."""
    ends = number + cell.rowspan == place + 1 and cell.rowspan > 1
    return ends and "/indicators/" not in cell.at and "/declared/" not in cell.at


def _reaching(row: LaidRow, number: int, place: int) -> LaidRow:
    """A row whose side cells reach over the spare rows too."""
    cells = (
        replace(cell, rowspan=cell.rowspan + SPARE) if _reaches(cell, number, place) else cell for cell in row.cells
    )
    return replace(row, cells=tuple(cells))


def growing(sheet: FormSheet) -> Mapping[str, dict[int, tuple[str, str]]]:
    """The lists of the form that rows may be put into, with their columns: column → (field, view)."""
    found: dict[str, dict[int, tuple[str, str]]] = {}
    for cell in sheet.table.cells():
        match = _ITEM.fullmatch(cell.at.removeprefix(sheet.at)) if cell.at else None
        if match is not None and match[1].strip("/") in GROWING:
            found.setdefault(sheet.at + match[1], {}).setdefault(cell.column, (match[3], sheet.view(cell.at)))
    return found
