"""What is to be said about a table that was laid out: which layout it is on and why, and what it could not print.

A dossier, its tables and layouts chosen by hand enter; messages leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...model import Dossier, Evaluation, Message, Term
from ...model.pointer import resolve
from ..kinds import kinds
from ..messages import ANOTHER_UNIT, CHOSEN_BY_HAND, FACTS_OF, LEFT_OUT, UNVERIFIED
from ..terms import FIELDS, SPENDING
from .catalogue import load
from .choose import choose
from .schema import Layout
from .table import LaidTable


def notes(dossier: Dossier, tables: Sequence[LaidTable], forms: Sequence[Layout] = ()) -> tuple[Message, ...]:
    """What a person who has the tables printed should know, each thing once."""
    found = [
        *_layouts(dossier, tables, forms),
        *(note for table in tables for note in _of_table(dossier, table, forms)),
    ]
    return tuple(dict.fromkeys(found))


def _layouts(dossier: Dossier, tables: Iterable[LaidTable], forms: Sequence[Layout]) -> Iterator[Message]:
    """Each layout with the reason why it was chosen."""
    for table in tables:
        layout = _layout(table, forms)
        year = resolve(dossier, table.at).year or dossier.year
        by_hand = layout in forms
        because = (
            CHOSEN_BY_HAND(layout=layout.called)
            if by_hand
            else choose(table.kind, dossier.place or dossier.unit, year).because
        )
        yield because if layout.verified else UNVERIFIED(because=because)


def _of_table(dossier: Dossier, table: LaidTable, forms: Sequence[Layout]) -> Iterator[Message]:
    layout, record = _layout(table, forms), resolve(dossier, table.at)
    unit = record.funds.unit if isinstance(record, Evaluation) else getattr(record, "unit", None)
    if unit is not None and unit != layout.money_unit:
        yield ANOTHER_UNIT(layout=layout.called, asked=layout.money_unit, given=unit)
    if table.left_out:
        name = getattr(record, "name", "") or kinds()[table.kind].title
        facts = tuple(FACTS_OF(what=what, count=count) for what, count in _counted(table))
        yield LEFT_OUT(layout=layout.called, name=name, count=len(table.left_out), facts=facts)


def _layout(table: LaidTable, forms: Sequence[Layout]) -> Layout:
    return next((form for form in forms if form.id == table.layout), None) or load(table.layout)


def _counted(table: LaidTable) -> Iterator[tuple[Term, int]]:
    """What was left out, by the names of the fields."""
    counts: dict[Term, int] = {}
    for pointer in table.left_out:
        name = _name(pointer.removeprefix(table.at))
        counts[name] = counts.get(name, 0) + 1
    yield from counts.items()


def _name(pointer: str) -> Term:
    """What a field is called; its own name where it has none in the field."""
    field = pointer.rpartition("/")[2]
    if pointer.startswith("/lines") and field in SPENDING:
        return SPENDING[field]
    return FIELDS.get(field) or Term(field, field.replace("_", " "))
