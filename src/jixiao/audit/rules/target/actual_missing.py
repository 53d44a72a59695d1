"""TG122: a row has points for an actual value that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import Row, counts, filled, gathered, rows, score_of
from jixiao.model import Evaluation, Held, Severity
from jixiao.model.value import Empty
from jixiao.scoring import Appraisal


@rule(
    "TG122",
    "actual-missing",
    title="没有填完成值却有得分",
    severity=Severity.WARNING,
    basis="form.actual",
    since="0.1",
    asks_all=True,
    zh="{count} 行有得分而完成值是空的：{rows}",
    en="{count} rows have a score and no actual value: {rows}",
)
def actual_missing(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Outcome]:
    """得分以完成值为依据，完成值不能空着。

    为什么重要：没有完成值的得分无从复核。
    怎样修改：补填实际完成数或完成情况；没有完成的，得分记 0 并说明原因。
    何时不适用：表上没有完成值栏；没有得分的行；几行合用一个完成值的合并格。
    """
    listed = list(rows(evaluation, appraisal))
    if not any((row.indicator.actual or "").strip() for row in listed):
        return
    scored = [row for row in listed if counts(row.indicator) and score_of(row.indicator) and filled(row) and _read(row)]
    found = [row for row in scored if isinstance(row.appraisal.actual, Empty)]
    if found:
        yield gathered(found, "actual", evidence=("score",))
    elif scored:
        yield Held("/indicators")


def _read(row: Row) -> bool:
    """Whether the row has a cell of its own for the actual value, and it was read."""
    return row.indicator.doubt("actual") is None and row.indicator.group is None
