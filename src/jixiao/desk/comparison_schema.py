"""The published JSON Schema of a comparison: what :mod:`.comparison` writes, as types."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import ConfigDict, TypeAdapter, with_config
from typing_extensions import TypedDict

from .comparison import COMPARISON_SCHEMA
from .schema import File, Said

_STRICT = ConfigDict(extra="forbid")


@with_config(_STRICT)
class SideJson(TypedDict):
    """One of the two assessments: whose case, which files, by which policy, as of which day."""

    unit: str
    year: int | None
    files: list[File]
    policy: str
    as_of: str | None


class _Finding(TypedDict):
    code: str
    variant: str
    title: str
    severity: Literal["error", "warning", "info"]
    message: Said


@with_config(_STRICT)
class NowJson(_Finding):
    """The finding that stands after for one of before, and where."""

    where: dict[str, Any] | None


@with_config(_STRICT)
class FateJson(_Finding):
    """A finding of before and what became of it: ``mended`` (the rule holds there now), ``open``, ``undecided``
    (``why`` says the reason), ``lapsed`` (the rule has nothing to check there), ``gone`` (the place is), ``waived``.
    """

    state: Literal["mended", "open", "undecided", "lapsed", "gone", "waived"]
    at: str
    place: Said
    where: dict[str, Any] | None
    why: Said | None
    now: NowJson | None


@with_config(_STRICT)
class FreshJson(_Finding):
    """A finding that was not there before."""

    at: str
    place: Said
    where: dict[str, Any] | None


@with_config(_STRICT)
class ChangeJson(TypedDict):
    """A fact that is another now, or a record that came or went; ``null`` where there was or is no such place."""

    kind: Literal["changed", "added", "removed"]
    at: str
    place: Said
    before: str | None
    after: str | None


@with_config(_STRICT)
class ComparisonJson(TypedDict):
    """Two assessments of one case held against each other."""

    schema: str
    version: str
    before: SideJson
    after: SideJson
    findings: list[FateJson]
    new: list[FreshJson]
    changes: list[ChangeJson]
    summary: dict[str, int]


COMPARISON: TypeAdapter[ComparisonJson] = TypeAdapter(ComparisonJson)
"""Proves that plain data are a comparison."""


def comparison_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a comparison."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": COMPARISON_SCHEMA,
        **COMPARISON.json_schema(),
    }


def schema_text() -> str:
    """The schema as the text of ``docs/schema/comparison-1.json``."""
    return json.dumps(comparison_schema(), ensure_ascii=False, indent=2) + "\n"
