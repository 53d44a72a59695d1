"""TG113: the work was done before the year that is evaluated."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Evaluation, Finding, Held, Indicator, Severity
from jixiao.model.value import DateValue
from jixiao.scoring import IndicatorAppraisal

from .years import reported_year


@rule(
    "TG113",
    "completed-before-year",
    title="完成时间早于评价年度",
    severity=Severity.WARNING,
    basis="form.actual",
    since="0.1",
    zh="{year} 年度的表，完成时间写 {actual}",
    en="the table is for {year}, the actual value says {actual}",
    after=("TG114",),
)
def completed_before_year(
    indicator: Indicator, evaluation: Evaluation, dossier: Dossier, appraised: IndicatorAppraisal
) -> Iterator[Outcome]:
    """完成时间应落在评价年度内（或之后）。

    为什么重要：早于本年完成的事不是本年的产出，多半是照抄上年的表没有改。
    怎样修改：核对实际日期；上年已完成、本年只付尾款的，在完成值里说明。
    何时不适用：完成值没有写年份的；跨年度项目写起止年份的；指标值本身就定在以前年度的。
    """
    year, actual, target = reported_year(evaluation, dossier), appraised.actual, appraised.target
    if year is None or not isinstance(actual, DateValue) or actual.year is None:
        return
    if actual.year >= year:
        yield Held("/actual")
        return
    if isinstance(target, DateValue) and target.year is not None and target.year <= actual.year:
        return
    yield Finding(
        at="/actual",
        evidence=("/target",),
        values={"year": year, "actual": (indicator.actual or "").strip()},
    )
