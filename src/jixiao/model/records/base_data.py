"""The base data table (部门整体支出绩效评价基础数据表): staff, spending lines in three columns, buildings, thrift."""

from __future__ import annotations

from typing import ClassVar, Literal

from ..base import Filed, Item, Record, slug
from ..figure import Figure


class Staff(Record):
    """财政供养人员情况: persons; the control rate (控制率) in percent is in-post over establishment."""

    establishment: Figure | None = None
    in_post: Figure | None = None
    control_rate: Figure | None = None


class SpendingLine(Item):
    """One row of 经费控制情况: outturn of the year before, budget and outturn of the year.

    ``key`` is the canonical name where the row is a known one (``three_public``, ``vehicles``, ``vehicle_purchase``,
    ``vehicle_running``, ``abroad``, ``reception``, ``projects``, ``business``, ``operation``, ``special``,
    ``project``, ``public_funds``, ``public_part``, ``procurement``, ``basic``), else empty. ``number`` and ``within``
    (其中) keep the printed outline; ``parent`` is the id of the row this one is a part of.
    """

    key: str = ""
    label: str = ""
    number: str = ""
    within: bool = False
    parent: str | None = None
    prior_outturn: Figure | None = None
    budget: Figure | None = None
    outturn: Figure | None = None

    def called(self) -> str:
        """Its label."""
        return slug(self.label) or "row"


class Building(Item):
    """A row of 楼堂馆所控制情况: areas in ㎡, investments in 万元, rates in percent."""

    approved_scale: Figure | None = None
    actual_scale: Figure | None = None
    scale_control_rate: Figure | None = None
    budget_investment: Figure | None = None
    actual_investment: Figure | None = None
    investment_control_rate: Figure | None = None

    def called(self) -> str:
        """A building has no name on the form."""
        return "building"


class BaseData(Filed):
    """One base data table. ``columns`` are the three printed heads, for example 2023年决算数, 2024年预算数,
    2024年决算数.
    """

    kinds: ClassVar[tuple[str, ...]] = ("base-data",)

    kind: Literal["base-data"]
    annex: str = ""
    unit: str = "万元"
    staff_year: int | None = None
    staff: Staff | None = None
    columns: tuple[str, ...] = ()
    lines: tuple[SpendingLine, ...] = ()
    buildings_label: str | None = None
    buildings: tuple[Building, ...] = ()
    thrift: str | None = None

    def line(self, key: str) -> SpendingLine | None:
        """The first row with that canonical key."""
        return next((line for line in self.lines if line.key == key), None)

    def children(self, parent: str) -> tuple[SpendingLine, ...]:
        """The rows that are parts of the row with that id. Parts stand below their whole, so that no row, however the
        dossier was written, is a part of itself.
        """
        whole = next((number for number, line in enumerate(self.lines) if line.id == parent), len(self.lines))
        return tuple(line for line in self.lines[whole + 1 :] if line.parent == parent)
