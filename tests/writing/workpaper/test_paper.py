"""What stands in the working paper: one sheet a case, formulas with their values, nothing that runs, the same bytes."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model import Term
from jixiao.writing.workpaper import Trouble, words, working_paper
from jixiao.writing.workpaper.book import MOST_SHEETS
from jixiao.writing.workpaper.columns import OF_FINDING
from jixiao.writing.workpaper.look import number_format, sheet_name, width_of
from jixiao.writing.workpaper.rows import number_of
from tests.writing.workpaper.papers import clean, columns, opened, published, records

UNIT = "示范市渡口管理所"


def findings_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for f in data["cases"][0]["findings"] for one in (f, *f["consequences"])]


def test_every_finding_stands_in_the_sheet_of_its_case() -> None:
    data = published()
    book = opened(working_paper([data]))
    assert book.sheetnames == ["汇总", "案卷与文件", f"2024 {UNIT}", "未判断", "核查记录", "未能读取与故障"]
    sheet = book[f"2024 {UNIT}"]
    assert list(columns(sheet)) == [column.head.zh for column in OF_FINDING]
    rows = records(sheet)
    found = findings_of(data)
    assert [str(row["编号"]) for row in rows] == [f["number"] for f in found]
    assert [row["等级"] for row in rows] == [
        {"error": "错误", "warning": "提醒", "info": "提示"}[f["severity"]] for f in found
    ]
    first, told = rows[0], found[0]
    assert (first["维度"], first["规则"]) == ("得分", "SC101")
    assert first["对象"] == "航道养护费 项目支出绩效自评表"
    assert first["位置"] == "航道养护费 · 总分"
    assert first["发现"] == told["message"]["zh"]
    assert first["事实及判定"].startswith("总分：96\n")
    assert first["事实及判定"].endswith("判定：所写 96；核对数 97.85；相差 1.85")
    assert (first["依据"], first["建议"]) == (told["basis"], told["remedy"])
    assert (first["金额（万元）"], first["处理情况"]) == (None, None)


def test_the_tint_never_stands_without_its_word() -> None:
    sheet = opened(working_paper([published()]))[f"2024 {UNIT}"]
    tints = {(sheet.cell(row, 2).value, sheet.cell(row, 2).fill.fgColor.rgb) for row in range(4, sheet.max_row + 1)}
    assert len({word for word, _ in tints}) == len({tint for _, tint in tints}) == len(tints)


def test_a_sheet_can_be_used_and_printed() -> None:
    sheet = opened(working_paper([published()]))[f"2024 {UNIT}"]
    assert sheet.freeze_panes == "C4"
    assert sheet.auto_filter.ref == f"A3:M{sheet.max_row}"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.print_area == f"'2024 {UNIT}'!$A$1:$L${sheet.max_row}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "&P" in sheet.oddFooter.right.text
    assert sheet.column_dimensions["M"].hidden
    assert all(sheet.cell(4, column).alignment.wrap_text for column in range(1, 13))
    (offered,) = sheet.data_validations.dataValidation
    assert (offered.type, bool(offered.showErrorMessage)) == ("list", False)
    assert "已整改" in offered.formula1
    assert str(offered.sqref) == f"K4:K{sheet.max_row}"


def test_the_summary_has_live_sums_with_their_values() -> None:
    many = [published(), published("示范县图书馆", 2023), clean("示范县档案馆")]
    data = working_paper(many)
    live, cached = opened(data)["汇总"], opened(data, values=True)["汇总"]
    heads = columns(live)
    rows = [row for row in records(cached) if row["编号"] and row["单位"]]
    tables = [row for row in rows if row["自评得分"] is not None]
    assert [(r["单位"], r["年度"], r["表"]) for r in tables][:1] == [(UNIT, 2024, "航道养护费")]
    total = next(row for row in range(4, live.max_row) if live.cell(row, 2).value == "合计")
    for word, level in (("错误", "error"), ("提醒", "warning"), ("提示", "info"), ("未判断", "undecided")):
        assert live.cell(total, heads[word]).value.startswith("=SUBTOTAL(109,")
        assert cached.cell(total, heads[word]).value == sum(d["cases"][0]["summary"][level] for d in many) - (
            0 if level == "undecided" else many[2]["cases"][0]["summary"][level]
        )
    table = tables[0]
    stated, high, low = (Decimal(str(table[head])) for head in ("自评得分", "复算最高", "复算最低"))
    assert live.cell(4, heads["差异"]).value.startswith("=ROUND(IF(E4>H4,E4-H4,IF(E4<G4,E4-G4,0))")
    outside = stated - high if stated > high else min(stated - low, Decimal(0))
    assert Decimal(str(table["差异"])) == outside
    assert live["B4"].hyperlink.location == f"'2024 {UNIT}'!A1"


def test_the_sheet_of_files_names_hash_paths_and_policy() -> None:
    data = published()
    data["cases"][0]["files"] = [{"sha256": "ab" * 32, "name": "表.docx", "paths": ["甲/表.docx", "乙/表.docx"]}]
    (row,) = records(opened(working_paper([data]))["案卷与文件"])
    assert (row["文件"], row["路径"], row["SHA-256"]) == ("表.docx", "甲/表.docx\n乙/表.docx", "ab" * 32)
    assert data["cases"][0]["policy"]["id"] in row["适用政策"]
    assert row["选用原因及提示"].startswith(data["cases"][0]["policy"]["because"]["zh"])


def test_the_protocol_adds_up_over_all_cases() -> None:
    one = published()
    book = opened(working_paper([one, published("示范县图书馆")]))
    rows = records(book["核查记录"])
    assert [row["规则"] for row in rows] == [record["code"] for record in one["cases"][0]["protocol"]]
    for row, record in zip(rows, one["cases"][0]["protocol"], strict=True):
        assert row["相符"] == 2 * record["held"]
        assert row["发现问题"] == 2 * record["found"]
        assert row["不适用"] == 2 * record["not_applicable"]


def test_what_is_undecided_unread_or_broken_is_listed() -> None:
    data = published()
    case = data["cases"][0]
    case["files"] = [{"sha256": "f", "name": "表.docx", "paths": ["表.docx"]}]
    said = {"key": "k", "zh": "看不出", "en": "cannot tell"}
    case["undecided"] = [{"code": "SC101", "at": "/records/0/total", "where": None, "place": said, "reason": said}]
    case["unplaced"] = [{"where": {"file": "f"}, "text": "页脚", "reason": said}]
    case["faults"] = [{"code": "TX101", "at": "", "place": said, "error": "ZeroDivisionError", "traceback": ""}]
    book = opened(working_paper([data], troubles=[Trouble("未能读取", "", None, "坏.docx", "文件不完整")]))
    assert [(r["规则"], r["规则名称"], r["原因"]) for r in records(book["未判断"])] == [
        ("SC101", "总分与各项得分之和不符", "看不出")
    ]
    assert [(r["类别"], r["文件或事项"], r["原因"]) for r in records(book["未能读取与故障"])] == [
        ("未能读取", "坏.docx", "文件不完整"),
        ("没有认出", "表.docx\n页脚", "看不出"),
        ("规则故障", "TX101 看不出", "ZeroDivisionError"),
    ]


def test_nothing_found_is_said() -> None:
    sheet = opened(working_paper([clean()]))[f"2024 {UNIT}"]
    assert [row["发现"] for row in records(sheet)] == ["没有发现问题"]
    empty = opened(working_paper([]))
    assert "汇总" in empty.sheetnames


def test_many_cases_share_one_sheet() -> None:
    many = [published(f"示范{n}馆") for n in range(MOST_SHEETS + 1)]
    book = opened(working_paper(iter(many)))
    assert book.sheetnames == ["汇总", "案卷与文件", "问题", "未判断", "核查记录", "未能读取与故障"]
    rows = records(book["问题"])
    assert len(rows) == len(findings_of(many[0])) * len(many)
    assert [rows[0]["单位"], rows[0]["年度"]] == ["示范0馆", 2024]
    assert book["汇总"]["B4"].hyperlink is None
    few = opened(working_paper(many[:MOST_SHEETS]))
    assert len(few.sheetnames) == MOST_SHEETS + 5


DANGEROUS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","y")')


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_never_becomes_a_formula(text: str) -> None:
    data = published()
    case = data["cases"][0]
    finding = case["findings"][0]
    case["unit"] = text
    finding["message"]["zh"] = finding["object"]["zh"] = finding["place"]["zh"] = finding["basis"] = text
    finding["facts"][0]["place"]["zh"] = text
    case["appraisals"][0]["name"] = case["appraisals"][0]["stated"] = text
    case["files"] = [{"sha256": "x", "name": text, "paths": [text]}]
    book = opened(working_paper([data]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [
        c.value for c in cells if c.data_type == "f" and not str(c.value).startswith(("=SUBTOTAL", "=COUNTA", "=ROUND"))
    ] == []
    same = [cell for cell in cells if cell.value == text]
    assert len(same) > 5
    assert all(cell.data_type == "s" for cell in same)
    told = next(cell for cell in same if cell.column == 6)
    assert told.quotePrefix  # so that it stays a text when somebody edits it


def test_the_same_data_give_the_same_bytes() -> None:
    data = [published(), published("示范县图书馆")]
    first, second = working_paper(data), working_paper(iter(data))
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as package:
        assert {member.date_time[0] for member in package.infolist()} == {1980}
        assert b"2026-05-20T00:00:00Z" in package.read("docProps/core.xml")


def test_english_has_no_chinese_of_ours() -> None:
    book = opened(working_paper([published()], lang="en"))
    heads = [cell.value for sheet in book for cell in sheet[3] if cell.value]
    assert book.sheetnames[:2] == ["Summary", "Cases and files"]
    assert not [head for head in heads if re.search(r"[\u3400-\u9fff]", head)]
    assert records(book[f"2024 {UNIT}"])[0]["Severity"] == "error"


def test_long_texts_and_odd_numbers_are_written_as_they_are() -> None:
    data = published()
    data["cases"][0]["findings"][0]["message"]["zh"] = "长" * 40_000
    data["cases"][0]["appraisals"][0]["stated"] = "约96"
    book = opened(working_paper([data]))
    assert len(records(book[f"2024 {UNIT}"])[0]["发现"]) < 32_767
    row = records(book["汇总"])[0]
    assert (row["自评得分"], row["差异"]) == ("约96", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [("96.50", Decimal("96.50")), ("", None), (None, None), ("约96", "约96"), ("NaN", "NaN"), ("1e5", "1e5"),
     ("1234567890123456", "1234567890123456")],
)  # fmt: skip
def test_numbers_are_numbers_only_where_they_are_plain(text: str | None, value: object) -> None:
    assert number_of(text) == value


def test_numbers_show_the_places_they_have() -> None:
    assert [number_format(Decimal(n)) for n in ("96", "96.5", "96.50")] == ["0", "0.0", "0.00"]
    assert width_of("甲a") == 3


@given(st.lists(st.text(max_size=60), max_size=12))
def test_names_of_sheets_are_legal_and_differ(texts: list[str]) -> None:
    taken: set[str] = {"汇总"}
    names = [sheet_name(text, taken) for text in [*texts, *texts, "History", "汇总"]]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.lower() not in ("history", "汇总")


def test_a_long_name_keeps_both_its_ends() -> None:
    unit = "示范市城市管理和综合行政执法局火车站地区综合行政执法支队站场执法大队"
    name = sheet_name(f"2024 {unit}", set())
    assert name.startswith("2024 示范市")
    assert name.endswith("站场执法大队")
    assert len(name) == 31


def test_every_word_of_the_paper_stands_in_both_languages() -> None:
    terms = [value for value in vars(words).values() if isinstance(value, Term)]
    assert len(terms) > 50
    assert not [t for t in (*terms, *words.STATES) if not t.zh or re.search(r"[\u3400-\u9fff（）]", t.en)]
    assert len({t.zh for t in words.SHEETS}) == len(words.SHEETS)
    assert sum(len(t.en) + 1 for t in words.STATES) < 255
