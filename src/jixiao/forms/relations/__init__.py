"""Which figure of a form follows from which others: each equation once, as data.

A record enters, its relations leave. Rules, corrections, the formulas of a workbook and the hints of cells read them;
:mod:`jixiao.scoring.relations` makes numbers of them. The equations of a kind stand in its folder; here is what an
equation is, and those that all self-evaluations share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jixiao.model import Dossier
from jixiao.model.base import Filed

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


def relations_of(record: Filed) -> tuple[Relation, ...]:
    """The relations of a record, with pointers inside it; none for a kind without equations."""
    equations = _equations(record)
    return () if equations is None else equations(record)


def records_with_relations(dossier: Dossier) -> Iterator[tuple[str, Filed]]:
    """The records of a dossier whose kind has equations, each with its pointer."""
    return ((at, record) for at, record in dossier.each(Filed) if _equations(record) is not None)


def _equations(record: Filed) -> Callable[[Any], tuple[Relation, ...]] | None:
    from ..kinds import kinds  # the folders of the kinds are built on this one

    kind = kinds().get(record.kind)
    return None if kind is None else kind.relations
