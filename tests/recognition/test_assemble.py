"""Whole documents: captions and prose, tables over pages, tables of other kinds, several files, whose dossier
it is.
"""

from __future__ import annotations

import pytest
from tests.recognition.tables import SHA

from jixiao.model import Evaluation, Position, Report, locate
from jixiao.recognition import messages as say
from jixiao.recognition import recognise

from .tables import COLUMNS, GOALS, HEAD, MONEY, ROWS, TOTAL, Given, document, one, raw, read, table

Rows = list[list[Given]]
FORM: Rows = [*HEAD, *MONEY, *GOALS, COLUMNS, *ROWS, *TOTAL]


# --- captions ---


@pytest.mark.parametrize(
    ("captions", "annex", "title", "year"),
    [
        (["附件1-1", "2023年度项目支出绩效自评表"], "附件1-1", "2023年度项目支出绩效自评表", 2023),
        (["附件 2：", "项目支出绩效自评表", "（2022年度）", ""], "附件2", "项目支出绩效自评表", 2022),
        (
            ["附表1  2023年项目绩效自评表", "填报单位（盖章）：某局　　　单位：万元"],
            "附表1",
            "2023年项目绩效自评表",
            2023,
        ),
        (["2023年度部门整体支出", "绩效自评表"], "", "2023年度部门整体支出绩效自评表", 2023),
        (["项目支出绩效自评表（2021年度）"], "", "项目支出绩效自评表（2021年度）", 2021),
        (
            ["附件：2023年度项目支出绩效自评表（共4份）", "附件1", "项目支出绩效自评表"],
            "附件1",
            "项目支出绩效自评表",
            None,
        ),
        (["2、部门整体支出绩效自评表", "2020年度", "项目支出绩效自评表"], "", "项目支出绩效自评表", 2020),
        (["具体情况见下表"], "", "", None),
        (["二〇二三年度项目支出绩效自评表"], "", "二〇二三年度项目支出绩效自评表", 2023),
    ],
)
def test_captions(captions: list[str], annex: str, title: str, year: int | None) -> None:
    (found,) = read(*captions, table(*FORM)).dossier.every(Evaluation)
    assert (found.annex, found.title, found.year) == (annex, title, year)


def test_a_unit_of_money_in_the_caption() -> None:
    rows: Rows = [["项目资金", *MONEY[0][1:]], MONEY[1]]
    found = recognise([document("项目支出绩效自评表", "单位：元", table(*HEAD, *rows, COLUMNS, *ROWS))])
    assert found.dossier.every(Evaluation)[0].funds.unit == "元"
    assert found.trace["/records/0/funds/unit"] == Position(file=SHA, paragraph=1)


def test_the_unit_named_over_a_table() -> None:
    line = "填报单位（盖章）：某局　　填报日期：2024年5月　　单位：元"
    found = recognise([document("项目支出绩效自评表", line, table(["项目名称", "甲"], COLUMNS, *ROWS))])
    (evaluation,) = found.dossier.every(Evaluation)
    assert (evaluation.scope, evaluation.unit, evaluation.funds.unit) == ("project", "某局", "元")
    assert [(x.label, x.text) for x in evaluation.extra] == [("填报日期", "2024年5月")]
    place = Position(file=SHA, paragraph=1)
    assert found.trace["/records/0/unit"] == found.trace["/records/0/extra/0"] == place
    (evaluation,) = read("部门整体支出绩效自评表", "填报单位：某局", table(COLUMNS, *ROWS)).dossier.every(Evaluation)
    assert (evaluation.scope, evaluation.name) == ("unit", "某局")


def test_notes_and_signatures_under_a_table() -> None:
    under = ["", "填表人：甲　　　联系电话：123", "注：1.其他资金包括自筹；2.定性指标分档。"]
    following = ["附件2", "填报单位：某局", "项目支出绩效自评表"]
    found = recognise([document(table(*FORM), *under, *following, table(*FORM), "尾声")])
    first, second = found.dossier.every(Evaluation)
    assert [(x.label, x.text) for x in first.extra] == [
        ("填表人", "甲"),
        ("联系电话", "123"),
        ("注", "1.其他资金包括自筹；2.定性指标分档。"),
    ]
    assert found.trace["/records/0/extra/2"] == Position(file=SHA, paragraph=2)
    assert (second.annex, second.unit) == ("附件2", "某局")
    assert [u.text for u in found.unplaced] == ["尾声"]


def test_the_title_of_a_report_is_no_caption() -> None:
    found = read(
        "某局2023年度项目支出绩效自评报告",
        "一、项目概况",
        "本项目完成管网改造。",
        "附件1",
        "项目支出绩效自评表",
        table(*FORM),
    )
    (report,) = found.dossier.every(Report)
    assert report.title == "某局2023年度项目支出绩效自评报告"
    assert found.dossier.every(Evaluation)[0].annex == "附件1"
    assert found.dossier.year == 2023


def test_prose_around_an_unknown_table_stays_one_report() -> None:
    found = read(
        "某局2023年度项目支出绩效自评报告",
        "一、项目概况",
        "人员构成见下表。",
        "人员情况表",
        table(["姓名", "职务"], ["甲", "科长"]),
        "二、存在的问题",
        "进度偏慢。",
    )
    (report,) = found.dossier.every(Report)
    assert [s.title for s in report.sections if s.title] == ["项目概况", "存在的问题"]
    assert [u.position.table for u in found.unplaced] == [0]


def test_paragraphs_of_no_report_are_reported() -> None:
    found = read("收文登记", table(*FORM), "收文登记")
    assert [u.text for u in found.unplaced] == ["收文登记", "收文登记"]


# --- tables of other kinds ---


@pytest.mark.parametrize(
    "rows",
    [
        [["姓名", "性别", "职务", "得分"], ["甲", "男", "科长", "95"]],
        [
            ["收入", "", "支出", ""],
            ["项目", "金额", "项目", "金额"],
            ["一、财政拨款收入", "1,234.00", "一、一般公共服务支出", "1,200.00"],
        ],
        [
            ["预算数", "", "", "决算数", "", ""],
            ["合计", "因公出国（境）费", "公务接待费", "合计", "因公出国（境）费", "公务接待费"],
            ["10", "0", "2", "9", "0", "1"],
        ],
        [["三公经费", "2022年决算数", "2023年预算数"], ["公务接待费", "1", "2"], ["因公出国（境）费", "0", "0"]],
        [
            *HEAD,
            ["项目资金", "资金总额", "100"],
            ["一级指标", "二级指标", "三级指标", "指标值", "备注"],
            ["产出指标", "数量指标", "培训", "3场", ""],
        ],
        [
            *HEAD,
            ["一级指标", "二级指标", "三级指标", "年度指标值", "1-7月执行情况", "全年预计完成情况", "完成目标可能性"],
            ["产出指标", "数量指标", "培训", "3场", "2场", "3场", "确定能"],
        ],
        [
            ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分"],
            ["投入", "目标设定", "目标合理性", "5", "每缺一项扣1分", "5"],
        ],
        [["一", "二"], ["三", "四"]],
    ],
)
def test_other_tables_are_reported_whole(rows: Rows) -> None:
    found = read("2023年有关情况表", table(*rows))
    assert found.dossier.records == ()
    (left,) = found.unplaced
    assert left.position == Position(file=SHA, table=0)
    assert left.text.startswith("2023年有关情况表")


def test_a_list_right_over_a_table_is_no_caption() -> None:
    text = "附件：2023年度项目支出绩效自评表"
    found = read("第一段。" + "很长的说明文字" * 20, text, table(*FORM))
    assert [u.text for u in found.unplaced][-1] == text
    assert found.dossier.every(Evaluation)[0].title == ""
    (evaluation,) = read("附件", "1.项目支出绩效自评表", table(*FORM)).dossier.every(Evaluation)
    assert (evaluation.annex, evaluation.title) == ("", "")


def test_a_money_block_cut_from_its_head_twice() -> None:
    """Two first pages without indicators between them are two tables, and the one without indicators is reported."""
    found = read(table(*FORM[:4]), table(*FORM))
    assert len(found.dossier.every(Evaluation)) == 1
    assert [u.position.table for u in found.unplaced] == [0]


def test_an_empty_table_is_nothing() -> None:
    assert read(table()).unplaced == ()


# --- pages ---


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([*FORM[:8]], [COLUMNS, *FORM[8:]]),
        ([*FORM[:8]], FORM[8:]),
        ([*FORM[:4]], FORM[4:]),
        ([*FORM[:6]], FORM[6:]),
        (FORM[:-1], FORM[-1:]),
    ],
)
def test_a_table_cut_by_a_page(first: Rows, second: Rows) -> None:
    found = one("项目支出绩效自评表", table(*first), "", table(*second))
    assert found == one("项目支出绩效自评表", table(*FORM))


def test_a_heading_between_head_and_indicators() -> None:
    found = read("项目支出绩效自评表", table(*FORM[:6]), "二、绩效指标完成情况", table(*FORM[6:]))
    (evaluation,) = found.dossier.every(Evaluation)
    assert evaluation == one("项目支出绩效自评表", table(*FORM))
    assert [u.text for u in found.unplaced] == ["二、绩效指标完成情况"]
    found = read(table(*FORM[:6]), "项目支出绩效自评表", table(*FORM[6:]))
    assert found.dossier.every(Evaluation)[0].name == ""


def test_a_cut_table_keeps_its_places() -> None:
    found = recognise([document(table(*FORM[:8]), table(*FORM[8:]))])
    assert found.trace["/records/0/indicators/2/score"] == Position(file=SHA, table=1, row=1, cell=6)
    assert found.trace["/records/0/total"] == Position(file=SHA, table=1, row=2, cell=2)


def test_two_tables_without_a_caption_between() -> None:
    other: Rows = [["项目名称", "另一个"], *FORM[1:]]
    assert [e.name for e in read(table(*FORM), table(*other)).dossier.every(Evaluation)] == ["管网改造", "另一个"]
    assert len(read(table(*FORM), table(*FORM[2:])).dossier.every(Evaluation)) == 2


def test_a_second_table_in_the_same_table() -> None:
    rows: Rows = [*FORM, ["附件2"], ["（2022年度）"], [""], ["项目名称", "另一个"], *FORM[2:]]
    first, second = read("附件1", "2023年度项目支出绩效自评表", table(*rows)).dossier.every(Evaluation)
    assert (first.name, first.annex, first.year, raw(first.total)) == ("管网改造", "附件1", 2023, "38")
    assert (second.name, second.annex, second.title, raw(second.total)) == (
        "另一个",
        "附件2",
        "2023年度项目支出绩效自评表",
        "38",
    )


# --- the dossier ---


def test_several_files_are_one_dossier() -> None:
    overall: Rows = [["部门名称", "某局"], *FORM[2:]]
    found = recognise(
        [
            document("2023年度部门整体支出绩效自评表", table(*overall), name="整体.docx"),
            document("2023年度项目支出绩效自评表", table(*FORM), name="项目.docx"),
        ]
    )
    assert (found.dossier.unit, found.dossier.year) == ("某局", 2023)
    assert [e.scope for e in found.dossier.every(Evaluation)] == ["unit", "project"]
    assert found.trace["/records/1/name"] == Position(file=SHA, table=0, row=0, cell=1)
    place = locate(found.trace, "/records/1/indicators/0/group")
    assert place == Position(file=SHA, table=0, row=7, cell=2)


def test_whose_dossier() -> None:
    assert read(table(*FORM)).dossier.unit == "维护中心"
    assert recognise([]).dossier.unit == ""
    assert recognise([]).dossier.year is None


# --- papers of other kinds ---


@pytest.mark.parametrize(
    ("title", "head", "kind"),
    [
        ("2023年度项目支出绩效运行监控表", ["姓名", "职务", "备注"], "绩效运行监控表"),
        ("情况表", ["三级指标", "年度指标值", "1-7月执行情况", "全年预计完成情况"], "绩效运行监控表"),
        ("2024年项目支出绩效目标申报表", ["姓名", "职务", "备注"], "绩效目标申报表"),
        ("情况表", ["一级指标", "二级指标", "三级指标", "指标值"], "绩效目标申报表"),
        ("事前绩效评估评分表", ["姓名", "职务", "备注"], "事前绩效评估表"),
        ("情况表", ["指标", "分值", "评分标准"], "评价指标评分表"),
        ("2023年度收入支出决算总表", ["姓名", "职务", "备注"], "部门决算公开表"),
        ("群众满意度调查表", ["姓名", "职务", "备注"], "满意度调查表"),
        ("人员情况表", ["姓名", "职务", "备注"], ""),
    ],
)
def test_a_table_of_another_kind_says_what_it_is(title: str, head: list[Given], kind: str) -> None:
    (left,) = read(title, table(head, ["甲", "乙", "丙"])).unplaced
    if kind:
        assert left.reason.key == say.OTHER_KIND.key
        assert str(left.reason["kind"]) == kind
    else:
        assert left.reason == say.UNKNOWN_TABLE()


def test_a_paper_of_another_kind_says_what_it_is() -> None:
    texts = ["某局2023年1-7月绩效运行监控报告", "一、基本情况", "预算执行正常。", "二、存在的问题", "进度偏慢。"]
    found = read(*texts)
    assert found.dossier.records == ()
    assert [u.text for u in found.unplaced] == texts
    assert {str(u.reason["kind"]) for u in found.unplaced} == {"绩效运行监控报告"}
    assert read("某项目事前绩效评估报告", "一、评估对象", "某项目。").dossier.records == ()


def test_what_a_report_says_on_other_papers_does_not_cut_it() -> None:
    found = read(
        "某局2023年度部门整体支出绩效自评报告",
        "一、单位基本情况",
        "绩效目标申报情况说明",
        "已按时申报。",
        "二、问题",
        "无。",
    )
    (report,) = found.dossier.every(Report)
    assert [p.text for s in report.sections for p in s.paragraphs] == ["绩效目标申报情况说明", "已按时申报。", "无。"]


@pytest.mark.parametrize(
    ("title", "texts", "year"),
    [
        ("部门整体支出绩效自评报告", ["2021年部门决算支出100万元。"], 2021),
        ("部门整体支出绩效自评报告", ["2021年度收支平衡，比2020年支出增加5万元。"], None),
        ("部门整体支出绩效自评报告", ["2021年部门决算……", "2021年度支出……", "2021年预算……", "2020年支出……"], 2021),
        ("部门整体支出绩效自评报告", ["二〇二一年度部门整体支出100万元。"], 2021),
        ("部门整体支出绩效自评报告", ["我单位成立于2019年3月。"], None),
        ("2022年度部门整体支出绩效自评报告", ["2021年部门决算支出100万元。"], 2022),
    ],
)
def test_a_year_named_in_the_text_alone(title: str, texts: list[str], year: int | None) -> None:
    found = read(title, "一、单位基本情况", *texts, "二、存在的问题", "无。")
    assert [r.year for r in found.dossier.every(Report)] == [year]
    assert found.dossier.year == year


def test_a_table_knows_its_year_better_than_the_text() -> None:
    found = read(
        "部门整体支出绩效自评报告",
        "一、单位基本情况",
        "2021年部门决算支出100万元。",
        "2022年度项目支出绩效自评表",
        table(*FORM),
    )
    assert [r.year for r in found.dossier.every(Report)] == [None]
    assert found.dossier.year == 2022


def test_paragraphs_behind_a_form_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    # each was held against all before it: a file of 40,000 blank paragraphs took a minute
    from jixiao.recognition import segment

    looks = 0
    is_blank = segment.is_blank

    def counted(text: str) -> bool:
        nonlocal looks
        looks += 1
        return is_blank(text)

    monkeypatch.setattr(segment, "is_blank", counted)
    count = 2000
    recognise([document(table(*FORM), *[""] * count, "尾声", *["又一段"] * count)])
    assert looks < 8 * count
