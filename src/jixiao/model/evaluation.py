"""A scored table: the self-evaluation of a project or of a unit's overall spending (项目/部门整体支出绩效自评表)."""

from __future__ import annotations

from typing import Literal

from .base import Frozen, Record
from .figure import Figure

FundSource = Literal["total", "fiscal", "carry_over", "special_account", "unit", "other", "named"]
"""年度资金总额, 当年财政拨款, 上年结转资金, 财政专户管理资金, 单位资金, 其他资金; ``named`` is any other row, told by
its label.
"""


class FundLine(Record):
    """One row of the money block. Amounts in the unit of the block, rate in percent, weight and score in points."""

    source: FundSource
    label: str
    initial_budget: Figure | None = None
    revised_budget: Figure | None = None
    outturn: Figure | None = None
    weight: Figure | None = None
    rate: Figure | None = None
    score: Figure | None = None


class SplitItem(Record):
    """A "name：number" pair of the overall table: a part of the year's money by income or by kind of spending."""

    label: str
    amount: Figure | None = None


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


class Indicator(Record):
    """One scored row. Rows under one merged target carry the same name and target and the same ``group``."""

    id: str = ""
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

    @property
    def target_text(self) -> str:
        """The target in one piece, also where the form keeps sign, value and unit in three columns."""
        return (self.sign or "") + (self.target or "") + (self.target_unit or "")


class DeclaredPoints(Frozen):
    """Points that a label declares for its block: 产出指标（50分）."""

    label: str
    points: Figure


class Extra(Frozen):
    """A labelled cell that the model has no field for; kept as printed."""

    label: str
    text: str


class Evaluation(Record):
    """A self-evaluation table.

    ``kind`` is ``project`` or ``unit`` (整体支出); ``name`` is the project's or the unit's name. ``total`` is the
    printed 总分, ``total_weight`` the points printed beside it.
    """

    id: str = ""
    kind: Literal["project", "unit"]
    name: str = ""
    title: str = ""
    year: int | None = None
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
