"""The console on which results for people are printed, and text laid out on it: Chinese may break between any two
characters, numbers and Latin words may not.
"""

from __future__ import annotations

import re
import sys

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

DASH = "—"
_TOKEN = re.compile(r"\s+|[^\s\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]+|.", re.DOTALL)
_NO_LINE_START = frozenset("，。、；：？！）」』》〉】〕”’％%…·")
_NO_LINE_END = frozenset("（「『《〈【〔“‘")


def console() -> Console:
    """A console that also prints well into a file: at least 100 columns there, no colour, plain signs on old
    terminals.
    """
    made = Console(file=sys.stdout, highlight=False, emoji=False, safe_box=True)
    if made.is_terminal:
        return made
    return Console(file=sys.stdout, highlight=False, emoji=False, safe_box=True, width=max(100, made.width))


def grid() -> Table:
    """An empty table for results."""
    return Table(box=box.SIMPLE_HEAD, pad_edge=False)


def add_column(table: Table, head: str, *, right: bool = False, whole: bool = False) -> None:
    """A column whose texts are folded, never cut off: what is cut off cannot be checked. Figures (``right``) and
    ``whole`` words stay on one line.
    """
    table.add_column(
        head, justify="right" if right else "left", overflow="fold", no_wrap=right or whole, header_style="bold"
    )


def print_block(out: Console, text: Text, indent: int = 0, hang: int = 0) -> None:
    """Print a text as one block: ``indent`` columns in, in each paragraph the lines after the first ``hang`` columns
    further.
    """
    first, later = " " * indent, " " * (indent + hang)
    for paragraph in text.split("\n", allow_blank=True):
        for number, line in enumerate(lines(paragraph, max(20, out.width - indent - hang))):
            out.print(Text(later if number else first) + line, no_wrap=True, overflow="ignore", crop=False)


def lines(text: Text, width: int) -> list[Text]:
    """The text in lines of at most ``width`` columns; closing signs may hang over by one."""
    result: list[Text] = []
    start = end = used = 0
    for match in _TOKEN.finditer(text.plain):
        token, size = match[0], cell_len(match[0])
        if used + size > width and used and token[0] not in _NO_LINE_START:
            cut = end
            while cut > start + 1 and text.plain[cut - 1] in _NO_LINE_END:
                cut -= 1
            result.append(text[start:cut])
            used = cell_len(text.plain[cut:end])
            start = cut
            if token.isspace() and not used:
                start = end = match.end()
                continue
        end = match.end()
        used += size
    if start < len(text.plain) or not result:
        result.append(text[start:])
    return result
