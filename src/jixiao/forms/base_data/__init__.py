"""部门整体支出绩效评价基础数据表: staff, spending lines, buildings of a unit.

Layouts are loaded with the first table that is printed or begun: a check needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jixiao.model import BaseData, Building, SpendingLine, Staff, Term

from ..kinds import Kind, Start
from .relations import of_base_data

if TYPE_CHECKING:
    from ..layouts import Layout
    from ..layouts.views import Fact, Shown


def spending_heads(year: int | None) -> tuple[str, str, str]:
    """2023年决算数, 2024年预算数, 2024年决算数."""
    if year is None:
        return "上年决算数", "预算数", "决算数"
    return f"{year - 1}年决算数", f"{year}年预算数", f"{year}年决算数"


def buildings_head(year: int | None) -> str:
    """楼堂馆所控制情况（2024年完工项目）."""
    return "楼堂馆所控制情况" + ("" if year is None else f"（{year}年完工项目）")


def _as_on_paper(table: BaseData) -> BaseData:
    """A block that is there has its heads, its year and at least one row."""
    from ..layouts.blanks import all_blank

    changes: dict[str, Any] = {}
    if table.staff is None:
        changes["staff_year"] = None
    else:
        changes["staff"] = all_blank(table.staff)
        changes["staff_year"] = table.staff_year if table.staff_year is not None else table.year
    if table.lines or table.columns:
        changes["columns"] = (*table.columns, *spending_heads(table.year)[len(table.columns) :])
    if table.buildings or table.buildings_label is not None:
        changes["buildings"] = table.buildings or (Building(),)
        if table.buildings_label is None and table.doubt("buildings_label") is None:
            changes["buildings_label"] = buildings_head(table.year)
    return table.model_copy(update=changes)


def _outline(fact: Fact) -> Shown:
    """A spending line as printed: indented by its depth, with its number and 其中."""
    from ..layouts.views import Shown

    line: SpendingLine = fact.holder
    by_id = {row.id: row for row in fact.record.lines if row.id}
    depth, parent, seen = 0, line.parent, {line.id}
    while parent and parent in by_id and parent not in seen:
        seen.add(parent)
        depth, parent = depth + 1, by_id[parent].parent
    return Shown("\u3000" * depth + line.number + ("其中：" if line.within else "") + line.label)


def _empty(start: Start) -> tuple[BaseData, ...]:
    from ..layouts import completed

    layout = start.layout(KIND.id)
    table = BaseData.model_validate(
        {
            "kind": KIND.id,
            "state": "open",
            "lines": _lines(layout),
            "year": start.year,
            "annex": "附件1",
            "unit": layout.money_unit,
            "staff": Staff(),
            "buildings": (Building(),),
            "thrift": "",
        }
    )
    return (completed(_with_projects(table, start), layout=layout),)


def _lines(layout: Layout) -> tuple[SpendingLine, ...]:
    """The usual rows: each called by the layout's word for its key where it has no label, and known by that name."""
    from ..layouts.draw import word_for

    called = {
        row["key"]: row.get("label") or word_for(f"spending.{row['key']}", layout) for row in layout.empty["lines"]
    }
    return tuple(
        SpendingLine.model_validate({**row, "label": label, "id": label, "parent": called.get(row.get("parent", ""))})
        for row in layout.empty["lines"]
        for label in (row.get("label") or called[row["key"]],)
    )


def _with_projects(table: BaseData, start: Start) -> BaseData:
    """A row for every project below the special funds."""
    place = next((i for i, line in enumerate(table.lines, start=1) if line.key == "special"), len(table.lines))
    parent = table.lines[place - 1].id if place else None
    own = tuple(
        SpendingLine(id=name, key="project", label=name, number=f"({n})", parent=parent)
        for n, name in enumerate(start.projects, start=1)
    )
    return table.model_copy(update={"lines": (*table.lines[:place], *own, *table.lines[place:])})


KIND = Kind(
    id="base-data",
    record=BaseData,
    title=Term("部门整体支出绩效评价基础数据表", "base data of a unit"),
    empty=_empty,
    prepared=_as_on_paper,
    views={"outline": _outline},
    short="基础数据表",
    relations=of_base_data,
)
