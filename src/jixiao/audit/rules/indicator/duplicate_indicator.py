"""IX204: the same indicator stands twice in one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.indicators import applicable, plain
from jixiao.audit.shared.rows import Row
from jixiao.model import Evaluation, Finding, Held, Severity
from jixiao.scoring import Appraisal


@rule(
    "IX204",
    "duplicate-indicator",
    title="指标重复",
    severity=Severity.WARNING,
    basis="indicator.one_idea",
    since="0.1",
    zh="“{name}”在同一二级指标下出现 {count} 次，指标值分别为 {targets}，分值分别为 {weights}",
    en="“{name}” stands {count} times under one second-level indicator, with targets {targets} and weights {weights}",
)
def duplicate_indicator(evaluation: Evaluation, appraisal: Appraisal) -> Iterator[Outcome]:
    """同一张表里，一项指标只出现一次。

    为什么重要：重复的指标把同一件事计了两次分，挤掉了别的指标。
    怎样修改：合并成一行；确实是两件事的，改成两个不同的名称和指标值。
    何时不适用：合并单元格下分列的几行实际完成值不算重复；同名但分属不同二级指标、指标值也不同的不算。
    """
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in applicable(evaluation, appraisal):
        indicator = row.indicator
        groups.setdefault((plain(indicator.name), f"{indicator.level1}/{indicator.level2}"), []).append(row)
    repeated = [found for found in groups.values() if len(_printed(found)) > 1]
    for found in repeated:
        first, second, *others = (row.at("name") for row in found)
        yield Finding(
            at=second,
            also=tuple(others),
            evidence=(first,),
            values={
                "name": found[0].indicator.name.strip(),
                "count": len(_printed(found)),
                "targets": tuple(row.indicator.target_text.strip() for row in found),
                "weights": tuple(row.indicator.weight for row in found),
            },
        )
    if groups and not repeated:
        yield Held("/indicators")


def _printed(found: Iterable[Row]) -> set[str | int]:
    """The rows as they are printed: those merged into one count once."""
    return {row.indicator.group or row.number for row in found}
