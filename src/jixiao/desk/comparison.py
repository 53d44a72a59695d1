"""The published JSON of a comparison (``jixiao/comparison/1``). A comparison enters; plain data leave.

Addresses are stable ones, and those of before and after mean the same records. Sentences and words are given in both
languages. The schema stands in ``docs/schema/comparison-1.json``.
"""

from __future__ import annotations

from typing import Any

from jixiao import __version__
from jixiao.model import Case, Finding, Position, locate

from .assessing import Assessed
from .changes import FactChange
from .comparing import Comparison, Fate, Fresh

COMPARISON_SCHEMA = "jixiao/comparison/1"


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """The whole comparison as plain data."""
    before, after = comparison.before, comparison.after
    return {
        "schema": COMPARISON_SCHEMA,
        "version": __version__,
        "before": _side(before),
        "after": _side(after),
        "findings": [_fate(fate, before.case, after.case) for fate in comparison.fates],
        "new": [_fresh(one, after.case) for one in comparison.new],
        "changes": [_change(one) for one in comparison.changes],
        "summary": dict(comparison.counts),
    }


def _side(assessed: Assessed) -> dict[str, Any]:
    case, audit = assessed.case, assessed.audit
    return {
        "unit": case.dossier.unit,
        "year": case.dossier.year,
        "files": [{"sha256": f.sha256, "name": f.name, "paths": list(f.paths)} for f in case.files],
        "policy": audit.policy.id,
        "as_of": audit.as_of.isoformat() if audit.as_of else None,
    }


def _fate(fate: Fate, before: Case, after: Case) -> dict[str, Any]:
    now = fate.now
    return {
        "state": str(fate.state),
        **_finding(fate.finding),
        "at": fate.at,
        "place": fate.place.as_json(),
        "where": _where(before, fate.finding.at),
        "why": fate.why.as_json() if fate.why else None,
        "now": None if now is None else {**_finding(now), "where": _where(after, now.at)},
    }


def _fresh(one: Fresh, after: Case) -> dict[str, Any]:
    where = _where(after, one.finding.at)
    return {**_finding(one.finding), "at": one.at, "place": one.place.as_json(), "where": where}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "variant": finding.variant,
        "title": finding.title,
        "severity": str(finding.severity),
        "message": finding.message.as_json(),
    }


def _change(change: FactChange) -> dict[str, Any]:
    return {
        "kind": str(change.kind),
        "at": change.at,
        "place": change.place.as_json(),
        "before": change.before,
        "after": change.after,
    }


def _where(case: Case, pointer: str) -> dict[str, Any] | None:
    position: Position | None = locate(case.trace, pointer)
    return position.as_json() if position else None
