"""Every subject of a dossier, with its absolute pointer and what encloses it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jixiao.model import Dossier, Record

_CHILDREN: dict[str, tuple[str, ...]] = {
    "Dossier": ("reports", "base_data", "evaluations"),
    "Report": ("sections", "claims"),
    "BaseData": ("lines",),
    "Evaluation": ("indicators",),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing to look at, where it stands, and the things around it by type."""

    item: Any
    at: str
    around: Mapping[type, Any]


def subjects(dossier: Dossier) -> Iterator[Subject]:
    """The dossier itself, then everything in it, outer things before inner ones."""
    yield from _below(dossier, "", {})


def _below(item: Any, at: str, around: Mapping[type, Any]) -> Iterator[Subject]:
    yield Subject(item, at, around)
    inside = {**around, type(item): item} if isinstance(item, Record) else around
    for field in _CHILDREN.get(type(item).__name__, ()):
        for index, child in enumerate(getattr(item, field)):
            yield from _below(child, f"{at}/{field}/{index}", inside)
    funds = getattr(item, "funds", None)
    if funds is not None:
        for index, line in enumerate(funds.lines):
            yield Subject(line, f"{at}/funds/lines/{index}", inside)
