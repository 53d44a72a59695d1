"""Generated pages: they are current, a stale, missing or left over one is noticed, and none fails to say its due."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from jixiao.audit import declarations
from jixiao.policy import PolicyInfo, available, resolve

from .generating import DOCS, generate


def test_every_page_is_current() -> None:
    assert list(generate().stale()) == []


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages") / "docs"
    shutil.copytree(DOCS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_a_page_that_is_not_current_is_noticed(copy: Path) -> None:
    page, missing, surplus = (copy / "rules" / f"{name}.md" for name in ("SC101", "SC102", "ZZ999"))
    page.write_text(page.read_text("utf-8") + "typed by hand\n", encoding="utf-8")
    missing.unlink()
    surplus.write_text("# a rule that is gone\n", encoding="utf-8")
    found = dict(generate().stale(copy))
    assert found.keys() == {page, missing, surplus}
    assert found[page] == (DOCS / "rules" / "SC101.md").read_text("utf-8")
    assert found[surplus] is None


@pytest.mark.parametrize("code", [rule.code for rule in declarations()])
def test_every_rule_shows_a_case_that_it_finds_and_one_on_which_it_holds(code: str) -> None:
    page = (DOCS / "rules" / f"{code}.md").read_text("utf-8")
    bad, good = re.findall(r"\n## (?:有|没有)问题的例子：.+?(?=\n## |\Z)", page, flags=re.DOTALL)
    assert re.search(r"^- [①-⑳]?(错误|提醒|提示)：", bad, flags=re.MULTILINE)
    assert "<strong>" in bad, "the place of the finding is marked"
    assert re.search(r"^软件说：相符（查了 [1-9]\d* 处）。$", good, flags=re.MULTILINE)
    assert "<strong>" not in good
    for heading in ("为什么重要", "怎样修改", "何时不适用", "依据", "会怎样说"):
        assert f"\n## {heading}\n" in page


@pytest.mark.parametrize("info", available(), ids=lambda info: info.id)
def test_a_policy_s_page_says_every_parameter_with_its_source(info: PolicyInfo) -> None:
    generate()
    from generator.policies import file_of
    from generator.policy_words import CHECKS, SCORING

    page = (DOCS / "policies" / file_of(info)).read_text("utf-8")
    policy = resolve(policy=info.id)
    told = {topic.key for topic in (*SCORING, *CHECKS)}
    parameters = {key for key in policy.citations if key.startswith("checks.") or "." not in key}
    parameters.remove("checks.over_target_ratio")  # the same figure as over_target.explain_from
    assert {name for name in parameters if not any(f"{key}.".startswith(f"{name}.") for key in told)} == set()
    for topic in (*SCORING, *CHECKS):
        citation = policy.citation(topic.key)
        (row,) = [line for line in page.splitlines() if line.startswith(f"| {topic.title} | ") and "前 |" not in line]
        assert topic.words(policy) in row
        assert citation.document in row
        assert ("**未核对原文**" in row) is not citation.verified
    assert re.search(r"^合计 \*\*[\d.–]+\*\* 分", page, flags=re.MULTILINE)
