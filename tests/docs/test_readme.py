"""The two READMEs: the same commands in both, and those that carry the program to an office without a network."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def commands(name: str, language: str) -> list[str]:
    """The lines of code of a README without what stands behind a sign of comment."""
    text = (ROOT / name).read_text("utf-8")
    blocks = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    return [line.split("  #")[0].strip() for block in blocks for line in block.splitlines()]


def test_both_give_the_same_lines_for_windows_and_without_a_network() -> None:
    assert commands("README.md", "powershell") == commands("README.zh-CN.md", "powershell")
    english, chinese = ([c for c in commands(n, "sh") if " -m pip " in c] for n in ("README.md", "README.zh-CN.md"))
    assert english == chinese
    assert english[0] == "python3 -m pip wheel . -w wheels"


def test_the_install_on_the_office_pc_asks_no_network() -> None:
    (line,) = [c for c in commands("README.md", "powershell") if c.startswith("jixiao-env") and "pip" in c]
    assert "--no-index --find-links wheels jixiao" in line


def test_the_line_that_continuous_integration_runs_is_the_only_one_of_its_kind() -> None:
    assert len(re.findall(r"pytest -q$", (ROOT / "README.md").read_text("utf-8"), flags=re.MULTILINE)) == 1
