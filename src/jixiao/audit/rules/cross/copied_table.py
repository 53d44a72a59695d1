"""XD117: two projects have nearly the same rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import plain
from jixiao.audit.shared.money import percent
from jixiao.audit.shared.pairing import normal
from jixiao.model import Dossier, Evaluation, Finding, Held, Severity
from jixiao.model.classes import dataclass
from jixiao.policy import Policy

_LEAST = 5
_Row = tuple[str, str, str]


@rule(
    "XD117",
    "copied-table",
    title="两个项目的指标几乎相同",
    severity=Severity.WARNING,
    basis="indicator.goal_link",
    since="0.1",
    zh="“{name}”与“{other}”的自评表有 {count} 行名称、指标值、完成值都相同（占 {share}%），疑为照抄",
    en="{count} rows of “{name}” and “{other}” agree in name, target and actual ({share} %): one may be a copy",
    after=("XD116",),
)
def copied_table(dossier: Dossier, policy: Policy) -> Iterator[Outcome]:
    """不同项目应有各自的指标和完成值。

    为什么重要：两张表几乎一样，说明指标不是按项目内容设的，完成值也未必是真的。
    怎样修改：按各项目的实际内容重设指标，据实填写完成值。
    何时不适用：行数太少的表不比较；满意度、成本控制等各项目通用的几行相同是正常的。
    """
    tables = [(at, e.name.strip(), _rows(e)) for at, e in dossier.each(Evaluation) if e.scope == "project"]
    compared = [_Table(at, n, name, rows) for n, (at, name, rows) in enumerate(tables) if len(rows) >= _LEAST]
    earlier = _Earlier()
    for table in compared:
        other, count = earlier.most_alike(table)
        share = _share(count, table, other) if other is not None else Decimal(0)
        if other is not None and share >= policy.checks.similarity:
            yield Finding(
                at=table.at,
                evidence=(other.at,),
                values={"name": table.name, "other": other.name, "count": count, "share": percent(share, 0)},
            )
        elif table is not compared[0]:
            yield Held(table.at)
        earlier.add(table)


@dataclass(frozen=True, slots=True)
class _Table:
    at: str
    number: int
    name: str
    rows: frozenset[_Row]


class _Earlier:
    """The tables seen so far, by their rows: most tables share none, and copies of one table count once."""

    def __init__(self) -> None:
        self._copies: list[list[_Table]] = []
        self._of_rows: dict[frozenset[_Row], int] = {}
        self._with_row: dict[_Row, list[int]] = {}

    def add(self, table: _Table) -> None:
        """One more table."""
        known = self._of_rows.get(table.rows)
        if known is not None:
            self._copies[known].append(table)
            return
        self._of_rows[table.rows] = len(self._copies)
        for row in table.rows:
            self._with_row.setdefault(row, []).append(len(self._copies))
        self._copies.append([table])

    def most_alike(self, table: _Table) -> tuple[_Table | None, int]:
        """The table of another project that is most like this one, the first of several, and how many rows they share;
        ``None`` and 0 where none shares a row.
        """
        shared = Counter(place for row in table.rows for place in self._with_row.get(row, ()))
        found = (
            (other, count)
            for place, count in shared.items()
            if (other := self._of_another_name(place, normal(table.name))) is not None
        )
        return max(found, key=lambda f: (_share(f[1], table, f[0]), -f[0].number), default=(None, 0))

    def _of_another_name(self, place: int, name: str) -> _Table | None:
        return next((table for table in self._copies[place] if normal(table.name) != name), None)


def _share(count: int, one: _Table, other: _Table) -> Decimal:
    return Decimal(count) / min(len(one.rows), len(other.rows))


def _rows(evaluation: Evaluation) -> frozenset[_Row]:
    """The rows that have all three of name, target and actual."""
    found = ((plain(i.name), plain(i.target_text), plain(i.actual or "")) for i in evaluation.indicators)
    return frozenset(row for row in found if all(row))
