"""A record and its layout → the laid out table. No fact that is there is left out in silence."""

from __future__ import annotations

from ...model import BaseData, Evaluation
from ...model.pointer import join
from ..relations import relations_of
from .choose import layout_for
from .complete import completed, year_line
from .draw import draw
from .facts import NUMBER_OF_FORM, extra_at, text_at
from .left_out import left_out
from .schema import Layout
from .table import LaidTable


def lay_out(record: Evaluation | BaseData, at: str = "", layout: Layout | None = None) -> LaidTable:
    """The official table of a record, completed. ``at`` is the record's own pointer; the pointers in the cells start
    with it.
    """
    layout = layout or layout_for(record)
    record = completed(record, layout=layout)
    hints = {relation.at: relation.hint for relation in relations_of(record)}
    drawn = draw(record, layout, at, hints)
    return LaidTable(
        layout=layout.id,
        kind=layout.kind,
        at=at,
        title=record.title,
        subtitle=year_line(record),
        annex=record.annex,
        number=text_at(record, extra_at(record, NUMBER_OF_FORM))[0] if layout.number else "",
        widths=drawn.widths,
        rows=drawn.rows,
        font_size=layout.font_size,
        left_out=tuple(join(at, pointer) for pointer in left_out(record, layout, drawn)),
    )
