"""Ids of the items of a dossier: given where there are none, refused where they could name two things, and kept when a
file is read again.

An id is unique among its siblings and never readable as a position. Derived ids come from what an item is called, so
that one file gives one set of ids and an inserted row does not shift the others. Any record is walked by its fields:
no kind is known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

from .base import Item, Record
from .classes import dataclass

_R = TypeVar("_R", bound=Record)
LONGEST = 120
"""Characters of an id: it may have to stand in the name of a file."""


@cache
def lists_of(kind: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a kind of record that are lists of items."""
    return tuple(name for name, field in kind.model_fields.items() if _lists_items(field.annotation))


@cache
def groups_of(kind: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a kind of record that are, or may be, one record: the money block of a table."""
    return tuple(name for name, field in kind.model_fields.items() if _is_group(field.annotation))


@cache
def _has_parent(kind: type[BaseModel]) -> bool:
    """Whether items of a kind can name the row they are a part of: asked of the kind, as a look for a field that is
    not there costs pydantic more than all else here.
    """
    return "parent" in kind.model_fields or kind.model_config.get("extra") == "allow"


def _lists_items(annotation: Any) -> bool:
    return get_origin(annotation) is tuple and any(_is_item(inner) for inner in get_args(annotation))


def _is_item(annotation: Any) -> bool:
    """Whether a type is an item, or a choice among items."""
    if isinstance(annotation, type):
        return issubclass(annotation, Item)
    return any(_is_item(inner) for inner in get_args(annotation))


def _is_group(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, Record)
    return get_origin(annotation) is not tuple and any(_is_group(inner) for inner in get_args(annotation))


def unused(name: str, taken: set[str]) -> str:
    """The name, counted on where it is among those ``taken``, and never a bare number; it belongs to them from then
    on.
    """
    name = f"_{name}" if name.isdecimal() else name or "item"
    found, count = name, 1
    while found in taken:
        count += 1
        found = f"{name}-{count}"
    taken.add(found)
    return found


def identified(record: _R) -> _R:
    """The record with an id for every item in it; ids once given are kept."""
    changes: dict[str, Any] = {}
    for field in lists_of(type(record)):
        items = getattr(record, field)
        found = with_ids(items)
        if found is not items:
            changes[field] = found
    for field in groups_of(type(record)):
        group = getattr(record, field)
        if isinstance(group, Record) and (whole := identified(group)) is not group:
            changes[field] = whole
    return record.model_copy(update=changes) if changes else record


def with_ids(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """The items, each with an id that is unique among them; the very same tuple where nothing is to be given."""
    taken = {item.id for item in items if item.id}
    result = []
    for item in items:
        own = item if item.id else item.model_copy(update={"id": unused(item.called(), taken)})
        result.append(identified(own))
    return items if all(new is old for new, old in zip(result, items, strict=True)) else tuple(result)


@dataclass(frozen=True, slots=True)
class IdFault:
    """An id that names no one thing: where, which, and what is wrong: ``twice``, ``number``, ``long``, ``marks`` or
    ``circle`` (a row that is, in the end, a part of itself).
    """

    at: tuple[str | int, ...]
    id: str
    fault: str


def id_faults(record: Record, at: tuple[str | int, ...] = ()) -> Iterator[IdFault]:
    """Everything about the ids below a record that would make an address mean two things, or nothing."""
    for field in lists_of(type(record)):
        items: Sequence[Item] = getattr(record, field)
        seen: set[str] = set()
        for place, item in enumerate(items):
            here = (*at, field, place)
            if item.id in seen:
                yield IdFault((*here, "id"), item.id, "twice")
            seen.add(item.id)
            if fault := _wrong(item.id):
                yield IdFault((*here, "id"), item.id, fault)
            yield from id_faults(item, here)
        yield from _circles(items, (*at, field))
    for field in groups_of(type(record)):
        group = getattr(record, field)
        if isinstance(group, Record):
            yield from id_faults(group, (*at, field))


def _wrong(id_: str) -> str:
    if id_.isdecimal():
        return "number"
    if len(id_) > LONGEST:
        return "long"
    if id_.isprintable():  # most are, and no printable mark is a control character
        return ""
    return "marks" if any(ord(mark) < 32 for mark in id_) else ""


def _circles(items: Sequence[Item], at: tuple[str | int, ...]) -> Iterator[IdFault]:
    above = {item.id: parent for item in items if _has_parent(type(item)) and (parent := getattr(item, "parent", None))}
    if not above:
        return
    for place, item in enumerate(items):
        seen, here = {item.id}, above.get(item.id)
        while here and here not in seen:
            seen.add(here)
            here = above.get(here)
        if here == item.id:
            yield IdFault((*at, place, "parent"), item.id, "circle")


# --- a file read again ---


def keep_ids(new: _R, earlier: Record) -> _R:
    """The record as read now, with the ids that its items had in an earlier reading where name and place match.

    Names propose: an item keeps the id of the earlier sibling that is called the same; of several that one which says
    the same, or most nearly.
    An item of another name is another item, also where it stands at the same place; ids of earlier items that are
    gone are not given again.
    """
    changes: dict[str, Any] = {}
    for field in lists_of(type(new)):
        old = getattr(earlier, field, ())
        if old:
            changes[field] = _kept(getattr(new, field), old)
    for field in groups_of(type(new)):
        group, before = getattr(new, field), getattr(earlier, field, None)
        if isinstance(group, Record) and isinstance(before, Record):
            changes[field] = keep_ids(group, before)
    return new.model_copy(update=changes) if changes else new


def _kept(items: Sequence[Item], earlier: Sequence[Item]) -> tuple[Item, ...]:
    pairs = _pairs(items, earlier)
    taken = {old.id for old in earlier}
    result = []
    for place, item in enumerate(items):
        old = pairs.get(place)
        if old is None:
            result.append(item.model_copy(update={"id": unused(item.id or item.called(), taken)}))
        else:
            result.append(keep_ids(item, old).model_copy(update={"id": old.id}))
    renamed = {item.id: new.id for item, new in zip(items, result, strict=True) if item.id != new.id}
    return tuple(_below(item, renamed) for item in result) if renamed else tuple(result)


def _below(item: Item, renamed: Mapping[str, str]) -> Item:
    """The item as a part of the same row, whatever that is called now."""
    parent: str = getattr(item, "parent", None) or ""
    return item.model_copy(update={"parent": renamed[parent]}) if parent in renamed else item


def _pairs(items: Sequence[Item], earlier: Sequence[Item]) -> dict[int, Item]:
    now, before = _by_name(items), _by_name(earlier)
    pairs: dict[int, Item] = {}
    for name, places in now.items():
        known = before.get(name, [])
        alone = len(places) == len(known) == 1
        found = [(0, 0)] if alone else _aligned([items[n] for n in places], [earlier[n] for n in known])
        pairs |= {places[new]: earlier[known[old]] for new, old in found}
    return pairs


def _by_name(items: Sequence[Item]) -> dict[tuple[type, str], list[int]]:
    found: dict[tuple[type, str], list[int]] = {}
    for place, item in enumerate(items):
        found.setdefault((type(item), item.called()), []).append(place)
    return found


_MUCH = 400
"""Pairs of items that are looked at for how much they are alike."""


def _aligned(items: Sequence[Item], earlier: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Which of several items of one name is which: those with the same content, in their order; between these the most
    alike, or each in its turn where they are as many.
    """
    new, old = [_content(item) for item in items], [_content(item) for item in earlier]
    for kind, first, last, start, end in SequenceMatcher(None, new, old, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and last - first == end - start):
            yield from zip(range(first, last), range(start, end), strict=True)
        elif kind == "replace" and (last - first) * (end - start) <= _MUCH:
            yield from _alike(new[first:last], old[start:end], first, start)
        elif kind == "replace":
            yield from zip(range(first, last), range(start, end), strict=False)


def _alike(new: Sequence[str], old: Sequence[str], first: int, start: int) -> Iterator[tuple[int, int]]:
    """The pairs of two runs that are most alike, each item in one pair at most."""
    ranked = sorted(
        (
            (SequenceMatcher(None, one, other).ratio(), -n, -o)
            for n, one in enumerate(new)
            for o, other in enumerate(old)
        ),
        reverse=True,
    )
    used_new: set[int] = set()
    used_old: set[int] = set()
    for _, n, o in ranked:
        if -n not in used_new and -o not in used_old:
            used_new.add(-n)
            used_old.add(-o)
            yield first - n, start - o


def _content(item: Item) -> str:
    """What an item says, without its own id."""
    return item.model_dump_json(exclude={"id"})


def matches(now: Record, earlier: Record, at: str = "") -> Iterator[str]:
    """The stable addresses of all items of ``now`` that ``earlier`` has too: what a second reading matched."""
    for field in lists_of(type(now)):
        before = {item.id: item for item in getattr(earlier, field, ())}
        for item in getattr(now, field):
            if item.id in before:
                here = f"{at}/{field}/{item.id}"
                yield here
                yield from matches(item, before[item.id], here)
    for field in groups_of(type(now)):
        group, old = getattr(now, field), getattr(earlier, field, None)
        if isinstance(group, Record) and isinstance(old, Record):
            yield from matches(group, old, f"{at}/{field}")
