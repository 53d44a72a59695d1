"""Edits made of what a person wants: an address and a value enter, the edit with what stands there now leaves."""

from __future__ import annotations

from typing import Any

from ..base import Item
from ..dossier import Dossier
from ..pointer import find, join, resolve, stable
from .edit import Edit, Source
from .states import plain, state


def valued(dossier: Dossier, at: str, value: Any, *, source: Source = "typed", reason: str = "") -> Edit:
    """Set a field to a value (plain data). ``LookupError`` where the address leads nowhere."""
    owner, field = _field(dossier, at)
    return Edit(op="set", at=join(owner, field), before=_state(dossier, owner, field), after=value, source=source,
                reason=reason)  # fmt: skip


def cleared(dossier: Dossier, at: str, *, source: Source = "typed", reason: str = "") -> Edit:
    """Make a field absent."""
    owner, field = _field(dossier, at)
    return Edit(op="clear", at=join(owner, field), before=_state(dossier, owner, field), source=source, reason=reason)


def inserted(
    dossier: Dossier, into: str, item: dict[str, Any], *, behind: str | None = None, source: Source = "typed",
    reason: str = "",
) -> Edit:  # fmt: skip
    """Put an item, which carries its id, into a list behind a sibling; ``None`` is behind the last, "" at the head."""
    items = resolve(dossier, into)
    last = items[-1].id if items else ""
    return Edit(op="insert", at=join(_stable(dossier, into), str(item["id"])), after=item,
                behind=last if behind is None else behind, source=source, reason=reason)  # fmt: skip


def removed(dossier: Dossier, at: str, *, source: Source = "typed", reason: str = "") -> Edit:
    """Take an item out of its list."""
    item: Item = resolve(dossier, at)
    return Edit(op="remove", at=stable(dossier, at), before=plain(item), was_behind=_before(dossier, at), source=source,
                reason=reason)  # fmt: skip


def moved(dossier: Dossier, at: str, behind: str, *, source: Source = "typed", reason: str = "") -> Edit:
    """Put an item of a list behind another sibling, "" at the head."""
    return Edit(op="move", at=stable(dossier, at), behind=behind, was_behind=_before(dossier, at), source=source,
                reason=reason)  # fmt: skip


def _field(dossier: Dossier, at: str) -> tuple[str, str]:
    owner, _, field = at.rpartition("/")
    return _stable(dossier, owner), field


def _stable(dossier: Dossier, at: str) -> str:
    return stable(dossier, at) if at else ""


def _state(dossier: Dossier, owner: str, field: str) -> Any:
    record = resolve(dossier, owner)
    if field not in type(record).model_fields:
        raise LookupError(join(owner, field))
    return state(record, field)


def _before(dossier: Dossier, at: str) -> str:
    found = find(dossier, stable(dossier, at))
    into, _, place = found.rpartition("/")
    return resolve(dossier, into)[int(place) - 1].id if int(place) else ""
