"""TG110: the actual value repeats the sign of the target instead of giving what was measured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import bound, gathered, inexact, matters, rows
from jixiao.model import Evaluation, Held, Severity
from jixiao.model.value import Number
from jixiao.scoring import Appraisal


@rule(
    "TG110",
    "actual-is-a-bound",
    title="完成值照抄符号，不是实际数",
    severity=Severity.WARNING,
    basis="target.verifiable",
    since="0.1",
    zh={
        "": "{count} 行的完成值写成界限（如“{actual}”），不是实测的数：{rows}",
        "copied": "{count} 行的完成值照抄指标值（如“{actual}”）：{rows}",
    },
    en={
        "": "{count} rows give a bound (such as “{actual}”) instead of a measured value: {rows}",
        "copied": "{count} rows copy the target (such as “{actual}”) as the actual value: {rows}",
    },
)
def actual_is_a_bound(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Outcome]:
    """完成值应写实际数，不应带“≥”“≤”“以上”等符号。

    为什么重要：照抄的符号说明没有统计过，完成与否全凭一句话。
    怎样修改：按台账填实际完成的数，例如“96.4%”“1032 人”。
    何时不适用：完成值是文字描述的；指标值带符号而完成值不带的。
    """
    measured = [
        (row, actual)
        for row in rows(evaluation, appraisal)
        if matters(row.indicator) and isinstance(actual := row.appraisal.actual, Number) and not inexact(actual)
    ]
    found = [row for row, actual in measured if bound(actual)]
    if found:
        copied = all(_flat(row.indicator.actual) == _flat(row.indicator.target_text) for row in found)
        yield gathered(
            found,
            "actual",
            evidence=("target",),
            values={"actual": (found[0].indicator.actual or "").strip()},
            variant="copied" if copied else "",
        )
    elif measured:
        yield Held("/indicators")


def _flat(text: str | None) -> str:
    return re.sub(r"\s", "", text or "")
