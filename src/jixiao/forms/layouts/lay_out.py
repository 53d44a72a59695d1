"""A record and its layout → the laid out table. No fact that is there is left out in silence."""

from __future__ import annotations

from ...model import Filed
from ...model.pointer import join
from ..relations import relations_of
from .choose import layout_for
from .complete import completed_and_drawn, year_line
from .facts import NUMBER_OF_FORM, extra_at, text_at
from .left_out import left_out
from .schema import Layout
from .table import LaidTable


def lay_out(record: Filed, at: str = "", layout: Layout | None = None, year: int | None = None) -> LaidTable:
    """The official table of a record, completed. ``at`` is the record's own pointer; the pointers in the cells start
    with it. ``year`` is that of the dossier.
    """
    layout = layout or layout_for(record, year=year)
    record, drawn = completed_and_drawn(record, year, layout)
    hints = {relation.at: relation.hint for relation in relations_of(record)}
    return LaidTable(
        layout=layout.id,
        kind=layout.kind,
        at=at,
        title=record.title,
        subtitle=year_line(record),
        annex=getattr(record, "annex", ""),
        number=text_at(record, extra_at(record, NUMBER_OF_FORM))[0] if layout.number else "",
        widths=drawn.widths,
        rows=drawn.at(at, hints),
        font_size=layout.font_size,
        left_out=tuple(join(at, pointer) for pointer in left_out(record, layout, drawn)),
    )
