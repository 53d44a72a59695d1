"""One fault, one finding: findings enter; those that follow from another go under it.

What shares facts is found in an index of facts, so that a thousand findings cost ten times a hundred.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from jixiao.model import Finding

from .rule import Rule


def attach_consequences(findings: Sequence[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """The findings, with those under their cause that have one among them.

    A finding whose rule names another as its possible cause, and that shares a fact with it, goes under it. A chain of
    causes goes under its first link. A consequence is never graver than its cause: an error does not hide under a hint.
    """
    after = {declared.code: declared.after for declared in rules if declared.after}
    causes = _by_fact(findings, {code for codes in after.values() for code in codes})
    cause_of: dict[int, int] = {}
    for index, finding in enumerate(findings):
        for other in _candidates(finding, after.get(finding.code, ()), causes):
            if _rank(findings[other]) >= _rank(finding) and _root(other, cause_of) != index:
                cause_of[index] = other
                break
    consequences: dict[int, list[Finding]] = {}
    for index in cause_of:
        consequences.setdefault(_root(index, cause_of), []).append(findings[index])
    return [
        replace(finding, consequences=tuple(consequences[index])) if index in consequences else finding
        for index, finding in enumerate(findings)
        if index not in cause_of
    ]


_Index = Mapping[tuple[str, str], Sequence[int]]


def _by_fact(findings: Sequence[Finding], codes: set[str]) -> _Index:
    """Positions of the findings with one of these codes, by code and fact."""
    index: dict[tuple[str, str], list[int]] = {}
    for position, finding in enumerate(findings):
        if finding.code in codes:
            for fact in finding.facts:
                index.setdefault((finding.code, fact), []).append(position)
    return index


def _candidates(finding: Finding, codes: Sequence[str], causes: _Index) -> Iterator[int]:
    """Positions of the findings with one of these codes that share a fact with this one, in order."""
    yield from sorted({at for code in codes for fact in finding.facts for at in causes.get((code, fact), ())})


def _rank(finding: Finding) -> int:
    return finding.severity.rank if finding.severity is not None else 0


def _root(index: int, cause_of: Mapping[int, int]) -> int:
    while index in cause_of:
        index = cause_of[index]
    return index
