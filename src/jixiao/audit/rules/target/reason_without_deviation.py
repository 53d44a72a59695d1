"""TG106: the column of reasons is filled where nothing deviates: perhaps a note in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import Row, explains, full_score, gathered, rows
from jixiao.model import Evaluation, Held, Severity
from jixiao.model.value import Met, Number, Verdict
from jixiao.policy import Policy
from jixiao.scoring import Appraisal
from jixiao.values import parse

_LENGTH = 30


@rule(
    "TG106",
    "reason-without-deviation",
    title="没有偏差而写了原因",
    severity=Severity.INFO,
    basis="form.explanation",
    since="0.1",
    zh="{count} 行已完成并得满分，原因栏却写了“{explanation}”：{rows}；是不是放错了位置的备注？",
    en="{count} rows are met with full score, yet the column of reasons says “{explanation}”: {rows}; a stray note?",
)
def reason_without_deviation(evaluation: Evaluation, policy: Policy, appraisal: Appraisal) -> Iterator[Outcome]:
    """完成了指标值又得满分的行，原因栏一般应当空着。

    为什么重要：备注写进原因栏，看的人会当成偏差去找；有时是别的行的原因串了行。
    怎样修改：补充数据写进完成值或报告正文；串行的移回原来的行。
    何时不适用：只写“已完成”“达标”之类结论的；完成值明显高于指标值、需要说明的；原因栏本来就兼作备注的表。
    """

    def stray(row: Row) -> bool:
        comparison = row.appraisal.comparison
        over = comparison.over or (comparison.ratio is not None and comparison.ratio >= policy.checks.over_target_ratio)
        return comparison.met is Met.MET and full_score(row.indicator) and (not over or bare(row))

    def bare(row: Row) -> bool:
        """A number alone explains no surplus."""
        return isinstance(parse(row.indicator.explanation or ""), Number)

    settled = [row for row in rows(evaluation, appraisal) if row.indicator.explanation is not None and stray(row)]
    found = [row for row in settled if _note(row.indicator.explanation)]
    if found:
        text = (found[0].indicator.explanation or "").strip()
        shown = text if len(text) <= _LENGTH else text[:_LENGTH] + "…"
        yield gathered(found, "explanation", values={"explanation": shown})
    elif settled:
        yield Held("/indicators")


def _note(text: str | None) -> bool:
    """Whether something of substance stands there, more than that it is done."""
    return explains(text) and not isinstance(parse(text or ""), Verdict)
