"""Which layout prints a record: by place, year and kind, the nearest place first; or the one asked for by hand.

As policies are chosen (:mod:`jixiao.model.place`): at a place the newest layout that has begun by the year counts;
where all begin later, that of the place above; the nation's earliest stands in for the years before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from jixiao.model.classes import dataclass

from ...model import Dossier, Filed, Message
from ...model.place import NATION, Nearest, nearest_to, upward
from ..messages import (
    CHOSEN_AS_THE_ONLY_ONE,
    CHOSEN_BY_HAND,
    CHOSEN_BY_NAME,
    CHOSEN_FOR_ALL,
    CHOSEN_FROM_ABOVE,
)
from .catalogue import Head, heads, load
from .schema import Layout


@dataclass(frozen=True, slots=True)
class Chosen:
    """A layout, and why it was chosen."""

    layout: Layout
    because: Message


def layout_for(record: Filed, *, place: str = "", year: int | None = None, form: str | Path | None = None) -> Layout:
    """The layout that prints a record. ``place`` is a place or the name of a unit, ``year`` stands in where the record
    names none, ``form`` is the id or the file of a layout that is asked for.

    ``UnreadableError`` where there is no such layout.
    """
    return choose(record.kind, place, record.year if record.year is not None else year, form).layout


def layout_in(dossier: Dossier, record: Filed, forms: Iterable[Layout] = ()) -> Layout:
    """The layout of a table of a dossier: of ``forms``, chosen by hand, that of its kind; else by place and year."""
    kind = record.kind
    asked = next((form for form in forms if form.kind == kind), None)
    return asked or layout_for(record, place=dossier.place or dossier.unit, year=dossier.year)


def is_table(record: Filed) -> bool:
    """Whether a record is printed as a table: its kind has a layout. Reports have outlines instead."""
    return bool(heads(record.kind))


@lru_cache(maxsize=256)
def choose(kind: str, place: str = "", year: int | None = None, form: str | Path | None = None) -> Chosen:
    """The layout of a kind for a place and a year, with the reason. Without a year the newest counts."""
    if form is not None:
        layout = load(form)
        return Chosen(layout, CHOSEN_BY_HAND(layout=layout.called))
    by_place = _by_place(heads(kind))
    found = nearest_to(place, by_place) if place else None
    head = _in_force(by_place, found.id if found else NATION, year)
    layout = load(head.id)
    return Chosen(layout, _because(layout, found))


def chosen(forms: Sequence[str | Path]) -> tuple[Layout, ...]:
    """The layouts asked for by hand. ``UnreadableError`` for one that is not there."""
    return tuple(load(form) for form in forms)


def _by_place(found: Iterable[Head]) -> dict[str, list[Head]]:
    """The layouts of each place, the oldest first."""
    result: dict[str, list[Head]] = {}
    for head in sorted(found, key=lambda head: (head.years.since or 0, head.id)):
        result.setdefault(head.place, []).append(head)
    return result


def _in_force(by_place: dict[str, list[Head]], place: str, year: int | None) -> Head:
    """The layout in force nearest to a place; of a kind that no place above has, the one that is there."""
    for above in upward(place):
        begun = [h for h in by_place.get(above, ()) if year is None or (h.years.since or 0) <= year]
        if begun:
            return begun[-1]
    return next(iter(by_place.get(NATION) or next(iter(by_place.values()))))


def _because(layout: Layout, found: Nearest | None) -> Message:
    if found is None or layout.place not in upward(found.id):
        return (CHOSEN_FOR_ALL if layout.place == NATION else CHOSEN_AS_THE_ONLY_ONE)(layout=layout.called)
    if layout.place == NATION and not found.told:
        return CHOSEN_FOR_ALL(layout=layout.called)
    below = found.below or layout.place != found.id
    return (CHOSEN_FROM_ABOVE if below else CHOSEN_BY_NAME)(name=found.mention.name, layout=layout.called)
