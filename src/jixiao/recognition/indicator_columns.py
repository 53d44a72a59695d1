"""The columns of the indicator block: what its header says, mended by what stands below.

A block enters; its slots leave, the levels and the parts of a target (sign, value, unit) among them also where the
header names fewer columns than the rows have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jixiao.forms.labels import key, label, words
from jixiao.model import Cell

from .align import Slot
from .blocks import Block
from .columns import nested, settled, slot
from .grid import Line, is_blank
from .shapes import Shape, shape

_PARENTS = {"sign": "target", "unit": "target", "audit_score": "score"}
_WEAK = {
    "explanation": frozenset(("备注", "说明", "情况说明", "原因说明", "得分说明")),
    "actual": frozenset(("完成情况", "实际完成情况", "年度完成情况", "指标完成情况", "全年实际完成情况")),
    "score": frozenset(("评分",)),
}


def indicator_slots(block: Block) -> tuple[list[Slot], set[str]]:
    """The columns of the block, and the keys that two columns claim."""
    top, *below = block.header
    slots = [_slot(top, cell, place) for place, cell in enumerate(top.cells)]
    for line in below:
        slots = nested(slots, line, "indicators", _PARENTS)
    slots = _with_parts(_with_levels(slots), block.body)
    if slots[0].key != "side":
        slots.insert(0, Slot("side", optional=True))
    return settled(slots, "indicators", _WEAK)


def _slot(line: Line, cell: Cell, place: int) -> Slot:
    if cell.continues or is_blank(cell.text):
        return slot(line, cell, "spacer" if place else "side", optional=True)
    found = key(cell.text, "indicators") or "unknown"
    found = {"standard": "unknown", "number": "number"}.get(found, found)
    if found == "side" and cell is not line.filled[0]:
        found = "actual" if label(cell.text).text in words("indicators", "actual") else "name"
    return slot(line, cell, found, optional=found == "side")


def _with_levels(slots: list[Slot]) -> list[Slot]:
    """Headers that name fewer levels than their rows have: one label over all levels, or names in the second
    level.
    """
    keys = [s.key for s in slots]
    if "name" not in keys:
        for lowest in ("level2", "level1"):
            if lowest in keys:
                place = keys.index(lowest)
                slots[place] = replace(slots[place], key="name")
                return slots
        place = keys.index("side") if "side" in keys else 0
        slots[place : place + 1] = [
            Slot("side", optional=True),
            Slot("level1", optional=True),
            Slot("level2", optional=True),
            Slot("name", slots[place].label, cell=slots[place].cell, line=slots[place].line),
        ]
    elif "level1" not in keys and "level2" not in keys:
        place = keys.index("name")
        slots[place] = replace(slots[place], start=-1, end=-1)
        slots[place:place] = [Slot("level1", optional=True), Slot("level2", optional=True)]
    return slots


def _with_parts(slots: list[Slot], rows: Sequence[Line]) -> list[Slot]:
    """The target in three columns, sign, value and unit, where the rows below have them and the header names
    only one.
    """
    keys = [s.key for s in slots]
    if "sign" in keys or keys.count("target") != 1 or not _has_signs(rows):
        return slots
    place = keys.index("target")
    whole = replace(slots[place], start=-1, end=-1, cell=None)
    return [
        *slots[:place],
        replace(whole, key="sign"),
        whole,
        replace(whole, key="unit", optional=True),
        *slots[place + 1 :],
    ]


def _has_signs(rows: Sequence[Line]) -> bool:
    """Whether most rows have a cell that holds a sign and nothing else."""
    signs = sum(1 for line in rows if any(shape(cell.text) == Shape.SIGN for cell in line.filled))
    return bool(rows) and signs * 2 > len(rows)
