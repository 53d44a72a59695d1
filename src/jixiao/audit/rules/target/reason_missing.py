"""TG104: points are lost or the target is missed, and no reason is given: in its cell, or anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import lost_points, matters, no_reason
from jixiao.model import Dossier, Evaluation, Finding, Held, Indicator, Report, Severity
from jixiao.model.value import Met
from jixiao.scoring import IndicatorAppraisal


@rule(
    "TG104",
    "reason-missing",
    title="未完成或扣分的指标没有写原因",
    severity=Severity.ERROR,
    basis="form.explanation",
    since="0.1",
    asks_all=True,
    zh={
        "": "得分 {score}（分值 {weight}），原因栏是空的",
        "short": "指标值 {target}，完成 {actual}，没有达到，原因栏是空的",
        "nowhere": "指标值 {target}，完成 {actual}，没有达到且扣了分，表上没有原因栏，别处也没有说明原因",
    },
    en={
        "": "{score} of {weight} points, and no reason given",
        "short": "target {target}, actual {actual}: missed, and no reason given",
        "nowhere": "target {target}, actual {actual}: missed with points lost, and no place of the form gives a reason",
    },
    after=("TG101", "TG121"),
)
def reason_missing(
    indicator: Indicator, appraised: IndicatorAppraisal, evaluation: Evaluation, dossier: Dossier
) -> Iterator[Outcome]:
    """没有完成指标值或没有得满分的，要写偏差原因和改进措施。

    为什么重要：原因和措施是自评的用处所在，空着不写等于没有自评。
    怎样修改：写清为什么没有完成、责任在哪里、下一步怎么办、何时办完。
    何时不适用：表上没有原因栏而在结论、问题、措施、备注或报告里写了文字的；原因写在与上一行合并的格里；完成了指标值而主动扣分的，另作提醒；不计分的行。
    """
    short = appraised.comparison.met is Met.SHORT
    if appraised.comparison.met is Met.MET or not (lost_points(indicator) or (short and matters(indicator))):
        return
    nowhere = short and lost_points(indicator) and _says_nothing(evaluation) and not dossier.every(Report)
    if no_reason(indicator) or nowhere:
        yield Finding(
            at="/actual" if nowhere else "/explanation",
            evidence=("/target", "/actual", "/score") if short else ("/score", "/weight"),
            values={
                "target": indicator.target_text,
                "actual": indicator.actual,
                "score": indicator.score,
                "weight": indicator.weight,
            },
            variant="nowhere" if nowhere else "short" if short else "",
        )
    elif indicator.explanation is not None:
        yield Held("/explanation")


def _says_nothing(evaluation: Evaluation) -> bool:
    """Whether a table has neither a column of reasons nor any words in which one could stand."""
    words = [evaluation.conclusion, evaluation.problems, evaluation.measures]
    words += [extra.text for extra in evaluation.extra]
    rows = evaluation.indicators
    asks = any(row.explanation is not None or row.doubt("explanation") for row in rows)
    return not asks and not any(text and text.strip() for text in words)
