"""What the kinds of self-evaluation tables share: how one reads on paper, and the empty form."""

from __future__ import annotations

from typing import Any

from jixiao.model import Evaluation

from .layouts.complete import completed
from .layouts.points import numbered_groups
from .layouts.schema import Layout


def as_on_paper(evaluation: Evaluation) -> Evaluation:
    """Groups of rows numbered in order; the head of an overall table names the unit once."""
    changes: dict[str, Any] = {"indicators": numbered_groups(evaluation.indicators)}
    if evaluation.scope == "unit" and evaluation.unit == evaluation.name:
        changes["unit"] = None
    return evaluation.model_copy(update=changes)


def empty_evaluation(layout: Layout, **given: Any) -> Evaluation:
    """The empty form of a layout for what is given: name, year, annex …"""
    funds = {"unit": layout.money_unit, **layout.empty.get("funds", {})}
    record = Evaluation.model_validate({**layout.empty, "kind": layout.kind, "state": "open", "funds": funds, **given})
    return completed(record, layout=layout)
