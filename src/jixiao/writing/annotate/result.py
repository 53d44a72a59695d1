"""What annotating a file came to."""

from __future__ import annotations

from jixiao.model.classes import dataclass

from ...model import Finding, Message


@dataclass(frozen=True, slots=True)
class AnnotateResult:
    """How many ``comments`` were written about how many ``findings`` at how many ``places``; the findings that have no
    place in this file, and what else is to be said about it.

    A place without a comment of ours is a cell that has somebody else's: its findings stand on the sheet of findings.
    """

    comments: int
    findings: int
    places: int
    not_placed: tuple[Finding, ...] = ()
    notes: tuple[Message, ...] = ()
