"""Which printed figure follows from which others. A dossier enters, relations leave: the live formulas of the
workbook and the sums that correcting redoes.

Only what must hold is a relation. Where the rows do not say whether they are all the parts of a sum (其中 lines, rows
of unknown source), there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..model import BaseData, Dossier, Evaluation, Figure, SpendingLine
from ..model.pointer import resolve

HUNDRED = Decimal(100)
Kind = Literal["sum", "percent", "points", "total"]

_WHOLE = {
    "three_public": frozenset({"vehicles", "abroad", "reception"}),
    "vehicles": frozenset({"vehicle_purchase", "vehicle_running"}),
}
"""Rows whose parts are known by name: they add up only when all are there (domain form: 三公经费 = 1 + 2 + 3)."""
_OUTLINED = frozenset({"projects", "special"})
"""Rows whose parts are numbered below them; a part marked 其中 is not all of it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """The figure ``at`` follows from ``parts``: their ``sum``; ``percent``: first over second; ``points``: first over
    second, at most 1, times third; ``total``: sum of scores. ``words`` say it to a person.
    """

    at: str
    kind: Kind
    parts: tuple[str, ...]
    words: str


def relations(dossier: Dossier) -> tuple[Relation, ...]:
    """All relations, those that others build on first."""
    return (
        *(r for i, table in dossier.each(BaseData) for r in of_base_data(table, i)),
        *(r for i, table in dossier.each(Evaluation) for r in of_evaluation(table, i)),
    )


def value(relation: Relation, dossier: Dossier) -> Decimal | None:
    """What the figure must be, exactly; ``None`` where its parts do not decide it. A blank part of a sum counts
    nothing.
    """
    figures = [_figure(dossier, part) for part in relation.parts]
    numbers = [f.value for f in figures if f is not None and f.value is not None]
    if len({f.unit for f in figures if f is not None and f.value is not None}) > 1 and relation.kind != "points":
        return None
    if relation.kind in ("sum", "total"):
        if not numbers or any(f is not None and f.value is None and not f.is_blank for f in figures):
            return None
        return sum(numbers, Decimal(0))
    if len(numbers) < len(figures) or numbers[1] <= 0 or numbers[0] < 0:
        return None
    share = numbers[0] / numbers[1]
    return share * HUNDRED if relation.kind == "percent" else min(share, Decimal(1)) * numbers[2]


def _figure(dossier: Dossier, pointer: str) -> Figure | None:
    found = resolve(dossier, pointer)
    return found if isinstance(found, Figure) else None


def of_evaluation(evaluation: Evaluation, at: str) -> Iterator[Relation]:
    """Sums of the money block, execution rate and its score, 总分."""
    lines = evaluation.funds.lines
    totals = [i for i, line in enumerate(lines) if line.source == "total"]
    main = totals[0] if len(totals) == 1 else None
    if main is not None:
        yield from _fund_sums(evaluation, main, at)
    for i, line in enumerate(lines):
        row = f"{at}/funds/lines/{i}"
        if i == main or (line.rate is not None and not line.rate.is_blank):
            yield Relation(
                f"{row}/rate", "percent", (f"{row}/outturn", f"{row}/revised_budget"), "全年执行数 ÷ 全年预算数"
            )
    if main is not None:
        row = f"{at}/funds/lines/{main}"
        parts = (f"{row}/outturn", f"{row}/revised_budget", f"{row}/weight")
        yield Relation(f"{row}/score", "points", parts, "执行率 × 分值，不超过分值")
    if _all_scored(evaluation):
        scores = [f"{at}/indicators/{i}/score" for i in range(len(evaluation.indicators))]
        if main is not None:
            scores.append(f"{at}/funds/lines/{main}/score")
        yield Relation(f"{at}/total", "total", tuple(scores), "预算执行率得分与各三级指标得分之和")


def _fund_sums(evaluation: Evaluation, main: int, at: str) -> Iterator[Relation]:
    parts = [(i, line.source) for i, line in enumerate(evaluation.funds.lines) if i != main]
    sources = [source for _, source in parts]
    if not parts or "named" in sources or len(set(sources)) < len(sources):
        return
    for column in ("initial_budget", "revised_budget", "outturn"):
        pointers = tuple(f"{at}/funds/lines/{i}/{column}" for i, _ in parts)
        yield Relation(f"{at}/funds/lines/{main}/{column}", "sum", pointers, "各资金来源之和")


def _all_scored(evaluation: Evaluation) -> bool:
    """Whether the printed scores are all there is to the total: every row that has points has a score, and the points
    make 100.
    """
    weights: list[Decimal] = []
    total = evaluation.funds.line("total")
    for record in (*evaluation.indicators, *((total,) if total else ())):
        weight, score = record.weight, record.score
        if weight is None or weight.is_blank:
            if score is not None and score.value:
                return False
            continue
        if weight.value is None or (weight.value and (score is None or score.value is None)):
            return False
        weights.append(weight.value)
    return sum(weights, Decimal(0)) == HUNDRED


def of_base_data(table: BaseData, at: str) -> Iterator[Relation]:
    """Sums of the spending lines from the inside out, and the control rates."""
    if table.staff is not None:
        parts = (f"{at}/staff/in_post", f"{at}/staff/establishment")
        yield Relation(f"{at}/staff/control_rate", "percent", parts, "实际在职人数 ÷ 编制数")
    place = {line.id: i for i, line in enumerate(table.lines)}
    for line in sorted(table.lines, key=lambda one: -_depth(table, one)):
        children = table.children(line.id) if line.id else ()
        if children and _adds_up(line, children):
            for column in ("prior_outturn", "budget", "outturn"):
                pointers = tuple(f"{at}/lines/{place[child.id]}/{column}" for child in children)
                yield Relation(f"{at}/lines/{place[line.id]}/{column}", "sum", pointers, "下级各行之和")
    for i, _ in enumerate(table.buildings):
        row = f"{at}/buildings/{i}"
        scale = (f"{row}/actual_scale", f"{row}/approved_scale")
        yield Relation(f"{row}/scale_control_rate", "percent", scale, "实际规模 ÷ 批复规模")
        money = (f"{row}/actual_investment", f"{row}/budget_investment")
        yield Relation(f"{row}/investment_control_rate", "percent", money, "实际投资 ÷ 预算投资")


def _adds_up(line: SpendingLine, children: tuple[SpendingLine, ...]) -> bool:
    keys = [child.key for child in children]
    if line.key in _WHOLE:
        return set(keys) == _WHOLE[line.key] and len(keys) == len(_WHOLE[line.key])
    return line.key in _OUTLINED and not any(child.within for child in children)


def _depth(table: BaseData, line: SpendingLine) -> int:
    by_id = {row.id: row for row in table.lines}
    depth, seen = 0, {line.id}
    while line.parent in by_id and line.parent not in seen:
        line = by_id[line.parent]
        seen.add(line.id)
        depth += 1
    return depth
