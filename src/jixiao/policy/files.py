"""One policy file: its text enters, a :class:`PolicyFile` with typed, dated, cited values leaves, or every fault of
it.

What a single file can prove is proven here (keys, types, bands, dates, sources); what needs its base is proven in
``layers``.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

from jixiao.model import Citation, Message, Term
from jixiao.model.classes import dataclass
from jixiao.model.messages import DID_YOU_MEAN

from . import messages as say
from .basis import basis_entries, find_basis
from .errors import PolicyError, Problem
from .fields import PARAMETERS, BadValueError, Parameter
from .yamldata import parse_yaml

SCHEMA = "jixiao/policy/1"
_HEAD = ("schema", "title", "title_en", "names", "within", "base", "parameters")
_ENTRY = ("from", "to", "value", "citation", "verified", "note")


@dataclass(frozen=True, slots=True)
class Dated:
    """One value of a parameter: ``since`` when (included), ``until`` when (included, ``None``: open), and where it
    stands.

    ``fields`` holds the typed value by field; ``text`` shows it to a reader; ``key`` is its path in the file.
    """

    parameter: str
    since: date
    until: date | None
    fields: Mapping[str, Any]
    citation: Citation
    key: str
    text: str

    @property
    def title(self) -> str:
        """What the parameter is called in Chinese."""
        return PARAMETERS[self.parameter].title

    @property
    def called(self) -> Term:
        """What the parameter is called in both languages."""
        return PARAMETERS[self.parameter].called

    @property
    def is_bar(self) -> bool:
        """Whether it is a bar of our own checks rather than a rule of evaluation."""
        return self.parameter.startswith("checks.")

    @property
    def title_en(self) -> str:
        """What the parameter is called in English."""
        return PARAMETERS[self.parameter].title_en


@dataclass(frozen=True, eq=False, slots=True)
class PolicyFile:
    """A policy file as proven: titles, the names of its place, places ``within`` it, the id of its base if it names
    one.
    """

    id: str
    file: str
    title: str
    title_en: str
    names: tuple[str, ...]
    within: tuple[str, ...]
    base: str
    values: tuple[Dated, ...]

    @property
    def called(self) -> Term:
        """Its title in both languages; the Chinese one where it has no other."""
        return Term(self.title, self.title_en or self.title)

    def of(self, parameter: str) -> tuple[Dated, ...]:
        """The values of one parameter, oldest first."""
        return tuple(value for value in self.values if value.parameter == parameter)


@lru_cache(maxsize=128)
def parse_policy(text: str, file: str, policy_id: str) -> PolicyFile:
    """The policy file with that text. ``PolicyError`` lists all its faults."""
    data = parse_yaml(text, file)
    if not isinstance(data, dict):
        raise PolicyError([Problem(file, "", say.NO_POLICY_FILE(), say.START_WITH(schema=SCHEMA))])
    reader = _FileReader(file)
    result = reader.read(data, policy_id)
    if reader.problems:
        raise PolicyError(reader.problems)
    return result


class _FileReader:
    """Reads one file and gathers what is wrong with it, so that its author sees all faults at once."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def fail(self, key: str, problem: Message, remedy: Message) -> None:
        self.problems.append(Problem(self.file, key, problem, remedy))

    def read(self, data: Mapping[Any, Any], policy_id: str) -> PolicyFile:
        self.known(data, _HEAD, "")
        if data.get("schema") != SCHEMA:
            self.fail("schema", say.FOUND(given=repr(data.get("schema"))), say.WRITE_SCHEMA(schema=SCHEMA))
        parameters = data.get("parameters", {})
        if not isinstance(parameters, dict):
            self.fail("parameters", say.NO_PARAMETERS(), say.WRITE_PARAMETERS())
            parameters = {}
        self.known(parameters, tuple(PARAMETERS), "parameters.")
        values = [
            value
            for name, entries in parameters.items()
            if name in PARAMETERS
            for value in self.parameter(name, entries)
        ]
        return PolicyFile(
            policy_id,
            self.file,
            self.text(data, "title", required=True),
            self.text(data, "title_en"),
            self.texts(data, "names"),
            self.texts(data, "within"),
            self.text(data, "base"),
            tuple(values),
        )

    def known(self, data: Mapping[Any, Any], names: tuple[str, ...], prefix: str) -> None:
        for key in data:
            if key not in names:
                near = difflib.get_close_matches(str(key), names, n=1)
                hint = DID_YOU_MEAN(near=near[0]) if near else say.KEYS_ARE(keys=names)
                self.fail(f"{prefix}{key}", say.UNKNOWN_KEY(), hint)

    def text(self, data: Mapping[Any, Any], key: str, *, required: bool = False) -> str:
        value = data.get(key, "")
        if not isinstance(value, str) or (required and not value):
            self.fail(key, say.FOUND(given=repr(value)) if value else say.MISSING(), say.WRITE_TEXT())
            return ""
        return value

    def texts(self, data: Mapping[Any, Any], key: str) -> tuple[str, ...]:
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            self.fail(key, say.FOUND(given=repr(value)), say.WRITE_NAMES(name="岳阳市"))
            return ()
        return tuple(value)

    def parameter(self, name: str, entries: Any) -> list[Dated]:
        """The dated values of one parameter, oldest first."""
        key = f"parameters.{name}"
        if not isinstance(entries, list) or not entries:
            self.fail(key, say.UNDATED(), say.WRITE_DATED())
            return []
        values = [v for i, entry in enumerate(entries) if (v := self.dated(name, f"{key}[{i}]", entry))]
        values.sort(key=lambda value: value.since)
        for earlier, later in pairwise(values):
            if earlier.since == later.since:
                self.fail(later.key, say.SAME_DAY(earlier=earlier.key, day=str(later.since)), say.CHANGE_FROM())
            elif earlier.until and earlier.until >= later.since:
                problem = say.OVERLAPS(until=str(earlier.until), since=str(later.since))
                self.fail(earlier.key, problem, say.CHANGE_TO())
        return values

    def dated(self, name: str, key: str, entry: Any) -> Dated | None:
        if not isinstance(entry, dict):
            self.fail(key, say.FOUND(given=repr(entry)), say.WRITE_ENTRY())
            return None
        before = len(self.problems)
        self.known(entry, _ENTRY, f"{key}.")
        for required in ("from", "value", "citation"):
            if required not in entry:
                self.fail(f"{key}.{required}", say.MISSING(), say.EACH_NEEDS())
        since, until = self.day(entry, key, "from"), self.day(entry, key, "to")
        if since and until and until < since:
            self.fail(f"{key}.to", say.ENDS_EARLY(until=str(until), since=str(since)), say.MEND_DATES())
        citation = self.citation(entry, key)
        fields = self.fields(PARAMETERS[name], entry.get("value"), f"{key}.value") if "value" in entry else {}
        if len(self.problems) > before or since is None or citation is None:
            return None
        return Dated(name, since, until, fields, citation, key, shown(entry["value"]))

    def day(self, entry: Mapping[Any, Any], key: str, field: str) -> date | None:
        """A date; a bare year means its first day (``from``) or its last (``to``)."""
        value = entry.get(field)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and 1990 <= value <= 2100:
            return date(value, 1, 1) if field == "from" else date(value, 12, 31)
        if type(value) is date and 1990 <= value.year <= 2100:
            return value
        self.fail(f"{key}.{field}", say.NO_DATE(given=str(value)), say.WRITE_DATE())
        return None

    def citation(self, entry: Mapping[Any, Any], key: str) -> Citation | None:
        """Where the value stands: a key of ``data/basis``, or document and clause written out."""
        given = entry.get("citation")
        verified, note = entry.get("verified", False), entry.get("note", "")
        if not isinstance(verified, bool):
            self.fail(f"{key}.verified", say.FOUND(given=repr(verified)), say.WRITE_VERIFIED())
        if not isinstance(note, str):
            self.fail(f"{key}.note", say.FOUND(given=repr(note)), say.WRITE_TEXT())
        match given:
            case None:
                return None
            case str() if source := find_basis(given):
                return Citation(source.document, source.clause, verified is True, str(note))
            case {"document": str(document), **rest} if document and set(rest) <= {"clause", "note"}:
                clause, inner = rest.get("clause", ""), rest.get("note", "")
                return Citation(document, str(clause), verified is True, str(note or inner))
            case str():
                near = difflib.get_close_matches(given, basis_entries(), n=1)
                remedy = DID_YOU_MEAN(near=near[0]) if near else say.WRITE_SOURCE()
                self.fail(f"{key}.citation", say.NO_SOURCE(key=given), remedy)
            case _:
                self.fail(f"{key}.citation", say.FOUND(given=repr(given)), say.WRITE_SOURCE())
        return None

    def fields(self, parameter: Parameter, raw: Any, key: str) -> dict[str, Any]:
        """The typed fields of a value; an overlay may leave fields out."""
        if "" in parameter.fields:
            return self.typed(parameter, {"": raw}, key)
        if not isinstance(raw, dict) or not raw:
            self.fail(key, say.FOUND(given=repr(raw)), say.WRITE_FIELDS(fields=tuple(parameter.fields)))
            return {}
        self.known(raw, tuple(parameter.fields), f"{key}.")
        return self.typed(parameter, {name: value for name, value in raw.items() if name in parameter.fields}, key)

    def typed(self, parameter: Parameter, raw: Mapping[str, Any], key: str) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for name, value in raw.items():
            try:
                result[name] = parameter.fields[name](value)
            except BadValueError as bad:
                path = key + (f".{name}" if name else "")
                inner = bad.at if not bad.at or bad.at.startswith("[") else f".{bad.at}"
                self.fail(path + inner, bad.problem, bad.remedy)
        return result


def shown(raw: Any) -> str:
    """A value of a policy file as one line for a reader."""
    match raw:
        case dict():
            return "，".join(f"{key}: {shown(value)}" for key, value in raw.items())
        case list():
            return "；".join(f"({shown(item)})" for item in raw) or "[]"
        case None:
            return "null"
        case bool():
            return "true" if raw else "false"
    return str(raw)
