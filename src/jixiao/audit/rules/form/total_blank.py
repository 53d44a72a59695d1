"""FM208: the total is not filled in."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Evaluation, Finding, Held, Severity


@rule(
    "FM208",
    "total-blank",
    title="总分没有填写",
    severity=Severity.WARNING,
    basis="format.required",
    since="0.1",
    asks_all=True,
    zh="各项已经打分，总分没有填写",
    en="the rows are scored, the total is blank",
)
def total_blank(evaluation: Evaluation) -> Iterator[Outcome]:
    """各项打了分的自评表，应填写总分。

    为什么重要：等级由总分确定；没有总分，自评没有结论。
    怎样修改：把预算执行率得分与各项指标得分加起来填上。
    何时不适用：表样没有总分栏，或各行都没有得分的，不要求。
    """
    scored = any(i.score is not None and i.score.value is not None for i in evaluation.indicators)
    if not scored or evaluation.total is None:
        return
    yield Finding(at="/total") if evaluation.total.is_blank else Held("/total")
