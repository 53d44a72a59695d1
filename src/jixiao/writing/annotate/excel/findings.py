"""The sheet of findings: findings with their cells enter, the XML of a worksheet leaves.

Texts stand in the cells themselves and carry their own look, so that the strings and styles of the user's workbook are
left alone but for one style, that of wrapped lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from ....model import Finding, Severity
from ....reading.excel.addresses import address
from ....reading.excel.names import MAIN
from ... import messages
from ...word.xml import DECLARATION
from ..asked import Asked
from ..comments import AUTHOR
from ..says import around, bare, gravity, severity_word
from .notes import plain
from .sizes import NARROW, wrapped
from .where import Cell

_COLUMNS = (6, 8, 26, 70, 36)
_HEADS = (
    messages.COLUMN_NUMBER,
    messages.COLUMN_SEVERITY,
    messages.COLUMN_PLACE,
    messages.COLUMN_FINDING,
    messages.COLUMN_BASIS,
)
_FONT = '<rFont val="宋体"/><charset val="134"/>'
_PLAIN, _BOLD, _LINK = (
    f"<rPr>{look}</rPr>"
    for look in (
        f'<sz val="11"/>{_FONT}',
        f'<b/><sz val="11"/>{_FONT}',
        f'<u/><sz val="11"/><color rgb="FF0563C1"/>{_FONT}',
    )
)
_GRAVE = {
    Severity.ERROR: f'<rPr><b/><sz val="11"/><color rgb="FFC00000"/>{_FONT}</rPr>',
    Severity.WARNING: f'<rPr><sz val="11"/><color rgb="FF9C5700"/>{_FONT}</rPr>',
}


def ordered(found: Sequence[tuple[Finding, Cell]]) -> list[tuple[Finding, Cell]]:
    """Findings with their cells, the gravest first."""
    return sorted(found, key=lambda one: gravity(one[0]))


def title(count: int, lang: str) -> str:
    """What stands in the first cell: it begins with our name, by which the sheet is known again."""
    return messages.FINDINGS_TITLE(by=AUTHOR, count=count).text(lang)


def worksheet(found: Sequence[tuple[Finding, Cell]], asked: Asked, style: int | None, *, views: bool) -> bytes:
    """The part. ``style`` is the number of the style of wrapped lines, ``views`` whether the workbook has windows."""
    looks = "" if style is None else f' s="{style}"'
    rows = [_row(1, [_text("A1", title(len(found), asked.lang), _BOLD, "")])]
    heads = [head().text(asked.lang) for head in _HEADS]
    rows.append(_row(2, [_text(f"{'ABCDE'[n]}2", head, _BOLD, looks) for n, head in enumerate(heads)]))
    links = []
    for number, (finding, cell) in enumerate(ordered(found), 1):
        row = number + 2
        rows.append(_found(number, row, finding, cell, asked, looks))
        links.append(_link(f"C{row}", cell))
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(_COLUMNS, 1)
    )
    frozen = '<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>'
    window = f'<sheetViews><sheetView workbookViewId="0">{frozen}</sheetView></sheetViews>' if views else ""
    return (
        f'{DECLARATION}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:E{len(rows)}"/>{window}<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols>'
        f"<sheetData>{''.join(rows)}</sheetData>"
        + (f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else "")
        + '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()


def _found(number: int, row: int, finding: Finding, cell: Cell, asked: Asked, looks: str) -> str:
    severity, lang = finding.severity or Severity.INFO, asked.lang
    said = "\n".join((bare(finding, lang), *around(finding, asked.trace, asked.file, asked.names, lang)))
    basis = " ".join(finding.basis.text(lang).split()) if finding.basis else ""
    texts = (severity_word(finding).text(lang), _place(cell), said, basis)
    fonts = (_GRAVE.get(severity, _PLAIN), _LINK, _PLAIN, _PLAIN)
    cells = [f'<c r="A{row}"{looks}><v>{number}</v></c>']
    cells += [_text(f"{c}{row}", text, font, looks) for c, text, font in zip("BCDE", texts, fonts, strict=True)]
    return _row(row, cells, max(map(_lines, texts, _COLUMNS[1:])))


def _lines(text: str, width: int) -> int:
    """The lines that a text takes in a column so many characters wide."""
    return sum(wrapped(line, (width - 1) * NARROW) for line in text.splitlines())


def _link(ref: str, cell: Cell) -> str:
    sheet = cell.sheet.replace("'", "''")
    where = quoteattr(f"'{sheet}'!{address(cell.row, cell.column)}")
    return f'<hyperlink ref="{ref}" location={where} display={quoteattr(_place(cell))}/>'


def _place(cell: Cell) -> str:
    return f"{cell.sheet} {address(cell.row, cell.column)}"


def _row(number: int, cells: Sequence[str], lines: int = 1) -> str:
    # not every program fits the height of a row to wrapped lines when it opens a file
    height = f' ht="{min(lines * 15 + 2, 409)}" customHeight="1"' if lines > 1 else ""
    return f'<row r="{number}"{height}>{"".join(cells)}</row>'


def _text(ref: str, text: str, font: str, looks: str) -> str:
    if not text:
        return f'<c r="{ref}"{looks}/>'
    return f'<c r="{ref}"{looks} t="inlineStr"><is><r>{font}<t xml:space="preserve">{plain(text)}</t></r></is></c>'
