"""项目支出绩效自评报告: the report on the projects of a unit, or on a transfer payment."""

from __future__ import annotations

from jixiao.model import Report, Term

from ..kinds import Kind, Start
from ..reports import empty_report


def _empty(start: Start) -> tuple[Report, ...]:
    if not start.projects:
        return ()
    return (empty_report("project", start.unit, start.year, ("附件：项目支出绩效自评表",)),)


KIND = Kind(
    id="project-report",
    record=Report,
    title=Term("项目支出绩效自评报告", "report on projects"),
    empty=_empty,
    scope="project",
)
