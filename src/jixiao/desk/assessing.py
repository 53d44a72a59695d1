"""Cases, a policy and options enter; the assessment of each leaves: re-scoring, findings, what stayed undecided, and
the protocol. Nothing here reads a clock: the day is an input, and the same input gives the same assessment.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from jixiao import __version__
from jixiao.audit import Audit, Rule, Waiver, check
from jixiao.model import Case, Severity, UnreadableError
from jixiao.model.classes import dataclass
from jixiao.model.upgrade import pointer_of_first
from jixiao.policy import Policy, resolve

from . import messages as say


@dataclass(frozen=True, slots=True)
class Assessed:
    """One case with all that was found about it."""

    case: Case
    audit: Audit

    @property
    def incomplete(self) -> bool:
        """Whether a rule broke down, so that the findings are not all there may be."""
        return bool(self.audit.faults)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Every case assessed, by which version of the program, as of which day."""

    cases: tuple[Assessed, ...]
    as_of: date
    version: str = __version__

    def at_or_above(self, bar: Severity) -> bool:
        """Whether any case has a finding of that severity or graver."""
        return any((f.severity or bar).rank >= bar.rank for one in self.cases for f in one.audit.findings)

    @property
    def incomplete(self) -> bool:
        """Whether any case is incomplete."""
        return any(one.incomplete for one in self.cases)


def policy_of(case: Case, policy: str | Policy | None = None) -> Policy:
    """The policy asked for, or the one that unit, year and place choose. ``PolicyError`` where it is unknown or
    faulty.
    """
    if isinstance(policy, Policy):
        return policy
    dossier = case.dossier
    return resolve(unit=dossier.unit, year=dossier.year, place=dossier.place, policy=policy)


def assess(
    cases: Iterable[Case],
    *,
    as_of: date,
    policy: str | Policy | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    waivers: Sequence[Waiver] = (),
    own: Sequence[Rule] = (),
) -> Assessment:
    """Look at every case with the chosen rules. ``KeyError`` names a selector that no rule answers to.

    ``as_of`` is the day by which waivers expire and stages are due. Waivers may hold addresses of an older schema.
    ``own`` are rules of an office beside the catalogue's (:func:`own_rules`).
    """
    wanted, unwanted = tuple(select), tuple(ignore)
    assessed = []
    for case in cases:
        accepted = [_moved(waiver, case) for waiver in waivers]
        audit = check(
            case.dossier,
            policy_of(case, policy),
            select=wanted,
            ignore=unwanted,
            waivers=accepted,
            as_of=as_of,
            own=own,
        )
        assessed.append(Assessed(case, audit))
    return Assessment(tuple(assessed), as_of)


def own_rules(files: Iterable[Path]) -> tuple[Rule, ...]:
    """The rules that an office has written itself. The files are run: give only what you trust. ``UnreadableError``
    where one cannot be run or declares no rule.
    """
    from jixiao.audit import rules_in

    found: list[Rule] = []
    for file in files:
        try:
            found += rules_in(file)
        except ValueError as error:
            raise UnreadableError(str(file), say.RULES_BROKEN(error=str(error)), say.RULES_MEND()) from error
    return tuple(found)


def _moved(waiver: Waiver, case: Case) -> Waiver:
    return replace(waiver, at=pointer_of_first(waiver.at, case.dossier))
