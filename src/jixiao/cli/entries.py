"""Findings as a person goes through them: those of one rule together, each with its number.

The findings of a case enter in the order of the assessment (graver first, then by rule and place); entries leave. The
numbers are those of the published data and the working paper: 3, and 3.1 for what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from jixiao.model import Finding, Severity
from jixiao.model.classes import dataclass

_OPENING, _CLOSING = "“‘「『《〈（〔(", "”’」』》〉）〕)"
_SIGNS = "，；。："


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number."""

    number: str
    finding: Finding

    @property
    def consequences(self) -> tuple[Numbered, ...]:
        """What follows from it."""
        return tuple(Numbered(f"{self.number}.{n}", f) for n, f in enumerate(self.finding.consequences, start=1))


@dataclass(frozen=True, slots=True)
class Entry:
    """The findings of one rule that are equally grave, in a row."""

    severity: Severity
    code: str
    title: str
    findings: tuple[Numbered, ...]

    @property
    def numbers(self) -> str:
        """3, or 3–7."""
        first, last = self.findings[0].number, self.findings[-1].number
        return first if first == last else f"{first}–{last}"


def numbered(findings: Sequence[Finding]) -> Iterator[Numbered]:
    """Every finding of a case with its number, consequences behind their cause."""
    for number, finding in enumerate(findings, start=1):
        one = Numbered(str(number), finding)
        yield one
        yield from one.consequences


def entries(findings: Sequence[Finding]) -> list[Entry]:
    """The findings by rule, in their order."""
    given = [Numbered(str(number), finding) for number, finding in enumerate(findings, start=1)]
    grouped = groupby(given, key=lambda one: (one.finding.severity or Severity.INFO, one.finding.code))
    return [
        Entry(severity, code, members[0].finding.title, members)
        for (severity, code), group in grouped
        if (members := tuple(group))
    ]


def apart(texts: Sequence[str]) -> tuple[str, list[str]]:
    """What all of these sentences end with, and what each says before it. Texts that are the same have nothing before.

    Only whole clauses count as common: a figure is never torn from its words.
    """
    if len(set(texts)) == 1:
        return texts[0], ["" for _ in texts]
    by_clause = [list(clauses(text)) for text in texts]
    common: list[str] = []
    while all(len(parts) > 1 for parts in by_clause) and len({parts[-1] for parts in by_clause}) == 1:
        common.insert(0, by_clause[0][-1])
        by_clause = [parts[:-1] for parts in by_clause]
    return "".join(common), ["".join(parts).rstrip(f"{_SIGNS},;: ") for parts in by_clause]


def clauses(text: str) -> Iterator[str]:
    """The clauses of a sentence, each with its sign behind; what stands in quotes or brackets is not cut."""
    depth = start = 0
    for place, sign in enumerate(text):
        depth += (sign in _OPENING) - (sign in _CLOSING)
        ends = sign in _SIGNS or (sign in ",;" and text[place + 1 : place + 2] == " ")
        if ends and depth <= 0:
            yield text[start : place + 1]
            start = place + 1
    if start < len(text):
        yield text[start:]
