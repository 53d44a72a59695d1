"""The console on which results for people are printed: a terminal in colours, a file or a pipe in plain lines."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING

from .folding import lines
from .tables import drawn
from .text import Table, Text

if TYPE_CHECKING:
    from rich.console import Console as Drawing

__all__ = ["DASH", "Console", "console", "lines", "print_block", "show_border"]

DASH = "—"
_WIDE_ENOUGH = 100
"""Columns of a file, at least, where nobody asked for a width."""
_NARROWEST = 40


class Console:
    """The standard output. A terminal gets colours; into files and pipes plain lines go, which need no drawing."""

    def __init__(self) -> None:
        self._is_blank = True

    @cached_property
    def _plain(self) -> bool:
        """Whether nothing but characters can be shown, all of them."""
        asked = os.environ.keys() & {"FORCE_COLOR", "TTY_COMPATIBLE"}
        return not asked and not sys.stdout.isatty() and (sys.stdout.encoding or "").lower().startswith("utf")

    @cached_property
    def _drawing(self) -> Drawing:
        from .terminal import drawing

        return drawing(self.width)

    @cached_property
    def width(self) -> int:
        """How many columns a line has: as many as the person asked for, or as the terminal has."""
        asked = os.environ.get("COLUMNS", "")
        if asked.isdigit() and int(asked):
            return max(_NARROWEST, int(asked))
        if sys.stdout.isatty():
            return max(_NARROWEST, _columns() or 80)
        return max(_WIDE_ENOUGH, _columns())

    def print(self, *items: Text | Table | str, as_is: bool = False) -> None:
        """The items beside each other, and a line break; ``as_is`` leaves the lines as long as they are."""
        beside: Text | None = None
        for item in items or (Text(),):
            if isinstance(item, Table):
                for line in drawn(item, self.width):
                    self._out(line)
            else:
                text = Text(item) if isinstance(item, str) else item
                beside = text if beside is None else beside + Text(" ") + text
        if beside is None:
            return
        for paragraph in beside.paragraphs():
            for line in (paragraph,) if as_is else lines(paragraph, self.width):
                self._out(line)

    def gap(self) -> None:
        """An empty line, unless there is one already."""
        if not self._is_blank:
            self.print()

    def _out(self, line: Text) -> None:
        self._is_blank = not line.plain.strip()
        if self._plain:
            sys.stdout.write(f"{line.plain}\n")
            return
        from .terminal import draw

        draw(self._drawing, line)


def console() -> Console:
    """A console that also prints well into a file: at least 100 columns there, no colour, plain signs on old
    terminals.
    """
    return Console()


def show_border() -> None:
    """A line between two cases."""
    out = console()
    out.print(f"\n{'═' * min(out.width, 60)}\n")


def _columns() -> int:
    """The width of the terminal that the command was called from; 0 without one."""
    for stream in (1, 2) if os.name == "nt" else (1, 0, 2):
        try:
            return os.get_terminal_size(stream).columns
        except (ValueError, OSError):
            continue
    return 0


def print_block(out: Console, text: Text, indent: int = 0, hang: int = 0) -> None:
    """Print a text as one block: ``indent`` columns in, in each paragraph the lines after the first ``hang`` columns
    further.
    """
    first, later = " " * indent, " " * (indent + hang)
    for paragraph in text.paragraphs():
        free = max(20, out.width - indent - hang)
        for number, line in enumerate(lines(paragraph, free, max(20, out.width - indent))):
            out.print(Text(later if number else first) + line, as_is=True)
