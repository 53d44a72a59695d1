"""What the labels of one row of an evaluation table say: asked once for each row, whoever wants to know.

A row enters; its :class:`Signs` leave.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from jixiao.forms.labels import exact_key, key, label, level_kind, words

from ...tables.lines import Line, once
from ...tables.shapes import FIGURES, shape

MONEY = frozenset(("initial_budget", "revised_budget", "budget_adjustment", "outturn", "execution_rate"))
"""Columns of the money that stand in no other block."""
COLUMNS = frozenset(
    ("level1", "level2", "name", "target", "actual", "sign", "unit", "weight", "score", "audit_score", "explanation")
)
"""Columns of the indicators."""
_LEVELS = frozenset(("level1", "level2", "name"))
_NAMES = ("project_name", "unit_name")
_TASK = re.compile(
    r"(?:年度)?(?:主要|重点|工作|履职)?(?:任务|工作|职责)(?:名称|内容|事项)|主要内容|具体内容|工作任务|重点工作"
)


class Signs(NamedTuple):
    """What a row says by its labels.

    ``columns`` is what each filled cell names as a column of the indicators, and ``money`` what the row names as
    columns of the money; the row is a header of theirs where ``indicators`` or ``is_money`` says so. ``is_tasks``: the
    columns of a list of the year's tasks. ``names``: a project's or unit's name is asked for in front. ``has_level``: a
    level of the indicators stands in front.
    """

    columns: tuple[str, ...]
    is_indicators: bool
    money: frozenset[str]
    is_money: bool
    is_tasks: bool
    names: bool
    has_level: bool


@once
def signs(line: Line) -> Signs:
    """The signs of a row."""
    filled = line.filled
    said = [_said(cell.text) for cell in filled]
    columns = _columns(line, [one.column for one in said])
    money = MONEY.intersection([one.money for one in said])
    is_task = names = has_level = False
    for place, one in enumerate(said):  # one loop: every row of every table is asked
        is_task = is_task or one.is_task
        names = names or (one.names and place < 2)
        has_level = has_level or (one.is_level and place < 3)
    tasks = len(filled) >= 3 and is_task
    return Signs(
        columns,
        len(filled) >= 3 and _are_indicators(columns),
        money,
        len(money) >= 2 and not tasks and sum(shape(cell.text) in FIGURES for cell in filled) * 2 <= len(money),
        tasks,
        names,
        has_level,
    )


class _Said(NamedTuple):
    """What one cell's text means wherever it could stand."""

    column: str
    money: str
    is_task: bool
    names: bool
    is_level: bool


@lru_cache(maxsize=16384)
def _said(text: str) -> _Said:
    return _Said(
        key(text, "indicators"),
        key(text, "money"),
        bool(_TASK.fullmatch(label(text).bare)),
        exact_key(text, "head") in _NAMES,
        bool(level_kind(text)),
    )


def _columns(line: Line, keys: list[str]) -> tuple[str, ...]:
    """指标完成情况 is the block's name in front, and a column behind other labels."""
    if "side" in keys[1:]:
        actual = words("indicators", "actual")
        for place, cell in enumerate(line.filled):
            if place and keys[place] == "side" and label(cell.text).text in actual:
                keys[place] = "actual"
    return tuple(keys)


def _are_indicators(keys: tuple[str, ...]) -> bool:
    found = COLUMNS.intersection(keys)
    named = found & _LEVELS
    if len(found) < 3 and not (len(found) == 2 and "side" in keys and {"target", "actual"} <= found):
        return False
    if not named and "side" not in keys:
        return False
    if not (found & {"target", "actual"} or len(named) == 3):
        return False
    return sum(1 for found_key in keys if found_key) * 5 >= len(keys) * 3
