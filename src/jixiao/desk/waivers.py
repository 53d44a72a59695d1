"""The list of accepted findings: a YAML file enters, waivers leave."""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from pathlib import Path
from typing import Any

from jixiao.audit import Waiver
from jixiao.audit.declaration import codes
from jixiao.model import UnreadableError

from . import messages as say

_NEEDED = {"code", "at", "reason"}
_MAY = {"until", "approver"}


def read_waivers(path: Path) -> list[Waiver]:
    """The waivers of a YAML list. ``UnreadableError`` names the entry that does not fit."""
    import yaml

    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UnreadableError(path.name, say.WAIVERS_UNREADABLE(), say.WAIVERS_FORM()) from error
    known = codes()
    listed = entries if isinstance(entries, list) else [entries]
    return [_waiver(entry, number, path.name, known) for number, entry in enumerate(listed, start=1)]


def _waiver(entry: Any, number: int, file: str, known: Set[str]) -> Waiver:
    place = say.ENTRY(number=number)
    if not isinstance(entry, dict) or not entry.keys() >= _NEEDED or not entry.keys() <= _NEEDED | _MAY:
        raise UnreadableError(file, say.WAIVER_FIELDS(), say.WAIVER_MEND(), place)
    if entry["code"] not in known:
        raise UnreadableError(file, say.NO_RULE(code=str(entry["code"])), say.FIND_CODE(), place)
    until = entry.get("until")
    if isinstance(until, str):
        try:
            until = date.fromisoformat(until)
        except ValueError as error:
            raise UnreadableError(file, say.NO_DATE(), say.WRITE_DATE(), place) from error
    return Waiver(str(entry["code"]), str(entry["at"]), str(entry["reason"]), until, str(entry.get("approver") or ""))
