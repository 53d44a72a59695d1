"""A workbook of ours as a spreadsheet opens it, for the tests of all who write or rely on one."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import openpyxl

from jixiao.model import Dossier
from jixiao.policy import Policy
from jixiao.writing import write_excel
from jixiao.writing.excel import sheet_names
from jixiao.writing.outline import tables


class Workbook:
    """The workbook of a dossier, written to ``path``: formulas, cached values, comments."""

    def __init__(self, dossier: Dossier, path: Path, policy: Policy | None = None) -> None:
        write_excel(dossier, path, policy)
        self.formulas = openpyxl.load_workbook(path)
        self._path = path
        laid = tables(dossier)
        self.places = {
            cell.at: (name, number + 3, cell.column + 1)
            for table, name in zip(laid, sheet_names(laid), strict=True)
            for number, row in enumerate(table.rows)
            for cell in row.cells
            if cell.at
        }

    @cached_property
    def values(self) -> Any:
        """The workbook with what its formulas give."""
        return openpyxl.load_workbook(self._path, data_only=True)

    def cell(self, at: str) -> Any:
        """The cell of a fact, with its formula and its note."""
        sheet, row, column = self.places[at]
        return self.formulas[sheet].cell(row, column)

    def cached(self, at: str) -> Any:
        """What the cell shows."""
        sheet, row, column = self.places[at]
        return self.values[sheet].cell(row, column).value
