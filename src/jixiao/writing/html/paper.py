"""A report or a laid out table → what its page shows: cells, and blocks of runs, with their places and marks.

Only data leaves; the templates draw it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.model.classes import dataclass

from ...forms.binding import Kind, bind
from ...forms.layouts import LaidCell
from ...model import Claim, Dossier, Report
from ...model.message import Message
from .. import messages
from ..anchors import stands_in
from ..outline import Narrative, Part, attachments_of, names_its_unit
from ..prose import Line, Prose, prose
from ..prose import Run as Printed
from .marks import Marks, Ref, Span

_KINDS = ("money", "rate", "count", "score")


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one look: where its figure comes from, and the marks around it, the innermost first."""

    text: str
    kind: Kind = "text"
    pointer: str = ""
    strong: bool = False
    emphasis: bool = False
    marks: tuple[str, ...] = ()


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list or a small table of a report: its tag and class, its place, what it shows."""

    tag: str
    at: str
    look: str
    refs: tuple[Ref, ...]
    lines: tuple[Runs, ...] = ()
    bullets: tuple[Runs, ...] = ()
    table: tuple[tuple[Runs, ...], ...] = ()

    def runs(self) -> Iterator[Run]:
        """All runs, in order."""
        for line in (*self.lines, *self.bullets, *(cell for row in self.table for cell in row)):
            yield from line


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of an official table. ``hint`` says what is doubtful in it, or what it follows from."""

    tag: str
    look: str
    text: str
    at: str
    refs: tuple[Ref, ...]
    span: int
    rowspan: int
    hint: Message | None


@dataclass(frozen=True, slots=True)
class Paper:
    """One sheet: a report of blocks, or a table with its annex label, the number of its form, title and columns in
    percent.
    """

    anchor: str
    blocks: tuple[Block, ...] = ()
    title: str = ""
    annex: str = ""
    number: str = ""
    subtitle: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()

    @property
    def is_table(self) -> bool:
        """Whether it is a table and no report."""
        return bool(self.columns)


def paper(part: Part, dossier: Dossier, marks: Marks) -> Paper:
    """One part of the outline, ready to draw."""
    anchor = part.at.strip("/").replace("/", "-")
    if isinstance(part, Narrative):
        return Paper(anchor, tuple(_report(part, dossier, marks)))
    total = sum(part.widths)
    return Paper(
        anchor,
        title=part.title,
        annex=part.annex,
        number=part.number,
        subtitle=part.subtitle,
        columns=tuple(f"{width / total * 100:.2f}" for width in part.widths),
        rows=tuple(tuple(_cell(cell, marks) for cell in row.cells) for row in part.rows),
    )


def _cell(cell: LaidCell, marks: Marks) -> Cell:
    hint = None
    if cell.doubt:
        hint = messages.DOUBTFUL(reason=cell.doubt)
    elif cell.computed:
        hint = cell.computed
    outline = "outline" if cell.text.startswith("\u3000") else ""
    look = " ".join(filter(None, (cell.align, marks.look(cell.at), outline, "doubt" if cell.doubt else "")))
    tag = "th" if cell.role in ("label", "column") else "td"
    return Cell(tag, look, cell.text, cell.at, marks.refs(cell.at), cell.span, cell.rowspan, hint)


def _report(part: Narrative, dossier: Dossier, marks: Marks) -> Iterator[Block]:
    """A report from its title to its date."""
    report, at = part.report, part.at
    yield _plain("h2", f"{at}/title", report.title, marks)
    if names_its_unit(report):
        yield Block("p", "", "flush", (), ((Run(f"填报单位：{report.unit or ''}"),),))
    for s, section in enumerate(report.sections):
        if section.number or section.title:
            words = section.number + bind(section.title, dossier)
            yield _plain(f"h{min(section.level + 2, 6)}", f"{at}/sections/{s}/title", words, marks)
        for p, text in enumerate(section.texts):
            where = f"{at}/sections/{s}/paragraphs/{p}"
            claims = _figures(report, f"/sections/{s}/paragraphs/{p}")
            yield _prose(prose(text, dossier), where, marks, claims)
    for i, name in enumerate(attachments_of(report)):
        yield _plain("p", f"{at}/attachments/{i}", name, marks, "attachments" if i == 0 else "next")
    for field in ("signature", "date"):
        if getattr(report, field):
            yield _plain("p", f"{at}/{field}", getattr(report, field), marks, "closing")


def _plain(tag: str, at: str, text: str, marks: Marks, look: str = "") -> Block:
    return Block(tag, at, _looks(look, marks.look(at)), marks.refs(at), ((Run(text),),))


def _looks(*names: str) -> str:
    return " ".join(filter(None, names))


def _figures(report: Report, paragraph: str) -> list[Claim]:
    """The claims of a paragraph that name a figure."""
    return [claim for claim in report.claims if claim.paragraph == paragraph and claim.kind in _KINDS]


def _prose(printed: Prose, at: str, marks: Marks, claims: Sequence[Claim]) -> Block:
    look, refs = marks.look(at), marks.refs(at)
    if printed.table:
        rows = tuple(tuple(_runs(cell) for cell in row) for row in printed.table)
        return Block("table", at, _looks("scroll prose", look), refs, table=rows)
    if printed.bullets:
        return Block("ul", at, look, refs, bullets=tuple(map(_runs, printed.bullets)))
    text = "\n".join("".join(run.text for run in line) for line in printed.lines)
    spans = marks.spans(at, text)
    spans += [Span(claim.start, claim.end, "literal") for claim in claims if stands_in(claim, text)]
    start, lines = 0, []
    for line in printed.lines:
        lines.append(_runs(line, spans, start))
        start += sum(len(run.text) for run in line) + 1
    # where the words themselves are marked, the whole paragraph is not
    return Block("p", at, "" if any(span.number for span in spans) else look, refs, tuple(lines))


def _runs(line: Line, spans: Sequence[Span] = (), start: int = 0) -> Runs:
    """A line cut where spans begin and end; ``start`` is where it begins in the paragraph that they count in."""
    result = []
    for run in line:
        end = start + len(run.text)
        cuts = {start, end, *(c for s in spans for c in (s.start, s.end) if start < c < end)}
        for a, b in pairwise(sorted(cuts)):
            covering = [s for s in spans if s.start <= a and b <= s.end]
            result.append(_run(run, run.text[a - start : b - start], covering))
        start = end
    return tuple(result)


def _run(run: Printed, text: str, spans: Sequence[Span]) -> Run:
    kind: Kind = "literal" if run.kind == "text" and any(span.look == "literal" for span in spans) else run.kind
    around = tuple(span.look for span in spans if span.number)
    return Run(text, kind, run.pointer, run.strong, run.emphasis, around)
