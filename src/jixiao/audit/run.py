"""The runner: a dossier, a policy and rules enter; findings, what stayed undecided, what broke down, the protocol, and
what was waived leave.

It walks the subjects, hands each rule what its parameters ask for, makes pointers absolute, adds the messages, and
attaches consequences to their cause. It reads no clock: the day is an input.
"""

from __future__ import annotations

import gc
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from datetime import date
from functools import lru_cache
from typing import Any

from jixiao.model import Case, Dossier, Evaluation, Fault, Finding, Held, Message, Undecided
from jixiao.model.classes import dataclass
from jixiao.model.memo import memory
from jixiao.model.message import words
from jixiao.model.pointer import join, positional
from jixiao.policy import Policy, basis, resolve
from jixiao.scoring import Appraisal, appraise

from .consequences import attach_consequences
from .messages import NOT_FILLED_IN
from .protocol import RuleRecord, Tally, protocol_of
from .rule import Outcome, Rule
from .rulebook import chosen, with_own
from .walk import Subject, subjects


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that a person has accepted: which rule, where (``at`` may use ids), why, until when, and who did."""

    code: str
    at: str
    reason: str
    until: date | None = None
    approver: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """The result of a check. ``appraisals`` maps the pointer of an evaluation to its re-scoring; ``protocol`` has a
    record for every chosen rule in the order of the codes; ``faults`` are rules that broke down: errors of ours, for
    which the result is incomplete. ``as_of`` is the day that was given.
    """

    dossier: Dossier
    policy: Policy
    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    expired: tuple[Waiver, ...] = ()
    appraisals: Mapping[str, Appraisal] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    protocol: tuple[RuleRecord, ...] = ()
    as_of: date | None = None


def check(
    case: Dossier | Case,
    policy: Policy | None = None,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    waivers: Sequence[Waiver] = (),
    as_of: date | None = None,
    own: Sequence[Rule] = (),
) -> Audit:
    """Look at a dossier, or at that of a case, with every chosen rule. Without ``policy`` the unit's name, place and
    year choose it.

    ``KeyError`` names a selector that no rule answers to. ``as_of`` is the day by which waivers expire; without it no
    expiry is judged and every waiver holds. ``own`` are rules of an office beside the catalogue's.
    """
    rules = with_own(chosen(select, ignore, own), own, select, ignore)
    dossier = case.dossier if isinstance(case, Case) else case
    policy = policy or resolve(unit=dossier.unit, year=dossier.year, place=dossier.place)
    with memory(), _uncollected():
        appraisals = {at: appraise(e, policy) for at, e in dossier.each(Evaluation)}
        said, protocol = _run(dossier, policy, rules, appraisals)
    findings = attach_consequences([s for s in said if isinstance(s, Finding)], rules)
    kept, waived, expired = _waive(dossier, findings, waivers, rules, as_of)
    return Audit(
        dossier,
        policy,
        tuple(sorted(kept, key=lambda f: (-_rank(f), f.code, f.at))),
        tuple(s for s in said if isinstance(s, Undecided)),
        tuple(waived),
        tuple(expired),
        appraisals,
        tuple(s for s in said if isinstance(s, Fault)),
        protocol,
        as_of,
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """The collector of cycles rests meanwhile. A check makes none, and all that it computes is kept until its end: each
    pass over it would find nothing, and with many tables such passes take a tenth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:  # whoever stopped it starts it again, also where several threads check
            gc.enable()


def _rank(finding: Finding) -> int:
    return finding.severity.rank if finding.severity is not None else 0


_Said = Finding | Undecided | Fault


def _run(
    dossier: Dossier, policy: Policy, rules: Sequence[Rule], appraisals: Mapping[str, Appraisal]
) -> tuple[list[_Said], tuple[RuleRecord, ...]]:
    """Everything that the rules say, but for where they held, and the record of each."""
    tallies: dict[type, list[Tally]] = {}
    for declared in rules:
        tallies.setdefault(declared.subject, []).append(Tally(declared))
    said: list[_Said] = []
    for subject in subjects(dossier, policy, appraisals):
        _look(tallies.get(type(subject.item), ()), subject, said)
    return said, protocol_of(tally for group in tallies.values() for tally in group)


def _look(tallies: Sequence[Tally], subject: Subject, said: list[_Said]) -> None:
    """What every rule says of one subject, counted, and added to ``said`` but for where it held. One faulty rule must
    not cost a reviewer the other findings of a thousand files, nor what it said itself before it broke down.
    """
    item, base, companions = subject.item, subject.at, subject.companions
    given: dict[tuple[type, ...], list[Any]] = {}  # many rules ask for the same beside a subject
    for tally in tallies:
        declared = tally.rule
        tally.subjects += 1
        silent = True
        try:
            beside = given.get(declared.companions)
            if beside is None:
                beside = given[declared.companions] = [companions[kind] for kind in declared.companions]
            for outcome in declared.check(item, *beside):
                silent = False
                if type(outcome) is Held:  # by far the most: a place and no more
                    tally.held.append(join(base, outcome.at) if outcome.at else base)
                    continue
                if declared.asks_all and subject.open:
                    outcome = _not_yet(outcome)
                finished = _finished(outcome, base, declared)
                tally.count(finished)
                said.append(finished)
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            fault = Fault(declared.code, base, what, traceback.format_exc())
            tally.count(fault)
            said.append(fault)
        else:
            tally.not_applicable += silent


def _not_yet(outcome: Outcome) -> Outcome:
    """What is missing from an open record is no fault yet; a file that was handed over stays judged in full."""
    if isinstance(outcome, Finding):
        return Undecided(NOT_FILLED_IN(), outcome.at, related=(*outcome.also, *outcome.evidence))
    return outcome


def _finished(outcome: Outcome, base: str, declared: Rule) -> _Said:
    """The outcome with absolute pointers and all that the rule's declaration adds. ``TypeError`` where it is none."""
    match outcome:
        case Undecided():
            return Undecided(outcome.reason, join(base, outcome.at), declared.code, _joined(base, outcome.related))
        case Finding():
            return Finding(
                at=join(base, outcome.at),
                also=_joined(base, outcome.also),
                evidence=_joined(base, outcome.evidence),
                values=outcome.values,
                severity=outcome.severity or declared.severity,
                variant=outcome.variant,
                code=declared.code,
                name=declared.name,
                title=declared.title,
                message=declared.message(outcome),
                basis=_source(declared.basis),
            )
    raise TypeError(f"{declared.code} yields what is no outcome: {outcome!r}")


def _joined(base: str, pointers: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([join(base, pointer) for pointer in pointers])) if pointers else ()


@lru_cache(maxsize=512)
def _source(key: str) -> Message | None:
    """The citation of a basis. A rule of an office's own may cite in its own words; a test proves the catalogue's."""
    try:
        return basis(key).citation.message
    except KeyError:
        return words(key) if key else None


def _waive(
    dossier: Dossier, findings: Sequence[Finding], waivers: Sequence[Waiver], rules: Sequence[Rule], as_of: date | None
) -> tuple[list[Finding], list[tuple[Finding, Waiver]], list[Waiver]]:
    now = {earlier: declared.code for declared in rules for earlier in declared.formerly}
    expired = [w for w in waivers if as_of is not None and w.until is not None and w.until < as_of]
    valid = {(now.get(w.code, w.code), _place(dossier, w.at)): w for w in waivers if w not in expired}
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
