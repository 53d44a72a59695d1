"""The catalogue of sources holds what is cited, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import jixiao
from jixiao.audit import catalogue
from jixiao.policy import basis_entries

SOURCE = Path(jixiao.__file__).parent


def test_every_source_is_cited_by_a_rule_a_policy_or_a_score() -> None:
    cited = {rule.basis for rule in catalogue()}
    for place in (SOURCE / "policy" / "data" / "places").rglob("*.yaml"):
        cited |= set(re.findall(r"citation: ([\w.]+)", place.read_text("utf-8")))
    for module in (SOURCE / "scoring").glob("*.py"):
        cited |= set(re.findall(r'basis\("([\w.]+)"\)', module.read_text("utf-8")))
    assert sorted(set(basis_entries()) - cited) == []
