"""Every rule against its Markdown cases, and every rule's declaration against the house's habits."""

from __future__ import annotations

import re
import string
from datetime import date

import pytest

from jixiao.audit import Rule, catalogue, check
from jixiao.policy import basis

from .cases import FOLDER, Case, cases

FILES = {file.stem: file for file in sorted(FOLDER.rglob("*.md"))}
ALL = [case for file in FILES.values() for case in cases(file)]


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.file}: {c.title}")
def test_case(case: Case) -> None:
    rule = next(r for r in catalogue() if r.name.replace("-", "_") == case.file)
    result = check(case.dossier, select=[rule.code], today=date(2025, 6, 1))
    said = [(f.code, str(f.severity), f.at, f.values) for f in _with_consequences(result.findings)] + [
        (u.code, "undecided", u.at, {"reason": u.reason}) for u in result.undecided
    ]
    remaining = list(said)
    for line in case.expected:
        code, severity, at, *values = line.split()
        wanted = dict(v.split("=", 1) for v in values)
        match = next(
            (
                s
                for s in remaining
                if s[:3] == (code, severity, at) and all(str(s[3].get(k)) == v for k, v in wanted.items())
            ),
            None,
        )
        assert match, f"expected {line!r}, the rule said {said}"
        remaining.remove(match)
    assert not remaining, f"not expected: {remaining}"


def _with_consequences(findings):  # type: ignore[no-untyped-def]
    for finding in findings:
        yield finding
        yield from finding.consequences


@pytest.mark.parametrize("rule", catalogue(), ids=lambda r: r.code)
def test_declaration(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{2}\d{3}", rule.code)
    assert rule.check.__module__.rsplit(".", 1)[1] == rule.name.replace("-", "_")
    assert basis(rule.basis)
    for heading in ("为什么重要：", "怎样修改：", "何时不适用："):
        assert heading in rule.page, f"{rule.code}: the page lacks {heading}"
    assert rule.zh.keys() == rule.en.keys()
    for variant in rule.zh:
        assert _fields(rule.zh[variant]) == _fields(rule.en[variant])


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("rule", catalogue(), ids=lambda r: r.code)
def test_every_rule_has_good_and_bad_cases(rule: Rule) -> None:
    file = FILES.get(rule.name.replace("-", "_"))
    assert file, f"no cases for {rule.code} {rule.name}"
    found = cases(file)
    assert any(c.expected for c in found), "a rule needs a case that it finds"
    assert any(not c.expected for c in found), "a rule needs a case that it leaves alone"


def test_every_case_file_belongs_to_a_rule() -> None:
    assert set(FILES) == {r.name.replace("-", "_") for r in catalogue()}
