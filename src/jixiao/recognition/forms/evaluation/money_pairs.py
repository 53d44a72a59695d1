"""A money block without a header: label and figure side by side (预算数 | 100 | 执行数 | 98).

A block enters; its rows of funds enter what is gathered.
"""

from __future__ import annotations

from itertools import pairwise

from jixiao.forms.labels import exact_key, key
from jixiao.model import Cell, Figure

from ... import messages as say
from ...tables.draft import Draft, unplaced
from ...tables.lines import Line, clean, is_blank
from ...tables.shapes import FIGURES, Shape, shape
from .blocks import TableBlock
from .funds import FoundFunds, printed

_PAIRED = ("initial_budget", "revised_budget", "outturn", "execution_rate", "weight", "score")


def read_pairs(block: TableBlock, money: FoundFunds) -> None:
    """Rows such as 预算数 | 100 | 执行数 | 98; rows below repeat a fund's name before each of its figures."""
    order: list[str] = []
    for line in block.body:
        drafts: dict[str, tuple[Draft, Cell]] = {}
        used: list[Cell] = [cell for cell in line.filled if key(cell.text, "money") == "side"]
        column = 0
        for name, value in _labelled(line):
            found = key(name.text, "money")
            if found in _PAIRED:
                order += [found] if found in _PAIRED[:3] else []
                title = "年度资金总额"
            elif exact_key(name.text, "fund") and column < len(order):
                title, found = printed(name.text), order[column]
                column += 1
            else:
                continue
            draft, _ = drafts.setdefault(title, (Draft(fields={"label": title}), name))
            draft.put("rate" if found == "execution_rate" else found, Figure(clean(value.text)), line, value)
            used += [name, value]
        for draft, cell in drafts.values():
            money.add(draft, line, cell)
        money.unplaced += [
            unplaced(line, cell, say.NO_PLACE(block=say.MONEY)) for cell in line.filled if cell not in used
        ]
    if money.lines and money.lines[0].score is not None and money.lines[0].weight is None:
        money.take_points(block.body)


def _labelled(line: Line) -> list[tuple[Cell, Cell]]:
    """Each label with the cell behind it; a label of the whole block before another label is passed over."""
    cells = line.cells
    result = []
    for cell, following in pairwise(cells):
        if is_blank(cell.text) or shape(cell.text) in FIGURES:
            continue
        if (is_blank(following.text) or shape(following.text) in (*FIGURES, Shape.DASH, Shape.MEASURE)) and key(
            cell.text, "money"
        ) != "side":
            result.append((cell, following))
    return result
