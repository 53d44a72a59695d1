"""TG115: a share that cannot exceed the whole is reported above 100 %."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.model.value import Number
from jixiao.scoring import IndicatorAppraisal
from jixiao.values import units
from jixiao.values.pattern import lazy

_HUNDRED = Decimal(100)
_CAPPED = lazy(
    r"满意|合格率|达标率|覆盖率|办结率|准确率|及时率|优良率|优秀率|知晓率|正确率|完好率|整改率|处置率|处理率|结案率|回复率|"
    r"入学率|巩固率|通过率|普及率|成活率|参保率|验收率|出勤率|占比|比重|比例"
)
_OPEN = lazy(r"增长|增幅|增速|提高|提升|上升|同比|超额|完成率|执行率|收缴率|征收|利用率|使用率|杠杆|带动")


@rule(
    "TG115",
    "above-hundred-percent",
    title="比率超过100%",
    severity=Severity.WARNING,
    basis="form.actual",
    since="0.1",
    zh="指标值 {target}，完成值写 {actual}；这样的比率不会超过 100%",
    en="target {target}, actual {actual}: such a share cannot exceed 100 %",
)
def above_hundred_percent(indicator: Indicator, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """合格率、满意度、覆盖率一类的比率最高为 100%。

    为什么重要：部分不会大于整体，超过 100% 说明分子分母口径不同，或者填错。
    怎样修改：核对分子、分母是否同一口径；超额完成数量的，改用数量作完成值。
    何时不适用：增长率、完成率、执行率等可以超过 100% 的；指标值本身就超过 100% 的。
    """
    target, actual = appraised.target, appraised.actual
    if not isinstance(target, Number) or not isinstance(actual, Number):
        return
    shares = units.is_share(target.unit) and units.is_share(actual.unit)
    if not shares or target.high > _HUNDRED or actual.change or target.change:
        return
    if actual.low <= _HUNDRED:
        yield Held("/actual")
        return
    words = f"{indicator.level1} {indicator.level2} {indicator.name} {target.prefix}"
    if _CAPPED.search(words) or (target.high == _HUNDRED and not _OPEN.search(words)):
        yield Finding(
            at="/actual",
            evidence=("/target",),
            values={"target": indicator.target_text.strip(), "actual": (indicator.actual or "").strip()},
        )
