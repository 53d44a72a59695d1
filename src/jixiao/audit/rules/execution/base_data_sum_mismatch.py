"""EX201: a row of the base data table is not the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.rules.execution.base_lines import columns_of, label_at
from jixiao.audit.shared.equations import Checked, judged
from jixiao.audit.shared.money import Agreement
from jixiao.model import BaseData, Phrase, Severity, Undecided
from jixiao.policy import Policy

NOT_ALL_READ = Phrase(
    "audit.EX201.not-read",
    "“{label}”的分项没有读全，无法核对",
    "not all parts of “{label}” were read: its sum cannot be checked",
)


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
def base_data_sum_mismatch(base: BaseData, policy: Policy) -> Iterator[Outcome]:
    """三公经费、公务用车、项目支出、专项资金各行应等于其下分项之和，三栏都是如此。

    为什么重要：基础数据表与决算、与报告正文互相引用，合计错了到处都对不上。
    怎样修改：对照决算报表先改分项，再重算合计；空白按 0 计。
    何时不适用：“其中”只列一部分的行；专项资金只列主要项目的，差额作提醒；分项没有读全的。
    """

    def differs(item: Checked) -> Outcome:
        label, total = label_at(base, item.at), item.computed.exact
        if item.agreement is Agreement.OPEN and item.computed.missing:
            return Undecided(NOT_ALL_READ(label=label), item.at, related=item.computed.used)
        return item.finding(
            {Agreement.ROUNDED: "rounded", Agreement.OPEN: "open"}.get(item.agreement, ""),
            label=label,
            column=columns_of(base)[item.column],
            stated=item.stated,
            expected=total,
            missing=(item.stated.value or 0) - total,
        )

    return judged(base, policy, "spending.sum", differs)
