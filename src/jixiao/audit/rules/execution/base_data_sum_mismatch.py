"""EX201: a row of the base data table is not the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.base_lines import OPEN, wholes
from jixiao.audit.money import Agreement, agreement, exact
from jixiao.audit.rule import Outcome, rule
from jixiao.model import BaseData, Finding, Severity, Undecided


@rule(
    "EX201",
    "base-data-sum-mismatch",
    title="基础数据表合计与分项之和不符",
    severity=Severity.ERROR,
    basis="form.base_data",
    since="0.1",
    zh={
        "": "“{label}”{column} {stated}，下列各项合计 {expected}",
        "rounded": "“{label}”{column} {stated}，下列各项合计 {expected}；四舍五入的尾差可以解释",
        "open": "“{label}”{column} {stated}，列出的各项合计只有 {expected}，差 {missing} 没有列出",
    },
    en={
        "": "{label}, {column}: {stated}; the rows below add up to {expected}",
        "rounded": "{label}, {column}: {stated}; the rows below add up to {expected}; rounding explains it",
        "open": "{label}, {column}: {stated}; the rows listed add up to {expected}; {missing} is not listed",
    },
    after=("XD114",),
)
def base_data_sum_mismatch(base: BaseData) -> Iterator[Outcome]:
    """三公经费、公务用车、项目支出、专项资金各行应等于其下分项之和，三栏都是如此。

    为什么重要：基础数据表与决算、与报告正文互相引用，合计错了到处都对不上。
    怎样修改：对照决算报表先改分项，再重算合计；空白按 0 计。
    何时不适用：“其中”只列一部分的行；专项资金只列主要项目的，差额作提醒；分项没有读全的。
    """
    for item in wholes(base, added=True):
        result = agreement(item.stated, item.figures, base.unit)
        if result is Agreement.SAME:
            continue
        values = item.values(base)
        missing = exact(item.stated, base.unit) - values["expected"]
        if result is Agreement.APART and missing > 0 and not item.complete:
            yield Undecided(f"“{item.whole.label}”的分项没有读全，无法核对", item.at, related=item.related)
            continue
        rounded = result is Agreement.ROUNDED
        selection = not rounded and missing > 0 and item.whole.key in OPEN
        yield Finding(
            at=item.at,
            related=item.related,
            values={**values, "missing": missing},
            severity=Severity.INFO if rounded else Severity.WARNING if selection else None,
            variant="rounded" if rounded else "open" if selection else "",
        )
