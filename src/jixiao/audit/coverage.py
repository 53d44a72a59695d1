"""Which spending items of the base data have a table of their own: a dossier enters, what is covered leaves."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.model import Dossier

from .amounts import Amount, keyed, line_amounts, total_amounts
from .pairing import project_items


@dataclass(frozen=True, slots=True)
class CoveredItem:
    """A spending item: its name, pointer and amounts, and the pointer and amounts of its table (empty without one)."""

    name: str
    at: str
    amounts: dict[str, Amount]
    table: str
    table_amounts: dict[str, Amount]
    how: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """The items below 项目支出 of the first base data table, the row itself, and tables that no item claims."""

    whole: dict[str, Amount]
    items: tuple[CoveredItem, ...]
    unclaimed: tuple[str, ...]
    tables: int

    @property
    def without_table(self) -> tuple[CoveredItem, ...]:
        """Items with money and without a table."""
        return tuple(i for i in self.items if not i.table and any(i.amounts[k].value for k in _YEAR if k in i.amounts))


_YEAR = ("revised", "outturn")


def coverage(dossier: Dossier) -> Coverage | None:
    """The coverage, ``None`` where the dossier has no base data table with items below 项目支出."""
    found = [i for i in project_items(dossier) if i.base == 0]
    if not found:
        return None
    base = dossier.base_data[0]
    items = []
    for item in found:
        line = base.lines[item.line]
        at = f"/base_data/0/lines/{item.line}"
        table = "" if item.evaluation is None else f"/evaluations/{item.evaluation}"
        own = total_amounts(dossier.evaluations[item.evaluation], table) if item.evaluation is not None else {}
        items.append(CoveredItem(line.label.strip(), at, line_amounts(line, base.unit, at), table, own, item.how))
    claimed = {i.evaluation for i in found}
    tables = [n for n, e in enumerate(dossier.evaluations) if e.kind == "project"]
    unclaimed = tuple(f"/evaluations/{n}" for n in tables if n not in claimed)
    return Coverage(keyed(base, 0, "projects"), tuple(items), unclaimed, len(tables))
