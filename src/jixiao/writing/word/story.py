"""The body of the Word file: reports and annexes in the order of filing. Parts of the outline enter, ``w:body``
leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.model.classes import dataclass

from ...forms.binding import bind
from ...forms.layouts import LaidCell, LaidRow, LaidTable
from ...model import Dossier
from ..outline import Narrative, Part, attachments_of, names_its_unit
from ..prose import Line, Prose, Run, prose
from .comments import Comments
from .fit import PAGE, as_given, fit
from .measure import lines
from .styles import LINE
from .styles import PAGE as PAGE_XML
from .table import table_xml
from .xml import paragraph, run

_TITLE_LINE = 24_000
"""Thousandths of an em on a line of a title in 小二: 156 mm."""
_NUMBER, _LAST = 250, 20
"""The line of a form's number, and what ends the page."""


@dataclass(frozen=True, slots=True)
class _Head:
    """How high the lines over a table are set, and what stays free under the title and the year."""

    line: int
    title: int
    under: int

    def height(self, table: LaidTable) -> int:
        """What stands over a table takes of its page."""
        titles, _ = lines(table.title, _TITLE_LINE)
        year = (self.line + self.under) * bool(table.subtitle)
        return (
            self.line * bool(table.annex)
            + _NUMBER * bool(table.number)
            + self.title * titles
            + self.under
            + year
            + _LAST
        )

    @staticmethod
    def set(line: int, under: int = 0) -> str:
        """The spacing of a line."""
        return f'<w:spacing w:before="0" w:after="{under}" w:line="{line}" w:lineRule="exact"/>'


_USUAL, _CLOSE = _Head(LINE, LINE, 140), _Head(400, 480, 60)
_NEW_PAGE = "<w:pageBreakBefore/>"


def body(parts: Sequence[Part], dossier: Dossier, comments: Comments) -> str:
    """``w:body``: every report and every table begins on a new page; the last paragraph after a table is one point
    high.
    """
    pieces: list[str] = []
    for number, part in enumerate(parts):
        if isinstance(part, LaidTable):
            pieces += _annex(part, comments, first=number == 0)
        else:
            pieces += _report(part, dossier, comments, first=number == 0)
    if not parts or isinstance(parts[-1], LaidTable):
        pieces.append(paragraph("", "JxLast"))
    footers = '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
    return f"<w:body>{''.join(pieces)}<w:sectPr>{footers}{PAGE_XML}</w:sectPr></w:body>"


def _annex(table: LaidTable, comments: Comments, *, first: bool) -> Iterator[str]:
    usual, close = (PAGE - look.height(table) for look in (_USUAL, _CLOSE))
    fitted = fit(table, usual, close)
    look, space = (_CLOSE, close) if fitted.scale < 100 else (_USUAL, usual)
    page = "" if first else _NEW_PAGE
    if table.annex:
        yield paragraph(run(table.annex), "JxAnnex", page + look.set(look.line))
        page = ""
    if table.number:
        right = f'{page}<w:keepNext/><w:jc w:val="right"/>'
        yield paragraph(run(table.number, '<w:sz w:val="21"/><w:szCs w:val="21"/>'), "JxCell", right)
        page = ""
    yield paragraph(run(table.title), "JxTableTitle", page + look.set(look.title, look.under))
    if table.subtitle:
        yield paragraph(run(table.subtitle), "JxTableYear", look.set(look.line, look.under))
    yield table_xml(fitted, comments, space)


def _report(part: Narrative, dossier: Dossier, comments: Comments, *, first: bool) -> Iterator[str]:
    report, at = part.report, part.at

    def marked(where: str, text: str) -> str:
        return comments.start(where) + text + comments.end(where)

    yield paragraph(marked(f"{at}/title", run(report.title)), "Title", "" if first else _NEW_PAGE)
    if names_its_unit(report):
        yield paragraph(run(f"填报单位：{report.unit}"), "JxAddressee")
    for s, section in enumerate(report.sections):
        if section.number or section.title:
            text = marked(f"{at}/sections/{s}/title", run(section.number + bind(section.title, dossier)))
            yield paragraph(text, f"Heading{min(max(section.level, 1), 9)}")
        for p, words in enumerate(section.texts):
            where = f"{at}/sections/{s}/paragraphs/{p}"
            yield from _prose(prose(words, dossier), where, comments)
    for i, name in enumerate(attachments_of(report)):
        where = f"{at}/attachments/{i}"
        style = "JxAttachments" if i == 0 else "JxAttachmentsNext"
        gap = '<w:spacing w:before="579" w:after="0" w:line="579" w:lineRule="exact"/>' if i == 0 else ""
        yield paragraph(marked(where, run(name)), style, gap)
    if report.signature:
        space = '<w:keepNext/><w:spacing w:before="1158" w:after="0" w:line="579" w:lineRule="exact"/>'
        yield paragraph(marked(f"{at}/signature", run(report.signature)), "JxSignature", space)
    if report.date:
        yield paragraph(marked(f"{at}/date", run(report.date)), "JxDate")


def _prose(printed: Prose, at: str, comments: Comments) -> Iterator[str]:
    if printed.table:
        yield table_xml(as_given(small_table(printed.table, at)), comments)
        return
    if printed.bullets:
        for number, item in enumerate(printed.bullets):
            start = comments.start(at) if number == 0 else ""
            end = comments.end(at) if number == len(printed.bullets) - 1 else ""
            yield paragraph(start + run("• ") + _runs(item) + end, "JxBullet")
        return
    inner = run("\n").join(_runs(line) for line in printed.lines)
    yield paragraph(comments.start(at) + inner + comments.end(at), "BodyText")


def _runs(line: Line) -> str:
    return "".join(run(part.text, _look(part)) for part in line)


def _look(part: Run) -> str:
    return (
        ("<w:b/>" if part.strong else "")
        + ("<w:i/>" if part.emphasis else "")
        + ('<w:highlight w:val="yellow"/>' if part.kind == "broken" else "")
    )


def small_table(rows: Sequence[Sequence[Line]], at: str) -> LaidTable:
    """A pipe table in prose as a laid out table: even columns, the head row repeated, numbers to the right."""
    count = max(len(row) for row in rows)
    width = Decimal(156) / count
    laid = []
    for number, row in enumerate(rows):
        texts = ["".join(part.text for part in cell) for cell in row] + [""] * (count - len(row))
        cells = tuple(
            LaidCell(
                column,
                1,
                text,
                "column" if number == 0 else "value",
                "center" if number == 0 else "right" if _is_number(text) else "left",
                at=at if number == column == 0 else "",
            )
            for column, text in enumerate(texts)
        )
        laid.append(LaidRow(cells, "prose", repeat=number == 0))
    return LaidTable("", at, "", "", (width,) * count, tuple(laid), Decimal("10.5"))


def _is_number(text: str) -> bool:
    return bool(text) and not text.strip("0123456789.,%-+ ")
