"""Markdown of a section: only what a report needs, everything else printed as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.writing.prose import Run, plain, prose
from tests.writing.dossiers import dossier

D = dossier()


def test_emphasis_and_bindings_in_one_line() -> None:
    (line,) = prose("**共{{ /records/1/total }}分**，*其中*{{= 10 }}分{{ /x }}", D).lines
    assert line == (
        Run("共", strong=True),
        Run("97.85", strong=True, kind="bound", pointer="/records/1/total"),
        Run("分", strong=True),
        Run("，"),
        Run("其中", emphasis=True),
        Run("10", kind="literal"),
        Run("分"),
        Run("{{ /x }}", kind="broken"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "1. 不是列表",
        "1、宣传工作\n2、培训",
        "　　首行空两格",
        "《关于印发<办法>的通知》[2022] & \\ _下划线_ `代码` # 号",
        "≥**%",
        "| 一行 |",
        "| 两行 |\n没有表线",
        "- 一项\n不是一项",
        "",
    ],
)
def test_what_is_no_markdown_is_printed_as_it_stands(text: str) -> None:
    assert plain(text, D) == (text,)


def test_bullets() -> None:
    shown = prose("- 甲\n- **乙**", D)
    assert shown.bullets == ((Run("甲"),), (Run("乙", strong=True),))
    assert plain("- 甲\n- **乙**", D) == ("• 甲", "• 乙")


def test_a_pipe_table() -> None:
    shown = prose("| 项目 | 金额 |\n|---|---:|\n| 养护 | {{ /records/1/total }} |", D)
    assert [["".join(r.text for r in c) for c in row] for row in shown.table] == [["项目", "金额"], ["养护", "97.85"]]
    assert shown.table[1][1][0].kind == "bound"
    assert plain("| 甲 |\n|---|\n| 乙 |", D) == ()


def test_a_table_with_words_after_it_stays_text() -> None:
    text = "甲 | 乙\n---|---\n一 | 二\n\n后记"
    assert plain(text, D) == (text,)


@given(st.text(alphabet="甲乙 1.、-+|#>()[]<&\n\\`~", max_size=40))
def test_text_without_stars_is_never_changed(text: str) -> None:
    shown = prose(text, D)
    if shown.lines:
        assert plain(text, D) == (text,)
    else:
        assert "\n" in text


def test_the_signs_that_stand_for_a_figure_are_not_taken_from_the_text() -> None:
    assert plain("甲\ufdd00\ufdd1乙{{= 3 }}", D) == ("甲\ufffd0\ufffd乙3",)
