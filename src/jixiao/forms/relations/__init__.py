"""Which figure of a form follows from which others: each equation once, as data.

A record enters, its relations leave. Rules, corrections, the formulas of a workbook and the hints of cells read them;
:mod:`jixiao.scoring.relations` makes numbers of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jixiao.model import BaseData, Dossier, Evaluation

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


def relations_of(record: Any) -> tuple[Relation, ...]:
    """The relations of a record, with pointers inside it; none for a kind without equations."""
    match record:
        case Evaluation():
            return of_evaluation(record)
        case BaseData():
            return of_base_data(record)
    return ()


def records_with_relations(dossier: Dossier) -> Iterator[tuple[str, Evaluation | BaseData]]:
    """The records of a dossier that have relations, each with its pointer; what others build on first."""
    yield from ((f"/base_data/{number}", table) for number, table in enumerate(dossier.base_data))
    yield from ((f"/evaluations/{number}", table) for number, table in enumerate(dossier.evaluations))
