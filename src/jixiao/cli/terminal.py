"""Lines drawn by rich: in colour on a terminal, plain signs on an old one.

Loaded late: what goes into files and pipes is written without it.
"""

from __future__ import annotations

import sys

from rich.console import Console as Drawing
from rich.text import Span
from rich.text import Text as DrawnText

from .text import Text


def drawing(width: int) -> Drawing:
    """What draws on the standard output, which is ``width`` columns wide."""
    return Drawing(file=sys.stdout, highlight=False, emoji=False, safe_box=True, width=width)


def draw(on: Drawing, line: Text) -> None:
    """One line as it is, in its colours."""
    drawn = DrawnText(line.plain, line.style, spans=[Span(*span) for span in line.spans])
    on.print(drawn, no_wrap=True, overflow="ignore", crop=False)
