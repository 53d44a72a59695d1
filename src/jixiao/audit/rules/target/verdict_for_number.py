"""TG111: the target is a number, the actual value only a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import Row, gathered, matters, rows
from jixiao.model import Evaluation, Held, Severity
from jixiao.model.value import Number, Reached, Value, Verdict
from jixiao.scoring import Appraisal
from jixiao.values import units

_ALL = Decimal(100)


@rule(
    "TG111",
    "verdict-for-number",
    title="定量指标的完成值只写了结论",
    severity=Severity.WARNING,
    basis="form.actual",
    since="0.1",
    zh="{count} 行的指标值是数（如“{target}”），完成值只写“{actual}”：{rows}",
    en="{count} rows have a number as target (such as “{target}”) and only “{actual}” as actual value: {rows}",
)
def verdict_for_number(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Outcome]:
    """指标值是数的，完成值也应当是数，不能只写“完成”“达成预期指标”。

    为什么重要：只有结论没有数，得分无从复核。
    怎样修改：按台账填实际完成数，单位与指标值相同。
    何时不适用：时间、频次类指标写“如期完成”“按月发放”；指标值为 100% 或只有一项而写“完成”；指标值为 0 的。
    """
    numbers = [row for row in rows(evaluation, appraisal) if matters(row.indicator) and _asks_for_number(row)]
    found = [row for row in numbers if _only_verdict(row.appraisal.actual)]
    if found:
        first = found[0].indicator
        values = {"target": first.target_text.strip(), "actual": (first.actual or "").strip()}
        yield gathered(found, "actual", evidence=("target",), values=values)
    elif any(isinstance(row.appraisal.actual, Number) for row in numbers):
        yield Held("/indicators")


def _asks_for_number(row: Row) -> bool:
    """Whether the target is a number that a mere "done" does not answer: neither nothing, nor one, nor all."""
    target = row.appraisal.target
    if not isinstance(target, Number) or not target.high:
        return False
    return target.low != (_ALL if units.is_share(target.unit) else 1)


def _only_verdict(actual: Value) -> bool:
    return isinstance(actual, Verdict) and actual.reached is not Reached.NO
