"""Places as a person finds them: table, block, row, field; what tells two rows of one name apart; no field nameless."""

from __future__ import annotations

import pytest

from jixiao.forms.terms import FIELDS
from jixiao.forms.whereabouts import found, object_of, whereabouts
from jixiao.model import Case, Dossier, Position, SourceFile
from jixiao.model.base import Filed
from jixiao.model.ids import groups_of, lists_of
from jixiao.model.records import CLASSES

ROWS = (
    {"level1": "产出指标", "level2": "数量指标", "name": "检查次数", "score": "5"},
    {"level1": "产出指标", "level2": "质量指标", "name": "检查次数", "score": "5"},
    {"level1": "产出指标", "level2": "质量指标", "name": "合格率", "score": "5"},
    {"level1": "效益指标", "level2": "社会效益", "name": "效益", "score": "5"},
    {"level1": "效益指标", "level2": "社会效益", "name": "效益", "score": "5"},
    {"level1": "效益指标", "level2": "社会效益", "name": "", "score": "5"},
)


def dossier(*more: dict[str, object]) -> Dossier:
    return Dossier.model_validate(
        {
            "unit": "示范市渡口管理所",
            "year": 2024,
            "records": [
                {
                    "kind": "project-evaluation",
                    "name": "办案费",
                    "indicators": ROWS,
                    "funds": {"lines": [{"source": "total", "outturn": "3"}], "by_income": [{"label": "上级补助"}]},
                    "total": "95",
                },
                {
                    "kind": "base-data",
                    "columns": ["2023年决算数", "2024年预算数", "2024年决算数"],
                    "staff": {"establishment": "10"},
                    "lines": [
                        {"label": "三公经费", "outturn": "5"},
                        {"label": "其他", "parent": "三公经费", "outturn": "1"},
                        {"label": "业务工作经费", "outturn": "2"},
                        {"label": "其他", "parent": "业务工作经费", "outturn": "1"},
                    ],
                    "buildings": [{"actual_scale": "12"}],
                },
                {
                    "kind": "unit-report",
                    "sections": [
                        {"paragraphs": ["前言"]},
                        {"number": "一、", "title": "基本情况", "paragraphs": ["甲", "乙"]},
                        {"number": "（一）", "title": "职能", "level": 2, "paragraphs": ["丙"]},
                    ],
                    "claims": [
                        {"kind": "money", "paragraph": "/sections/1/paragraphs/1", "start": 0, "end": 1,
                         "quote": "支出\n5万元", "figure": "5"},
                    ],
                    "attachments": ["附件1", "附件2"],
                },
                *more,
            ],
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/records/0/indicators/2/score", "办案费 · 产出指标 · 合格率 · 得分"),
        ("/records/0/indicators/0/score", "办案费 · 产出指标 · 数量指标 · 检查次数 · 得分"),
        ("/records/0/indicators/3/name", "办案费 · 效益指标 · 效益（第1个）"),
        ("/records/0/indicators/5/score", "办案费 · 效益指标 · 第6行 · 得分"),
        ("/records/0/indicators", "办案费 · 绩效指标"),
        ("/records/0/funds/lines/0/outturn", "办案费 · 年度资金总额 · 全年执行数"),
        ("/records/0/funds/by_income/0/amount", "办案费 · 按收入性质分 · 上级补助"),
        ("/records/0/funds/unit", "办案费 · 金额单位"),
        ("/records/0/name", "办案费 · 名称"),
        ("/records/0", "办案费"),
        ("/records/1/lines/3/outturn", "基础数据表 · 业务工作经费 · 其他 · 2024年决算数"),
        ("/records/1/staff/establishment", "基础数据表 · 财政供养人员情况 · 编制数"),
        ("/records/1/buildings/0/actual_scale", "基础数据表 · 楼堂馆所控制情况 · 第1行 · 实际规模"),
        ("/records/2/sections/0/paragraphs/0", "部门整体支出绩效自评报告 · 开头 · 第1段"),
        ("/records/2/sections/2/paragraphs/0", "部门整体支出绩效自评报告 · 一、基本情况 · （一）职能 · 第1段"),
        ("/records/2/sections/2/title", "部门整体支出绩效自评报告 · 一、基本情况 · （一）职能 · 标题"),
        ("/records/2/claims/0", "部门整体支出绩效自评报告 · 一、基本情况 · 第2段 · “支出 5万元”"),
        ("/records/2/attachments/1", "部门整体支出绩效自评报告 · 附件说明 · 附件2"),
        ("/records/project-办案费/indicators/合格率/score", "办案费 · 产出指标 · 合格率 · 得分"),
        ("/year", "全部材料 · 年度"),
        ("", "全部材料"),
    ],
)
def test_every_step_has_a_word(pointer: str, words: str) -> None:
    assert whereabouts(Case(dossier()), pointer).text() == words


def test_english_has_the_words_of_the_program_in_english() -> None:
    case = Case(dossier())
    assert whereabouts(case, "/records/0/indicators/5/score").text("en") == "办案费 · 效益指标 · row 6 · score"
    assert object_of(case, "/records/0/total").text("en") == "办案费, self-evaluation of a project"


def test_a_pointer_that_leads_nowhere_tells_what_is_around_it() -> None:
    assert str(whereabouts(Case(dossier()), "/records/0/indicators/gone/score")) == "办案费 · 绩效指标"
    assert str(whereabouts(Case(dossier()), "/records/99")) == "全部材料"
    assert str(whereabouts(Case(dossier()), "no pointer")) == "全部材料"


def test_the_table_has_the_number_it_has_in_its_file() -> None:
    trace = {"/records/0/total": Position("sha", table=4, row=20, cell=7), "/records/0/name": Position("sha", 4)}
    case = Case(dossier(), trace, files=(SourceFile("sha", "报告.docx", ("报告.docx",)),))
    assert str(whereabouts(case, "/records/0/total")) == "表5 办案费 · 总分"
    titled = Case(dossier(), {**trace, "/records/0/title": Position("sha", paragraph=3)}, files=case.files)
    assert str(whereabouts(titled, "/records/0/title")) == "表5 办案费 · 标题"


def test_of_a_workbook_sheet_and_cell_are_named() -> None:
    trace = {"/records/0/total": Position("sha", table=0, row=20, cell=5, sheet="附表1")}
    case = Case(dossier(), trace, files=(SourceFile("sha", "表.xlsx", ("表.xlsx",)),))
    assert str(whereabouts(case, "/records/0/total")) == "工作表“附表1” 办案费 · 总分（F21）"


def test_of_several_files_the_one_is_named_and_its_folder_where_names_are_one() -> None:
    trace = {"/records/0/total": Position("a", table=0)}
    named = (SourceFile("a", "表.docx", ("a/表.docx",)), SourceFile("b", "报告.docx", ("b/报告.docx",)))
    twice = (SourceFile("a", "表.docx", ("x/a/表.docx",)), SourceFile("b", "表.docx", ("x/b/表.docx",)))
    assert str(whereabouts(Case(dossier(), trace, files=named), "/records/0/total")) == "表.docx 表1 办案费 · 总分"
    assert str(whereabouts(Case(dossier(), trace, files=twice), "/records/0/total")) == "a/表.docx 表1 办案费 · 总分"


def test_two_tables_of_one_name_and_no_file_are_told_apart() -> None:
    case = Case(dossier({"kind": "project-evaluation", "name": "办案费", "total": "90"}))
    assert str(whereabouts(case, "/records/3/total")) == "办案费（第2个） · 总分"


def test_an_unknown_kind_of_a_newer_version_has_a_place_too() -> None:
    case = Case(dossier({"kind": "monitoring-2031", "title": "监控表", "rows": [{"a": "1"}]}))
    assert str(whereabouts(case, "/records/3")) == "监控表"
    assert found(case, "/records/3").steps == ()


_NO_PLACE = {"doubts", "id", "key", "group", "parent", "within", "source", "kind", "schema_"}
"""Fields that nothing on paper is printed for."""


def _fields(kind: type) -> set[str]:
    names = set(kind.model_fields)
    for name in (*lists_of(kind), *groups_of(kind)):
        for inner in _types(kind.model_fields[name].annotation):
            names |= _fields(inner)
    return names


def _types(annotation: object) -> list[type]:
    if isinstance(annotation, type):
        return [annotation] if hasattr(annotation, "model_fields") else []
    return [found for inner in getattr(annotation, "__args__", ()) for found in _types(inner)]


@pytest.mark.parametrize("record", CLASSES)
def test_no_field_is_nameless(record: type[Filed]) -> None:
    assert _fields(record) - _NO_PLACE - FIELDS.keys() == set()
