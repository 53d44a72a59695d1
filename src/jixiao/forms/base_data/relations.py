"""The equations of the base data table. A record enters; its relations leave, sums from the inside out."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model import BaseData, Message, SpendingLine
from jixiao.model.memo import remembered

from .. import messages as say
from ..relations.relation import Formula, Parts, Quantity, Relation
from ..terms import SPENDING

_WHOLE = {
    "three_public": frozenset({"vehicles", "abroad", "reception"}),
    "vehicles": frozenset({"vehicle_purchase", "vehicle_running"}),
}
"""Rows whose parts are known by name: 三公经费 = 1 + 2 + 3; they add up where all are there."""

_OUTLINED = frozenset({"projects", "special"})
"""Rows whose parts are numbered below them. One line a project: 专项资金 may list the main ones only."""


@remembered
def of_base_data(table: BaseData) -> tuple[Relation, ...]:
    """All relations of the table."""
    return (*_staff(table), *_spending(table), *_buildings(table))


def _staff(table: BaseData) -> Iterator[Relation]:
    if table.staff is not None:
        inputs = ("/staff/in_post", "/staff/establishment")
        yield _rate("staff.rate", "/staff/control_rate", inputs, say.STAFF_RATE(), Quantity.PERSONS)


def _rate(key: str, at: str, inputs: tuple[str, str], words: Message, quantity: Quantity) -> Relation:
    return Relation(
        key,
        at,
        Formula.RATE,
        inputs,
        words,
        citation="execution.control_rates",
        rounding="rounding.rate_places",
        quantity=quantity,
    )


def _spending(table: BaseData) -> Iterator[Relation]:
    place = {line.id: number for number, line in enumerate(table.lines)}
    depth = _depths(table)
    for line in sorted(table.lines, key=lambda one: -depth[one.id]):
        children = table.children(line.id) if line.id else ()
        if not children:
            continue
        parts = _parts(line, children)
        some = parts is Parts.SOME
        for column in SPENDING:
            yield Relation(
                "spending.part" if some else "spending.sum",
                f"/lines/{place[line.id]}/{column}",
                Formula.SUM,
                tuple(f"/lines/{place[child.id]}/{column}" for child in children),
                say.ROWS_AMONG() if some else say.ROWS_ADDED(),
                citation="form.base_data",
                parts=parts,
            )


def _parts(line: SpendingLine, children: tuple[SpendingLine, ...]) -> Parts:
    keys = [child.key for child in children]
    if line.key in _WHOLE:
        whole = _WHOLE[line.key]
        return Parts.ALL if set(keys) == whole and len(keys) == len(whole) else Parts.LISTED
    if line.key not in _OUTLINED:
        return Parts.SOME
    return Parts.LISTED if line.key == "special" or any(child.within for child in children) else Parts.ALL


def _depths(table: BaseData) -> dict[str, int]:
    """How many wholes each row stands below, by id; rows in a circle end where they meet themselves."""
    parent = {line.id: line.parent for line in table.lines}
    depths = {}
    for line in table.lines:
        seen, above = {line.id}, line.parent
        while above in parent and above not in seen:
            seen.add(above)
            above = parent[above]
        depths[line.id] = len(seen) - 1
    return depths


def _buildings(table: BaseData) -> Iterator[Relation]:
    for number in range(len(table.buildings)):
        row = f"/buildings/{number}"
        scale = (f"{row}/actual_scale", f"{row}/approved_scale")
        yield _rate("building.scale", f"{row}/scale_control_rate", scale, say.SCALE_RATE(), Quantity.AREA)
        money = (f"{row}/actual_investment", f"{row}/budget_investment")
        yield _rate(
            "building.investment", f"{row}/investment_control_rate", money, say.INVESTMENT_RATE(), Quantity.MONEY
        )
