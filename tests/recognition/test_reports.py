# ruff: noqa: E501
"""Reports in a run of paragraphs: title, sections, attachments, signature, date; and nothing lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shared import shared_path

from jixiao.model import Paragraph, Report
from jixiao.recognition.reports import find_reports


def paragraphs(text: str) -> list[Paragraph]:
    return [Paragraph(i, line) for i, line in enumerate(text.strip("\n").split("\n"))]


def one(text: str) -> Report:
    reports, left = find_reports(paragraphs(text), "x.docx")
    assert len(reports) == 1
    assert not [p for p in left if p.text.strip()]
    return reports[0][0]


def tree(report: Report) -> list[str]:
    return ["  " * (s.level - 1) + s.number + s.title for s in report.sections]


HOUSE = """
2025年度清江市图书馆整体支出绩效自评报告

一、单位基本情况
（一）职能职责
负责全市文献的收藏与借阅。
（二）机构设置
内设三个部门。
二、一般公共预算支出情况
全年支出正常。
三、存在的问题
1.经费不足。
2.人员老化。
四、下一步改进措施
加强管理。

附件：1.基础数据表
      2.自评表

清江市图书馆
2026年4月8日
"""


def test_a_plain_report() -> None:
    report = one(HOUSE)
    assert (report.scope, report.year, report.unit) == ("unit", 2025, "清江市图书馆")
    assert report.title == "2025年度清江市图书馆整体支出绩效自评报告"
    assert tree(report) == [
        "一、单位基本情况", "  （一）职能职责", "  （二）机构设置", "二、一般公共预算支出情况", "三、存在的问题", "四、下一步改进措施",
    ]  # fmt: skip
    assert report.sections[4].texts == ("1.经费不足。", "2.人员老化。")
    assert report.attachments == ("附件：1.基础数据表", "2.自评表")
    assert (report.signature, report.date) == ("清江市图书馆", "2026年4月8日")


def test_the_trace_leads_to_the_characters() -> None:
    run = paragraphs(HOUSE)
    (report, trace), *_ = find_reports(run, "x.docx")[0]
    text = {p.number: p.text for p in run}
    spots = {key: text[at.paragraph or 0][at.start : at.end] for key, at in trace.items()}
    assert spots["/title"] == report.title
    assert spots["/sections/1/title"] == "（一）职能职责"
    assert spots["/sections/4/paragraphs/1"] == "2.人员老化。"
    assert spots["/attachments/1"] == "2.自评表"
    assert spots["/signature"] == "清江市图书馆"
    assert spots["/date"] == "2026年4月8日"


NUMBERINGS = {
    "broken chapter": (
        "一、单位基本情况\n文字。\n2、 一般公共预算支出情况\n文字。\n三、存在的问题\n文字。",
        ["一、单位基本情况", "2、一般公共预算支出情况", "三、存在的问题"],
    ),
    "broken part": (
        "一、单位基本情况\n（一）职能职责\n文字。\n（2） 机构设置\n文字。\n（三）人员情况\n文字。\n二、存在的问题\n文字。",
        ["一、单位基本情况", "  （一）职能职责", "  （2）机构设置", "  （三）人员情况", "二、存在的问题"],
    ),
    "part that begins broken": (
        "一、单位基本情况\n（1） 职能职责\n1、借阅\n文字。\n2、编目\n文字。\n（二）机构设置\n1、馆部\n文字。\n2、分馆\n文字。\n二、存在的问题\n文字。",
        ["一、单位基本情况", "  （1）职能职责", "    1、借阅", "    2、编目", "  （二）机构设置", "    1、馆部", "    2、分馆", "二、存在的问题"],
    ),
    "arabic chapters": (
        "1、 项目基本情况\n文字。\n2、 项目资金使用情况\n（一）到位\n文字。\n（二）使用\n文字。\n3、 存在的问题\n文字。",
        ["1、项目基本情况", "2、项目资金使用情况", "  （一）到位", "  （二）使用", "3、存在的问题"],
    ),
    "parts and chapters": (
        "第一部分 单位基本情况\n一、职能\n文字。\n二、机构\n文字。\n第二部分　绩效情况\n一、产出\n文字。",
        ["第一部分单位基本情况", "  一、职能", "  二、机构", "第二部分绩效情况", "  一、产出"],
    ),
    "decimal numbers": (
        "1. 单位基本情况\n1.1 职能\n文字。\n1.2 机构\n文字。\n2. 绩效情况\n2.1 产出\n文字。\n2.1.1 数量情况\n文字。",
        ["1.单位基本情况", "  1.1职能", "  1.2机构", "2.绩效情况", "  2.1产出", "    2.1.1数量情况"],
    ),
    "four levels": (
        "一、绩效情况\n（一）产出\n1.数量\n（1）借阅\n文字。\n（2）编目\n文字。\n2.质量\n文字。\n（二）效益\n文字。\n二、下一步打算\n文字。",
        ["一、绩效情况", "  （一）产出", "    1.数量", "      （1）借阅", "      （2）编目", "    2.质量", "  （二）效益", "二、下一步打算"],
    ),
    "skipped level": (
        "一、绩效情况\n1.数量\n文字。\n2.质量\n文字。\n二、下一步打算\n文字。",
        ["一、绩效情况", "  1.数量", "  2.质量", "二、下一步打算"],
    ),
    "an empty heading": (
        "一、绩效情况\n（一）产出一\n（二）产出二\n文字。\n（三）产出三\n文字。\n二、下一步打算\n1.加快进度\n2.细化编制\n特此报告。",
        ["一、绩效情况", "  （一）产出一", "  （二）产出二", "  （三）产出三", "二、下一步打算"],
    ),
    "numbers without a mark": (
        "第一部分 部门概况\n文字。\n第二部分 问题与建议\n1 存在的问题\n文字。\n2 改进建议\n3 台车辆报废。",
        ["第一部分部门概况", "第二部分问题与建议", "  1 存在的问题", "  2 改进建议"],
    ),
    "a chapter number twice": (
        "一、单位基本情况\n文字。\n二、一般公共预算支出情况\n文字。\n二、绩效情况\n文字。\n四、存在的问题\n文字。",
        ["一、单位基本情况", "二、一般公共预算支出情况", "二、绩效情况", "四、存在的问题"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NUMBERINGS)
def test_levels_come_from_the_whole_sequence(name: str) -> None:
    body, expected = NUMBERINGS[name]
    assert tree(one("2025年度清江市图书馆项目支出绩效自评报告\n" + body)) == expected


PARAGRAPHS = [
    "（1）春季活动按期开展。全馆组织多场讲座，读者踊跃参加。",
    "1、完善制度；",
    "（一）预算编制不够准确，主要是没有充分考虑业务的实际情况。",
    "一是加强学习",
    "完成情况：",
    "2、投入资金35.20万元，占全年的一半",
    "2025年全馆工作平稳",
]


@pytest.mark.parametrize("line", PARAGRAPHS)
def test_sentences_are_no_headings(line: str) -> None:
    report = one(f"2025年度清江市图书馆项目支出绩效自评报告\n一、绩效情况\n{line}\n文字。")
    assert tree(report) == ["一、绩效情况"]
    assert report.sections[0].texts == (line, "文字。")


def test_a_run_of_short_items_is_a_list() -> None:
    report = one(
        "2025年度清江市图书馆项目支出绩效自评报告\n一、绩效情况\n（一）产出\n1、完成借阅\n2、完成编目\n3、完成讲座\n完成情况：\n都好。"
    )
    assert tree(report) == ["一、绩效情况", "  （一）产出"]
    assert len(report.sections[1].paragraphs) == 5


def test_heading_styles_give_the_level() -> None:
    run = [
        Paragraph(0, "2025年度清江市图书馆整体支出绩效自评报告", level=1),
        Paragraph(1, "概况", level=2),
        Paragraph(2, "文字。"),
        Paragraph(3, "职能", level=3, label="（一）"),
        Paragraph(4, "1、绩效", level=2),
    ]
    report, trace = find_reports(run, "x")[0][0]
    assert [(s.number, s.title, s.level) for s in report.sections] == [
        ("", "概况", 1),
        ("（一）", "职能", 2),
        ("1、", "绩效", 1),
    ]
    assert trace["/sections/1/title"].paragraph == 3


def test_a_drawn_number_is_part_of_what_is_read() -> None:
    run = [
        Paragraph(0, "2025年度清江市图书馆整体支出绩效自评报告"),
        Paragraph(1, "单位基本情况", label="一、"),
        Paragraph(2, "全年开展讲座，读者踊跃参加。", label="1."),
        Paragraph(3, "存在的问题", label="2、"),
        Paragraph(4, "没有。"),
    ]
    report = find_reports(run, "x")[0][0][0]
    assert tree(report) == ["一、单位基本情况", "2、存在的问题"]
    assert report.sections[0].texts == ("1.全年开展讲座，读者踊跃参加。",)


TITLES = {
    "2025年度清江市图书馆整体支出绩效自评报告": ("unit", 2025, "清江市图书馆"),
    "清江市图书馆2025年度部门整体支出绩效自评报告": ("unit", 2025, "清江市图书馆"),
    "清江市图书馆\n2025年度部门整体支出绩效评价报告": ("unit", 2025, "清江市图书馆"),
    "2025年度\n部门整体支出绩效自评报告": ("unit", 2025, None),
    "清江市图书馆关于2025年部门整体支出\n绩效自评工作情况的报告": ("unit", 2025, "清江市图书馆"),
    "2025年度清江市图书馆馆藏购置项目绩效自评报告": ("project", 2025, None),
    "2025年中央补助公共文化转移支付绩效自评报告": ("project", 2025, None),
    "二〇二五年度清江市图书馆整体支出绩效自评报告": ("unit", 2025, "清江市图书馆"),
    "2025年度部门整体支出绩效自评报告（公开版）": ("unit", 2025, None),
    "绩效自评报告": ("unit", None, None),
}


@pytest.mark.parametrize("title", TITLES)
def test_titles(title: str) -> None:
    report = one(title + "\n一、部门概况\n文字。\n二、存在的问题\n文字。")
    assert (report.scope, report.year, report.unit) == TITLES[title]
    assert report.title == title.replace("\n", "")


def test_two_reports_and_a_signature_between() -> None:
    second = "2025年度清江市图书馆项目支出绩效自评报告\n1、 项目基本情况\n文字。\n清江市图书馆\n"
    reports, left = find_reports(paragraphs(HOUSE + second), "x")
    assert [r.scope for r, _ in reports] == ["unit", "project"]
    assert [r.signature for r, _ in reports] == ["清江市图书馆", "清江市图书馆"]
    assert not [p for p in left if p.text.strip()]


def test_cover_and_contents_are_left_over() -> None:
    cover = (
        "2025年度清江市图书馆整体支出绩效自评报告\n2026年4月\n目 录\n一、单位基本情况\t1\n二、一般公共预算支出情况\t2\n"
    )
    plain = HOUSE.replace("\n2025年度清江市图书馆整体支出绩效自评报告\n", "")
    reports, left = find_reports(paragraphs(cover + plain), "x")
    assert tree(reports[0][0]) == ["", *tree(one(HOUSE))]
    assert reports[0][0].sections[0].texts == ("2026年4月",)
    assert [p.number for p in left if p.text.strip()] == [2, 3, 4]
    twice = find_reports(paragraphs("2025年度清江市图书馆整体支出绩效自评报告\n2026年4月\n" + HOUSE), "x")
    assert [r.title for r, _ in twice[0]] == ["2025年度清江市图书馆整体支出绩效自评报告"]
    assert len(twice[1]) == 2


def test_contents_without_an_echo() -> None:
    text = "2025年度清江市图书馆整体支出绩效自评报告\n目录\n前言……1\n概况……2\n一、单位基本情况\n文字。"
    reports, left = find_reports(paragraphs(text), "x")
    assert tree(reports[0][0]) == ["一、单位基本情况"]
    assert len(left) == 3
    bare, left = find_reports(paragraphs("2025年度清江市图书馆整体支出绩效自评报告\n目录"), "x")
    assert (bare, len(left)) == ([], 2)


def test_text_that_is_no_report_is_left_over() -> None:
    reports, left = find_reports(paragraphs("会议纪要\n各位同志：\n今天开会。\n一、通知\n二、学习"), "x")
    assert (reports, len(left)) == ([], 5)
    assert find_reports([], "x") == ([], [])


def test_a_report_without_its_title() -> None:
    text = "一、单位基本情况\n2025年度工作平稳。\n二、一般公共预算支出情况\n文字。\n三、存在的问题\n文字。"
    report = one(text)
    assert (report.title, report.scope, report.year) == ("", "unit", 2025)
    project = one(
        "一、项目基本情况\n文字。\n二、项目资金使用情况\n文字。\n三、项目组织实施情况\n文字。\n四、综合评价结论\n文字。"
    )
    assert project.scope == "project"


ENDS = {
    "附件：2025年度自评表（1-1至1-4）\n\n清江市图书馆": (("附件：2025年度自评表（1-1至1-4）",), "清江市图书馆", None),
    "清江市图书馆　2026年4月8日": ((), "清江市图书馆", "2026年4月8日"),
    "清江市图书馆\n二〇二六年四月八日\n附件：1.甲表 2.乙表": (
        ("附件：1.甲表", "2.乙表"),
        "清江市图书馆",
        "二〇二六年四月八日",
    ),
    "附件：\n1.甲表\n2.乙表\n单位名称（盖章）：清江市图书馆\n2026年4月": (
        ("附件：", "1.甲表", "2.乙表"),
        "单位名称（盖章）：清江市图书馆",
        "2026年4月",
    ),
    "附件1：甲表\n附件2：乙表": (("附件1：甲表", "附件2：乙表"), None, None),
    "2026.4.8": ((), None, "2026.4.8"),
    "清江市图书馆\n2026年4月8日\n（联系人：略，电话：略）": ((), "清江市图书馆", "2026年4月8日"),
    "工作到此为止。": ((), None, None),
}


@pytest.mark.parametrize("end", ENDS)
def test_ends(end: str) -> None:
    report = one("2025年度清江市图书馆整体支出绩效自评报告\n一、单位基本情况\n文字。\n" + end)
    assert (report.attachments, report.signature, report.date) == ENDS[end]


def test_what_stands_behind_the_attachments_is_left_over() -> None:
    text = "2025年度清江市图书馆整体支出绩效自评报告\n一、单位基本情况\n文字。\n附件：甲表\n联系人：略。"
    reports, left = find_reports(paragraphs(text), "x")
    assert reports[0][0].attachments == ("附件：甲表",)
    assert [p.text for p in left] == ["联系人：略。"]


def test_an_attachment_named_in_the_middle_is_text() -> None:
    text = "2025年度清江市图书馆整体支出绩效自评报告\n一、单位基本情况\n附件：甲表\n一段文字。\n二、存在的问题\n三、下一步打算\n又一段。"
    assert one(text).sections[0].texts == ("附件：甲表", "一段文字。")


def test_line_breaks_in_a_paragraph_end_lines() -> None:
    run = [
        Paragraph(0, "2025年度清江市图书馆\n整体支出绩效自评报告"),
        Paragraph(1, " 一、单位基本情况\n（一）职能\n文字。"),
    ]
    report, trace = find_reports(run, "x")[0][0]
    assert report.title == "2025年度清江市图书馆整体支出绩效自评报告"
    assert tree(report) == ["一、单位基本情况", "  （一）职能"]
    at = trace["/sections/1/title"]
    assert run[1].text[at.start : at.end] == "（一）职能"


LINES = st.sampled_from([
    "一、单位基本情况", "（一）职能职责", "（2） 机构设置", "4、 绩效情况", "1.完成借阅", "1、完成；", "文字在此。", "附件：1.甲表", "2.乙表", "2026年4月8日",
    "清江市图书馆", "", "目录", "1 存在的问题", "2025年度清江市图书馆项目支出绩效自评报告", "整体支出绩效自评报告", "第一章 总则", "1.1 职能", "①其一", "十一、其他需要说明的情况", "附件",
])  # fmt: skip


@settings(max_examples=100)
@given(st.lists(LINES, max_size=14))
def test_every_line_is_in_exactly_one_place(lines: list[str]) -> None:
    run = paragraphs("\n".join(["2025年度清江市图书馆整体支出绩效自评报告", *lines]))
    reports, left = find_reports(run, "x")
    found = [
        text
        for report, _ in reports
        for text in (
            report.title,
            *(t for s in report.sections for t in (s.number + s.title, *s.texts)),
            *report.attachments,
            report.signature or "",
            report.date or "",
        )
    ] + [p.text for p in left]
    assert sorted(_letters("".join(found))) == sorted(
        _letters("".join(lines) + "2025年度清江市图书馆整体支出绩效自评报告")
    )


BODY = LINES.filter(lambda line: not line.startswith(("附件", "目录")))
ENDINGS = st.sampled_from(["", "附件：1.甲表\n2.乙表", "清江市图书馆\n2026年4月8日", "附件：甲表\n清江市图书馆"])


@settings(max_examples=100)
@given(st.lists(BODY, max_size=14), ENDINGS)
def test_reading_what_was_written_is_the_same(lines: list[str], end: str) -> None:
    run = paragraphs("\n".join(["2025年度清江市图书馆整体支出绩效自评报告", "一、单位基本情况", *lines, end]))
    for report, _ in find_reports(run, "x")[0]:
        written = [Paragraph(0, report.title)]
        for section in report.sections:
            if section.number or section.title:
                written.append(Paragraph(len(written), section.number + section.title, level=section.level))
            written += [Paragraph(0, text) for text in section.texts]
        written += [Paragraph(0, text) for text in report.attachments]
        written += [Paragraph(0, text) for text in (report.signature, report.date) if text]
        again = find_reports([Paragraph(i, p.text, p.level) for i, p in enumerate(written)], "x")[0]
        assert [r for r, _ in again] == [report]


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_real_reports() -> None:
    lines = shared_path("seeds/yueyang-2024-self-evaluation.txt").read_text(encoding="utf-8").split("\n")
    captions = re.compile(r"附件[\d-]+|2024年度.*表")
    runs: list[list[Paragraph]] = [[]]
    for i, line in enumerate(lines):
        if line.startswith("\t") or captions.fullmatch(line.strip()):
            runs.append([])
        else:
            runs[-1].append(Paragraph(i, line))
    reports = [report for run in runs for report in find_reports(run, "seed")[0]]
    assert [r.scope for r, _ in reports] == ["unit", "project"]
    unit, project = (r for r, _ in reports)
    assert [s.number for s in unit.sections if s.level == 1] == [
        "一、",
        "二、",
        "三、",
        "4、",
        "五、",
        "六、",
        "七、",
        "八、",
    ]
    assert [s.number for s in unit.sections if s.level == 2][4:] == ["（1）", "（二）", "（三）", "（四）", "（5）"]
    assert [s.number for s in project.sections] == ["1、", "2、", "3、", "4、", "5、", "6、"]
    assert project.signature is not None
    assert project.signature.endswith("站场大队")
    assert len(unit.attachments) == 2


def test_a_final_account_is_no_report_though_it_has_some_of_the_chapters() -> None:
    headings = (
        "部门概况", "一般公共预算财政拨款支出情况", "收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表",
        "机关运行经费支出情况", "政府采购支出情况", "国有资产占用情况", "其他需要说明的情况", "存在的问题", "名词解释",
    )  # fmt: skip
    numbers = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
    text = "\n".join(f"{n}、{h}\n本年情况见下表。" for n, h in zip(numbers, headings, strict=True))
    reports, left = find_reports(paragraphs(text), "x.docx")
    assert reports == []
    assert len(left) == 2 * len(headings)


def test_chapters_without_a_title_are_a_report() -> None:
    headings = (
        "单位基本情况",
        "一般公共预算支出情况",
        "部门整体支出绩效情况",
        "存在的问题及原因分析",
        "下一步改进措施",
    )
    text = "\n".join(f"{n}、{h}\n情况如下。" for n, h in zip("一二三四五", headings, strict=True))
    assert [s.title for s in one(text).sections] == list(headings)
