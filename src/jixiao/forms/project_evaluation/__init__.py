"""项目支出绩效自评表: the self-evaluation of one project."""

from __future__ import annotations

from jixiao.model import Evaluation, Term

from ..evaluations import as_on_paper, empty_evaluation
from ..kinds import Kind, Start
from ..relations.evaluation import of_evaluation


def _empty(start: Start) -> tuple[Evaluation, ...]:
    if not start.projects:
        return ()
    layout = start.layout(KIND.id)
    return tuple(
        empty_evaluation(layout, name=name, year=start.year, annex=f"附件1-{n}", implementer=start.unit)
        for n, name in enumerate(start.projects, start=1)
    )


KIND = Kind(
    id="project-evaluation",
    record=Evaluation,
    title=Term("项目支出绩效自评表", "self-evaluation of a project"),
    empty=_empty,
    scope="project",
    prepared=as_on_paper,
    relations=of_evaluation,
)
