"""XD117: two projects have nearly the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from jixiao.audit.indicators import plain
from jixiao.audit.money import percent
from jixiao.audit.pairing import normal
from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Evaluation, Finding, Severity
from jixiao.policy import Policy

_LEAST = 5


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
    tables = [(n, e, _rows(e)) for n, e in dossier.each(Evaluation) if e.scope == "project"]
    for (one, first, rows), (other, second, others) in combinations(tables, 2):
        smaller = min(len(rows), len(others))
        if smaller < _LEAST or normal(first.name) == normal(second.name):
            continue
        same = rows & others
        share = Decimal(len(same)) / smaller
        if share >= policy.checks.similarity:
            yield Finding(
                at=other,
                related=(one,),
                values={
                    "name": second.name.strip(),
                    "other": first.name.strip(),
                    "count": len(same),
                    "share": percent(share, 0),
                },
            )


def _rows(evaluation: Evaluation) -> frozenset[tuple[str, str, str]]:
    """The rows that have all three of name, target and actual."""
    found = ((plain(i.name), plain(i.target_text), plain(i.actual or "")) for i in evaluation.indicators)
    return frozenset(row for row in found if all(row))
