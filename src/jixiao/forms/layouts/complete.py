"""What a form cannot tell apart, told in one way: a dossier as it reads after it was written.

On paper an absent field (``None``) and a blank one (``""``) of a printed row look alike: both come back as blank.
``complete`` makes a dossier say so from the start; then writing it and reading it again is the identity on the fields
that the forms carry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, cast

from ...model import Dossier, Extra, Filed, Report
from ...model.ids import with_ids
from ..kinds import kind_of
from ..reports import as_filed
from .blanks import blanked_at, without
from .choose import is_table, layout_for, layout_in
from .draw import Drawn, draw
from .facts import NUMBER_OF_FORM, extra_at, words
from .left_out import without_place
from .schema import Layout

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_T = TypeVar("_T", bound=Filed)


def complete(dossier: Dossier, forms: Sequence[Layout] = ()) -> Dossier:
    """The dossier with titles, years and column heads as printed, and every printed place blank that was absent.
    Doubts stay. ``forms`` are layouts chosen by hand; other tables take those of their place and year.
    """

    def table(record: Filed) -> Filed:
        return completed(record, dossier.year, layout_in(dossier, record, forms)) if is_table(record) else record

    return dossier.mapped(Report, lambda report: as_filed(report, dossier)).mapped(Filed, table)


def completed(record: _T, year: int | None = None, layout: Layout | None = None) -> _T:
    """The same for one table; ``year`` is that of the dossier."""
    return completed_and_drawn(record, year, layout or layout_for(record, year=year))[0]


def completed_and_drawn(record: _T, year: int | None, layout: Layout) -> tuple[_T, Drawn]:
    """The completed table, and how it is drawn: a blank is drawn as what is absent."""
    known = record.year if record.year is not None else _printed_year(record.title) or year
    dated = record.model_copy(update={"year": known})
    titled = dated.model_copy(update={"title": record.title or words(layout.title, dated)})
    prepared = _signed(kind_of(record).prepared(titled), layout)
    drawn = draw(prepared, layout)
    numbers = ((NUMBER_OF_FORM, layout.number),) if layout.number else ()
    whole = _with_extras(prepared, (*numbers, *drawn.missing))
    if whole is not prepared:
        drawn = draw(whole, layout)
    return cast(_T, blanked_at(whole, drawn.printed)), drawn


def as_printed(record: _T, year: int | None = None, layout: Layout | None = None) -> _T:
    """The record as a reader finds it on the layout: completed, and without the facts that have no place there."""
    layout = layout or layout_for(record, year=year)
    full, drawn = completed_and_drawn(record, year, layout)
    return without(full, without_place(full, layout, drawn))


def year_line(record: Filed) -> str:
    """（2024年度） where the title of a completed record does not tell its year."""
    year = "" if record.year is None else str(record.year)
    return f"（{year}年度）" if year and year not in record.title else ""


def _signed(record: Any, layout: Layout) -> Any:
    """The record with the signs of its targets as the form prints them: ＝ for =."""
    rows = getattr(record, "indicators", ())
    if not any(row.sign in layout.signs for row in rows):
        return record
    shown = tuple(
        row.model_copy(update={"sign": layout.signs[row.sign]}) if row.sign in layout.signs else row for row in rows
    )
    return record.model_copy(update={"indicators": shown})


def _with_extras(record: Any, missing: Iterable[tuple[str, str]]) -> Any:
    """The record with what the empty form says in places that the record has not."""
    added = tuple(Extra(label=label, text=text) for label, text in missing if not extra_at(record, label))
    return record.model_copy(update={"extra": with_ids((*record.extra, *added))}) if added else record


def _printed_year(title: str) -> int | None:
    match = _YEAR.search(title)
    return int(match[1]) if match else None
