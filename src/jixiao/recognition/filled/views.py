"""What was typed into a cell in which a layout prints a fact in company. A text enters; by field, the values leave."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_WITH_POINTS = re.compile(r"(?s)(.*?)\s*[（(]\s*(\d+(?:\.\d+)?)\s*分?\s*[）)]\s*")
_IN_BRACKETS = re.compile(r"(?s).*[（(]([^（）()]*)[）)]\s*")

Typed = Mapping[str, str] | None
"""Field → value; ``None`` where the text cannot be told apart."""


def typed(view: str, name: str, text: str) -> Typed:
    """The values of the fields that a cell prints: ``name`` is the field it is of."""
    return _VIEWS[view](name, text) if view in _VIEWS else {name: text}


def _name_with_points(name: str, text: str) -> Typed:
    """培训次数（5分）: name and weight."""
    found = _WITH_POINTS.fullmatch(text)
    return {name: text} if found is None else {name: found[1], "weight": found[2]}


def _level(name: str, text: str) -> Typed:
    """产出指标（50分）: points of a level are not laid down here."""
    found = _WITH_POINTS.fullmatch(text)
    return {name: text if found is None else found[1]}


def _behind_colon(name: str, text: str) -> Typed:
    """基本支出：1072.04, 项目负责人：张某."""
    _, colon, rest = (
        text.replace(":", "：").rpartition("：") if name == "amount" else text.replace(":", "：").partition("：")
    )
    return {name: rest.strip()} if colon else None


def _in_brackets(name: str, text: str) -> Typed:
    found = _IN_BRACKETS.fullmatch(text)
    return None if found is None else {name: found[1]}


def _points(name: str, text: str) -> Typed:
    return {name: text.removesuffix("分").strip()}


_VIEWS: Mapping[str, Callable[[str, str], Typed]] = {
    "name_with_points": _name_with_points,
    "level1": _level,
    "level2": _level,
    "split": _behind_colon,
    "behind_label": _behind_colon,
    "in_brackets": _in_brackets,
    "points": _points,
    "outline": lambda name, text: None,
}
