"""What all sheets of a workbook share: their names, the place of every fact, the cell formats."""

from __future__ import annotations

import re
from typing import Any

from jixiao.model.classes import dataclass

from ...forms.kinds import kinds
from ...forms.layouts import LaidCell, LaidTable

_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_FONT = "宋体"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands in the workbook."""

    sheet: str
    row: int
    column: int

    def ref(self, of: str = "") -> str:
        """``C5``, or with its sheet where that is another one than ``of``."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        cell: str = xl_rowcol_to_cell(self.row, self.column)
        return cell if self.sheet == of else f"'{self.sheet}'!{cell}"


TOP = 2
"""Rows above a table: annex label and title."""


def places_of(laid: tuple[LaidTable, ...], names: list[str]) -> dict[str, Place]:
    """Pointer → place, for every fact that some sheet prints."""
    return {
        cell.at: Place(name, number + TOP, cell.column)
        for table, name in zip(laid, names, strict=True)
        for number, row in enumerate(table.rows)
        for cell in row.cells
        if cell.at
    }


def sheet_names(laid: tuple[LaidTable, ...]) -> list[str]:
    """A short, allowed and unique name for every sheet: annex and what the table is of."""
    taken = {"目录"}
    result = []
    for table in laid:
        of = kinds()[table.kind].short or _subject(table)
        base = _FORBIDDEN.sub("", f"{table.annex} {of}".strip())[:28] or "表"
        name, count = base, 1
        while name.lower() in taken:
            count += 1
            name = f"{base[:26]} {count}"
        taken.add(name.lower())
        result.append(name)
    return result


def _subject(table: LaidTable) -> str:
    return next((cell.text for cell in table.cells() if cell.at == f"{table.at}/name"), "") or "自评表"


class Look:
    """Cell formats, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, **properties: Any) -> Any:
        """The format with these properties, as XlsxWriter calls them."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"font_name": _FONT, **properties})
        return self._made[key]

    def cell(self, cell: LaidCell, number: str = "") -> Any:
        """A bordered cell of a table. A doubtful reading is tinted."""
        properties: dict[str, Any] = {"border": 1, "align": cell.align, "valign": "vcenter", "text_wrap": True}
        properties["font_size"] = 10
        if cell.role in ("label", "column"):
            properties["bg_color"] = "#F3F1EC"
        if cell.doubt:
            properties["bg_color"] = "#FFF2CC"
        if number:
            properties["num_format"] = number
        return self.of(**properties)
