"""TG126: a row has an actual value and points, and no target."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import Row, counts, gathered, rows
from jixiao.model import Evaluation, Held, Severity
from jixiao.model.value import Empty, NotApplicable
from jixiao.scoring import Appraisal


@rule(
    "TG126",
    "target-missing",
    title="没有指标值却有完成值和分值",
    severity=Severity.WARNING,
    basis="form.target",
    since="0.1",
    asks_all=True,
    zh="{count} 行有完成值和分值而指标值是空的：{rows}",
    en="{count} rows have an actual value and a weight, and no target: {rows}",
)
def target_missing(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Outcome]:
    """有分值的指标应当有指标值。

    为什么重要：没有目标就没有完成与否，只剩下自说自话的得分。
    怎样修改：从批复的绩效目标表抄回指标值；年初没有设的，说明情况，不计分。
    何时不适用：表上没有指标值栏；几行合用一个指标值的合并格。
    """
    listed = list(rows(evaluation, appraisal))
    if not any(row.indicator.target_text.strip() for row in listed):
        return
    stated = [row for row in listed if counts(row.indicator) and _stated(row)]
    found = [row for row in stated if isinstance(row.appraisal.target, Empty)]
    if found:
        yield gathered(found, "target", evidence=("actual",))
    elif stated:
        yield Held("/indicators")


def _stated(row: Row) -> bool:
    """Whether a row with a cell of its own for the target, that was read, says what was done."""
    unread = row.indicator.doubt("target") is not None or row.indicator.group is not None
    return not unread and not isinstance(row.appraisal.actual, (Empty, NotApplicable))
