"""A report of a workbook to fill in: what each row is stands in its first column.

A planned sheet, its cells and the report that it was written from enter; the report as filled in leaves with the
places of its facts, and what has no place.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from jixiao.model import Message, Position, Report, Section
from jixiao.model.records.report import Passage
from jixiao.model.workbook import (
    ATTACHMENT,
    CONTENT,
    DATE,
    SIGNATURE,
    TITLE,
    PlannedRow,
    PlannedSheet,
    level_of,
)

from .. import messages as say
from .cells import SheetCells
from .tables import row_of_marks

Trace = dict[str, Position]


@dataclass(slots=True)
class FilledReport:
    """The report, its places, and what of the sheet has no place in it."""

    report: Report
    trace: Trace = field(default_factory=dict)
    lost: list[tuple[Position, str, Message]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it was read: what it is, its number and text, the row it was written as, and its place."""

    what: str
    number: str
    text: str
    planned: PlannedRow | None
    place: Position

    @property
    def untouched(self) -> bool:
        """Whether it shows what it was written with."""
        if self.planned is None or self.planned.spare:
            return False
        return tuple(cell.text for cell in self.planned.cells) == (self.what, self.number, self.text)

    @property
    def at(self) -> str:
        """The fact that it was written with."""
        return next(iter(self.planned.cells[2].at), "") if self.planned is not None else ""


def read_report(plan: PlannedSheet, cells: SheetCells, file: str, report: Report) -> FilledReport | None:
    """What stands on the sheet; ``None`` where its columns are not those of the plan any more. Where nothing was typed
    it is the very report it was written from.
    """
    marks = row_of_marks(plan, cells)
    if marks is None:
        return None
    rows = _rows(plan, cells, file, marks)
    result = _Reading(report, plan.at).read(rows)
    first, second = plan.marks
    for row, column in cells.filled():
        if row > first and column > 2 and column != second:
            place = cells.place(row, column, file)
            result.lost.append((place, cells.text(row, column), say.NO_PLACE_ON_FORM()))
    return result


def _rows(plan: PlannedSheet, cells: SheetCells, file: str, marks: dict[int, int]) -> list[_Row]:
    known = {marks[planned.mark]: planned for planned in plan.rows if planned.mark in marks}
    first = plan.marks[0]
    there = sorted({*known, *(row for row, column in cells.filled() if row > first and column < 3)})
    return [
        _Row(
            what=cells.text(row, 0),
            number=cells.text(row, 1),
            text=cells.text(row, 2),
            planned=known.get(row),
            place=cells.place(row, 2, file),
        )
        for row in there
    ]


@dataclass(slots=True)
class _Reading:
    before: Report
    at: str
    sections: list[Section] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    ends: dict[str, str | None] = field(default_factory=dict)
    trace: Trace = field(default_factory=dict)
    lost: list[tuple[Position, str, Message]] = field(default_factory=list)

    def read(self, rows: list[_Row]) -> FilledReport:
        for row in rows:
            self._row(row)
        self._close()
        for name in ("title", "signature", "date"):
            self.ends.setdefault(name, "" if name == "title" else None)
        report = self.before.model_copy(
            update={"sections": tuple(self.sections), "attachments": tuple(self.attachments), "claims": (), **self.ends}
        )
        return FilledReport(report, self.trace, self.lost)

    def _row(self, row: _Row) -> None:
        what = row.what.strip() or CONTENT
        level = level_of(what)
        if level is not None:
            self._heading(row, level)
        elif what == CONTENT:
            self._passage(row)
        elif what == ATTACHMENT:
            if row.text.strip() or row.untouched:
                self.trace[f"/attachments/{len(self.attachments)}"] = row.place
                self.attachments.append(row.text)
        elif what in (TITLE, SIGNATURE, DATE):
            self._end({TITLE: "title", SIGNATURE: "signature", DATE: "date"}[what], row)
        elif row.text.strip():
            self.lost.append((row.place, row.text, say.UNKNOWN_ROW(what=what)))

    def _end(self, name: str, row: _Row) -> None:
        """Title, signature or date. One that was absent and is still empty stays absent."""
        if name in self.ends and row.text.strip():
            self.lost.append((row.place, row.text, say.TWICE(what=row.what)))
            return
        before: str | None = getattr(self.before, name)
        self.ends.setdefault(name, before if row.untouched else row.text)
        self.trace[f"/{name}"] = row.place

    def _heading(self, row: _Row, level: int) -> None:
        if not row.untouched and not (row.number.strip() or row.text.strip()):
            return  # taken out: what stood under it goes on under the one before
        self._close()
        before = self._written(row, "sections")
        known = before if isinstance(before, Section) else Section()
        number = f"/sections/{len(self.sections)}"
        self.trace[number] = self.trace[f"{number}/title"] = row.place
        changes = {"number": row.number, "title": row.text, "level": level, "paragraphs": ()}
        if row.untouched:
            changes = {"paragraphs": ()}
        self.sections.append(known.model_copy(update=changes))

    def _passage(self, row: _Row) -> None:
        if not row.text.strip() and not row.untouched:
            return
        if not self.sections:
            self.sections.append(Section(id="", number="", title="", level=1))
        text = f"{row.number}{row.text}" if row.number.strip() else row.text
        before = self._written(row, "paragraphs")
        passage = before if isinstance(before, Passage) else Passage()
        place = row.place._replace(start=0, end=len(row.text))
        self.trace[f"/sections/{len(self.sections) - 1}/paragraphs/{len(self.passages)}"] = place
        self.passages.append(passage if row.untouched else passage.model_copy(update={"text": text}))

    def _written(self, row: _Row, kind: str) -> Section | Passage | None:
        """The heading or paragraph that the row was written as, where it is still one."""
        parts = row.at.removeprefix(self.at).split("/")
        if len(parts) < 4 or parts[1] != "sections" or (kind == "paragraphs") != (parts[3] == "paragraphs"):
            return None
        section = self.before.sections[int(parts[2])]
        return section if kind == "sections" else section.paragraphs[int(parts[4])]

    def _close(self) -> None:
        """Put the paragraphs under the heading they stand under."""
        if self.sections:
            self.sections[-1] = self.sections[-1].model_copy(update={"paragraphs": tuple(self.passages)})
        self.passages = []
