"""Which year a table reports, and whether its project runs over several years."""

from __future__ import annotations

from jixiao.model import Dossier, Evaluation
from jixiao.values.pattern import lazy

_SPAN = lazy(
    r"20\d\d\s*年?\s*(?:[-—–~～至到]|以来)\s*20\d\d|跨年度|分期实施|[二三四五]年(?:行动|计划|规划)|十[三四五]五"
)


def reported_year(evaluation: Evaluation, dossier: Dossier) -> int | None:
    """The year printed on the table, else that of the dossier."""
    return evaluation.year if evaluation.year is not None else dossier.year


def runs_over_years(evaluation: Evaluation) -> bool:
    """Whether carry-over money, or the words of name and goals, speak of more than one year."""
    carried = evaluation.funds.line("carry_over")
    if carried is not None and any(
        f is not None and f.value for f in (carried.initial_budget, carried.revised_budget, carried.outturn)
    ):
        return True
    texts = (evaluation.name, evaluation.title, evaluation.goal_expected or "", evaluation.goal_actual or "")
    return any(_SPAN.search(text) for text in texts)
