"""``jixiao.toml``: what an office sets once. A path enters, a :class:`Config` leaves, or an error that names the place.

It is looked for in the folder of what is given and in those above it, the nearest counts. Paths in it are meant from
the folder that it lies in. Rules of one's own are Python and run with the program: they are taken only from a file
that was named by hand, never from one that was merely found.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from jixiao.audit import Waiver
from jixiao.model import Message, UnreadableError

from . import messages as say

NAME = "jixiao.toml"
_LISTS = ("select", "ignore", "forms", "rules")
_KEYS = ("policy", *_LISTS, "units", "waivers")
_UNIT = ("name", "also")
_WAIVER = ("code", "at", "reason", "approver", "until")


@dataclass(frozen=True, slots=True)
class Config:
    """What an office has set. ``units`` are units with their other names; ``rules`` files of rules of its own,
    ``forms`` and ``policy`` ids or files.
    """

    file: Path | None = None
    policy: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    units: tuple[tuple[str, tuple[str, ...]], ...] = ()
    waivers: tuple[Waiver, ...] = field(default=())


def read_config(path: Path) -> Config:
    """The settings of a file. ``UnreadableError`` names what in it is wrong, and where."""
    import tomllib  # most folders have no settings

    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableError(str(path), say.TOML_BROKEN(error=str(error)), say.TOML_MEND()) from error
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(str(path), say.TOML_UNREADABLE(), say.TOML_UTF8()) from error
    return _Reading(path, data).config()


def find_config(paths: Iterable[Path | str]) -> Config:
    """The settings nearest to what is given; none where there is no such file."""
    for path in paths:
        here = Path(path).resolve()
        for folder in (here, *here.parents) if here.is_dir() else here.parents:
            if (folder / NAME).is_file():
                return read_config(folder / NAME)
    return Config()


class _Reading:
    def __init__(self, path: Path, data: Mapping[str, Any]) -> None:
        self.path, self.data = path, data

    def config(self) -> Config:
        self._known(self.data, _KEYS, "")
        policy = self.data.get("policy")
        if policy is not None and not isinstance(policy, str):
            raise self._wrong("policy", say.TOML_TEXT())
        return Config(
            self.path,
            self._file(policy) if policy else None,
            self._texts("select"),
            self._texts("ignore"),
            tuple(self._file(one) for one in self._texts("forms")),
            tuple(self._there(one) for one in self._texts("rules")),
            tuple(self._unit(one, number) for number, one in self._tables("units")),
            tuple(self._waiver(one, number) for number, one in self._tables("waivers")),
        )

    def _texts(self, key: str) -> tuple[str, ...]:
        found = self.data.get(key, [])
        if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
            raise self._wrong(key, say.TOML_TEXTS())
        return tuple(found)

    def _tables(self, key: str) -> list[tuple[int, Mapping[str, Any]]]:
        found = self.data.get(key, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise self._wrong(key, say.TOML_TABLES(key=key))
        return list(enumerate(found, start=1))

    def _unit(self, one: Mapping[str, Any], number: int) -> tuple[str, tuple[str, ...]]:
        place = f"units {number}"
        self._known(one, _UNIT, place)
        name, also = one.get("name"), one.get("also", [])
        if not isinstance(name, str) or not name.strip():
            raise self._wrong(f"{place} name", say.TOML_TEXT())
        if not isinstance(also, list) or not all(isinstance(other, str) for other in also):
            raise self._wrong(f"{place} also", say.TOML_TEXTS())
        return name, tuple(also)

    def _waiver(self, one: Mapping[str, Any], number: int) -> Waiver:
        from jixiao.audit.declaration import codes

        place = f"waivers {number}"
        self._known(one, _WAIVER, place)
        for key in ("code", "at", "reason", "approver"):
            if not isinstance(one.get(key), str) or not one[key].strip():
                raise self._wrong(f"{place} {key}", say.WAIVER_NEEDS())
        if one["code"] not in codes():
            raise self._wrong(f"{place} code", say.NO_RULE(code=one["code"]))
        until = one.get("until")
        if not isinstance(until, date):
            raise self._wrong(f"{place} until", say.WAIVER_UNTIL())
        return Waiver(one["code"], one["at"], one["reason"], until, one["approver"])

    def _known(self, table: Mapping[str, Any], keys: Sequence[str], place: str) -> None:
        for key in table:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, n=1)
                wrong = say.TOML_KEY_NEAR(key=key, near=near[0]) if near else say.TOML_KEY(key=key, keys=tuple(keys))
                raise self._wrong(place, wrong)

    def _file(self, name: str) -> str:
        """An id as it is; a file by its path from here."""
        return str(self._there(name)) if name.endswith((".yaml", ".yml")) else name

    def _there(self, name: str) -> Path:
        path = self.path.parent / name
        if not path.is_file():
            raise self._wrong(name, say.NO_FILE())
        return path

    def _wrong(self, place: str, problem: Message) -> UnreadableError:
        return UnreadableError(str(self.path), problem, say.TOML_MEND(), place)
