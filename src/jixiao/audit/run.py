"""The runner: a dossier, a policy and rules enter; findings, what stayed undecided, and what was waived leave.

It walks the subjects, hands each rule what its parameters ask for, makes pointers absolute, writes the messages, and
attaches consequences to their cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jixiao.model import Dossier, Evaluation, Figure, Finding, Held, Scored, Undecided
from jixiao.model.pointer import join, positional
from jixiao.policy import Policy, basis, resolve
from jixiao.scoring import Appraisal, appraise

from .catalogue import chosen
from .rule import Outcome, Rule
from .walk import Subject, subjects


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that a person has accepted: which rule, where (``at`` may use ids), why, and until when."""

    code: str
    at: str
    reason: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """The result of a check. ``appraisals`` maps the pointer of an evaluation to its re-scoring."""

    dossier: Dossier
    policy: Policy
    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    expired: tuple[Waiver, ...] = ()
    appraisals: Mapping[str, Appraisal] = field(default_factory=dict)


def check(
    dossier: Dossier,
    policy: Policy | None = None,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    waivers: Sequence[Waiver] = (),
    today: date | None = None,
) -> Audit:
    """Look at a dossier with every chosen rule. Without ``policy`` the unit's name, place and year choose it.

    ``KeyError`` names a selector that no rule answers to. ``today`` decides which waivers have expired.
    """
    policy = policy or resolve(unit=dossier.unit, year=dossier.year, place=dossier.place)
    appraisals = {i: appraise(e, policy) for i, e in dossier.each(Evaluation)}
    findings, undecided = _run(dossier, policy, chosen(select, ignore), appraisals)
    findings = attach_consequences(findings)
    kept, waived, expired = _waive(dossier, findings, waivers, today)
    kept.sort(key=lambda f: (-_severity(f).rank, f.code, f.at))
    return Audit(dossier, policy, tuple(kept), tuple(undecided), tuple(waived), tuple(expired), appraisals)


def _severity(finding: Finding) -> Any:
    assert finding.severity is not None
    return finding.severity


def _run(
    dossier: Dossier, policy: Policy, rules: Sequence[Rule], appraisals: Mapping[str, Appraisal]
) -> tuple[list[Finding], list[Undecided]]:
    by_subject: dict[type, list[Rule]] = {}
    for declared in rules:
        by_subject.setdefault(declared.subject, []).append(declared)
    findings: list[Finding] = []
    undecided: list[Undecided] = []
    for subject in subjects(dossier, policy, appraisals):
        for declared in by_subject.get(type(subject.item), ()):
            for outcome in _outcomes(declared, subject):
                if isinstance(outcome, Held):
                    continue
                if isinstance(outcome, Undecided):
                    undecided.append(_absolute_undecided(outcome, subject, declared))
                else:
                    findings.append(_finished(outcome, subject, declared))
    return findings, undecided


def _outcomes(declared: Rule, subject: Subject) -> list[Outcome]:
    """What the rule says. One faulty rule must not cost a reviewer the other findings of a thousand files."""
    try:
        return list(declared.check(subject.item, *map(subject.companions.__getitem__, declared.companions)))
    except Exception as fault:
        return [Undecided(f"规则 {declared.code} 运行出错（{type(fault).__name__}：{fault}）")]


def _absolute_undecided(outcome: Undecided, subject: Subject, declared: Rule) -> Undecided:
    return replace(
        outcome,
        at=join(subject.at, outcome.at),
        code=declared.code,
        related=tuple(join(subject.at, r) for r in outcome.related),
    )


def _finished(finding: Finding, subject: Subject, declared: Rule) -> Finding:
    shown = {name: show(value) for name, value in finding.values.items()}
    return replace(
        finding,
        at=join(subject.at, finding.at),
        related=tuple(dict.fromkeys(join(subject.at, r) for r in finding.related)),
        values=shown,
        severity=finding.severity or declared.severity,
        code=declared.code,
        name=declared.name,
        title=declared.title,
        message=declared.zh[finding.variant].format_map(shown),
        message_en=declared.en[finding.variant].format_map(shown),
        basis=_source(declared.basis),
    )


@lru_cache(maxsize=512)
def _source(key: str) -> str:
    return str(basis(key))


def show(value: Any) -> str:
    """A value as a message prints it: figures as on paper, decimals without an exponent, lists with 、 between."""
    match value:
        case Figure():
            return value.raw
        case Decimal():
            return f"{value:f}"
        case Scored():
            return str(value)
        case None:
            return "—"
        case tuple() | list():
            return "、".join(show(v) for v in value)
    return str(value)


def attach_consequences(findings: Sequence[Finding]) -> list[Finding]:
    """One fault, one finding: a finding whose rule names another as its possible cause, and that shares a fact with
    it, goes under it. A chain of causes goes under its first link. A consequence is never graver than its cause: an
    error does not hide under a hint.
    """
    after = {declared.code: declared.after for declared in chosen()}
    facts = [frozenset({f.at, *f.related}) for f in findings]
    cause_of: dict[int, int] = {}
    for index, finding in enumerate(findings):
        codes = after.get(finding.code)
        if not codes:
            continue
        for other, candidate in enumerate(findings):
            if candidate.code not in codes or _rank(candidate) < _rank(finding):
                continue
            if facts[index] & facts[other] and _root(other, cause_of) != index:
                cause_of[index] = other
                break
    consequences: dict[int, list[Finding]] = {}
    for index in cause_of:
        consequences.setdefault(_root(index, cause_of), []).append(findings[index])
    return [
        replace(finding, consequences=tuple(consequences[index])) if index in consequences else finding
        for index, finding in enumerate(findings)
        if index not in cause_of
    ]


def _rank(finding: Finding) -> int:
    return finding.severity.rank if finding.severity is not None else 0


def _root(index: int, cause_of: Mapping[int, int]) -> int:
    while index in cause_of:
        index = cause_of[index]
    return index


def _waive(
    dossier: Dossier, findings: Sequence[Finding], waivers: Sequence[Waiver], today: date | None
) -> tuple[list[Finding], list[tuple[Finding, Waiver]], list[Waiver]]:
    today = today or date.today()  # noqa: DTZ011 - a waiver ends with the office's own day
    expired = [w for w in waivers if w.until is not None and w.until < today]
    valid = {(w.code, _place(dossier, w.at)): w for w in waivers if w not in expired}
    kept: list[Finding] = []
    waived: list[tuple[Finding, Waiver]] = []
    for finding in findings:
        waiver = valid.get((finding.code, finding.at))
        if waiver:
            waived.append((finding, waiver))
        else:
            kept.append(finding)
    return kept, waived, expired


def _place(dossier: Dossier, at: str) -> str:
    try:
        return positional(dossier, at)
    except (LookupError, ValueError):
        return at
