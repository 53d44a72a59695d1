"""IX302: a rate stands under 数量指标."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import applicable, each_once, plain
from jixiao.audit.shared.rows import Row, gathered
from jixiao.model import Evaluation, Held, Severity
from jixiao.model.value import Number
from jixiao.scoring import Appraisal
from jixiao.values.pattern import lazy

_RATE = lazy(r"(?<![频功税汇利费倍效])率$|(?:比例|比重|占比|程度)$")
_SHARE = frozenset({"%", "％", "‰", "百分比", "百分点"})


@rule(
    "IX302",
    "rate-as-quantity",
    title="比率列为数量指标",
    severity=Severity.WARNING,
    basis="indicator.dimension",
    since="0.1",
    zh="{count} 项比率列在数量指标下：{rows}",
    en="{count} rates stand under quantity: {rows}",
)
def rate_as_quantity(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Outcome]:
    """数量指标写个数、次数、面积等数量；完成率、合格率、及时率属于质量或时效。

    为什么重要：只写比率，不知道一共要办多少；分母变小，比率照样好看。
    怎样修改：数量指标改成绝对数（办结案件数、整治次数），把比率移到质量指标或时效指标。
    何时不适用：上级下达的指标原文就是比率的，保留原文并在说明中写明来源。
    """
    quantities = [row for row in applicable(evaluation, appraisal) if "数量" in row.indicator.level2]
    found = [row for row in quantities if _is_share(row) or _RATE.search(plain(row.indicator.name))]
    if found:
        yield gathered(each_once(found), "name")
    elif quantities:
        yield Held("/indicators")


def _is_share(row: Row) -> bool:
    target = row.appraisal.target
    return isinstance(target, Number) and (target.unit or row.indicator.target_unit) in _SHARE
