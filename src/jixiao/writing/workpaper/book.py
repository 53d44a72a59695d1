"""Which sheets the working paper has: published assessments enter one by one, the bytes of one workbook leave."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from ..messages import PAPER_MADE, PAPER_OF, PAPER_OF_NO_YEAR, PAPER_POLICY, PAPER_TITLE
from . import words
from .columns import HANDLED, KEY, OF_FINDING, OF_FINDING_OF_MANY
from .earlier import Earlier, Old
from .look import FONT, SIZE, Column, cell_name, quoted, sheet_name
from .match import Matcher
from .rows import CaseRows, FindingRow, Trouble, Value, rows_of
from .sheets import TOP, Pages, write_findings, write_gone, write_protocol, write_troubles, write_undecided
from .summary import write_files, write_summary

MOST_SHEETS = 60
"""Cases with a sheet each. Of more nobody finds one among the tabs: then one sheet has the findings of all, to be
filtered by unit and year.
"""

_FREQUENT = 10
_COUNTS = ("subjects", "held", "found", "undecided", "not_applicable", "faults")


@dataclass(slots=True)
class _Collected:
    """What is kept of the assessments."""

    lang: str
    cases: list[CaseRows] = field(default_factory=list)
    days: dict[str, None] = field(default_factory=dict)
    versions: dict[str, None] = field(default_factory=dict)
    tables: int = 0
    rules: dict[str, tuple[str, str, Counter[str]]] = field(default_factory=dict)
    times: Counter[str] = field(default_factory=Counter)
    cases_with: Counter[str] = field(default_factory=Counter)

    def add(self, assessment: Mapping[str, Any]) -> None:
        """Take the lines of one assessment, and leave the rest."""
        self.days[assessment["as_of"]] = None
        self.versions[assessment["version"]] = None
        for case in assessment["cases"]:
            self.cases.append(rows_of(case, self.lang))
            self.tables += len(case["appraisals"])
            codes = [finding["code"] for finding in case["findings"]]
            self.times.update(codes)
            self.cases_with.update(set(codes))
            for record in case["protocol"]:
                named = (record["title"], record["dimension"][self.lang], Counter[str]())
                counts = self.rules.setdefault(record["code"], named)[2]
                counts.update({name: record[name] for name in _COUNTS})

    def protocol(self) -> list[list[Value | int]]:
        """A line a rule, in the order of the codes."""
        return [
            [code, title, dimension, *(counts[name] for name in _COUNTS)]
            for code, (title, dimension, counts) in sorted(self.rules.items())
        ]

    def frequent(self) -> list[list[Value | int]]:
        """The rules with most findings, the most frequent first."""
        order = sorted(self.times, key=lambda code: (-self.times[code], code))[:_FREQUENT]
        named = {code: self.rules.get(code, ("", "")) for code in order}
        return [[c, named[c][0], named[c][1], self.times[c], self.cases_with[c]] for c in order]


def working_paper(
    assessments: Iterable[Mapping[str, Any]],
    *,
    earlier: Earlier | None = None,
    troubles: Sequence[Trouble] = (),
    lang: str = "zh",
) -> bytes:
    """The working paper as the bytes of an ``.xlsx``.

    ``assessments`` as published (``jixiao/assessment/1``), from a stream if wanted; ``troubles`` are what could not be
    read or was not handed in. What people typed into the ``earlier`` paper stands in this one.
    """
    import xlsxwriter

    collected = _Collected(lang)
    for assessment in assessments:
        collected.add(assessment)
    earlier = earlier or Earlier()
    matcher = Matcher(earlier)
    paired = [list(zip(case.findings, matcher.pair(case.findings), strict=True)) for case in collected.cases]
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": SIZE},  # widths count its digits
    }
    with xlsxwriter.Workbook(out, options) as book:
        title = PAPER_TITLE().text(lang)
        book.set_properties({"title": title, "author": "jixiao", "created": _created(collected)})
        book.set_size(24000, 14000)
        _Book(Pages(book, lang), collected, earlier, paired).write(title, matcher.left(), troubles)
    return out.getvalue()


def _created(collected: _Collected) -> datetime:
    """The day of the check: nothing here reads a clock."""
    day = max(collected.days, default="1980-01-01")
    return datetime.combine(date.fromisoformat(day), time())  # a day has no zone


_Paired = Sequence[Sequence[tuple[FindingRow, Old | None]]]


class _Book:
    """The sheets in their order. The first ones tell of the later ones, so that all are there before any is written."""

    def __init__(self, pages: Pages, collected: _Collected, earlier: Earlier, paired: _Paired) -> None:
        self._pages, self._all, self._earlier, self._paired = pages, collected, earlier, paired
        self._taken = {word.text(pages.lang).lower() for word in words.SHEETS}
        self._sheets: dict[int, tuple[str, int, int]] = {}

    def write(self, title: str, left: Sequence[Old], troubles: Sequence[Trouble]) -> None:
        """All sheets."""
        pages, cases = self._pages, self._all.cases
        summary, files = self._sheet(words.SUMMARY), self._sheet(words.FILES)
        handled = self._each() if len(cases) <= MOST_SHEETS else self._together()
        if left:
            write_gone(pages, self._sheet(words.GONE), [_of_case(old) for old in left])
        write_undecided(pages, self._sheet(words.UNDECIDED), cases)
        write_protocol(pages, self._sheet(words.PROTOCOL), self._all.protocol())
        wrong = (*troubles, *(trouble for case in cases for trouble in case.troubles))
        write_troubles(pages, self._sheet(words.TROUBLES), wrong)
        sheets = {number: name for number, (name, _, _) in self._sheets.items()}
        write_summary(pages, summary, title, self._made(), cases, handled, sheets, self._all.frequent())
        write_files(pages, files, cases)
        summary.activate()

    def _sheet(self, word: Any) -> Any:
        return self._pages.book.add_worksheet(word.text(self._pages.lang))

    def _made(self) -> str:
        collected = self._all
        made = PAPER_MADE(
            day=tuple(collected.days),
            version=tuple(collected.versions),
            cases=len(collected.cases),
            tables=collected.tables,
            files=sum(len(case.files) for case in collected.cases),
        )
        return made.text(self._pages.lang)

    def _each(self) -> dict[int, tuple[str, int]]:
        """A sheet for every case."""
        handled = {}
        for number, (case, pairs) in enumerate(zip(self._all.cases, self._paired, strict=True)):
            name = sheet_name(f"{case.year or ''} {case.unit}".strip(), self._taken)
            sheet = self._pages.book.add_worksheet(name)
            named = PAPER_OF(unit=case.unit, year=case.year) if case.year else PAPER_OF_NO_YEAR(unit=case.unit)
            added = self._earlier.heads.get(case.key, ())
            rows = [(case, finding, old) for finding, old in pairs]
            title, note = named.text(self._pages.lang), self._note(case)
            write_findings(self._pages, sheet, title, note, OF_FINDING, rows, added)
            self._sheets[number] = (name, TOP + 1, TOP + max(1, len(rows)))
            span = _span(name, OF_FINDING, TOP + 1, TOP + max(1, len(rows)), HANDLED)
            handled[number] = (f"=COUNTA({span})", sum(bool(old and old.remark) for _, old in pairs))
        return handled

    def _together(self) -> dict[int, tuple[str, int]]:
        """One sheet with the findings of all cases."""
        lang = self._pages.lang
        rows = [(c, f, old) for c, pairs in zip(self._all.cases, self._paired, strict=True) for f, old in pairs]
        added = dict.fromkeys(head for case in self._all.cases for head in self._earlier.heads.get(case.key, ()))
        title = PAPER_TITLE().text(lang)
        sheet = self._sheet(words.FINDINGS)
        write_findings(self._pages, sheet, title, self._made(), OF_FINDING_OF_MANY, rows, tuple(added))
        return self._by_key(TOP + max(1, len(rows)))

    def _by_key(self, last: int) -> dict[int, tuple[str, int]]:
        """The rows of each case with something typed, wherever they were sorted to. Cases of one key are counted once:
        nothing in the sheet tells their rows apart.
        """
        name = words.FINDINGS.text(self._pages.lang)
        keys, typed = (_span(name, OF_FINDING_OF_MANY, TOP + 1, last, column) for column in (KEY, HANDLED))
        paired = zip(self._all.cases, self._paired, strict=True)
        filled = Counter(case.key for case, pairs in paired for _, old in pairs if old and old.remark)
        first = {case.key: number for number, case in reversed(list(enumerate(self._all.cases)))}
        return {
            number: (f'=COUNTIFS({keys},"{_begins(key)}",{typed},"<>")', filled[key]) for key, number in first.items()
        }

    def _note(self, case: CaseRows) -> str:
        counted = Counter[str]()
        for table in case.tables:
            counted.update(dict(zip(words.SEVERITIES, table.counts, strict=False)))
        return PAPER_POLICY(
            policy=case.policy,
            day=tuple(self._all.days),
            count=sum(counted.values()),
            errors=counted["error"],
            warnings=counted["warning"],
            notes=counted["info"],
        ).text(self._pages.lang)


def _of_case(old: Old) -> tuple[str, int | None, Old]:
    """A row with unit and year: those of its key, else those that were printed beside it, else those of its sheet."""
    if old.case and (old.key or "unit" not in old.cells):
        unit, year = json.loads(old.case)
        return unit, year, old
    printed = old.cells.get("year", "")
    return old.cells.get("unit", ""), int(printed) if printed.isdecimal() else None, old


def _span(sheet: str, columns: Sequence[Column], first: int, last: int, column: Column) -> str:
    """The cells of a column, as a formula of another sheet has them."""
    place = columns.index(column)
    return f"{quoted(sheet)}!{cell_name(first, place)}:{cell_name(last, place)}"


def _begins(case: str) -> str:
    """What the keys of a case's findings begin with, as a criterion within a formula."""
    plain = re.sub(r"[~*?]", r"~\g<0>", f"{case[:-1]}, ")
    return plain.replace('"', '""') + "*"
