"""XD114: one table holds 元 where the other holds 万元."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import Amount, first_base, overall_tables, total_amounts, unit_slip
from jixiao.model import Dossier, Finding, Held, Severity, Term

from .coverage import coverage

_COLUMNS = ("revised", "outturn")
_OVERALL = Term("整体支出与基本支出", "overall and basic spending")


@rule(
    "XD114",
    "mixed-units",
    title="元与万元混用",
    severity=Severity.ERROR,
    basis="cross.units",
    since="0.1",
    zh="“{name}”：基础数据表 {base}，自评表 {table}，按表头单位换算后正好相差一万倍，应是元与万元混用",
    en="“{name}”: {base} in the base data, {table} in its table; by the printed units they differ by ten thousand",
)
def mixed_units(dossier: Dossier) -> Iterator[Outcome]:
    """各表金额应按表头标明的单位填写，元与万元不能混用。

    为什么重要：差一万倍的数进入汇总，整套表都不能用。
    怎样修改：把金额换算成表头的单位，或改正表头单位。
    何时不适用：相差不是一万倍的，由金额核对的规则处理。
    """
    found = coverage(dossier)
    pairs: list[tuple[str | Term, dict[str, Amount], dict[str, Amount]]] = []
    if found:
        pairs += [(item.name, item.amounts, item.table_amounts) for item in found.items if item.table]
        for at, evaluation in overall_tables(dossier)[:1]:
            stated = total_amounts(evaluation, at)
            pairs.append((_OVERALL, first_base(dossier, "basic"), stated))
    for name, base, table in pairs:
        both = [c for c in _COLUMNS if c in base and c in table]
        slips = [c for c in both if unit_slip(base[c], table[c])]
        if slips:
            yield Finding(
                at=table[slips[0]].at,
                also=tuple(table[c].at for c in slips[1:]),
                evidence=tuple(base[c].at for c in slips),
                values={
                    "name": name,
                    "base": tuple(base[c].figure for c in slips),
                    "table": tuple(table[c].figure for c in slips),
                },
            )
        elif both:
            yield Held(table[both[0]].at)
