"""Which figure of a form follows from which others: each equation once, as data.

A record enters, its relations leave. Rules, corrections, the formulas of a workbook and the hints of cells read them;
:mod:`jixiao.scoring.relations` makes numbers of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jixiao.model import BaseData, Dossier, Evaluation, Filed

from .base_data import of_base_data
from .evaluation import counts_execution, execution_line, no_points, of_evaluation, points
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


_EQUATIONS: dict[type[Filed], Callable[[Any], tuple[Relation, ...]]] = {
    Evaluation: of_evaluation,
    BaseData: of_base_data,
}
"""The equations of each class of record; a class that is not here has none."""


def relations_of(record: Any) -> tuple[Relation, ...]:
    """The relations of a record, with pointers inside it; none for a kind without equations."""
    equations = _EQUATIONS.get(type(record))
    return () if equations is None else equations(record)


def records_with_relations(dossier: Dossier) -> Iterator[tuple[str, Filed]]:
    """The records of a dossier that have equations, each with its pointer."""
    return ((at, record) for at, record in dossier.each(Filed) if type(record) in _EQUATIONS)
