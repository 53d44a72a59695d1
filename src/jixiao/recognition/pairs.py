"""Label–value pairs in rows of any arrangement.

A row enters; its pairs leave: each label with the filled cells up to the next label. A cell may also hold both
("项目名称：…").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.forms.labels import exact_key, key, label
from jixiao.model import Cell

from .grid import Line, clean, is_blank


@dataclass(frozen=True, slots=True)
class Pair:
    """``key`` is "" for a label that the block does not know; ``cell`` is where the value stands; ``more`` are
    further filled cells behind it.
    """

    key: str
    label: str
    text: str
    line: Line
    cell: Cell
    more: tuple[Cell, ...] = ()


def split_cell(text: str) -> tuple[str, str] | None:
    """The two sides of a colon in a cell, or ``None``."""
    head, colon, tail = clean(text).replace(":", "：").partition("：")
    return (head, tail.strip(" \u3000")) if colon and head else None


def pairs(line: Line, block: str) -> Iterator[Pair]:
    """The pairs of a row. Cells before the first label are given with an empty label."""
    cells = line.cells
    i = 0
    while i < len(cells):
        cell = cells[i]
        i += 1
        if is_blank(cell.text):
            continue
        found = key(cell.text, block)
        if not found:
            yield from _without_label(line, cell, block)
            continue
        values: list[Cell] = []
        blank: Cell | None = None
        while i < len(cells) and not _ends(cells[i].text, block, first=blank is None and not values):
            if is_blank(cells[i].text):
                blank = blank or cells[i]
            else:
                values.append(cells[i])
            i += 1
        name = label(cell.text).text
        if values:
            yield Pair(found, name, clean(values[0].text), line, values[0], tuple(values[1:]))
        else:
            yield Pair(found, name, "", line, blank or cell)


def _ends(text: str, block: str, *, first: bool) -> bool:
    """Whether a cell begins the next pair. Directly behind a label only a word of the dictionary does: a
    project may be called 主管部门工作经费.
    """
    return bool(exact_key(text, block) if first else key(text, block)) or _both(text, block)


def _both(text: str, block: str) -> bool:
    parts = split_cell(text)
    return parts is not None and bool(exact_key(parts[0], block))


def _without_label(line: Line, cell: Cell, block: str) -> Iterator[Pair]:
    parts = split_cell(cell.text)
    if parts is not None and (found := exact_key(parts[0], block)):
        yield Pair(found, label(parts[0]).text, parts[1], line, cell)
    else:
        yield Pair("", "", clean(cell.text), line, cell)
