"""What is to be written into a file: the findings, where they stand, and in which language they are told."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field

from jixiao.model.classes import dataclass

from ...model import Dossier, Finding, Trace
from .says import together


@dataclass(frozen=True, slots=True)
class Asked:
    """``file`` are the identities of the file, ``names`` the names of the other files by theirs."""

    findings: Sequence[Finding]
    trace: Trace
    file: Collection[str]
    dossier: Dossier | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    lang: str = "zh"

    def said(self, findings: Sequence[Finding]) -> tuple[str, ...]:
        """The lines of a comment on these findings."""
        return together(findings, self.trace, self.file, self.names, self.lang)
