"""The money block of an evaluation table: rows of funds under columns of budget, outturn, rate and score.

Header and rows enter; :class:`~jixiao.model.FundLine` s with their places leave. Amounts stay as printed; the
unit comes from the labels (万元)/(元).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import cast

from jixiao.forms.labels import exact_key, key, label, normal
from jixiao.model import Cell, Extra, Figure, FundLine, FundSource, Position, Unplaced
from jixiao.values.pattern import lazy

from ... import messages as say
from ...tables.align import Slot
from ...tables.columns import (
    Reading,
    doubt_claims,
    path_key,
    read_rows,
    settled,
    slot_under,
    without_repeated_side,
)
from ...tables.draft import Draft, unplaced
from ...tables.header import Column, header_columns
from ...tables.lines import Line, clean, is_blank
from ...tables.shapes import Shape, shape
from ..manners import MONEY
from .blocks import Block
from .headers import MONEY_UNDER, money_suits

_FIGURES = ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")
_COLUMN = {"rate": "execution_rate"}
_AMOUNTS = ("initial_budget", "budget_adjustment", "revised_budget", "outturn")
_PAIRED = ("initial_budget", "revised_budget", "outturn", "execution_rate", "weight", "score")
_WITHOUT_FIELD = frozenset(("budget_adjustment", "audit_score"))
_SPACE = lazy(r"\s+")
_WEAK = {
    "revised_budget": frozenset(("预算数", "预算数(A)", "预算金额", "预算数（A）")),
    "outturn": frozenset(("支出数", "决算数")),
    "explanation": frozenset(("备注", "说明")),
}
_NUMBERS = frozenset((Shape.NUMBER, Shape.PERCENT, Shape.POINTS))


@dataclass(slots=True)
class Money:
    """What the money blocks of one evaluation hold; places are relative to ``/funds``."""

    lines: list[FundLine] = field(default_factory=list)
    unit: str = ""
    trace: dict[str, Position] = field(default_factory=dict)
    extra: list[tuple[Extra, Line, Cell]] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)


def read_money(blocks: Sequence[Block]) -> Money:
    """All money blocks of one evaluation."""
    money = Money()
    for block in blocks:
        for line in (*block.sides, *block.header, *block.body):
            _unit(line, money)
        if block.kind == "pairs":
            _pairs(block, money)
        else:
            _table(block, money)
    _sources(money)
    return money


def _unit(line: Line, money: Money) -> None:
    for cell in line.cells:
        if not money.unit and (unit := label(cell.text).money_unit):
            money.unit = unit
            money.trace["/unit"] = line.position(cell)


# --- a table with a header ---


def _table(block: Block, money: Money) -> None:
    found = header_columns(block.header, money_suits)
    if not all(column.sure for column in found):
        lost = [(line, cell) for line in block.body for cell in line.filled]
        money.unplaced += [unplaced(line, cell, say.UNKNOWN_HEADER()) for line, cell in lost]
        return
    slots, double = _slots(block, found)
    body = without_repeated_side((*block.sides, *block.header), block.body)
    body = [_without_within(line) for line in body]
    rows = [line for line in body if _is_row(line)]
    for line in body:
        if line not in rows:
            _strange(line, money)
    foreign: list[tuple[str, Slot, Cell, Line]] = []
    cut = {id(line): short for line in rows if (short := _ends_with_amounts(line, slots)) is not None}
    by_line = {
        id(r.line): r
        for r in read_rows(slots, [line for line in rows if id(line) not in cut], MONEY, double, block.header)
    }
    upto = [s for s in slots if s.key == "label" or s.key in _AMOUNTS]
    by_line |= dict(zip(cut, read_rows(upto, list(cut.values()), MONEY, double), strict=True))
    doubt_claims(by_line.values())
    for reading in (by_line[id(line)] for line in rows):
        _row(reading, money, double)
        name = _printed(reading.text("label"))
        foreign += [(name, strange, cell, reading.line) for strange, cell in reading.foreign]
        for s in slots:
            extra_cell = reading.cells.get(s.key)
            if s.key in _WITHOUT_FIELD and extra_cell is not None and not is_blank(extra_cell.text):
                foreign.append((name, s, extra_cell, reading.line))
    for name, strange, cell, line in foreign:
        if strange.label:
            money.extra.append((Extra(label=f"{_printed(strange.label)}（{name}）", text=clean(cell.text)), line, cell))
        else:
            money.unplaced.append(unplaced(line, cell, say.NAMELESS_COLUMN(block=say.MONEY)))
    _points_in_head(block, slots, money)


def _slots(block: Block, found: Sequence[Column]) -> tuple[list[Slot], set[str]]:
    top = block.header[0]
    slots = [_slot(column) for column in found]
    first = next(i for i, s in enumerate(slots) if s.key not in ("side", "label", "unknown", "spacer"))
    first = max(first, _leading(block.body, top))
    leading, columns = slots[:first], slots[first:]
    if len(leading) > 1:
        leading = [replace(leading[0], key="side", optional=True), replace(leading[-1], key="label", optional=False)]
    else:
        leading = [Slot("side", optional=True), *(replace(s, key="label", start=-1, end=-1) for s in leading)]
        leading = leading if len(leading) > 1 else [*leading, Slot("label")]
    columns = [
        replace(s, key="unknown", optional=True) if s.key in ("side", "label", "explanation") else s for s in columns
    ]
    return settled([*leading, *_budgets(columns)], "money", _WEAK)


def _leading(rows: Sequence[Line], top: Line) -> int:
    """How many columns hold the names of the funds, by what stands below: also under a head like 年度预算数(万元)."""
    alike = [line for line in rows if len(line.cells) == len(top.cells)]
    for place in (2, 1):
        below = [line.cells[place].text for line in alike if place < len(line.cells)]
        said = [shape(text) for text in below if not is_blank(text)]
        if said and all(exact_key(text, "fund") for text in below if not is_blank(text)):
            return place + 1
    return 0


def _slot(column: Column) -> Slot:
    found = "" if is_blank(column.cell.text) else path_key(column.path, "money", MONEY_UNDER)
    blank = "spacer" if is_blank(column.cell.text) else "unknown"
    return slot_under(column, found or blank, optional=not found or found in ("side", "label"))


def _budgets(columns: list[Slot]) -> list[Slot]:
    """A bare 预算数 beside an adjusted budget is the one of the year's start."""
    keys = [s.key for s in columns]
    if "initial_budget" in keys or keys.count("revised_budget") != 2:
        return columns
    places = [i for i, found in enumerate(keys) if found == "revised_budget"]
    adjusted = [i for i in places if "调整" in columns[i].label or "全年" in label(columns[i].label).text]
    if len(adjusted) != 1:
        return columns
    (bare,) = set(places) - set(adjusted)
    return [replace(s, key="initial_budget") if i == bare else s for i, s in enumerate(columns)]


def _ends_with_amounts(line: Line, slots: Sequence[Slot]) -> Line | None:
    """The name and amounts of a row in a text export that ends behind them: only the total has points, rate and score.

    ``None`` for all other rows.
    """
    columns = [s.key for s in slots if s.key not in ("side", "label")]
    amounts = [found for found in columns if found in _AMOUNTS]
    if line.grid or columns == amounts or columns[: len(amounts)] != amounts:
        return None
    named = next(place for place, cell in enumerate(line.cells) if not is_blank(cell.text))
    cells = line.cells[named:]
    if named > 1 or shape(cells[0].text) in _NUMBERS or len(cells) != 1 + len(amounts):
        return None
    return replace(line, cells=cells)


def _without_within(line: Line) -> Line:
    """The row without a cell that says 其中 alone, before the name of a part."""
    if not any(normal(cell.text).rstrip(":") == "其中" for cell in line.filled):
        return line
    cells = tuple(cell for cell in line.cells if normal(cell.text).rstrip(":") != "其中")
    return replace(line, cells=cells, filled=tuple(cell for cell in cells if not is_blank(cell.text)))


def _is_row(line: Line) -> bool:
    """A row of funds: one label, the rest figures, dashes or nothing."""
    words = [cell for cell in line.filled if shape(cell.text) not in _NUMBERS and shape(cell.text) != Shape.DASH]
    if any(shape(cell.text) == Shape.LONG and len(cell.text) > 80 for cell in words):
        return False
    if len(line.cells) <= 2:
        return False
    return any(exact_key(cell.text, "fund") for cell in words) or len(words) < len(line.filled) or len(line.cells) > 3


def _strange(line: Line, money: Money) -> None:
    first, *rest = line.filled
    if rest and len(clean(first.text)) <= 30:
        text = " ".join(clean(cell.text) for cell in rest)
        money.extra.append((Extra(label=label(first.text).text, text=text), line, rest[0]))
    else:
        money.unplaced.append(unplaced(line, first, say.TEXT_LINE(block=say.MONEY)))


def _row(reading: Reading, money: Money, double: set[str]) -> None:
    line = reading.line
    for cell in reading.left_over:
        money.unplaced.append(unplaced(line, cell, say.NO_COLUMN_FOR()))
    draft = Draft()
    name = reading.cells.get("label")
    if name is None or is_blank(name.text):
        for cell in line.filled:
            if cell is not reading.cells.get("side"):
                money.unplaced.append(unplaced(line, cell, say.NAMELESS_AMOUNTS()))
        return
    draft.put("label", _printed(name.text), line, name)
    for figure in _FIGURES:
        column = _COLUMN.get(figure, figure)
        place = reading.cells.get(column)
        if (raws := reading.doubtful.get(column)) is not None:
            draft.unsure(
                figure,
                "；".join(dict.fromkeys(raws)),
                say.TWO_COLUMNS() if column in double else say.NEXT_COLUMN(),
                line,
                place,
            )
        elif place is not None and not place.continues:
            draft.put(figure, Figure(clean(place.text)), line, place)
    _add(money, draft, "named", line, name)


def _add(money: Money, draft: Draft, source: FundSource, line: Line, cell: Cell) -> None:
    place = len(money.lines)
    money.lines.append(FundLine(source=source, **draft.finished()))
    money.trace[f"/lines/{place}"] = line.position(cell)
    money.trace.update({f"/lines/{place}{pointer}": where for pointer, where in draft.trace.items()})


def _printed(text: str) -> str:
    return _SPACE.sub("", clean(text))


def _points_in_head(block: Block, slots: Sequence[Slot], money: Money) -> None:
    """Without a weight column a label may declare the points: 得分(20分*执行率), 预算执行情况（10分）."""
    if any(s.key == "weight" for s in slots) or not money.lines or money.lines[0].score is None:
        return
    for s in slots:
        if s.key in ("score", "execution_rate") and s.cell is not None and s.line is not None and label(s.label).points:
            _weight(money, label(s.label).points, s.line, s.cell)
            return
    _points_of_side((*block.sides, *block.header, *block.body), money)


def _points_of_side(lines: Sequence[Line], money: Money) -> None:
    for line in lines:
        printed = label(line.cells[0].text)
        if printed.points and key(line.cells[0].text, "money") == "side":
            _weight(money, printed.points, line, line.cells[0])
            return


def _weight(money: Money, points: str, line: Line, cell: Cell) -> None:
    money.lines[0] = money.lines[0].model_copy(update={"weight": Figure(points)})
    money.trace["/lines/0/weight"] = line.position(cell)


# --- label and number side by side ---


def _pairs(block: Block, money: Money) -> None:
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
                title, found = _printed(name.text), order[column]
                column += 1
            else:
                continue
            draft, _ = drafts.setdefault(title, (Draft(fields={"label": title}), name))
            draft.put("rate" if found == "execution_rate" else found, Figure(clean(value.text)), line, value)
            used += [name, value]
        for draft, cell in drafts.values():
            _add(money, draft, "named", line, cell)
        money.unplaced += [
            unplaced(line, cell, say.NO_PLACE(block=say.MONEY)) for cell in line.filled if cell not in used
        ]
    if money.lines and money.lines[0].score is not None and money.lines[0].weight is None:
        _points_of_side(block.body, money)


def _labelled(line: Line) -> list[tuple[Cell, Cell]]:
    """Each label with the cell behind it; a label of the whole block before another label is passed over."""
    cells = line.cells
    result = []
    for cell, following in pairwise(cells):
        if is_blank(cell.text) or shape(cell.text) in _NUMBERS:
            continue
        if (is_blank(following.text) or shape(following.text) in (*_NUMBERS, Shape.DASH, Shape.MEASURE)) and key(
            cell.text, "money"
        ) != "side":
            result.append((cell, following))
    return result


# --- names ---


def _sources(money: Money) -> None:
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
