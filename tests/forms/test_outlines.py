"""Outlines: which chapter a heading answers."""

from __future__ import annotations

import pytest

from jixiao.forms.outlines import OutlineKind, chapter_keys, outline, part_keys, plain

HEADINGS: list[tuple[str, OutlineKind, tuple[str, ...]]] = [
    ("单位基本情况", "unit", ("overview",)),
    ("部门（单位）概况", "unit", ("overview",)),
    ("部门概况", "unit", ("overview",)),
    ("一般公共预算支出情况", "unit", ("public_budget",)),
    ("政府性基金预算支出情况", "unit", ("other_budgets",)),
    ("部门整体支出绩效情况", "unit", ("performance",)),
    ("存在的问题及原因分析", "unit", ("problems",)),
    ("下一步改进措施", "unit", ("measures",)),
    ("部门整体支出绩效自评结果拟应用和公开情况", "unit", ("publication",)),
    ("其他需要说明的情况", "unit", ("other",)),
    ("项目基本情况", "project", ("overview",)),
    ("项目概况", "project", ("overview",)),
    ("项目资金使用及管理情况", "project", ("funds",)),
    ("项目组织实施情况", "project", ("implementation",)),
    ("综合评价情况及评价结论", "project", ("conclusion",)),
    ("项目主要绩效情况分析", "project", ("performance",)),
    ("存在的问题和下一步工作计划", "project", ("problems", "measures")),
    ("偏离绩效目标的原因和下一步改进措施", "transfer", ("problems", "measures")),
    ("绩效目标分解下达情况", "transfer", ("targets",)),
    ("会议纪要", "unit", ()),
]


@pytest.mark.parametrize(("heading", "kind", "keys"), HEADINGS)
def test_a_heading_answers_its_chapters(heading: str, kind: OutlineKind, keys: tuple[str, ...]) -> None:
    assert chapter_keys(heading, kind) == keys


@pytest.mark.parametrize("kind", ["unit", "project", "transfer"])
def test_every_official_title_answers_its_own_chapter(kind: OutlineKind) -> None:
    for chapter in outline(kind).chapters:
        assert chapter.answered_by(chapter.title), chapter.title
        for part in chapter.parts:
            assert part.answered_by(part.title), part.title


def test_missing_chapters_are_the_required_ones_without_a_heading() -> None:
    headings = ["项目概况", "资金使用情况", "组织实施情况", "绩效情况", "存在的主要问题"]
    assert [c.key for c in outline("project").missing(headings)] == ["conclusion", "measures"]


def test_parts_are_told_from_chapters() -> None:
    assert part_keys("（职能职责）", "unit") == ("duties",)
    assert part_keys("基本支出情况", "unit") == ("basic",)
    assert part_keys("下一步打算", "unit") == ()


def test_plain_drops_spaces_and_marks() -> None:
    assert plain(" 存在的 问题（及）原因\u3000") == "存在的问题及原因"
