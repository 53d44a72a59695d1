"""The reports and tables of a dossier as one page that needs nothing else: no script, no other file.

A dossier enters, and, to have its faults marked, findings; a page of HTML leaves. The page's own words are in one
language; the paper stays as it is filed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.model.classes import dataclass

from ...forms.kinds import kinds
from ...forms.layouts import LaidTable, Layout
from ...model import Dossier, Finding, Severity
from .. import messages
from ..anchors import Anchors
from ..outline import Part, parts
from .drawing import drawn
from .marks import Marks
from .paper import Paper, paper


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as the panel beside the paper lists it; ``target`` is the id of its mark."""

    number: int
    severity: Severity
    target: str
    title: str
    text: str
    follows: tuple[str, ...]
    code: str
    basis: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page shows."""

    title: str
    contents: tuple[tuple[str, str], ...]
    papers: tuple[Paper, ...]
    entries: tuple[Entry, ...]

    @property
    def typed(self) -> bool:
        """Whether any figure of the prose is marked as typed."""
        return any(run.kind == "literal" for one in self.papers for block in one.blocks for run in block.runs())


def html(dossier: Dossier, findings: Sequence[Finding] = (), lang: str = "zh", *, forms: Sequence[Layout] = ()) -> str:
    """The page. With ``findings`` their places are marked, each with its number, and the findings stand beside the
    paper. ``forms`` are layouts asked for by hand.
    """
    filed = parts(dossier, forms)
    marks = Marks(dossier, findings, Anchors.of(filed))
    papers = tuple(paper(part, dossier, marks) for part in filed)
    contents = tuple((one.anchor, _name(part)) for one, part in zip(papers, filed, strict=True))
    page = Page(_title(dossier, lang), contents, papers, tuple(_entries(marks, lang)))
    return drawn("page.html.j2", lang, page=page, checked=bool(findings))


def _title(dossier: Dossier, lang: str) -> str:
    year = messages.PAGE_YEAR(year=dossier.year).text(lang) if dossier.year is not None else ""
    words = (dossier.unit, year, messages.SELF_EVALUATION().text(lang))
    return ("" if lang == "zh" else " ").join(filter(None, words))


def _name(part: Part) -> str:
    if isinstance(part, LaidTable):
        of = next((c.text for c in part.cells() if c.at == f"{part.at}/name" and not kinds()[part.kind].short), "")
        return " ".join(filter(None, (part.annex, of or part.title)))
    return part.report.title


def _entries(marks: Marks, lang: str) -> Iterator[Entry]:
    for number, finding in marks.listed:
        yield Entry(
            number,
            marks.severity(finding),
            marks.target(number),
            # a rule's title is Chinese, its name English
            finding.title if lang == "zh" else finding.name.replace("-", " ").capitalize() or finding.title,
            finding.text(lang),
            tuple(one.text(lang) for one in finding.consequences),
            finding.code,
            finding.basis.text(lang) if finding.basis else "",
        )
