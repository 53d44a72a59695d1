"""The protocol (核查记录): outcomes enter one by one, and what every rule came to leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from jixiao.model import Fault, Finding, Undecided
from jixiao.model.classes import dataclass

from .rule import Rule


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """What one rule came to: the places (absolute pointers) where it held, found something, could not decide or broke
    down, in the order of the walk.

    ``not_applicable`` counts the subjects at which there was nothing of the kind to check, ``subjects`` all that it
    was shown. Every finding counts where it was made, also one that was waived or went under its cause.
    """

    rule: Rule
    held: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    not_applicable: int = 0
    subjects: int = 0

    @property
    def code(self) -> str:
        """The code of its rule."""
        return self.rule.code

    @property
    def applied(self) -> bool:
        """Whether there was anything to check at all."""
        return self.not_applicable < self.subjects

    @property
    def counts(self) -> dict[str, int]:
        """Numbers for a table: subjects, held, found, undecided, faults, not_applicable."""
        return {
            "subjects": self.subjects,
            "held": len(self.held),
            "found": len(self.found),
            "undecided": len(self.undecided),
            "faults": len(self.faults),
            "not_applicable": self.not_applicable,
        }


@dataclass(slots=True)
class Tally:
    """The record of one rule in the making."""

    rule: Rule
    held: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    undecided: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    not_applicable: int = 0
    subjects: int = 0

    def count(self, outcome: Finding | Undecided | Fault) -> None:
        """One thing more that the rule said, or that it broke down."""
        match outcome:
            case Finding():
                self.found.append(outcome.at)
            case Undecided():
                self.undecided.append(outcome.at)
            case Fault():
                self.faults.append(outcome.at)

    def record(self) -> RuleRecord:
        """The finished record."""
        places = (tuple(places) for places in (self.held, self.found, self.undecided, self.faults))
        held, found, undecided, faults = places
        return RuleRecord(self.rule, held, found, undecided, faults, self.not_applicable, self.subjects)


def protocol_of(tallies: Iterable[Tally]) -> tuple[RuleRecord, ...]:
    """The records in the order of the codes."""
    return tuple(tally.record() for tally in sorted(tallies, key=lambda t: t.rule.code))
