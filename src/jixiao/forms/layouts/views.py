"""Facts that are printed in company: a level with its points, a name with its points, a label with its text.

A :class:`Fact` enters, what is printed leaves. A kind of form may have views of its own
(:attr:`jixiao.forms.kinds.Kind.views`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from jixiao.model.classes import dataclass

from ...model import Evaluation
from .facts import is_plain
from .points import points_text, under_one_target, with_points


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact to be printed: its ``record``, the ``holder`` (the item, or the record itself) with its ``number`` in the
    list, and the ``text`` it has by itself. ``points`` tells where declared points are printed.
    """

    record: Any
    holder: Any
    number: int
    text: str
    points: Mapping[tuple[str, int], int]


@dataclass(frozen=True, slots=True)
class Shown:
    """What is printed, and which other fields of the holder stand in it."""

    text: str
    also: tuple[str, ...] = ()


View = Callable[[Fact], Shown]


def _level(field: str) -> View:
    """产出指标, with its declared points in the line below at the first row of the level."""

    def view(fact: Fact) -> Shown:
        place = fact.points.get((field, fact.number))
        return Shown(with_points(fact.text, None if place is None else fact.record.declared[place]))

    return view


def _name_with_points(fact: Fact) -> Shown:
    """培训次数（5分）: the weight of a row behind its name, where every row has one and a name of its own."""
    return (
        Shown(f"{fact.text}（{fact.holder.weight}分）", ("weight",)) if _all_weighted(fact.record) else Shown(fact.text)
    )


def _all_weighted(evaluation: Evaluation) -> bool:
    rows = evaluation.indicators
    joined = any(under_one_target(above, here) for above, here in pairwise(rows))
    return not joined and all(is_plain(row.weight) and row.name for row in rows)


def _points(fact: Fact) -> Shown:
    return Shown(points_text(fact.holder))


def _split(fact: Fact) -> Shown:
    """基本支出, 1072.04 → 其中：基本支出：1072.04 (其中 before the first)."""
    label = fact.holder.label
    lead = "其中：" if fact.number == 0 and not label.startswith("其中") else ""
    return Shown(f"{lead}{label}：{fact.text}")


def _behind_label(fact: Fact) -> Shown:
    """项目负责人：张某 in one cell."""
    return Shown(f"{fact.holder.label}：{fact.text}")


def _in_brackets(fact: Fact) -> Shown:
    """绩效指标 with （90分） in the line below."""
    return Shown(f"{fact.holder.label}\n（{fact.text}）" if fact.text else fact.holder.label)


VIEWS: Mapping[str, View] = {
    "level1": _level("level1"),
    "level2": _level("level2"),
    "name_with_points": _name_with_points,
    "points": _points,
    "split": _split,
    "behind_label": _behind_label,
    "in_brackets": _in_brackets,
}
"""The views that every kind of form has."""
