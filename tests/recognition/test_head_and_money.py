"""Head, money, income and expenditure, goals and foot of an evaluation table."""

from __future__ import annotations

import pytest

from jixiao.model import Evaluation
from jixiao.recognition import messages as say

from .tables import COLUMNS, GOALS, HEAD, MONEY, ROWS, Given, one, raw, read, table

_AMOUNTS = ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")
Rows = list[list[Given]]


def lines(evaluation: Evaluation) -> list[tuple[str, str, list[str | None]]]:
    return [(f.source, f.label, [raw(getattr(f, name)) for name in _AMOUNTS]) for f in evaluation.funds.lines]


# --- head ---


def test_labels_in_any_order_and_broken() -> None:
    head: Rows = [
        ["实施\n单位\n（盖章）", "维护中心", "项目\n名称", "管网改造"],
        ["填报日期", "2024年5月", "主管部门", "住建局"],
    ]
    found = one(table(*head, COLUMNS, *ROWS))
    assert (found.name, found.department, found.implementer) == ("管网改造", "住建局", "维护中心")
    assert [(x.label, x.text) for x in found.extra] == [("填报日期", "2024年5月")]


def test_a_code_before_the_name() -> None:
    found = one(table(["项目名称", "51000021R000000016538-工资性支出"], ["主管部门", "219001-某局"], COLUMNS, *ROWS))
    assert (found.code, found.name, found.department) == ("51000021R000000016538", "工资性支出", "219001-某局")
    found = one(table(["项目编码", "430600X", "项目名称", "2024年春运保障"], COLUMNS, *ROWS))
    assert (found.code, found.name) == ("430600X", "2024年春运保障")


def test_a_value_that_looks_like_a_label() -> None:
    found = one(
        table(["项目名称", "主管部门工作经费"], ["主管部门", "", "某局", "项目实施科室", "综合科"], COLUMNS, *ROWS)
    )
    assert (found.name, found.department, found.implementer) == ("主管部门工作经费", "某局", "综合科")


def test_label_and_value_in_one_cell_and_values_over_two() -> None:
    found = one(table([("项目名称：管网改造", 8)], ["主管部门", "219", ("住建局", 6)], COLUMNS, *ROWS, merges=True))
    assert (found.name, found.department) == ("管网改造", "219 住建局")


def test_empty_and_unknown_labels() -> None:
    head: Rows = [
        ["项目名称", ""],
        ["绩效专员", "甲", "分机", "12"],
        ["备案号", ""],
        ["主管部门", "住建局", "主管部门", "再写一次"],
    ]
    found = one(table(*head, COLUMNS, *ROWS))
    assert (found.name, found.department) == ("", "住建局")
    assert [(x.label, x.text) for x in found.extra] == [
        ("绩效专员", "甲"),
        ("分机", "12"),
        ("备案号", ""),
        ("主管部门", "再写一次"),
    ]


def test_unknown_labels_beside_known_ones() -> None:
    head: Rows = [
        ["项目名称", "甲"],
        ["主管部门", "某局", "填报层级", "县级"],
        ["建设地点", "城东", "实施单位", "某中心"],
    ]
    found = one(table(*head, COLUMNS, *ROWS))
    assert (found.department, found.implementer) == ("某局", "某中心")
    assert [(x.label, x.text) for x in found.extra] == [("填报层级", "县级"), ("建设地点", "城东")]


def test_a_text_between_two_empty_cells_is_a_doubt() -> None:
    """Either the value behind an empty cell, or a label that nobody knows, with no value either."""
    found = one(table(["项目名称", "甲"], ["主管部门", "", "分管科室", ""], COLUMNS, *ROWS))
    assert found.department is None
    assert [d.raw for d in found.doubts] == ["分管科室"]


def test_lone_texts_in_the_head_are_reported() -> None:
    found = read(
        table(
            ["项目名称", "甲"],
            ["请如实填写，不得漏项。"],
            ["一", "二", "三"],
            ["无主之格", "主管部门", "某局"],
            COLUMNS,
            *ROWS,
        )
    )
    assert [u.text for u in found.unplaced] == ["请如实填写，不得漏项。", "一", "二", "三", "无主之格"]


def test_title_year_and_unit_inside_the_table() -> None:
    head: Rows = [
        [("附件3", 8)],
        [("项目支出绩效自评表", 8)],
        [("（2023年度）", 8)],
        [("金额单位：元", 8)],
        [("项目名称", 2), ("甲", 6)],
    ]
    found = one(table(*head, COLUMNS, *ROWS, merges=True))
    assert (found.annex, found.title, found.year, found.funds.unit) == ("附件3", "项目支出绩效自评表", 2023, "元")


def test_overall_tables_are_named_after_the_unit() -> None:
    found = one("2023年度部门整体支出绩效自评表", table(["部门（单位）名称", "某局"], COLUMNS, *ROWS))
    assert (found.scope, found.name, found.unit) == ("unit", "某局", None)
    found = one(table(["预算单位", "某局"], COLUMNS, *ROWS))
    assert (found.scope, found.name) == ("unit", "某局")
    found = one(table(["项目名称", "甲", "填报单位", "某中心"], COLUMNS, *ROWS))
    assert (found.scope, found.name, found.unit) == ("project", "甲", "某中心")
    assert one(table(["主管部门", "某局"], COLUMNS, *ROWS)).scope == "project"


# --- money ---


def test_rows_and_blanks() -> None:
    rows: Rows = [
        *MONEY,
        ["", "其中：当年财政拨款", "90", "90", "80", "", "", ""],
        ["", "上年结转资金", "", "", "", "/", "/", "/"],
    ]
    assert lines(one(table(*HEAD, *rows, COLUMNS, *ROWS))) == [
        ("total", "年度资金总额", ["100", "100", "90", "10", "90%", "9"]),
        ("fiscal", "其中：当年财政拨款", ["90", "90", "80", "", "", ""]),
        ("carry_over", "上年结转资金", ["", "", "", "/", "/", "/"]),
    ]


@pytest.mark.parametrize(
    ("labels", "sources"),
    [
        (
            ("总额", "财政资金", "财政专户管理资金", "单位资金", "其他资金"),
            ["total", "fiscal", "special_account", "unit", "other"],
        ),
        (("合计", "中央补助", "地方资金", "社会投入"), ["total", "fiscal", "named", "named"]),
        (("资金总额", "财政拨款", "上级资金", "本级资金"), ["total", "fiscal", "named", "named"]),
        (("资金总额", "上级资金", "本级资金"), ["total", "named", "named"]),
        (("年度资金总额：", "政府性基金"), ["total", "named"]),
    ],
)
def test_sources(labels: tuple[str, ...], sources: list[str]) -> None:
    rows = [["", name, "1", "1", "1", "", "", ""] for name in labels]
    assert [f.source for f in one(table(*HEAD, MONEY[0], *rows, COLUMNS, *ROWS)).funds.lines] == sources


def test_a_bare_budget_beside_an_adjusted_one_is_the_initial() -> None:
    rows: Rows = [["项目资金", "", "预算数", "调整后预算数", "执行数", "执行率"], ["", "总额", "1", "2", "2", "100%"]]
    (line,) = one(table(*HEAD, *rows, COLUMNS, *ROWS)).funds.lines
    assert (raw(line.initial_budget), raw(line.revised_budget)) == ("1", "2")


def test_two_budgets_that_cannot_be_told_apart() -> None:
    rows: Rows = [["项目资金", "", "全年预算数", "调整预算数", "执行数"], ["", "总额", "1", "2", "2"]]
    (line,) = one(table(*HEAD, *rows, COLUMNS, *ROWS)).funds.lines
    assert line.revised_budget is None
    doubt = line.doubt("revised_budget")
    assert doubt is not None
    assert doubt.raw == "1；2"


def test_names_under_a_head_that_looks_like_an_amount() -> None:
    rows: Rows = [
        [
            "预算执行情况（10分）",
            "年度预算数（万元）",
            "年初预算",
            "调整后预算数",
            "预算执行数",
            "预算执行率",
            "权重",
            "得分",
            "原因",
        ],
        ["", "总额", "3", "2", "1", "50%", "10", "5", "推迟"],
        ["", "其中：财政资金", "3", "2", "1", "50%", "/", "/", ""],
    ]
    found = one(table(*HEAD, *rows, COLUMNS, *ROWS))
    assert lines(found) == [
        ("total", "总额", ["3", "2", "1", "10", "50%", "5"]),
        ("fiscal", "其中：财政资金", ["3", "2", "1", "/", "50%", "/"]),
    ]
    assert [(x.label, x.text) for x in found.extra] == [("原因（总额）", "推迟")]


def test_columns_without_a_field_are_kept_by_name() -> None:
    rows: Rows = [
        ["项目资金", "", "年初预算数", "预算调整数", "全年预算数", "全年执行数", "进度说明"],
        ["", "总额", "1", "1", "2", "2", "正常"],
    ]
    found = one(table(*HEAD, *rows, COLUMNS, *ROWS))
    assert raw(found.funds.lines[0].revised_budget) == "2"
    assert [(x.label, x.text) for x in found.extra] == [("进度说明（总额）", "正常"), ("预算调整数（总额）", "1")]


@pytest.mark.parametrize(
    ("header", "side", "points"),
    [
        ("得分(20分*执行率)", "预算执行情况（万元）", "20"),
        ("得分", "预算执行情况(万元)\n(10分)", "10"),
        ("得分", "预算执行情况", None),
    ],
)
def test_points_in_labels(header: str, side: str, points: str | None) -> None:
    rows: Rows = [
        [side, "", "预算数(A)", "执行数(B)", "执行率(B/A)", header],
        ["", "年度财政资金总额", "1", "1", "100%", "20"],
    ]
    (line,) = one(table(*HEAD, *rows, COLUMNS, *ROWS)).funds.lines
    assert (raw(line.weight), raw(line.score)) == (points, "20")


def test_one_cell_for_side_and_names() -> None:
    rows: Rows = [["资金来源", "全年预算数", "全年执行数"], ["年度资金总额", "1", "1"], ["其他资金", "", ""]]
    assert [f.source for f in one(table(*HEAD, *rows, COLUMNS, *ROWS)).funds.lines] == ["total", "other"]
    rows[0] = ["全年预算数", "全年执行数", "执行率"]
    rows = [[("项目资金", 1), *rows[0]], ["", "1", "1", "100%"]]
    found = read(table(*HEAD, *rows, COLUMNS, *ROWS))
    assert found.dossier.every(Evaluation)[0].funds.lines == ()
    assert [u.reason for u in found.unplaced] == [say.NAMELESS_AMOUNTS()] * 3


def test_a_header_over_two_rows() -> None:
    rows: Rows = [
        ["项目资金", "", ("预算数", 2), "执行数", "执行率"],
        ["^", "^", "年初预算数", "全年预算数", "^", "^"],
        ["^", "总额", "1", "2", "2", "100%"],
    ]
    (line,) = one(table([("项目名称", 3), ("甲", 3)], *rows, [*COLUMNS[:6]], [*ROWS[0][:6]], merges=True)).funds.lines
    assert (raw(line.initial_budget), raw(line.revised_budget), raw(line.outturn)) == ("1", "2", "2")


def test_label_and_figure_side_by_side() -> None:
    rows: Rows = [
        ["项目资金（元）", "预算数：", "1,000.00", "执行数：", "950.00"],
        ["", "其中：中央补助", "600.00", "其中：中央补助", "600.00"],
        ["", "地方资金", "400.00", "地方资金", ""],
    ]
    found = one(table(*HEAD, *rows, COLUMNS, *ROWS))
    assert found.funds.unit == "元"
    assert [(s, [a[1], a[2]]) for s, _, a in lines(found)] == [
        ("total", ["1,000.00", "950.00"]),
        ("fiscal", ["600.00", "600.00"]),
        ("named", ["400.00", ""]),
    ]
    rows = [
        ["预算执行情况（10分）", "全年预算数", "100", "全年执行数", "98", "执行率", "98%", "得分", "9.8"],
        ["", "机动", "1"],
    ]
    found_more = read(table(*HEAD, *rows, COLUMNS, *ROWS))
    assert lines(found_more.dossier.every(Evaluation)[0])[0] == (
        "total",
        "年度资金总额",
        [None, "100", "98", "10", "98%", "9.8"],
    )
    assert [u.text for u in found_more.unplaced] == ["机动", "1"]


def test_texts_among_the_money() -> None:
    rows: Rows = [*MONEY, ["资金用途说明", "用于管网改造"], ["本表金额单位以万元计"]]
    found = read(table(*HEAD, *rows, COLUMNS, *ROWS))
    assert [(x.label, x.text) for x in found.dossier.every(Evaluation)[0].extra] == [("资金用途说明", "用于管网改造")]
    assert [u.text for u in found.unplaced] == ["本表金额单位以万元计"]


def test_rows_that_end_behind_their_amounts() -> None:
    rows: Rows = [*MONEY, ["", "财政拨款", "90", "80", "70"], ["上年结转", "1", "", "2"], ["", "其他资金", "9", "8"]]
    found = one(table(*HEAD, *rows, COLUMNS, *ROWS))
    assert lines(found)[1:3] == [
        ("fiscal", "财政拨款", ["90", "80", "70", None, None, None]),
        ("carry_over", "上年结转", ["1", "", "2", None, None, None]),
    ]
    last = found.funds.lines[3]
    assert (last.initial_budget, last.outturn) == (None, None)
    assert {doubt.field for doubt in last.doubts} >= {"initial_budget", "revised_budget", "outturn"}


def test_a_tab_too_many_in_a_text_export() -> None:
    row: list[Given] = ["", "其他资金", "3", "2", "1", "10", "50%", "", "5"]
    line = one(table(*HEAD, *MONEY, row, COLUMNS, *ROWS)).funds.lines[1]
    assert [raw(getattr(line, name)) for name in _AMOUNTS] == ["3", "2", "1", "10", "50%", "5"]


def test_a_money_row_with_a_figure_too_many() -> None:
    row: list[Given] = ["", "其他资金", "3", "2", "1", "10", "50%", "5", "9"]
    found = read(table(*HEAD, *MONEY, row, COLUMNS, *ROWS))
    line = found.dossier.every(Evaluation)[0].funds.lines[1]
    assert raw(line.score) != "9"
    assert found.unplaced or line.doubts


# --- by income and by expenditure ---

_OVERALL: Rows = [["部门名称", "某局"], *MONEY]


def test_pairs_in_free_text() -> None:
    rows: Rows = [
        ["", "按收入性质分：", "按支出性质分："],
        ["", "其中：一般公共预算：1.5；政府性基金拨款：0.5", "其中：基本支出：1\n项目支出：1"],
        ["", "其他资：", ""],
    ]
    funds = one(table(*_OVERALL, *rows, COLUMNS, *ROWS)).funds
    assert [(i.label, raw(i.amount)) for i in funds.by_income] == [
        ("一般公共预算", "1.5"),
        ("政府性基金拨款", "0.5"),
        ("其他资", ""),
    ]
    assert [(i.label, raw(i.amount)) for i in funds.by_expenditure] == [("基本支出", "1"), ("项目支出", "1")]


def test_names_and_amounts_in_cells_of_their_own() -> None:
    rows: Rows = [
        ["", "按收入性质分", "", "按支出性质分", ""],
        ["", "一般公共预算", "1.5", "基本支出", "1"],
        ["", "其他资金", "", "项目支出", "1"],
    ]
    funds = one(table(*_OVERALL, *rows, COLUMNS, *ROWS)).funds
    assert [(i.label, raw(i.amount)) for i in funds.by_income] == [("一般公共预算", "1.5"), ("其他资金", "")]
    assert [(i.label, raw(i.amount)) for i in funds.by_expenditure] == [("基本支出", "1"), ("项目支出", "1")]


def test_sides_by_the_grid_and_by_order() -> None:
    rows: Rows = [
        [("", 1), ("按收入性质分：", 3), ("按支出性质分：", 4)],
        [("", 1), ("一般公共预算：1", 2), ("其他：0", 1), ("基本支出：1", 4)],
    ]
    head: Rows = [[("部门名称", 2), ("某局", 6)], MONEY[0], MONEY[1]]
    funds = one(table(*head, *rows, COLUMNS, *ROWS, merges=True)).funds
    assert [i.label for i in funds.by_income] == ["一般公共预算", "其他"]
    assert [i.label for i in funds.by_expenditure] == ["基本支出"]
    rows = [["", "按收入性质分：", "按支出性质分："], ["一般公共预算：1", "基本支出：1"]]
    funds = one(table(*_OVERALL, *rows, COLUMNS, *ROWS)).funds
    assert [i.label for i in funds.by_expenditure] == ["基本支出"]


def test_what_is_no_pair_is_reported() -> None:
    rows: Rows = [
        ["", "按收入性质分：\n一般公共预算：1", ""],
        ["", "另见附表", ""],
        ["", "其中：专款：1 万元，余额待定", ""],
    ]
    found = read(table(*_OVERALL, *rows, COLUMNS, *ROWS))
    funds = found.dossier.every(Evaluation)[0].funds
    assert [(i.label, raw(i.amount)) for i in funds.by_income] == [("一般公共预算", "1"), ("专款", "1 万元")]
    assert [u.text for u in found.unplaced] == ["另见附表", "余额待定"]


# --- goals ---


@pytest.mark.parametrize(
    "rows",
    [
        [["年度总体目标", "预期目标", "实际完成情况"], ["", "甲", "乙"]],
        [["预期目标", "实际完成情况"], ["甲", "乙"]],
        [["年度总体目标", "甲"], ["年度总体目标完成情况", "乙"]],
        [["年度目标", "", "甲"], ["全年实际完成情况", "", "乙"]],
        [["总体目标完成情况", "总体目标", "全年实际完成情况"], ["", "甲", "乙"]],
        [["项目基本情况", "1.项目年度目标完成情况", "项目年度目标", "年度目标完成情况"], ["", "", "甲", "乙"]],
        [["年度总体目标", "实际完成情况", "预期目标"], ["", "乙", "甲"]],
    ],
)
def test_goals(rows: Rows) -> None:
    found = one(table(*HEAD, *MONEY, *rows, COLUMNS, *ROWS))
    assert (found.goal_expected, found.goal_actual) == ("甲", "乙")


def test_goals_over_several_rows_and_blank() -> None:
    found = one(table(*HEAD, *GOALS, ["", "再做。", "再做了。"], COLUMNS, *ROWS))
    assert (found.goal_expected, found.goal_actual) == ("做好。\n再做。", "做好了。\n再做了。")
    found = one(table(*HEAD, GOALS[0], ["", "", ""], ["年度总体目标", ""], COLUMNS, *ROWS))
    assert (found.goal_expected, found.goal_actual) == ("", None)


def test_a_lone_text_under_two_goals_is_a_doubt() -> None:
    found = read(table(*HEAD, GOALS[0], ["只有一段"], COLUMNS, *ROWS))
    (evaluation,) = found.dossier.every(Evaluation)
    assert evaluation.doubts or found.unplaced


def test_other_rows_among_the_goals() -> None:
    rows: Rows = [
        *GOALS,
        ["", "2.项目实施内容", "已改造"],
        ["一", "二", "三", "四"],
        ["另注"],
        ["预期目标", "又一个"],
        ["预期目标", "三", "四"],
    ]
    found = read(table(*HEAD, *rows, COLUMNS, *ROWS))
    assert [(x.label, x.text) for x in found.dossier.every(Evaluation)[0].extra] == [
        ("项目实施内容", "已改造"),
        ("预期目标", "又一个"),
    ]
    assert [u.text for u in found.unplaced] == ["一", "二", "三", "四", "另注", "三", "四"]


def test_strange_cells_among_the_goals_are_reported() -> None:
    rows: Rows = [["年度总体目标", "预期目标", "甲乙丙", "实际完成情况"], ["丁", "做好。", "", "做好了。"]]
    found = read(table(*HEAD, *rows, COLUMNS, *ROWS))
    assert (found.dossier.every(Evaluation)[0].goal_expected, found.dossier.every(Evaluation)[0].goal_actual) == (
        "做好。",
        "做好了。",
    )
    assert [u.text for u in found.unplaced] == ["甲乙丙", "丁"]


_WORDS = [
    ("年初确定的目标内容", "全年目标实现情况说明"),
    ("预设目标", "年度目标完成情况综述"),
    ("本年拟达到的目标", "目标达成状况"),
    ("目标设定", "执行结果"),
]


@pytest.mark.parametrize("words", _WORDS)
@pytest.mark.parametrize("side", [True, False])
def test_goals_under_labels_of_no_list(words: tuple[str, str], side: bool) -> None:
    """A label is known by what stands beside and below it; the words only say which goal it is."""
    lead: list[Given] = ["年度总体目标"] if side else []
    again: list[Given] = [""] if side else []
    over: Rows = [[*lead, *words], [*again, "完成年度培训任务", "已完成"]]
    before: Rows = [[*lead, words[0], "完成年度培训任务"], [*again, words[1], "已完成"]]
    for rows in (over, before, [[words[0], "完成年度培训任务", words[1], "已完成"]]):
        for place in (0, 1):
            blocks = [rows, MONEY] if place else [MONEY, rows]
            found = one(table(*HEAD, *blocks[0], *blocks[1], COLUMNS, *ROWS))
            assert (found.goal_expected, found.goal_actual) == ("完成年度培训任务", "已完成")


def test_the_goal_of_the_year_is_meant() -> None:
    rows: Rows = [["项目总目标", "建成三座。"], ["年度总体目标", "建成一座。"]]
    for order in (rows, rows[::-1]):
        found = one(table(*HEAD, *MONEY, *order, COLUMNS, *ROWS))
        assert found.goal_expected == "建成一座。"
        assert [(x.label, x.text) for x in found.extra] == [("项目总目标", "建成三座。")]


@pytest.mark.parametrize("row", [["主要工作进展情况", "已推进过半。"], ["经费使用结果", "未超支。"]])
def test_a_result_without_its_goal_is_kept_by_its_label(row: list[Given]) -> None:
    found = one(table(*HEAD, *MONEY, row, COLUMNS, *ROWS))
    assert found.goal_actual is None
    assert [(x.label, x.text) for x in found.extra] == [(row[0], row[1])]


# --- foot ---


@pytest.mark.parametrize(
    ("row", "weight", "total"),
    [
        (["总分", "", "", "", "", "100", "99", ""], "100", "99"),
        (["总分", "100", "99"], "100", "99"),
        (["合计", "100", ""], "100", ""),
        (["总分", "99"], None, "99"),
        (["总分（100分）", "96"], "100", "96"),
        (["总分：96.5"], None, "96.5"),
        (["总分", "", ""], None, ""),
        (["总计", "/", "/"], None, None),
    ],
)
def test_totals(row: list[Given], weight: str | None, total: str | None) -> None:
    found = one(table(*HEAD, COLUMNS, *ROWS, row))
    assert (raw(found.total_weight), raw(found.total)) == (weight, total)


@pytest.mark.parametrize("row", [["总分", "100"], ["总分", "100", "98", "97"]])
def test_totals_that_cannot_be_told(row: list[Given]) -> None:
    found = one(table(*HEAD, COLUMNS, *ROWS, row))
    assert found.total is None
    assert found.doubt("total") is not None


def test_totals_by_the_grid() -> None:
    for row, weight, total in (
        ([("总分", 5), "100", "98", ""], "100", "98"),
        ([("总分", 6), "100", ""], None, "100"),
        ([("总分", 5), "100", "", ""], "100", ""),
        ([("总分", 4), ("100", 2), "98", ""], "100", "98"),
    ):
        found = one(table([("项目名称", 2), ("甲", 6)], COLUMNS, ROWS[0], row, merges=True))
        assert (raw(found.total_weight), raw(found.total)) == (weight, total)


@pytest.mark.parametrize(
    ("row", "weight", "total", "extra"),
    [
        (["自评得分", "", "", "", "", "100", "99", ""], "100", "99", []),
        (["自评得分", "100", "99"], "100", "99", []),
        (["本次综合评分", "100", "99"], "100", "99", []),
        (["总分", "", "", "", "", "100", "99", "（自评等级）优"], "100", "99", [("自评等级", "优")]),
        (["总分", "", "", "", "", "100", "99", "自评等级：优"], "100", "99", [("自评等级", "优")]),
        (["总分", "", "", "", "", "100", "99", "优"], "100", "99", [("总分", "优")]),
        (["群众满意度评分", "≥90", "95", "10", "10"], None, None, []),
    ],
)
def test_totals_under_other_words(
    row: list[Given], weight: str | None, total: str | None, extra: list[tuple[str, str]]
) -> None:
    found = read(table(*HEAD, COLUMNS, *ROWS, row)).dossier.every(Evaluation)[0]
    assert (raw(found.total_weight), raw(found.total)) == (weight, total)
    assert [(x.label, x.text) for x in found.extra] == extra


@pytest.mark.parametrize(
    ("row", "total"),
    [
        ([("全部加起来", 5), "100", "38", ""], "38"),
        ([("全部加起来", 5), "90", "38", ""], None),
        (["产出", ("全部加起来", 4), "100", "38", ""], None),
    ],
)
def test_a_word_of_no_list_under_which_all_points_stand(row: list[Given], total: str | None) -> None:
    found = read(table([("项目名称", 2), ("甲", 6)], COLUMNS, *ROWS, row, merges=True)).dossier.every(Evaluation)[0]
    assert raw(found.total) == total


def test_totals_without_columns_for_them() -> None:
    (columns, row) = (COLUMNS[:5], ROWS[0][:5])
    found = one(table(*HEAD, columns, row, ["总分", "100", "98"]))
    assert (raw(found.total_weight), raw(found.total)) == ("100", "98")


def test_conclusion_problems_measures_and_notes() -> None:
    rows: Rows = [
        ["评价结论"],
        ["总体良好。"],
        ["存在问题：", "进度慢。"],
        ["改进措施：早谋划。"],
        ["改进措施", "再写一次"],
        ["财政部门意见", ""],
        ["备注1.按标准评分"],
        ["说明：无"],
        ["填表人：甲", "联系电话：", "123"],
        ["盖章处"],
    ]
    found = read(table(*HEAD, COLUMNS, *ROWS, ["总分", "100", "99"], *rows))
    (evaluation,) = found.dossier.every(Evaluation)
    assert (evaluation.conclusion, evaluation.problems, evaluation.measures) == ("总体良好。", "进度慢。", "早谋划。")
    assert [(x.label, x.text) for x in evaluation.extra] == [
        ("改进措施", "再写一次"),
        ("财政部门意见", ""),
        ("备注", "1.按标准评分"),
        ("说明", "无"),
        ("填表人", "甲"),
        ("联系电话", "123"),
    ]
    assert [u.text for u in found.unplaced] == ["盖章处"]


def test_a_blank_conclusion() -> None:
    found = one(table(*HEAD, COLUMNS, *ROWS, ["评价结论", ""]))
    assert found.conclusion == ""


def test_a_unit_named_in_the_foot_begins_no_table() -> None:
    found = one(table(*HEAD, COLUMNS, *ROWS, ["总分", "100", "99"], ["填报单位", "某局", "联系人", "甲"]))
    assert [(x.label, x.text) for x in found.extra] == [("填报单位", "某局"), ("联系人", "甲")]


# --- lists of tasks ---


def test_the_tasks_of_the_year_are_no_money_block() -> None:
    rows: Rows = [
        ["年度主要任务", "任务名称", "主要内容", "预算数（万元）", "执行数（万元）"],
        ["", "巡查", "日常巡查", "10", "9"],
    ]
    found = read(table(["部门名称", "某局"], *rows, *MONEY, *GOALS, COLUMNS, *ROWS))
    assert [f.label for f in found.dossier.every(Evaluation)[0].funds.lines] == ["年度资金总额"]
    assert [u.text for u in found.unplaced] == [
        "年度主要任务｜任务名称｜主要内容｜预算数（万元）｜执行数（万元）",
        "巡查｜日常巡查｜10｜9",
    ]


def test_a_cell_that_says_within_alone() -> None:
    rows: Rows = [*MONEY, ["", "其中：", "财政拨款", "90", "90", "80", "", "", ""]]
    assert lines(one(table(*HEAD, *rows, COLUMNS, *ROWS)))[1] == ("fiscal", "财政拨款", ["90", "90", "80", "", "", ""])
