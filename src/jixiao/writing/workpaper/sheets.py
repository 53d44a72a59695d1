"""The sheets of the working paper that are lists: rows enter, a sheet is written. The summary is another module."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jixiao.model import Term

from ..messages import (
    CHOOSE_STATE,
    PAPER_FOOT,
    PAPER_GONE,
    PAPER_PAGE,
    PAPER_PROTOCOL,
    PAPER_TROUBLES,
    PAPER_UNDECIDED,
)
from . import words
from .columns import HANDLED, OF_GONE
from .earlier import Old
from .look import TINTS, Column, Look, height, set_up, widths, write
from .rows import CaseRows, FindingRow, Trouble, Value, number_of

TOP = 2
"""The row of heads: title and a line of notes stand above."""

_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,10})(?:\.\d{1,6})?")
_ADDED = (8, 24)


class Pages:
    """Writes sheets of one workbook in one language, all in the same manner."""

    def __init__(self, book: Any, lang: str) -> None:
        self.book, self.lang, self.look = book, lang, Look(book)
        page = PAPER_PAGE(page="&P", pages="&N").text(lang)
        self.foot = f"&L&9{PAPER_FOOT().text(lang)}&R&9{page}"

    def table(
        self,
        sheet: Any,
        title: str,
        note: str,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Value | int]],
        tints: Sequence[str] = (),
        frozen: int = 0,
        valign: str = "top",
    ) -> None:
        """A sheet with a title, a note, and one table that can be filtered. ``tints`` are the severities of rows."""
        found = self.top(sheet, title, note, columns, rows)
        seen = [0 if column.hidden else width for column, width in zip(columns, found, strict=True)]
        if not rows:
            write(sheet, TOP + 1, 0, words.NONE.text(self.lang), self.look)
        for number, row in enumerate(rows, start=TOP + 1):
            sheet.set_row(number, height(row, seen))
            for place, (column, value) in enumerate(zip(columns, row, strict=True)):
                more = {"bg_color": TINTS[tints[number - TOP - 1]]} if tints and column.id == "severity" else {}
                write(sheet, number, place, value, self.look, align=column.align, valign=valign, **more)
        last = TOP + max(1, len(rows))
        shown = len([column for column in columns if not column.hidden])
        sheet.autofilter(TOP, 0, last, len(columns) - 1)
        sheet.freeze_panes(TOP + 1, frozen)
        set_up(sheet, heads=TOP, last=last, columns=shown if columns[-1].hidden else len(columns), foot=self.foot)

    def top(
        self, sheet: Any, title: str, note: str, columns: Sequence[Column], rows: Iterable[Sequence[Value | int]]
    ) -> list[int]:
        """Title, note and heads; the widths that the columns were given."""
        found = widths(columns, rows, self.lang)
        for place, (column, width) in enumerate(zip(columns, found, strict=True)):
            sheet.set_column(place, place, width, None, {"hidden": True} if column.hidden else {})
            sheet.write_string(TOP, place, column.head.text(self.lang), self.look.head())
        visible = [place for place, column in enumerate(columns) if not column.hidden]
        sheet.merge_range(0, 0, 0, visible[-1], "", self.look.title())
        sheet.write_string(0, 0, title, self.look.title())
        sheet.merge_range(1, 0, 1, visible[-1], "", self.look.note())
        sheet.write_string(1, 0, note, self.look.note())
        sheet.set_row(0, 34)
        sheet.set_row(1, 26)
        sheet.set_row(TOP, 30)
        return found


# --- findings ---


def write_findings(
    pages: Pages,
    sheet: Any,
    title: str,
    note: str,
    columns: Sequence[Column],
    findings: Sequence[tuple[CaseRows, FindingRow, Old | None]],
    added: Sequence[str],
) -> None:
    """Findings with what was typed beside them. ``added`` are the heads of columns that people added."""
    own = [_added(head) for head in added]
    rows = [_row(columns, case, finding, old, added) for case, finding, old in findings]
    tints = [finding.level for _, finding, _ in findings]
    if not rows:
        nothing: dict[str, Value] = {"finding": words.NO_FINDING.text(pages.lang), "key": words.MARK}
        rows, tints = [[*(nothing.get(column.id) for column in columns), *(None for _ in own)]], []
    pages.table(sheet, title, note, (*columns, *own), rows, tints, frozen=2)
    _offer_states(pages, sheet, columns, len(rows))


def write_gone(pages: Pages, sheet: Any, rows: Sequence[tuple[str, int | None, Old]]) -> None:
    """Rows of the last paper that are no finding of today, by unit and year."""
    added = list(dict.fromkeys(head for _, _, old in rows for head in old.extras))
    lines = []
    for unit, year, old in rows:
        why = words.IS_GONE if old.key else words.BY_HAND
        cells: dict[str, Value] = {**old.cells, "unit": unit, "year": _year(year), "why": why.text(pages.lang)}
        cells["key"], cells["amount"] = old.key, number_of(old.cells.get("amount"))
        lines.append([*(cells.get(column.id) for column in OF_GONE), *(_typed(old.extras.get(head)) for head in added)])
    columns = (*OF_GONE, *(_added(head) for head in added))
    title, note = words.GONE.text(pages.lang), PAPER_GONE().text(pages.lang)
    pages.table(sheet, title, note, columns, lines, frozen=4)
    _offer_states(pages, sheet, OF_GONE, len(lines))


def _row(
    columns: Sequence[Column], case: CaseRows, finding: FindingRow, old: Old | None, added: Sequence[str]
) -> list[Value]:
    number = str(finding.cells["number"])
    cells: Mapping[str, Value] = {
        **finding.cells,
        "number": number_of(number) if number.isdecimal() else number,
        "unit": case.unit,
        "year": _year(case.year),
        "key": finding.key,
        "handled": old.remark if old else None,
    }
    extras = old.extras if old else {}
    return [*(cells[column.id] for column in columns), *(_typed(extras.get(head)) for head in added)]


def _added(head: str) -> Column:
    return Column(head, Term(head, head), *_ADDED)


def _typed(text: str | None) -> Value:
    """What a person typed: a plain number goes on being one, so that it can be added up."""
    return number_of(text) if text and _PLAIN_NUMBER.fullmatch(text) else text


def _year(year: int | None) -> Value:
    return None if year is None else number_of(str(year))


def _offer_states(pages: Pages, sheet: Any, columns: Sequence[Column], rows: int) -> None:
    place = columns.index(HANDLED)
    sheet.data_validation(
        TOP + 1,
        place,
        TOP + rows,
        place,
        {
            "validate": "list",
            "source": [state.text(pages.lang) for state in words.STATES],
            "show_error": False,  # anything else may be typed
            "input_title": words.HANDLED.text(pages.lang),
            "input_message": CHOOSE_STATE().text(pages.lang),
        },
    )


# --- the other lists ---

_UNDECIDED = (
    Column("unit", words.UNIT, 12, 30),
    Column("year", words.YEAR, 6, 6, "center"),
    Column("rule", words.RULE, 7, 8, "center"),
    Column("title", words.RULE_TITLE, 16, 30),
    Column("place", words.PLACE, 20, 40),
    Column("reason", words.REASON, 24, 60),
)
_PROTOCOL = (
    Column("rule", words.RULE, 8, 8, "center"),
    Column("title", words.RULE_TITLE, 24, 44),
    Column("dimension", words.DIMENSION, 8, 12, "center"),
    *(
        Column(head.en, head, 10, 14, "right")
        for head in (words.SUBJECTS, words.HELD, words.FOUND, words.UNDECIDED, words.NOT_APPLICABLE, words.FAULTS)
    ),
)
_TROUBLES = (
    Column("sort", words.SORT, 10, 16, "center"),
    Column("unit", words.UNIT, 12, 30),
    Column("year", words.YEAR, 6, 6, "center"),
    Column("what", words.WHAT, 24, 60),
    Column("why", words.REASON, 24, 60),
)


def write_undecided(pages: Pages, sheet: Any, cases: Sequence[CaseRows]) -> None:
    """What could not be checked, and why."""
    rows = [(c.unit, _year(c.year), u.rule, u.title, u.place, u.reason) for c in cases for u in c.undecided]
    pages.table(sheet, words.UNDECIDED.text(pages.lang), PAPER_UNDECIDED().text(pages.lang), _UNDECIDED, rows)


def write_protocol(pages: Pages, sheet: Any, rows: Sequence[Sequence[Value | int]]) -> None:
    """What every rule came to over all cases: code, title, dimension and counts."""
    pages.table(
        sheet, words.PROTOCOL.text(pages.lang), PAPER_PROTOCOL().text(pages.lang), _PROTOCOL, rows, (), 2, "vcenter"
    )


def write_troubles(pages: Pages, sheet: Any, troubles: Sequence[Trouble]) -> None:
    """What was not read, not recognised or not handed in, and faults."""
    rows = [(t.sort, t.unit, _year(t.year), t.what, t.why) for t in troubles]
    pages.table(sheet, words.TROUBLES.text(pages.lang), PAPER_TROUBLES().text(pages.lang), _TROUBLES, rows)
