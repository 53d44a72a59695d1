"""The page on the review of the library counts what there is."""

from __future__ import annotations

import re
from pathlib import Path

from jixiao.forms.measurable import indicators, sectors

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "quality.md").read_text(encoding="utf-8")


def test_the_numbers_are_those_of_the_library() -> None:
    counts = [len(indicators(sector)) for sector in sectors()]
    assert f"{len(counts)} 个行业，{sum(counts)} 项，每个行业 {min(counts)} 到 {max(counts)} 项" in PAGE
    assert f"{sum(counts)} measurable indicators in {len(counts)} sectors" in PAGE


def test_the_changes_add_up() -> None:
    table = PAGE.split("## 审读了什么")[1].split("## 由程序证明的")[0]
    changed = sum(int(count) for count in re.findall(r"\| (\d+) 项改写", table))
    added = 1
    whole = sum(len(indicators(sector)) for sector in sectors())
    assert f"合计改动 {changed} 项，另补 {added} 项；其余 {whole - changed - added} 项" in table
