"""Small tables for tests: a row is level, name, target, actual, weight, score, explanation in one line."""

from __future__ import annotations

from typing import Any

from jixiao.model import Evaluation, Figure, FundLine, Funds, Indicator, Partial, Scored
from jixiao.policy import Policy, resolve
from jixiao.scoring import IndicatorAppraisal, appraise

NATIONAL = resolve(year=2024)


def money(
    budget: str | None = "100.00",
    outturn: str | None = "100.00",
    *,
    weight: str | None = "10",
    score: str | None = "10",
    source: Any = "total",
) -> FundLine:
    """A row of the money block."""
    return FundLine(
        source=source,
        label="年度资金总额",
        revised_budget=_figure(budget),
        outturn=_figure(outturn),
        weight=_figure(weight),
        score=_figure(score),
    )


def row(target: str | None, actual: str | None, weight: str | None = "10", **fields: Any) -> Indicator:
    """An indicator."""
    if isinstance(fields.get("score"), str):
        fields["score"] = Figure(fields["score"])
    return Indicator(name=fields.pop("name", "指标"), target=target, actual=actual, weight=_figure(weight), **fields)


def table(*indicators: Indicator, lines: tuple[FundLine, ...] | None = None, **fields: Any) -> Evaluation:
    """A project's table of 2024, fully executed unless other money rows are given."""
    funds = Funds(lines=(money(),) if lines is None else lines, unit=fields.pop("unit_of_money", "万元"))
    return Evaluation(kind="project-evaluation", name="项目", year=2024, funds=funds, indicators=indicators, **fields)


def appraised(indicator: Indicator, policy: Policy = NATIONAL, **fields: Any) -> IndicatorAppraisal:
    """The appraisal of one indicator in a table of its own."""
    return appraise(table(indicator, **fields), policy).indicators[0]


def span(found: object) -> str:
    """A score as text: "9.72", or "0.00–5.00", of a partial sum all that it can become; fails with the reason where
    there is none.
    """
    assert isinstance(found, Scored) or (isinstance(found, Partial) and found.bounds), found
    return str(found)


def _figure(text: str | None) -> Figure | None:
    return None if text is None else Figure(text)
