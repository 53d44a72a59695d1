"""Workbooks to fill in, read by what they know of themselves: the dossier they were written from, and what each cell
was written with.

A document enters. Where it is such a workbook, its records leave with the places of their facts, whose dossier it is,
what has no place, and the rest of the document: sheets that somebody added are read like those of any other file.

Cells are compared, not recognised: a blank form has nothing to be recognised by, and what a form does not print
(the state, the ids, what was doubtful) is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pydantic import ValidationError

from jixiao.model import Document, Dossier, Filed, Message, Position, Report, Unplaced
from jixiao.model.pointer import resolve
from jixiao.model.workbook import OWN_SHEET, STATES, PlannedSheet, WorkbookPlan

from .. import messages as say
from .cells import SheetCells, plan_of, sheets_of
from .records import applied, is_changed
from .reports import read_report
from .tables import read_form

_Found = tuple[Filed, Mapping[str, Position]]


@dataclass(frozen=True, slots=True)
class FilledIn:
    """What a workbook to fill in holds: ``records`` with the places of their facts (pointers relative to each), the
    ``head`` of the dossier (without records; ``None`` where it is not known), and the ``rest`` of the document.
    """

    records: tuple[_Found, ...]
    head: Dossier | None
    unplaced: tuple[Unplaced, ...]
    rest: Document


def filled_in(document: Document) -> FilledIn | None:
    """What was filled in; ``None`` for every other file. Of a workbook whose own sheet is damaged the sheets are read
    like those of any other, and that is said.
    """
    if not any(block.sheet == OWN_SHEET for block in document.blocks):
        return None
    sheets = sheets_of(document)
    plan = plan_of(sheets)
    if plan is None:
        place = Position(document.sha256, sheet=OWN_SHEET)
        lost = Unplaced(place, OWN_SHEET, say.PLAN_DAMAGED())
        return FilledIn((), None, (lost,), _without(document, {OWN_SHEET}))
    return _Reading(document, sheets, plan).read()


def _without(document: Document, names: set[str]) -> Document:
    """The document without these sheets, and without what was said about them."""
    return replace(document, blocks=tuple(block for block in document.blocks if block.sheet not in names))


@dataclass(slots=True)
class _Reading:
    document: Document
    sheets: Mapping[str, SheetCells]
    plan: WorkbookPlan
    lost: list[Unplaced] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """The sheets that were read by the plan."""
    head: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)

    def read(self) -> FilledIn:
        self._cover()
        records = [one for sheet in self.plan.sheets if sheet.at if (one := self._record(sheet)) is not None]
        records += self._not_shown()
        rest = _without(self.document, {*self.known, OWN_SHEET})
        return FilledIn(
            tuple(record for _, record in sorted(records, key=_place)), self._head(), tuple(self.lost), rest
        )

    def _cells(self, plan: PlannedSheet) -> SheetCells | None:
        return self.sheets.get(plan.name)

    def _cover(self) -> None:
        for plan in self.plan.sheets:
            cells = self._cells(plan)
            if plan.at or cells is None or (found := read_form(plan, cells, self.document.sha256)) is None:
                continue
            self.known.add(plan.name)
            self._lose(found.lost)
            words = {word: state for state, word in STATES.items()}
            for at, text in found.values.items():
                if at == "/year" and text.strip() and not text.strip().isdecimal():
                    self._lose([(found.trace[at], text, say.NO_YEAR())])
                elif not at.endswith("/state"):
                    self.head[at.strip("/")] = text.strip()
                elif text.strip() in words:
                    self.states[at.removesuffix("/state")] = words[text.strip()]
                else:
                    self._lose([(found.trace[at], text, say.UNKNOWN_STATE(known=tuple(words)))])

    def _record(self, plan: PlannedSheet) -> tuple[str, _Found] | None:
        """The record of a sheet; ``None`` where the sheet is gone, or is read like any other."""
        cells = self._cells(plan)
        if cells is None:
            return None
        was: Filed = resolve(self.plan.dossier, plan.at)
        full: Filed = resolve(self.plan.full, plan.at)
        file = self.document.sha256
        if isinstance(full, Report):
            report = read_report(plan, cells, file, full)
            if report is None:
                self._foreign(plan)
                return None
            self._lose(report.lost)
            record: Filed = was if _bare(report.report) == _bare(full) else report.report
            trace = report.trace
        else:
            filling = read_form(plan, cells, file)
            if filling is None:
                self._foreign(plan)
                return None
            try:
                record, trace = applied(full, plan.at, filling)
            except (ValidationError, LookupError):
                self._foreign(plan)
                return None
            self._lose(filling.lost)
            record = record if is_changed(filling) else was
        self.known.add(plan.name)
        if (state := self.states.get(plan.at)) is not None:
            record = record.model_copy(update={"state": state})
        return plan.at, (record, {"": Position(file, sheet=plan.name), **trace})

    def _foreign(self, plan: PlannedSheet) -> None:
        """A sheet whose columns were changed is read like that of any other file."""
        self._lose([(Position(self.document.sha256, sheet=plan.name), plan.name, say.COLUMNS_CHANGED())])

    def _not_shown(self) -> list[tuple[str, _Found]]:
        """Records that have no sheet: of kinds that this version does not know."""
        shown = {sheet.at for sheet in self.plan.sheets}
        return [(at, (record, {})) for at, record in self.plan.dossier.each(Filed) if at not in shown]

    def _head(self) -> Dossier:
        was = self.plan.dossier
        year: int | None = was.year
        if (text := self.head.get("year")) is not None:
            year = int(text) if text.isdecimal() else None
        changes = {name: text for name, text in self.head.items() if name in ("unit", "place")}
        return was.model_copy(update={"records": (), **changes, "year": year})

    def _lose(self, lost: Sequence[tuple[Position, str, Message]]) -> None:
        self.lost += [Unplaced(place, text[:200], reason) for place, text, reason in lost]


def _place(one: tuple[str, object]) -> int:
    return int(one[0].rpartition("/")[2])


def _bare(report: Report) -> Report:
    return report.model_copy(update={"claims": ()})
