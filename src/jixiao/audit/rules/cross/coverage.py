"""Which spending items of the base data have a table of their own: a dossier enters, what is covered leaves."""

from __future__ import annotations

from decimal import Decimal

from jixiao.audit.shared.amounts import Amount, keyed, line_amounts, same_amount, total_amounts, unit_slip
from jixiao.audit.shared.pairing import project_items
from jixiao.model import BaseData, Dossier, Evaluation
from jixiao.model.classes import dataclass
from jixiao.model.memo import remembered
from jixiao.model.pointer import resolve


@dataclass(frozen=True, slots=True)
class CoveredItem:
    """A spending item: its name, pointer and amounts, and the pointer and amounts of its table (empty without one)."""

    name: str
    at: str
    amounts: dict[str, Amount]
    table: str
    table_amounts: dict[str, Amount]
    how: str

    def differs(self, column: str) -> bool:
        """Whether base data and table give two amounts for one thing.

        Not where they differ by 元 and 万元, and not where the base data give the initial budget: another basis.
        """
        base, table = self.amounts.get(column), self.table_amounts.get(column)
        if base is None or table is None or same_amount(base, table) or unit_slip(base, table):
            return False
        return not self._initial(column)

    def agrees(self, column: str) -> bool:
        """Whether base data and table give one amount."""
        base, table = self.amounts.get(column), self.table_amounts.get(column)
        return base is not None and table is not None and same_amount(base, table)

    def slips(self, column: str) -> bool:
        """Whether the two amounts differ by the factor between 元 and 万元."""
        base, table = self.amounts.get(column), self.table_amounts.get(column)
        return base is not None and table is not None and unit_slip(base, table)

    def own(self, column: str) -> Amount | None:
        """The amount by the project's own table, or by the base data where it has none or another basis is meant."""
        return (self.table_amounts if self.table and not self._initial(column) else self.amounts).get(column)

    def _initial(self, column: str) -> bool:
        base, initial = self.amounts.get(column), self.table_amounts.get("initial")
        return column == "revised" and base is not None and initial is not None and base.value == initial.value


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


@remembered
def coverage(dossier: Dossier) -> Coverage | None:
    """The coverage, ``None`` where the dossier has no base data table with items below 项目支出."""
    first, base = next(dossier.each(BaseData), ("", None))
    found = [i for i in project_items(dossier) if i.base == first]
    if not found or base is None:
        return None
    items = []
    for item in found:
        line = base.lines[item.line]
        at = f"{first}/lines/{item.line}"
        table = item.evaluation or ""
        own = total_amounts(resolve(dossier, table), table) if table else {}
        items.append(CoveredItem(line.label.strip(), at, line_amounts(line, base.unit, at), table, own, item.how))
    claimed = {i.evaluation for i in found}
    tables = [n for n, e in dossier.each(Evaluation) if e.scope == "project"]
    unclaimed = tuple(n for n in tables if n not in claimed)
    return Coverage(keyed(base, first, "projects"), tuple(items), unclaimed, len(tables))


def tables_total(dossier: Dossier, column: str) -> Decimal | None:
    """The total rows of all project tables added up in a column; ``None`` where one does not say, or there is none."""
    amounts = [total_amounts(e, n).get(column) for n, e in dossier.each(Evaluation) if e.scope == "project"]
    known = [a.value for a in amounts if a is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(amounts) else None
