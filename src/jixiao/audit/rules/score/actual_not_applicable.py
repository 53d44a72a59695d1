"""SC110: a target was set, and the actual value says that it does not apply."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import counts, explains, says_not_applicable, score_of
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.model.value import Empty, NotApplicable, Placeholder
from jixiao.scoring import IndicatorAppraisal


@rule(
    "SC110",
    "actual-not-applicable",
    title="设了目标，完成值却写“不适用”",
    severity=Severity.WARNING,
    basis="form.not_applicable",
    since="0.1",
    zh="指标值是“{target}”，完成值写“{actual}”，仍计 {score} 分",
    en="the target is “{target}”, the actual value says “{actual}”, and the row scores {score}",
)
def actual_not_applicable(indicator: Indicator, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """年初设了目标的指标，年末写“不适用”要说明原因，也不应照样得分。

    为什么重要：没有做成的事写成不适用还照样得分，等于免除考核。
    怎样修改：任务取消的，说明依据并把分值调走；没有完成的，写实际数并按规定扣分。
    何时不适用：目标一栏本来就是“不适用”；没有得分，或原因栏已说明理由的。
    """
    if isinstance(appraised.target, (Empty, NotApplicable, Placeholder)) or not counts(indicator):
        return
    if says_not_applicable(indicator.actual) and score_of(indicator) and not explains(indicator.explanation):
        yield Finding(
            at="/actual",
            evidence=("/target", "/score"),
            values={"target": indicator.target_text, "actual": indicator.actual, "score": indicator.score},
        )
    elif not isinstance(appraised.actual, Empty):
        yield Held("/actual")
