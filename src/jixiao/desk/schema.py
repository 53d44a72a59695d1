"""The published JSON Schema of an assessment: what :mod:`.assessment` writes, as types."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ConfigDict, TypeAdapter, with_config
from typing_extensions import TypedDict  # pydantic brings it; that of the standard library serves from Python 3.12 on

from .assessment import SCHEMA

_STRICT = ConfigDict(extra="forbid")


@with_config(_STRICT)
class _Needed(TypedDict):
    key: str
    zh: str
    en: str


@with_config(_STRICT)
class Said(_Needed, total=False):
    """A sentence: its key, its values, and both languages."""

    values: dict[str, Any]


@with_config(_STRICT)
class File(TypedDict):
    """A file by the SHA-256 of its bytes, with every path at which it lay."""

    sha256: str
    name: str
    paths: list[str]


@with_config(_STRICT)
class NoteJson(TypedDict):
    """Something about how a file (its name) or a place (its address) was read."""

    of: str
    message: Said


@with_config(_STRICT)
class PolicyJson(TypedDict):
    """The policy that was applied, and why it was."""

    id: str
    title: str
    because: Said
    warnings: list[Said]


@with_config(_STRICT)
class Range(TypedDict):
    """A score: one value where both are equal."""

    low: str
    high: str


class SoFar(TypedDict):
    """What is known of a total: between these, of the points that what is known could have."""

    low: str
    high: str
    weight: str


@with_config(_STRICT)
class PartialRange(TypedDict):
    """A total that lacks some of its parts: what is known so far, why the rest is not, the places that are missing,
    and what the whole can become; ``low`` and ``high`` are empty while a weight is missing.
    """

    so_far: SoFar
    reason: Said
    missing: list[str]
    low: str | None
    high: str | None


@with_config(_STRICT)
class AppraisalJson(TypedDict):
    """The scores of one table: as stated, added up (复加), by the policy (复算)."""

    at: str
    name: str
    stated: str | None
    readded: Range | PartialRange
    rescored: Range | PartialRange
    grade_stated: str | None
    grade_rescored: str | None


@with_config(_STRICT)
class Words(TypedDict):
    """Words in both languages."""

    zh: str
    en: str


@with_config(_STRICT)
class FactJson(TypedDict):
    """A fact that a finding names: its stable address, its place as far as it differs from that of the finding, and
    what is printed there.
    """

    at: str
    place: Words
    value: str


@with_config(_STRICT)
class FindingJson(TypedDict):
    """One fault: its rule, its sentence, its stable address and place, further places, the facts that prove it.

    ``number`` counts the findings of a case, ``3.1`` is a consequence of 3; empty where it was waived. ``dimension`` is
    the word for the family of its rule, ``object`` the table or report, ``place`` where a person finds it. ``facts``
    are what is printed at its places, the first few of ``facts_in_all``; ``judgement`` what the rule held them
    against. ``amount`` is the money at stake in 万元, where all that was compared is money. ``remedy`` is how to mend
    it, as the page of the rule says (Chinese).
    """

    number: str
    code: str
    variant: str
    name: str
    title: str
    severity: str
    dimension: Words
    message: Said
    at: str
    where: dict[str, Any] | None
    object: Said
    place: Said
    also: list[str]
    evidence: list[str]
    values: dict[str, str]
    facts: list[FactJson]
    facts_in_all: int
    judgement: list[Said]
    amount: str | None
    basis: str
    remedy: str
    consequences: list[FindingJson]


@with_config(_STRICT)
class UndecidedJson(TypedDict):
    """What could not be checked, and why."""

    code: str
    at: str
    where: dict[str, Any] | None
    place: Said
    reason: Said


@with_config(_STRICT)
class FaultJson(TypedDict):
    """A rule that broke down: the result is incomplete."""

    code: str
    at: str
    place: Said
    error: str
    traceback: str


@with_config(_STRICT)
class WaiverJson(TypedDict):
    """A finding that a person has accepted."""

    code: str
    at: str
    reason: str
    until: str | None
    approver: str


@with_config(_STRICT)
class WaivedJson(TypedDict):
    """A finding with the waiver that hides it."""

    finding: FindingJson
    waiver: WaiverJson


@with_config(_STRICT)
class UnplacedJson(TypedDict):
    """A part of a file in which nothing was recognised."""

    where: dict[str, Any]
    text: str
    reason: Said


@with_config(_STRICT)
class RuleJson(TypedDict):
    """What one rule came to, in numbers and places."""

    code: str
    title: str
    dimension: Words
    subjects: int
    held: int
    found: int
    undecided: int
    faults: int
    not_applicable: int
    places: dict[str, list[str]]


@with_config(_STRICT)
class CaseJson(TypedDict):
    """One case: what one unit filed for one year, and everything that was found."""

    unit: str
    year: int | None
    files: list[File]
    grounds: list[NoteJson]
    missing: list[Said]
    unread: list[NoteJson]
    notes: list[NoteJson]
    policy: PolicyJson
    appraisals: list[AppraisalJson]
    findings: list[FindingJson]
    undecided: list[UndecidedJson]
    faults: list[FaultJson]
    waived: list[WaivedJson]
    expired: list[WaiverJson]
    unplaced: list[UnplacedJson]
    protocol: list[RuleJson]
    summary: dict[str, int]
    dossier: dict[str, Any]


@with_config(_STRICT)
class AssessmentJson(TypedDict):
    """Every case, by which version, as of which day; a summary over all."""

    schema: str
    version: str
    as_of: str
    cases: list[CaseJson]
    summary: dict[str, Any]


ASSESSMENT: TypeAdapter[AssessmentJson] = TypeAdapter(AssessmentJson)
"""Proves that plain data are an assessment."""


def assessment_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of an assessment; its dossier has a schema of its own."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        **ASSESSMENT.json_schema(),
    }


def schema_text() -> str:
    """The schema as the text of ``docs/schema/assessment-1.json``."""
    return json.dumps(assessment_schema(), ensure_ascii=False, indent=2) + "\n"
