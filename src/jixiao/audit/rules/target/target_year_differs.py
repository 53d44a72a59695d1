"""TG114: the date in a target lies outside the year of the table."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import Row, gathered, rows
from jixiao.model import Dossier, Evaluation, Held, Severity
from jixiao.model.value import DateValue
from jixiao.scoring import Appraisal
from jixiao.values.pattern import lazy

from .years import reported_year, runs_over_years

_YEARS = lazy(r"20\d\d")


@rule(
    "TG114",
    "target-year-differs",
    title="指标值的年份不是评价年度",
    severity=Severity.ERROR,
    basis="form.target",
    since="0.1",
    zh={
        "": "{year} 年度的表，{count} 行的指标值写“{target}”：{rows}；疑为照抄以前年度",
        "several": "{year} 年度的表，{count} 行的指标值写“{target}”：{rows}；项目跨年度，请核对是否为本年目标",
        "later": "{year} 年度的表，{count} 行的指标值定在以后年度（“{target}”）：{rows}",
    },
    en={
        "": "the table is for {year}, {count} targets say “{target}”: {rows}; copied from an earlier year?",
        "several": "the table is for {year}, {count} targets say “{target}”: {rows}; in a project of several years",
        "later": "the table is for {year}, {count} targets lie in a later year (“{target}”): {rows}",
    },
)
def target_year_differs(evaluation: Evaluation, dossier: Dossier, appraisal: Appraisal) -> Iterator[Outcome]:
    """年度指标值里的日期应在评价年度之内。

    为什么重要：写着以前年度的日期，多半是照抄上年的表没有改，时效指标等于没有目标。
    怎样修改：对照批复的绩效目标表改成本年的日期；整张表都要查一遍是否还有上年的内容。
    何时不适用：跨年度、有上年结转资金的项目只作提醒；目标定在以后年度的只作提示；没有写年份的。
    """
    year = reported_year(evaluation, dossier)
    if year is None:
        return
    several = runs_over_years(evaluation)
    dated = [(row, y) for row in rows(evaluation, appraisal) if (y := _year(row, year)) is not None]
    earlier = [row for row, y in dated if y < year]
    later = [row for row, y in dated if y > year]
    if earlier:
        yield gathered(
            earlier,
            "target",
            values={"year": year, "target": earlier[0].indicator.target_text.strip()},
            severity=Severity.WARNING if several else None,
            variant="several" if several else "",
        )
    if later and not several:
        yield gathered(
            later,
            "target",
            values={"year": year, "target": later[0].indicator.target_text.strip()},
            severity=Severity.INFO,
            variant="later",
        )
    if dated and not earlier and not later:
        yield Held("/indicators")


def _year(row: Row, reported: int) -> int | None:
    """The year of a dated target, that reported where it lies in the period; ``None`` where the target names none."""
    target = row.appraisal.target
    if not isinstance(target, DateValue):
        return None
    named = [int(y) for y in _YEARS.findall(target.raw)]
    return reported if named and min(named) <= reported <= max(named) else target.year
