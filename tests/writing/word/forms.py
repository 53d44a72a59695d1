"""Forms of any length, with the texts that such forms have."""

from __future__ import annotations

import random

from jixiao.forms.layouts import Layout
from jixiao.model import Dossier, Evaluation, Indicator
from tests.writing.in_layouts import evaluation

_LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}
_NAMES = ("渡口巡查次数", "航标维护里程", "浮标整修合格率", "船艇检修按时完成率", "一般事故发生率", "过渡群众满意度")
_TARGETS = ("95%", "300余台次", "2024年12月31日前", "120万元", "100%", "96.72%")
_ACTUALS = ("97.35%", "312台次", "2024年12月20日完成", "118.60万元", "100%", "96.72%")
_REASONS = ("", "", "", "", "汛期延后，已于次年一月完成", "")
_SCORES = ("3", "2.5", "3.87", "96.72")


def form(layout: Layout, count: int, **changes: str) -> Dossier:
    """A dossier that holds one form with so many indicators."""
    filled = evaluation(random.Random(1), layout, rough=False)
    split = any(row.sign is not None for row in filled.indicators)
    slots = [(first, second) for first, seconds in _LEVELS.items() for second in seconds]
    order = sorted(slots[number % len(slots)] + (number,) for number in range(count))
    order.sort(key=lambda one: slots.index(one[:2]))
    rows = tuple(_row(first, second, number, split=split) for first, second, number in order)
    changed = filled.model_copy(update={"indicators": rows, "declared": (), "extra": (), **changes})
    return Dossier(unit="某单位", year=2024, records=(Evaluation.model_validate(changed.model_dump(exclude={"id"})),))


def _row(level1: str, level2: str, number: int, *, split: bool) -> Indicator:
    target = {"sign": "≥", "target_unit": ""} if split else {}
    return Indicator.model_validate(
        {
            "level1": level1,
            "level2": level2,
            "name": f"{_NAMES[number % 6]}{number}",
            "target": _TARGETS[number % 6],
            **target,
            "actual": _ACTUALS[number % 6],
            "weight": _SCORES[number % 3],
            "score": _SCORES[number % 4],
            "explanation": _REASONS[number % 6],
        }
    )
