"""What of a sheet is a table, and what stands around it."""

from __future__ import annotations

import pytest

from jixiao.model import Document, Paragraph, UnreadableError
from jixiao.reading import limits
from tests.reading.excel.reader import outline, read_sheets
from tests.xlsx_builder import rows_of, style_part, text_cell, worksheet

BORDERS = '<border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border>'
STYLES = style_part(borders=BORDERS, more='<xf borderId="1"/>')
GRID = [["项目名称", "办案费"], ["一级指标", "得分"], ["产出指标", "5"]]


def loose(texts: list[list[str]], first: int = 1) -> str:
    """Rows without lines."""
    return rows_of(texts, first=first)


def ruled(texts: list[list[str]], first: int = 1, width: int = 2) -> str:
    """Rows with lines around every cell, blank ones too."""
    rows = ""
    for number, row in enumerate(texts, first):
        cells = ""
        for place in range(width):
            address = f"{chr(65 + place)}{number}"
            text = row[place] if place < len(row) else ""
            cells += text_cell(address, text, 1) if text else f'<c r="{address}" s="1"/>'
        rows += f'<row r="{number}">{cells}</row>'
    return rows


def read(*parts: str, merges: tuple[str, ...] = ()) -> Document:
    ranges = "".join(f'<mergeCell ref="{merge}"/>' for merge in merges)
    behind = f"<mergeCells>{ranges}</mergeCells>" if merges else ""
    return read_sheets(worksheet("".join(parts), "", behind), styles=STYLES)


def test_words_above_and_below_a_ruled_table() -> None:
    over = [["附件1"], ["某局对此高度重视"], ["项目支出绩效自评表"], ["填报单位：某局", "单位：万元"]]
    under = [["注：按实际计算。"], ["2.得分保留两位"], ["填表人：张三", "2025年3月1日"], ["谢谢"]]
    document = read(loose(over), ruled(GRID, 5), loose(under, 8))
    assert outline(document) == [
        "附件1", "某局对此高度重视", "项目支出绩效自评表", "填报单位：某局", "单位：万元", GRID,
        "注：按实际计算。", "2.得分保留两位", "填表人：张三", "2025年3月1日", "谢谢",
    ]  # fmt: skip
    unit = document.blocks[4]
    assert isinstance(unit, Paragraph)
    assert (unit.number, unit.sheet, unit.row, unit.cell) == (4, "表", 3, 1)


def test_a_title_may_be_boxed() -> None:
    document = read(ruled([["项目支出绩效自评表"], ["（2024年度）"]]), ruled(GRID, 3), merges=("A1:B1", "A2:B2"))
    assert outline(document) == ["项目支出绩效自评表", "（2024年度）", GRID]


def test_rows_of_a_ruled_table_that_hold_one_text() -> None:
    texts = [["项目名称", "办案费"], ["年度总体目标"], ["绩效指标", ""], *GRID[1:]]
    document = read(ruled(texts), merges=("A2:B2",))
    assert outline(document) == [[GRID[0], ["年度总体目标"], ["绩效指标", ""], *GRID[1:]]]


def test_blank_rows_with_lines_belong_to_the_table() -> None:
    texts = [*GRID[:2], ["", ""], GRID[2], ["", ""]]
    assert outline(read(ruled(texts))) == [texts[:-1]]


def test_a_row_that_lost_its_lines_stays_in_the_table() -> None:
    document = read(ruled(GRID[:2]), loose([["数量指标", "6"], ["质量"]], 3), ruled(GRID[2:], 5))
    assert outline(document) == [[*GRID[:2], ["数量指标", "6"], ["质量", ""], *GRID[2:]]]


def test_ruled_tables_below_each_other() -> None:
    for words in (["附件2"], ["备注：无"], ["项目绩效自评表"]):
        document = read(ruled(GRID), loose([words], 4), ruled(GRID, 5))
        assert outline(document) == [GRID, *words, GRID]
    document = read(ruled(GRID), ruled(GRID, 5))
    assert outline(document) == [GRID, GRID]
    assert [table.number for table in document.tables] == [0, 1]


def test_a_title_begins_another_table() -> None:
    second = [["附件1-2"], ["项目支出绩效自评表"], *GRID]
    for make in (loose, ruled):
        document = read(make(GRID), make(second, 4))
        assert outline(document) == [GRID, "附件1-2", "项目支出绩效自评表", GRID]


def test_words_around_a_table_without_lines() -> None:
    over = [["附件1"], ["2024年度"], ["项目支出绩效自评表"], ["填报单位：某局", "金额单位：万元"]]
    under = [["备注：1.无"], ["2.无"], ["填表人：张三", "联系电话：123"]]
    document = read(loose([*over, *GRID, *under]))
    assert outline(document) == [
        "附件1", "2024年度", "项目支出绩效自评表", "填报单位：某局", "金额单位：万元", GRID,
        "备注：1.无", "2.无", "填表人：张三", "联系电话：123",
    ]  # fmt: skip


def test_a_head_without_lines_belongs_to_the_table() -> None:
    head = [["项目名称：办案费"], ["主管部门：某局", "实施单位：某所"]]
    document = read(loose([["项目支出绩效自评表"], *head, *GRID[1:]]))
    assert outline(document) == ["项目支出绩效自评表", [["项目名称：办案费", ""], head[1], *GRID[1:]]]


def test_an_unknown_line_over_a_table_without_lines_does_not_part_it_from_its_title() -> None:
    document = read(loose([["项目支出绩效自评表"], ["一、项目基本情况"], *GRID]))
    assert outline(document) == ["项目支出绩效自评表", [["一、项目基本情况", ""], *GRID]]


def test_notes_between_rows_of_a_table_stay_in_it() -> None:
    texts = [*GRID[:2], ["备注：见附表", ""], GRID[2]]
    assert outline(read(loose(texts))) == [texts]


def test_an_empty_row_begins_something_new() -> None:
    document = read(loose([["项目支出绩效自评表"], [], *GRID, [], ["注：无"], [], *GRID]))
    assert outline(document) == ["项目支出绩效自评表", GRID, "注：无", GRID]


def test_merged_ranges_reach_over_empty_rows() -> None:
    texts = [["产出指标", "甲"], [], ["", "乙"]]
    document = read(loose(texts), merges=("A1:A3",))
    assert outline(document) == [[["产出指标", "甲"], ["↑", "乙"]]]
    assert [row.number for table in document.tables for row in table.rows] == [0, 2]


def test_prose_on_a_sheet_is_paragraphs() -> None:
    texts = [["一、基本情况"], ["项目名称：办案费，预算32.26万元。"], [], ["二、绩效情况"], ["项目：好"]]
    assert outline(read(loose(texts))) == [text for row in texts for text in row]


def test_what_stands_beside_a_ruled_table() -> None:
    rows = [["项目名称", "办案费", "", "说明"], ["一级指标", "得分"], ["产出指标", "5", "", "校验"]]
    styled = "".join(
        f'<row r="{number}">'
        + "".join(text_cell(f"{chr(65 + c)}{number}", text, int(c < 2)) for c, text in enumerate(row) if text)
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    below = loose([["注：无"]], 4)
    assert outline(read(styled + below)) == [GRID, "注：无", "说明", "校验"]
    near = styled.replace('r="D', 'r="C')
    assert outline(read(near + below)) == [GRID, "注：无", [["说明"], ["校验"]]]
    unruled = loose([row[:2] + row[3:] for row in rows])
    assert outline(read(unruled)) == [
        [["项目名称", "办案费", "说明"], ["一级指标", "得分", ""], ["产出指标", "5", "校验"]]
    ]


def test_ruled_tables_side_by_side() -> None:
    def row(number: int, *texts: str) -> str:
        cells = (text_cell(f"{'ABDE'[place]}{number}", text, 1) for place, text in enumerate(texts) if text)
        return f'<row r="{number}">{"".join(cells)}</row>'

    titles = f'<row r="1">{text_cell("A1", "项目甲自评表")}{text_cell("D1", "项目乙自评表")}</row>'
    rows = titles + row(2, *GRID[0], *GRID[0]) + row(3, *GRID[1], *GRID[2]) + row(4, "", "", "总分", "9")
    left, right = ["项目甲自评表", GRID[:2]], ["项目乙自评表", [GRID[0], GRID[2], ["总分", "9"]]]
    assert outline(read(rows)) == left + right
    joined = read(rows, merges=("A1:E1",))
    assert len(list(joined.tables)) == 1
    hidden = worksheet(rows, '<cols><col min="3" max="3" hidden="1"/></cols>')
    assert len(list(read_sheets(hidden, styles=STYLES).tables)) == 1


def test_a_table_may_stand_anywhere() -> None:
    rows = f'<row r="3">{text_cell("B3", "项目支出绩效自评表")}</row>'
    rows += f'<row r="5">{text_cell("B5", "项目名称")}{text_cell("D5", "甲")}</row>'
    rows += f'<row r="6">{text_cell("B6", "得分")}{text_cell("D6", "9")}</row>'
    rows += '<row r="900"><c r="ZZ900" s="1"/></row><row r="1048576"/>'
    document = read(rows)
    assert outline(document) == ["项目支出绩效自评表", [["项目名称", "甲"], ["得分", "9"]]]
    (table,) = document.tables
    assert [(row.number, [cell.index for cell in row.cells]) for row in table.rows] == [(4, [1, 3]), (5, [1, 3])]


def test_sheets_follow_each_other() -> None:
    document = read_sheets({"一": loose([["附件1"], *GRID]), "空": ruled([["", ""]]), "二": loose(GRID)})
    assert [(block.sheet, block.number) for block in document.blocks] == [("一", 0), ("一", 0), ("二", 1)]


def test_blanks_count_for_nothing() -> None:
    document = read(loose([["　", "甲", "乙"], [" \n"], ["\xa0", "丙", "丁"]]))
    assert outline(document) == [[["甲", "乙"]], [["丙", "丁"]]]


def test_more_than_a_file_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROWS", 2)
    with pytest.raises(UnreadableError, match=r"工作表“表”.*表格行超过 2"):
        read(loose(GRID))
    monkeypatch.setattr(limits, "ROWS", 20)
    monkeypatch.setattr(limits, "CELLS", 8)
    far = [*GRID, *[["", "", f"{n}", f"{n}"] for n in range(1)]]
    with pytest.raises(UnreadableError, match="单元格超过 8"):
        read(loose(far))
    for more in ("", "<!-- -->"):
        with pytest.raises(UnreadableError, match="单元格超过 8"):
            read(loose([["甲"] * 9]) + more)
    sheet = loose([["甲"] * 5])
    with pytest.raises(UnreadableError, match=r"工作表“二”.*单元格超过 8"):
        read_sheets({"一": sheet, "二": sheet})
