"""Points that a form prints at its levels, and rows that stand under one target.

An evaluation enters; where its declared points belong, and which rows are joined, leave.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...model import DeclaredPoints, Evaluation, Indicator

_SHARED = ("level1", "level2", "name", "sign", "target", "target_unit")


def placed_points(evaluation: Evaluation) -> Mapping[tuple[str, int], int]:
    """Where declared points are printed: (``level1`` or ``level2``, row) → their place in the list; each at the first
    run of its label.
    """
    rows = evaluation.indicators
    result: dict[tuple[str, int], int] = {}
    for place, declared in enumerate(evaluation.declared):
        if not declared.label or declared.points.is_blank:
            continue
        for field in ("level1", "level2"):
            first = next((i for i, row in enumerate(rows) if getattr(row, field) == declared.label), None)
            if first is not None:
                result.setdefault((field, first), place)
                break
    return result


def unplaced_points(evaluation: Evaluation) -> tuple[int, ...]:
    """Positions of the declared points that no level prints."""
    placed = set(placed_points(evaluation).values())
    return tuple(i for i in range(len(evaluation.declared)) if i not in placed)


def with_points(label: str, declared: DeclaredPoints | None) -> str:
    """产出指标 → 产出指标, and （50分） in the line below, as the forms print it."""
    return label if declared is None else f"{label}\n（{points_text(declared)}）"


def points_text(declared: DeclaredPoints) -> str:
    """50 → 50分; blank stays blank."""
    raw = str(declared.points)
    return raw if not raw or declared.points.unit else f"{raw}分"


def under_one_target(above: Indicator, here: Indicator) -> bool:
    """Whether two neighbouring rows stand under one merged target: one group, and nothing differs in what they
    share."""
    if here.group is None or here.group != above.group or not here.level1 or not here.level2:
        return False
    same = all(getattr(above, field) == getattr(here, field) for field in _SHARED)
    return same and not any(row.doubt(field) for row in (above, here) for field in _SHARED)


def numbered_groups(rows: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """Groups as paper shows them: rows under one merged target are g1, g2 … in order; a group that is not one is
    none.
    """
    joined = [i > 0 and under_one_target(rows[i - 1], row) for i, row in enumerate(rows)] + [False]
    result, count = [], 0
    for i, row in enumerate(rows):
        count += not joined[i] and joined[i + 1]
        group = f"g{count}" if joined[i] or joined[i + 1] else None
        result.append(row if row.group == group else row.model_copy(update={"group": group}))
    return tuple(result)
