"""EX202: the parts named under a row of the base data table exceed the row."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.rules.execution.base_lines import columns_of, label_at
from jixiao.audit.shared.equations import UNLESS_APART, Checked, judged
from jixiao.model import BaseData, Finding, Severity
from jixiao.policy import Policy


@rule(
    "EX202",
    "part-above-whole",
    title="“其中”各项之和大于总数",
    severity=Severity.ERROR,
    basis="form.base_data",
    since="0.1",
    zh="“{label}”{column} {stated}，其中各项合计已有 {expected}",
    en="{label}, {column}: {stated}; parts of it already add up to {expected}",
)
def part_above_whole(base: BaseData, policy: Policy) -> Iterator[Outcome]:
    """“其中”列出的是一部分，合计不能大于总数（如公用经费与其中的办公、水电、会议培训等）。

    为什么重要：部分大于整体，总数和分项至少有一个错。
    怎样修改：核对决算中的公用经费和各经济科目，改总数或改分项。
    何时不适用：分项之和小于总数是正常的；只差尾数、四舍五入可以解释的。
    """

    def differs(item: Checked) -> Finding:
        label, column = label_at(base, item.at), columns_of(base)[item.column]
        return item.finding(label=label, column=column, stated=item.stated, expected=item.computed.exact)

    return judged(base, policy, "spending.part", differs, UNLESS_APART)
