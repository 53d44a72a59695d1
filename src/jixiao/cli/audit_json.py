"""The JSON of a check: one object, decimals as strings."""

from __future__ import annotations

from collections import Counter
from typing import Any

from jixiao.audit import Audit
from jixiao.model import SCHEMA, Evaluation, Finding, Partial, Scored, locate
from jixiao.model.message import shown
from jixiao.model.store import to_json
from jixiao.policy import Policy
from jixiao.scoring import Appraisal

from .inputs import Opened


def audit_json(audit: Audit, opened: Opened) -> dict[str, Any]:
    """``schema``, ``policy``, ``dossier``, ``findings``, ``undecided``, ``waived``, ``summary``."""

    def where(at: str) -> dict[str, Any] | None:
        position = locate(opened.trace, at)
        return position.as_json() if position else None

    def finding(f: Finding) -> dict[str, Any]:
        return {
            "code": f.code,
            "name": f.name,
            "severity": str(f.severity),
            "message": f.text(),
            "message_en": f.text("en"),
            "at": f.at,
            "related": list(f.facts[1:]),
            "where": where(f.at),
            "values": {name: shown(value) for name, value in f.values.items()},
            "basis": f.basis,
            "consequences": [finding(c) for c in f.consequences],
        }

    return {
        "schema": SCHEMA,
        "policy": _policy(audit.policy),
        "dossier": to_json(audit.dossier),
        "findings": [finding(f) for f in audit.findings],
        "undecided": [
            {"code": u.code, "at": u.at, "reason": str(u.reason), "where": where(u.at)} for u in audit.undecided
        ],
        "faults": [{"code": f.code, "at": f.at, "error": f.error} for f in audit.faults],
        "waived": [
            {**finding(f), "reason": w.reason, "until": w.until.isoformat() if w.until else None}
            for f, w in audit.waived
        ],
        "unplaced": [{"where": u.position.as_json(), "text": u.text, "reason": u.reason} for u in opened.unplaced],
        "summary": _summary(audit),
    }


def _policy(policy: Policy) -> dict[str, Any]:
    return {
        "id": policy.id,
        "title": policy.title,
        "because": policy.chosen_because,
        "warnings": list(policy.warnings),
    }


def _summary(audit: Audit) -> dict[str, Any]:
    """How many findings of each severity, and the scores of every table."""
    counted = Counter(str(f.severity) for f in audit.findings)
    return {
        **{level: counted.get(level, 0) for level in ("error", "warning", "info")},
        "undecided": len(audit.undecided),
        "waived": len(audit.waived),
        "scores": [_scores(e, audit.appraisals[place]) for place, e in audit.dossier.each(Evaluation)],
    }


def _scores(evaluation: Evaluation, appraisal: Appraisal) -> dict[str, Any]:
    return {
        "evaluation": evaluation.id,
        "name": evaluation.name,
        "stated": evaluation.total.raw if evaluation.total else None,
        "readded": _scored(appraisal.readded),
        "rescored": _scored(appraisal.rescored),
        "grade_stated": appraisal.grade_stated,
        "grade_rescored": appraisal.grade_rescored,
    }


def _scored(result: Scored | Partial) -> dict[str, Any]:
    if isinstance(result, Partial):
        return result.as_json()
    return {"low": f"{result.low:f}", "high": f"{result.high:f}"}
