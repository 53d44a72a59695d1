"""EX207: a building is larger or dearer than approved."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import BaseData, Finding, Severity

_PAIRS = (
    ("actual_scale", "approved_scale", "实际规模", "批复规模", "actual scale", "approved scale"),
    ("actual_investment", "budget_investment", "实际投资", "预算投资", "actual investment", "budgeted investment"),
)


@rule(
    "EX207",
    "building-above-approval",
    title="楼堂馆所超规模或超投资",
    severity=Severity.WARNING,
    basis="execution.control_rates",
    since="0.1",
    zh="{what} {actual}，超过{limit} {approved}",
    en="the {what_en} {actual} exceeds the {limit_en} {approved}",
)
def building_above_approval(base: BaseData) -> Iterator[Outcome]:
    """实际规模、实际投资不应超过批复的规模和投资。

    为什么重要：楼堂馆所超规模、超概算属于明令禁止的事项，必须有调整批复。
    怎样修改：核对批复文件；有调整批复的，按调整后的数填；没有的，说明原因和处理情况。
    何时不适用：当年没有完工项目；批复栏为 0 或空白的。
    """
    for number, building in enumerate(base.buildings):
        for actual_field, approved_field, what, limit, what_en, limit_en in _PAIRS:
            actual, approved = getattr(building, actual_field), getattr(building, approved_field)
            if actual is None or approved is None or actual.value is None or not approved.value:
                continue
            if actual.value > approved.value:
                yield Finding(
                    at=f"/buildings/{number}/{actual_field}",
                    related=(f"/buildings/{number}/{approved_field}",),
                    values={
                        "what": what,
                        "limit": limit,
                        "what_en": what_en,
                        "limit_en": limit_en,
                        "actual": actual,
                        "approved": approved,
                    },
                )
