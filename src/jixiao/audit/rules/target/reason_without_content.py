"""TG105: the reason for lost points says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import explains, is_empty_words, lost_points, matters
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.model.value import Met
from jixiao.scoring import IndicatorAppraisal


@rule(
    "TG105",
    "reason-without-content",
    title="原因栏只写了空话",
    severity=Severity.WARNING,
    basis="form.explanation",
    since="0.1",
    zh="未完成或扣了分，原因栏只写“{explanation}”",
    en="the target is missed or points are lost, and the reason says only “{explanation}”",
    after=("TG101", "TG121"),
)
def reason_without_content(indicator: Indicator, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """未完成或扣分的指标，原因栏要写具体原因，不能只写“无”“正常”“客观原因”。

    为什么重要：写“无”就是说没有偏差，与扣分自相矛盾。
    怎样修改：写出具体原因和改进措施；如果确实没有偏差，核对得分是否填错。
    何时不适用：完成了指标值并且满分的行写“无”是正常的。
    """
    lost = lost_points(indicator) or (matters(indicator) and appraised.comparison.met is Met.SHORT)
    if lost and is_empty_words(indicator.explanation):
        yield Finding(
            at="/explanation",
            evidence=("/score", "/actual"),
            values={"explanation": (indicator.explanation or "").strip()},
        )
    elif lost and explains(indicator.explanation):
        yield Held("/explanation")
