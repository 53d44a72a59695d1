"""Two dossiers enter; the edits that make the second of the first leave, in an order in which each of them holds.

Items are the same where their ids are: whoever reads a file again keeps the ids first (:mod:`jixiao.model.ids`). What
is derived from text is not compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..base import Item, Record
from ..dossier import Dossier
from ..ids import groups_of, lists_of
from ..pointer import join
from .edit import Edit, Source
from .states import plain, state


def diff(old: Dossier, new: Dossier, *, source: Source = "") -> tuple[Edit, ...]:
    """The edits between two dossiers: ``apply(old, diff(old, new))`` is the new one, but for what is derived."""
    return tuple(_record(old, new, "", source))


def _record(old: Record, new: Record, at: str, source: Source) -> Iterator[Edit]:
    lists, groups = lists_of(type(new)), groups_of(type(new))
    derived = getattr(type(new), "derived", ())
    for field in type(new).model_fields:
        here = join(at, field)
        before, after = getattr(old, field), getattr(new, field)
        if field in derived or field == "id" or (field == "doubts" and _told_by_fields(old, new)):
            continue
        if field in lists:
            yield from _list(before, after, here, source)
        elif field in groups and isinstance(before, Record) and type(before) is type(after):
            yield from _record(before, after, here, source)
        elif (was := state(old, field)) != (now := state(new, field)):
            yield Edit(op="clear" if now is None else "set", at=here, before=was, after=now, source=source)


def _told_by_fields(old: Record, new: Record) -> bool:
    """Whether all doubts are about fields that exist: then the states of these fields tell them."""
    fields = type(new).model_fields
    return all(doubt.field in fields and doubt.field != "doubts" for doubt in (*old.doubts, *new.doubts))


def _list(old: Sequence[Item], new: Sequence[Item], at: str, source: Source) -> Iterator[Edit]:
    before, after = {item.id: item for item in old}, {item.id: item for item in new}
    order = [item.id for item in old]
    kept = {id_ for id_ in before if id_ in after and type(before[id_]) is type(after[id_])}
    for id_ in [id_ for id_ in reversed(order) if id_ not in kept]:
        place = order.index(id_)
        gone = Edit(
            op="remove", at=join(at, id_), before=plain(before[id_]), was_behind=order[place - 1] if place else "",
            source=source,
        )  # fmt: skip
        del order[place]
        yield gone
    stay = _longest_in_order(order, [item.id for item in new])
    previous = ""
    for item in new:
        if item.id not in kept:
            whole = {name: value for name, value in plain(item).items() if name != "id"}
            yield Edit(
                op="insert", at=join(at, item.id), after={**whole, "id": item.id}, behind=previous, source=source
            )
            order.insert(order.index(previous) + 1 if previous else 0, item.id)
        elif item.id not in stay:
            place = order.index(item.id)
            stood = order[place - 1] if place else ""
            del order[place]
            order.insert(order.index(previous) + 1 if previous else 0, item.id)
            if stood != previous:
                yield Edit(op="move", at=join(at, item.id), behind=previous, was_behind=stood, source=source)
        previous = item.id
    for item in new:
        if item.id in kept:
            yield from _record(before[item.id], item, join(at, item.id), source)


def _longest_in_order(order: Sequence[str], wanted: Sequence[str]) -> set[str]:
    """The most items that stand in the wanted order already: they need not move."""
    rank = {id_: place for place, id_ in enumerate(wanted)}
    ranks = [rank[id_] for id_ in order]
    ends: list[int] = []
    ends_at: list[int] = []
    before = [-1] * len(ranks)
    for place, value in enumerate(ranks):
        length = bisect_left(ends, value)
        before[place] = ends_at[length - 1] if length else -1
        ends[length:] = [value, *ends[length + 1 :]]
        ends_at[length:] = [place, *ends_at[length + 1 :]]
    found, place = set(), ends_at[-1] if ends_at else -1
    while place >= 0:
        found.add(order[place])
        place = before[place]
    return found
