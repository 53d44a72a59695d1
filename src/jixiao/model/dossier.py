"""The dossier (卷宗): all that a unit files for one year, as plain frozen data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Literal, Self, TypeVar

from pydantic import Field, model_validator

from .base import Record
from .base_data import BaseData, SpendingLine
from .evaluation import Evaluation, Indicator
from .report import Report, Section

SCHEMA = "jixiao/dossier/1"
"""Name and version of the published JSON Schema (``docs/schema/``)."""

_T = TypeVar("_T", Evaluation, Indicator, Report, Section, BaseData, SpendingLine)


class Dossier(Record):
    """Everything filed by one unit for one year.

    ``place`` is the administrative place that chooses the policy where the unit's name does not tell; ``aliases``
    gives other names of a project (name → further names), where a table and a text call it differently.
    """

    schema_: Literal["jixiao/dossier/1"] = "jixiao/dossier/1"
    unit: str = ""
    year: int | None = None
    place: str = ""
    aliases: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    reports: tuple[Report, ...] = ()
    base_data: tuple[BaseData, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _schema_key(cls, data: Any) -> Any:
        if isinstance(data, dict) and "schema" in data:
            data = dict(data)
            data["schema_"] = data.pop("schema")
        return data

    @model_validator(mode="after")
    def _identify(self) -> Self:
        for field in ("reports", "base_data", "evaluations"):
            object.__setattr__(self, field, _identified(getattr(self, field)))
        return self

    @property
    def projects(self) -> tuple[Evaluation, ...]:
        """The tables of single projects."""
        return tuple(e for e in self.evaluations if e.kind == "project")

    @property
    def overall(self) -> Evaluation | None:
        """The table of the unit's overall spending, if it is there."""
        return next((e for e in self.evaluations if e.kind == "unit"), None)

    def texts(self, *, headings: bool = True) -> Iterator[tuple[str, str]]:
        """Headings and paragraphs of all reports in order, or paragraphs only, each with its pointer."""
        for number, report in enumerate(self.reports):
            yield from ((f"/reports/{number}{at}", text) for at, text in report.texts(headings=headings))


_INNER: dict[type[Record], str] = {Evaluation: "indicators", Report: "sections", BaseData: "lines"}
"""The field of a record whose items carry ids of their own."""


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """The text as it may stand in an id: no blanks, no marks with a meaning in pointers, 40 characters at most."""
    return re.sub(r"[\s/~#:：]+", "", text)[:40]


def _name(item: Evaluation | Indicator | Report | Section | BaseData | SpendingLine) -> str:
    """What an item is called, as the ground of its id: it survives inserted rows, unlike its place."""
    match item:
        case Evaluation():
            return f"{item.kind}-{slug(item.name)}" if item.name else item.kind
        case Report():
            return f"{item.kind}-report"
        case BaseData():
            return "base-data"
        case SpendingLine():
            return slug(item.label) or "row"
        case Indicator():
            return slug(item.name or "indicator")
        case _:
            return slug(item.title or "section")


def unused(name: str, taken: set[str]) -> str:
    """The name, counted on where it is among those ``taken``; it belongs to them from then on."""
    found, count = name, 1
    while found in taken:
        count += 1
        found = f"{name}-{count}"
    taken.add(found)
    return found


def _identified(items: Iterable[_T]) -> tuple[_T, ...]:
    """The items, each with an id that is unique among them; an id once given is kept."""
    given = [getattr(item, "id", "") for item in items]
    taken = {i for i in given if i}
    result: list[_T] = []
    for item, old in zip(items, given, strict=True):
        inner = _INNER.get(type(item))
        changes: dict[str, Any] = {}
        if not old:
            changes["id"] = unused(_name(item), taken)
        if inner and any(not part.id for part in getattr(item, inner)):
            changes[inner] = _identified(getattr(item, inner))
        result.append(item.model_copy(update=changes) if changes else item)
    return tuple(result)
