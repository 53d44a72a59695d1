"""TG124: satisfaction is exactly what was aimed at."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import is_satisfaction
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.model.value import Number
from jixiao.scoring import IndicatorAppraisal
from jixiao.values import units

_ALL = 100


@rule(
    "TG124",
    "satisfaction-equals-target",
    title="满意度恰好等于指标值",
    severity=Severity.INFO,
    basis="target.survey",
    since="0.1",
    zh="满意度指标值 {target}，完成值恰好也是 {actual}；请核对是否为调查所得",
    en="satisfaction target {target}, actual exactly {actual}; does it come from a survey?",
    after=("TG123",),
)
def satisfaction_equals_target(indicator: Indicator, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """调查得出的满意度很少恰好等于指标值，相等时请核对来源。

    为什么重要：恰好相等常常是照着指标值填的。
    怎样修改：附上调查汇总；没有调查的据实说明。
    何时不适用：指标值为 100% 而确实全部满意的；带小数而相等、可以由份数算出的。
    """
    target, actual = appraised.target, appraised.actual
    if not is_satisfaction(indicator) or not isinstance(target, Number) or not isinstance(actual, Number):
        return
    same = target.low == target.high == actual.low == actual.high and target.high < _ALL
    if same and (target.unit == actual.unit or units.is_share(target.unit)) and not actual.sign:
        yield Finding(
            at="/actual",
            evidence=("/target",),
            values={"target": indicator.target_text.strip(), "actual": (indicator.actual or "").strip()},
        )
    else:
        yield Held("/actual")
