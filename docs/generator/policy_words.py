"""The parameters of a policy in words: a policy enters, sentences leave. A way of scoring that has no words here raises
``KeyError``: a page must not be silent about it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from jixiao.policy import Bands, Policy, Steps

_ROUNDING = {"half_up": "四舍五入", "half_even": "四舍六入五成双", "down": "舍去尾数"}
_INVERSE = {
    "hyperbola": "指标值÷完成值×分值",
    "linear": "[1－(完成值－指标值)÷指标值]×分值，超过一倍不得分",
    "all_or_nothing": "超过指标值不得分",
    None: "没有规定，复算给出几种算法的范围",
}
_NOT_APPLICABLE = {
    "zero_weight": "保留该行，分值、得分填 0",
    "omit": "不列该行",
    "rescale_to_100": "不计该行，其余各行按比例折算为 100 分",
}


@dataclass(frozen=True, slots=True)
class Topic:
    """What one row of a page is about: the ``key`` whose source stands for it, and what the policy says of it."""

    title: str
    key: str
    words: Callable[[Policy], str]


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _percent(value: Decimal) -> str:
    return f"{_number(value * 100)}%"


def _blocks(split: Mapping[str, Decimal]) -> str:
    return "、".join(f"{name} {_number(points)} 分" for name, points in split.items())


def _bands(bands: Bands, scale: Callable[[Decimal], str]) -> str:
    """Bands best first; each holds its lower bound, and the best its upper one too."""
    top = bands.items[0]
    told = [f"{top.name} {scale(top.low)}（含）至 {scale(top.high)}（含）"]
    told += [f"{band.name} {scale(band.low)}（含）至 {scale(band.high)}" for band in bands.items[1:]]
    return "；".join(told)


def _ladder(steps: Steps, start: Callable[[Decimal], str], gives: Callable[[str], str]) -> str:
    return "；".join(f"达到 {start(step.start)} {gives(_percent(step.share))}" for step in steps.items)


def _earned(share: str) -> str:
    return f"得分值的 {share}"


def _rounding(policy: Policy) -> str:
    way = _ROUNDING[policy.rounding.mode]
    return f"得分保留 {policy.rounding.score_places} 位小数，比率（%）保留 {policy.rounding.rate_places} 位小数，{way}"


def _execution(policy: Policy) -> str:
    ways = {
        "proportional": "执行率×分值，超过 100% 按 100% 计",
        "steps": f"按执行率分档：{_ladder(policy.execution.steps, _rate, _earned)}；更低不得分",
    }
    return ways[policy.execution.formula]


def _positive(policy: Policy) -> str:
    ways = {"proportional": "完成值÷指标值×分值", "all_or_nothing": "没有达到指标值不得分"}
    passing = policy.positive.pass_share
    below = f"；完成不到指标值的 {_percent(passing)} 不得分" if passing else ""
    return ways[policy.positive.formula] + below


def _satisfaction(policy: Policy) -> str:
    ways = {
        "proportional": "与越多越好的定量指标同样计分",
        "intervals": f"按满意度分档：{_ladder(policy.satisfaction.intervals, _rate, _earned)}；更低不得分",
    }
    return ways[policy.satisfaction.mode]


def _rate(value: Decimal) -> str:
    return f"{_number(value)}%"


def _deduction(policy: Policy) -> str:
    over = policy.over_target
    if not over.deduct:
        return "没有规定扣分阶梯"
    exempt = "；已写明原因的不扣" if over.exempt_if_reason else ""
    return _ladder(over.deduct, _percent, lambda share: f"扣分值的 {share}") + exempt


def _alternatives(policy: Policy) -> str:
    return "；".join(_blocks(split) for split in policy.weights.alternatives) or "没有"


def _cap(policy: Policy) -> str:
    return f"不超过 {_number(policy.total.cap)} 分" if policy.total.cap is not None else "不另行封顶"


SCORING: tuple[Topic, ...] = (
    Topic("预算执行率的分值", "weights.execution", lambda p: f"{_number(p.weights.execution)} 分"),
    Topic("一级指标的分值", "weights.blocks", lambda p: _blocks(p.weights.blocks)),
    Topic("也可采用的分值", "weights.alternatives", _alternatives),
    Topic("修约", "rounding.score_places", _rounding),
    Topic("预算执行率的得分", "execution.formula", _execution),
    Topic("越多越好的定量指标，没有达到指标值", "positive.formula", _positive),
    Topic("越少越好的定量指标，超过指标值", "inverse.formula", lambda p: _INVERSE[p.inverse.formula]),
    Topic("定性指标（占分值的比例）", "qualitative.bands", lambda p: _bands(p.qualitative.bands, _percent)),
    Topic("满意度", "satisfaction.mode", _satisfaction),
    Topic(
        "明显超额，要写明原因",
        "over_target.explain_from",
        lambda p: f"完成值达到指标值的 {_percent(p.over_target.explain_from)}",
    ),
    Topic("明显超额，扣分", "over_target.deduct", _deduction),
    Topic("“不适用”的指标", "not_applicable.mode", lambda p: _NOT_APPLICABLE[p.not_applicable.mode]),
    Topic("等级（分）", "grades.bands", lambda p: _bands(p.grades, _number)),
    Topic("总分封顶", "total.cap", _cap),
)
"""How scores are made."""

CHECKS: tuple[Topic, ...] = (
    Topic(
        "得分偏离公式，超过分值的",
        "checks.proportional_tolerance",
        lambda p: _percent(p.checks.proportional_tolerance),
    ),
    Topic("同一事项在两张表的得分率，相差超过", "checks.score_ratio_gap", lambda p: _percent(p.checks.score_ratio_gap)),
    Topic("全年预算比年初预算增减，达到", "checks.budget_change", lambda p: _percent(p.checks.budget_change)),
    Topic("三公经费比上年增长，超过", "checks.three_public_change", lambda p: _percent(p.checks.three_public_change)),
    Topic("一项指标占全部分值，达到", "checks.dominant_weight", lambda p: _percent(p.checks.dominant_weight)),
    Topic("适用的三级指标，少于", "checks.few_indicators", lambda p: f"{p.checks.few_indicators} 项"),
    Topic("指标名称，超过", "checks.name_length", lambda p: f"{p.checks.name_length} 字"),
    Topic("定性指标得满分的，达到", "checks.full_score_share", lambda p: _percent(p.checks.full_score_share)),
    Topic("两段文字的相似度，达到", "checks.similarity", lambda p: _percent(p.checks.similarity)),
)
"""From where on a check speaks up."""
