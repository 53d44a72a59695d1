"""A dossier and edits enter; the dossier with all of them leaves, or none is made and :class:`EditError` says why.

Only the records on the way to a change are made anew: what was not touched is the very same object, so that whoever
remembers something of it may go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

from pydantic import ValidationError

from .. import messages as say
from ..base import Filed, Item, Record
from ..dossier import Dossier
from ..ids import id_faults, identified, item_class
from ..mistakes import mistake
from ..pointer import segments
from ..records import class_of
from .edit import Edit, EditError
from .states import plain, state, with_state


def apply(dossier: Dossier, edits: Iterable[Edit]) -> Dossier:
    """All edits, one after another, or none. ``EditError`` for the first that cannot be: its address leads nowhere,
    something else stands there than it says, the value does not fit, an id is taken.
    """
    changed: Record = dossier
    for edit in edits:
        try:
            changed = _applied(changed, segments(edit.at), edit)
        except ValidationError as error:
            told = mistake(error, type(changed), edit.at)
            raise EditError(edit, say.EDIT_DOES_NOT_FIT(problem=told.problem, remedy=told.remedy)) from error
    result = cast(Dossier, identified(changed))
    for fault in id_faults(result):
        last = Edit(op="set", at="/" + "/".join(map(str, fault.at)))
        raise EditError(last, say.EDIT_ID_TAKEN(id=fault.id))
    return result


def _applied(record: Record, path: list[str], edit: Edit) -> Record:
    """The record with the change somewhere below it; what is derived from its text is dropped."""
    field, rest = path[0] if path else "", path[1:]
    if field not in type(record).model_fields:
        raise EditError(edit, say.EDIT_NOWHERE())
    value = getattr(record, field)
    if not rest and edit.op in ("set", "clear"):
        found = state(record, field)
        if found != edit.before:
            raise EditError(edit, say.EDIT_CHANGED_MEANWHILE(before=_shown(edit.before), found=_shown(found)), found)
        changed = with_state(record, field, edit.after if edit.op == "set" else None)
    elif isinstance(value, tuple) and rest:
        changed = record.model_copy(update={field: _in_list(record, field, value, rest, edit)})
    elif isinstance(value, Record) and rest:
        changed = record.model_copy(update={field: _applied(value, rest, edit)})
    else:
        raise EditError(edit, say.EDIT_NOWHERE())
    derived = getattr(type(record), "derived", ())
    stale = {name: type(record).model_fields[name].get_default(call_default_factory=True) for name in derived}
    return changed.model_copy(update=stale) if stale and field not in stale else changed


def _in_list(owner: Record, field: str, items: tuple[Any, ...], path: list[str], edit: Edit) -> tuple[Any, ...]:
    id_, rest = path[0], path[1:]
    place = next((n for n, item in enumerate(items) if getattr(item, "id", None) == id_), None)
    if rest:
        if place is None:
            raise EditError(edit, say.EDIT_NOWHERE())
        return (*items[:place], _applied(items[place], rest, edit), *items[place + 1 :])
    acts: dict[str, Callable[[], tuple[Any, ...]]] = {
        "insert": lambda: _inserted(owner, field, items, place, id_, edit),
        "remove": lambda: _removed(items, place, edit),
        "move": lambda: _moved(items, place, edit),
    }
    if edit.op not in acts:
        raise EditError(edit, say.EDIT_NOWHERE())
    return acts[edit.op]()


def _inserted(
    owner: Record, field: str, items: tuple[Any, ...], place: int | None, id_: str, edit: Edit
) -> tuple[Any, ...]:
    if place is not None:
        raise EditError(edit, say.EDIT_ID_TAKEN(id=id_), plain(items[place]))
    if not isinstance(edit.after, dict):
        raise EditError(edit, say.EDIT_NO_ITEM())
    at = _behind(items, edit.behind, edit)
    item = _item(owner, field, {**edit.after, "id": id_})
    return (*items[:at], item, *items[at:])


def _removed(items: tuple[Any, ...], place: int | None, edit: Edit) -> tuple[Any, ...]:
    if place is None:
        raise EditError(edit, say.EDIT_NOWHERE())
    found = plain(items[place])
    if edit.before is not None and found != edit.before:
        raise EditError(edit, say.EDIT_ITEM_CHANGED(), found)
    return (*items[:place], *items[place + 1 :])


def _moved(items: tuple[Any, ...], place: int | None, edit: Edit) -> tuple[Any, ...]:
    if place is None:
        raise EditError(edit, say.EDIT_NOWHERE())
    stands = items[place - 1].id if place else ""
    if stands != edit.was_behind:
        raise EditError(edit, say.EDIT_MOVED_MEANWHILE(), stands)
    left = (*items[:place], *items[place + 1 :])
    at = _behind(left, edit.behind, edit)
    return (*left[:at], items[place], *left[at:])


def _behind(items: tuple[Any, ...], anchor: str, edit: Edit) -> int:
    if not anchor:
        return 0
    place = next((n for n, item in enumerate(items) if getattr(item, "id", None) == anchor), None)
    if place is None:
        raise EditError(edit, say.EDIT_NO_ANCHOR(id=anchor))
    return place + 1


def _item(owner: Record, field: str, data: dict[str, Any]) -> Item:
    """An item of a list from plain data, by the class that the list takes."""
    if isinstance(owner, Dossier):
        kind: type[Filed] = class_of(str(data.get("kind", "")))
        return kind.model_validate(data)
    return item_class(type(owner), field).model_validate(data)


def _shown(value: Any) -> str:
    """A state for a person: the text itself, or that there is none."""
    if isinstance(value, dict) and "doubts" in value:
        value = value["value"]
    return "" if value is None else str(value)
