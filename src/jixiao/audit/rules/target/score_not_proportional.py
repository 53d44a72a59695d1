"""TG102: a target is missed and the score does not follow the formula."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.money import percent
from jixiao.audit.shared.rows import counts, full_score, score_of
from jixiao.model import Figure, Finding, Held, Indicator, Scored, Severity
from jixiao.model.value import Met
from jixiao.policy import Policy
from jixiao.scoring import IndicatorAppraisal

_HALF_TENTH = Decimal("0.05")


@rule(
    "TG102",
    "score-not-proportional",
    title="未完成指标的得分与完成比例不符",
    severity=Severity.WARNING,
    basis="target.proportional",
    since="0.1",
    zh={
        "": "指标值 {target}，完成 {actual}，即 {ratio}；按规定应得 {expected}，写 {score}（分值 {weight}）",
        "below": "指标值 {target}，完成 {actual}，即 {ratio}；按规定可得 {expected}，只写 {score}（分值 {weight}）",
    },
    en={
        "": "target {target}, actual {actual}, that is {ratio}: the rule gives {expected} of {weight}, not {score}",
        "below": "target {target}, actual {actual}, that is {ratio}: {expected} of {weight} is due, {score} taken",
    },
    after=("TG121",),
)
def score_not_proportional(indicator: Indicator, policy: Policy, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """定量指标未完成的，得分等于分值乘以完成值与指标值之比（反向指标按政策的公式）。

    为什么重要：按比例记分是统一规则；凭感觉给一半、给六成，同一件事在两张表上就会得出两个结果。
    怎样修改：按完成值与指标值之比重算得分，保留两位小数；认为目标定高了的，在原因栏说明，不在分数上找补。
    何时不适用：差额不超过应得分的 5%（政策可调）、只是取整的；当地规定分档计分的；主动少计的只作提示。
    """
    score, scored = score_of(indicator), appraised.scored
    if appraised.comparison.met is not Met.SHORT or not isinstance(scored, Scored) or scored.value is None:
        return
    if score is None or not counts(indicator) or full_score(indicator):
        return
    expected = scored.value
    above = score > expected
    weight = indicator.weight.value if indicator.weight is not None else None
    assert weight is not None
    # Points in one's own favour are measured against what is due, points forgone against the weight.
    allowed = max(policy.checks.proportional_tolerance * (expected if above else weight), _HALF_TENTH)
    if abs(score - expected) <= allowed:
        yield Held("/score")
        return
    ratio = appraised.comparison.ratio
    yield Finding(
        at="/score",
        evidence=("/target", "/actual", "/weight"),
        values={
            "target": indicator.target_text,
            "actual": indicator.actual,
            "ratio": None if ratio is None else Figure(f"{percent(ratio)}%"),
            "expected": expected,
            "score": indicator.score,
            "weight": indicator.weight,
        },
        severity=None if above else Severity.INFO,
        variant="" if above else "below",
    )
