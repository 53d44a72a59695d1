"""SC108: a row has a score and no weight while others have one."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import gathered, rows, score_of, weight_of
from jixiao.model import Evaluation, Held, Severity, Undecided
from jixiao.scoring import Appraisal
from jixiao.scoring.messages import NOT_YET


@rule(
    "SC108",
    "weight-missing",
    title="有得分的指标没有填分值",
    severity=Severity.WARNING,
    basis="form.weights",
    since="0.1",
    zh="{count} 行有得分而没有分值：{rows}",
    en="{count} rows have a score and no weight: {rows}",
    after=("SC102",),
)
def weight_missing(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Outcome]:
    """填了得分的行应当有分值。

    为什么重要：没有分值就不知道得了几成，是否满分、是否该写原因都无从判断。
    怎样修改：按批复的绩效目标表补填分值。
    何时不适用：表上没有分值栏（分值写在一级指标里）；几行合用一个分值的，填在合并格里即可。
    """
    listed = list(rows(evaluation, appraisal))
    if not any(weight_of(row.indicator) is not None for row in listed):
        return
    asked = [
        row
        for row in listed
        if score_of(row.indicator) and row.indicator.group is None and row.indicator.weight is not None
    ]
    missing = [row for row in asked if row.indicator.weight is not None and row.indicator.weight.is_blank]
    if missing and evaluation.is_open:
        yield Undecided(NOT_YET(total=len(asked), filled=len(asked) - len(missing)), missing[0].at("weight"))
    elif missing:
        yield gathered(missing, "weight", evidence=("score",))
    elif asked:
        yield Held("/indicators")
