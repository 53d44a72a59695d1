"""The columns of the money block: what its header says, mended by what stands below.

A block and the columns of its header enter; its slots leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jixiao.forms.labels import exact_key, label

from ...tables.align import Slot
from ...tables.columns import path_key, slot_under, with_single_keys
from ...tables.header import Column
from ...tables.lines import Line, is_blank
from .blocks import TableBlock
from .headers import MONEY_UNDER

_WEAK = {
    "revised_budget": frozenset(("预算数", "预算数(A)", "预算金额", "预算数（A）")),
    "outturn": frozenset(("支出数", "决算数")),
    "explanation": frozenset(("备注", "说明")),
}


def money_slots(block: TableBlock, found: Sequence[Column]) -> tuple[list[Slot], set[str]]:
    """The columns of the block, and the keys that two of them claim: the name of the block, the names of the funds, and
    what stands behind them.
    """
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
    return with_single_keys([*leading, *_budgets(columns)], "money", _WEAK)


def _leading(rows: Sequence[Line], top: Line) -> int:
    """How many columns hold the names of the funds, by what stands below: also under a head like 年度预算数(万元)."""
    alike = [line for line in rows if len(line.cells) == len(top.cells)]
    for place in (2, 1):
        below = [line.cells[place].text for line in alike if place < len(line.cells)]
        said = [text for text in below if not is_blank(text)]
        if said and all(exact_key(text, "fund") for text in said):
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
