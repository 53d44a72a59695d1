"""Evaluations with invented content, as each layout asks for it."""

from __future__ import annotations

import random
from typing import Any

from jixiao.forms.layouts import Layout, available
from jixiao.model import DeclaredPoints, Dossier, Evaluation, Extra, FundLine, Funds, Indicator
from tests.recognition.facts import Fact, Facts, random_facts, roughened

LAYOUTS = tuple(layout for layout in available() if layout.kind.endswith("-evaluation"))
_MONEY = ("initial_budget", "revised_budget", "outturn", "rate", "score")
_SENTENCES = ("", "总体完成较好。", "进度偏慢，\n下一步加快。", "无")


def evaluation(rng: random.Random, layout: Layout, *, rough: bool) -> Evaluation:
    """A filled table of the kind of a layout; ``rough`` as careless writers fill it."""
    facts = random_facts(rng, funds=rng.randrange(1, 5))
    facts = roughened(facts, rng) if rough else facts
    split = _asks_for_signs(layout) or rng.random() < 0.2
    of_project = layout.kind == "project-evaluation"
    named: dict[str, Any] = {"implementer": facts.implementer} if of_project else {}
    if rng.random() < 0.3:
        named |= {name: rng.choice(_SENTENCES) for name in ("conclusion", "problems", "measures")}
    audited = rng.random() < 0.3
    return Evaluation.model_validate(
        {
            "kind": layout.kind,
            "name": facts.name if of_project else "某市市政维护中心",
            "year": 2024,
            "annex": rng.choice(("", "附件1-1")),
            "department": facts.department if of_project else None,
            **named,
            "funds": _funds(facts, layout, rng),
            "goal_expected": facts.expected,
            "goal_actual": facts.actual,
            "declared": _declared(facts, rng),
            "indicators": _rows(facts, rng, split=split, audited=audited),
            "total_weight": "100",
            "total": facts.total,
            "audit_total": facts.total if audited else None,
            "extra": (Extra(label="资金用途", text="管网改造"),) if rng.random() < 0.2 else (),
        }
    )


def dossier(rng: random.Random, layout: Layout, *, rough: bool = False) -> Dossier:
    """A dossier that holds one table, for a unit of no place."""
    return Dossier(unit="某单位", year=2024, records=(evaluation(rng, layout, rough=rough),))


def _asks_for_signs(layout: Layout) -> bool:
    column = next(cell.at for cell in layout.cells() if cell.key == "indicators.sign")
    return not next(spec for spec in layout.columns if spec.name == column).when


def _funds(facts: Facts, layout: Layout, rng: random.Random) -> Funds:
    sources = ("total", "fiscal", "carry_over", "other")
    with_points = rng.random() < 0.8
    lines = tuple(
        FundLine.model_validate(
            {
                "source": source,
                "label": row[0],
                **dict(zip(_MONEY, row[1:], strict=True)),
                "weight": "10" if source == "total" and with_points else "",
            }
        )
        for source, row in zip(sources, facts.funds, strict=False)
    )
    return Funds(lines=lines, unit=rng.choice((layout.money_unit, "万元")))


def _declared(facts: Facts, rng: random.Random) -> tuple[DeclaredPoints, ...]:
    """Points of the first levels, now and then of the second ones too; in the order in which they are printed."""
    deep = rng.random() < 0.3
    if rng.random() < 0.2:
        return ()
    seen: dict[str, str] = {}
    for row in facts.rows:
        seen.setdefault(row.level1, facts.points[row.level1])
        if deep:
            seen.setdefault(row.level2, facts.points[f"{row.level1}/{row.level2}"])
    return tuple(DeclaredPoints(label=label, points=points) for label, points in seen.items())


def _rows(facts: Facts, rng: random.Random, *, split: bool, audited: bool) -> tuple[Indicator, ...]:
    rows: list[Indicator] = []
    for fact in facts.rows:
        rows.append(_row(fact, split=split, audited=audited))
        if rng.random() < 0.08:
            # two results under one target
            group = f"g{len(rows)}"
            rows[-1] = rows[-1].model_copy(update={"group": group})
            rows.append(rows[-1].model_copy(update={"actual": "另一处已完成"}))
    return tuple(rows)


def _row(fact: Fact, *, split: bool, audited: bool) -> Indicator:
    target: dict[str, str] = (
        {"sign": fact.sign, "target": fact.target, "target_unit": fact.unit}
        if split
        else {"target": fact.sign + fact.target + fact.unit}
    )
    return Indicator.model_validate(
        {
            "level1": fact.level1,
            "level2": fact.level2,
            "name": fact.name,
            **target,
            "actual": fact.actual,
            "weight": fact.weight,
            "score": fact.score,
            "audit_score": fact.audit_score if audited else None,
            "explanation": fact.explanation,
        }
    )
