"""Every rule against its Markdown cases, and every rule's declaration against the house's habits."""

from __future__ import annotations

import re

import pytest

from jixiao.audit import Rule, catalogue
from jixiao.policy import basis

from .cases import ALL, FILES, Case, audited, cases, held, said


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.file}: {c.title}")
def test_case(case: Case) -> None:
    audit = audited(case)
    assert not audit.faults
    remaining = said(audit)
    for line in case.expected:
        code, severity, place, *values = line.split()
        at = place.removesuffix("/")
        if severity == "held":
            assert at in held(audit), f"expected {line!r}, the rule held at {held(audit)}"
            continue
        wanted = dict(v.split("=", 1) for v in values)
        match = next(
            (s for s in remaining if s[:3] == (code, severity, at) and wanted.items() <= s[3].items()),
            None,
        )
        assert match, f"expected {line!r}, the rule said {said(audit)}"
        remaining.remove(match)
    assert not remaining, f"not expected: {remaining}"
    if case.word != "none" and not case.expected:
        assert bool(held(audit)) is (case.word == "held"), f"expected {case.word}, the rule held at {held(audit)}"


@pytest.mark.parametrize("rule", catalogue(), ids=lambda r: r.code)
def test_declaration(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{2}\d{3}", rule.code)
    assert rule.check.__module__.rsplit(".", 1)[1] == rule.name.replace("-", "_")
    assert basis(rule.basis)
    for heading in ("为什么重要：", "怎样修改：", "何时不适用："):
        assert heading in rule.page, f"{rule.code}: the page lacks {heading}"
    for variant, phrase in rule.phrases.items():
        assert phrase.key == ".".join(("audit", rule.code, *([variant] if variant else [])))
        assert phrase.names("zh") == phrase.names("en")


@pytest.mark.parametrize("rule", catalogue(), ids=lambda r: r.code)
def test_every_rule_has_good_and_bad_cases(rule: Rule) -> None:
    file = FILES.get(rule.name.replace("-", "_"))
    assert file, f"no cases for {rule.code} {rule.name}"
    found = cases(file)
    assert any(c.expected for c in found), "a rule needs a case that it finds"
    assert any(not c.expected for c in found), "a rule needs a case that it leaves alone"


@pytest.mark.parametrize("rule", [r for r in catalogue() if r.status == "stable"], ids=lambda r: r.code)
def test_every_stable_rule_holds_in_some_case(rule: Rule) -> None:
    assert any(held(audited(case)) for case in cases(FILES[rule.name.replace("-", "_")]) if case.word == "held")


def test_every_case_file_belongs_to_a_rule() -> None:
    assert set(FILES) == {r.name.replace("-", "_") for r in catalogue()}
