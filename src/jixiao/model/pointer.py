"""Addresses of facts: JSON Pointers (RFC 6901) inside a dossier.

Where a list is entered, a segment is a position or an item's ``id``, or its role (``key``, ``source``):
``/records/project-办案费/funds/lines/total/outturn``. By positions an address is good inside one dossier only; the
*stable* address goes by ids and names the same record after rows were put in, removed or moved.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

_ROLES = ("key", "source")


def join(base: str, rest: str | int) -> str:
    """``base`` with one segment, or with a pointer that is relative to it."""
    text = rest if rest.__class__ is str else str(rest)
    if not text:
        return base
    return base + text if text.startswith("/") else f"{base}/{escape(text)}"


def escape(segment: str) -> str:
    """A segment with ``~`` and ``/`` made safe."""
    return segment.replace("~", "~0").replace("/", "~1")


def segments(pointer: str) -> list[str]:
    """The parts of a pointer. ``ValueError`` where it does not start with ``/`` (the empty pointer is the whole)."""
    if not pointer:
        return []
    if not pointer.startswith("/"):
        raise ValueError(f"a pointer starts with '/': {pointer!r}")
    parts = pointer[1:].split("/")
    return [part.replace("~1", "/").replace("~0", "~") for part in parts] if "~" in pointer else parts


def resolve(root: Any, pointer: str) -> Any:
    """What stands at ``pointer``. ``LookupError`` names the first segment that leads nowhere."""
    here = root
    for part in segments(pointer):
        here = _step(here, part, pointer)
    return here


def find(root: Any, address: str) -> str:
    """Where a stable address stands now, by positions. ``LookupError`` where it names nothing any more: an id that is
    gone is not taken for the role of another record.
    """
    return _renamed(root, address, _place_of_id)


def positional(root: Any, pointer: str) -> str:
    """An address as people write it, with ids, roles or positions, by positions. ``LookupError`` where it leads
    nowhere.
    """
    return _renamed(root, pointer, _place)


def stable(root: Any, pointer: str) -> str:
    """The same address by ids, wherever the records of a list have them. ``LookupError`` where it leads nowhere."""
    here, result = root, ""
    for part in segments(pointer):
        following = _step(here, part, pointer)
        if isinstance(here, (tuple, list)):
            part = getattr(following, "id", "") or part
        result, here = join(result, part), following
    return result


def _step(here: Any, part: str, pointer: str) -> Any:
    if isinstance(here, (tuple, list)):
        place = _place(here, part)
        if place is not None:
            return here[place]
    elif isinstance(here, dict):
        if part in here:
            return here[part]
    elif part in _fields(here.__class__):
        return getattr(here, part)
    raise LookupError(f"{pointer}: {part!r} leads nowhere")


@cache
def _fields(kind: type) -> frozenset[str]:
    """The fields of a kind of record; none of what is no record. There are few kinds, and many steps."""
    return frozenset(getattr(kind, "model_fields", ()))


def _renamed(root: Any, pointer: str, place_of: Callable[[Any, str], int | None]) -> str:
    here, result = root, ""
    for part in segments(pointer):
        if isinstance(here, (tuple, list)):
            place = place_of(here, part)
            if place is None:
                raise LookupError(f"{pointer}: {part!r} leads nowhere")
            part, here = str(place), here[place]
        else:
            here = _step(here, part, pointer)
        result = join(result, part)
    return result


def _place(items: Any, part: str) -> int | None:
    """The position that a segment means: an id is never a number, and goes before a role of the same word."""
    place = _place_of_id(items, part)
    if place is None:
        roles = (n for n, item in enumerate(items) if any(getattr(item, role, None) == part for role in _ROLES))
        place = next(roles, None)
    return place


def _place_of_id(items: Any, part: str) -> int | None:
    if part.isdecimal():
        return int(part) if int(part) < len(items) else None
    return next((n for n, item in enumerate(items) if getattr(item, "id", None) == part), None)
