"""What a line of the working paper is: the published data of one case enter; its lines leave, in one language, and
nothing else of it is kept.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from ..messages import (
    FACT,
    FACTS_IN_ALL,
    FOLLOWS_FROM,
    JUDGED,
    SEPARATOR,
)
from . import words

Value = str | Decimal | None
"""What a cell holds: a text, a number with its decimal places, or nothing."""

_LEVELS = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be read, broke down, or was not handed in. ``sort`` is a word for which of these."""

    sort: str
    unit: str
    year: int | None
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding. ``key`` is what it is known by in the next paper: case, rule, variant and stable address."""

    key: str
    level: str
    cells: Mapping[str, Value]

    @property
    def said(self) -> str:
        """What was found, as printed."""
        return str(self.cells["finding"])


@dataclass(frozen=True, slots=True)
class TableRow:
    """One evaluation, or the rest of a case, in the summary. Scores are numbers, or texts where they are none."""

    name: str
    stated: Value
    readded: Value
    low: Value
    high: Value
    grades: tuple[str, str]
    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class UndecidedRow:
    """What could not be checked."""

    rule: str
    title: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class CaseRows:
    """All lines of one case. ``key`` names it in those of its findings."""

    unit: str
    year: int | None
    key: str
    policy: str
    because: str
    files: tuple[tuple[str, str, str], ...]
    tables: tuple[TableRow, ...]
    findings: tuple[FindingRow, ...]
    undecided: tuple[UndecidedRow, ...]
    troubles: tuple[Trouble, ...]


def rows_of(case: Mapping[str, Any], lang: str) -> CaseRows:
    """The lines of one case of an assessment, as :func:`jixiao.desk.assessment_json` publishes it."""
    unit, year = case["unit"], case["year"]
    files = tuple((f["name"], "\n".join(f["paths"]), f["sha256"]) for f in case["files"])
    name = unit or f"?{files[0][0] if files else ''}"
    key = json.dumps([name, year], ensure_ascii=False)
    titles = {record["code"]: record["title"] for record in case["protocol"]}
    policy = case["policy"]
    notes = (*(w[lang] for w in policy["warnings"]), *(f"{n['of']}：{n['message'][lang]}" for n in case["notes"]))
    return CaseRows(
        unit=unit or words.NO_UNIT.text(lang),
        year=year,
        key=key,
        policy=f"{policy['title']}（{policy['id']}）",
        because="\n".join((policy["because"][lang], *notes)),
        files=files,
        tables=tuple(_tables(case, lang)),
        findings=tuple(_findings(case["findings"], key, lang)),
        undecided=tuple(
            UndecidedRow(u["code"], titles.get(u["code"], ""), u["place"][lang], u["reason"][lang])
            for u in case["undecided"]
        ),
        troubles=tuple(_troubles(case, unit, lang)),
    )


# --- findings ---


def _findings(findings: Sequence[Mapping[str, Any]], case: str, lang: str, cause: str = "") -> Iterator[FindingRow]:
    """Findings in their order, each with its consequences behind it."""
    for finding in findings:
        told = finding["message"][lang]
        cells: dict[str, Value] = {
            "number": finding["number"],
            "severity": words.SEVERITIES[finding["severity"]].text(lang),
            "dimension": finding["dimension"][lang],
            "object": finding["object"][lang],
            "place": finding["place"][lang],
            "finding": FOLLOWS_FROM(number=cause, what=told).text(lang) if cause else told,
            "facts": _facts(finding, lang),
            "basis": finding["basis"],
            "remedy": finding["remedy"],
            "amount": number_of(finding["amount"]),
            "rule": finding["code"],
        }
        identity = [*json.loads(case), finding["code"], finding["variant"], finding["at"]]
        yield FindingRow(json.dumps(identity, ensure_ascii=False), finding["severity"], cells)
        yield from _findings(finding["consequences"], case, lang, finding["number"])


def _facts(finding: Mapping[str, Any], lang: str) -> str:
    """One line a fact, then the judgement."""
    lines = [
        FACT(place=fact["place"][lang], value=fact["value"] or words.BLANK).text(lang) for fact in finding["facts"]
    ]
    if finding["facts_in_all"] > len(lines):
        lines.append(FACTS_IN_ALL(count=finding["facts_in_all"]).text(lang))
    judged = SEPARATOR().text(lang).join(said[lang] for said in finding["judgement"])
    return "\n".join((*lines, JUDGED(what=judged).text(lang)) if judged else lines)


def number_of(text: str | None) -> Value:
    """A plain number as such; a text that is none, or has more than the 15 digits of a spreadsheet, as it is."""
    try:
        number = Decimal(text or "")
    except InvalidOperation:
        return text or None
    is_plain = number.is_finite() and len(number.as_tuple().digits) <= 15 and "e" not in (text or "").lower()
    return number if is_plain else text


# --- the summary ---


def _tables(case: Mapping[str, Any], lang: str) -> Iterator[TableRow]:
    """A line for every evaluation, with what was found in it; what was found elsewhere on a line of its own."""
    ours = [appraisal["at"] for appraisal in case["appraisals"]]
    counted: dict[str, Counter[str]] = {at: Counter() for at in ("", *ours)}
    for kind, said in (
        *((f["severity"], f["at"]) for f in case["findings"]),
        *(("?", u["at"]) for u in case["undecided"]),
    ):
        at = next((at for at in ours if said == at or said.startswith(f"{at}/")), "")
        counted[at][kind] += 1
    for appraisal in case["appraisals"]:
        rescored = appraisal["rescored"]
        yield TableRow(
            name=appraisal["name"],
            stated=number_of(appraisal["stated"]),
            readded=_span(appraisal["readded"], lang),
            low=number_of(rescored["low"]),
            high=number_of(rescored["high"]),
            grades=(appraisal["grade_stated"] or "", appraisal["grade_rescored"] or ""),
            counts=_counts(counted[appraisal["at"]]),
        )
    if any(counted[""].values()) or not ours:
        rest = words.OTHER_PARTS.text(lang)
        yield TableRow(rest, None, None, None, None, ("", ""), _counts(counted[""]))


def _counts(counted: Counter[str]) -> tuple[int, int, int, int]:
    error, warning, info = (counted[level] for level in _LEVELS)
    return error, warning, info, counted["?"]


def _span(scored: Mapping[str, Any], lang: str) -> Value:
    """One number, or both ends of what is possible; why there is neither."""
    low, high = scored["low"], scored["high"]
    if low is None:
        reason: str = scored["reason"][lang]
        return reason
    return number_of(low) if low == high else f"{low}–{high}"


# --- what went wrong ---


def _troubles(case: Mapping[str, Any], unit: str, lang: str) -> Iterator[Trouble]:
    names = {f["sha256"]: f["name"] for f in case["files"]}
    year = case["year"]
    for part in case["unplaced"]:
        what = f"{names.get(part['where']['file'], '')}\n{part['text']}".strip()
        yield Trouble(words.NOT_RECOGNISED.text(lang), unit, year, what, part["reason"][lang])
    for fault in case["faults"]:
        yield Trouble(words.FAULT.text(lang), unit, year, f"{fault['code']} {fault['place'][lang]}", fault["error"])
