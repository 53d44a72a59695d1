"""Which place of the page carries which finding. Findings and the printed anchors enter; classes and reference marks
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
    """The number of a finding at its place, leading to its text."""

    number: int
    severity: Severity


class Marks:
    """The findings of one page, numbered as given, each at the printed fact nearest to its place."""

    def __init__(self, dossier: Dossier, findings: Sequence[Finding], anchors: Anchors) -> None:
        self._dossier = dossier
        self.listed = tuple(enumerate(findings, start=1))
        self._at: dict[str, list[tuple[int, Finding]]] = {}
        self._places: dict[int, str] = {}
        for number, finding in self.listed:
            # what is said of the whole dossier has no place on the page
            at = anchors.nearest(dossier, finding.at) if finding.at else ""
            self._at.setdefault(at, []).append((number, finding))
            self._places[number] = at

    @staticmethod
    def severity(finding: Finding) -> Severity:
        """Its severity; a finding that names none is a warning."""
        return finding.severity or Severity.WARNING

    def look(self, at: str) -> str:
        """The class of a place: that of its gravest finding."""
        found = self._at.get(at)
        if not at or not found:
            return ""
        gravest = max((self.severity(finding) for _, finding in found), key=lambda s: s.rank)
        return f"fault {gravest.value}"

    def refs(self, at: str) -> tuple[Ref, ...]:
        """The findings at a place."""
        return tuple(Ref(n, self.severity(f)) for n, f in self._at.get(at, ())) if at else ()

    def target(self, number: int) -> str:
        """The id of the mark of a finding; that of the finding itself where it has no place on the page."""
        return f"at-{number}" if self._places[number] else f"f-{number}"

    def spans(self, at: str, text: str) -> list[Span]:
        """The quoted words of a paragraph that findings speak of. ``text`` is the paragraph as printed."""
        result = []
        for number, finding in self._at.get(at, ()):
            claims = [claim for p in finding.facts if (claim := self._claim(p)) is not None]
            claim = next((c for c in claims if at.endswith(c.paragraph)), None)
            if claim is not None and stands_in(claim, text):
                result.append(Span(claim.start, claim.end, self.severity(finding).value, number))
        return result

    def _claim(self, pointer: str) -> Claim | None:
        try:
            found = resolve(self._dossier, pointer)
        except (LookupError, ValueError):
            return None
        return found if isinstance(found, Claim) else None
