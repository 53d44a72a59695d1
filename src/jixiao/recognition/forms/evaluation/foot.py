"""The foot of an evaluation table: 总分, conclusion, problems, measures, notes and signatures.

Rows enter; fields enter the evaluation's draft, the rest becomes ``extra``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from jixiao.forms.labels import exact_key, key, label, level_kind, normal
from jixiao.model import Cell, Extra, Figure, Unplaced
from jixiao.values.pattern import lazy

from ... import messages as say
from ...tables.align import Slot
from ...tables.draft import Draft, unplaced
from ...tables.lines import Line, clean, is_blank
from ...tables.pairs import split_cell
from ...tables.shapes import Shape, shape

_IN_ONE = lazy(r"(?:总分|合计|总计|总得分|自评总分|得分合计)[::](\d+(?:\.\d+)?)分?")
_BRACKETED = lazy(r"[（(]([^（）()]{2,12})[)）]\s*[:：]?\s*(.{1,20})")
_SUM_WORD = lazy(
    r"(?:自评|自我|评价|综合|绩效|项目|单位|部门|指标|本次|最终|总体|考评|考核|年度|总|合计|共计|得|评|分数|分值|分|计)+"
)
_PLAIN = {"conclusion": "conclusion", "problems": "problems", "measures": "measures"}
_NUMBERS = frozenset((Shape.NUMBER, Shape.POINTS, Shape.PERCENT))


def read_foot(
    lines: Sequence[Line], draft: Draft, slots: Sequence[Slot], extra: list[tuple[Extra, Line, Cell]]
) -> list[Unplaced]:
    """Fill the draft; gives what found no place. ``slots`` are the columns of the indicators above."""
    lost: list[Unplaced] = []
    points_from = min((s.start for s in slots if s.key in _NAME and s.start >= 0), default=-1)
    waiting = ""
    for line in lines:
        filled = line.filled
        first = filled[0]
        found = exact_key(first.text, "foot")
        if waiting and not found and len(filled) == 1 and split_cell(first.text) is None:
            draft.put(waiting, clean(first.text), line, first)
            waiting = ""
            continue
        waiting = ""
        whole = draft.has("total") and draft.has("total_weight")
        if not whole and (found == "total" or is_sum(line, lambda: points_from)):
            _total(line, draft, slots)
            last = filled[-1]
            if last is not first and shape(last.text) == Shape.SHORT and not key(last.text, "indicators"):
                name, text = _remark(last.text) or ("总分", clean(last.text))
                extra.append((Extra(label=name, text=text), line, last))
        elif (match := _IN_ONE.fullmatch(normal(first.text))) is not None and len(filled) == 1:
            draft.put("total", Figure(match[1]), line, first)
        elif found in _PLAIN and not draft.has(found):
            if len(filled) == 1 and all(cell is first for cell in line.cells):
                waiting = found
            else:
                _text(found, line, draft)
        else:
            _pairs(line, draft, extra, lost)
    return lost


def _remark(text: str) -> tuple[str, str] | None:
    """What closes the row of the total, with its label: 自评等级：优, （自评等级）优."""
    if (bracketed := _BRACKETED.fullmatch(clean(text))) is not None:
        return bracketed[1].strip(), bracketed[2].strip()
    return split_cell(text.strip().strip("（()）"))


def _text(name: str, line: Line, draft: Draft) -> None:
    behind = line.filled[1:]
    cell = behind[0] if behind else next(cell for cell in line.cells if cell is not line.filled[0])
    draft.put(name, "\n".join(clean(c.text) for c in behind), line, cell)


def _pairs(line: Line, draft: Draft, extra: list[tuple[Extra, Line, Cell]], lost: list[Unplaced]) -> None:
    """Labels with their texts, in cells of their own or in one."""
    filled = line.filled
    i = 0
    while i < len(filled):
        cell = filled[i]
        i += 1
        parts = split_cell(cell.text)
        own = exact_key(cell.text, "foot") or (len(filled) == 2 and i == 1)
        if own and (parts is None or not parts[1]):
            behind: list[Cell] = []
            while i < len(filled) and not exact_key(filled[i].text, "foot"):
                behind.append(filled[i])
                i += 1
            text = "\n".join(clean(c.text) for c in behind)
            extra.append((Extra(label=label(cell.text).text, text=text), line, behind[0] if behind else cell))
        elif parts is not None and len(parts[0]) <= 20:
            found = exact_key(parts[0], "foot")
            if found in _PLAIN and not draft.has(found):
                draft.put(found, parts[1], line, cell)
            else:
                extra.append((Extra(label=label(parts[0]).text, text=parts[1]), line, cell))
        elif (note := re.match(r"(?:填表|填报)?(?:说明|备注|注)", clean(cell.text))) is not None:
            extra.append((Extra(label=note[0], text=clean(cell.text)[note.end() :].lstrip("：:.、 ")), line, cell))
        else:
            lost.append(unplaced(line, cell, say.NO_NAME(block=say.FOOT)))


# --- 总分 ---


def _total(line: Line, draft: Draft, slots: Sequence[Slot]) -> None:
    """总分 | 100 | 96.72 in any arrangement. Told by the columns above where they agree, else by order; what
    stays open is a doubt.
    """
    first, *rest = line.filled
    points = label(first.text).points
    if points and not draft.has("total_weight"):
        draft.put("total_weight", Figure(points), line, first)
    numbers = [cell for cell in rest if shape(cell.text) in _NUMBERS]
    named = [s.key for s in slots if s.key in ("weight", "score", "audit_score")]
    blanks = [cell for cell in line.cells if cell.index > first.index and is_blank(cell.text) and not cell.continues]
    if points and len(numbers) == 1:
        draft.put("total", Figure(clean(numbers[0].text)), line, numbers[0])
        return
    wanted = [name for name in ("total_weight", "total", "audit_total") if _COLUMN[name] in named]
    if len(numbers) == len(wanted) + 1 and "weight" not in named and Figure(clean(numbers[0].text)).value == 100:
        named = ["weight", *named]
        wanted = ["total_weight", *wanted]
    by_grid = _by_grid(line, numbers, slots)
    if len(numbers) == len(wanted) and numbers:
        order = [_NAME[name] for name in named]
        for name, cell in zip(order, numbers, strict=False):
            draft.put(name, Figure(clean(cell.text)), line, cell)
        return
    if by_grid is not None and by_grid:
        for name, cell in by_grid:
            draft.put(name, Figure(clean(cell.text)), line, cell)
        for cell in blanks:
            _blank_by_grid(line, cell, slots, draft)
        return
    if len(numbers) == 1 and len(named) <= 1 and "weight" not in named:
        draft.put("total", Figure(clean(numbers[0].text)), line, numbers[0])
    elif len(numbers) == 1:
        _lone_number(line, numbers[0], blanks, draft)
    elif len(numbers) == 2 and len(wanted) < 2:
        for name, cell in zip(("total_weight", "total"), numbers, strict=True):
            draft.put(name, Figure(clean(cell.text)), line, cell)
    elif numbers:
        raw = "；".join(clean(cell.text) for cell in numbers)
        for name in dict.fromkeys(("total", *wanted)):
            draft.unsure(name, raw, say.WHICH_IS_TOTAL(), line, numbers[-1])
    elif blanks and not draft.has("total"):
        draft.put("total", Figure(""), line, blanks[-1])


_COLUMN = {"total_weight": "weight", "total": "score", "audit_total": "audit_score"}
_NAME = {column: name for name, column in _COLUMN.items()}


def _lone_number(line: Line, cell: Cell, blanks: list[Cell], draft: Draft) -> None:
    """One number where points and score are expected: told by the empty cell beside it."""
    before = any(blank.index < cell.index for blank in blanks)
    after = any(blank.index > cell.index for blank in blanks)
    value = Figure(clean(cell.text))
    if after and not before and value.value == 100:
        draft.put("total_weight", value, line, cell)
        draft.put("total", Figure(""), line, next(blank for blank in blanks if blank.index > cell.index))
    elif value.value != 100:
        draft.put("total", value, line, cell)
    else:
        draft.unsure("total", value.raw, say.WEIGHT_OR_SCORE(), line, cell)


def _by_grid(line: Line, numbers: list[Cell], slots: Sequence[Slot]) -> list[tuple[str, Cell]] | None:
    """Numbers under the columns of weight, score and audit score, if each stands exactly under one."""
    if not line.grid:
        return None
    found: list[tuple[str, Cell]] = []
    for cell in numbers:
        under = [s for s in slots if s.key in _NAME and s.start >= 0 and s.start <= cell.column < s.end]
        if len(under) != 1 or cell.column + cell.span < under[0].end:
            return None
        found.append((_NAME[under[0].key], cell))
    return found if len({name for name, _ in found}) == len(found) else None


def _blank_by_grid(line: Line, cell: Cell, slots: Sequence[Slot], draft: Draft) -> None:
    for s in slots:
        if s.key in _NAME and s.start == cell.column and not draft.has(_NAME[s.key]):
            draft.put(_NAME[s.key], Figure(""), line, cell)


def is_total(line: Line) -> bool:
    """Whether the row is the one of the total."""
    filled = line.filled
    return bool(filled) and (key(filled[0].text, "foot") == "total" or is_sum(line))


def is_sum(line: Line, points_from: Callable[[], int] = lambda: -1) -> bool:
    """Whether a row has the shape of a total: one label, and behind it figures alone, a remark at most closing it. Its
    word may be of no list (自评得分); one that does not speak of points must stand over all columns of words, and full
    points behind it under the weights and scores, which begin in grid column ``points_from``.
    """
    first, *rest = line.filled or (None,)
    if first is None or not rest or len(rest) > 5 or not _is_word(first.text):
        return False
    figures = [cell for cell in rest if shape(cell.text) in _NUMBERS]
    others = [cell for cell in rest if cell not in figures and shape(cell.text) != Shape.DASH]
    if not figures or len(figures) > 3 or others not in ([], [rest[-1]]):
        return False
    if others and shape(others[0].text) != Shape.SHORT:
        return False
    if line.grid and first.span < 2 and len(line.cells) > 3:
        return False
    if _SUM_WORD.fullmatch(normal(first.text)):
        return True
    full = Figure(clean(figures[0].text)).value == 100
    over = full and len(figures) > 1 and first.column == 0 and first.span > 2
    return over and 0 < points_from() <= figures[0].column


def _is_word(text: str) -> bool:
    return shape(text) == Shape.SHORT and not level_kind(text) and len(normal(text)) <= 12
