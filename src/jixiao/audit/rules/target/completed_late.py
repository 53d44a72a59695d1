"""TG112: the work was done later than the target date."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import explains, lost_points
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.model.value import DateValue, Met
from jixiao.scoring import IndicatorAppraisal


@rule(
    "TG112",
    "completed-late",
    title="完成时间晚于指标值",
    severity=Severity.WARNING,
    basis="form.target",
    since="0.1",
    zh="应在 {target} 完成，实际 {actual}，得分 {score}",
    en="due {target}, done {actual}, score {score}",
    after=("TG101", "TG104", "TG105"),
)
def completed_late(indicator: Indicator, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """时效指标的完成时间不应晚于指标值。

    为什么重要：拖期往往连着资金结转、合同违约，也是时效指标唯一要看的事。
    怎样修改：核对验收、支付的日期；确实晚了的，按规定扣分并写明原因。
    何时不适用：已经扣分并说明原因的；完成情况只写结论、没有日期的。
    """
    target, actual = appraised.target, appraised.actual
    if not isinstance(target, DateValue) or not isinstance(actual, DateValue):
        return
    met = appraised.comparison.met
    settled = lost_points(indicator) and explains(indicator.explanation)
    if met is Met.MET or (met is Met.SHORT and settled):
        yield Held("/actual")
    elif met is Met.SHORT:
        yield Finding(
            at="/actual",
            evidence=("/target", "/score", "/explanation"),
            values={
                "target": indicator.target_text.strip(),
                "actual": (indicator.actual or "").strip(),
                "score": indicator.score,
            },
        )
