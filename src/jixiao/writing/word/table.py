"""A laid out table → ``w:tbl`` with the merges of the official form."""

from __future__ import annotations

from decimal import Decimal

from ...forms.layouts import LaidCell, LaidRow, LaidTable
from .comments import Comments
from .xml import paragraph, run, twips

_LONG = 160
"""A row with a longer text may break over two pages; others stay whole."""

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = (
    "<w:tblCellMar>"
    + "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 20), ("left", 45), ("bottom", 20), ("right", 45))
    )
    + "</w:tblCellMar>"
)


def table_xml(table: LaidTable, comments: Comments) -> str:
    """The table, as wide as the type area, with fixed columns."""
    widths = _columns(table.widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(
        _row(row, cells, table, widths, comments) for row, cells in zip(table.rows, table.grid(), strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>{_MARGINS}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _columns(widths: tuple[Decimal, ...]) -> tuple[int, ...]:
    """Widths in twips whose running sums are those of the millimetres: no rounding error adds up."""
    ends = [twips(sum(widths[: i + 1], Decimal(0))) for i in range(len(widths))]
    return tuple(end - start for start, end in zip([0, *ends], ends, strict=False))


def _row(
    row: LaidRow,
    cells: tuple[tuple[LaidCell, bool], ...],
    table: LaidTable,
    widths: tuple[int, ...],
    comments: Comments,
) -> str:
    whole = "" if any(len(cell.text) > _LONG for cell in row.cells) else "<w:cantSplit/>"
    head = "<w:tblHeader/>" if row.repeat else ""
    inner = "".join(
        _cell(cell, below, sum(widths[cell.column : cell.column + cell.span]), table.font_size, comments)
        for cell, below in cells
    )
    return f'<w:tr><w:trPr>{whole}<w:trHeight w:val="397" w:hRule="atLeast"/>{head}</w:trPr>{inner}</w:tr>'


def _cell(cell: LaidCell, below: bool, width: int, size: Decimal, comments: Comments) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    merge = "<w:vMerge/>" if below else '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
    lines = [""] if below else cell.text.split("\n")
    at = "" if below else cell.at
    marked = [
        (comments.start(at) if at and number == 0 else "")
        + (run(line, _look(size)) if line else "")
        + (comments.end(at) if at and number == len(lines) - 1 else "")
        for number, line in enumerate(lines)
    ]
    height = int(size * 28)
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/>'
    inset = '<w:ind w:right="70"/>' if cell.align == "right" else ""
    align = f'{spacing}{inset}<w:jc w:val="{cell.align}"/>'
    return f"<w:tc>{properties}{''.join(paragraph(text, 'JxCell', align) for text in marked)}</w:tc>"


def _look(size: Decimal) -> str:
    return f'<w:sz w:val="{int(size * 2)}"/><w:szCs w:val="{int(size * 2)}"/>'
