"""Every subject of a dossier, with its absolute pointer and what a rule may ask for beside it, by type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jixiao.model import BaseData, Dossier, Evaluation, Report
from jixiao.policy import Policy
from jixiao.scoring import Appraisal, IndicatorAppraisal

Companions = Mapping[type, Any]


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing to look at, where it stands, and its companions: the policy, what encloses it, what it scores."""

    item: Any
    at: str
    companions: Companions


def subjects(dossier: Dossier, policy: Policy, appraisals: Mapping[str, Appraisal]) -> Iterator[Subject]:
    """The dossier itself, then everything in it, outer things before inner ones. Appraisals are by the pointer of
    their evaluation.
    """
    given: Companions = {Policy: policy}
    yield Subject(dossier, "", given)
    given = {**given, Dossier: dossier}
    for at, report in dossier.each(Report):
        yield from _report(report, at, given)
    for at, base in dossier.each(BaseData):
        yield Subject(base, at, given)
        yield from _each(base.lines, f"{at}/lines", {**given, BaseData: base})
    for at, evaluation in dossier.each(Evaluation):
        yield from _evaluation(evaluation, at, {**given, Appraisal: appraisals[at]})


def _report(report: Report, at: str, given: Companions) -> Iterator[Subject]:
    yield Subject(report, at, given)
    given = {**given, Report: report}
    yield from _each(report.sections, f"{at}/sections", given)
    yield from _each(report.claims, f"{at}/claims", given)


def _evaluation(evaluation: Evaluation, at: str, given: Companions) -> Iterator[Subject]:
    yield Subject(evaluation, at, given)
    given = {**given, Evaluation: evaluation}
    rows = zip(evaluation.indicators, given[Appraisal].indicators, strict=True)
    for number, (indicator, own) in enumerate(rows):
        yield Subject(indicator, f"{at}/indicators/{number}", {**given, IndicatorAppraisal: own})
    yield from _each(evaluation.funds.lines, f"{at}/funds/lines", given)


def _each(items: Sequence[Any], at: str, given: Companions) -> Iterator[Subject]:
    for number, item in enumerate(items):
        yield Subject(item, f"{at}/{number}", given)
