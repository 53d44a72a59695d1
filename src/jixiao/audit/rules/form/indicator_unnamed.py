"""FM207: a scored row has no name."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import counts, filled, gathered, is_blank, rows
from jixiao.model import Evaluation, Held, Severity
from jixiao.scoring import Appraisal


@rule(
    "FM207",
    "indicator-unnamed",
    title="三级指标没有名称",
    severity=Severity.WARNING,
    basis="format.required",
    since="0.1",
    asks_all=True,
    zh="{count} 行有指标值或分值，却没有三级指标名称（{rows}）",
    en="{count} rows have a target or points but no name ({rows})",
)
def indicator_unnamed(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Outcome]:
    """有指标值或分值的行应写明三级指标名称。

    为什么重要：没有名称，不知道这一行衡量什么，分数没有对象。
    怎样修改：补填三级指标名称；用不上的行删去。
    何时不适用：整行空白或不适用的行；名称读到了但拿不准的；整张表都没有名称栏的。
    """
    if all(is_blank(i.name) for i in evaluation.indicators):
        return
    scored = [
        row
        for row in rows(evaluation, appraisal)
        if row.indicator.doubt("name") is None and counts(row.indicator) and filled(row)
    ]
    found = [row for row in scored if is_blank(row.indicator.name)]
    if found:
        yield gathered(found, "name")
    elif scored:
        yield Held("/indicators")
