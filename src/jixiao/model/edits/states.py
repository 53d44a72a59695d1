"""The state of a field as plain data, and back into the record: what edits compare and carry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..base import Doubt, Record

_DOUBTFUL = frozenset({"value", "doubts"})


def state(record: Record, field: str) -> Any:
    """What a field holds now: its value as plain data, with the doubts about it where there are any."""
    value = plain(getattr(record, field))
    doubts = [plain(doubt) for doubt in record.doubts if doubt.field == field] if field != "doubts" else []
    return {"value": value, "doubts": doubts} if doubts else value


def plain(value: Any) -> Any:
    """A value as JSON has it; of records only what is said: defaults are left out."""
    if isinstance(value, Record | Doubt):
        return value.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(name): plain(one) for name, one in value.items()}
    return value if value is None or isinstance(value, str | int | bool) else str(value)


def with_state(record: Record, field: str, given: Any) -> Record:
    """The record with a field in another state: a value clears the doubts about the field. ``ValidationError`` where
    the value does not fit the field.
    """
    doubts: list[Any] = [doubt for doubt in record.doubts if doubt.field != field]
    value = given
    if isinstance(given, Mapping) and given.keys() == _DOUBTFUL:
        value = given["value"]
        doubts += given["doubts"]
    data = {name: getattr(record, name) for name in record.model_fields_set} | {field: value}
    if field != "doubts" and doubts != list(record.doubts):
        data["doubts"] = doubts
    if data[field] is None and field in data:
        default = type(record).model_fields.get(field)
        if default is not None and default.get_default(call_default_factory=True) is not None:
            del data[field]
    return type(record).model_validate(_named(type(record), data))


def _named(kind: type[Record], data: Mapping[str, Any]) -> dict[str, Any]:
    """Fields by the names under which a record takes them."""
    return {("schema" if name == "schema_" else name): value for name, value in data.items()}
