"""XD108: one project's amount differs between the base data and its own table."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.messages import SPENT
from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import row_of_amounts
from jixiao.forms.terms import YEAR_BUDGET
from jixiao.model import Dossier, Evaluation, Finding, Held, Severity
from jixiao.model.pointer import resolve

from .coverage import CoveredItem, coverage

_COLUMNS = {"revised": YEAR_BUDGET, "outturn": SPENT}


@rule(
    "XD108",
    "project-amount",
    title="同一项目金额在两张表里不同",
    severity=Severity.ERROR,
    basis="form.cross_table",
    since="0.1",
    zh={
        "": "“{name}”{columns}：基础数据表 {base}，自评表 {table}，相差 {difference}",
        "explained": (
            "“{name}”{columns}：基础数据表 {base}，自评表 {table}，相差 {difference}，正好是自评表的“{part}” "
            "{part_amount}，基础数据表未计入"
        ),
    },
    en={
        "": "“{name}” {columns}: {base} in the base data, {table} in its own table, {difference} apart",
        "explained": (
            "“{name}” {columns}: {base} in the base data, {table} in its own table; the {difference} between is “"
            "{part}” {part_amount}, left out"
        ),
    },
    after=("XD114",),
)
def project_amount(dossier: Dossier) -> Iterator[Outcome]:
    """同一个项目的预算数、执行数，在基础数据表和它自己的自评表里应当相同。

    为什么重要：同一笔钱两个数，合计跟着错；读表的人不知道该信哪一个。
    怎样修改：以决算为准改成一个数；差额是上年结转等某一部分的，两张表统一口径并注明是否含结转。
    何时不适用：名称对不上的项目不比较；基础数据表的预算数等于自评表年初预算数的，是另一种口径，不算不符。
    """
    found = coverage(dossier)
    for item in found.items if found else ():
        different = [c for c in _COLUMNS if item.differs(c)]
        same = [item.table_amounts[c].at for c in _COLUMNS if item.agrees(c)]
        if different:
            yield _finding(resolve(dossier, item.table), item, different)
        elif same:
            yield Held(same[0])


def _finding(evaluation: Evaluation, item: CoveredItem, columns: list[str]) -> Finding:
    pairs = [(item.amounts[c], item.table_amounts[c]) for c in columns]
    gaps = {c: abs(item.table_amounts[c].value - item.amounts[c].value) for c in columns}
    part = row_of_amounts(evaluation, item.table, gaps)
    values: dict[str, object] = {
        "name": item.name,
        "columns": tuple(_COLUMNS[c] for c in columns),
        "base": tuple(b.figure for b, _ in pairs),
        "table": tuple(t.figure for _, t in pairs),
        "difference": tuple(dict.fromkeys(abs(t.value - b.value) for b, t in pairs)),
    }
    at, *also = (base.at for base, _ in pairs)
    evidence = tuple(table.at for _, table in pairs)
    severity = Severity.WARNING if item.how in ("core", "amounts") else None
    if part is None:
        return Finding(at, tuple(also), evidence, values, severity)
    label, amounts = part
    values |= {"part": label, "part_amount": tuple(dict.fromkeys(a.figure for a in amounts))}
    evidence += tuple(amount.at for amount in amounts)
    return Finding(at, tuple(also), evidence, values, Severity.WARNING, "explained")
