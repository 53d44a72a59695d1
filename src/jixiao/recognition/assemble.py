"""From documents to one dossier: which table is which form, which cell is which field, and where every fact stands.

Documents enter in the order of their files; :class:`Recognised` leaves: the dossier, the trace (absolute
pointer by position → place), and what was placed nowhere. Nothing is guessed: a field that could be two things
is a doubt, a cell without a field is unplaced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from jixiao.model import (
    Document,
    Dossier,
    Evaluation,
    Filed,
    Paragraph,
    Position,
    Report,
    Unplaced,
)
from jixiao.model.dossier import in_order
from jixiao.model.pointer import resolve
from jixiao.model.workbook import COVER_HEADS

from . import messages as say
from .claims import with_claims
from .filled import FilledIn, filled_in
from .forms.base_data.table import read_base
from .forms.evaluation.table import read_evaluations, with_notes
from .kinds import kind_of_paper, kind_of_table
from .reports.find import find_reports
from .reports.flattened import without_flattened
from .reports.years import year_told
from .segment import Prose, Tabled, segments
from .tables.lines import Line, clean, is_blank, place_of

_R = TypeVar("_R", bound=Filed)
_FAR = 3
"""Paragraphs further apart than this, blank ones counted, do not go on with one another."""
Rows = tuple[tuple[str, ...], ...]
"""The texts of the cells of a table, row by row."""


@dataclass(frozen=True)
class Recognised:
    """A dossier, the place of each of its facts, and what found no place in it; ``printed`` are the texts of the rows
    of each table, by the pointer of its record. ``filled``: all records come from one workbook to fill in, which has
    kept their ids.
    """

    dossier: Dossier
    trace: dict[str, Position]
    unplaced: tuple[Unplaced, ...]
    printed: dict[str, Rows] = field(default_factory=dict)
    filled: bool = False


@dataclass(slots=True)
class _Pile:
    """What the files yield, in order."""

    found: list[tuple[Filed, dict[str, Position], Sequence[Line]]] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    heads: list[Dossier] = field(default_factory=list)
    """Whose dossier the workbooks to fill in say that they are."""
    filled: int = 0
    """How many records come from these."""

    def add(self, record: Filed, trace: dict[str, Position], lines: Sequence[Line] = ()) -> None:
        """One record with its places, and the rows of its table."""
        self.found.append((record, trace, lines))

    def every(self, kind: type[_R]) -> list[_R]:
        """The records of a class in order."""
        return [record for record, *_ in self.found if isinstance(record, kind)]

    def take_years_told(self) -> None:
        """Where nothing names its year, a report is of the year that its text speaks of."""
        if not any(record.year for record, *_ in self.found):
            self.found = [
                (r.model_copy(update={"year": year_told(r)}) if isinstance(r, Report) else r, trace, lines)
                for r, trace, lines in self.found
            ]

    def printed(self, records: Sequence[Filed]) -> dict[str, Rows]:
        """The texts of the rows of each table, by the pointer of its record."""
        lines = {id(record): of for record, _, of in self.found if of}
        return {
            f"/records/{number}": tuple(tuple(cell.text for cell in line.cells) for line in lines[id(record)])
            for number, record in enumerate(records)
            if id(record) in lines
        }

    def sorted(self) -> tuple[tuple[Filed, ...], dict[str, Position]]:
        """The records in the order in which a dossier keeps them, and the places of all their facts."""
        traces = {id(record): trace for record, trace, _ in self.found}
        records = in_order(record for record, *_ in self.found)
        places = {
            f"/records/{number}{pointer}": place
            for number, record in enumerate(records)
            for pointer, place in traces[id(record)].items()
        }
        return records, places


def recognise(documents: Sequence[Document]) -> Recognised:
    """All documents of one unit and year as one dossier."""
    pile = _Pile()
    for document in documents:
        if (own := filled_in(document)) is not None:
            document = _filled(own, pile)
        found = segments(document)
        captions = {p.number for s in found if isinstance(s, Tabled) and s.kind == "other" for p in s.before}
        for segment in found:
            if isinstance(segment, Prose):
                _prose(segment, document.sha256, pile, captions)
            else:
                _table(segment, pile)
    pile.take_years_told()
    records, trace = pile.sorted()
    head = pile.heads[0] if len(pile.heads) == 1 else Dossier()
    dossier = with_claims(
        Dossier(
            unit=head.unit or _unit(pile),
            year=head.year or _year(pile),
            place=head.place,
            aliases=head.aliases,
            records=records,
            doubts=head.doubts,
        )
    )
    trace.update(_claim_places(dossier, trace))
    filled = len(pile.heads) == 1 and pile.filled == len(records)
    return Recognised(dossier, trace, tuple(pile.unplaced), pile.printed(records), filled)


def _filled(own: FilledIn, pile: _Pile) -> Document:
    """Take what was filled into a workbook of ours; gives the rest of it."""
    for record, places in own.records:
        pile.add(record, dict(places))
    pile.filled += len(own.records)
    pile.unplaced += own.unplaced
    pile.heads += [own.head] if own.head is not None else []
    return own.rest


def _claim_places(dossier: Dossier, trace: dict[str, Position]) -> dict[str, Position]:
    """Every claim at its characters in the paragraph as stored: the text may begin after blanks, and a number
    that the word processor draws is not stored at all.
    """
    places: dict[str, Position] = {}
    for number, report in dossier.each(Report):
        shifts: dict[str, int] = {}
        for index, claim in enumerate(report.claims):
            paragraph = trace.get(f"{number}{claim.paragraph}")
            if paragraph is None or paragraph.start is None or paragraph.end is None:
                continue
            if claim.paragraph not in shifts:
                shifts[claim.paragraph] = paragraph.end - len(str(resolve(report, claim.paragraph)))
            shift = shifts[claim.paragraph]
            place = replace(paragraph, start=max(0, shift + claim.start), end=max(0, shift + claim.end))
            places[f"{number}/claims/{index}"] = place
    return places


def _prose(prose: Prose, file: str, pile: _Pile, captions: set[int]) -> None:
    """Reports of a run; what is left over is reported, captions of unknown tables together with their table, and
    tables that lost their cells.
    """
    paragraphs, tables = without_flattened(prose.paragraphs)
    reports, left = find_reports(paragraphs, file)
    pile.unplaced += [_flattened(lines, file) for lines in tables]
    for report, trace in reports:
        pile.add(report, trace)
    said = [paragraph for paragraph in left if not is_blank(paragraph.text) and paragraph.number not in captions]
    pile.unplaced += _paragraphs(said, file)


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
        pile.unplaced += base.unplaced
    elif table.kind == "evaluation":
        found = read_evaluations(table.lines, table.caption)
        with_notes(found[-1], [(p.text, place_of(p, table.lines[0].file)) for p in table.after])
        for one in found:
            pile.add(one.evaluation, one.trace, table.lines)
            pile.unplaced += one.unplaced
    elif not _is_contents(table.lines):
        pile.unplaced.append(_unknown(table))


def _is_contents(lines: Sequence[Line]) -> bool:
    """Whether a table is the contents of a workbook of ours: what it says stands on the other sheets."""
    return bool(lines) and tuple(clean(cell.text) for cell in lines[0].cells) == COVER_HEADS


def _unknown(table: Tabled) -> Unplaced:
    first: Line = table.lines[0]
    place = first.whole
    words = [clean(cell.text) for line in table.lines[:3] for cell in line.filled]
    title = [table.caption.title] if table.caption.title else []
    kind = kind_of_table(table.caption.title, table.lines)
    reason = say.UNKNOWN_TABLE() if kind is None else say.OTHER_KIND(kind=kind)
    return Unplaced(place, "｜".join(title + words)[:200], reason)


# --- whose dossier it is ---


def _unit(pile: _Pile) -> str:
    """The name on the overall table; else what the reports or most of the project tables say."""
    overall = [e.name for e in pile.every(Evaluation) if e.scope == "unit" and e.name]
    if overall:
        return overall[0]
    reports = [r.unit for r in pile.every(Report) if r.unit]
    return _commonest(reports) or _commonest(e.unit or e.implementer or "" for e in pile.every(Evaluation)) or ""


def _year(pile: _Pile) -> int | None:
    """The year that most tables and reports print."""
    years = Counter(record.year for record in in_order(pile.every(Filed)) if record.year)
    return years.most_common(1)[0][0] if years else None


def _commonest(names: Iterable[str]) -> str:
    counted = Counter(name for name in names if name)
    return counted.most_common(1)[0][0] if counted else ""
