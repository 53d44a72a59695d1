"""The money block of an evaluation table: rows of funds under columns of budget, outturn, rate and score.

Header and rows enter; :class:`~jixiao.model.FundLine` s with their places leave. Amounts stay as printed; the
unit comes from the labels (万元)/(元).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from jixiao.forms.labels import exact_key, key, label, normal
from jixiao.model import Cell, Extra, FundSource

from ... import messages as say
from ...tables.align import Slot
from ...tables.columns import (
    Reading,
    doubt_claims,
    read_rows,
    without_repeated_side,
)
from ...tables.draft import Draft, unplaced
from ...tables.header import header_columns
from ...tables.lines import Line, clean, is_blank
from ...tables.shapes import FIGURES, Shape, shape
from ..manners import MONEY
from .blocks import TableBlock
from .funds import FoundFunds, printed
from .headers import money_suits
from .money_columns import money_slots
from .money_pairs import read_pairs

_FIGURES = ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")
_COLUMN = {"rate": "execution_rate"}
_WITHOUT_FIELD = frozenset(("budget_adjustment", "audit_score"))


def read_money(blocks: Sequence[TableBlock]) -> FoundFunds:
    """All money blocks of one evaluation."""
    money = FoundFunds()
    for block in blocks:
        for line in (*block.sides, *block.header, *block.body):
            money.take_unit(line)
        if block.kind == "pairs":
            read_pairs(block, money)
        else:
            _table(block, money)
    _sources(money)
    return money


# --- a table with a header ---


def _table(block: TableBlock, money: FoundFunds) -> None:
    found = header_columns(block.header, money_suits)
    if not all(column.sure for column in found):
        lost = [(line, cell) for line in block.body for cell in line.filled]
        money.unplaced += [unplaced(line, cell, say.UNKNOWN_HEADER()) for line, cell in lost]
        return
    slots, double = money_slots(block, found)
    body = without_repeated_side((*block.sides, *block.header), block.body)
    body = [_without_within(line) for line in body]
    rows = [line for line in body if _is_row(line)]
    for line in body:
        if line not in rows:
            _strange(line, money)
    foreign: list[tuple[str, Slot, Cell, Line]] = []
    readings = read_rows(slots, rows, MONEY, double, block.header)
    doubt_claims(readings)
    for reading in readings:
        _row(reading, money, double)
        name = printed(reading.text("label"))
        foreign += [(name, strange, cell, reading.line) for strange, cell in reading.foreign]
        for s in slots:
            extra_cell = reading.cells.get(s.key)
            if s.key in _WITHOUT_FIELD and extra_cell is not None and not is_blank(extra_cell.text):
                foreign.append((name, s, extra_cell, reading.line))
    for name, strange, cell, line in foreign:
        if strange.label:
            money.extra.append((Extra(label=f"{printed(strange.label)}（{name}）", text=clean(cell.text)), line, cell))
        else:
            money.unplaced.append(unplaced(line, cell, say.NAMELESS_COLUMN(block=say.MONEY)))
    _points_in_head(block, slots, money)


def _without_within(line: Line) -> Line:
    """The row without a cell that says 其中 alone, before the name of a part."""
    if not any(normal(cell.text).rstrip(":") == "其中" for cell in line.filled):
        return line
    cells = tuple(cell for cell in line.cells if normal(cell.text).rstrip(":") != "其中")
    return replace(line, cells=cells, filled=tuple(cell for cell in cells if not is_blank(cell.text)))


def _is_row(line: Line) -> bool:
    """A row of funds: one label, the rest figures, dashes or nothing."""
    words = [cell for cell in line.filled if shape(cell.text) not in FIGURES and shape(cell.text) != Shape.DASH]
    if any(shape(cell.text) == Shape.LONG and len(cell.text) > 80 for cell in words):
        return False
    if len(line.cells) <= 2:
        return False
    return any(exact_key(cell.text, "fund") for cell in words) or len(words) < len(line.filled) or len(line.cells) > 3


def _strange(line: Line, money: FoundFunds) -> None:
    first, *rest = line.filled
    if rest and len(clean(first.text)) <= 30:
        text = " ".join(clean(cell.text) for cell in rest)
        money.extra.append((Extra(label=label(first.text).text, text=text), line, rest[0]))
    else:
        money.unplaced.append(unplaced(line, first, say.TEXT_LINE(block=say.MONEY)))


def _row(reading: Reading, money: FoundFunds, double: set[str]) -> None:
    line = reading.line
    for cell in reading.left_over:
        money.unplaced.append(unplaced(line, cell, say.NO_COLUMN_FOR()))
    draft = Draft(trace=money.trace, at=f"/lines/{len(money.lines)}")
    name = reading.cells.get("label")
    if name is None or is_blank(name.text):
        for cell in line.filled:
            if cell is not reading.cells.get("side"):
                money.unplaced.append(unplaced(line, cell, say.NAMELESS_AMOUNTS()))
        return
    draft.put("label", printed(name.text), line, name)
    for figure in _FIGURES:
        column = _COLUMN.get(figure, figure)
        reading.figure(figure, column, draft, say.TWO_COLUMNS() if column in double else say.NEXT_COLUMN())
    money.add(draft, line, name)


def _points_in_head(block: TableBlock, slots: Sequence[Slot], money: FoundFunds) -> None:
    """Without a weight column a label may declare the points: 得分(20分*执行率), 预算执行情况（10分）."""
    if any(s.key == "weight" for s in slots) or not money.lines or money.lines[0].score is None:
        return
    for s in slots:
        if s.key in ("score", "execution_rate") and s.cell is not None and s.line is not None and label(s.label).points:
            money.declare(label(s.label).points, s.line, s.cell)
            return
    money.take_points((*block.sides, *block.header, *block.body))


# --- names ---


def _sources(money: FoundFunds) -> None:
    """What each row is. A part of the fiscal funds counts as the fiscal row only where there is no such row itself,
    and no second part but that of the places (地方).
    """
    found = [key(line.label, "fund") for line in money.lines]
    parts = [place for place, source in enumerate(found) if source == "fiscal_part"]
    own = [place for place in parts if "地方" not in money.lines[place].label]
    for place in parts:
        found[place] = "fiscal" if own == [place] and "fiscal" not in found else "named"
    for place, source in enumerate(found):
        money.lines[place] = money.lines[place].model_copy(update={"source": cast(FundSource, source or "named")})
