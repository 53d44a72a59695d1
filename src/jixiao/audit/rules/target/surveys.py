"""What a dossier says about satisfaction and the surveys behind it.

A dossier enters; its satisfaction rows with a rate, and how well its texts prove a survey, leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from jixiao.audit.shared.rows import counts, is_satisfaction
from jixiao.model import Dossier, Evaluation, Indicator, Report
from jixiao.model.value import Number
from jixiao.scoring import actual_of
from jixiao.values.pattern import lazy

_SURVEY = lazy(
    r"问卷|满意度(?:的)?(?:抽样|专项|专门|情况)?(?:调查|测评|回访|访谈|评价表)|抽样调查|(?:电话|短信|上门)回访|受访|"
    r"(?:随机|入户|街头|现场)(?:抽样|抽取|调查|访谈|采访)|调查表|测评表|评价器"
)
_COUNT = lazy(r"\d+\s*(?:余|多)?\s*(?:份|人次|人|户|名|个|位|家|条|张)")
_SENTENCE = lazy(r"[。；;\n]")


class Survey(StrEnum):
    """Nothing is said of a survey, one is mentioned, or its sample is given."""

    SILENT = "silent"
    MENTIONED = "mentioned"
    SAMPLED = "sampled"


def survey(texts: Iterator[str]) -> Survey:
    """How well some texts prove a survey: its sample stands in the sentence that speaks of it."""
    best = Survey.SILENT
    for text in filter(_SURVEY.search, texts):  # few texts speak of a survey at all
        for sentence in filter(_SURVEY.search, _SENTENCE.split(text)):
            if _COUNT.search(sentence):
                return Survey.SAMPLED
            best = Survey.MENTIONED
    return best


def texts_of(dossier: Dossier) -> Iterator[str]:
    """Everything said in words: reports, goals, conclusions, reasons, actual values of satisfaction rows."""
    for report in dossier.every(Report):
        for section in report.sections:
            yield section.title
            yield from section.texts
        yield from report.attachments
    for evaluation in dossier.every(Evaluation):
        for text in (evaluation.goal_actual, evaluation.conclusion, evaluation.problems, evaluation.measures):
            yield text or ""
        yield from (extra.text for extra in evaluation.extra)
        for indicator in evaluation.indicators:
            yield indicator.explanation or ""
            if is_satisfaction(indicator):
                yield f"{indicator.name} {indicator.actual or ''}"


def satisfaction_rows(evaluation: Evaluation) -> Iterator[tuple[int, Indicator, Decimal]]:
    """Rows with points whose actual satisfaction is a number, with that number."""
    for number, indicator in enumerate(evaluation.indicators):
        if not is_satisfaction(indicator) or not counts(indicator) or not indicator.actual:
            continue
        value = actual_of(indicator)
        if isinstance(value, Number) and value.low == value.high:
            yield number, indicator, value.low
