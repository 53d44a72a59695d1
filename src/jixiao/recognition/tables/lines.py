"""Rows of a table as the recogniser sees them, and the cleaning of what stands in their cells.

A stored table enters; :class:`Line`, a row that knows its place in the file, leaves. Raw text is never changed
beyond edge white space and line breaks that only the width of a cell made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from functools import lru_cache, wraps
from typing import Any, TypeVar

from jixiao.model import Cell, Paragraph, Position, Row, Table
from jixiao.model.classes import dataclass
from jixiao.values.pattern import lazy

_Answer = TypeVar("_Answer")
_new_position: Callable[[type[Position], tuple[object, ...]], Position] = tuple.__new__
"""Half the time of ``Position(…)``: every fact of a dossier has a place."""

_SENTENCE_END = tuple("。；;！!？?")
_ENUMERATED = lazy(
    r"^\s*(?:\d{1,2}[、.．)）:：](?!\d)|[（(][\d一二三四五六七八九十]{1,2}[)）]"
    r"|[一二三四五六七八九十]{1,2}[、是]|[①-⑳]|目标\d)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row with the file and table it is stored in; ``grid`` says whether its columns and merges can be believed."""

    file: str
    table: int
    page: int | None
    row: int
    cells: tuple[Cell, ...]
    grid: bool
    filled: tuple[Cell, ...]
    """The cells that hold something."""
    sheet: str | None = None
    answers: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was asked about the row already: see :func:`once`."""

    def position(self, cell: Cell) -> Position:
        """The place of one of its cells."""
        return _new_position(
            Position, (self.file, self.table, self.row, cell.index, None, None, None, self.page, self.sheet)
        )

    @property
    def whole(self) -> Position:
        """The place of the table it is a row of."""
        return Position(self.file, self.table, page=self.page, sheet=self.sheet)

    @property
    def end(self) -> int:
        """The column behind its last cell."""
        last = self.cells[-1]
        return last.column + last.span

    @property
    def has_gaps(self) -> bool:
        """Whether grid columns are left out before or between its cells: those that are there keep their places."""
        return self.end > sum(cell.span for cell in self.cells)

    @property
    def signature(self) -> tuple[int, ...]:
        """What rows of one build share: number of cells, and their columns where those mean something."""
        if not self.grid:
            return (len(self.cells),)
        return tuple(cell.column for cell in self.cells)


def once(question: Callable[[Line], _Answer]) -> Callable[[Line], _Answer]:
    """The same question about a row, answered once and kept with the row."""

    @wraps(question)
    def asked(line: Line) -> _Answer:
        answers = line.answers
        if question not in answers:
            answers[question] = question(line)
        found: _Answer = answers[question]
        return found

    return asked


def place_of(paragraph: Paragraph, file: str, start: int | None = None, end: int | None = None) -> Position:
    """The place of a paragraph, or of some of its characters; on a sheet that of the cell it is."""
    return Position(
        file,
        row=paragraph.row,
        cell=paragraph.cell,
        paragraph=paragraph.number,
        start=start,
        end=end,
        page=paragraph.page,
        sheet=paragraph.sheet,
    )


def lines_of(table: Table, file: str) -> list[Line]:
    """The rows of a table, those without cells left out."""
    edge = _edge(table)
    return [_line(table, row, file, edge) for row in table.rows if row.cells]


def _line(table: Table, row: Row, file: str, edge: int) -> Line:
    cells = row.cells[edge:]
    filled = tuple([cell for cell in cells if not is_blank(cell.text)])
    return Line(file, table.number, table.page, row.number, cells, table.merges_known, filled, table.sheet)


def _edge(table: Table) -> int:
    """How many columns at the left edge hold nothing in any row: margins that somebody drew."""
    edge = 0
    while (
        table.merges_known
        and all(len(row.cells) > edge + 1 and is_blank(row.cells[edge].text) for row in table.rows if row.cells)
        and not any(row.cells[edge].continues for row in table.rows if row.cells)
        and len({row.cells[edge].span for row in table.rows if row.cells}) == 1
    ):
        edge += 1
    return edge


@lru_cache(maxsize=8192)
def is_blank(text: str) -> bool:
    """Whether nothing but white space stands there."""
    return not text.strip(" \t\r\n\u3000\xa0\u200b\ufeff")


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """The text without white space at its edges, line breaks kept."""
    return text.strip(" \t\r\n\u3000\xa0\u200b\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=8192)
def joined(text: str) -> str:
    """The text with line breaks removed where they only break a phrase; those between sentences or numbered
    points stay.
    """
    parts = [part.strip(" \t\u3000\xa0") for part in clean(text).split("\n")]
    result = ""
    for part in parts:
        if not part:
            continue
        keeps = result.endswith(_SENTENCE_END) or (result and _ENUMERATED.match(part))
        result += ("\n" if keeps else "") + part
    return result
