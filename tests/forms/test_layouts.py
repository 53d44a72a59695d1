"""The official tables as data: every grid cell covered once, nothing entered is lost, a broken file says where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.writing.dossiers import DOSSIERS, TABLES, base_data, dossier, fund, indicator, overall, project, report

from jixiao.forms import labels
from jixiao.forms.base_data import buildings_head, spending_heads
from jixiao.forms.layouts import LaidTable, Layout, available, complete, completed, lay_out, load, parse
from jixiao.forms.layouts.draw import word_for
from jixiao.forms.layouts.facts import NUMBER_OF_FORM, words
from jixiao.model import (
    BaseData,
    DeclaredPoints,
    Dossier,
    Doubt,
    Evaluation,
    Figure,
    Record,
    Report,
    SpendingLine,
    UnreadableError,
)
from jixiao.model.base import Frozen
from jixiao.model.pointer import resolve

_OUTLINE = {
    "id",
    "state",
    "key",
    "parent",
    "group",
    "kind",
    "source",
    "doubts",
    "title",
    "year",
    "annex",
    "staff_year",
    "unit",
}
"""Fields that are printed as form rather than in a cell of their own, or that follow from the others."""


def rows(table: LaidTable) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def cell(table: LaidTable, at: str) -> Any:
    return next(c for c in table.cells() if c.at == at)


def texts_of(record: Any) -> list[str]:
    """Every non-empty text and figure of a record that a cell must print."""
    if isinstance(record, Frozen):
        found = []
        for name in type(record).model_fields:
            if name not in _OUTLINE:
                found += texts_of(getattr(record, name))
        if isinstance(record, Record):
            found += [doubt.raw for doubt in record.doubts]
        return found
    if isinstance(record, tuple):
        return [text for item in record for text in texts_of(item)]
    return [str(record)] if isinstance(record, (str, Figure)) and str(record) else []


Printed = tuple[Evaluation | BaseData, Layout]


def _with_layout(record: Evaluation | BaseData) -> st.SearchStrategy[Printed]:
    return st.tuples(st.just(record), st.sampled_from([x for x in available() if x.kind == record.kind]))


PRINTED = TABLES.flatmap(_with_layout)
"""A record, and one of the layouts of its kind."""


@settings(max_examples=80, deadline=None)
@given(PRINTED)
def test_every_grid_cell_is_covered_once(printed: Printed) -> None:
    record, layout = printed
    table = lay_out(record, "/x/0", layout)
    assert sum(table.widths) == 156
    assert min(table.widths) > 2
    for row in table.grid():
        columns = [c for cell, _ in row for c in range(cell.column, cell.column + cell.span)]
        assert columns == list(range(len(table.widths)))
    for number, row in enumerate(table.rows):
        assert all(number + c.rowspan <= len(table.rows) for c in row.cells)


@settings(max_examples=80, deadline=None)
@given(PRINTED)
def test_nothing_entered_is_lost_in_silence(printed: Printed) -> None:
    """What a record says is printed, or is told to be left out."""
    record, layout = printed
    table, full = lay_out(record, "", layout), completed(record, layout=layout)
    shown = [c.text for c in table.cells()] + [table.title, table.subtitle, table.number]
    left = [resolve(full, at) if resolve(full, at) is not None else "３8?" for at in table.left_out]
    for text in texts_of(full):
        if text == NUMBER_OF_FORM and table.number:
            continue  # the number stands alone over the table
        assert any(text in words for words in shown) or any(text == str(value) for value in left), text
    assert table.annex == record.annex
    if record.year is not None and table.rows:
        assert str(record.year) in table.title + table.subtitle


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_the_central_and_the_hunan_forms_leave_nothing_out(record: Evaluation | BaseData) -> None:
    assert lay_out(record).left_out == ()


@settings(max_examples=60, deadline=None)
@given(PRINTED)
def test_every_pointer_leads_to_what_is_printed(printed: Printed) -> None:
    record, layout = printed
    full = completed(record, layout=layout)
    seen = set()
    for c in lay_out(record, layout=layout).cells():
        if c.at:
            assert c.at not in seen
            seen.add(c.at)
            value = resolve(full, c.at)
            assert (str(value) if value is not None else c.text) in c.text


@settings(max_examples=60, deadline=None)
@given(PRINTED)
def test_a_completed_record_is_completed_once_for_all(printed: Printed) -> None:
    record, layout = printed
    once = completed(record, layout=layout)
    assert completed(once, layout=layout) == once


@settings(max_examples=60, deadline=None)
@given(DOSSIERS)
def test_completing_twice_changes_nothing(given_: Dossier) -> None:
    once = complete(given_)
    assert complete(once) == once
    for evaluation in once.every(Evaluation):
        assert evaluation.title
        assert all(i.target is not None or i.doubt("target") for i in evaluation.indicators)


def test_the_project_form_is_that_of_the_place() -> None:
    table = lay_out(project(), "/records/1")
    assert table.title == "2024年度项目支出绩效自评表"
    assert rows(table)[:5] == [
        ["项目名称", "航道养护费"],
        ["主管部门", "示范市交通运输局", "实施单位", "示范市渡口管理所"],
        ["项目资金\n（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", "80.00", "100.00", "98.50", "10", "98.50%", "9.85"],
        ["其中：当年财政拨款", "70.00", "90.00", "88.50", "", "", ""],
    ]
    assert rows(table)[-1] == ["总分", "100", "97.85", ""]
    assert table.rows[0].repeat
    assert not any(row.repeat for row in table.rows[1:])


def test_levels_merge_downward_and_carry_their_points() -> None:
    table = lay_out(project())
    first = cell(table, "/indicators/0/level1")
    assert (first.text, first.rowspan) == ("产出指标\n（50分）", 3)
    assert (cell(table, "/indicators/0/level2").rowspan, cell(table, "/indicators/2/level2").text) == (2, "质量指标")
    assert cell(table, "/indicators/5/level1").text == "满意度指标\n（10分）"
    side = next(c for c in table.cells() if c.text == "绩效指标")
    assert (side.column, side.span, side.rowspan, table.width(side)) == (0, 1, 7, 9)


def test_rows_under_one_target_share_its_cell() -> None:
    table = lay_out(project())
    assert (cell(table, "/indicators/3/name").rowspan, cell(table, "/indicators/3/target").rowspan) == (2, 2)
    assert not any(c.at == "/indicators/4/target" for c in table.cells())
    assert cell(table, "/indicators/4/actual").text == "获认可"


def test_a_group_with_different_targets_is_not_merged() -> None:
    two = [indicator("产出", "数量", "甲", "1", "1", target=t, group="g") for t in ("1次", "2次")]
    table = lay_out(project(indicators=two, declared=()))
    assert cell(table, "/indicators/0/name").rowspan == 1
    assert cell(table, "/indicators/0/target").rowspan == cell(table, "/indicators/1/target").rowspan == 1


def test_groups_are_numbered_as_paper_shows_them() -> None:
    def row(name: str, group: str | None) -> Any:
        return indicator("产出", "数量", name, "1", "1", group=group)

    given_ = [row("甲", "x"), row("甲", "x"), row("乙", "y"), row("丙", None), row("丁", "z"), row("丁", "z")]
    assert [i.group for i in completed(project(indicators=given_)).indicators] == ["g1", "g1", None, None, "g2", "g2"]


def test_a_doubtful_level_is_not_merged() -> None:
    doubt = Doubt(field="level1", raw="产出?", reason="看不清")
    two = [indicator("产出", "数量", "甲", "1", "1"), indicator("产出", "数量", "乙", "1", "1", doubts=(doubt,))]
    assert cell(lay_out(project(indicators=two, declared=())), "/indicators/1/level1").rowspan == 1


def test_declared_points_that_no_label_prints_get_their_own_row() -> None:
    declared = [
        DeclaredPoints(label="预算执行", points="10"),
        DeclaredPoints(label="数量指标", points="30分"),
        DeclaredPoints(label="产出指标", points="50"),
        DeclaredPoints(label="产出指标", points="51"),
        DeclaredPoints(label="效益指标", points=""),
    ]
    table = lay_out(project(declared=declared))
    assert ["预算执行", "10分"] in rows(table)
    assert ["产出指标", "51分"] in rows(table)
    assert ["效益指标", ""] in rows(table)
    assert cell(table, "/indicators/0/level2").text == "数量指标\n（30分）"


def test_columns_appear_where_they_are_needed() -> None:
    given_ = indicator("产出", "数量", "里程", "90", "90", sign="≥", target="50", target_unit="公里", audit_score="88")
    table = lay_out(project(indicators=(given_,), audit_total="88", declared=()))
    assert len(table.widths) == 14
    assert sum(table.widths) == 156
    head = next(r for r in rows(table) if "一级指标" in r)
    assert head[4:9] == ["指标性质", "年度指标值", "度量单位", "实际完成值", "分值"]
    assert head[-2:] == ["财政审核评分", "偏差原因分析及改进措施"]
    assert rows(table)[-1] == ["总分", "100", "97.85", "88", ""]


def test_what_the_form_has_no_place_for_is_appended() -> None:
    extra = {"code": "P-1", "unit": "渡口所", "conclusion": "良", "problems": "问题", "measures": "措施"}
    table = lay_out(project(**extra, extra=({"label": "填报人", "text": "办公室"},)))
    for row in (
        ["项目编码", "P-1"],
        ["单位名称", "渡口所"],
        ["评价结论", "良"],
        ["存在问题", "问题"],
        ["改进措施", "措施"],
        ["填报人", "办公室"],
    ):
        assert row in rows(table)


def test_the_overall_form_has_its_pairs() -> None:
    table = lay_out(overall())
    assert rows(table)[0] == ["市级预算部门名称", "示范市渡口管理所"]
    assert rows(table)[1][0] == "年度预算申请\n（万元）"
    pairs = rows(table)[3:7]
    assert pairs == [
        ["按收入性质分：", "按支出性质分："],
        ["其中：一般公共预算：340.00", "其中：基本支出：239.50"],
        ["其他资金：0", "项目支出：98.50"],
        ["", "其他支出："],
    ]
    assert ["单位名称", "别的单位"] in rows(lay_out(overall(unit="别的单位")))
    assert not any(r[0] == "单位名称" for r in rows(lay_out(overall(unit="示范市渡口管理所"))))


def test_the_base_data_form() -> None:
    table = lay_out(base_data(), "/records/2")
    assert rows(table)[:2] == [
        ["财政供养人员情况（人）", "编制数", "2024年实际在职人数", "控制率"],
        ["40", "38", "95%"],
    ]
    assert rows(table)[4][0] == "　1、公务用车购置和维护经费"
    assert rows(table)[5][0] == "　　其中：公车购置"
    assert cell(table, "/records/2/lines/1/budget").align == "right"
    assert rows(table)[-1][0] == "厉行节约保障措施"


def test_a_circle_of_parents_ends() -> None:
    lines = (SpendingLine(id="a", label="甲", parent="b"), SpendingLine(id="b", label="乙", parent="a"))
    assert rows(lay_out(BaseData(kind="base-data", lines=lines)))[1][0] == "　甲"


def test_blocks_that_are_absent_are_not_printed() -> None:
    assert lay_out(BaseData(kind="base-data")).rows == ()
    bare = Evaluation(kind="project-evaluation", name="甲")
    assert [r[0] for r in rows(lay_out(bare))] == ["项目名称", "主管部门", "绩效指标", "总分"]


def test_a_doubtful_cell_shows_what_stood_there() -> None:
    doubt = Doubt(field="total", raw="9?", reason="看不清")
    shown = cell(lay_out(project(total=None, doubts=(doubt,))), "/total")
    assert (shown.text, shown.doubt) == ("9?", "看不清")


def test_a_doubtful_label_is_not_replaced_by_the_usual_one() -> None:
    doubt = Doubt(field="buildings_label", raw="楼堂?", reason="看不清")
    table = lay_out(base_data(buildings_label=None, doubts=(doubt,)))
    assert cell(table, "/buildings_label").text == "楼堂?"
    assert cell(lay_out(base_data(buildings_label=None)), "/buildings_label").text == buildings_head(2024)


def test_titles_and_years() -> None:
    table = lay_out(project(title="项目支出绩效自评表"))
    assert (table.title, table.subtitle) == ("项目支出绩效自评表", "（2024年度）")
    assert lay_out(project(title="", year=None)).title == "项目支出绩效自评表"
    assert lay_out(project(title="")).title == "2024年度项目支出绩效自评表"
    assert completed(project(title="2023年度自评表", year=None)).year == 2023
    assert spending_heads(None) == ("上年决算数", "预算数", "决算数")
    assert spending_heads(2024)[0] == "2023年决算数"
    assert buildings_head(None) == "楼堂馆所控制情况"


def test_completion_says_blank_where_paper_cannot_say_absent() -> None:
    full = complete(
        Dossier(
            year=2024,
            records=(
                *(project(goal_actual=None, total=None, funds={"lines": [fund("total", "合计")]}),),
                *(BaseData(kind="base-data", staff={}, lines=(SpendingLine(label="三公经费"),), buildings_label=""),),
                *(Report(kind="unit-report"), Report(kind="project-report", year=2023, unit="甲所")),
            ),
        )
    )
    base, evaluation = full.every(BaseData)[0], full.every(Evaluation)[0]
    assert base.staff is not None
    assert (base.staff.in_post, base.staff_year, base.lines[0].budget) == (Figure(""), 2024, Figure(""))
    assert base.columns == spending_heads(2024)
    assert len(base.buildings) == 1
    assert base.buildings[0].approved_scale == Figure("")
    assert (evaluation.goal_actual, evaluation.total, evaluation.audit_total) == ("", Figure(""), None)
    assert evaluation.funds.lines[0].score == Figure("")
    named = Dossier(unit="甲所", records=(Report(kind="unit-report", title="甲所整体支出绩效自评报告"),))
    assert complete(named).every(Report)[0].unit == "甲所"
    assert [r.title for r in full.every(Report)] == ["2024年度整体支出绩效自评报告", "2023年度甲所项目支出绩效自评报告"]
    assert complete(dossier()).every(Report)[0] == report("unit").model_copy(
        update={"id": full.every(Report)[0].id, "sections": dossier().every(Report)[0].sections}
    )


def test_a_layout_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "short.yaml"
    file.write_text(_SHORT, encoding="utf-8")
    table = lay_out(project(), layout=load(file))
    assert rows(table) == [["名称：航道养护费", "100"]]
    assert table.layout == "short"
    assert "/indicators/0/score" in table.left_out
    with pytest.raises(UnreadableError, match="打不开"):
        load(tmp_path / "none.yaml")


_SHORT = """
kind: project-evaluation
name: 简表
title: 简表
source: 自拟
verified: false
columns: [{name: a, width: "100"}, {name: b, width: "56"}]
blocks:
  - name: only
    rows:
      - cells: [{at: a, label: "名称：{/name}[，{/code}]"}, {at: b, field: /total_weight}]
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("rows:", "rows: [", "YAML"),
        ('width: "56"', 'width: "57"', "列宽合计 157"),
        ("name: b, ", "name: a, ", "列名重复"),
        ("at: b", "at: c", "没有这一列"),
        ("at: b, field", "at: a, field", "依次排列"),
        ("field: /total_weight", "field: /weight_total", "没有字段 /weight_total"),
        ("title: 简表", "titel: 简表", "/title"),
        ('{name: b, width: "56"}', '{name: b, width: "56"}, {name: x, width: "3", when: [/code]}', "让出"),
        (
            '{name: b, width: "56"}',
            '{name: b, width: "56"}, {name: x, width: "3", when: [/code], narrows: {y: "3"}}',
            "不存在的列",
        ),
        ("    rows:\n", "    rows:\n      - cells: [{at: b, label: x}]\n", "同一列"),
        ("at: a, label", "at: a, down: 2, label", "超出了其下各行"),
        ("at: a, label", "at: a, key: head.nothing, label", "没有名称的键 head.nothing"),
        ("at: a, label", "at: a, view: aside, label", "没有显示方式 aside"),
        ("kind: project-evaluation", "kind: poem", "没有这种表"),
        ("kind: project-evaluation", "like: project-nowhere", "没有这个版式"),
        ("blocks:", "like: project-central-2020\nblocks: [tail]\nold:", "没有 tail 这一块"),
        ("source: 自拟", "source: 自拟\nlabels: {money.nothing: 无}", "没有名称的键 money.nothing"),
        ('{name: b, width: "56"}', '{name: b, width: "156"}', "列宽合计 256"),
        (
            '{name: a, width: "100"}, {name: b, width: "56"}',
            '{name: a, width: "6", when: [/code], narrows: {b: "6"}}, {name: b, width: "156"}',
            "不能有 when",
        ),
    ],
)
def test_a_broken_layout_says_where(old: str, new: str, message: str) -> None:
    with pytest.raises(UnreadableError, match=message) as caught:
        parse(_SHORT.replace(old, new), "short.yaml")
    assert "short.yaml" in str(caught.value)


@pytest.mark.parametrize("text", ["\x00", "- a list", "words", ""])
def test_what_is_no_layout(text: str) -> None:
    with pytest.raises(UnreadableError):
        parse(text, "x.yaml")


def test_a_layout_like_another_says_only_what_differs() -> None:
    own = parse(
        "like: project-central-2020\nname: 本县\nsource: 本县通知\nlabels: {money.outturn: 支出数}\n"
        "blocks: [head, money, indicators, {name: foot, rows: [{cells: [{at: side, key: foot.total}]}]}]\n"
        "empty: {total_weight: '120'}",
        "own.yaml",
    )
    central = load("project-central-2020")
    assert (own.id, own.kind, own.title) == ("own", "project-evaluation", central.title)
    assert own.columns == central.columns
    assert own.blocks[:3] == (central.blocks[0], central.blocks[1], central.blocks[4])
    assert own.empty == {**central.empty, "total_weight": "120"}
    printed = rows(lay_out(project(), layout=own))
    assert "支出数" in printed[2]
    assert printed[-1] == ["总分"]


def test_a_cell_reaches_down_only_where_the_rows_below_leave_it_room() -> None:
    text = """
kind: project-evaluation
name: 表
title: 表
source: 自拟
verified: false
columns: [{name: a, width: "50"}, {name: b, width: "50"}, {name: c, width: "56"}]
blocks:
  - name: only
    rows:
      - cells: [{at: a, label: 甲, down: 2}, {at: b, label: 乙}, {at: c, label: 丙, down: 2}]
      - cells: [{at: b, label: 丁}]
"""
    table = lay_out(project(), layout=parse(text, "x.yaml"))
    assert [[(c.text, c.column, c.span, c.rowspan) for c in row.cells] for row in table.rows] == [
        [("甲", 0, 1, 2), ("乙", 1, 1, 1), ("丙", 2, 1, 2)],
        [("丁", 1, 1, 1)],
    ]
    for wrong in ("{at: a, label: 丁}", "{at: b, label: 丁}, {at: c, label: 戊}"):
        with pytest.raises(UnreadableError, match=r"依次排列|同一列"):
            parse(text.replace("{at: b, label: 丁}", wrong), "x.yaml")


def test_words_quote_facts() -> None:
    assert words("[{/year}年]在职", project(year=None)) == "在职"
    assert words("{/nowhere}甲", project()) == "甲"


@pytest.mark.parametrize("layout", available(), ids=lambda layout: layout.id)
def test_the_printed_labels_are_in_the_dictionary(layout: Layout) -> None:
    """What a layout calls a canonical key is understood as that key when it is read."""
    checked = 0
    for c in layout.cells():
        if c.key:
            block, _, key = c.key.partition(".")
            assert labels.key(word_for(c.key, layout), block) == key, c.key
            checked += 1
    assert checked > 10
    assert set(layout.labels) <= {c.key for c in layout.cells()} | {"spending.special"}
