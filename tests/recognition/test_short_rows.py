"""Rows that lack the cells which merged ones above them cover: read by order, looks and width, or in doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.recognition.tables.paths import Gaps, Paths

from .tables import HEAD, MONEY, Given, one, raw, table

Rows = list[list[Given]]
_HEAD: Rows = [[("项目名称", 2), ("甲", 8)]]
_COLUMNS: list[Given] = [
    "绩效指标", "一级指标", "二级指标", ("三级指标", 2), "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析",
]  # fmt: skip
_ROWS: Rows = [
    ["履职任务", "重点工作", ("维护里程", 2), "≥32公里", "32公里", "15", "15", ""],
    [("修补数量", 2), "460", "471", "15", "14", "受天气影响"],
    ["进度", ("完成时间", 2), "2023年12月底前", "2023年11月", "20", "20", ""],
    ["部门效能", "社会方面", ("完好率", 2), "95", "96", "30", "30", ""],
    [("知晓率", 2), "有所提高", "提高", "10", "10"],
]
_READ = [
    ("履职任务", "重点工作", "维护里程", "≥32公里", "32公里", "15", "15"),
    ("履职任务", "重点工作", "修补数量", "460", "471", "15", "14"),
    ("履职任务", "进度", "完成时间", "2023年12月底前", "2023年11月", "20", "20"),
    ("部门效能", "社会方面", "完好率", "95", "96", "30", "30"),
    ("部门效能", "社会方面", "知晓率", "有所提高", "提高", "10", "10"),
]


def test_cells_under_merged_ones_are_missing() -> None:
    found = one(table(*_HEAD, _COLUMNS, *_ROWS, merges=True)).indicators
    assert [(i.level1, i.level2, i.name, i.target, i.actual, raw(i.weight), raw(i.score)) for i in found] == _READ
    assert [i.explanation for i in found] == ["", "受天气影响", "", "", None]


def test_some_are_missing_and_some_are_merged() -> None:
    rows = [["^", *_ROWS[0]], ["^", "", *_ROWS[1]], ["^", *_ROWS[2]], ["^", *_ROWS[3]], ["^", "", "", *_ROWS[4]]]
    found = one(table(*_HEAD, _COLUMNS, *rows, merges=True)).indicators
    assert [(i.level1, i.level2, i.name, i.target, i.actual, raw(i.weight), raw(i.score)) for i in found] == _READ


def test_an_empty_cell_added_at_the_end_does_not_shift_the_row() -> None:
    rows = [*_ROWS[:2], [*_ROWS[2], ""], *_ROWS[3:]]
    third = one(table(*_HEAD, _COLUMNS, *rows, merges=True)).indicators[2]
    assert (third.level2, third.name, third.target, raw(third.score)) == (
        "进度",
        "完成时间",
        "2023年12月底前",
        "20",
    )


def test_points_of_the_level_are_missing_with_it() -> None:
    columns: list[Given] = [*_COLUMNS[:2], "分值", *_COLUMNS[2:]]
    rows = [[*row] for row in _ROWS]
    rows[0].insert(1, "50")
    rows[3].insert(1, "40")
    found = one(table([("项目名称", 2), ("甲", 9)], columns, *rows, merges=True))
    assert [(d.label, raw(d.points)) for d in found.declared] == [("履职任务", "50"), ("部门效能", "40")]
    assert [raw(i.weight) for i in found.indicators] == ["15", "15", "20", "30", "10"]


@pytest.mark.parametrize("lower", [[], ["", "", ""], ["/", "/", "/"]])
def test_points_rate_and_score_merged_over_all_funds(lower: list[Given]) -> None:
    rows: Rows = [
        [("项目资金", 2), *MONEY[0][2:]],
        [("年度资金总额", 2), "100", "100", "90", "10", "90%", "9"],
        [("其中：财政拨款", 2), "90", "90", "80", *lower],
    ]
    columns: list[Given] = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "备注"]
    row: list[Given] = ["产出指标", "数量指标", "甲", "1", "1", "5", "5", ""]
    funds = one(table(*HEAD, *rows, columns, row, merges=True)).funds
    assert [[raw(x) for x in (f.initial_budget, f.outturn)] for f in funds.lines] == [["100", "90"], ["90", "80"]]
    assert raw(funds.lines[1].score) in (None, "", "/")


def test_amounts_of_a_short_row_that_fit_nowhere_surely_are_doubts() -> None:
    rows: Rows = [
        [("项目资金", 2), *MONEY[0][2:]],
        [("年度资金总额", 2), "100", "100", "90", "10", "90%", "9"],
        [("其中：财政拨款", 2), "90", "80"],
    ]
    columns: list[Given] = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "备注"]
    row: list[Given] = ["产出指标", "数量指标", "甲", "1", "1", "5", "5", ""]
    line = one(table(*HEAD, *rows, columns, row, merges=True)).funds.lines[1]
    assert line.initial_budget is line.revised_budget is line.outturn is None
    assert {doubt.field for doubt in line.doubts} >= {"initial_budget", "revised_budget", "outturn"}


_POINTS = st.integers(-9, 9)


@st.composite
def _ways(draw: st.DrawFn) -> tuple[list[list[int]], list[int], Gaps]:
    cells, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    some = st.lists(_POINTS, min_size=columns, max_size=columns)
    fits = [draw(some) for _ in range(cells)]
    leave = draw(st.lists(_POINTS, min_size=cells, max_size=cells))
    begin = draw(some)
    if draw(st.booleans()):
        return fits, leave, Gaps(begin, begin, [0] * columns)
    return fits, leave, Gaps(begin, draw(some), draw(some))


def _all(fits: list[list[int]], leave: list[int], gaps: Gaps) -> dict[tuple[int | None, ...], int]:
    """Every order-preserving way with its points, by trying all."""
    found: dict[tuple[int | None, ...], int] = {}

    def go(i: int, j: int, gap: bool, points: int, way: tuple[int | None, ...]) -> None:
        if i == len(leave) and j == len(gaps.begin):
            found[way] = max(found.get(way, -(10**6)), points)
        if i < len(leave):
            go(i + 1, j, gap, points + leave[i], (*way, None))
        if j < len(gaps.begin):
            go(i, j + 1, True, points + (gaps.go_on[j] if gap else gaps.begin[j]), way)
        if i < len(leave) and j < len(gaps.begin):
            go(i + 1, j + 1, False, points + fits[i][j] + (gaps.end[j] if gap else 0), (*way, j))

    go(0, 0, False, 0, ())
    return found


@given(_ways(), st.integers(1, 6))
def test_the_best_way_is_the_best_of_all(ways: tuple[list[list[int]], list[int], Gaps], near: int) -> None:
    fits, leave, gaps = ways
    paths = Paths(fits, leave, gaps)
    chosen = tuple(paths.best())
    every = _all(fits, leave, gaps)
    best = max(every.values())
    assert every[chosen] == best
    for cell, rivals in enumerate(paths.rivals(chosen, near)):
        wanted = {way[cell] for way, points in every.items() if best - points < near} - {chosen[cell]}
        assert set(rivals) == wanted
