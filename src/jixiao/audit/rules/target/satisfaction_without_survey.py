"""TG123: satisfaction is claimed and no survey stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Evaluation, Finding, Held, Phrase, Report, Severity, Undecided

from .surveys import Survey, satisfaction_rows, survey, texts_of

_NO_REPORT = Phrase(
    "audit.TG123.no-report",
    "只有表、没有报告，看不出满意度有没有调查依据",
    "there are tables and no report: whether a survey stands behind the satisfaction cannot be seen",
)


@rule(
    "TG123",
    "satisfaction-without-survey",
    title="满意度没有调查依据",
    severity=Severity.WARNING,
    basis="target.survey",
    since="0.1",
    zh={
        "": "{count} 处满意度（{values}）都没有说明怎样调查、样本多少、何时调查",
        "thin": "{count} 处满意度（{values}）提到了调查，没有写样本数",
    },
    en={
        "": "{count} satisfaction rates ({values}) with no word on survey, sample or date",
        "thin": "{count} satisfaction rates ({values}): a survey is mentioned, its sample is not",
    },
)
def satisfaction_without_survey(dossier: Dossier) -> Iterator[Outcome]:
    """满意度应来自问卷等调查，报告里写明调查方式、样本数、有效答卷和时间。

    为什么重要：满意度占 10 分，没有调查的百分比是估出来的，复核时拿不出依据。
    怎样修改：在报告中补写调查的时间、对象、发放和回收份数、计算方法，问卷和汇总表留存备查；没有调查的，据实说明。
    何时不适用：没有满意度指标；只有自评表、没有报告的，无法判断。
    """
    found = [
        (f"{e}/indicators/{n}/actual", (indicator.actual or "").strip())
        for e, evaluation in dossier.each(Evaluation)
        for n, indicator, _ in satisfaction_rows(evaluation)
    ]
    if not found:
        return
    places = tuple(at for at, _ in found)
    proof = survey(texts_of(dossier))
    if proof is Survey.SAMPLED:
        yield Held(places[0])
        return
    if not dossier.every(Report):
        yield Undecided(_NO_REPORT(), places[0], related=places[1:])
        return
    thin = proof is Survey.MENTIONED
    yield Finding(
        at=places[0],
        also=places[1:],
        values={"count": len(found), "values": tuple(value for _, value in found)},
        severity=Severity.INFO if thin else None,
        variant="thin" if thin else "",
    )
