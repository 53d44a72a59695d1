"""The published JSON of an assessment (``jixiao/assessment/1``). An assessment enters; plain data leave.

Always a list of ``cases``, also for one. Addresses are stable (by ids); ``where`` is the place in the file. Sentences
are given as key, values and both languages. The schema stands in ``docs/schema/assessment-1.json``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from jixiao.audit import Rule, RuleRecord, Waiver
from jixiao.audit.families import dimension_of
from jixiao.forms.whereabouts import object_of
from jixiao.model import Evaluation, Fault, Finding, Partial, Scored, Term, Undecided
from jixiao.model.case import Note
from jixiao.model.message import shown
from jixiao.model.pointer import join
from jixiao.model.store import to_json
from jixiao.policy import Policy
from jixiao.scoring import Appraisal

from .addresses import Addresses
from .assessing import Assessed, Assessment
from .evidence import MOST, amount_of, facts_of, judgement_of

SCHEMA = "jixiao/assessment/1"


def assessment_json(assessment: Assessment) -> dict[str, Any]:
    """The whole assessment as plain data; decimals are texts."""
    cases = [case_json(one) for one in assessment.cases]
    return {
        "schema": SCHEMA,
        "version": assessment.version,
        "as_of": assessment.as_of.isoformat(),
        "cases": cases,
        "summary": _over_all(cases),
    }


def case_json(one: Assessed) -> dict[str, Any]:
    """One case: whose it is, its files, the policy, and everything that was found."""
    case, audit = one.case, one.audit
    at = Addresses(case)
    rules = {record.code: record.rule for record in audit.protocol}
    return {
        "unit": case.dossier.unit,
        "year": case.dossier.year,
        "files": [{"sha256": f.sha256, "name": f.name, "paths": list(f.paths)} for f in case.files],
        "grounds": _notes(case.grounds),
        "missing": [message.as_json() for message in case.missing],
        "unread": _notes(case.unread),
        "notes": _notes(case.notes),
        "policy": _policy(audit.policy),
        "appraisals": [
            _appraisal(at, pointer, record, audit.appraisals[pointer])
            for pointer, record in case.dossier.each(Evaluation)
        ],
        "findings": [_finding(at, rules, f, str(n)) for n, f in enumerate(audit.findings, start=1)],
        "undecided": [_undecided(at, u) for u in audit.undecided],
        "faults": [_fault(at, f) for f in audit.faults],
        "waived": [_waived(at, rules, f, w) for f, w in audit.waived],
        "expired": [_waiver(w) for w in audit.expired],
        "unplaced": [
            {"where": u.position.as_json(), "text": u.text, "reason": u.reason.as_json()} for u in case.unplaced
        ],
        "protocol": [_record(at, record) for record in audit.protocol],
        "summary": _summary(one),
        "dossier": to_json(case.dossier),
    }


def _notes(notes: Sequence[Note]) -> list[dict[str, Any]]:
    return [{"of": note.of, "message": note.message.as_json()} for note in notes]


def _policy(policy: Policy) -> dict[str, Any]:
    return {
        "id": policy.id,
        "title": policy.title,
        "because": policy.chosen_because.as_json(),
        "warnings": [warning.as_json() for warning in policy.warnings],
    }


def _finding(at: Addresses, rules: Mapping[str, Rule], finding: Finding, number: str) -> dict[str, Any]:
    """A finding with what a person needs to take it up. ``number`` counts those of a case; of a consequence it is that
    of its cause with its own behind: 3.1.
    """
    rule = rules.get(finding.code)
    facts = facts_of(at, finding)
    following = enumerate(finding.consequences, start=1)
    return {
        "number": number,
        "code": finding.code,
        "variant": finding.variant,
        "name": finding.name,
        "title": finding.title,
        "severity": str(finding.severity),
        "dimension": _term(dimension_of(finding.code)),
        "message": finding.message.as_json(),
        "at": at.stable(finding.at),
        "where": at.where(finding.at),
        "object": object_of(at.case, finding.at).as_json(),
        "place": at.place(finding.at),
        "also": at.all(finding.also),
        "evidence": at.all(finding.evidence),
        "values": {name: shown(value) for name, value in finding.values.items()},
        "facts": facts[:MOST],
        "facts_in_all": len(facts),
        "judgement": judgement_of(finding),
        "amount": amount_of(at, finding),
        "basis": str(finding.basis or ""),
        "remedy": rule.remedy if rule else "",
        "consequences": [_finding(at, rules, one, f"{number}.{n}" if number else "") for n, one in following],
    }


def _term(term: Term) -> dict[str, str]:
    return {"zh": term.zh, "en": term.en}


def _undecided(at: Addresses, undecided: Undecided) -> dict[str, Any]:
    return {
        "code": undecided.code,
        "at": at.stable(undecided.at),
        "where": at.where(undecided.at),
        "place": at.place(undecided.at),
        "reason": undecided.reason.as_json(),
    }


def _fault(at: Addresses, fault: Fault) -> dict[str, Any]:
    return {
        "code": fault.code,
        "at": at.stable(fault.at),
        "place": at.place(fault.at),
        "error": fault.error,
        "traceback": fault.traceback,
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    until = waiver.until.isoformat() if waiver.until else None
    return {
        "code": waiver.code, "at": waiver.at, "reason": waiver.reason, "until": until, "approver": waiver.approver
    }  # fmt: skip


def _waived(at: Addresses, rules: Mapping[str, Rule], finding: Finding, waiver: Waiver) -> dict[str, Any]:
    """A waived finding has no number: it is none that somebody has to take up."""
    return {"finding": _finding(at, rules, finding, ""), "waiver": _waiver(waiver)}


def _record(at: Addresses, record: RuleRecord) -> dict[str, Any]:
    return {
        "code": record.code,
        "title": record.rule.title,
        "dimension": _term(dimension_of(record.code)),
        **record.counts,
        "places": {
            "held": at.all(record.held),
            "found": at.all(record.found),
            "undecided": at.all(record.undecided),
            "faults": at.all(record.faults),
        },
    }


def _appraisal(at: Addresses, pointer: str, evaluation: Evaluation, appraisal: Appraisal) -> dict[str, Any]:
    return {
        "at": at.stable(pointer),
        "name": evaluation.name,
        "stated": evaluation.total.raw if evaluation.total else None,
        "readded": _scored(at, pointer, appraisal.readded),
        "rescored": _scored(at, pointer, appraisal.rescored),
        "grade_stated": appraisal.grade_stated,
        "grade_rescored": appraisal.grade_rescored,
    }


def _scored(at: Addresses, pointer: str, result: Scored | Partial) -> dict[str, Any]:
    if isinstance(result, Partial):
        bounds = result.bounds
        return {
            "so_far": {"low": f"{result.low:f}", "high": f"{result.high:f}", "weight": f"{result.weight:f}"},
            "reason": result.reason.as_json(),
            "missing": [at.stable(join(pointer, place)) for place in result.missing],
            "low": None if bounds is None else f"{bounds.low:f}",
            "high": None if bounds is None else f"{bounds.high:f}",
        }
    return {"low": f"{result.low:f}", "high": f"{result.high:f}"}


def _summary(one: Assessed) -> dict[str, int]:
    """How many of each: findings by severity, and the rest."""
    audit = one.audit
    counted = Counter(str(f.severity) for f in audit.findings)
    return {
        **{level: counted.get(level, 0) for level in ("error", "warning", "info")},
        "undecided": len(audit.undecided),
        "waived": len(audit.waived),
        "faults": len(audit.faults),
        "unplaced": len(one.case.unplaced),
        "rules": len(audit.protocol),
        "rules_applied": sum(record.applied for record in audit.protocol),
    }


_COUNTED = ("error", "warning", "info", "undecided", "waived", "faults", "unplaced")


class Summing:
    """The summary over all cases, which are added one at a time."""

    def __init__(self) -> None:
        self._cases = 0
        self._total: Counter[str] = Counter()
        self._rules: Counter[str] = Counter()

    def add(self, case: Mapping[str, Any]) -> None:
        """One case, as :func:`case_json` gives it."""
        self._cases += 1
        self._total.update({key: case["summary"][key] for key in _COUNTED})
        self._rules.update(finding["code"] for finding in case["findings"])

    @property
    def summary(self) -> dict[str, Any]:
        """Of all cases so far."""
        return {
            "cases": self._cases,
            **{key: self._total.get(key, 0) for key in _COUNTED},
            "most_frequent": [{"code": code, "count": count} for code, count in self._rules.most_common(10)],
        }


def _over_all(cases: Sequence[dict[str, Any]]) -> dict[str, Any]:
    summing = Summing()
    for case in cases:
        summing.add(case)
    return summing.summary
