"""部门整体支出绩效自评表: the self-evaluation of all that a unit spends in a year."""

from __future__ import annotations

from jixiao.model import Evaluation, Term

from ..evaluations import as_on_paper, empty_evaluation
from ..kinds import Kind, Start
from ..relations.evaluation import of_evaluation


def _empty(start: Start) -> tuple[Evaluation, ...]:
    return (empty_evaluation(start.layout(KIND.id), name=start.unit, unit=None, year=start.year, annex="附件2"),)


KIND = Kind(
    id="unit-evaluation",
    record=Evaluation,
    title=Term("部门整体支出绩效自评表", "self-evaluation of a unit's overall spending"),
    empty=_empty,
    prepared=as_on_paper,
    relations=of_evaluation,
    short="整体支出自评表",
)
