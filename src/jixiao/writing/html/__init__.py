"""The reports and tables of a dossier as one page that needs no other file.

A dossier enters, and, to have its faults marked, findings and scores; a page of HTML leaves. The page's own words are
in one language; the paper stays as it is filed. A marked page carries a small script of ours for its keys; without it
all is shown, and nothing can be filtered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from jixiao.model.classes import dataclass

from ...forms.kinds import kinds
from ...forms.layouts import LaidTable, Layout
from ...model import Dossier, Finding, Severity
from ...scoring import Appraisal
from .. import messages
from ..anchors import Anchors
from ..outline import Part, parts
from .drawing import drawn
from .marks import Marks
from .paper import Paper, paper
from .scores import Score, scores

_SHORT = 16
"""So many signs of a place are quoted where a link leads to it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as the panel beside the paper lists it; ``target`` is the id of its mark, ``others`` are those of its
    further places with the words that stand there, and whether they only prove it.
    """

    number: int
    severity: Severity
    target: str
    others: tuple[tuple[str, str, bool], ...]
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
    scores: tuple[Score, ...] = ()

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many findings there are of each severity, the gravest first."""
        counted = Counter(entry.severity for entry in self.entries)
        return tuple((one.value, counted[one]) for one in sorted(Severity, key=lambda s: -s.rank))

    @property
    def rules(self) -> tuple[tuple[str, str], ...]:
        """The rules that found something, each once."""
        return tuple(sorted({entry.code: entry.title for entry in self.entries if entry.code}.items()))

    @property
    def typed(self) -> bool:
        """Whether any figure of the prose is marked as typed."""
        return any(run.kind == "literal" for one in self.papers for block in one.blocks for run in block.runs())


def html(
    dossier: Dossier,
    findings: Sequence[Finding] = (),
    lang: str = "zh",
    *,
    forms: Sequence[Layout] = (),
    appraisals: Mapping[str, Appraisal] | None = None,
) -> str:
    """The page. With ``findings`` their places are marked, each with its number, and the findings stand beside the
    paper; with ``appraisals``, by the pointers of their evaluations, the scores stand over it. ``forms`` are layouts
    asked for by hand.
    """
    filed = parts(dossier, forms)
    anchors = Anchors.of(filed)
    marks = Marks(dossier, findings, anchors)
    papers = tuple(paper(part, dossier, marks) for part in filed)
    contents = tuple((one.anchor, _name(part)) for one, part in zip(papers, filed, strict=True))
    told = tuple(scores(dossier, appraisals or {}, anchors, lang))
    page = Page(_title(dossier, lang), contents, papers, tuple(_entries(marks, lang, _words(papers))), told)
    return drawn("page.html.j2", lang, page=page, checked=bool(findings or told))


def _words(papers: Sequence[Paper]) -> Mapping[str, str]:
    """What stands at each place, cut short."""
    cells = {cell.at: cell.text for one in papers for row in one.rows for cell in row}
    blocks = {b.at: "".join(run.text for run in b.runs()) for one in papers for b in one.blocks}
    return {at: _short(" ".join(text.split())) for at, text in (cells | blocks).items() if at}


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def _title(dossier: Dossier, lang: str) -> str:
    year = messages.PAGE_YEAR(year=dossier.year).text(lang) if dossier.year is not None else ""
    words = (dossier.unit, year, messages.SELF_EVALUATION().text(lang))
    return ("" if lang == "zh" else " ").join(filter(None, words))


def _name(part: Part) -> str:
    if isinstance(part, LaidTable):
        of = next((c.text for c in part.cells() if c.at == f"{part.at}/name" and not kinds()[part.kind].short), "")
        return " ".join(filter(None, (part.annex, of or part.title)))
    return part.report.title


def _entries(marks: Marks, lang: str, words: Mapping[str, str]) -> Iterator[Entry]:
    for number, finding in marks.listed:
        yield Entry(
            number,
            marks.severity(finding),
            marks.target(number),
            tuple((one.id, words.get(at) or "—", one.proves) for at, one in marks.others(number)),
            # a rule's title is Chinese, its name English
            finding.title if lang == "zh" else finding.name.replace("-", " ").capitalize() or finding.title,
            finding.text(lang),
            tuple(one.text(lang) for one in finding.consequences),
            finding.code,
            finding.basis.text(lang) if finding.basis else "",
        )
