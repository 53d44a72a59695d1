"""What files hold, put together as one dossier: the records in order, the place of every fact, whose dossier it is.

What each file holds enters (:class:`Found`), whole or in parts; :class:`Recognised` leaves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from jixiao.model import Dossier, Evaluation, Filed, Position, Report, Unplaced
from jixiao.model.dossier import in_order
from jixiao.model.pointer import resolve

from .claims import with_claims
from .reports.years import year_told

_R = TypeVar("_R", bound=Filed)
Rows = tuple[tuple[str, ...], ...]
"""The texts of the cells of a table, row by row."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One record of a file: the places of its facts by pointers relative to it, and the texts of its table's rows."""

    record: Filed
    trace: Mapping[str, Position]
    printed: Rows = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a file (by its SHA-256) holds, in its order, and what of it found no place: each behind so many records.

    ``head`` is the dossier, without records, that a workbook to fill in says it is of; the first ``filled`` records
    come from it and have kept their ids.
    """

    file: str
    pieces: tuple[Piece, ...] = ()
    unplaced: tuple[tuple[int, Unplaced], ...] = ()
    head: Dossier | None = None
    filled: int = 0

    def only(self, wanted: Collection[int]) -> Found:
        """The records at these places alone. What found no place stays with the record before it, or with the first
        of all.
        """
        pieces = tuple(piece for number, piece in enumerate(self.pieces) if number in wanted)
        unplaced = tuple(
            (sum(1 for number in wanted if number < behind), one)
            for behind, one in self.unplaced
            if max(behind - 1, 0) in wanted or not self.pieces
        )
        filled = sum(1 for number in wanted if number < self.filled)
        return Found(self.file, pieces, unplaced, self.head if filled or not self.pieces else None, filled)


@dataclass(frozen=True)
class Recognised:
    """A dossier, the place of each of its facts, and what found no place in it; ``printed`` are the texts of the rows
    of each table, by the pointer of its record. ``filled``: all records come from one workbook to fill in, which has
    kept their ids. ``joined`` are, by file, the tables that only go on with the one before: a page cut them off.
    """

    dossier: Dossier
    trace: dict[str, Position]
    unplaced: tuple[Unplaced, ...]
    printed: dict[str, Rows] = field(default_factory=dict)
    filled: bool = False
    joined: dict[str, frozenset[int]] = field(default_factory=dict)


def put_together(files: Sequence[Found], unit: str = "", year: int | None = None) -> Recognised:
    """One dossier of what several files hold. ``unit`` and ``year`` where more is known than the records say."""
    pieces = _with_years_told([piece for file in files for piece in file.pieces])
    records, trace, printed = _sorted(pieces)
    heads = [file.head for file in files if file.head is not None]
    head = heads[0] if len(heads) == 1 else Dossier()
    dossier = with_claims(
        Dossier(
            unit=unit or head.unit or _unit(records),
            year=year or head.year or _year(records),
            place=head.place,
            aliases=head.aliases,
            records=records,
            doubts=head.doubts,
        )
    )
    trace.update(_claim_places(dossier, trace))
    unplaced = tuple(one for file in files for _, one in file.unplaced)
    filled = len(heads) == 1 and sum(file.filled for file in files) == len(records)
    return Recognised(dossier, trace, unplaced, printed, filled, _joined(pieces))


def _joined(pieces: Sequence[Piece]) -> dict[str, frozenset[int]]:
    """The tables of each file that hold nothing but the rest of a record that began in one before."""
    begun: dict[str, set[int]] = {}
    going_on: dict[str, set[int]] = {}
    for piece in pieces:
        tables: dict[str, set[int]] = {}
        for place in piece.trace.values():
            if place.table is not None and place.sheet is None:
                tables.setdefault(place.file, set()).add(place.table)
        for file, numbers in tables.items():
            first = min(numbers)
            begun.setdefault(file, set()).add(first)
            going_on.setdefault(file, set()).update(numbers - {first})
    return {file: frozenset(numbers - begun[file]) for file, numbers in going_on.items() if numbers - begun[file]}


def _with_years_told(pieces: list[Piece]) -> list[Piece]:
    """Where nothing names its year, a report is of the year that its text speaks of."""
    if any(piece.record.year for piece in pieces):
        return pieces
    return [
        replace(piece, record=piece.record.model_copy(update={"year": year_told(piece.record)}))
        if isinstance(piece.record, Report)
        else piece
        for piece in pieces
    ]


def _sorted(pieces: Sequence[Piece]) -> tuple[tuple[Filed, ...], dict[str, Position], dict[str, Rows]]:
    """The records in the order in which a dossier keeps them, the places of all their facts, the rows of tables."""
    of = {id(piece.record): piece for piece in pieces}
    records = in_order(piece.record for piece in pieces)
    places: dict[str, Position] = {}
    printed: dict[str, Rows] = {}
    for number, record in enumerate(records):
        piece = of[id(record)]
        places.update((f"/records/{number}{pointer}", place) for pointer, place in piece.trace.items())
        if piece.printed:
            printed[f"/records/{number}"] = piece.printed
    return records, places, printed


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
            place = paragraph._replace(start=max(0, shift + claim.start), end=max(0, shift + claim.end))
            places[f"{number}/claims/{index}"] = place
    return places


# --- whose dossier it is ---


def _every(records: Iterable[Filed], kind: type[_R]) -> list[_R]:
    return [record for record in records if isinstance(record, kind)]


def _unit(records: Sequence[Filed]) -> str:
    """The name on the overall table; else what the reports or most of the project tables say."""
    evaluations = _every(records, Evaluation)
    overall = [e.name for e in evaluations if e.scope == "unit" and e.name]
    if overall:
        return overall[0]
    reports = [r.unit for r in _every(records, Report) if r.unit]
    return _commonest(reports) or _commonest(e.unit or e.implementer or "" for e in evaluations) or ""


def _year(records: Sequence[Filed]) -> int | None:
    """The year that most tables and reports print."""
    years = Counter(record.year for record in records if record.year)
    return years.most_common(1)[0][0] if years else None


def _commonest(names: Iterable[str]) -> str:
    counted = Counter(name for name in names if name)
    return counted.most_common(1)[0][0] if counted else ""
