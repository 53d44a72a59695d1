"""XD113: a label of the base data table carries a year it should not."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.model import BaseData, Dossier, Finding, Held, Message, Phrase, Severity
from jixiao.model.classes import dataclass
from jixiao.values.pattern import lazy

_YEAR = lazy(r"(?<!\d)(20\d\d)\s*年")
_PRIOR = lazy(r"上年|上一年|去年")
_STAFF = Phrase("audit.XD113.staff", "{year}年实际在职人数", "staff in post of {year}")


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
    columns = [
        _Label(f"/columns/{number}", label, year - 1 if _is_prior(number, base) else year)
        for number, label in enumerate(base.columns)
    ]
    buildings = _Label("/buildings_label", base.buildings_label or "", year)
    stale = [finding for label in columns if (finding := label.stale(year))]
    others = [found] if (found := buildings.stale(year)) else []
    if base.staff_year is not None and base.staff_year != year:
        others.append(_finding("/staff_year", _STAFF(year=base.staff_year), year, base.staff_year, year))
    if stale:
        labels = {k: tuple(f.values[k] for f in stale) for k in ("label", "stated", "expected")}
        yield Finding(at=stale[0].at, also=tuple(f.at for f in stale[1:]), values={**stale[0].values, **labels})
    yield from others
    dated = base.staff_year is not None or any(label.years for label in (*columns, buildings))
    if dated and not stale and not others:
        yield Held()


def _is_prior(number: int, base: BaseData) -> bool:
    """Whether a column is that of the year before: by its label, or as the first of three."""
    return _PRIOR.search(base.columns[number]) is not None or (number == 0 and len(base.columns) == 3)


@dataclass(frozen=True, slots=True)
class _Label:
    """A label with the year that is right in it."""

    at: str
    text: str
    expected: int

    @property
    def years(self) -> list[int]:
        """The years that it names."""
        return [int(year) for year in _YEAR.findall(self.text)]

    def stale(self, reported: int) -> Finding | None:
        """A finding where it names another year."""
        wrong = next((year for year in self.years if year != self.expected), None)
        if wrong is None:
            return None
        return _finding(self.at, " ".join(self.text.split()), reported, wrong, self.expected)


def _finding(at: str, label: str | Message, year: int, stated: int, expected: int) -> Finding:
    return Finding(at=at, values={"year": year, "label": label, "stated": stated, "expected": expected})
