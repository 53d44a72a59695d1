"""One digit of a true report changed at a time: which figures are held against something, and which are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.audit import check
from jixiao.model import Claim, Dossier, Finding, Report
from jixiao.recognition import with_claims
from tests.records import with_records

from .kit import Filing
from .measure import read

_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True)
class Changed:
    """A figure that was changed: its words with the figure in 【】, its class, and the codes of what was said then."""

    filing: str
    words: str
    kind: str
    codes: tuple[str, ...]


def changed(filing: Filing) -> Iterator[Changed]:
    """Every figure of the first report with one digit changed."""
    dossier = read(filing).dossier
    report = dossier.every(Report)[0]
    before = _said(dossier)
    for claim in report.claims:
        place = re.fullmatch(r"/sections/(\d+)/paragraphs/(\d+)", claim.paragraph)
        if not place or claim.figure is None or claim.figure.value is None:
            continue
        section, paragraph = int(place[1]), int(place[2])
        text = report.sections[section].texts[paragraph]
        figure = _FIGURE.search(text, claim.start, claim.end)
        if figure is None:
            continue  # a number in words
        spoiled = text[: figure.start()] + _other(figure[0]) + text[figure.end() :]
        codes = {code for code, *_ in _said(_with(dossier, report, section, paragraph, spoiled)) - before}
        words = f"{text[max(0, figure.start() - 30) : figure.start()]}【{figure[0]}】{text[figure.end() :][:4]}"
        yield Changed(filing.name, words, _class(claim), tuple(sorted(codes)))


def _other(figure: str) -> str:
    """The figure with its third digit changed, of a shorter one the last."""
    digits = [i for i, c in enumerate(figure) if c.isdigit()]
    at = digits[min(2, len(digits) - 1)]
    return figure[:at] + str((int(figure[at]) + 3) % 10) + figure[at + 1 :]


def _with(dossier: Dossier, report: Report, section: int, paragraph: int, text: str) -> Dossier:
    sections = list(report.sections)
    paragraphs = list(sections[section].paragraphs)
    paragraphs[paragraph] = paragraphs[paragraph].model_copy(update={"text": text})
    sections[section] = sections[section].model_copy(update={"paragraphs": tuple(paragraphs)})
    told = report.model_copy(update={"sections": tuple(sections)})
    return with_claims(with_records(dossier, Report, (told, *dossier.every(Report)[1:])))


def _said(dossier: Dossier) -> set[tuple[str, str, str]]:
    return {(f.code, f.at, f.text()) for f in _all(check(dossier).findings) if f.severity != "info"}


def _all(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        yield from _all(finding.consequences)


def _class(claim: Claim) -> str:
    if claim.kind == "score":
        return "scores"
    if claim.change:
        return "changes"
    if claim.kind == "rate" and "占" in claim.quote:
        return "shares"
    if claim.kind == "rate" and re.search(r"执行率|支付率|到位率", claim.quote):
        return "rates of money"
    if claim.kind in ("rate", "count"):
        return "results"
    return "carried over" if claim.basis == "carry_over" else "amounts"
