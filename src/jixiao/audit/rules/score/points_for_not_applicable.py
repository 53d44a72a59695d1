"""SC109: a row that does not apply carries points."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import counts, says_not_applicable, score_of, weight_of
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.model.value import NotApplicable
from jixiao.policy import Policy
from jixiao.scoring import IndicatorAppraisal


@rule(
    "SC109",
    "points-for-not-applicable",
    title="“不适用”的指标仍有分值",
    severity=Severity.ERROR,
    basis="form.not_applicable",
    since="0.1",
    zh={
        "": "指标值写“{target}”，分值却有 {weight} 分，得分 {score}",
        "stroke": "指标值和完成值都是“{target}”，分值却有 {weight} 分，得分 {score}；是不适用还是漏填？",
    },
    en={
        "": "the target says “{target}”, yet the row carries {weight} points and scores {score}",
        "stroke": "target and actual are both “{target}”, yet the row carries {weight} points and scores {score}",
    },
)
def points_for_not_applicable(indicator: Indicator, policy: Policy, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """指标“不适用”的，该行分值应为 0，分值调给同一块的其他指标。

    为什么重要：不适用的行带着分值，不是白得分就是白丢分，总分两头都不实。
    怎样修改：把该行分值改为 0，分值按比例调到同一二级或一级指标下的其他行。
    何时不适用：政策规定去掉不适用指标、其余折算成 100 分的；画“/”的行没有填得分的。
    """
    if policy.not_applicable.mode == "rescale_to_100":
        return
    if not counts(indicator):
        if weight_of(indicator) is not None and says_not_applicable(indicator.target):
            yield Held("/weight")
        return
    values = {
        "target": (indicator.target or "").strip(),
        "weight": indicator.weight,
        "score": indicator.score,
    }
    if says_not_applicable(indicator.target):
        yield Finding(at="/weight", evidence=("/target", "/actual", "/score"), values=values)
    elif (
        isinstance(appraised.target, NotApplicable)
        and isinstance(appraised.actual, NotApplicable)
        and score_of(indicator)
    ):
        yield Finding(
            at="/weight",
            evidence=("/target", "/actual", "/score"),
            values=values,
            severity=Severity.WARNING,
            variant="stroke",
        )
