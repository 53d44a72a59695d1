"""XD116: one project has two tables."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import total_amounts
from jixiao.audit.shared.pairing import normal
from jixiao.model import Dossier, Evaluation, Finding, Held, Severity
from jixiao.model.pointer import resolve


@rule(
    "XD116",
    "project-twice",
    title="同一项目有两张自评表",
    severity=Severity.WARNING,
    basis="format.once",
    since="0.1",
    zh={
        "": "“{name}”有 {count} 张 {year} 年度自评表，金额或总分不同",
        "copy": "“{name}”有 {count} 张内容相同的 {year} 年度自评表，可能重复收入",
    },
    en={
        "": "“{name}” has {count} tables for {year}, with different amounts or totals",
        "copy": "“{name}” has {count} equal tables for {year}: the same file may have been given twice",
    },
)
def project_twice(dossier: Dossier) -> Iterator[Outcome]:
    """一个项目在一个年度只应有一张自评表。

    为什么重要：两张表两个结果，不知道以哪张为准；汇总时金额也会重复计算。
    怎样修改：保留最终定稿的一张；确实是两个项目的，改成不同的名称。
    何时不适用：年度不同的表是不同年度的自评，不算重复；名称没有读出的不判断。
    """
    groups: dict[tuple[str, str, int | None], list[str]] = {}
    for number, evaluation in dossier.each(Evaluation):
        name = normal(evaluation.name)
        if name:
            groups.setdefault((evaluation.kind, name, evaluation.year), []).append(number)
    if groups and all(len(numbers) == 1 for numbers in groups.values()):
        yield Held()
    for (_, _, year), numbers in groups.items():
        if len(numbers) > 1:
            same = len({_print(resolve(dossier, n)) for n in numbers}) == 1
            yield Finding(
                at=numbers[1],
                also=tuple(numbers[2:]),
                evidence=(numbers[0],),
                values={
                    "name": resolve(dossier, numbers[0]).name.strip(),
                    "count": len(numbers),
                    "year": year or dossier.year,
                },
                variant="copy" if same else "",
            )


def _print(evaluation: Evaluation) -> tuple[object, ...]:
    """What two copies of one table have in common."""
    amounts = total_amounts(evaluation, "")
    rows = tuple((i.name, i.target, i.actual, i.score) for i in evaluation.indicators)
    return (*(amounts[k].value for k in sorted(amounts)), evaluation.total, rows)
