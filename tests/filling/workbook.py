"""A workbook to fill in as a clerk has it: its cells by the facts they show, filled in with openpyxl."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl

from jixiao.desk import fill_in_workbook, open_case
from jixiao.forms.layouts import Layout
from jixiao.model import Case, Dossier, Report
from jixiao.model.workbook import PlannedCell, PlannedSheet, WorkbookPlan
from jixiao.reading import read_document
from jixiao.recognition.filled.cells import plan_of, sheets_of


class Filled:
    """The workbook of a dossier on its way through somebody's hands."""

    def __init__(self, dossier: Dossier, folder: Path, forms: Sequence[Layout] = ()) -> None:
        self.dossier, self.path = dossier, folder / "fill.xlsx"
        fill_in_workbook(dossier, self.path, forms=forms)
        plan = plan_of(sheets_of(read_document(self.path)))
        assert plan is not None
        self.plan: WorkbookPlan = plan
        self.book: Any = openpyxl.load_workbook(self.path)

    def cells(self) -> Iterator[tuple[PlannedSheet, int, PlannedCell]]:
        """Every planned cell with its sheet and row, counting from 1."""
        for sheet in self.plan.sheets:
            for row in sheet.rows:
                place = sheet.marks[0] + row.mark if row.mark else row.row
                for cell in row.cells:
                    yield sheet, place + 1, cell

    def cell(self, at: str) -> Any:
        """The cell that shows a fact."""
        return next(self.of(sheet, row, cell) for sheet, row, cell in self.cells() if at in cell.at)

    def of(self, sheet: PlannedSheet, row: int, cell: PlannedCell) -> Any:
        """A planned cell as openpyxl has it."""
        return self.book[sheet.name].cell(row, cell.column + 1)

    def spare(self, at: str) -> list[dict[str, Any]]:
        """The spare rows of a form, each by its fields."""
        sheet = next(sheet for sheet in self.plan.sheets if sheet.at == at)
        columns = sheet.adds[f"{at}/indicators"]
        rows = (sheet.marks[0] + row.mark + 1 for row in sheet.rows if row.spare)
        return [
            {name: self.book[sheet.name].cell(row, column + 1) for column, (name, _) in columns.items()} for row in rows
        ]

    def back(self, earlier: Dossier | None = None) -> Case:
        """The case that is read of the workbook as it was saved."""
        self.book.save(self.path)
        return open_case([self.path], earlier=earlier)


@contextmanager
def filled(dossier: Dossier, forms: Sequence[Layout] = ()) -> Iterator[Filled]:
    """The workbook of a dossier in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        yield Filled(dossier, Path(folder), forms)


def bare(dossier: Dossier) -> Dossier:
    """Without the claims, which follow from the text."""
    return dossier.mapped(Report, lambda report: report.model_copy(update={"claims": ()}))


def with_values(dossier: Dossier, values: Mapping[str, Any]) -> Dossier:
    """The dossier with these values at their pointers."""
    data = dossier.model_dump(mode="json")
    for pointer, value in values.items():
        *path, name = pointer.split("/")[1:]
        holder: Any = data
        for part in path:
            holder = holder[int(part)] if isinstance(holder, list) else holder[part]
        if isinstance(holder, list):
            holder[int(name)] = value
        else:
            holder[name] = value
            holder["doubts"] = [doubt for doubt in holder["doubts"] if doubt["field"] != name]
    return bare(Dossier.model_validate(data))
