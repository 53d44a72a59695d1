"""Dossiers of older versions, taken up to the present schema. Plain data enter, plain data leave; what nobody
understands is left for validation to name.

``jixiao/dossier/1`` kept its records in three lists (``evaluations``, ``base_data``, ``reports``), their ``kind`` said
project or unit, and ids could stand twice. Version 2 has one list; addresses in prose and in waivers are rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from .base import Filed
from .dossier import SCHEMA, Dossier
from .pointer import join, segments
from .records.base_data import BaseData
from .records.evaluation import Evaluation
from .records.report import Report

FIRST = "jixiao/dossier/1"
_KINDS: dict[str, Callable[[str], str]] = {
    "evaluations": lambda kind: f"{kind or 'project'}-evaluation",
    "base_data": lambda kind: "base-data",
    "reports": lambda kind: f"{kind or 'unit'}-report",
}
"""The lists of version 1 in the order in which version 2 keeps their records, and the kind of a record in each."""
_CLASS_OF: dict[str, type[Filed]] = {"evaluations": Evaluation, "base_data": BaseData, "reports": Report}
_BINDING = re.compile(r"(\{\{\s*)(/(?:evaluations|base_data|reports)/[^\s|}]*)")
_LISTS = ("indicators", "lines", "sections")
"""The lists of version 1 whose items had ids."""


def is_first(data: Any) -> bool:
    """Whether plain data are a dossier of version 1: by its name, or by its lists where it gives none."""
    if not isinstance(data, dict):
        return False
    return data.get("schema") == FIRST or ("schema" not in data and any(name in data for name in _KINDS))


def upgraded(data: Any) -> Any:
    """Plain data of any version as data of the present one; what is no dossier of an older one stays as it is."""
    if not is_first(data):
        return data
    counts = {name: len(_list(data, name)) for name in _KINDS}
    rest = {key: value for key, value in data.items() if key not in _KINDS and key != "schema"}
    records = [_record(record, name, counts) for name in _KINDS for record in _list(data, name)]
    return {"schema": SCHEMA, **rest, "records": _once(records)}


def record_of_first(record: Any, name: str) -> Any:
    """One record of a list of version 1, with its kind as version 2 has it."""
    if not isinstance(record, dict):
        return record
    kind = record.get("kind", "")
    return {**record, "kind": _KINDS[name](kind if isinstance(kind, str) else "")}


def path_in_first(path: tuple[int | str, ...], data: Any) -> tuple[int | str, ...]:
    """The path that a file of version 1 has for a path of the present version; others stay as they are."""
    match path:
        case ("records", int(number), *rest) if is_first(data):
            for name in _KINDS:
                if number < len(_list(data, name)):
                    return (name, number, *rest)
                number -= len(_list(data, name))
    return path


def _list(data: dict[str, Any], name: str) -> list[Any]:
    found = data.get(name) or []
    return list(found) if isinstance(found, (list, tuple)) else [found]


def _record(record: Any, name: str, counts: dict[str, int]) -> Any:
    record = record_of_first(record, name)
    if name == "reports" and isinstance(record, dict):
        # claims follow from the text, and are read from it anew
        record = _rebound({key: value for key, value in record.items() if key != "claims"}, counts)
    return record


def _rebound(report: Any, counts: dict[str, int]) -> Any:
    """A report whose bindings name the records by their new addresses."""
    match report:
        case str():
            return _BINDING.sub(lambda found: found[1] + _moved(found[2], counts), report)
        case dict():
            return {key: _rebound(value, counts) for key, value in report.items()}
        case list():
            return [_rebound(value, counts) for value in report]
    return report


def _moved(pointer: str, counts: dict[str, int]) -> str:
    name, *rest = segments(pointer)
    if rest and rest[0].isdecimal():
        before = sum(counts[other] for other in list(_KINDS)[: list(_KINDS).index(name)])
        rest[0] = str(before + int(rest[0]))
    result = "/records"
    for part in rest:
        result = join(result, part)
    return result


def _once(items: list[Any]) -> list[Any]:
    """The records with each id of version 1 once among its siblings: further ones, and bare numbers, are left to be
    derived anew.
    """
    seen: set[str] = set()
    result = []
    for item in items:
        if isinstance(item, dict):
            item = {
                key: _once(value) if key in _LISTS and isinstance(value, list) else value for key, value in item.items()
            }
            if isinstance(item.get("funds"), dict):
                item["funds"] = dict(item["funds"])
            id_ = item.get("id")
            if isinstance(id_, str) and (id_ in seen or id_.isdecimal()):
                del item["id"]
            elif isinstance(id_, str):
                seen.add(id_)
        result.append(item)
    return result


def pointer_of_first(pointer: str, dossier: Dossier) -> str:
    """An address of version 1, as a waiver may hold it, as the dossier has it now; others stay as they are."""
    parts = segments(pointer) if pointer.startswith("/") else []
    if len(parts) < 2 or parts[0] not in _KINDS:
        return pointer
    if parts[1].isdecimal():
        places = [at for at, _ in dossier.each(_CLASS_OF[parts[0]])]
        number = int(parts[1])
        result = places[number] if number < len(places) else f"/records/{parts[1]}"
    else:
        result = join("/records", parts[1])
    for part in parts[2:]:
        result = join(result, part)
    return result
