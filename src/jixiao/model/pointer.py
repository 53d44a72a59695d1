"""Addresses of facts: JSON Pointers (RFC 6901) inside a dossier.

Where a list is entered, a segment may be a position or an item's ``id``, ``key`` or ``source``:
``/evaluations/project-办案费/funds/lines/total/outturn``.
"""

from __future__ import annotations

from typing import Any


def join(base: str, rest: str | int) -> str:
    """``base`` with one segment, or with a pointer that is relative to it."""
    text = str(rest)
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
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer[1:].split("/")]


def resolve(root: Any, pointer: str) -> Any:
    """What stands at ``pointer``. ``LookupError`` names the first segment that leads nowhere."""
    here = root
    for part in segments(pointer):
        here = _step(here, part, pointer)
    return here


def _step(here: Any, part: str, pointer: str) -> Any:
    if isinstance(here, (tuple, list)):
        if part.isdecimal() and int(part) < len(here):
            return here[int(part)]
        for item in here:
            if part in (getattr(item, "id", None), getattr(item, "key", None), getattr(item, "source", None)):
                return item
    elif isinstance(here, dict):
        if part in here:
            return here[part]
    elif part in getattr(type(here), "model_fields", {}):
        return getattr(here, part)
    raise LookupError(f"{pointer}: {part!r} leads nowhere")


def positional(root: Any, pointer: str) -> str:
    """The same address with every id replaced by the position it stands at now."""
    here, result = root, ""
    for part in segments(pointer):
        following = _step(here, part, pointer)
        if isinstance(here, (tuple, list)):
            part = str(next(i for i, item in enumerate(here) if item is following))
        result, here = join(result, part), following
    return result
