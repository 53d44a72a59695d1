"""The free-text half of an overall table's money: 按收入性质分 and 按支出性质分, cells with "name：number" pairs.

Rows enter; items by income and by expenditure, with places relative to ``/funds``, leave.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache

from jixiao.forms.labels import key, label
from jixiao.model import Cell, Figure, Position, SplitItem, Unplaced
from jixiao.model.classes import dataclass
from jixiao.values.pattern import lazy

from ... import messages as say
from ...tables.draft import unplaced
from ...tables.lines import Line, clean, is_blank
from ...tables.shapes import Shape, shape

_ITEM = lazy(r"(?:\d{1,2}[.、．]|[（(]\d{1,2}[)）])?\s*([^\d:：]{2,40}?)\s*[:：]\s*([-+]?[\d,，.]*\s*(?:万元|元)?)")
_WITHIN = lazy(r"其\s*中\s*[:：]\s*")
_BETWEEN = lazy(r"[\n；;，,、]|\s{2,}")


@dataclass(slots=True)
class FoundSplit:
    """Items by income and by expenditure."""

    income: list[SplitItem] = field(default_factory=list)
    expenditure: list[SplitItem] = field(default_factory=list)
    trace: dict[str, Position] = field(default_factory=dict)
    unplaced: list[Unplaced] = field(default_factory=list)


def read_split(lines: Sequence[Line]) -> FoundSplit:
    """Sides are told by the columns of the two labels; a row of another build by its order."""
    split = FoundSplit()
    starts: dict[str, tuple[Cell, Line]] = {}
    apart = any(shape(cell.text) == Shape.NUMBER for line in lines for cell in line.filled)
    for line in lines:
        for cell in line.filled:
            side = side_of(cell.text)
            if side:
                starts[side] = (cell, line)
                _cell(split, side, line, cell, None, cell.text.strip().partition("\n")[2])
            elif (under := _side(starts, line, cell)) is not None:
                _cell(split, under, line, cell, _right(line, cell, apart), cell.text)
    return split


@lru_cache(maxsize=4096)
def side_of(text: str) -> str:
    """``income`` or ``expenditure`` where a cell begins with the label of that side, else ""."""
    return key(text.strip().partition("\n")[0], "split")


def _side(starts: dict[str, tuple[Cell, Line]], line: Line, cell: Cell) -> str | None:
    """The side a cell belongs to; ``None`` before the first label."""
    if len(starts) < 2:
        return next(iter(starts), None)
    (left, (_, head)), (right, (second, _)) = sorted(starts.items(), key=lambda item: item[1][0].column)
    if line.grid and head.grid:
        return right if cell.column >= second.column else left
    if len(line.cells) == len(head.cells):
        return right if cell.index >= second.index else left
    leading = len(line.cells) - 2
    return right if cell.index > leading else left


def _right(line: Line, cell: Cell, apart: bool) -> Cell | None:
    """The amount in a cell of its own, empty perhaps where other amounts stand apart from their names."""
    place = line.cells.index(cell) + 1
    following = line.cells[place] if place < len(line.cells) else None
    if following is None or not (shape(following.text) == Shape.NUMBER or (apart and is_blank(following.text))):
        return None
    return following


def _cell(split: FoundSplit, side: str, line: Line, cell: Cell, right: Cell | None, text: str) -> None:
    flat = clean(text)
    if not flat or shape(flat) == Shape.NUMBER or key(flat, "money") == "side":
        return
    if ":" not in flat and "：" not in flat:
        if right is not None:
            _add(split, side, label(flat).text, clean(right.text), line, right)
        else:
            split.unplaced.append(unplaced(line, cell, say.NO_PAIR(block=say.SPLIT)))
        return
    rest = flat = _WITHIN.sub("", flat)
    found = False
    for part in _BETWEEN.split(flat):
        if (match := _ITEM.fullmatch(part.strip(" \u3000"))) is not None:
            _add(split, side, re.sub(r"\s", "", match[1]), match[2].strip(), line, cell)
            rest = rest.replace(part, "", 1)
            found = True
    rest = re.sub(r"[\s；;，,、]", "", rest)
    if rest or not found:
        split.unplaced.append(unplaced(line, cell, say.NOT_UNDERSTOOD(block=say.SPLIT), rest or flat))


def _add(split: FoundSplit, side: str, name: str, amount: str, line: Line, cell: Cell) -> None:
    items, pointer = (split.income, "by_income") if side == "income" else (split.expenditure, "by_expenditure")
    split.trace[f"/{pointer}/{len(items)}"] = line.position(cell)
    items.append(SplitItem(label=name, amount=Figure(amount)))
