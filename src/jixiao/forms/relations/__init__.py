"""Which figure of a form follows from which others: each equation once, as data, with its kind.

A record enters, its relations leave. Rules, corrections, the formulas of a workbook and the hints of cells read them;
:mod:`jixiao.scoring.relations` makes numbers of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jixiao.model import Dossier, Filed

from ..kinds import kinds
from .evaluation import counts_execution, execution_line, no_points, points
from .relation import Formula, Parts, Quantity, Relation

__all__ = [
    "Formula",
    "Parts",
    "Quantity",
    "Relation",
    "counts_execution",
    "execution_line",
    "no_points",
    "points",
    "records_with_relations",
    "relations_of",
]


def relations_of(record: Any) -> tuple[Relation, ...]:
    """The relations of a record, with pointers inside it; none for a kind without equations."""
    kind = kinds().get(record.kind)
    return () if kind is None else kind.relations(record)


def records_with_relations(dossier: Dossier) -> Iterator[tuple[str, Filed]]:
    """The records of a dossier that have equations, each with its pointer."""
    return ((at, record) for at, record in dossier.each(Filed) if relations_of(record))
