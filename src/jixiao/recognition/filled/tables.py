"""A form of a workbook to fill in, read by its plan: what differs from what was written was filled in.

A planned sheet and its cells enter; what was typed where leaves: values of facts, rows in their new order, and what
has no place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jixiao.model import Message, Position
from jixiao.model.workbook import MARK, PlannedCell, PlannedRow, PlannedSheet

from .. import messages as say
from .cells import SheetCells
from .views import typed

_ITEM = re.compile(r"(/records/\d+/.*)/(\d+)/[^/]+")
_LEVELS = ("level1", "level2")


@dataclass(slots=True)
class Filling:
    """What was typed into a sheet. ``values`` by pointer; ``rows``: for every list that the sheet prints, its items in
    order, each a position or the fields of a new one; ``stale``: computed cells, with what they display, that do not
    show what follows from the cells now.
    """

    values: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[int | dict[str, str]]] = field(default_factory=dict)
    listed: dict[str, list[int]] = field(default_factory=dict)
    """The items that the sheet was written with, in order, by their list."""
    stale: dict[str, str] = field(default_factory=dict)
    trace: dict[str, Position] = field(default_factory=dict)
    new_places: dict[tuple[str, int], dict[str, Position]] = field(default_factory=dict)
    """Where the fields of a new item stand, by list and place in the new order."""
    lost: list[tuple[Position, str, Message]] = field(default_factory=list)


def row_of_marks(plan: PlannedSheet, cells: SheetCells) -> dict[int, int] | None:
    """Mark → row of the sheet; ``None`` where the column of the marks is not where it was."""
    row, column = plan.marks
    if column == 0:
        return {}
    head = next((at for at in range(row + 6) if cells.text(at, column).strip() == MARK), None)
    if head is None:
        return None
    found: dict[int, int] = {}
    for at, text in sorted((at, text.strip()) for (at, where), text in cells.texts.items() if where == column):
        if text.isdecimal():
            found.setdefault(int(text), at)
    return found


def read_form(plan: PlannedSheet, cells: SheetCells, file: str) -> Filling | None:
    """What was typed into a form; ``None`` where its columns are not those of the plan any more."""
    marks = row_of_marks(plan, cells)
    return None if marks is None else _Form(plan, cells, file, marks).read()


@dataclass(slots=True)
class _Form:
    plan: PlannedSheet
    cells: SheetCells
    file: str
    marks: dict[int, int]
    found: Filling = field(default_factory=Filling)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def read(self) -> Filling:
        by_row = {row: planned for planned in self.plan.rows if (row := self._row(planned)) is not None}
        self._known_items()
        adds = ""
        for row in sorted({*by_row, *(at for at, _ in self.cells.filled())}):
            planned = by_row.get(row)
            if planned is not None:
                adds = planned.adds
                self._planned(planned, row, spare=planned.spare)
            else:
                self._put_in(row, adds)
        self._stale()
        self._left_over()
        return self.found

    def _row(self, planned: PlannedRow) -> int | None:
        return self.marks.get(planned.mark) if planned.mark else planned.row

    def _known_items(self) -> None:
        """The items of every list that the sheet shows, as it was written."""
        for planned in self.plan.rows:
            for cell in planned.cells:
                for at in cell.at[:1]:
                    if (item := _ITEM.fullmatch(at)) is not None:
                        known = self.found.listed.setdefault(item[1], [])
                        known += [] if int(item[2]) in known else [int(item[2])]
                        self.found.rows.setdefault(item[1], [])

    def _planned(self, planned: PlannedRow, row: int, spare: bool) -> None:
        for cell in planned.cells:
            if spare and not cell.at:
                continue
            self.taken.add((row, cell.column))
            text, place = self.cells.text(row, cell.column), self.cells.place(row, cell.column, self.file)
            for at in cell.at:
                self.found.trace[at] = place
            for at in cell.at[:1]:
                if (item := _ITEM.fullmatch(at)) is not None and int(item[2]) not in self.found.rows[item[1]]:
                    self.found.rows[item[1]].append(int(item[2]))
            if _same(text, cell.text):
                continue
            if not cell.at:
                self.found.lost.append((place, text or cell.text, say.PRINTED_WORDS_CHANGED(was=cell.text)))
            else:
                self._take(cell, text, place)
        if spare:
            self._new(row, planned.adds)

    def _take(self, cell: PlannedCell, text: str, place: Position) -> None:
        for at in cell.at:
            base, _, name = at.rpartition("/")
            values = typed(cell.view, name, text)
            if values is None:
                self.found.lost.append((place, text, say.NOT_TOLD_APART(was=cell.text)))
                return
            for field_name, value in values.items():
                self.found.values[f"{base}/{field_name}"] = value
                self.found.trace[f"{base}/{field_name}"] = place

    def _put_in(self, row: int, adds: str) -> None:
        """A row that was put in below another one."""
        if adds in self.plan.adds and any(self.cells.text(row, column).strip() for column in self.plan.adds[adds]):
            self._new(row, adds)

    def _new(self, row: int, adds: str) -> None:
        """A new item, unless nothing was typed. In a merged cell that reaches over the row the levels go on."""
        fields: dict[str, str] = {}
        places: dict[str, Position] = {}
        columns = self.plan.adds[adds]
        self.taken.update((row, column) for column in columns)
        if not any(self.cells.text(row, column).strip() for column in columns):
            return
        for column, (name, view) in columns.items():
            text, place = self.cells.text(row, column), self.cells.place(row, column, self.file)
            if name in _LEVELS and (row, column) in self.cells.continued:
                fields[name] = ""
                places[f"{name}+"] = place
                continue
            values = typed(view, name, text)
            if values is None:
                self.found.lost.append((place, text, say.NOT_TOLD_APART(was="")))
                continue
            fields.update(values)
            places.update(dict.fromkeys(values, place))
        items = self.found.rows.setdefault(adds, [])
        self.found.new_places[adds, len(items)] = places
        items.append(fields)

    def _stale(self) -> None:
        """Computed cells that were not computed again though something that they take was typed: they show what they
        were written with, or nothing. A result that is not stored says nothing where all that it takes is as it was.
        """
        computed = [
            (cell, row)
            for planned in self.plan.rows
            for cell in planned.cells
            if cell.inputs
            if (row := self._row(planned)) is not None
        ]
        for cell, row in computed:
            if not self.cells.text(row, cell.column):
                self.found.values.pop(cell.at[0], None)  # its result was not stored
        changed = set(self.found.values)
        moved = {to for to, items in self.found.rows.items() if items != self.found.listed.get(to, [])}
        known = -1
        while known < len(changed):  # sums of sums: what takes a computed cell changes with it
            known = len(changed)
            for cell, row in computed:
                at, text = cell.at[0], self.cells.text(row, cell.column)
                touched = changed.intersection(cell.inputs) or any(
                    pointer.startswith(f"{to}/") for to in moved for pointer in cell.inputs
                )
                if touched and text in ("", cell.text):  # else it was computed again, or typed over
                    self.found.stale[at] = text
                    changed.add(at)

    def _left_over(self) -> None:
        """Everything on the sheet that nothing was made of."""
        marks = self.plan.marks[1]
        for row, column in self.cells.filled():
            if (row, column) not in self.taken and not (column == marks and marks):
                place = self.cells.place(row, column, self.file)
                self.found.lost.append((place, self.cells.text(row, column), say.NO_PLACE_ON_FORM()))


def _same(text: str, written: str) -> bool:
    """Whether a cell shows what it was written with; one of blanks only is read as an empty one."""
    return text == written or (not text.strip() and not written.strip())
