"""Texts and tables drawn by rich: in colour on a terminal, folded where they are too wide.

Loaded late: most of what goes into files and pipes is drawn without it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich import box
from rich.console import Console as Drawing
from rich.table import Table as DrawnTable
from rich.text import Span
from rich.text import Text as DrawnText

from .text import Table, Text


def drawing(width: int | None) -> Drawing:
    """What draws on the standard output, which is ``width`` columns wide or as wide as the terminal."""
    return Drawing(file=sys.stdout, highlight=False, emoji=False, safe_box=True, width=width)


def draw(on: Drawing, items: Sequence[Text | Table], *, as_is: bool) -> None:
    """The items beside each other; ``as_is`` without new line breaks."""
    drawn = [_table(item) if isinstance(item, Table) else _text(item) for item in items]
    if as_is:
        on.print(*drawn, no_wrap=True, overflow="ignore", crop=False)
    else:
        on.print(*drawn)


def _text(text: Text) -> DrawnText:
    return DrawnText(text.plain, text.style, spans=[Span(*span) for span in text.spans])


def _table(table: Table) -> DrawnTable:
    drawn = DrawnTable(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        drawn.add_column(
            column.head,
            justify="right" if column.right else "left",
            overflow="fold",
            no_wrap=column.right or column.whole,
            header_style="bold",
        )
    for cells, style in table.rows:
        drawn.add_row(*map(_text, cells), style=style)
    return drawn
