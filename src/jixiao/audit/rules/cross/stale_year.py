"""XD113: a label of the base data table carries a year it should not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import BaseData, Dossier, Finding, Severity

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年")
_PRIOR = re.compile(r"上年|上一年|去年")


@rule(
    "XD113",
    "stale-year",
    title="栏目里的年份没有更新",
    severity=Severity.WARNING,
    basis="cross.year",
    since="0.1",
    zh="{year} 年度的基础数据表，“{label}”写的是 {stated} 年，应为 {expected} 年或说明原因",
    en="in a table for {year} the label “{label}” says {stated}; {expected} or a reason is expected",
)
def stale_year(base: BaseData, dossier: Dossier) -> Iterator[Outcome]:
    """基础数据表各栏目里的年份应与报告年度一致，只有上年决算栏写上一年。

    为什么重要：年份没改，多半是沿用去年的表，里面的数可能也是去年的。
    怎样修改：改正年份，并核对这一栏的数是不是本年的；确实指上一年的，加注说明。
    何时不适用：没有写年份的栏目；“上年决算数”一栏写上一年是对的。
    """
    year = base.year or dossier.year
    if year is None:
        return
    stale = []
    for number, label in enumerate(base.columns):
        prior = bool(_PRIOR.search(label)) or (number == 0 and len(base.columns) == 3)
        stale += list(_check(f"/columns/{number}", label, year, year - 1 if prior else year))
    if stale:
        labels = {k: tuple(f.values[k] for f in stale) for k in ("label", "stated", "expected")}
        yield Finding(at=stale[0].at, related=tuple(f.at for f in stale[1:]), values={**stale[0].values, **labels})
    if base.buildings_label:
        yield from _check("/buildings_label", base.buildings_label, year, year)
    if base.staff_year is not None and base.staff_year != year:
        yield _finding("/staff_year", f"{base.staff_year}年实际在职人数", year, base.staff_year, year)


def _check(at: str, label: str, year: int, expected: int) -> Iterator[Finding]:
    for stated in dict.fromkeys(int(y) for y in _YEAR.findall(label)):
        if stated != expected:
            yield _finding(at, " ".join(label.split()), year, stated, expected)
            return


def _finding(at: str, label: str, year: int, stated: int, expected: int) -> Finding:
    return Finding(at=at, values={"year": year, "label": label, "stated": stated, "expected": expected})
