"""Markdown: plain texts enter, lines that show them as they are leave."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SIGNS = re.compile(r"([\\`*_<>|\[\]])")


def plain(text: str) -> str:
    """A text that shows as it is: no sign of it is read as Markdown."""
    return _SIGNS.sub(r"\\\1", text).replace("\n", "<br>")


def strong(text: str) -> str:
    """In bold, whatever signs stand around it: Markdown's own stars do not close between a full stop and a word."""
    return f"<strong>{text}</strong>"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table of cells that are Markdown already, with an empty line behind it."""
    lines = [list(heads), ["---"] * len(heads), *map(list, rows)]
    return [*(f"| {' | '.join(cells)} |" for cells in lines), ""]
