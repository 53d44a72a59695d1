"""The first two sheets: every evaluation with its scores and counts, and the files that all of it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ..messages import PAPER_FILES, PAPER_LEVELS
from . import words
from .look import Column, cell_name, height, quoted, set_up, write
from .rows import CaseRows, TableRow, Value, number_of
from .sheets import TOP, Pages

COLUMNS = (
    Column("number", words.NUMBER, 8, 8, "center"),
    Column("unit", words.UNIT, 20, 44),
    Column("year", words.YEAR, 7, 8, "center"),
    Column("table", words.TABLE, 18, 44),
    Column("stated", words.STATED, 9, 10, "right"),
    Column("readded", words.READDED, 9, 16, "right"),
    Column("low", words.RESCORED_FROM, 10, 10, "right"),
    Column("high", words.RESCORED_TO, 10, 10, "right"),
    Column("difference", words.DIFFERENCE, 8, 9, "right"),
    Column("grade_stated", words.GRADE_STATED, 9, 9, "center"),
    Column("grade_rescored", words.GRADE_RESCORED, 9, 9, "center"),
    *(Column(level, word, 7, 9, "right") for level, word in words.SEVERITIES.items()),
    Column("undecided", words.UNDECIDED, 8, 10, "right"),
    Column("handled", words.HANDLED_COUNT, 14, 14, "right"),
)
_PLACE = {column.id: place for place, column in enumerate(COLUMNS)}
_COUNTED = (*words.SEVERITIES, "undecided", "handled")

_FILES = (
    Column("unit", words.UNIT, 16, 30),
    Column("year", words.YEAR, 6, 6, "center"),
    Column("policy", words.POLICY, 16, 30),
    Column("because", words.BECAUSE, 20, 40),
    Column("file", words.FILE, 16, 30),
    Column("paths", words.PATHS, 24, 50),
    Column("hash", words.HASH, 20, 34),
)


def write_summary(
    pages: Pages,
    sheet: Any,
    title: str,
    note: str,
    cases: Sequence[CaseRows],
    handled: Mapping[int, tuple[str, int]],
    sheets: Mapping[int, str],
    frequent: Sequence[Sequence[Value | int]],
) -> None:
    """A line for every evaluation, and what was found elsewhere. ``handled`` has, by the number of a case, a formula
    that counts its rows with something typed under 处理情况, and its value; ``sheets`` where its findings stand.
    """
    lines = [(number, case, table) for number, case in enumerate(cases) for table in case.tables]
    rows = [_values(number, case, table) for number, case, table in lines]
    found = pages.top(sheet, title, note, COLUMNS, rows)
    before = -1
    for row, ((number, _, table), values) in enumerate(zip(lines, rows, strict=True), start=TOP + 1):
        sheet.set_row(row, height(values, found))
        for column, value in zip(COLUMNS, values, strict=True):
            write(sheet, row, _PLACE[column.id], value, pages.look, align=column.align, valign="vcenter")
        _difference(pages, sheet, row, table)
        if number in sheets:
            link = pages.look.cell(font_color="#1F4E8C", underline=1, valign="vcenter")
            sheet.write_url(row, _PLACE["unit"], f"internal:{quoted(sheets[number])}!A1", link, cases[number].unit)
        if number != before and number in handled:
            formula, value = handled[number]
            sheet.write_formula(
                row, _PLACE["handled"], formula, pages.look.cell("right", num_format="0", valign="vcenter"), value
            )
        before = number
    last = TOP + max(1, len(lines))
    sheet.autofilter(TOP, 0, last, len(COLUMNS) - 1)
    sheet.freeze_panes(TOP + 1, 0)
    _totals(pages, sheet, last + 1, rows, sum(value for _, value in handled.values()))
    below = _frequent(pages, sheet, last + 3, frequent)
    sheet.merge_range(below, 0, below, len(COLUMNS) - 1, "", pages.look.note())
    sheet.write_string(below, 0, PAPER_LEVELS().text(pages.lang), pages.look.note())
    sheet.set_row(below, 30)
    set_up(sheet, heads=TOP, last=below, columns=len(COLUMNS), foot=pages.foot)


def _values(number: int, case: CaseRows, table: TableRow) -> list[Value | int]:
    year = None if case.year is None else number_of(str(case.year))
    scores = (table.stated, table.readded, table.low, table.high, None)
    return [number + 1, case.unit, year, table.name, *scores, *table.grades, *table.counts, None]


def _difference(pages: Pages, sheet: Any, row: int, table: TableRow) -> None:
    """How far the stated score lies outside the re-scored one, as a formula with its value."""
    stated, low, high = table.stated, table.low, table.high
    if not (isinstance(stated, Decimal) and isinstance(low, Decimal) and isinstance(high, Decimal)):
        return
    s, least, most = (cell_name(row, _PLACE[name]) for name in ("stated", "low", "high"))
    places = max(-int(number.as_tuple().exponent) for number in (stated, low, high))
    formula = f"=ROUND(IF({s}>{most},{s}-{most},IF({s}<{least},{s}-{least},0)),{max(places, 0)})"
    value = stated - high if stated > high else stated - low if stated < low else Decimal(0)
    look = pages.look.cell("right", num_format="0.00;[Red]-0.00;0", valign="vcenter")
    sheet.write_formula(row, _PLACE["difference"], formula, look, float(value))


def _totals(pages: Pages, sheet: Any, row: int, rows: Sequence[Sequence[Value | int]], handled: int) -> None:
    """Sums of the counts; filtered, of what is seen."""
    for place in range(len(COLUMNS)):
        sheet.write_blank(row, place, None, pages.look.total())
    sheet.write_string(row, 1, words.TOTAL.text(pages.lang), pages.look.total())
    for name in _COUNTED:
        place = _PLACE[name]
        counts = [value for one in rows if isinstance(value := one[place], int)]
        total = handled if name == "handled" else sum(counts)
        span = f"{cell_name(TOP + 1, place)}:{cell_name(row - 1, place)}"
        sheet.write_formula(row, place, f"=SUBTOTAL(109,{span})", pages.look.total("right", num_format="0"), total)


def _frequent(pages: Pages, sheet: Any, row: int, frequent: Sequence[Sequence[Value | int]]) -> int:
    """The rules with most findings; the first free row below them."""
    sheet.write_string(row, 0, words.MOST_FREQUENT.text(pages.lang), pages.look.heading())
    heads = (words.RULE, words.RULE_TITLE, words.DIMENSION, words.TIMES, words.CASES)
    for place, head in enumerate(heads):
        sheet.write_string(row + 1, place, head.text(pages.lang), pages.look.head())
    aligns = ("center", "left", "center", "center", "center")
    for number, line in enumerate(frequent, start=row + 2):
        for place, (value, align) in enumerate(zip(line, aligns, strict=True)):
            write(sheet, number, place, value, pages.look, align=align, valign="vcenter")
    return row + 3 + len(frequent)


def write_files(pages: Pages, sheet: Any, cases: Sequence[CaseRows]) -> None:
    """The policy of each case with why it was chosen, and every file with all its paths."""
    rows = [
        (case.unit, None if case.year is None else number_of(str(case.year)), case.policy, case.because, *file)
        for case in cases
        for file in (case.files or (("", "", ""),))
    ]
    pages.table(sheet, words.FILES.text(pages.lang), PAPER_FILES().text(pages.lang), _FILES, rows)
