"""A fitted table → ``w:tbl`` with the merges of the official form; several, joined without a gap, where a block goes on
over a page.
"""

from __future__ import annotations

from jixiao.model.classes import dataclass

from ...forms.layouts import LaidCell
from .comments import Comments
from .fit import PAGE, Fitted
from .pieces import Piece, pieces
from .widths import INSET, SIDES
from .xml import paragraph, run

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BETWEEN = paragraph("", "JxBetween", "<w:keepNext/><w:rPr><w:vanish/></w:rPr>")
"""Two tables need a paragraph between them to be two. This one is hidden, and as low as a rule where it is shown."""


def table_xml(fitted: Fitted, comments: Comments, space: int = PAGE) -> str:
    """The table, as wide as the type area, with fixed columns. ``space`` is what its first page has left for it."""
    parts = pieces(fitted, space)
    drawn = (_Drawn(fitted, piece, comments, joins=piece is not parts[-1]).xml() for piece in parts)
    return _BETWEEN.join(drawn)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A piece being drawn; it ``joins`` the one below it, and leaves the rule between them to that one."""

    fitted: Fitted
    piece: Piece
    comments: Comments
    joins: bool

    def xml(self) -> str:
        widths = self.fitted.widths
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(self._row(number, cells) for number, cells in enumerate(self.piece.table.grid()))
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>{self._margins()}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _margins(self) -> str:
        pad, side = self.fitted.pad, SIDES // 2
        sides = (("top", pad), ("left", side), ("bottom", pad), ("right", side))
        return f"<w:tblCellMar>{''.join(_length(name, width) for name, width in sides)}</w:tblCellMar>"

    def _row(self, number: int, cells: tuple[tuple[LaidCell, bool], ...]) -> str:
        # only a row that no page holds may break over two
        whole = "<w:cantSplit/>" if self.piece.heights[number] < PAGE else ""
        head = "<w:tblHeader/>" if number < self.piece.heads else ""
        inner = "".join(self._cell(number, cell, below) for cell, below in cells)
        height = f'<w:trHeight w:val="{self.fitted.least}" w:hRule="atLeast"/>'
        return f"<w:tr><w:trPr>{whole}{height}{head}</w:trPr>{inner}</w:tr>"

    def _cell(self, number: int, cell: LaidCell, below: bool) -> str:
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        merge = "<w:vMerge/>" if below else '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
        width = f'<w:tcW w:w="{self.fitted.width(cell)}" w:type="dxa"/>'
        open_ = self._open(number, cell)
        properties = f'<w:tcPr>{width}{span}{merge}{open_}<w:vAlign w:val="center"/></w:tcPr>'
        lines = [""] if below else cell.text.split("\n")
        at = "" if below else cell.at
        marked = [
            (self.comments.start(at) if at and place == 0 else "")
            + (run(line, self._look()) if line else "")
            + (self.comments.end(at) if at and place == len(lines) - 1 else "")
            for place, line in enumerate(lines)
        ]
        inner = (
            paragraph(text, "JxCell", self._set(number, cell, line)) for line, text in zip(lines, marked, strict=True)
        )
        return f"<w:tc>{properties}{''.join(inner)}</w:tc>"

    def _open(self, number: int, cell: LaidCell) -> str:
        """The sides of a cell without a rule: where a piece joins the next, where a cell goes on below the heads."""
        piece = self.piece
        sides = []
        if cell.column in piece.cut and number == piece.heads:
            sides.append("top")
        if (self.joins and number == len(piece.heights) - 1) or (
            cell.column in piece.cut and number == piece.heads - 1
        ):
            sides.append("bottom")
        inner = "".join(f'<w:{side} w:val="nil"/>' for side in sides)
        return f"<w:tcBorders>{inner}</w:tcBorders>" if inner else ""

    def _set(self, number: int, cell: LaidCell, text: str) -> str:
        """How a paragraph of a cell is set. Heads stay with the row under them, a piece with the one that it joins."""
        stays = number < self.piece.heads or (self.joins and number == len(self.piece.heights) - 1)
        keep = "<w:keepNext/>" if stays else ""
        spacing = f'<w:spacing w:before="0" w:after="0" w:line="{self.fitted.line}" w:lineRule="exact"/>'
        narrowed = self.fitted.narrowed(cell, text)
        left, right = (narrowed // 2, narrowed - narrowed // 2) if cell.align == "center" else (0, narrowed)
        right += INSET if cell.align == "right" else 0
        indent = f'<w:ind w:left="{left}" w:right="{right}"/>' if left or right else ""
        return (
            f'{keep}<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>{spacing}{indent}<w:jc w:val="{cell.align}"/>'
        )

    def _look(self) -> str:
        size = int(self.fitted.size * 2)
        scale = "" if self.fitted.scale == 100 else f'<w:w w:val="{self.fitted.scale}"/>'
        return f'{scale}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _length(name: str, width: int) -> str:
    return f'<w:{name} w:w="{width}" w:type="dxa"/>'
