"""What is printed for a person, before anybody knows on what: texts with styles, and tables of them."""

from __future__ import annotations

from dataclasses import field

from jixiao.model.classes import dataclass

_CONTROLS: dict[int, str | None] = {**dict.fromkeys((7, 8, 11, 12, 13, 27)), 9: "    "}
"""Signs that would move the cursor; a quoted cell may hold some."""


class Text:
    """Characters with one style, and parts that have a style of their own on top of it."""

    def __init__(self, plain: str = "", style: str = "") -> None:
        self.plain, self.style = plain.translate(_CONTROLS), style
        self.spans: list[tuple[int, int, str]] = []

    def append(self, plain: str, style: str = "") -> Text:
        """The same text, longer by a part with its own style."""
        start = len(self.plain)
        self.plain += plain.translate(_CONTROLS)
        if style:
            self.spans.append((start, len(self.plain), style))
        return self

    def __add__(self, other: Text) -> Text:
        joined = Text(self.plain, self.style)
        joined.spans = [*self.spans]
        start = len(self.plain)
        joined.append(other.plain, other.style)
        joined.spans += [(first + start, last + start, style) for first, last, style in other.spans]
        return joined

    def part(self, start: int, end: int) -> Text:
        """The characters from ``start`` up to ``end``, as they look here."""
        cut = Text(self.plain[start:end], self.style)
        cut.spans = [
            (max(first, start) - start, min(last, end) - start, style)
            for first, last, style in self.spans
            if first < end and last > start
        ]
        return cut

    def paragraphs(self) -> list[Text]:
        """The text by its line breaks, which are left out."""
        parts, start = [], 0
        for line in self.plain.split("\n"):
            parts.append(self.part(start, start + len(line)))
            start += len(line) + 1
        return parts


@dataclass(frozen=True, slots=True)
class Column:
    """A column whose texts are folded, never cut off: what is cut off cannot be checked. Figures (``right``) and
    ``whole`` words stay on one line.
    """

    head: str
    right: bool = False
    whole: bool = False


@dataclass(slots=True)
class Table:
    """Rows of texts under heads."""

    columns: list[Column] = field(default_factory=list)
    rows: list[tuple[list[Text], str]] = field(default_factory=list)

    def add_column(self, head: str, *, right: bool = False, whole: bool = False) -> None:
        """A further column on the right."""
        self.columns.append(Column(head, right, whole))

    def add_row(self, *cells: Text | str, style: str = "") -> None:
        """A further row, a cell a column; ``style`` is that of the whole row."""
        self.rows.append(([Text(cell) if isinstance(cell, str) else cell for cell in cells], style))
