"""The dictionary of fields: what every field of the records is, where it stands on paper, and who writes it.

A class of records enters, or a dossier with a pointer; what is known of its fields leaves. Templates to fill in, the
notes of workbooks, the share that is filled in, and the printed dictionary read it. The data are YAML: what several
kinds share in ``data/fields``, what one kind has alone in ``<kind>/fields.yaml``. Fields of a base class stand once,
with the base.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, get_args

from jixiao.model import Dossier, Frozen, Term
from jixiao.model.records import CLASSES
from jixiao.model.template import Words

from .datafiles import FORMS, read

By = Literal["person", "form", "program"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: what it is called and what it ``says``, the ``unit`` it is written in (表: that of the
    table), an ``example``, and ``where`` it stands on paper (empty where it is printed nowhere).

    ``due`` says that a finished form has it: ``True``, or beside which other fields. ``computed``: it follows from
    other figures. ``by``: whether a person writes it, the empty form brings it, or the program keeps it.
    """

    name: str
    term: Term
    says: str = ""
    unit: str = ""
    example: str = ""
    where: str = ""
    due: bool | Mapping[str, str] = False
    computed: bool = False
    by: By = "person"

    def is_due(self, holder: Any) -> bool:
        """Whether this very record should have it."""
        if isinstance(self.due, Mapping):
            return all(getattr(holder, name, None) == value for name, value in self.due.items())
        return self.due

    def note(self) -> str:
        """What whoever fills it in should know, in one or two lines."""
        unit = {"": "", "表": "单位与表上一致。"}.get(self.unit, f"单位：{self.unit}。")
        said = f"{self.term.zh} {self.term.en}：{self.says}{unit}"
        if self.computed:
            return said + "由公式算出，不用填。"
        return f"{said}\n例：{self.example}" if self.example and self.by == "person" else said


def field_of(record: type[Frozen], name: str) -> Field:
    """What is known of a field. One that no file describes is called by its own name."""
    return fields_of(record)[name]


@lru_cache(maxsize=64)
def fields_of(record: type[Frozen]) -> Mapping[str, Field]:
    """The fields of a class of records in their order, those of its base classes included."""
    return {
        name: next(
            (own[name] for kind in record.__mro__ if name in (own := _data().get(kind.__name__, {}))),
            Field(name, Term(name, name.replace("_", " "))),
        )
        for name in record.model_fields
    }


def field_at(dossier: Dossier, pointer: str) -> Field | None:
    """The field that a pointer leads to; an item of a list of texts is the field of the list. ``None`` elsewhere."""
    from jixiao.model.pointer import resolve

    base, _, name = pointer.rpartition("/")
    holder = resolve(dossier, base)
    if isinstance(holder, tuple):
        return field_at(dossier, base)
    return fields_of(type(holder)).get(name) if isinstance(holder, Frozen) else None


def words_to_fill() -> Words:
    """What a template to fill in says about each field."""

    def comment(record: type[Frozen], name: str) -> tuple[str, ...] | None:
        known = field_of(record, name)
        return (
            None if known.by == "program" and not known.where and name != "schema_" else tuple(known.note().split("\n"))
        )

    return Words(comment, lambda record, name: field_of(record, name).example)


@cache
def described() -> tuple[type[Frozen], ...]:
    """Every class whose fields the dictionary has to know: the dossier, its records, and what they hold, the whole
    before its parts.
    """
    found: dict[type[Frozen], None] = {Dossier: None}

    def walk(annotation: Any) -> None:
        if not isinstance(annotation, type):
            for inner in get_args(annotation):
                walk(inner)
        elif issubclass(annotation, Frozen) and annotation not in found:
            found[annotation] = None
            for info in annotation.model_fields.values():
                walk(info.annotation)

    for kind in CLASSES:
        walk(kind)
    return tuple(found)


def names() -> Iterator[tuple[str, str]]:
    """Class and field of every entry of the dictionary."""
    return ((kind, name) for kind, own in _data().items() for name in own)


@cache
def _data() -> Mapping[str, Mapping[str, Field]]:
    """Class → field → entry. ``ValueError`` where two files describe one class."""
    found: dict[str, dict[str, Field]] = {}
    for path in sorted((*FORMS.glob("data/fields/*.yaml"), *FORMS.glob("*/fields.yaml"))):
        for kind, own in read(path).items():
            if kind in found:
                raise ValueError(f"two files describe {kind}")
            found[kind] = {name: _entry(name, data) for name, data in own.items()}
    return found


def _entry(name: str, data: Mapping[str, Any]) -> Field:
    rest = {key: value for key, value in data.items() if key not in ("zh", "en")}
    return Field(name, Term(data["zh"], data["en"]), **rest)
