"""Text exports: encodings, rows and cells, where a table ends."""

from __future__ import annotations

import codecs

import pytest

from jixiao.model import Document, UnreadableError
from jixiao.reading import limits
from tests.reading.reader import grid, read, texts


def read_text(text: str | bytes) -> Document:
    return read(text if isinstance(text, bytes) else text.encode(), "导出.txt")


def tables(text: str) -> list[list[list[str]]]:
    return [grid(table) for table in read_text(text).tables]


@pytest.mark.parametrize(
    "data",
    [
        "标题\n\t甲\n\t乙".encode(),
        "标题\n\t甲\n\t乙".encode("utf-8-sig"),
        "标题\n\t甲\n\t乙".encode("gb18030"),
        "标题\n\t甲\n\t乙".encode("utf-16"),
        codecs.BOM_UTF16_BE + "标题\n\t甲\n\t乙".encode("utf-16-be"),
        "标题\r\n\t甲\r\n\t乙\r\n".encode(),
        "标题\r\t甲\r\t乙\r".encode(),
    ],
)
def test_encodings_and_line_ends(data: bytes) -> None:
    document = read_text(data)
    assert texts(document) == ["标题"]
    assert [grid(table) for table in document.tables] == [[["甲", "乙"]]]


def test_rows_start_after_a_blank_line_and_cells_hold_lines() -> None:
    assert tables("\t产出指标\n\n(50分)\n\t数量指标\n\n\t效益\n指标\n\t\n\t 3 \t4\n") == [
        [["产出指标\n\n(50分)", "数量指标"], ["效益\n指标", "", " 3 \t4"]]
    ]


def test_a_cell_keeps_its_ideographic_space_and_loses_trailing_blank_lines() -> None:
    assert tables("\t\u3000\n\t甲\n\n\n\t乙\n\u3000\n\t丙\n") == [[["\u3000", "甲"], ["乙\n\u3000", "丙"]]]


def test_columns_are_counted_cells_and_merges_are_unknown() -> None:
    (table,) = read_text("\t甲\n\t乙\n").tables
    assert [(cell.index, cell.column, cell.span, cell.continues) for cell in table.rows[0].cells] == [
        (0, 0, 1, False),
        (1, 1, 1, False),
    ]
    assert not table.merges_known


@pytest.mark.parametrize(
    "title",
    [
        " 附件2",
        "附表3-1：",
        "附件1-2：项目支出绩效目标申报表",
        "表二 部门整体支出绩效自评表",
        "2024年度部门整体支出绩效自评表",
        "2024年度项目支出绩效评价报告",
        "应急管理局部门整体支出绩效自评报告",
        "公安局2024年度项目支出绩效自评表",
        "财政支出项目绩效评价评分表（样表）",
    ],
)
def test_a_table_ends_at_a_title(title: str) -> None:
    document = read_text(f"\t厉行节约\n\t已落实\n并有记录\n{title}\n\t甲\n\t乙\n")
    assert [grid(table) for table in document.tables] == [[["厉行节约", "已落实\n并有记录"]], [["甲", "乙"]]]
    assert texts(document) == [title]


@pytest.mark.parametrize(
    "line",
    [
        "附件：合同复印件三份",
        "形成2024年度调研报告",
        "并公开项目支出绩效自评表",
        "单位：万元",
        "完成了报表",
        "一、做好管理",
        "表扬先进",
    ],
)
def test_lines_that_are_no_titles_stay_in_their_cell(line: str) -> None:
    assert tables(f"\t目标\n{line}\n\t乙\n") == [[[f"目标\n{line}", "乙"]]]


def test_a_table_ends_where_prose_follows_a_bare_figure() -> None:
    document = read_text("\t总分\n\t96.72\n本次自评由财务股组织完成。\n\n下一步加强管理。\n")
    assert [grid(table) for table in document.tables] == [[["总分", "96.72"]]]
    assert texts(document) == ["本次自评由财务股组织完成。", "", "下一步加强管理。"]


def test_a_figure_keeps_its_unit_its_remark_and_its_row() -> None:
    assert tables("\t1674.52\n万元\n\t95%\n（以问卷调查的结果为准）\n\n\t3\n包括上年结转和当年拨款\n\t丙\n") == [
        [["1674.52\n万元", "95%\n（以问卷调查的结果为准）"], ["3\n包括上年结转和当年拨款", "丙"]]
    ]


def test_closing_lines_after_the_last_cell() -> None:
    document = read_text("\t说明\n\t无\n填报人：甲  联系电话：1\n")
    assert [grid(table) for table in document.tables] == [[["说明", "无"]]]
    assert texts(document) == ["填报人：甲  联系电话：1"]


SENTENCE = "本单位认真贯彻执行国家和地方的各项政策法规，较好地完成了全年工作任务。"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (f"\t{SENTENCE}\n\t{SENTENCE}\n", [SENTENCE, SENTENCE]),
        (f"\t一、基本情况\n\n\t{SENTENCE}\n续行\n\n\t（二）职能\n", ["一、基本情况", SENTENCE, "续行", "（二）职能"]),
    ],
)
def test_indented_prose_is_no_table(text: str, paragraphs: list[str]) -> None:
    assert texts(read_text(text)) == paragraphs


@pytest.mark.parametrize(
    "text",
    [f"\t总体目标\n\t{SENTENCE}\n", f"\t{SENTENCE}\n\n\t{SENTENCE}\n\t{SENTENCE}\n", "\t一、甲\n\n\t二、乙\n"],
)
def test_a_table_with_sentences_stays_a_table(text: str) -> None:
    assert len(tables(text)) == 1


@pytest.mark.parametrize("data", [b" \n\t\n ", b"\xff\xfe"])
def test_a_text_without_text(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="没有文字"):
        read_text(data)


@pytest.mark.parametrize("data", [b"\x00\x01\x02abc", b"\xff\xff\xff\xff", b"\xff\xfe\x00\xd8", b"MZ\x90\x00" * 9])
def test_bytes_that_are_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="无法识别"):
        read_text(data)


def test_limits_of_text(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, limit, text, problem in (
        ("TEXT", 10, "甲" * 9, "文本超过"),
        ("LINE", 10, "\n" + "甲" * 11, "第2行.*过长"),
        ("PARAGRAPHS", 3, "甲\n" * 4, "段落超过 3"),
        ("CELLS", 3, "\t甲\n" * 4, "单元格超过 3"),
        ("ROWS", 3, "\t甲\n\n" * 5, "表格行超过 3"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(limits, name, limit)
            with pytest.raises(UnreadableError, match=problem):
                read_text(text)
