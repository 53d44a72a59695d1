"""Tables written down as lists of texts, for tests of single habits of forms.

A row is a list of cells; a cell is a text, or (text, span); ``^`` goes on from the cell above. ``merges=False`` makes a
table as text exports give it: cells in order, no columns, no merges.
"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model import Cell, Document, Evaluation, Figure, Paragraph, Row, Table
from jixiao.recognition import Recognised, recognise

Given = str | tuple[str, int]

HEAD: list[list[Given]] = [["项目名称", "管网改造"], ["主管部门", "住建局", "实施单位", "维护中心"]]
MONEY: list[list[Given]] = [
    ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ["", "年度资金总额", "100", "100", "90", "10", "90%", "9"],
]
GOALS: list[list[Given]] = [["年度总体目标", "预期目标", "实际完成情况"], ["", "做好。", "做好了。"]]
COLUMNS: list[Given] = [
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
]
ROWS: list[list[Given]] = [
    ["产出指标", "数量指标", "培训场次", "≥3场", "4场", "10", "10", ""],
    ["", "质量指标", "合格率", "≥95%", "94%", "10", "9", "略低"],
    ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "95%", "10", "10", ""],
]
TOTAL: list[list[Given]] = [["总分", "100", "38"]]


def table(*rows: Sequence[Given], merges: bool = False) -> Table:
    """A table of these rows."""
    made: list[Row] = []
    for number, row in enumerate(rows):
        column, cells = 0, []
        for index, given in enumerate(row):
            text, span = given if isinstance(given, tuple) else (given, 1)
            goes_on = merges and text == "^"
            shown = "" if text == "^" else text
            cells.append(Cell(shown, index, column, span, goes_on) if merges else Cell(shown, index, index))
            column += span
        made.append(Row(number, tuple(cells)))
    return Table(0, tuple(made), merges)


SHA = "0" * 64


def document(*blocks: str | Table, name: str = "表.docx") -> Document:
    """A document of paragraphs and tables, numbered as a reader does."""
    made: list[Paragraph | Table] = []
    for block in blocks:
        if isinstance(block, str):
            made.append(Paragraph(sum(isinstance(b, Paragraph) for b in made), block))
        else:
            number = sum(isinstance(b, Table) for b in made)
            made.append(Table(number, block.rows, block.merges_known))
    return Document(name, "0" * 64, tuple(made))


def read(*blocks: str | Table) -> Recognised:
    """What is recognised in these blocks."""
    return recognise([document(*blocks)])


def one(*blocks: str | Table) -> Evaluation:
    """The only evaluation in these blocks; nothing may be left unplaced."""
    found = read(*blocks)
    assert [u.text for u in found.unplaced] == []
    (evaluation,) = found.dossier.every(Evaluation)
    return evaluation


def raw(figure: Figure | None) -> str | None:
    """A figure as printed."""
    return None if figure is None else figure.raw
