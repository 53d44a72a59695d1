"""A record with what was typed into its sheet. A record, its pointer and a :class:`~.tables.Filling` enter; the record
and the places of its facts, relative to it, leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jixiao.model import Filed, Position
from jixiao.model.pointer import segments

from .. import messages as say
from .tables import Filling

Trace = dict[str, Position]


def applied(record: Filed, at: str, filling: Filling) -> tuple[Filed, Trace]:
    """The record changed. ``ValueError`` where it cannot hold what was typed."""
    data = record.model_dump(mode="json", exclude={"claims"})
    for pointer, value in filling.values.items():
        _set(data, pointer.removeprefix(at), value)
    for pointer, raw in filling.stale.items():
        _doubt(data, pointer.removeprefix(at), raw)
    trace = {pointer.removeprefix(at): place for pointer, place in filling.trace.items()}
    for to, order in filling.rows.items():
        if order != filling.listed.get(to, []):
            trace = _reordered(data, to, at, order, filling, trace)
    return type(record).model_validate(data), trace


def is_changed(filling: Filling) -> bool:
    """Whether anything was typed, put in or taken out."""
    moved = any(order != filling.listed.get(to, []) for to, order in filling.rows.items())
    return bool(filling.values or filling.stale or moved)


def _holder(data: Any, pointer: str) -> tuple[Any, str]:
    *path, name = segments(pointer)
    for part in path:
        data = data[int(part)] if isinstance(data, list) else data[part]
    return data, name


def _set(data: Any, pointer: str, value: Any) -> None:
    """Put a value at a pointer; a doubt about the field is answered by it."""
    holder, name = _holder(data, pointer)
    if isinstance(holder, list):
        holder[int(name)] = value
        return
    holder[name] = value
    holder["doubts"] = [doubt for doubt in holder.get("doubts", ()) if doubt["field"] != name]


def _doubt(data: Any, pointer: str, raw: str) -> None:
    _set(data, pointer, None)
    holder, name = _holder(data, pointer)
    holder["doubts"].append({"field": name, "raw": raw, "reason": say.NOT_COMPUTED_AGAIN().as_data()})


def _reordered(data: Any, to: str, at: str, order: list[int | dict[str, str]], filling: Filling, trace: Trace) -> Trace:
    """Items in their new order, new ones among them; the places move along. What the sheet does not show stays behind
    the others.
    """
    own = to.removeprefix(at)
    holder, name = _holder(data, own)
    items = holder[name]
    shown = filling.listed.get(to, [])
    hidden = [number for number in range(len(items)) if number not in shown]
    result: list[Any] = []
    moved: dict[int, int] = {}
    fresh: Trace = {}
    for place, one in enumerate((*order, *hidden)):
        if isinstance(one, int):
            moved[one] = place
            result.append(items[one])
            continue
        where = filling.new_places[to, place]
        levels = {field: result[-1][field] for field in _inherited(where) if result}
        result.append({**_blank_like(result or items, one), **one, **levels})
        fresh.update({f"{own}/{place}/{field.rstrip('+')}": position for field, position in where.items()})
    holder[name] = result
    return {**dict(_moved(trace, own, moved)), **fresh}


def _inherited(where: Mapping[str, Position]) -> list[str]:
    return [field.rstrip("+") for field in where if field.endswith("+")]


def _blank_like(items: list[Any], one: dict[str, str]) -> dict[str, str]:
    """A new row of the money block has a source that no label tells."""
    return {"source": "named"} if items and "source" in items[0] and "label" in one else {}


def _moved(trace: Trace, own: str, moved: dict[int, int]) -> Iterator[tuple[str, Position]]:
    for pointer, place in trace.items():
        rest = pointer.removeprefix(f"{own}/")
        if rest == pointer:
            yield pointer, place
            continue
        number, slash, field = rest.partition("/")
        if int(number) in moved:
            yield f"{own}/{moved[int(number)]}{slash}{field}", place
