"""What a record says, as a layout asks for it: values at a path, words with quoted facts, and facts printed in
company.

Records and paths enter, text leaves; nothing here knows rows or columns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ...model import BaseData, DeclaredPoints, Evaluation, Indicator, Record, SpendingLine, SplitItem
from ...model.pointer import resolve

_QUOTED = re.compile(r"\{([^{}]+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


def value_at(record: Any, path: str) -> Any:
    """What stands at a path of the record, ``None`` where it leads nowhere."""
    try:
        return resolve(record, path)
    except LookupError:
        return None


def is_there(record: Any, path: str) -> bool:
    """Whether a path leads to something printed. A star stands for any item of a list: ``/indicators/*/sign``."""
    before, star, after = path.partition("/*")
    if star:
        return any(is_there(item, after) for item in value_at(record, before) or ())
    found = value_at(record, path)
    return found not in (None, ()) or (found is None and doubt_at(record, path)[1] != "")


def doubt_at(record: Any, path: str) -> tuple[str, str]:
    """What stood at a doubtful field and why it was not taken, else two empty texts."""
    parent, _, field = path.rpartition("/")
    holder = value_at(record, parent)
    doubt = holder.doubt(field) if isinstance(holder, Record) else None
    return (doubt.raw, str(doubt.reason)) if doubt else ("", "")


def text_at(record: Any, path: str) -> tuple[str, str]:
    """What is printed for a field, and the reason where it is doubtful."""
    value = value_at(record, path)
    return ("" if value is None else str(value), "") if value is not None else doubt_at(record, path)


@lru_cache(maxsize=256)
def _paths(template: str) -> tuple[str, ...]:
    return tuple(_QUOTED.findall(template))


def words(template: str, record: Any) -> str:
    """Printed words with quoted facts filled in; ``[…]`` vanishes where a fact in it is absent or blank."""
    if "{" not in template:
        return template

    def fill(text: str) -> str:
        return _QUOTED.sub(lambda m: text_at(record, m[1])[0], text)

    def optional(match: re.Match[str]) -> str:
        return fill(match[1]) if all(text_at(record, path)[0] for path in _paths(match[1])) else ""

    return fill(_OPTIONAL.sub(optional, template))


def placed_points(evaluation: Evaluation) -> Mapping[tuple[str, int], DeclaredPoints]:
    """Where declared points are printed: (``level1`` or ``level2``, row) → points; each at the first run of its
    label.
    """
    rows = evaluation.indicators
    result: dict[tuple[str, int], DeclaredPoints] = {}
    for declared in evaluation.declared:
        if not declared.label or declared.points.is_blank:
            continue
        for field in ("level1", "level2"):
            first = next((i for i, row in enumerate(rows) if getattr(row, field) == declared.label), None)
            if first is not None:
                result.setdefault((field, first), declared)
                break
    return result


def unplaced_points(evaluation: Evaluation) -> tuple[int, ...]:
    """Positions of the declared points that no level label prints."""
    placed = list(placed_points(evaluation).values())
    return tuple(i for i, d in enumerate(evaluation.declared) if not any(d is p for p in placed))


def with_points(label: str, declared: DeclaredPoints | None) -> str:
    """产出指标 → 产出指标, and （50分） in the line below, as the forms print it."""
    if declared is None:
        return label
    return f"{label}\n（{points_text(declared)}）"


def points_text(declared: DeclaredPoints) -> str:
    """50 → 50分; blank stays blank."""
    raw = str(declared.points)
    return raw if not raw or declared.points.unit else f"{raw}分"


_SHARED = ("level1", "level2", "name", "sign", "target", "target_unit")


def under_one_target(above: Indicator, here: Indicator) -> bool:
    """Whether two neighbouring rows stand under one merged target: one group, and nothing differs in what they
    share."""
    if here.group is None or here.group != above.group or not here.level1 or not here.level2:
        return False
    same = all(getattr(above, field) == getattr(here, field) for field in _SHARED)
    return same and not any(row.doubt(field) for row in (above, here) for field in _SHARED)


def split_text(item: SplitItem, number: int, shown: str) -> str:
    """基本支出, 1072.04 → 其中：基本支出：1072.04 (其中 before the first)."""
    lead = "其中：" if number == 0 and not item.label.startswith("其中") else ""
    return f"{lead}{item.label}：{shown}"


def outline_text(table: BaseData, line: SpendingLine) -> str:
    """A spending line as printed: indented by its depth, with its number and 其中."""
    by_id = {row.id: row for row in table.lines if row.id}
    depth, parent, seen = 0, line.parent, {line.id}
    while parent and parent in by_id and parent not in seen:
        seen.add(parent)
        depth, parent = depth + 1, by_id[parent].parent
    return "\u3000" * depth + line.number + ("其中：" if line.within else "") + line.label
