"""A report and a laid out table as HTML. Every text is escaped; printed facts carry their pointer in ``data-at``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from ...forms.binding import bind
from ...forms.layouts import LaidCell, LaidTable
from ...model import Claim, Dossier, Report
from ..anchors import stands_in
from ..outline import Narrative, attachments_of, names_its_unit
from ..prose import Line, Prose, Run, prose
from .marks import Marks, Span

_KINDS = ("money", "rate", "count", "score")


def table_html(table: LaidTable, marks: Marks) -> str:
    """Annex label, title and the official table."""
    annex = f'<p class="annex">{escape(table.annex)}</p>' if table.annex else ""
    year = f'<p class="year">{escape(table.subtitle)}</p>' if table.subtitle else ""
    total = sum(table.widths)
    columns = "".join(f'<col style="width:{width / total * 100:.2f}%">' for width in table.widths)
    rows = "".join(f"<tr>{''.join(_cell(cell, marks) for cell in row.cells)}</tr>" for row in table.rows)
    return (
        f"{annex}<h2>{escape(table.title)}</h2>{year}"
        f'<div class="scroll"><table><colgroup>{columns}</colgroup><tbody>{rows}</tbody></table></div>'
    )


def _cell(cell: LaidCell, marks: Marks) -> str:
    tag = "th" if cell.role in ("label", "column") else "td"
    classes = [cell.align, marks.look(cell.at)]
    if cell.text.startswith("\u3000"):
        classes.append("outline")
    if cell.doubt:
        classes.append("doubt")
    attributes = [f' class="{" ".join(filter(None, classes))}"']
    if cell.span > 1:
        attributes.append(f' colspan="{cell.span}"')
    if cell.rowspan > 1:
        attributes.append(f' rowspan="{cell.rowspan}"')
    if cell.at:
        attributes.append(f' data-at="{escape(cell.at)}"')
    hint = (cell.doubt and f"识别存疑：{cell.doubt}") or (cell.computed and str(cell.computed))
    if hint:
        attributes.append(f' title="{escape(hint)}"')
    return f"<{tag}{''.join(attributes)}>{escape(cell.text)}{marks.refs(cell.at)}</{tag}>"


def report_html(part: Narrative, dossier: Dossier, marks: Marks) -> str:
    """A report from its title to its date."""
    return "".join(_report(part, dossier, marks))


def _report(part: Narrative, dossier: Dossier, marks: Marks) -> Iterator[str]:
    report, at = part.report, part.at
    yield _marked("h2", f"{at}/title", escape(report.title), marks)
    if names_its_unit(report):
        yield f'<p class="flush">填报单位：{escape(report.unit or "")}</p>'
    for s, section in enumerate(report.sections):
        if section.number or section.title:
            words = escape(section.number + bind(section.title, dossier))
            yield _marked(f"h{min(section.level + 2, 6)}", f"{at}/sections/{s}/title", words, marks)
        for p, text in enumerate(section.texts):
            where = f"{at}/sections/{s}/paragraphs/{p}"
            claims = _figures(report, f"/sections/{s}/paragraphs/{p}")
            yield from _prose(prose(text, dossier), where, marks, claims)
    for i, name in enumerate(attachments_of(report)):
        yield _marked("p", f"{at}/attachments/{i}", escape(name), marks, "attachments" if i == 0 else "next")
    for field in ("signature", "date"):
        if getattr(report, field):
            yield _marked("p", f"{at}/{field}", escape(getattr(report, field)), marks, "closing")


def _marked(tag: str, at: str, inner: str, marks: Marks, look: str = "") -> str:
    classes = " ".join(filter(None, (look, marks.look(at))))
    shown = f' class="{classes}"' if classes else ""
    return f'<{tag}{shown} data-at="{escape(at)}">{inner}{marks.refs(at)}</{tag}>'


def _figures(report: Report, paragraph: str) -> list[Claim]:
    """The claims of a paragraph that name a figure."""
    return [claim for claim in report.claims if claim.paragraph == paragraph and claim.kind in _KINDS]


def _prose(printed: Prose, at: str, marks: Marks, claims: Sequence[Claim]) -> Iterator[str]:
    if printed.table:
        look = " ".join(filter(None, ("scroll prose", marks.look(at))))
        yield f'<div class="{look}" data-at="{escape(at)}"><table><tbody>{_rows(printed)}</tbody></table>'
        yield f"{marks.refs(at)}</div>"
    elif printed.bullets:
        items = "".join(f"<li>{_runs(item)}</li>" for item in printed.bullets)
        yield _marked("ul", at, items, marks)
    else:
        text = "\n".join("".join(run.text for run in line) for line in printed.lines)
        spans = marks.spans(at, text)
        spans += [Span(claim.start, claim.end, "literal") for claim in claims if stands_in(claim, text)]
        start, lines = 0, []
        for line in printed.lines:
            lines.append(_runs(line, spans, start))
            start += sum(len(run.text) for run in line) + 1
        inner = "<br>".join(lines)
        # where the words themselves are marked, the whole paragraph is not
        look = "" if any(span.number for span in spans) else marks.look(at)
        shown = f' class="{look}"' if look else ""
        yield f'<p{shown} data-at="{escape(at)}">{inner}{marks.refs(at)}</p>'


def _rows(printed: Prose) -> str:
    rows = []
    for number, row in enumerate(printed.table):
        tag = "th" if number == 0 else "td"
        rows.append(f"<tr>{''.join(f'<{tag}>{_runs(cell)}</{tag}>' for cell in row)}</tr>")
    return "".join(rows)


def _runs(line: Line, spans: Sequence[Span] = (), start: int = 0) -> str:
    """A line with its looks; ``start`` is where it begins in the paragraph that ``spans`` count in."""
    result = []
    for run in line:
        end = start + len(run.text)
        cuts = {start, end, *(c for s in spans for c in (s.start, s.end) if start < c < end)}
        edges = sorted(cuts)
        for a, b in pairwise(edges):
            covering = [s for s in spans if s.start <= a and b <= s.end]
            result.append(_run(run, run.text[a - start : b - start], covering))
        start = end
    return "".join(result)


def _run(run: Run, text: str, spans: Sequence[Span]) -> str:
    shown = escape(text)
    if run.kind in ("literal", "broken", "bound"):
        pointer = f' title="{escape(run.pointer)}"' if run.pointer else ""
        shown = f'<span class="{run.kind}"{pointer}>{shown}</span>'
    elif any(span.look == "literal" for span in spans):
        shown = f'<span class="literal">{shown}</span>'
    for span in spans:
        if span.number:
            shown = f'<mark class="{span.look}">{shown}</mark>'
    if run.strong:
        shown = f"<strong>{shown}</strong>"
    return f"<em>{shown}</em>" if run.emphasis else shown
