"""What a form cannot tell apart, told in one way: a dossier as it reads after it was written.

On paper an absent field (``None``) and a blank one (``""``) of a printed row look alike: both come back as blank.
``complete`` makes a dossier say so from the start; then writing it and reading it again is the identity on the fields
that the forms carry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeVar, cast

from ...model import BaseData, Building, Dossier, Evaluation, Figure, Funds, Indicator, Record, Report, Staff
from .catalogue import layout_for
from .facts import under_one_target, words

_R = TypeVar("_R", bound=Record)
_MONEY = ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")
_COLUMNS = ("prior_outturn", "budget", "outturn")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def complete(dossier: Dossier) -> Dossier:
    """The dossier with titles, years and column heads as printed, and every printed place blank that was absent.
    Doubts stay.
    """
    filled = dossier.mapped(Report, lambda report: _report(report, dossier))
    filled = filled.mapped(BaseData, lambda table: completed(table, dossier.year))
    return filled.mapped(Evaluation, lambda table: completed(table, dossier.year))


_T = TypeVar("_T", bound=Evaluation | BaseData)


def completed(record: _T, year: int | None = None) -> _T:
    """The same for one table; ``year`` is that of the dossier."""
    known = record.year if record.year is not None else _printed_year(record.title) or year
    dated = record.model_copy(update={"year": known})
    titled = dated.model_copy(update={"title": record.title or words(layout_for(record).title, dated)})
    return cast(_T, _evaluation(titled) if isinstance(titled, Evaluation) else _base_data(titled))


def year_line(record: Evaluation | BaseData) -> str:
    """（2024年度） where the title of a completed record does not tell its year."""
    year = "" if record.year is None else str(record.year)
    return f"（{year}年度）" if year and year not in record.title else ""


def report_title(report: Report) -> str:
    """The title as given, else as the outline of the form prints it: year, unit, kind."""
    if report.title:
        return report.title
    year = "" if report.year is None else f"{report.year}年度"
    return f"{year}{report.unit or ''}{'整体' if report.scope == 'unit' else '项目'}支出绩效自评报告"


def _report(report: Report, dossier: Dossier) -> Report:
    year = report.year if report.year is not None else _printed_year(report.title) or dossier.year
    unit = report.unit
    if unit is None and dossier.unit and dossier.unit in report.title:
        unit = dossier.unit
    known = report.model_copy(update={"year": year, "unit": unit})
    return known.model_copy(update={"title": report_title(known)})


def _evaluation(evaluation: Evaluation) -> Evaluation:
    rows = evaluation.indicators
    optional = [f for f in ("sign", "target_unit") if any(getattr(r, f) is not None for r in rows)]
    audited = evaluation.audit_total is not None or any(r.audit_score is not None for r in rows)
    goals = evaluation.goal_expected is not None or evaluation.goal_actual is not None
    texts = (["goal_expected", "goal_actual"] if goals else []) + (
        ["department", "implementer"] if evaluation.scope == "project" else []
    )
    figures = ["total_weight", "total", *(["audit_total"] if audited else [])]
    indicators = tuple(
        blanked(
            blanked(row, ["target", "actual", "explanation", *optional], ""),
            ["weight", "score", *(["audit_score"] if audited else [])],
            Figure(""),
        )
        for row in rows
    )
    changes: dict[str, Any] = {"funds": _funds(evaluation.funds), "indicators": _numbered_groups(indicators)}
    if evaluation.scope == "unit" and evaluation.unit == evaluation.name:
        # the head of the overall form names the unit once
        changes["unit"] = None
    return blanked(blanked(evaluation.model_copy(update=changes), texts, ""), figures, Figure(""))


def _numbered_groups(rows: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """Groups as paper shows them: rows under one merged target are g1, g2 … in order; a group that is not one is
    none.
    """
    joined = [i > 0 and under_one_target(rows[i - 1], row) for i, row in enumerate(rows)] + [False]
    result, count = [], 0
    for i, row in enumerate(rows):
        count += not joined[i] and joined[i + 1]
        group = f"g{count}" if joined[i] or joined[i + 1] else None
        result.append(row if row.group == group else row.model_copy(update={"group": group}))
    return tuple(result)


def _funds(funds: Funds) -> Funds:
    return funds.model_copy(
        update={
            "lines": tuple(blanked(line, _MONEY, Figure("")) for line in funds.lines),
            "by_income": tuple(blanked(item, ["amount"], Figure("")) for item in funds.by_income),
            "by_expenditure": tuple(blanked(item, ["amount"], Figure("")) for item in funds.by_expenditure),
        }
    )


def _base_data(table: BaseData) -> BaseData:
    changes: dict[str, Any] = {"lines": tuple(blanked(line, _COLUMNS, Figure("")) for line in table.lines)}
    if table.staff is None:
        changes["staff_year"] = None
    else:
        changes["staff"] = blanked(table.staff, figures_of(Staff), Figure(""))
        changes["staff_year"] = table.staff_year if table.staff_year is not None else table.year
    if table.lines or table.columns:
        changes["columns"] = (*table.columns, *spending_heads(table.year)[len(table.columns) :])
    if table.buildings or table.buildings_label is not None:
        buildings = table.buildings or (Building(),)
        changes["buildings"] = tuple(blanked(row, figures_of(Building), Figure("")) for row in buildings)
        if table.buildings_label is None and table.doubt("buildings_label") is None:
            changes["buildings_label"] = buildings_head(table.year)
    return table.model_copy(update=changes)


def spending_heads(year: int | None) -> tuple[str, str, str]:
    """2023年决算数, 2024年预算数, 2024年决算数."""
    if year is None:
        return "上年决算数", "预算数", "决算数"
    return f"{year - 1}年决算数", f"{year}年预算数", f"{year}年决算数"


def buildings_head(year: int | None) -> str:
    """楼堂馆所控制情况（2024年完工项目）."""
    return "楼堂馆所控制情况" + ("" if year is None else f"（{year}年完工项目）")


def _printed_year(title: str) -> int | None:
    match = _YEAR.search(title)
    return int(match[1]) if match else None


def figures_of(kind: type[Record]) -> list[str]:
    """The fields of a record that holds figures only."""
    return [name for name in kind.model_fields if name != "doubts"]


def blanked(record: _R, fields: Iterable[str], blank: Any) -> _R:
    """The record with these fields blank where they are absent and not doubtful."""
    changes = {f: blank for f in fields if getattr(record, f) is None and record.doubt(f) is None}
    return record.model_copy(update=changes) if changes else record
