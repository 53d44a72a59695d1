"""Every way of scoring that a policy may choose has its words, also those that no shipped policy chooses yet."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest

from jixiao.policy import (
    Execution,
    Inverse,
    NotApplicableRule,
    OverTarget,
    Policy,
    Positive,
    Rounding,
    Satisfaction,
    Step,
    Steps,
    Total,
    resolve,
)

from .generating import generate

LADDER = Steps((Step(Decimal(90), Decimal(1)), Step(Decimal(80), Decimal("0.85"))))

CLIMBED = "达到 90% 得分值的 100%；达到 80% 得分值的 85%；更低不得分"


@pytest.mark.parametrize(
    ("key", "part", "said"),
    [
        ("execution.formula", Execution("steps", LADDER), f"按执行率分档：{CLIMBED}"),
        ("positive.formula", Positive("all_or_nothing"), "没有达到指标值不得分"),
        (
            "positive.formula",
            Positive("proportional", Decimal("0.6")),
            "完成值÷指标值×分值；完成不到指标值的 60% 不得分",
        ),
        ("inverse.formula", Inverse("hyperbola"), "指标值÷完成值×分值"),
        ("inverse.formula", Inverse("linear"), "[1－(完成值－指标值)÷指标值]×分值，超过一倍不得分"),
        ("inverse.formula", Inverse("all_or_nothing"), "超过指标值不得分"),
        ("satisfaction.mode", Satisfaction("intervals", LADDER), f"按满意度分档：{CLIMBED}"),
        (
            "over_target.deduct",
            OverTarget(Decimal("1.3"), Steps((Step(Decimal("1.5"), Decimal("0.1")),))),
            "达到 150% 扣分值的 10%；已写明原因的不扣",
        ),
        ("not_applicable.mode", NotApplicableRule("omit"), "不列该行"),
        ("not_applicable.mode", NotApplicableRule("rescale_to_100"), "不计该行，其余各行按比例折算为 100 分"),
        (
            "rounding.score_places",
            Rounding(1, 2, "half_even"),
            "得分保留 1 位小数，比率（%）保留 2 位小数，四舍六入五成双",
        ),
        ("rounding.score_places", Rounding(0, 2, "down"), "得分保留 0 位小数，比率（%）保留 2 位小数，舍去尾数"),
        ("total.cap", Total(Decimal(100)), "不超过 100 分"),
    ],
)
def test_words(key: str, part: Any, said: str) -> None:
    generate()
    from generator.policy_words import SCORING

    policy = resolve(policy="cn")
    (slot,) = [field.name for field in fields(Policy) if isinstance(getattr(policy, field.name), type(part))]
    (topic,) = [topic for topic in SCORING if topic.key == key]
    assert topic.words(replace(policy, **{slot: part})) == said
