"""TG104: points are lost or the target is missed, and the cell for the reason is empty."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import lost_points, matters, no_reason
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.model.value import Met
from jixiao.scoring import IndicatorAppraisal


@rule(
    "TG104",
    "reason-missing",
    title="未完成或扣分的指标没有写原因",
    severity=Severity.ERROR,
    basis="form.explanation",
    since="0.1",
    asks_all=True,
    zh={
        "": "得分 {score}（分值 {weight}），原因栏是空的",
        "short": "指标值 {target}，完成 {actual}，没有达到，原因栏是空的",
    },
    en={
        "": "{score} of {weight} points, and no reason given",
        "short": "target {target}, actual {actual}: missed, and no reason given",
    },
    after=("TG101", "TG121"),
)
def reason_missing(indicator: Indicator, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """没有完成指标值或没有得满分的，要写偏差原因和改进措施。

    为什么重要：原因和措施是自评的用处所在，空着不写等于没有自评。
    怎样修改：写清为什么没有完成、责任在哪里、下一步怎么办、何时办完。
    何时不适用：表上没有原因栏，或原因写在与上一行合并的格里；完成了指标值而主动扣分的，另作提醒；不计分的行。
    """
    short = appraised.comparison.met is Met.SHORT
    if appraised.comparison.met is Met.MET or not (lost_points(indicator) or (short and matters(indicator))):
        return
    if no_reason(indicator):
        yield Finding(
            at="/explanation",
            evidence=("/target", "/actual", "/score") if short else ("/score", "/weight"),
            values={
                "target": indicator.target_text,
                "actual": indicator.actual,
                "score": indicator.score,
                "weight": indicator.weight,
            },
            variant="short" if short else "",
        )
    elif indicator.explanation is not None:
        yield Held("/explanation")
