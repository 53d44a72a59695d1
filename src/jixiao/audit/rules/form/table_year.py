"""FM202: a table or report is of another year than the rest of the dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jixiao.audit.messages import UNNAMED
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Filed, Finding, Held, Phrase, Severity, Term, Undecided

_TWO_YEARS = Phrase(
    "audit.FM202.two-years",
    "材料分属{years}年度，各占一样多，无法判断以哪一年为准",
    "as many of the tables and reports are of one year as of another ({years}): which is meant cannot be told",
)


@rule(
    "FM202",
    "table-year",
    title="表题年度与报告年度不一致",
    severity=Severity.WARNING,
    basis="format.title",
    since="0.1",
    zh={
        "": "“{title}”写的是 {stated} 年，其他报告和表是 {expected} 年",
        "dossier": "卷宗的年度写的是 {stated} 年，其中的报告和表都是 {expected} 年",
    },
    en={
        "": "“{title}” says {stated}; the other reports and tables are of {expected}",
        "dossier": "the dossier is of {stated}, all reports and tables in it are of {expected}",
    },
)
def table_year(dossier: Dossier) -> Iterator[Outcome]:
    """同一套材料的报告和各表应是同一年度。

    为什么重要：年度不同，要么是沿用上年表样没有改题，要么是把上年的表混了进来。
    怎样修改：改正表题年度，或 dossier.yaml 里的 year；混入的上年材料另行存放。
    何时不适用：没有写年度的不比较；各年度材料一样多、分不清以哪一年为准的，不作判断。
    """
    years: list[tuple[str, str | Term, int]] = []
    for at, item in dossier.each(Filed):
        if item.year is not None:
            years.append((f"{at}/year", item.title.strip() or getattr(item, "name", "").strip() or UNNAMED, item.year))
    counted = Counter(year for _, _, year in years).most_common(2)
    if len(counted) == 1 and dossier.year not in (None, counted[0][0]):
        values = {"stated": dossier.year, "expected": counted[0][0]}
        yield Finding(at="/year", evidence=tuple(at for at, *_ in years), values=values, variant="dossier")
        return
    if len(counted) < 2:
        if years:
            yield Held()
        return
    (expected, often), (other, as_often) = counted
    if often == as_often:
        if dossier.year not in (expected, other):
            yield Undecided(_TWO_YEARS(years=tuple(sorted((expected, other)))), related=tuple(at for at, *_ in years))
            return
        expected = dossier.year
    for at, title, stated in years:
        if stated != expected:
            yield Finding(at=at, values={"title": title, "stated": stated, "expected": expected})
