"""What a cell displays: strings of every make, numbers, truth values, errors, formulas, dates, what is crossed out."""

from __future__ import annotations

import pytest

from jixiao.model import UnreadableError
from tests.reading.excel.reader import only, outline, read_sheets, said
from tests.xlsx_builder import cell, style_part, text_cell, worksheet


def row(*cells: str) -> str:
    return f'<row r="1">{"".join(cells)}</row>'


def texts(rows: str, **options: object) -> list[str]:
    """The texts of the first row of the one table."""
    return [one.text for one in only(read_sheets(rows, **options)).rows[0].cells]


def test_text_that_looks_like_a_number_stays_as_it_is() -> None:
    strings = ["007", "97.20%", "　10", " 9.5", "１２"]
    cells = [cell(f"{chr(65 + n)}1", str(n), kind="s") for n in range(5)]
    assert texts(row(*cells), strings=strings) == strings


def test_strings_with_runs_guides_and_escapes() -> None:
    strings = [
        "<r><t>产出</t></r><r><rPr><b/></rPr><t>指标</t></r>",
        '<t>数量</t><rPh sb="0" eb="2"><t>shuliang</t></rPh><phoneticPr fontId="1"/>',
        "<t>甲&amp;&lt;乙&gt;&#8805;&#x4E00;</t>",
        "<t>一行_x000D_\n二行</t>",
        "<t>留_x005F_x000D_</t>",
        '<t xml:space="preserve"> 丙 </t>',
        "<t>第_x0007_铃</t>",
    ]
    cells = [cell(f"{chr(65 + n)}1", str(n), kind="s") for n in range(7)]
    expected = ["产出指标", "数量", "甲&<乙>≥一", "一行\n二行", "留_x000D_", " 丙 ", "第铃"]
    assert texts(row(*cells), strings=strings) == expected
    plain = strings[1:]
    cells = [cell(f"{chr(65 + n)}1", str(n), kind="s") for n in range(6)]
    assert texts(row(*cells), strings=plain) == ["数量", *expected[2:]]


def test_strings_kept_in_their_cells() -> None:
    runs = "<is><r><t>甲</t></r><r><rPr><strike/></rPr><t>乙</t></r></is>"
    cells = [text_cell("A1", "丁\n戊"), f'<c r="B1" t="inlineStr">{runs}</c>', '<c r="C1" t="inlineStr"/>']
    document = read_sheets(row(*cells))
    assert outline(document) == [[["丁\n戊", "甲"]]]
    assert said(document) == {"struck": ["工作表“表”中有划去的文字，未读入：B1"]}


def test_numbers_by_their_format() -> None:
    formats = ["0.0%", "#,##0.00", '0"台"', 'yyyy"年度"']
    cells = [
        cell("A1", "0.97199999999999998", 1),
        cell("B1", "1674.52", 2),
        cell("C1", "3", 3),
        cell("D1", "45657", 4),
        cell("E1", "8"),
        cell("F1", "0.97199999999999998"),
        cell("G1", "9.5", 99),
        cell("H1", "7", kind="n"),
    ]
    assert texts(row(*cells), formats=formats) == [
        "97.2%", "1,674.52", "3台", "2024年度", "8", "0.972", "9.5", "7"
    ]  # fmt: skip


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    cells = row(cell("A1", "44195", 1), cell("B1", "甲", kind="str"))
    assert texts(cells, formats=["yyyy/m/d"], workbook='<workbookPr date1904="1"/>')[0] == "2024/12/31"


def test_dates_written_as_dates() -> None:
    cells = row(cell("A1", "2024-12-31T00:00:00", 1, "d"), cell("B1", "2024-12-31", 0, "d"), cell("C1", "x", 0, "d"))
    assert texts(cells, formats=["yyyy/m/d"]) == ["2024/12/31", "2024-12-31", "x"]


def test_truth_values_and_errors() -> None:
    cells = row(cell("A1", "1", kind="b"), cell("B1", "0", kind="b"), cell("C1", "#DIV/0!", kind="e", formula="1/0"))
    document = read_sheets(cells)
    assert outline(document) == [[["TRUE", "FALSE", "#DIV/0!"]]]
    assert said(document) == {"error": ["工作表“表”中的公式出错（如 #DIV/0!）：C1"]}


def test_formulas_show_their_results() -> None:
    cells = [
        cell("A1", "97.85", formula='ROUND(SUM(I13:I18,"<"),2)'),
        cell("B1", "优", kind="str", formula="IF(A1>90,1,2)"),
        '<c r="C1" t="str"><f>""</f><v></v></c>',
        '<c r="D1"><f t="shared" si="0"/><v>5</v></c>',
        cell("E1", "止", kind="str"),
    ]
    document = read_sheets(row(*cells))
    assert outline(document) == [[["97.85", "优", "5", "止"]]]
    assert document.notes == ()


def test_formulas_without_results_are_blank_and_named() -> None:
    cells = ['<c r="A1"><f>SUM(B1:C1)</f><v></v></c>', '<c r="B1"><f>1</f></c>', '<c r="C1"><f>1</f><v/></c>']
    document = read_sheets(row(*cells, text_cell("D1", "甲"), text_cell("E1", "乙")))
    assert outline(document) == [[["甲", "乙"]]]
    (note,) = said(document)["no-result"]
    assert "A1、B1、C1" in note
    assert "打开保存" in note
    rows = "".join(f'<row r="{n}"><c r="A{n}"><f>1</f></c>{text_cell(f"B{n}", "甲")}</row>' for n in range(1, 21))
    assert "A12 等 20 处" in said(read_sheets(rows))["no-result"][0]


FRESH = '<calcPr fullCalcOnLoad="1"/>'


def test_zeros_that_no_program_has_computed_are_no_results() -> None:
    sheets = {
        "一": row(cell("A1", "0", formula="SUM(B1)"), text_cell("B1", "甲"), text_cell("C1", "乙")),
        "二": row(cell("A1", "0", formula="SUM(B1)"), cell("B1", "0"), text_cell("C1", "乙")),
    }
    fresh = read_sheets(sheets, workbook=FRESH)
    assert outline(fresh) == [[["甲", "乙"]], [["0", "乙"]]]
    assert len(said(fresh)["no-result"]) == 2
    computed = read_sheets(sheets | {"三": row(cell("A1", "5", formula="5"))}, workbook=FRESH)
    assert outline(computed)[:2] == [[["0", "甲", "乙"]], [["0", "0", "乙"]]]
    saved = read_sheets(sheets)
    assert outline(saved) == [[["0", "甲", "乙"]], [["0", "0", "乙"]]]
    assert computed.notes == saved.notes == ()


def test_what_is_crossed_out_is_no_content() -> None:
    strings = [
        '<r><t>25</t></r><r><rPr><strike/></rPr><t>30</t></r><r><rPr><strike val="0"/></rPr><t>万元</t></r>',
        "<t>整格</t>",
        '<r><t>随格</t></r><r><rPr><sz val="9"/></rPr><t>留下</t></r>',
    ]
    styles = style_part(fonts="<font/><font><strike/></font>", more='<xf numFmtId="0" fontId="1"/>')
    cells = [
        cell("A1", "0", kind="s"),
        cell("B1", "1", 1, "s"),
        cell("C1", "2", 1, "s"),
        cell("D1", "5", 1),
        text_cell("E1", "甲"),
        text_cell("F1", "　", 1),
    ]
    document = read_sheets(row(*cells), strings=strings, styles=styles)
    assert outline(document) == [[["25万元", "留下", "甲"]]]
    assert said(document)["struck"] == ["工作表“表”中有划去的文字，未读入：A1、B1、C1、D1"]


def test_what_a_format_hides_is_left_out_and_said() -> None:
    cells = [
        cell("A1", "5", 1),
        cell("B1", "0", 2),
        text_cell("C1", "密", 1),
        text_cell("D1", "甲"),
        text_cell("E1", "1"),
    ]
    document = read_sheets(row(*cells), formats=[";;;", "0;-0;;@"])
    assert outline(document) == [[["甲", "1"]]]
    assert said(document)["unshown"] == ["工作表“表”中因单元格格式而不显示的内容，未读入：A1、C1"]


def test_texts_take_the_words_of_their_format() -> None:
    assert texts(row(text_cell("A1", "9", 1), text_cell("B1", "8")), formats=['0;0;0;@"分"']) == ["9分", "8"]


def test_zeros_that_the_sheet_does_not_display() -> None:
    views = '<sheetViews><sheetView showZeros="0"/></sheetViews>'
    cells = row(cell("A1", "0"), cell("B1", "0.00", 1), cell("C1", "1"), cell("D1", "0", kind="str"))
    assert texts(worksheet(cells, views), formats=["0.00"]) == ["1", "0"]
    assert texts(worksheet(cells + "<!-- -->", views), formats=["0.00"]) == ["1", "0"]


def test_cells_without_addresses_follow_each_other() -> None:
    rows = '<row><c t="str"><v>甲</v></c><c/><c t="str"><v>乙</v></c></row><row r="3"><c t="str"><v>丙</v></c></row>'
    document = read_sheets(rows + '<row><c t="str"><v>丁</v></c><c t="str"><v>戊</v></c></row>')
    assert outline(document) == [[["甲", "乙"]], [["丙", ""], ["丁", "戊"]]]
    first, second = document.tables
    assert [one.index for one in first.rows[0].cells] == [0, 2]
    assert [one.number for one in second.rows] == [2, 3]


def test_rows_out_of_order_are_put_in_order() -> None:
    rows = f'<row r="2">{text_cell("A2", "丙")}{text_cell("B2", "丁")}</row>'
    rows += f'<row r="1">{text_cell("B1", "乙")}{text_cell("A1", "甲")}</row>'
    assert outline(read_sheets(rows)) == [[["甲", "乙"], ["丙", "丁"]]]


def test_one_cell_twice() -> None:
    again = [text_cell("A1", "甲"), text_cell("B1", "乙"), text_cell("A1", "甲"), '<c r="B1"/>']
    assert texts(row(*again)) == ["甲", "乙"]
    with pytest.raises(UnreadableError, match="A1 出现了两次"):
        read_sheets(row(text_cell("A1", "甲"), text_cell("A1", "乙")))


@pytest.mark.parametrize("number", ["3", "-1", "x", "99999999999"])
def test_a_string_that_does_not_exist(number: str) -> None:
    with pytest.raises(UnreadableError, match=r"A1 的文字在文件里找不到.*修复"):
        read_sheets(row(cell("A1", number, kind="s")), strings=["甲", "乙", "丙"])


@pytest.mark.parametrize("address", ["A0", "XFE1", "A1048577", "ZZZZ1", "1A", "", "A1:B2:C3"])
def test_addresses_that_no_sheet_has(address: str) -> None:
    with pytest.raises(UnreadableError, match="地址"):
        read_sheets(f"<row>{cell(address, '5')}</row>")


def test_rows_that_no_sheet_has() -> None:
    with pytest.raises(UnreadableError, match="地址"):
        read_sheets('<row r="x"><c><v>1</v></c></row>')
    with pytest.raises(UnreadableError, match="地址"):
        read_sheets(f'<row r="0" hidden="1">{cell("A0", "5")}</row>')
