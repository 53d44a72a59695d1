"""What a dossier says about satisfaction and the surveys behind it.

A dossier enters; its satisfaction rows with a rate, and how well its texts prove a survey, leave.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from jixiao.model import Dossier, Evaluation, Indicator
from jixiao.model.value import Number
from jixiao.values import parse

from .rows import counts, is_satisfaction

_SURVEY = re.compile(
    r"问卷|满意度(?:调查|测评|测评表|回访)|抽样|电话(?:回访|访问|调查)|(?:随机|入户|实地)(?:调查|访谈|走访)|评价器|好评率|样本"
)
_SAMPLE = re.compile(
    r"(?:问卷|样本|发放|回收|收回|抽取|抽样|调查|访谈|回访|测评|走访|采集)[^。；;\n]{0,16}?\d+\s*(?:余|多)?\s*(?:份|人|户|名|个|位|家|条|次|张)"
    r"|\d+\s*(?:余|多)?\s*(?:份|人|户|名|个|位|家|条|张)[^。；;\n]{0,12}?(?:问卷|样本|调查|访谈|回访|测评|满意度)"
)


class Survey(StrEnum):
    """Nothing is said of a survey, one is mentioned, or its sample is given."""

    SILENT = "silent"
    MENTIONED = "mentioned"
    SAMPLED = "sampled"


def survey(texts: Iterator[str]) -> Survey:
    """How well some texts prove a survey."""
    best = Survey.SILENT
    for text in texts:
        if _SAMPLE.search(text):
            return Survey.SAMPLED
        if _SURVEY.search(text):
            best = Survey.MENTIONED
    return best


def texts_of(dossier: Dossier) -> Iterator[str]:
    """Everything said in words: reports, goals, conclusions, reasons, actual values of satisfaction rows."""
    for report in dossier.reports:
        for section in report.sections:
            yield section.title
            yield from section.paragraphs
        yield from report.attachments
    for evaluation in dossier.evaluations:
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
        value = parse(indicator.actual, unit=indicator.target_unit or "", name=indicator.name)
        if isinstance(value, Number) and value.low == value.high:
            yield number, indicator, value.low
