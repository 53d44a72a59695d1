"""部门整体支出绩效自评报告: the report on all that a unit spends in a year."""

from __future__ import annotations

from jixiao.model import Report, Term

from ..kinds import Kind, Start
from ..reports import empty_report

_ATTACHMENTS = ("附件：1、部门整体支出绩效评价基础数据表", "2、部门整体支出绩效自评表")


def _empty(start: Start) -> tuple[Report, ...]:
    return (empty_report("unit", start.unit, start.year, _ATTACHMENTS),)


KIND = Kind(
    id="unit-report",
    record=Report,
    title=Term("部门整体支出绩效自评报告", "report on a unit's overall spending"),
    empty=_empty,
)
