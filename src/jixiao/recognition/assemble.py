"""From a document to the records in it: which table is which form, which cell is which field, and where every fact
stands.

Documents enter; what each holds leaves, and together one dossier (:mod:`.together`). Nothing is guessed: a field that
could be two things is a doubt, a cell without a field is unplaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jixiao.model import Document, Filed, Paragraph, Position, Unplaced
from jixiao.model.workbook import COVER_HEADS, FINDINGS_BY

from . import messages as say
from .filled import filled_in
from .forms.base_data.table import read_base
from .forms.evaluation.table import read_evaluations, with_notes
from .kinds import kind_of_paper, kind_of_table
from .reports.find import find_reports
from .reports.flattened import without_flattened
from .segment import Prose, Tabled, segments
from .tables.lines import Line, clean, is_blank, place_of
from .together import Found, Piece, Recognised, put_together

_FAR = 3
"""Paragraphs further apart than this, blank ones counted, do not go on with one another."""


@dataclass(slots=True)
class _Pile:
    """What a file yields, in order."""

    pieces: list[Piece] = field(default_factory=list)
    unplaced: list[tuple[int, Unplaced]] = field(default_factory=list)

    def add(self, record: Filed, trace: dict[str, Position], lines: Sequence[Line] = ()) -> None:
        """One record with its places, and the rows of its table."""
        rows = tuple(tuple(cell.text for cell in line.cells) for line in lines)
        self.pieces.append(Piece(record, trace, rows))

    def lost(self, *unplaced: Unplaced) -> None:
        """What found no place, behind the records so far."""
        self.unplaced += [(len(self.pieces), one) for one in unplaced]


def recognise(documents: Sequence[Document]) -> Recognised:
    """All documents of one unit and year as one dossier."""
    return put_together([found_in(document) for document in documents])


def found_in(document: Document) -> Found:
    """The records of one file."""
    pile = _Pile()
    own = filled_in(document)
    if own is not None:
        # a workbook of ours to fill in knows what its cells are; sheets that somebody added are read as any other's
        for record, places in own.records:
            pile.add(record, dict(places))
        pile.lost(*own.unplaced)
        document = own.rest
    filled = len(pile.pieces)
    found = segments(document)
    captions = {p.number for s in found if isinstance(s, Tabled) and s.kind == "other" for p in s.before}
    for segment in found:
        if isinstance(segment, Prose):
            _prose(segment, document.sha256, pile, captions)
        else:
            _table(segment, pile)
    head = own.head if own is not None else None
    return Found(document.sha256, tuple(pile.pieces), tuple(pile.unplaced), head, filled)


def _prose(prose: Prose, file: str, pile: _Pile, captions: set[int]) -> None:
    """Reports of a run; what is left over is reported, captions of unknown tables together with their table, and
    tables that lost their cells.
    """
    paragraphs, tables = without_flattened(prose.paragraphs)
    reports, left = find_reports(paragraphs, file)
    pile.lost(*(_flattened(lines, file) for lines in tables))
    for report, trace in reports:
        pile.add(report, trace)
    said = [paragraph for paragraph in left if not is_blank(paragraph.text) and paragraph.number not in captions]
    pile.lost(*_paragraphs(said, file))


def _flattened(lines: Sequence[Paragraph], file: str) -> Unplaced:
    place = place_of(lines[0], file)
    words = "｜".join(clean(line.text) for line in lines[:4] if not is_blank(line.text))
    return Unplaced(place, words[:200], say.LOST_CELLS())


def _paragraphs(left: Sequence[Paragraph], file: str) -> Iterator[Unplaced]:
    """What belongs to no report; under the title of a paper of another kind it is said which."""
    reason = say.NO_REPORT_NO_TABLE()
    before: Paragraph | None = None
    for paragraph in left:
        kind = kind_of_paper(clean(paragraph.text))
        if kind is not None:
            reason = say.OTHER_KIND(kind=kind)
        elif before is not None and paragraph.number > before.number + _FAR:
            reason = say.NO_REPORT_NO_TABLE()
        yield Unplaced(place_of(paragraph, file), clean(paragraph.text), reason)
        before = paragraph


def _table(table: Tabled, pile: _Pile) -> None:
    if table.kind == "base":
        base = read_base(table.lines, table.caption)
        pile.add(base.base, base.trace, table.lines)
        pile.lost(*base.unplaced)
    elif table.kind == "evaluation":
        found = read_evaluations(table.lines, table.caption)
        with_notes(found[-1], [(p.text, place_of(p, table.lines[0].file)) for p in table.after])
        for one in found:
            pile.add(one.evaluation, one.trace, table.lines)
            pile.lost(*one.unplaced)
    elif not _is_own(table.lines):
        pile.lost(_unknown(table))


def _is_own(lines: Sequence[Line]) -> bool:
    """Whether a table is one that we put into a workbook beside its forms: the contents, which say what stands on the
    other sheets, or the findings of a check.
    """
    first = tuple(clean(cell.text) for cell in lines[0].cells) if lines else ()
    return first == COVER_HEADS or (bool(first) and first[0].startswith(FINDINGS_BY))


def _unknown(table: Tabled) -> Unplaced:
    first: Line = table.lines[0]
    place = first.whole
    words = [clean(cell.text) for line in table.lines[:3] for cell in line.filled]
    title = [table.caption.title] if table.caption.title else []
    kind = kind_of_table(table.caption.title, table.lines)
    reason = say.UNKNOWN_TABLE() if kind is None else say.OTHER_KIND(kind=kind)
    return Unplaced(place, "｜".join(title + words)[:200], reason)
