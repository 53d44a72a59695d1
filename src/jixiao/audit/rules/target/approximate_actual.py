"""TG117: the actual value is only approximate."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import inexact
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.model.value import Number
from jixiao.scoring import IndicatorAppraisal


@rule(
    "TG117",
    "approximate-actual",
    title="完成值是约数",
    severity=Severity.WARNING,
    basis="target.verifiable",
    since="0.1",
    zh="完成值写“{actual}”，不是确数；请按台账填实际数",
    en="the actual value “{actual}” is no exact figure; take it from the ledger",
    after=("TG107", "TG121"),
)
def approximate_actual(indicator: Indicator, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """完成值应是确数，不写“余”“近”“约”“左右”。

    为什么重要：约数没有办法与台账核对，也算不出准确的完成比例。
    怎样修改：查台账、签收单，填准确的数，例如“12,368份”。
    何时不适用：指标值是文字描述的定性指标；报告正文为了行文写约数不在此列。
    """
    if not isinstance(appraised.actual, Number) or not isinstance(appraised.target, Number):
        return
    if inexact(appraised.actual):
        yield Finding(at="/actual", values={"actual": (indicator.actual or "").strip()})
    else:
        yield Held("/actual")
