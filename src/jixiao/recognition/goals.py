"""The goals of the year: 预期目标 and 实际完成情况, side by side over their texts, or each before its text.

Rows enter; ``goal_expected`` and ``goal_actual`` enter the evaluation's draft. Line breaks of the texts stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.forms.labels import exact_key, label
from jixiao.model import Cell, Extra, Unplaced

from .align import Slot, align
from .columns import slot
from .draft import Draft, unplaced
from .grid import Line, clean, is_blank

_LABEL = re.compile(r"[^，。；,;]{2,14}(?:内容|概述|概况|情况|名称|说明|依据|进展|措施|问题|单位|部门|时间|日期)")
_FIELD = {"expected": "goal_expected", "actual": "goal_actual"}


def read_goals(lines: Sequence[Line], draft: Draft, extra: list[tuple[Extra, Line, Cell]]) -> list[Unplaced]:
    """Fill the draft; gives what found no place."""
    lost: list[Unplaced] = []
    slots: list[Slot] = []
    pending: list[Line] = []
    for line in lines:
        labels = [(cell, exact_key(cell.text, "goals")) for cell in line.filled]
        named = [(cell, found) for cell, found in labels if found in _FIELD]
        if named and _is_header(line, named, labels):
            _texts(slots, pending, draft, lost)
            slots, pending = _slots(line, named), []
            strange = [cell for cell, found in labels[1:] if not found]
            lost += [unplaced(line, cell, "总体目标的表头里不认识的一格") for cell in strange]
        elif named and slots and not pending and _is_side(line, named):
            pending.append(line)
        elif named:
            _texts(slots, pending, draft, lost)
            slots, pending = [], []
            _beside(line, named[-1][0], named[-1][1], draft, extra, lost)
        elif slots and (not pending or (line.signature == pending[0].signature and not _is_pair(line))):
            pending.append(line)
        else:
            _other(line, extra, lost)
    _texts(slots, pending, draft, lost)
    return lost


def _is_pair(line: Line) -> bool:
    """A label of something else with its text (项目实施内容 | …), and not one more goal."""
    return len(line.filled) == 2 and _LABEL.fullmatch(label(line.filled[0].text).text) is not None


def _is_side(line: Line, named: list[tuple[Cell, str]]) -> bool:
    """Below the labels: the name of the block (年度目标) and behind it the text of each."""
    return len(line.cells) > 2 and len(named) == 1 and named[0][0] is line.cells[0]


def _is_header(line: Line, named: list[tuple[Cell, str]], labels: list[tuple[Cell, str]]) -> bool:
    """Only labels stand in the row, and none has an empty cell for its own text (标签 | 空)."""
    last = labels[-1]
    if last[0] is not named[-1][0]:
        return False
    if len({found for _, found in named}) == 2:
        return True
    following = [cell for cell in line.cells if cell.index > last[0].index]
    return len(labels) > 1 and not following


def _slots(line: Line, named: list[tuple[Cell, str]]) -> list[Slot]:
    """The last label of each kind; an earlier one of the same kind names the block."""
    last: dict[str, Cell] = {found: cell for cell, found in named}
    columns = sorted(last.items(), key=lambda item: item[1].index)
    marked = []
    for found, cell in columns:
        s = slot(line, cell, "text")
        marked.append(Slot("text", found, s.start, s.end, False, cell, line))
    return [Slot("side", optional=True), *marked]


def _texts(slots: list[Slot], rows: list[Line], draft: Draft, lost: list[Unplaced]) -> None:
    """The texts under the labels; further rows of the same build go on in the same fields."""
    if not slots:
        return
    parts: dict[str, list[tuple[str, Line, Cell]]] = {}
    for line in rows:
        cells = (
            [cell for cell in line.cells if not cell.continues]
            if len(line.cells) > len(slots) - 1
            else list(line.cells)
        )
        alignment = align(slots, [line])
        for i, (cell, place) in enumerate(zip(line.cells, alignment.slots, strict=True)):
            if place is None:
                if not is_blank(cell.text) and cell in cells:
                    lost.append(unplaced(line, cell, "总体目标里的一格，无法对应"))
            elif slots[place].key == "side":
                if not is_blank(cell.text) and not exact_key(cell.text, "goals"):
                    lost.append(unplaced(line, cell, "总体目标里的一格，无法对应"))
            else:
                name = _FIELD[slots[place].label]
                if alignment.rivals[i] and not is_blank(cell.text) and len(line.cells) < len(slots) - 1:
                    draft.unsure(name, clean(cell.text), "这一格可能是目标，也可能是完成情况", line, cell)
                else:
                    parts.setdefault(name, []).append((clean(cell.text), line, cell))
    for s in slots[1:]:
        name = _FIELD[s.label]
        found = parts.get(name, [])
        if found and not draft.has(name):
            draft.put(name, "\n".join(text for text, _, _ in found if text), found[0][1], found[0][2])


def _beside(
    line: Line, name: Cell, found: str, draft: Draft, extra: list[tuple[Extra, Line, Cell]], lost: list[Unplaced]
) -> None:
    """A label with its text to the right."""
    behind = [cell for cell in line.cells if cell.index > name.index]
    filled = [cell for cell in behind if not is_blank(cell.text)]
    if len(filled) > 1:
        lost += [unplaced(line, cell, "总体目标里的一格，无法对应") for cell in filled]
    elif behind and not draft.has(_FIELD[found]):
        cell = filled[0] if filled else behind[0]
        draft.put(_FIELD[found], clean(cell.text), line, cell)
    elif filled:
        extra.append((Extra(label=label(name.text).text, text=clean(filled[0].text)), line, filled[0]))


def _other(line: Line, extra: list[tuple[Extra, Line, Cell]], lost: list[Unplaced]) -> None:
    filled = line.filled
    if len(filled) == 2 and len(clean(filled[0].text)) <= 30:
        extra.append((Extra(label=label(filled[-2].text).text, text=clean(filled[-1].text)), line, filled[-1]))
    else:
        lost += [unplaced(line, cell, "总体目标里的一格，无法对应") for cell in filled]
