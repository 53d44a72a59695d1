"""A scored table: the self-evaluation of a project or of a unit's overall spending (项目/部门整体支出绩效自评表)."""

from __future__ import annotations

from typing import ClassVar, Literal

from ..base import Filed, Item, Record, Scope, slug
from ..figure import Figure

FundSource = Literal["total", "fiscal", "carry_over", "special_account", "unit", "other", "named"]
"""年度资金总额, 当年财政拨款, 上年结转资金, 财政专户管理资金, 单位资金, 其他资金; ``named`` is any other row, told by
its label.
"""


class FundLine(Item):
    """One row of the money block. Amounts in the unit of the block, rate in percent, weight and score in points."""

    source: FundSource = "named"
    label: str = ""
    initial_budget: Figure | None = None
    revised_budget: Figure | None = None
    outturn: Figure | None = None
    weight: Figure | None = None
    rate: Figure | None = None
    score: Figure | None = None

    def called(self) -> str:
        """Its source; the label where that is not one of the usual ones."""
        return self.source if self.source != "named" else slug(self.label) or "row"


class SplitItem(Item):
    """A "name：number" pair of the overall table: a part of the year's money by income or by kind of spending."""

    label: str = ""
    amount: Figure | None = None

    def called(self) -> str:
        """Its label."""
        return slug(self.label) or "part"


class Funds(Record):
    """The money block (项目资金 / 年度预算申请). ``unit`` is the unit the table prints, 万元 unless it says
    otherwise.
    """

    unit: str = "万元"
    lines: tuple[FundLine, ...] = ()
    by_income: tuple[SplitItem, ...] = ()
    by_expenditure: tuple[SplitItem, ...] = ()

    def line(self, source: FundSource) -> FundLine | None:
        """The first row of that source."""
        return next((line for line in self.lines if line.source == source), None)


class Indicator(Item):
    """One scored row. Rows under one merged target carry the same name and target and the same ``group``.

    ``key`` is what the indicator is through the year: minted when its target is set, carried over to every stage.
    """

    key: str = ""
    level1: str = ""
    level2: str = ""
    name: str = ""
    sign: str | None = None
    target: str | None = None
    target_unit: str | None = None
    actual: str | None = None
    weight: Figure | None = None
    score: Figure | None = None
    audit_score: Figure | None = None
    explanation: str | None = None
    group: str | None = None

    def called(self) -> str:
        """Its name: it survives inserted rows, unlike its place."""
        return slug(self.name or "indicator")

    @property
    def target_text(self) -> str:
        """The target in one piece, also where the form keeps sign, value and unit in three columns."""
        return (self.sign or "") + (self.target or "") + (self.target_unit or "")


class DeclaredPoints(Item):
    """Points that a label declares for its block: 产出指标（50分）."""

    label: str = ""
    points: Figure = Figure("")

    def called(self) -> str:
        """Its label."""
        return slug(self.label) or "points"


class Extra(Item):
    """A labelled cell that the model has no field for; kept as printed."""

    label: str = ""
    text: str = ""

    def called(self) -> str:
        """Its label."""
        return slug(self.label) or "extra"


class Evaluation(Filed):
    """A self-evaluation table: of a project, or of all that a unit spends (整体支出).

    ``name`` is the project's or the unit's name. ``total`` is the printed 总分, ``total_weight`` the points printed
    beside it.
    """

    kinds: ClassVar[tuple[str, ...]] = ("project-evaluation", "unit-evaluation")

    kind: Literal["project-evaluation", "unit-evaluation"]
    name: str = ""
    annex: str = ""
    code: str | None = None
    unit: str | None = None
    department: str | None = None
    implementer: str | None = None
    funds: Funds = Funds()
    goal_expected: str | None = None
    goal_actual: str | None = None
    declared: tuple[DeclaredPoints, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    total_weight: Figure | None = None
    total: Figure | None = None
    audit_total: Figure | None = None
    conclusion: str | None = None
    problems: str | None = None
    measures: str | None = None
    extra: tuple[Extra, ...] = ()

    @property
    def scope(self) -> Scope:
        """What it is about: ``project`` or ``unit``."""
        return "project" if self.kind == "project-evaluation" else "unit"

    def called(self) -> str:
        """Its scope and name: ``project-办案费``."""
        return f"{self.scope}-{slug(self.name)}" if self.name else self.scope
