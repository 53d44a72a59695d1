"""The dossier (卷宗): all that a unit files for one year, as plain frozen data.

It is one list of records, each with a ``kind`` and an ``id``. No kind is named here: what a kind is stands in
:mod:`jixiao.model.records`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeVar, Union

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from .base import Filed, Record, Unknown
from .ids import id_faults, identified
from .records import CLASSES, class_of

SCHEMA = "jixiao/dossier/2"
"""Name and version of the published JSON Schema (``docs/schema/``)."""

_R = TypeVar("_R", bound=Filed)


def _tag(data: Any) -> str:
    if isinstance(data, Filed):
        return type(data).__name__
    return class_of(data.get("kind", "") if isinstance(data, dict) else "").__name__


if TYPE_CHECKING:
    AnyRecord = Filed
else:
    _TAGGED = tuple(Annotated[record, Tag(record.__name__)] for record in (*CLASSES, Unknown))
    AnyRecord = Annotated[Union[_TAGGED], Discriminator(_tag)]  # noqa: UP007 - made of what is registered


class Dossier(Record):
    """Everything filed by one unit for one year.

    ``place`` is the administrative place that chooses the policy where the unit's name does not tell; ``aliases``
    gives other names of a project (name → further names), where a table and a text call it differently.
    """

    schema_: Literal["jixiao/dossier/2"] = "jixiao/dossier/2"
    unit: str = ""
    year: int | None = None
    place: str = ""
    aliases: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    records: tuple[AnyRecord, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _schema_key(cls, data: Any) -> Any:
        if isinstance(data, dict) and "schema" in data:
            data = dict(data)
            data["schema_"] = data.pop("schema")
        return data

    @model_validator(mode="after")
    def _identify(self) -> Self:
        found = identified(self)
        if found is not self:
            object.__setattr__(self, "records", found.records)
        for fault in id_faults(self):
            raise PydanticCustomError(
                "id", "id {id} names no one thing", {"id": fault.id, "fault": fault.fault, "at": fault.at}
            )
        return self

    def each(self, kind: type[_R]) -> Iterator[tuple[str, _R]]:
        """The records of a class in order, each with its pointer by position."""
        return ((f"/records/{n}", record) for n, record in enumerate(self.records) if isinstance(record, kind))

    def every(self, kind: type[_R]) -> tuple[_R, ...]:
        """The records of a class in order."""
        return tuple(record for record in self.records if isinstance(record, kind))

    def mapped(self, kind: type[_R], change: Callable[[_R], _R]) -> Self:
        """The dossier with every record of a class changed."""
        records = tuple(change(record) if isinstance(record, kind) else record for record in self.records)
        return self.model_copy(update={"records": records})


def in_order(records: Iterable[Filed]) -> tuple[Filed, ...]:
    """Records by their class, as a dossier that was read keeps them; those of one class as they come."""
    rank = {record: place for place, record in enumerate(CLASSES)}
    return tuple(sorted(records, key=lambda record: rank.get(type(record), len(rank))))
