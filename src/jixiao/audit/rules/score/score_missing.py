"""SC107: a row with points has no score while others have one."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import counts, filled, gathered, rows, score_of
from jixiao.model import Evaluation, Held, Severity, Undecided
from jixiao.scoring import Appraisal
from jixiao.scoring.messages import NOT_YET


@rule(
    "SC107",
    "score-missing",
    title="有分值的指标没有填得分",
    severity=Severity.WARNING,
    basis="form.total",
    since="0.1",
    zh="{count} 行有分值而没有得分：{rows}",
    en="{count} rows carry points and no score: {rows}",
)
def score_missing(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Outcome]:
    """有分值、有指标值的行应当填得分，未完成的填 0。

    为什么重要：空着的得分算不清是 0 分还是漏填，总分因此无法复核。
    怎样修改：按完成情况补填得分；确实一分未得的，写 0 并说明原因。
    何时不适用：整张表都没有得分的申报表、监控表；几行合用一个得分的，填在合并格里即可；“不适用”的行。
    """
    listed = list(rows(evaluation, appraisal))
    if not any(score_of(row.indicator) is not None for row in listed) and not _has_total(evaluation):
        return
    asked = [
        row
        for row in listed
        if counts(row.indicator) and filled(row) and row.indicator.group is None and row.indicator.score is not None
    ]
    missing = [row for row in asked if row.indicator.score is not None and row.indicator.score.is_blank]
    if missing and evaluation.is_open:
        yield Undecided(NOT_YET(total=len(asked), filled=len(asked) - len(missing)), missing[0].at("score"))
    elif missing:
        yield gathered(missing, "score", evidence=("weight",))
    elif asked:
        yield Held("/indicators")


def _has_total(evaluation: Evaluation) -> bool:
    """Whether a total is printed: then the scores it is made of must stand in the rows."""
    return evaluation.total is not None and evaluation.total.value is not None
