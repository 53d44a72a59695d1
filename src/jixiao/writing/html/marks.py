"""Which places of the page carry which finding. Findings and the printed anchors enter; classes and reference marks
leave.
"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model.classes import dataclass

from ...model import Claim, Dossier, Finding, Severity
from ...model.pointer import resolve
from ..anchors import Anchors, stands_in


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a paragraph as printed that carry a class, and the number of a finding (0 for none)."""

    start: int
    end: int
    look: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Ref:
    """The number of a finding at one of its places, leading to its text. ``id`` is that of the mark; ``proves`` tells a
    place that only proves the fault.
    """

    number: int
    severity: Severity
    id: str
    proves: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding at one of its places, the first being 0."""

    number: int
    finding: Finding
    place: int
    proves: bool

    @property
    def id(self) -> str:
        """The id of its mark there."""
        return f"at-{self.number}" if self.place == 0 else f"at-{self.number}-{self.place + 1}"


class Marks:
    """The findings of one page, numbered as their places follow one another on it; what has no place comes last. Each
    is marked at every fact that it names, or at the printed one nearest to it.
    """

    def __init__(self, dossier: Dossier, findings: Sequence[Finding], anchors: Anchors) -> None:
        self._dossier = dossier
        order = {at: place for place, at in enumerate(anchors.order)}
        # what is said of the whole dossier has no place on the page
        found = [(f, anchors.nearest(dossier, f.at) if f.at else "") for f in findings]
        found.sort(key=lambda pair: order.get(pair[1], len(order)))
        self.listed = tuple(enumerate((finding for finding, _ in found), start=1))
        self._at: dict[str, list[Placed]] = {}
        self._places: dict[int, tuple[tuple[str, Placed], ...]] = {}
        for number, (finding, main) in enumerate(found, start=1):
            proofs = [anchors.nearest(dossier, fact) for fact in finding.evidence if fact]
            also = [anchors.nearest(dossier, fact) for fact in finding.also if fact]
            places = [at for at in dict.fromkeys((main, *also, *proofs)) if at]
            only = set(proofs) - {main, *also}
            placed = [Placed(number, finding, n if main else n + 1, at in only) for n, at in enumerate(places)]
            self._places[number] = tuple(zip(places, placed, strict=True))
            for at, one in self._places[number]:
                self._at.setdefault(at, []).append(one)

    @staticmethod
    def severity(finding: Finding) -> Severity:
        """Its severity; a finding that names none is a warning."""
        return finding.severity or Severity.WARNING

    def look(self, at: str) -> str:
        """The class of a place: that of its gravest finding, or of what only proves one."""
        found = self._at.get(at)
        if not at or not found:
            return ""
        faults = [self.severity(one.finding) for one in found if not one.proves]
        return f"fault {max(faults, key=lambda s: s.rank).value}" if faults else "proof"

    def refs(self, at: str) -> tuple[Ref, ...]:
        """The findings at a place."""
        found = self._at.get(at, ()) if at else ()
        return tuple(Ref(one.number, self.severity(one.finding), one.id, one.proves) for one in found)

    def target(self, number: int) -> str:
        """The id of the main mark of a finding; that of the finding itself where it has no place on the page."""
        return next((one.id for _, one in self._places[number] if one.place == 0), f"f-{number}")

    def others(self, number: int) -> tuple[tuple[str, Placed], ...]:
        """The further places of a finding: what stands there, by its pointer, and its mark."""
        return tuple(pair for pair in self._places[number] if pair[1].place)

    def spans(self, at: str, text: str) -> list[Span]:
        """The quoted words of a paragraph that findings speak of. ``text`` is the paragraph as printed."""
        result = []
        for one in self._at.get(at, ()):
            claims = [claim for p in one.finding.facts if (claim := self._claim(p)) is not None]
            claim = next((c for c in claims if at.endswith(c.paragraph)), None)
            if claim is not None and stands_in(claim, text):
                look = "proof" if one.proves else self.severity(one.finding).value
                result.append(Span(claim.start, claim.end, look, one.number))
        return result

    def _claim(self, pointer: str) -> Claim | None:
        try:
            found = resolve(self._dossier, pointer)
        except (LookupError, ValueError):
            return None
        return found if isinstance(found, Claim) else None
