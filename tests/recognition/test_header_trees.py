"""Headers of two rows: labels over labels, with good merges, with empty cells, and with cells that are missing."""

from __future__ import annotations

import pytest

from jixiao.recognition.tables.header import goes_on, header_columns
from jixiao.recognition.tables.lines import lines_of

from .tables import HEAD, Given, one, raw, table

Rows = list[list[Given]]
_ROW: list[Given] = ["", "产出指标", "数量指标", "培训场次", "≥", "3", "场", "4场", "10", "9", "9", "略低"]
_TREES: dict[str, tuple[bool, Rows]] = {
    "merged": (
        True,
        [
            [
                ("绩效指标", 1), ("绩效指标", 3), ("年度指标值", 3), "实际完成值", "分值", ("得分", 2),
                "偏差原因分析及改进措施",
            ],
            [
                "^", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "^", "^", "自评", "财政审核",
                "^",
            ],
        ],
    ),
    "empty": (
        True,
        [
            [
                ("绩效指标", 1), ("绩效指标", 3), ("年度指标值", 3), "实际完成值", "分值", ("得分", 2),
                "偏差原因分析及改进措施",
            ],
            ["", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "", "", "自评", "财政审核", ""],
        ],
    ),
    "missing": (
        True,
        [
            [
                ("绩效指标", 1), ("绩效指标", 3), ("年度指标值", 3), "实际完成值", "分值", ("得分", 2),
                "偏差原因分析及改进措施",
            ],
            ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "自评", "财政审核"],
        ],
    ),
    "text export": (
        False,
        [
            ["绩效指标", "绩效指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
            ["", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "", "", "自评", "财政审核", ""],
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", _TREES)
def test_nothing_right_of_a_cut_label_is_lost(kind: str) -> None:
    merges, header = _TREES[kind]
    head: Rows = [[("项目名称", 2), ("甲", 10)]]
    rows = [_ROW, ["", "", "质量指标", "合格率", "≥", "95", "%", "97%", "20", "20", "18", ""]]
    found = one(table(*head, *header, *rows, merges=merges)).indicators
    assert [(i.sign, i.target, i.target_unit, i.actual) for i in found] == [
        ("≥", "3", "场", "4场"),
        ("≥", "95", "%", "97%"),
    ]
    assert [(raw(i.weight), raw(i.score), raw(i.audit_score)) for i in found] == [("10", "9", "9"), ("20", "20", "18")]
    assert [(i.level2, i.explanation) for i in found] == [("数量指标", "略低"), ("质量指标", "")]


@pytest.mark.parametrize(
    ("merges", "lower"),
    [
        (True, ["^", "^", "年初", "全年", "执行数", "执行率", "^"]),
        (True, ["^", "^", "年初", "全年", "执行数", "执行率", "得分"]),
        (True, ["年初", "全年", "执行数", "执行率"]),
        (False, ["", "", "年初", "全年", "执行数", "执行率", ""]),
    ],
)
def test_a_tree_over_the_money(merges: bool, lower: list[Given]) -> None:
    upper: list[Given] = ["项目资金", "", ("预算数", 2), ("预算执行情况", 2), "得分"]
    if not merges:
        upper = [given[0] if isinstance(given, tuple) else given for given in upper]
    rows = [upper, lower, ["", "年度资金总额", "1", "2", "2", "100%", "10"]]
    head: Rows = [[("项目名称", 2), ("甲", 5)]]
    columns: list[Given] = ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]
    (line,) = one(table(*head, *rows, columns, ["产出", "甲", "1", "1", "5", "5"], merges=merges)).funds.lines
    figures = (line.initial_budget, line.revised_budget, line.outturn, line.rate, line.score)
    assert [raw(f) for f in figures] == ["1", "2", "2", "100%", "10"]


def test_what_no_label_suits_is_not_guessed() -> None:
    """A row with cells missing, under which nobody knows what stands over what: reported, not read."""
    rows: Rows = [
        ["项目资金", "", ("预算执行情况", 2), "分值", "得分"],
        ["甲数", "乙数"],
        ["", "年度资金总额", "1", "2", "10", "9"],
    ]
    lines = lines_of(table(*rows, merges=True), "x")
    found = header_columns(lines[:2], lambda over, under: -2)
    assert not any(column.sure for column in found) or [c.path for c in found] == [(c.text,) for c in lines[0].cells]


def test_which_rows_go_on_with_a_header() -> None:
    rows: Rows = [
        ["绩效指标", ("目标", 2), "完成", "备注"],
        ["^", "方向", "数值", "^", "^"],
        ["产出", "≥", "3", "^", "^"],
        ["^", "≥", "3", "4", ""],
    ]
    lines = lines_of(table(*rows, merges=True), "x")
    assert goes_on(lines[1], lines[:1])
    assert not goes_on(lines[3], lines[:1])
    paths = [column.path for column in header_columns(lines[:2], lambda over, under: 0)]
    assert paths == [("绩效指标",), ("目标", "方向"), ("目标", "数值"), ("完成",), ("备注",)]


def test_a_header_whose_upper_labels_are_in_no_list() -> None:
    """The row with the known labels is the lower one: its merged cells lead to what stands over it."""
    header: Rows = [
        [("指标体系", 3), ("目标", 1), ("完成值", 1), ("打分情况", 2)],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "^", "分值", "得分"],
    ]
    rows: Rows = [["产出指标", "数量指标", "培训", "3场", "4场", "10", "9"]]
    (found,) = one(table([("项目名称", 2), ("甲", 5)], *HEAD[1:], *header, *rows, merges=True)).indicators
    assert (found.name, found.target, found.actual, raw(found.score)) == ("培训", "3场", "4场", "9")
