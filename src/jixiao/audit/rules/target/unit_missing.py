"""TG109: neither target nor actual has a unit."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import Row, gathered, matters, rows
from jixiao.model import Evaluation, Held, Severity
from jixiao.model.value import Number
from jixiao.scoring import Appraisal
from jixiao.values.pattern import lazy

_UNIT_IN_NAME = lazy(r"[(（][^()（）]{1,6}[)）]\s*$|率|比例|比重|占比|满意度|百分比|[人次]数|天数|户数|得分|评分|指数")


@rule(
    "TG109",
    "unit-missing",
    title="指标值和完成值都没有单位",
    severity=Severity.WARNING,
    basis="form.target",
    since="0.1",
    zh="{count} 行的指标值（如“{target}”）没有单位：{rows}",
    en="{count} rows have targets without a unit (such as “{target}”): {rows}",
    after=("TG121",),
)
def unit_missing(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Outcome]:
    """数值型的指标值应当带单位，或在度量单位栏、指标名称里写明。

    为什么重要：“43.2”是万元、公里还是百分比，别人无从知道，也就无法核对。
    怎样修改：在数值后写上单位；有度量单位栏的填度量单位。
    何时不适用：名称里已经写明单位，或名称本身就是比率、人数、次数的；目标为 0 的；一方已写单位的。
    """
    numbers = [
        (row, row.appraisal.target)
        for row in rows(evaluation, appraisal)
        if matters(row.indicator) and isinstance(row.appraisal.target, Number) and row.appraisal.target.high
    ]
    found = [row for row, target in numbers if _bare(row, target)]
    if found:
        yield gathered(found, "target", evidence=("actual",), values={"target": found[0].indicator.target_text.strip()})
    elif numbers:
        yield Held("/indicators")


def _bare(row: Row, target: Number) -> bool:
    """Whether neither the target nor the name nor the actual value tells what is counted."""
    actual = row.appraisal.actual
    if target.unit or target.prefix or _UNIT_IN_NAME.search(row.indicator.name):
        return False
    return not (isinstance(actual, Number) and actual.unit)
