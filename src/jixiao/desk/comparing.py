"""Two assessments of one case, before and after somebody worked on it, enter; what became of each finding, what is new,
and what else changed leave.

Records of the two readings are matched by name and place (:mod:`jixiao.model.ids`), so that a row put in above, a file
of another name or a table that is gone confuse nothing. A finding is mended only where its rule says so now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from jixiao.forms.whereabouts import whereabouts
from jixiao.model import Claim, Dossier, Finding, Message, Record, Severity, Term
from jixiao.model.ids import keep_ids
from jixiao.model.pointer import find, join, resolve, segments, stable

from . import messages as say
from .assessing import Assessed
from .changes import FactChange, changes


class State(StrEnum):
    """What became of a finding."""

    MENDED = "mended"
    OPEN = "open"
    UNDECIDED = "undecided"
    LAPSED = "lapsed"
    GONE = "gone"
    WAIVED = "waived"

    @property
    def term(self) -> Term:
        """The word for a person."""
        return _TERMS[self]


_TERMS = {
    State.MENDED: Term("已改正", "mended"),
    State.OPEN: Term("未改", "open"),
    State.UNDECIDED: Term("未能判断", "undecided"),
    State.LAPSED: Term("不再涉及", "no longer asked"),
    State.GONE: Term("该处已不在", "place gone"),
    State.WAIVED: Term("已豁免", "waived"),
}


@dataclass(frozen=True, slots=True)
class Fate:
    """A finding of before and what became of it: its stable address, its place as a person finds it; ``now`` is the
    finding that stands for it after, ``why`` says what the state alone does not.
    """

    finding: Finding
    at: str
    place: Message
    state: State
    now: Finding | None = None
    why: Message | None = None

    def where(self, lang: str = "zh") -> str:
        """The place as a person reads it."""
        return self.place.text(lang)


@dataclass(frozen=True, slots=True)
class Fresh:
    """A finding that was not there before."""

    finding: Finding
    at: str
    place: Message

    def where(self, lang: str = "zh") -> str:
        """The place as a person reads it."""
        return self.place.text(lang)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the findings of ``before``, what ``after`` has besides, and what changed in the dossier."""

    before: Assessed
    after: Assessed
    fates: tuple[Fate, ...]
    new: tuple[Fresh, ...]
    changes: tuple[FactChange, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many findings of each state, how many are new, how many facts changed."""
        counted = Counter(str(fate.state) for fate in self.fates)
        return {**{str(state): counted[state] for state in State}, "new": len(self.new), "changes": len(self.changes)}

    @property
    def errors_left(self) -> bool:
        """Whether an error is open or new."""
        left = [fate.finding for fate in self.fates if fate.state is State.OPEN]
        return any(f.severity is Severity.ERROR for f in (*left, *(fresh.finding for fresh in self.new)))


def compare(before: Assessed, after: Assessed) -> Comparison:
    """Hold a case against an earlier assessment of it. Both should be assessed by one policy with the same rules: of a
    rule that was not asked again its findings stay undecided.
    """
    was, now = _Side(before, before.case.dossier), _Side(after, keep_ids(after.case.dossier, before.case.dossier))
    fates = _Fates(was, now)
    told = tuple(fates.of(finding) for finding in was.findings)
    new = tuple(
        Fresh(finding, now.address(finding.at), whereabouts(after.case, finding.at))
        for finding in now.findings
        if id(finding) not in fates.taken
    )
    return Comparison(before, after, told, new, changes(before.case, after.case, now.dossier))


class _Side:
    """One of the two assessments, its pointers as addresses that both understand."""

    def __init__(self, assessed: Assessed, dossier: Dossier) -> None:
        self.assessed, self.dossier = assessed, dossier
        self.findings = tuple(_flat(assessed.audit.findings))
        self._known: dict[str, str] = {}

    def address(self, pointer: str) -> str:
        """The stable address; that of its paragraph for a claim, which has no lasting name of its own."""
        if pointer not in self._known:
            self._known[pointer] = self._address(pointer)
        return self._known[pointer]

    def _address(self, pointer: str) -> str:
        try:
            record, mark, _ = pointer.partition("/claims/")
            if mark and isinstance(claim := resolve(self.dossier, pointer), Claim):
                pointer = record + claim.paragraph
            return stable(self.dossier, pointer)
        except (LookupError, ValueError):
            return pointer

    def places(self, finding: Finding) -> frozenset[str]:
        """The addresses of all places of a fault."""
        return frozenset(self.address(pointer) for pointer in finding.places)

    def has(self, address: str) -> bool:
        """Whether the place is there, as a place of the form; also where what stands in it is doubtful."""
        outer, _, field = address.rpartition("/")
        try:
            around, there = (resolve(self.dossier, find(self.dossier, at)) for at in (outer, address))
        except (LookupError, ValueError):
            return False
        return there is not None or (isinstance(around, Record) and around.doubt(field) is not None)

    def row(self, address: str) -> str:
        """The address of the row or record that a place belongs to: of the innermost item of a list around it."""
        here: Any = self.dossier
        at = row = ""
        for part in segments(address):
            in_list = isinstance(here, tuple)
            at = join(at, part)
            try:
                here = resolve(here, join("", part))
            except LookupError:
                break
            row = at if in_list else row
        return row

    @cached_property
    def held(self) -> Mapping[str, frozenset[str]]:
        """By rule, the addresses at which it held."""
        return {r.code: frozenset(map(self.address, r.held)) for r in self.assessed.audit.protocol}

    @cached_property
    def undecided(self) -> Mapping[str, Mapping[str, Message]]:
        """By rule, the addresses at which it could not decide or broke down, and why."""
        found: dict[str, dict[str, Message]] = {}
        for one in self.assessed.audit.undecided:
            found.setdefault(one.code, {}).setdefault(self.address(one.at), one.reason)
        for fault in self.assessed.audit.faults:
            found.setdefault(fault.code, {}).setdefault(self.address(fault.at), say.RULE_BROKE(error=fault.error))
        return found

    @cached_property
    def waived(self) -> frozenset[tuple[str, str]]:
        """Rule and address of what a person has accepted."""
        return frozenset((finding.code, self.address(finding.at)) for finding, _ in self.assessed.audit.waived)


class _Fates:
    """Finds for each finding of before what stands for it after; a finding of after stands for one only (``taken``)."""

    def __init__(self, was: _Side, now: _Side) -> None:
        self._was, self._now = was, now
        self.taken: set[int] = set()
        self._pairs = self._paired()

    def of(self, finding: Finding) -> Fate:
        """What became of a finding."""
        at = self._was.address(finding.at)
        state, why = self._state(finding, at)
        place = whereabouts(self._was.assessed.case, finding.at)
        return Fate(finding, at, place, state, self._pairs.get(id(finding)), why)

    def _state(self, finding: Finding, at: str) -> tuple[State, Message | None]:
        now, code = self._now, finding.code
        if id(finding) in self._pairs:
            return State.OPEN, None
        if (code, at) in now.waived:
            return State.WAIVED, None
        if not now.has(at) and self._was.has(at):
            return State.GONE, None
        if code not in now.held:
            return State.UNDECIDED, say.RULE_NOT_ASKED(code=code)
        undecided, held = now.undecided.get(code, {}), now.held[code]
        for near in (at, *_around(at)):
            if near in undecided:
                return State.UNDECIDED, undecided[near]
            if near in held:
                return State.MENDED, None
        return self._beside(at, undecided, held)

    def _beside(self, at: str, undecided: Mapping[str, Message], held: frozenset[str]) -> tuple[State, Message | None]:
        """What the rule says of the same row, at another of its fields."""
        row = self._now.row(at)
        reason = next((why for other, why in undecided.items() if self._now.row(other) == row), None)
        if reason is not None:
            return State.UNDECIDED, reason
        if any(self._now.row(other) == row for other in held):
            return State.MENDED, None
        return State.LAPSED, say.NOTHING_TO_ASK()

    def _paired(self) -> dict[int, Finding]:
        """Findings of before with those of after that are the same: by rule, variant and address and, of several, by
        what they say; then by rule and address; then by rule and any place that they share.
        """
        pairs: dict[int, Finding] = {}
        for same in (self._says_the_same, self._is_the_same, self._stands_there, self._shares_a_place):
            by_code: dict[str, list[Finding]] = {}
            for one in self._now.findings:
                if id(one) not in self.taken:
                    by_code.setdefault(one.code, []).append(one)
            for old in self._was.findings:
                if id(old) in pairs:
                    continue
                left = (n for n in by_code.get(old.code, ()) if id(n) not in self.taken)
                new = next((one for one in left if same(old, one)), None)
                if new is not None:
                    pairs[id(old)] = new
                    self.taken.add(id(new))
        return pairs

    def _says_the_same(self, old: Finding, new: Finding) -> bool:
        return self._is_the_same(old, new) and old.message == new.message

    def _is_the_same(self, old: Finding, new: Finding) -> bool:
        return old.variant == new.variant and self._stands_there(old, new)

    def _stands_there(self, old: Finding, new: Finding) -> bool:
        return self._was.address(old.at) == self._now.address(new.at)

    def _shares_a_place(self, old: Finding, new: Finding) -> bool:
        return not self._was.places(old).isdisjoint(self._now.places(new))


def _flat(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Every finding and what follows from it."""
    for finding in findings:
        yield finding
        yield from _flat(finding.consequences)


def _around(address: str) -> Iterator[str]:
    """The addresses of what encloses a place, the nearest first, the whole dossier last."""
    while address:
        address = address.rpartition("/")[0]
        yield address
