"""Generated pages: they are current, a stale, missing or left over one is noticed, and none fails to say its due."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from jixiao.audit import declarations

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
