"""Tables as lines: columns as wide as their texts, folded where the line ends, and one below the other where that will
not do either. A table and a width enter, lines leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from .folding import lines, widest_piece
from .text import Column, Table, Text

_GAPS = (3, 2)
_NARROW = 16
"""A column that is folded keeps so many columns, where its texts have as many."""


def drawn(table: Table, width: int) -> Iterator[Text]:
    """The table in lines of at most ``width`` columns."""
    natural = [_natural(column, cells) for column, cells in _columns(table)]
    least = [_least(column, cells) for column, cells in _columns(table)]
    for gap in _GAPS:
        free = width - 1 - gap * (len(natural) - 1)
        if sum(least) <= free:
            yield from _across(table, _shared(natural, least, free), gap)
            return
    yield from _stacked(table, width)


def _columns(table: Table) -> Iterator[tuple[Column, list[str]]]:
    for place, column in enumerate(table.columns):
        yield column, [line for cells, _ in table.rows for line in cells[place].plain.split("\n")]


def _natural(column: Column, cells: Sequence[str]) -> int:
    return max(map(cell_len, (column.head, *cells)))


def _least(column: Column, cells: Sequence[str]) -> int:
    """How narrow a column may become."""
    natural = _natural(column, cells)
    if column.right or column.whole:
        return natural
    return max(min(natural, _NARROW), cell_len(column.head), *map(widest_piece, cells), 0)


def _shared(natural: Sequence[int], least: Sequence[int], free: int) -> list[int]:
    """The widths of the columns: what is left beyond the least goes where texts are longest."""
    widths = list(least)
    rest = free - sum(widths)
    while rest > 0:
        wanting = [place for place, width in enumerate(widths) if width < natural[place]]
        if not wanting:
            break
        each = max(1, rest // len(wanting))
        for place in wanting:
            more = min(each, natural[place] - widths[place], rest)
            widths[place] += more
            rest -= more
    return widths


def _across(table: Table, widths: Sequence[int], gap: int) -> Iterator[Text]:
    across = sum(widths) + gap * (len(widths) - 1)
    yield Text()
    yield from _row(table, [Text(column.head) for column in table.columns], widths, gap, "bold")
    yield Text(f" {'─' * across}")
    for cells, style in table.rows:
        yield from _row(table, cells, widths, gap, style)
    yield Text()


def _row(table: Table, cells: Sequence[Text], widths: Sequence[int], gap: int, style: str) -> Iterator[Text]:
    folded = [_folded(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, folded))):
        line = Text(" ", style)
        for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
            part = folded[place][number] if number < len(folded[place]) else Text()
            if column.right:
                part = part.part(0, len(part.plain.rstrip()))
            blanks = Text(" " * (width - cell_len(part.plain)))
            line += (blanks + part if column.right else part + blanks) + Text(" " * gap)
        yield line.part(0, len(line.plain.rstrip()))


def _folded(cell: Text, width: int) -> list[Text]:
    return [line for paragraph in cell.paragraphs() for line in lines(paragraph, width)]


def _stacked(table: Table, width: int) -> Iterator[Text]:
    """Each row as a heading of its first cell, and below it what stands under the other heads."""
    yield Text()
    for cells, style in table.rows:
        first, *rest = cells
        head = Text("", style).append(first.plain, f"bold {first.style}".strip())
        yield from _folded(head, width)
        told = [
            Text("", style).append(f"{column.head} ", "dim").append(text, cell.style)
            for column, cell in zip(table.columns[1:], rest, strict=True)
            if (text := " ".join(cell.plain.split()))
        ]
        yield from _filled(told, width - 2)
    yield Text()


def _filled(items: Sequence[Text], width: int) -> Iterator[Text]:
    """Items beside each other, as many as a line has room for; one that is longer than a line is folded."""
    line: Text | None = None
    for item in items:
        longer = item if line is None else line + Text(" · ") + item
        if line is not None and cell_len(longer.plain) > width:
            yield from (Text("  ") + part for part in lines(line, width))
            longer = item
        line = longer
    if line is not None:
        yield from (Text("  ") + part for part in lines(line, width))
