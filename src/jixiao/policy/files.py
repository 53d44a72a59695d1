"""One policy file: its text enters, a :class:`PolicyFile` with typed, dated, cited values leaves, or every fault of
it.

What a single file can prove is proven here (keys, types, bands, dates, sources); what needs its base is proven in
``layers``.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

from jixiao.model import Citation

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

    def of(self, parameter: str) -> tuple[Dated, ...]:
        """The values of one parameter, oldest first."""
        return tuple(value for value in self.values if value.parameter == parameter)


@lru_cache(maxsize=128)
def parse_policy(text: str, file: str, policy_id: str) -> PolicyFile:
    """The policy file with that text. ``PolicyError`` lists all its faults."""
    data = parse_yaml(text, file)
    if not isinstance(data, dict):
        remedy = f"开头写 schema: {SCHEMA}，再写 title 和 parameters"
        raise PolicyError([Problem(file, "", "不是政策文件", remedy)])
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

    def fail(self, key: str, problem: str, remedy: str) -> None:
        self.problems.append(Problem(self.file, key, problem, remedy))

    def read(self, data: Mapping[Any, Any], policy_id: str) -> PolicyFile:
        self.known(data, _HEAD, "")
        if data.get("schema") != SCHEMA:
            self.fail("schema", f"写成了 {data.get('schema')!r}", f"写 schema: {SCHEMA}")
        parameters = data.get("parameters", {})
        if not isinstance(parameters, dict):
            self.fail("parameters", "不是“参数: 取值”的清单", "每个参数写成一个键，下面列带日期的取值")
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
                hint = f"是不是 {near[0]}？" if near else f"可用的键：{'、'.join(names)}"
                self.fail(f"{prefix}{key}", "不认识的键", hint)

    def text(self, data: Mapping[Any, Any], key: str, *, required: bool = False) -> str:
        value = data.get(key, "")
        if not isinstance(value, str) or (required and not value):
            self.fail(key, f"写成了 {value!r}" if value else "缺少", "写成文本")
            return ""
        return value

    def texts(self, data: Mapping[Any, Any], key: str) -> tuple[str, ...]:
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            self.fail(key, f"写成了 {value!r}", "写成名称的清单，例如 [岳阳市]")
            return ()
        return tuple(value)

    def parameter(self, name: str, entries: Any) -> list[Dated]:
        """The dated values of one parameter, oldest first."""
        key = f"parameters.{name}"
        if not isinstance(entries, list) or not entries:
            self.fail(key, "没有带日期的取值", "写成清单，每项有 from、value、citation")
            return []
        values = [v for i, entry in enumerate(entries) if (v := self.dated(name, f"{key}[{i}]", entry))]
        values.sort(key=lambda value: value.since)
        for earlier, later in pairwise(values):
            if earlier.since == later.since:
                self.fail(later.key, f"与 {earlier.key} 从同一天（{later.since}）起施行", "改其中一个的 from，或合并")
            elif earlier.until and earlier.until >= later.since:
                self.fail(earlier.key, f"到 {earlier.until} 为止，与 {later.since} 起的取值重叠", "改 to，或删去 to")
        return values

    def dated(self, name: str, key: str, entry: Any) -> Dated | None:
        if not isinstance(entry, dict):
            self.fail(key, f"写成了 {entry!r}", "写 from、value、citation")
            return None
        before = len(self.problems)
        self.known(entry, _ENTRY, f"{key}.")
        for required in ("from", "value", "citation"):
            if required not in entry:
                self.fail(f"{key}.{required}", "缺少", "每个取值都要有施行日期、值和依据")
        since, until = self.day(entry, key, "from"), self.day(entry, key, "to")
        if since and until and until < since:
            self.fail(f"{key}.to", f"{until} 早于 from {since}", "改正起止日期")
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
        self.fail(f"{key}.{field}", f"日期写成了 {value}", "写成 2022-01-01 或 2022")
        return None

    def citation(self, entry: Mapping[Any, Any], key: str) -> Citation | None:
        """Where the value stands: a key of ``data/basis``, or document and clause written out."""
        given = entry.get("citation")
        verified, note = entry.get("verified", False), entry.get("note", "")
        if not isinstance(verified, bool):
            self.fail(f"{key}.verified", f"写成了 {verified!r}", "核对过原文写 true，否则写 false")
        if not isinstance(note, str):
            self.fail(f"{key}.note", f"写成了 {note!r}", "写成文本")
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
                remedy = f"是不是 {near[0]}？" if near else "写依据的键，或写 {document: 文号, clause: 条款}"
                self.fail(f"{key}.citation", f"没有依据“{given}”", remedy)
            case _:
                self.fail(f"{key}.citation", f"写成了 {given!r}", "写依据的键，或写 {document: 文号, clause: 条款}")
        return None

    def fields(self, parameter: Parameter, raw: Any, key: str) -> dict[str, Any]:
        """The typed fields of a value; an overlay may leave fields out."""
        if "" in parameter.fields:
            return self.typed(parameter, {"": raw}, key)
        if not isinstance(raw, dict) or not raw:
            self.fail(key, f"写成了 {raw!r}", f"写成 {'、'.join(parameter.fields)} 的清单")
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
