"""A file as read: paragraphs and tables in order, merged cells resolved, every cell with the place it is stored at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import NamedTuple

from .classes import dataclass
from .message import Message, shown
from .messages import UNREADABLE, UNREADABLE_AT


class Cell(NamedTuple):
    """A cell as stored. ``index`` counts the stored cells of its row; ``column`` and ``span`` are in columns of the
    grid.

    ``continues`` marks a cell that is the lower part of a vertical merge (its text is empty). ``text`` joins the
    paragraphs with a line feed and is otherwise as written. A tuple, as a file has thousands of them.
    """

    text: str
    index: int  # type: ignore[assignment]  # in place of the method of tuples, which nobody asks of a cell
    column: int
    span: int = 1
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A stored row; ``number`` counts from 0."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``number`` counts all tables of the file from 0 in the order in which they start, nested ones
    included.

    ``merges_known`` is False where the source does not tell an empty cell from a merged one (text exports).
    ``within`` is the number of the table that this one is nested in. ``sheet`` is the worksheet it stands on: there
    ``Row.number`` and ``Cell.index`` are the sheet's own row and column.
    """

    number: int
    rows: tuple[Row, ...]
    merges_known: bool = True
    within: int | None = None
    page: int | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside tables; ``number`` counts them from 0. ``level`` is the outline level of a heading style
    (1–9), else 0.

    ``label`` is the number that the word processor draws before the text and that is not part of it ("一、"). On a
    ``sheet`` it is the text of a cell that stands alone, at ``row`` and ``cell``.
    """

    number: int
    text: str
    level: int = 0
    label: str = ""
    page: int | None = None
    sheet: str | None = None
    row: int | None = None
    cell: int | None = None


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its name, the SHA-256 of its bytes, its blocks in reading order, and notes on how it was read."""

    name: str
    sha256: str
    blocks: tuple[Block, ...]
    notes: tuple[Message, ...] = field(default=())

    @property
    def tables(self) -> Iterator[Table]:
        """The tables in order."""
        return (block for block in self.blocks if isinstance(block, Table))

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs outside tables in order."""
        return (block for block in self.blocks if isinstance(block, Paragraph))


def _begun(sentence: str, lang: str) -> str:
    """A remedy is a sentence of its own: in English it begins with a capital."""
    return sentence[:1].upper() + sentence[1:] if lang == "en" else sentence


class UnreadableError(Exception):
    """A file that cannot be read: what it is, where it breaks, and what the user can do about it.

    What is no message is printed as it is in every language: the name of a part, a pointer.
    """

    def __init__(self, file: str, problem: Message, remedy: Message, place: Message | str = "") -> None:
        self.file, self.problem, self.remedy, self.place = file, problem, remedy, place
        super().__init__(file, problem, remedy, place)

    def __str__(self) -> str:
        return self.text()

    def text(self, lang: str = "zh") -> str:
        """File, place, problem and remedy as one sentence in that language."""
        told = {"file": self.file, "problem": self.problem, "remedy": _begun(shown(self.remedy, lang), lang)}
        return (UNREADABLE_AT(**told, place=self.place) if self.place else UNREADABLE(**told)).text(lang)
