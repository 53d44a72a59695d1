"""Printed labels: normal form, hints, and meaning by block."""

from __future__ import annotations

import pytest

from jixiao.forms.dictionary import block, blocks
from jixiao.forms.labels import exact_key, key, label, level, level_kind, normal, words


@pytest.mark.parametrize(
    ("printed", "text", "hints"),
    [
        ("年度预\n算申请\n（万元）", "年度预算申请", {"unit": "万元"}),
        ("项目资金（元）", "项目资金", {"unit": "元"}),
        ("项目资金（单位：万元）", "项目资金", {"unit": "万元"}),
        ("执行率（B/A）", "执行率", {"letter": "B/A"}),
        ("全年预算数(A)", "全年预算数", {"letter": "A"}),
        ("得分(20分*执行率)", "得分", {"points": "20"}),
        ("产出指标\n\n(50分)", "产出指标", {"points": "50"}),
        ("实施单位（盖章）", "实施单位", {}),
        ("　　总　分　", "总分", {}),
        ("*项目名称：", "项目名称", {}),
        ("其中：当年财政拨款", "当年财政拨款", {"within": True}),
        ("3、市级专项资金", "市级专项资金", {"number": "3、"}),
        ("（1）其中：办公费", "办公费", {"number": "(1)", "within": True}),
        ("批复规模\n（㎡）", "批复规模", {"unit": "m2"}),
        ("部门(单位)名称", "部门(单位)名称", {}),
        ("2.5倍", "2.5倍", {}),
    ],
)
def test_taken_apart(printed: str, text: str, hints: dict[str, object]) -> None:
    found = label(printed)
    assert found.text == text
    defaults = {"unit": "", "letter": "", "points": "", "number": "", "within": False}
    assert {name: getattr(found, name) for name in defaults} == {**defaults, **hints}


def test_bare_has_no_brackets() -> None:
    assert label("楼堂馆所控制情况\n（2023年完工项目）").bare == "楼堂馆所控制情况"
    assert normal("１０ %\n") == "10%"


@pytest.mark.parametrize(
    ("printed", "block", "wanted"),
    [
        ("实际完成情况", "goals", "actual"),
        ("实际完成情况", "indicators", "actual"),
        ("合计", "fund", "total"),
        ("合计", "foot", "total"),
        ("预算数(A)", "money", "revised_budget"),
        ("调整预算数（A）", "money", "revised_budget"),
        ("年初部门预算安排数", "money", "initial_budget"),
        ("2024年全年执行数", "money", "outturn"),
        ("项目执行率（%）", "money", "execution_rate"),
        ("年中追加预算", "money", "budget_adjustment"),
        ("市级主管部门（公章）", "head", "department"),
        ("中央主管部门", "head", "upper_department"),
        ("项目实施科室", "head", "implementer"),
        ("未完成原因及下一步打算", "indicators", "explanation"),
        ("第三方评分", "indicators", "audit_score"),
        ("年初设定的指标值", "indicators", "target"),
        ("全年实际完成指标值", "indicators", "actual"),
        ("2022年实际在职人数", "staff", "in_post"),
        ("2022年实际在职人数", "indicators", ""),
        ("全年预计完成情况", "indicators", ""),
        ("一段说明文字", "head", ""),
        ("", "head", ""),
        ("这是一段很长的文字" * 20, "money", ""),
    ],
)
def test_meaning_depends_on_the_block(printed: str, block: str, wanted: str) -> None:
    assert key(printed, block) == wanted


WORDS = [(name, key_, word) for name in blocks() for key_, given in block(name).words.items() for word in given]


def test_the_data_are_in_normal_form() -> None:
    """The index holds the words as they are written: what :func:`label` makes of a word must be the word."""
    assert len(WORDS) > 900
    assert [word for _, _, word in WORDS if label(word).text != word] == []


def test_every_word_is_found_in_its_block_under_some_key() -> None:
    """A word may be given under two keys of a block (绩效指标 names a block and a column): the first one counts."""
    first: dict[tuple[str, str], str] = {}
    for where, name, word in WORDS:
        first.setdefault((where, word), name)
        assert word in words(where, name)
        assert exact_key(word, where) == first[where, word]


def test_words_survive_the_width_of_a_cell() -> None:
    for where, _, word in WORDS:
        broken = "\n".join(word[i : i + 3] for i in range(0, len(word), 3))
        assert exact_key(f"　{broken} ", where) == exact_key(word, where)


def test_patterns_belong_to_keys_of_the_dictionary() -> None:
    found = [(where, name) for where in blocks() for name, _ in block(where).patterns]
    assert len(found) > 20
    assert all(name in block(where).words for where, name in found)


def test_a_pattern_is_no_word() -> None:
    assert exact_key("年初部门预算安排数", "money") == ""
    assert key("甲" * 30 + "得分", "money") == ""


@pytest.mark.parametrize(
    ("printed", "wanted", "kind"),
    [
        ("产出指标\n(50分)", ("产出指标", "50"), "1"),
        ("效益指标\n（30分）\n　", ("效益指标", "30"), "1"),
        ("数量指标 10", ("数量指标", "10"), "2"),
        ("数量指标（10）", ("数量指标", "10"), "2"),
        ("成本指标", ("成本指标", ""), "12"),
        ("满意度\n指标", ("满意度指标", ""), "12"),
        ("安全生产指标", ("安全生产指标", ""), "?"),
        ("培训人数20", ("培训人数20", ""), ""),
        ("", ("", ""), ""),
        ("长" * 50, ("长" * 50, ""), ""),
    ],
)
def test_levels(printed: str, wanted: tuple[str, str], kind: str) -> None:
    assert level(printed) == wanted
    assert level_kind(printed) == kind
