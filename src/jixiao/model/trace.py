"""Where each fact of a dossier stands in its source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .classes import dataclass
from .message import Message


class Position(NamedTuple):
    """A place in a file: a stored cell (``table``, ``row``, ``cell``, from 0) or a ``paragraph`` with characters
    ``start``–``end``.

    On a ``sheet`` of a workbook ``row`` and ``cell`` are the sheet's own row and column, from 0: B5 is row 4, cell 1.
    """

    file: str
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    page: int | None = None
    sheet: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Only what is known."""
        return {name: value for name, value in self._asdict().items() if value is not None}

    def describe(self, lang: str = "zh") -> str:
        """For a person, counting from 1: "表3 第5行 第2格"."""
        if self.sheet is not None:
            parts = [(f"工作表“{self.sheet}”", f"sheet “{self.sheet}”")]
            if self.row is not None:
                address = f"{column_letters(self.cell)}{self.row + 1}" if self.cell is not None else str(self.row + 1)
                parts.append((address, address))
        elif self.table is not None:
            parts = [(f"表{self.table + 1}", f"table {self.table + 1}")]
            if self.row is not None:
                parts.append((f"第{self.row + 1}行", f"row {self.row + 1}"))
            if self.cell is not None:
                parts.append((f"第{self.cell + 1}格", f"cell {self.cell + 1}"))
        elif self.paragraph is not None:
            parts = [(f"第{self.paragraph + 1}段", f"paragraph {self.paragraph + 1}")]
        else:
            parts = [(self.file, self.file)]
        if self.page is not None:
            parts.append((f"第{self.page}页", f"page {self.page}"))
        return " ".join(p[0 if lang == "zh" else 1] for p in parts)


def column_letters(number: int) -> str:
    """The name of a sheet's column, counted from 0: A, B … Z, AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


Trace = Mapping[str, Position]
"""Absolute pointer → place. A fact without its own place is looked up at the nearest enclosing pointer."""


def locate(trace: Trace, pointer: str) -> Position | None:
    """The place of a fact, or of the nearest thing around it that has one."""
    while True:
        if pointer in trace:
            return trace[pointer]
        if not pointer:
            return None
        pointer = pointer.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something in a file that no form or report was recognised in: reported, never dropped silently."""

    position: Position
    text: str
    reason: Message
