"""The console on which results for people are printed, and text laid out on it: Chinese may break between any two
characters, numbers and Latin words may not.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from rich.cells import cell_len

from jixiao.values.pattern import lazy

from .text import Table, Text

if TYPE_CHECKING:
    from rich.console import Console as Drawing

DASH = "—"
_TOKEN = lazy(r"(?s)\s+|[^\s\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]+|.")
_NO_LINE_START = frozenset("，。、；：？！）」』》〉】〕”’％%…·")
_NO_LINE_END = frozenset("（「『《〈【〔“‘")
_WIDE_ENOUGH = 100
"""Columns of a file, at least."""


class Console:
    """The standard output. A terminal gets colours; into files and pipes plain lines go, which need no drawing as long
    as they fit.
    """

    @cached_property
    def _plain(self) -> bool:
        """Whether nothing but characters can be shown, all of them."""
        asked = os.environ.keys() & {"FORCE_COLOR", "TTY_COMPATIBLE"}
        return not asked and not sys.stdout.isatty() and (sys.stdout.encoding or "").lower().startswith("utf")

    @cached_property
    def _drawing(self) -> Drawing:
        from .terminal import drawing

        made = drawing(None)
        return made if made.is_terminal else drawing(max(_WIDE_ENOUGH, made.width))

    @cached_property
    def width(self) -> int:
        """How many columns a line has."""
        return max(_WIDE_ENOUGH, _columns()) if self._plain else self._drawing.width

    def print(self, *items: Text | Table | str, as_is: bool = False) -> None:
        """The items beside each other, and a line break; ``as_is`` leaves the lines as long as they are."""
        given = [Text(item) if isinstance(item, str) else item for item in items]
        if self._plain:
            plain = " ".join(_drawn(item) if isinstance(item, Table) else item.plain for item in given)
            if as_is or ("\t" not in plain and all(cell_len(line) <= self.width for line in plain.split("\n"))):
                sys.stdout.write(f"{plain}\n")
                return
        from .terminal import draw

        draw(self._drawing, given, as_is=as_is)


def console() -> Console:
    """A console that also prints well into a file: at least 100 columns there, no colour, plain signs on old
    terminals.
    """
    return Console()


def _columns() -> int:
    """The width that the person asked for, or that of the terminal that the command was called from."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdigit():
        return int(asked)
    for stream in (1, 2) if os.name == "nt" else (0, 1, 2):
        try:
            return os.get_terminal_size(stream).columns
        except (ValueError, OSError):
            continue
    return 0


def _drawn(table: Table) -> str:
    """The table in plain lines, each column as wide as its widest text."""
    rows = [[column.head for column in table.columns], *([cell.plain for cell in cells] for cells, _ in table.rows)]
    if any("\n" in cell for row in rows for cell in row):
        return "\t"  # cells of several lines are for the drawing
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    across = sum(widths) + 3 * (len(widths) - 1)
    head, *body = (_row(table, row, widths) for row in rows)
    blank = " " * (across + 2)
    return "\n".join((blank, head, f" {'─' * across} ", *body, blank))


def _row(table: Table, cells: list[str], widths: list[int]) -> str:
    padded = []
    for column, cell, width in zip(table.columns, cells, widths, strict=True):
        text = cell.rstrip() if column.right else cell
        blanks = " " * (width - cell_len(text))
        padded.append(blanks + text if column.right else text + blanks)
    return f" {'   '.join(padded)} "


def print_block(out: Console, text: Text, indent: int = 0, hang: int = 0) -> None:
    """Print a text as one block: ``indent`` columns in, in each paragraph the lines after the first ``hang`` columns
    further.
    """
    first, later = " " * indent, " " * (indent + hang)
    for paragraph in text.paragraphs():
        for number, line in enumerate(lines(paragraph, max(20, out.width - indent - hang))):
            out.print(Text(later if number else first) + line, as_is=True)


def lines(text: Text, width: int) -> Iterator[Text]:
    """The text in lines of at most ``width`` columns; closing signs may hang over by one."""
    plain, start, end, used = text.plain, 0, 0, 0
    any_line = False
    for match in _TOKEN.finditer(plain):
        token, size = match[0], cell_len(match[0])
        if used + size > width and used and token[0] not in _NO_LINE_START:
            cut = end
            while cut > start + 1 and plain[cut - 1] in _NO_LINE_END:
                cut -= 1
            yield text.part(start, cut)
            any_line = True
            used = cell_len(plain[cut:end])
            start = cut
            if token.isspace() and not used:
                start = end = match.end()
                continue
        end = match.end()
        used += size
    if start < len(plain) or not any_line:
        yield text.part(start, len(plain))
