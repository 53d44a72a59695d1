"""TG107: the actual value is far above the target, without a word why."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.money import percent
from jixiao.audit.shared.rows import bound, explains, inexact, matters
from jixiao.model import Figure, Finding, Held, Indicator, Severity
from jixiao.model.value import Approx, Direction, Number
from jixiao.policy import Policy
from jixiao.scoring import IndicatorAppraisal

_HALF_AS_MUCH_AGAIN = Decimal("1.5")


@rule(
    "TG107",
    "far-above-target",
    title="完成值明显高于指标值，没有说明原因",
    severity=Severity.WARNING,
    basis="national.caiyu_2020_10_over_target",
    since="0.1",
    zh={
        "": "指标值 {target}，完成 {actual}，是指标值的 {ratio}，没有说明原因",
        "least": "指标值 {target}，完成 {actual}，至少是指标值的 {ratio}，没有说明原因",
    },
    en={
        "": "target {target}, actual {actual}: {ratio} of the target, and no reason given",
        "least": "target {target}, actual {actual}: at least {ratio} of the target, and no reason given",
    },
    after=("TG121",),
)
def far_above_target(indicator: Indicator, policy: Policy, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """完成值明显高于指标值（一般指达到 130%）的，要分析原因；目标定得偏低的，要调整以后年度的指标值。

    为什么重要：轻易就能超额的目标起不到约束作用；有的地方还要按偏离程度扣分。
    怎样修改：核对完成值和单位；在原因栏写明超额的原因，并按实际水平调高下年的指标值。
    何时不适用：指标值为 0；越少越好的指标；原因栏已说明的。超出不到一半、数字确切的只作提示。
    """
    target, actual = appraised.target, appraised.actual
    if not isinstance(target, Number) or not isinstance(actual, Number) or not matters(indicator):
        return
    ratio = appraised.comparison.ratio
    if appraised.direction not in (Direction.POSITIVE, Direction.EQUAL) or ratio is None:
        return
    if not _measured(target, actual):
        return
    if ratio < policy.checks.over_target_ratio or explains(indicator.explanation):
        yield Held("/actual")
        return
    slight = ratio < _HALF_AS_MUCH_AGAIN and not inexact(actual)
    yield Finding(
        at="/actual",
        evidence=("/target", "/explanation"),
        values={
            "target": indicator.target_text.strip(),
            "actual": (indicator.actual or "").strip(),
            "ratio": Figure(f"{percent(ratio, 0)}%"),
        },
        severity=Severity.INFO if slight else None,
        variant="least" if actual.approx is Approx.OVER else "",
    )


def _measured(target: Number, actual: Number) -> bool:
    """Whether the actual value is a value at all: not a copied bound, not "nearly", not damaged by scanning."""
    vague = actual.approx in (Approx.NEARLY, Approx.CONTRADICTORY)
    return not (bound(actual) or vague or actual.suspicion or target.suspicion)
