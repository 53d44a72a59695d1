"""The kinds of forms. A folder of this package that declares a ``KIND`` is one: all that is said of a form outside its
record stands there (its layouts, its own labels, the empty form, its relations).

A record enters, its kind leaves. A walk finds the folders: there is no list to extend.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jixiao.model import Term
from jixiao.model.base import Filed, Scope
from jixiao.model.classes import dataclass

from .datafiles import FORMS

if TYPE_CHECKING:
    from .layouts.schema import Layout
    from .layouts.views import View
    from .relations.relation import Relation


@dataclass(frozen=True, slots=True)
class Start:
    """What a new dossier is begun with."""

    unit: str
    year: int
    projects: Sequence[str]
    layout: Callable[[str], Layout]
    """The layout of a kind that the place of the unit, or the user, chose."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of form: the class of its ``record``, what it is called, and what is peculiar to it.

    ``empty`` makes the empty forms of a new dossier. ``prepared`` tells a record as paper tells it, before blanks are
    filled in. ``relations`` are its equations. ``views`` are ways to print a fact that only this kind has. ``short``
    names its one table among others; empty where each is called after its own subject. ``scope`` is what it is about.
    """

    id: str
    record: type[Filed]
    title: Term
    empty: Callable[[Start], Sequence[Any]]
    prepared: Callable[[Any], Any] = lambda record: record
    views: Mapping[str, View] = field(default_factory=dict)
    relations: Callable[[Any], tuple[Relation, ...]] = lambda record: ()
    short: str = ""
    scope: Scope = "unit"

    @property
    def folder(self) -> Path:
        """Where its data stand."""
        return FORMS / self.id.replace("-", "_")


_SHARED = {"layouts", "relations"}
"""Folders of what the kinds share: slow to load, and no kind."""


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its id."""
    folders = sorted({path.parent.name for path in FORMS.glob("*/__init__.py")} - _SHARED)
    modules = (importlib.import_module(f"{__package__}.{name}") for name in folders)
    return MappingProxyType({module.KIND.id: module.KIND for module in modules if hasattr(module, "KIND")})


def kind_of(record: Filed) -> Kind:
    """The kind of a record. ``KeyError`` for one that this version does not know."""
    return kinds()[record.kind]
