"""TX110: one event is dated differently."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.pairing import is_similar
from jixiao.model import Dossier, Finding, Held, Phrase, Severity, Undecided
from jixiao.values.pattern import lazy

from .statements import Statement, statements

_ISO = lazy(r"(?:(\d{4})-|--)(\d\d)(?:-(\d\d))?")
_ALIKE = Decimal("0.85")
_SHORTEST = 8
_NO_YEAR = Phrase(
    "audit.TX110.no-year",
    "日期没有写年份，报告年度也不明，无法核对",
    "the date names no year and the report's year is not known: nothing to hold it against",
)


@rule(
    "TX110",
    "event-date-differs",
    title="同一事项日期不一致",
    severity=Severity.WARNING,
    basis="text.events",
    since="0.1",
    zh={
        "": "“{event}”一处写 {one}，另一处写 {other}",
        "open": "“{event}”一处写 {one}（未写年份，按 {year} 年度报告理解为 {year} 年），另一处写 {other}",
    },
    en={
        "": "“{event}” is dated {one} here and {other} there",
        "open": "“{event}” is dated {one} here (no year, which reads as {year}) and {other} there",
    },
)
def event_date_differs(dossier: Dossier) -> Iterator[Outcome]:
    """同一件事在各份报告、各个段落里的日期应当一致；没有写年份的，读者会当作报告年度。

    为什么重要：把往年的工作写进本年，成绩就算重了。
    怎样修改：核对发文或活动日期，写全年月日；属于上年开始、延续到本年的，写明起止。
    何时不适用：事项名称不够相近的不比较；只写到月份的，只与同样写到月份的比较。
    """
    items = [i for i in statements(dossier, "date") if len(i.claim.subject) >= _SHORTEST and "/" not in i.claim.iso]
    for one, other in combinations(items, 2):
        if one.at == other.at or not is_similar(one.claim.subject, other.claim.subject, _ALIKE):
            continue
        if min(len(one.claim.subject), len(other.claim.subject)) * 2 < max(
            len(one.claim.subject), len(other.claim.subject)
        ):
            continue
        first, second = _parts(one), _parts(other)
        days = first[2] and second[2] and first[1:] != second[1:]
        if days or (bool(first[2]) == bool(second[2]) and first[1] != second[1]):
            yield _finding(one, other, "")
        elif first[1:] == second[1:] and first[0] != second[0]:
            yield from _years(one, other, first[0], second[0])
        elif first == second:
            yield Held(one.at)


def _years(one: Statement, other: Statement, first: int | None, second: int | None) -> Iterator[Outcome]:
    if first and second:
        yield _finding(one, other, "")
        return
    vague, given = (one, second) if first is None else (other, first)
    if vague.report.year is None:
        yield Undecided(_NO_YEAR(), vague.at, related=(one.fact, other.fact))
    elif vague.report.year != given:
        yield _finding(vague, other if vague is one else one, "open")
    else:
        yield Held(vague.at)


def _parts(item: Statement) -> tuple[int | None, int, int | None]:
    """Year, month and day as far as known; a year that the words give (今年) counts."""
    match = _ISO.fullmatch(item.claim.iso)
    assert match is not None
    year = int(match[1]) if match[1] else item.claim.year
    return year, int(match[2]), int(match[3]) if match[3] else None


def _finding(one: Statement, other: Statement, variant: str) -> Finding:
    return Finding(
        at=one.at,
        evidence=(one.fact, other.at, other.fact),
        values={
            "event": one.claim.subject[:40],
            "one": one.printed,
            "other": other.printed,
            "year": one.report.year,
        },
        variant=variant,
    )
