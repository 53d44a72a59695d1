"""What the kinds of self-evaluation tables share: how one reads on paper, and the empty form.

Layouts are loaded with the first table that is printed or begun: a check needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jixiao.model import Evaluation

if TYPE_CHECKING:
    from .layouts import Layout


def as_on_paper(evaluation: Evaluation) -> Evaluation:
    """Groups of rows numbered in order; the head of an overall table names the unit once."""
    from .layouts.points import numbered_groups

    changes: dict[str, Any] = {"indicators": numbered_groups(evaluation.indicators)}
    if evaluation.scope == "unit" and evaluation.unit == evaluation.name:
        changes["unit"] = None
    return evaluation.model_copy(update=changes)


def empty_evaluation(layout: Layout, **given: Any) -> Evaluation:
    """The empty form of a layout for what is given: name, year, annex …"""
    from .layouts import completed

    funds = {"unit": layout.money_unit, **layout.empty.get("funds", {})}
    record = Evaluation.model_validate({**layout.empty, "kind": layout.kind, "state": "open", "funds": funds, **given})
    return completed(record, layout=layout)
