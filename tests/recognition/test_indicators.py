"""The indicator block: columns, levels, merged targets, placeholders, and what becomes a doubt."""

from __future__ import annotations

import pytest

from jixiao.model import Doubt, Evaluation
from jixiao.recognition import messages as say

from .tables import COLUMNS, GOALS, HEAD, MONEY, ROWS, TOTAL, Given, one, raw, read, table


def test_one_target_merged_over_two_actuals() -> None:
    rows = [
        ["^", "产出指标", "数量指标", "培训场次", "≥3场", "4场", "10", "10", ""],
        ["^", "^", "^", "^", "^", "另2场", "5", "4", "迟了"],
    ]
    found = one(table([("项目名称", 2), ("甲", 7)], ["绩效指标", *COLUMNS], *rows, merges=True))
    first, second = found.indicators
    assert (second.name, second.target, second.level2) == ("培训场次", "≥3场", "数量指标")
    assert first.group == second.group == "g1"
    assert (second.actual, raw(second.score), second.explanation) == ("另2场", "4", "迟了")


def test_one_target_over_two_actuals_without_merges() -> None:
    found = one(table(*HEAD, COLUMNS, ROWS[0], ["", "", "", "", "另2场", "5", "5", ""], ROWS[1]))
    first, second, third = found.indicators
    assert first.group == second.group is not None
    assert third.group is None
    assert second.explanation == ""


def test_a_merged_name_with_targets_of_its_own() -> None:
    rows = [
        ["产出指标", "数量指标", "培训", "≥3场", "4场", "10", "10", ""],
        ["^", "^", "^", "≥5人", "6人", "5", "5", ""],
    ]
    second = one(table([("项目名称", 2), ("甲", 6)], COLUMNS, *rows, merges=True)).indicators[1]
    assert (second.name, second.target, second.group, second.doubts) == ("培训", "≥5人", None, ())


def test_a_missing_name_is_a_doubt_where_merges_are_unknown() -> None:
    second = one(table(*HEAD, COLUMNS, ROWS[0], ["", "", "", "≥5人", "6人", "5", "5", ""])).indicators[1]
    assert second.name == ""
    assert second.doubts == (Doubt(field="name", raw="", reason=say.NAME_OF_ABOVE()),)


def test_a_merged_target_under_another_name_is_a_doubt() -> None:
    rows = [
        ["产出指标", "数量指标", "培训", "≥3场", "4场", "10", "10", ""],
        ["^", "^", "巡查", "^", "6次", "5", "5", ""],
    ]
    second = one(table([("项目名称", 2), ("甲", 6)], COLUMNS, *rows, merges=True)).indicators[1]
    assert second.target is None
    assert second.doubt("target") is not None


def test_the_first_row_has_nothing_to_inherit() -> None:
    (first,) = one(table(*HEAD, COLUMNS, ["产出指标", "数量指标", "", "", "4场", "10", "10", ""])).indicators
    assert (first.name, first.target) == ("", "")
    assert first.doubt("name") is not None


def test_placeholders_are_no_indicators() -> None:
    rows = [
        ["产出指标", "数量指标", "指标1：培训", "3", "3", "5", "5", ""],
        ["", "", "指标2", "", "", "", "", ""],
        ["", "", "……", "", "", "", "", ""],
        ["", "质量指标", "指标1…", "", "", "", "", ""],
        ["效益指标", "经济效益指标", "", "", "", "", "", ""],
        ["", "", "", "", "", "", "", ""],
        ["", "社会效益指标", "满意", "好", "好", "5", "5", ""],
    ]
    found = one(table(*HEAD, COLUMNS, *rows)).indicators
    assert [(i.level1, i.level2, i.name) for i in found] == [
        ("产出指标", "数量指标", "指标1：培训"),
        ("效益指标", "社会效益指标", "满意"),
    ]


def test_levels_fill_and_reasons_do_not() -> None:
    rows = [*ROWS[:2], ["", "", "返工率", "≤1%", "0%", "5", "5", ""]]
    third = one(table(*HEAD, COLUMNS, *rows)).indicators[2]
    assert (third.level1, third.level2, third.explanation) == ("产出指标", "质量指标", "")


def test_a_new_first_level_ends_the_second() -> None:
    rows = [ROWS[0], ["满意度指标", "", "群众满意度", "≥90%", "95%", "10", "10", ""]]
    assert one(table(*HEAD, COLUMNS, *rows)).indicators[1].level2 == ""


def test_the_same_second_level_under_two_first_levels() -> None:
    rows = [
        ["产出指标（20分）", "成本指标（10分）", "甲", "1", "1", "10", "10", ""],
        ["成本指标（10分）", "成本指标（10分）", "乙", "1", "1", "10", "10", ""],
    ]
    found = one(table(*HEAD, COLUMNS, *rows))
    assert [(i.level1, i.level2) for i in found.indicators] == [("产出指标", "成本指标"), ("成本指标", "成本指标")]
    assert [(d.label, raw(d.points)) for d in found.declared] == [
        ("产出指标", "20"),
        ("成本指标", "10"),
        ("成本指标", "10"),
        ("成本指标", "10"),
    ]


def test_line_breaks_of_narrow_cells() -> None:
    row = ["产出\n指标", "数量\n指标\n", "完成培\n训场次", "1、三场；\n2、五人", "均已\n完成。", "10", "10", "无\n\n"]
    (found,) = one(table(*HEAD, COLUMNS, row)).indicators
    assert (found.level1, found.level2, found.name) == ("产出指标", "数量指标", "完成培训场次")
    assert (found.target, found.actual, found.explanation) == ("1、三场；\n2、五人", "均已完成。", "无")


def test_two_columns_for_one_field_are_a_doubt() -> None:
    columns = [*COLUMNS[:4], "实际完成值", "完成指标值", "分值", "得分"]
    (found,) = one(table(*HEAD, columns, ["产出指标", "数量指标", "培训", "≥3场", "4场", "5场", "10", "10"])).indicators
    assert found.actual is None
    assert found.doubt("actual") == Doubt(field="actual", raw="4场；5场", reason=say.TWO_COLUMNS())


# --- columns known by their figures ---

_POINTS: list[Given] = ["一级指标", "分值", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"]
_POINT_ROWS: list[list[Given]] = [
    ["项目产出", "60", "数量指标", "甲", "≥3场", "4场", "20", "20"],
    ["", "", "质量指标", "乙", "≥95%", "94%", "40", "39"],
    ["项目效益", "40", "社会效益指标", "丙", "≥90%", "95%", "40", "40"],
]


@pytest.mark.parametrize("below", ["^", "", None])
def test_points_of_a_level_in_a_column_of_their_own(below: str | None) -> None:
    """Two columns called 分值: the one between the levels is the points of the level before it."""
    rows = [list(row) for row in _POINT_ROWS]
    if below is None:
        rows[1][:2] = ["项目产出", "60"]
    else:
        rows[1][:2] = [below, below]
    total: list[list[Given]] = [[("自评得分", 6), "100", "99"]]
    found = one(table([("项目名称", 2), ("甲", 6)], _POINTS, *rows, *total, merges=True))
    assert [(d.label, raw(d.points)) for d in found.declared] == [("项目产出", "60"), ("项目效益", "40")]
    assert [raw(i.weight) for i in found.indicators] == ["20", "40", "40"]
    assert (raw(found.total_weight), raw(found.total)) == ("100", "99")


def test_points_of_a_level_that_change_within_it_are_reported() -> None:
    rows = [_POINT_ROWS[0], ["项目产出", "50", *_POINT_ROWS[1][2:]], _POINT_ROWS[2]]
    found = read(table(*HEAD, _POINTS, *rows))
    assert [u.text for u in found.unplaced] == ["50"]


def test_points_behind_the_last_level_are_the_weights_where_nothing_else_is() -> None:
    columns: list[Given] = ["一级指标", "二级指标", "分值", "三级指标", "指标值", "完成值", "得分"]
    rows: list[list[Given]] = [
        ["产出", "数量指标", "20", "甲", "1", "1", "20"],
        ["", "", "40", "乙", "1", "1", "39"],
        ["效益", "社会效益指标", "40", "丙", "1", "1", "40"],
    ]
    found = one(table(*HEAD, columns, *rows))
    assert [raw(i.weight) for i in found.indicators] == ["20", "40", "40"]
    assert found.declared == ()


@pytest.mark.parametrize(
    ("labels", "rows", "weights", "scores"),
    [
        (("设置", "得分"), [("20", "20"), ("40", "39"), ("40", "38")], ["20", "40", "40"], ["20", "39", "38"]),
        (("分值", "打出"), [("20", "20"), ("40", "39"), ("40", "40")], ["20", "40", "40"], ["20", "39", "40"]),
        (("分值", "标准分"), [("20", "1"), ("40", "3"), ("40", "5")], ["20", "40", "40"], [None] * 3),
        (("设置", "得分"), [("20", "20"), ("40", "39"), ("41", "38")], [None] * 3, ["20", "39", "38"]),
        (("设置", "得分"), [("20", "20"), ("40", "41"), ("40", "38")], [None] * 3, ["20", "41", "38"]),
    ],
)
def test_columns_are_known_by_their_figures(
    labels: tuple[str, str],
    rows: list[tuple[str, str]],
    weights: list[str | None],
    scores: list[str | None],
) -> None:
    """Weights add up to all points and are never exceeded; of two columns that claim to be the weights it is the one
    that adds up. What figures do not decide is reported.
    """
    columns: list[Given] = [*COLUMNS[:5], *labels]
    body = [["产出", "数量指标", f"第{n}项", "1", "1", *figures] for n, figures in enumerate(rows)]
    found = read(table(*HEAD, columns, *body))
    (evaluation,) = found.dossier.every(Evaluation)
    assert [raw(i.weight) for i in evaluation.indicators] == weights
    assert [raw(i.score) for i in evaluation.indicators] == scores
    assert (None in [*weights, *scores]) == bool(found.unplaced)


def test_two_columns_that_say_the_same_are_one() -> None:
    columns: list[Given] = [*COLUMNS[:5], "权重", "分值", "得分"]
    body = [["产出", "数量指标", f"第{n}项", "1", "1", w, w, "1"] for n, w in enumerate(("20", "30", "40"))]
    found = read(table(*HEAD, columns, *body)).dossier.every(Evaluation)[0]
    assert [raw(i.weight) for i in found.indicators] == ["20", "30", "40"]


def test_a_weak_label_gives_way() -> None:
    columns = [*COLUMNS[:7], "备注", "偏差原因分析"]
    found = read(table(*HEAD, columns, ["产出指标", "数量指标", "培训", "≥3场", "4场", "10", "9", "另附", "迟了"]))
    assert found.dossier.every(Evaluation)[0].indicators[0].explanation == "迟了"
    (left,) = found.unplaced
    assert left.text == "备注：另附"


def test_an_unknown_column_is_reported_and_shifts_nothing() -> None:
    columns = [*COLUMNS[:4], "完成率", "实际完成值", "分值", "得分"]
    found = read(table(*HEAD, columns, ["产出指标", "数量指标", "培训", "≥3场", "130%", "4场", "10", "9"]))
    (indicator,) = found.dossier.every(Evaluation)[0].indicators
    assert (indicator.target, indicator.actual, raw(indicator.weight), raw(indicator.score)) == (
        "≥3场",
        "4场",
        "10",
        "9",
    )
    (left,) = found.unplaced
    assert (left.text, left.position.row, left.position.cell) == ("完成率：130%", 2, 4)


def test_numbered_rows() -> None:
    columns = ["序号", *COLUMNS]
    found = one(table(*HEAD, columns, *[[str(n), *row] for n, row in enumerate(ROWS, 1)]))
    assert [i.name for i in found.indicators] == ["培训场次", "合格率", "群众满意度"]


def test_a_row_with_a_cell_missing_is_not_guessed() -> None:
    found = read(table(*HEAD, COLUMNS, *ROWS, ["", "", "少一格", "好", "10", "10", ""]))
    last = found.dossier.every(Evaluation)[0].indicators[-1]
    assert (last.target, last.actual) == (None, None)
    assert {doubt.field for doubt in last.doubts} >= {"target", "actual"}


def test_a_row_with_a_cell_too_many_is_reported() -> None:
    found = read(table(*HEAD, COLUMNS, *ROWS, ["", "", "多一格", "3次", "4次", "10", "9", "无", "又一格说明"]))
    last = found.dossier.every(Evaluation)[0].indicators[-1]
    texts = [u.text for u in found.unplaced]
    assert (last.name, raw(last.weight), raw(last.score)) == ("多一格", "10", "9") or last.doubts
    assert last.doubts or texts


def test_levels_in_doubt_stay_in_doubt_until_named_again() -> None:
    """Without merges and without the cells of merged levels, a lone label may be of either level."""
    rows = [
        ["履职任务", "重点工作", "甲", "3次", "4次", "10", "9", ""],
        ["长效机制", "乙", "3次", "4次", "10", "9", ""],
        ["丙", "3次", "4次", "10", "9", ""],
        ["社会评价", "公众评价", "丁", "3次", "4次", "10", "9", ""],
    ]
    first, second, third, fourth = one(table(*HEAD, COLUMNS, *rows)).indicators
    assert (first.level1, first.level2) == ("履职任务", "重点工作")
    assert [second.name, third.name] == ["乙", "丙"]
    for row in (second, third):
        assert row.level1 == row.level2 == ""
        assert row.doubt("level1") is not None
    assert (fourth.level1, fourth.level2, fourth.doubts) == ("社会评价", "公众评价", ())


def test_one_label_over_all_levels() -> None:
    head = [("绩效指标", 3), "年度指标值", "实际完成值", "分值", "得分"]
    rows = [
        ["产出指标", "数量指标", "培训场次", "≥3场", "4场", "10", "9"],
        ["^", "质量指标", "合格率", "≥95%", "97%", "10", "9"],
    ]
    found = one(table([("项目名称", 3), ("甲", 4)], head, *rows, merges=True)).indicators
    assert [(i.level1, i.level2, i.name) for i in found] == [
        ("产出指标", "数量指标", "培训场次"),
        ("产出指标", "质量指标", "合格率"),
    ]


def test_names_in_the_second_level() -> None:
    head = ["一级指标", "二级指标", "年度指标值", "实际完成值", "分值", "得分"]
    (found,) = one(table(*HEAD, head, ["产出指标", "培训场次", "3场", "4场", "10", "9"])).indicators
    assert (found.level1, found.level2, found.name) == ("产出指标", "", "培训场次")
    (found,) = one(table(*HEAD, ["一级指标", *head[2:]], ["培训场次", "3场", "4场", "10", "9"])).indicators
    assert (found.level1, found.name) == ("", "培训场次")


def test_names_only() -> None:
    (found,) = one(table(*HEAD, ["指标名称", *COLUMNS[3:7]], ["培训场次", "3场", "4场", "10", "9"])).indicators
    assert (found.level1, found.name, raw(found.score)) == ("", "培训场次", "9")


def test_levels_in_rows_of_their_own() -> None:
    found = one(
        table(
            [("项目名称", 3), ("甲", 3)],
            ["二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
            [("产出指标（50分）", 6)],
            ["数量指标", "培训场次", "≥3场", "4场", "10", "10"],
            [("效益指标（30分）", 6)],
            ["社会效益指标", "宣传覆盖", "广泛", "广泛", "10", "10"],
            merges=True,
        )
    )
    assert [(i.level1, i.level2) for i in found.indicators] == [("产出指标", "数量指标"), ("效益指标", "社会效益指标")]
    assert [(d.label, raw(d.points)) for d in found.declared] == [("产出指标", "50"), ("效益指标", "30")]


def test_a_lone_text_among_the_indicators_is_reported() -> None:
    found = read(table(*HEAD, COLUMNS, ROWS[0], ["（续表）"], ["绩效指标"], *ROWS[1:]))
    assert [u.text for u in found.unplaced] == ["（续表）"]
    assert len(found.dossier.every(Evaluation)[0].indicators) == 3


def test_a_pair_among_the_indicators_is_kept() -> None:
    found = read(table(*HEAD, COLUMNS, *ROWS, ["未尽事项", "另行说明"], ["注意", ""]))
    (evaluation,) = found.dossier.every(Evaluation)
    assert [(x.label, x.text) for x in evaluation.extra] == [("未尽事项", "另行说明")]
    assert [u.text for u in found.unplaced] == ["注意"]


def test_points_behind_the_names() -> None:
    """Without a weight column: 培训次数（5分）. A bracket behind some names only is part of the name."""
    head = ["一级指标", "二级指标", "三级指标", "目标值", "完成值", "得分"]
    rows = [
        ["产出指标", "数量指标", "培训（5分）", "3场", "4场", "5"],
        ["", "质量指标", "合格率（10分）", "95%", "97%", "9"],
    ]
    found = one(table(*HEAD, head, *rows)).indicators
    assert [(i.name, raw(i.weight)) for i in found] == [("培训", "5"), ("合格率", "10")]
    rows[1][2] = "合格率"
    found = one(table(*HEAD, head, *rows)).indicators
    assert [(i.name, i.weight) for i in found] == [("培训（5分）", None), ("合格率", None)]


def test_points_of_the_whole_block_are_kept() -> None:
    found = one(table(*HEAD, ["绩效指标（90分）", *COLUMNS], *[["", *row] for row in ROWS]))
    assert [(x.label, x.text) for x in found.extra] == [("绩效指标", "90分")]
    assert found.declared == ()


def test_subtotals_are_no_indicators() -> None:
    rows = [*ROWS[:2], ["合计", "", "", "", "", "20", "19", ""], ROWS[2], ["小计", "", "", "", "", "10", "10", ""]]
    found = one(table(*HEAD, COLUMNS, *rows, ["总分", "", "", "", "", "100", "96", ""]))
    assert len(found.indicators) == 3
    assert [(x.label, x.text) for x in found.extra] == [("合计", "20 19"), ("小计", "10 10")]
    assert (raw(found.total_weight), raw(found.total)) == ("100", "96")


def test_a_header_that_changes_on_the_way() -> None:
    """Hubei prints a block for each goal, with a header of its own."""
    other = ["年度目标2", "一级指标", "二级指标", "三级指标", "完成值", "目标值", "得分"]
    found = one(
        table(
            *HEAD,
            ["年度目标1", "一级指标", "二级指标", "三级指标", "目标值", "完成值", "得分"],
            ["", "产出指标", "数量指标", "甲", "3场", "4场", "10"],
            other,
            ["", "产出指标", "数量指标", "乙", "5场", "2场", "10"],
        )
    )
    assert [(i.name, i.target, i.actual) for i in found.indicators] == [("甲", "3场", "4场"), ("乙", "2场", "5场")]


@pytest.mark.parametrize("blank", ["", "　", " \n "])
def test_blank_and_absent_are_two_things(blank: str) -> None:
    (found,) = one(table(*HEAD, COLUMNS[:7], ["产出指标", "数量指标", "甲", "3场", blank, blank, "5"])).indicators
    assert found.actual == ""
    assert found.weight is not None
    assert found.weight.is_blank
    assert found.explanation is None
    assert found.audit_score is None


def test_whole_form() -> None:
    found = one("2023年度项目支出绩效自评表", table(*HEAD, *MONEY, *GOALS, COLUMNS, *ROWS, *TOTAL))
    assert (found.name, found.goal_expected, found.goal_actual) == ("管网改造", "做好。", "做好了。")
    assert (raw(found.total_weight), raw(found.total)) == ("100", "38")


_PARTS: list[list[Given]] = [
    ["产出指标", "数量指标", "培训场次", "≥", "3", "场", "4场", "10", "10", ""],
    ["", "质量指标", "合格率", "≥", "95", "%", "97%", "10", "9", "略低"],
    ["效益指标", "社会效益指标", "影响", "定性", "有所提升", "", "提升", "10", "10", ""],
]


@pytest.mark.parametrize("merges", [True, False])
def test_a_target_in_three_columns_under_one_label(merges: bool) -> None:
    target: Given = (COLUMNS[3], 3) if merges else COLUMNS[3]  # type: ignore[assignment]
    head: list[Given] = [*COLUMNS[:3], target, *COLUMNS[4:]]
    found = one(table([("项目名称", 2), ("甲", 8)], head, *_PARTS, merges=merges)).indicators
    assert [(i.sign, i.target, i.target_unit, i.actual) for i in found] == [
        ("≥", "3", "场", "4场"),
        ("≥", "95", "%", "97%"),
        ("定性", "有所提升", "", "提升"),
    ]


def test_a_level_merged_over_two_columns() -> None:
    rows: list[list[Given]] = [
        *ROWS[:2],
        [("满意度指标（10分）", 2), "群众满意度", "≥90%", "95%", "10", "10", ""],
    ]
    found = one(table([("项目名称", 2), ("甲", 6)], COLUMNS, *rows, merges=True))
    last = found.indicators[-1]
    assert (last.level1, last.level2, last.name, last.doubts) == ("满意度指标", "", "群众满意度", ())
    assert [(d.label, raw(d.points)) for d in found.declared] == [("满意度指标", "10")]


def test_empty_columns_to_the_right() -> None:
    rows = [*HEAD, *MONEY, COLUMNS, *ROWS, ["总分", "", "", "", "", "30", "29"]]
    wide = one(table(*[[*row, *[""] * (14 - len(row))] for row in rows]))
    assert wide == one(table(*rows))
