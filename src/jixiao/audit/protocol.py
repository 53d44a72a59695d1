"""The protocol (核查记录): outcomes enter one by one, and what every rule came to leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jixiao.model import Fault, Finding, Held, Undecided

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
    places: dict[type, list[str]] = field(default_factory=lambda: {Held: [], Finding: [], Undecided: [], Fault: []})
    not_applicable: int = 0
    subjects: int = 0

    def count(self, outcomes: Sequence[Held | Finding | Undecided | Fault]) -> None:
        """What the rule said of one more subject."""
        self.subjects += 1
        if not outcomes:
            self.not_applicable += 1
        for outcome in outcomes:
            self.places[type(outcome)].append(outcome.at)

    def record(self) -> RuleRecord:
        """The finished record."""
        held, found, undecided, faults = (tuple(self.places[kind]) for kind in (Held, Finding, Undecided, Fault))
        return RuleRecord(self.rule, held, found, undecided, faults, self.not_applicable, self.subjects)


def protocol_of(tallies: Iterable[Tally]) -> tuple[RuleRecord, ...]:
    """The records in the order of the codes."""
    return tuple(tally.record() for tally in sorted(tallies, key=lambda t: t.rule.code))
