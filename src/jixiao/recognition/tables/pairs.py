"""Label–value pairs in rows of any arrangement.

A row enters; its pairs leave: each label with the filled cells up to the next label. A cell may also hold both
("项目名称：…").
"""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.forms.labels import exact_key, key, label
from jixiao.model import Cell
from jixiao.model.classes import dataclass
from jixiao.values.pattern import lazy

from .lines import Line, clean, is_blank

UNKNOWN = "?"
_LONGEST = 20
_CODE = lazy(r"[0-9A-Za-z][0-9A-Za-z\-—_]*")


@dataclass(frozen=True, slots=True)
class Pair:
    """``key`` is :data:`UNKNOWN` for a label that the block does not know, and "" for a cell without a label; ``cell``
    is where the value stands; ``more`` is a filled cell behind it that goes on with it.
    """

    key: str
    label: str
    text: str
    line: Line
    cell: Cell
    more: tuple[Cell, ...] = ()
    sure: bool = True


def split_cell(text: str) -> tuple[str, str] | None:
    """The two sides of a colon in a cell, or ``None``."""
    head, colon, tail = clean(text).replace(":", "：").partition("：")
    return (head, tail.strip(" \u3000")) if colon and head else None


def pairs(line: Line, block: str) -> Iterator[Pair]:
    """The pairs of a row. A cell that is no part of a pair is given with an empty key; so is every cell of a row in
    which the block knows no label.
    """
    cells = line.cells
    known = any(key(cell.text, block) for cell in line.filled)
    i = 0
    while i < len(cells):
        cell = cells[i]
        found = key(cell.text, block)
        values: list[Cell] = []
        i += 1
        while i < len(cells) and not _ends(cells[i].text, block, first=bool(found) and not values):
            values.append(cells[i])
            i += 1
        if found:
            yield from _with_values(line, found, cell, values)
        else:
            yield from _without_label(line, [cell, *values], block, apart=not known)


def _with_values(line: Line, found: str, cell: Cell, values: list[Cell]) -> Iterator[Pair]:
    """A label with the cells up to the next known label: its own value, maybe behind a code or an empty cell; then
    labels that nobody knows, each before its value.
    """
    name = label(cell.text).text
    filled = [place for place, value in enumerate(values) if not is_blank(value.text)]
    if not filled:
        yield Pair(found, name, "", line, values[0] if values else cell)
        return
    first = values[filled[0]]
    rest = values[filled[0] + 1 :]
    if filled[0] == 1 and len(rest) == 1 and is_blank(rest[0].text):
        # either the value behind an empty cell, or an empty value and another label with one
        yield Pair(found, name, clean(first.text), line, first, sure=False)
        return
    if len(rest) == 1 and not is_blank(rest[0].text) and _CODE.fullmatch(first.text.strip()):
        yield Pair(found, name, clean(first.text), line, first, (rest[0],))
        return
    yield Pair(found, name, clean(first.text), line, first)
    yield from _without_label(line, rest, block="", apart=False)


def _without_label(line: Line, cells: list[Cell], block: str, *, apart: bool) -> Iterator[Pair]:
    """Cells without a label that the block knows: label and value in one cell, unknown labels each before its value
    (unless all are to stay ``apart``), and texts that are neither.
    """
    i = 0
    while i < len(cells):
        cell, following = cells[i], cells[i + 1] if i + 1 < len(cells) else None
        i += 1
        if is_blank(cell.text):
            continue
        parts = split_cell(cell.text)
        if block and parts is not None and (found := exact_key(parts[0], block)):
            yield Pair(found, label(parts[0]).text, parts[1], line, cell)
        elif not apart and following is not None and len(clean(cell.text)) <= _LONGEST:
            yield Pair(UNKNOWN, label(cell.text).text, clean(following.text), line, following)
            i += 1
        else:
            yield Pair("", "", clean(cell.text), line, cell)


def _ends(text: str, block: str, *, first: bool) -> bool:
    """Whether a cell begins the next pair. Directly behind a label only a word of the dictionary does: a
    project may be called 主管部门工作经费.
    """
    return bool(exact_key(text, block) if first else key(text, block)) or _both(text, block)


def _both(text: str, block: str) -> bool:
    parts = split_cell(text)
    return parts is not None and bool(exact_key(parts[0], block))
