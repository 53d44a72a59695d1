"""Consequences go under their cause: the index finds what comparing every finding with every other finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from jixiao.audit import Rule
from jixiao.audit.consequences import attach_consequences
from jixiao.model import Finding, Severity


def rules(after: Mapping[str, tuple[str, ...]]) -> Sequence[Rule]:
    """Rules of which no more is known than code and causes."""
    return cast("Sequence[Rule]", [SimpleNamespace(code=code, after=codes) for code, codes in after.items()])


def test_consequences_go_under_their_cause_only_with_a_shared_fact() -> None:
    cause = Finding(code="A", at="/x", evidence=("/y",))
    follows = Finding(code="B", at="/z", evidence=("/y",))
    further = Finding(code="C", at="/z")
    apart = Finding(code="B", at="/q")
    unknown = Finding(code="ZZ", at="/x")
    after = rules({"A": (), "B": ("A",), "C": ("B",)})
    result = attach_consequences([further, follows, cause, apart, unknown], after)
    assert [f.code for f in result] == ["A", "B", "ZZ"]
    assert sorted(c.code for c in result[0].consequences) == ["B", "C"]


def test_a_place_is_as_good_as_evidence() -> None:
    after = rules({"A": (), "B": ("A",)})
    (cause,) = attach_consequences([Finding(code="A", at="/x", also=("/y",)), Finding(code="B", at="/y")], after)
    assert [c.code for c in cause.consequences] == ["B"]


def test_findings_that_name_each_other_are_not_lost() -> None:
    result = attach_consequences(
        [Finding(code="A", at="/x"), Finding(code="B", at="/x")], rules({"A": ("B",), "B": ("A",)})
    )
    assert sorted([f.code for f in result] + [c.code for f in result for c in f.consequences]) == ["A", "B"]


CODES = st.sampled_from("ABCDE")
FACTS = st.sampled_from([f"/{n}" for n in range(8)])
FINDINGS = st.builds(
    Finding,
    at=FACTS,
    also=st.lists(FACTS, max_size=2).map(tuple),
    evidence=st.lists(FACTS, max_size=3).map(tuple),
    code=CODES,
    severity=st.sampled_from([None, *Severity]),
)


@given(
    st.lists(FINDINGS, max_size=14),
    st.dictionaries(CODES, st.lists(CODES, max_size=3).map(tuple)),
)
def test_the_index_finds_what_comparing_all_with_all_finds(
    findings: list[Finding], after: dict[str, tuple[str, ...]]
) -> None:
    findings = [replace(f, title=str(number)) for number, f in enumerate(findings)]
    assert attach_consequences(findings, rules(after)) == one_by_one(findings, after)


def one_by_one(findings: Sequence[Finding], after: Mapping[str, tuple[str, ...]]) -> list[Finding]:
    """Every finding held against every other, in order: what the index stands for."""
    facts = [frozenset({f.at, *f.also, *f.evidence}) for f in findings]
    cause_of: dict[int, int] = {}

    def root(index: int) -> int:
        while index in cause_of:
            index = cause_of[index]
        return index

    def rank(finding: Finding) -> int:
        return finding.severity.rank if finding.severity is not None else 0

    for index, finding in enumerate(findings):
        for other, candidate in enumerate(findings):
            if candidate.code not in after.get(finding.code, ()) or rank(candidate) < rank(finding):
                continue
            if facts[index] & facts[other] and root(other) != index:
                cause_of[index] = other
                break
    consequences: dict[int, list[Finding]] = {}
    for index in cause_of:
        consequences.setdefault(root(index), []).append(findings[index])
    return [
        replace(finding, consequences=tuple(consequences.get(index, ())))
        for index, finding in enumerate(findings)
        if index not in cause_of
    ]
