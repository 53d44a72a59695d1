"""Which places of a dossier are to be marked: findings enter; for a place the numbers of those that stand there, and
for a paragraph the characters that they speak of, leave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jixiao.model import Claim, Dossier, Finding
from jixiao.model.pointer import resolve
from jixiao.writing.anchors import stands_in

from .markdown import plain, strong

BLANK = "（空）"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Marks:
    """The places of findings. Numbers are shown only where there are several findings."""

    def __init__(self, dossier: Dossier, findings: Sequence[Finding] = ()) -> None:
        self._dossier = dossier
        self._several = len(findings) > 1
        self._at: dict[str, list[int]] = {}
        self._claims: dict[int, list[Claim]] = {}
        for number, finding in enumerate(findings):
            for place in finding.places:
                self._at.setdefault(place, []).append(number)
            self._claims[number] = [c for at in finding.facts if isinstance(c := self._found(at), Claim)]

    def __contains__(self, at: str) -> bool:
        return at in self._at

    def sign(self, number: int) -> str:
        """The sign of a finding; empty where it is the only one."""
        return _CIRCLED[number] if self._several else ""

    def cell(self, at: str, text: str | None) -> str:
        """A cell: bold with the signs of its findings where any stand there."""
        shown = plain(text or "")
        if at not in self._at:
            return shown
        return strong(shown or BLANK) + self._signs(self._at[at])

    def paragraph(self, at: str, text: str) -> str:
        """A paragraph: the figure that each of its findings speaks of is bold, or all of it where none names one."""
        numbers = self._at.get(at, [])
        spans: dict[tuple[int, int], list[int]] = {}
        for number in numbers:
            here = (claim for claim in self._claims[number] if at.endswith(claim.paragraph) and stands_in(claim, text))
            if claim := next(here, None):
                spans.setdefault((claim.start, claim.end), []).append(number)
        told = {number for found in spans.values() for number in found}
        rest = self._signs([number for number in numbers if number not in told])
        if not told and numbers:
            return strong(plain(text)) + rest
        shown, done = "", 0
        for (start, end), found in sorted(_apart(spans).items()):
            shown += plain(text[done:start]) + strong(plain(text[start:end])) + self._signs(found)
            done = end
        return shown + plain(text[done:]) + rest

    def _signs(self, numbers: Sequence[int]) -> str:
        return "".join(self.sign(number) for number in sorted(set(numbers)))

    def _found(self, at: str) -> Any:
        try:
            return resolve(self._dossier, at)
        except (LookupError, ValueError):
            return None


def _apart(spans: Mapping[tuple[int, int], list[int]]) -> dict[tuple[int, int], list[int]]:
    """The spans without those that begin inside another."""
    kept: dict[tuple[int, int], list[int]] = {}
    end = 0
    for (start, until), numbers in sorted(spans.items()):
        if start >= end:
            kept[start, until] = numbers
            end = until
    return kept
