"""The columns of the indicator block: what its header says, mended by what stands below.

A block enters; its slots leave, the levels and the parts of a target (sign, value, unit) among them also where the
header names fewer columns than the rows have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jixiao.forms.labels import label, words

from ...tables.align import Slot
from ...tables.columns import path_key, slot_under, with_single_keys
from ...tables.header import Column, header_columns
from ...tables.lines import Line, is_blank
from ...tables.shapes import Shape, shape
from .blocks import TableBlock
from .headers import INDICATORS_UNDER, indicator_suits

_WEAK = {
    "explanation": frozenset(("备注", "说明", "情况说明", "原因说明", "得分说明")),
    "actual": frozenset(("完成情况", "实际完成情况", "年度完成情况", "指标完成情况", "全年实际完成情况")),
    "score": frozenset(("评分",)),
}


def indicator_slots(block: TableBlock) -> tuple[list[Slot], set[str]]:
    """The columns of the block, and the names of those of which two may be the same. Where it cannot be told which
    label stands over which column, none is known.
    """
    first = block.header[0].filled[0]
    found = header_columns(block.header, indicator_suits)
    if not all(column.sure for column in found):
        return [], set()
    slots = [_slot(column, place, column.cells[0] is first) for place, column in enumerate(found)]
    slots = _with_parts(_with_levels(slots), block.body)
    if slots[0].key != "side":
        slots.insert(0, Slot("side", optional=True))
    return with_single_keys(_level_points(slots), "indicators", _WEAK)


def _slot(column: Column, place: int, first: bool) -> Slot:
    if is_blank(column.cell.text):
        return slot_under(column, "spacer" if place else "side", optional=True)
    found = path_key(column.path, "indicators", INDICATORS_UNDER) or "unknown"
    found = {"standard": "unknown"}.get(found, found)
    if found == "side" and not first:
        found = "actual" if label(column.cell.text).text in words("indicators", "actual") else "name"
    return slot_under(column, found, optional=found == "side")


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


def _level_points(slots: list[Slot]) -> list[Slot]:
    """Points that stand between the levels, before the name, are those of the level before them. Behind the last level
    they may be the weights of the rows, where no other column is: the rows will tell.
    """
    keys = [s.key for s in slots]
    result = list(slots)
    for place in range(1, keys.index("name") if "name" in keys else 0):
        before = [found for found in keys[:place] if found in ("level1", "level2")]
        if keys[place] == "weight" and before:
            result[place] = replace(slots[place], key=f"{before[-1]}_points")
    return result
