"""Tables that came without their cells are reported, and never pass as sentences of a report."""

from __future__ import annotations

from jixiao.model import Document, Evaluation, Paragraph, Report
from jixiao.recognition import messages as say
from jixiao.recognition import recognise
from jixiao.recognition.reports.flattened import without_flattened

REPORT = [
    "2024年度某县图书馆整体支出绩效自评报告",
    "一、单位基本情况",
    "编制24人。",
    "二、存在的问题",
    "外借量未达到目标。",
]
SIDE_BY_SIDE = [
    "附件2",
    "2024年度部门整体支出绩效自评表",
    "预算部门名称    某县图书馆",
    "一级指    二级指标    三级指标    年度指    实际完    分值    得分",
    "标                                标值      成值",
    "产出指标  数量指标    讲座场次    ≥24场     26场      10      10",
    "总分                                                  100     99",
]
ONE_BY_ONE = [
    "部门整体支出绩效自评表",
    "一级指标",
    "二级指标",
    "",
    "三级指标",
    "年度指标值",
    "讲座场次",
    "26场",
    "100",
    "99",
]


def _paragraphs(lines: list[str]) -> list[Paragraph]:
    return [Paragraph(number, line) for number, line in enumerate(lines)]


def _split(lines: list[str]) -> tuple[list[str], list[list[str]]]:
    prose, tables = without_flattened(_paragraphs(lines))
    return [p.text for p in prose], [[p.text for p in table] for table in tables]


def test_heads_side_by_side_begin_at_their_caption() -> None:
    assert _split([*REPORT, *SIDE_BY_SIDE]) == (REPORT, [SIDE_BY_SIDE])


def test_heads_one_a_line() -> None:
    assert _split([*REPORT, *ONE_BY_ONE]) == (REPORT, [ONE_BY_ONE])


def test_without_a_caption_the_heads_begin_it() -> None:
    assert _split(SIDE_BY_SIDE[3:]) == ([], [SIDE_BY_SIDE[3:]])


def test_the_next_report_is_prose_again_also_where_its_title_takes_two_lines() -> None:
    following = ["2024年度某县图书馆项目支出", "绩效自评报告", "一、项目基本情况", "共2个项目。"]
    assert _split([*REPORT, *SIDE_BY_SIDE, *following]) == ([*REPORT, *following], [SIDE_BY_SIDE])


def test_prose_about_heads_is_prose() -> None:
    lines = [*REPORT, "指标值、完成值和分值、得分均按附表填写。", "得分", "执行率为97.2%。"]
    assert _split(lines) == (lines, [])


def test_such_a_table_is_reported_with_its_place_and_the_remedy() -> None:
    found = recognise([Document("x.txt", "0", tuple(_paragraphs([*REPORT, *SIDE_BY_SIDE])))])
    (lost,) = found.unplaced
    assert lost.position.paragraph == len(REPORT)
    assert lost.reason == say.LOST_CELLS()
    assert [s.title for s in found.dossier.every(Report)[0].sections] == ["单位基本情况", "存在的问题"]
    assert not found.dossier.every(Evaluation)
