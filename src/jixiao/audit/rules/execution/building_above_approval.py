"""EX207: a building is larger or dearer than approved."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import BaseData, Finding, Held, Severity

_PAIRS = (
    ("scale", "actual_scale", "approved_scale"),
    ("investment", "actual_investment", "budget_investment"),
)


@rule(
    "EX207",
    "building-above-approval",
    title="楼堂馆所超规模或超投资",
    severity=Severity.WARNING,
    basis="legal.buildings",
    since="0.1",
    zh={
        "scale": "实际规模 {actual}，超过批复规模 {approved}",
        "investment": "实际投资 {actual}，超过预算投资 {approved}",
    },
    en={
        "scale": "the actual scale {actual} exceeds the approved scale {approved}",
        "investment": "the actual investment {actual} exceeds the budgeted investment {approved}",
    },
)
def building_above_approval(base: BaseData) -> Iterator[Outcome]:
    """实际规模、实际投资不应超过批复的规模和投资。

    为什么重要：楼堂馆所超规模、超概算属于明令禁止的事项，必须有调整批复。
    怎样修改：核对批复文件；有调整批复的，按调整后的数填；没有的，说明原因和处理情况。
    何时不适用：当年没有完工项目；批复栏为 0 或空白的。
    """
    for number, building in enumerate(base.buildings):
        for variant, actual_field, approved_field in _PAIRS:
            actual, approved = getattr(building, actual_field), getattr(building, approved_field)
            if actual is None or approved is None or actual.value is None or not approved.value:
                continue
            at = f"/buildings/{number}/{actual_field}"
            if actual.value <= approved.value:
                yield Held(at)
            else:
                yield Finding(
                    at=at,
                    evidence=(f"/buildings/{number}/{approved_field}",),
                    values={"actual": actual, "approved": approved},
                    variant=variant,
                )
