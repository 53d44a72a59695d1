"""The words of the forms in both languages, once: what their columns and places are called.

A field of a record enters by its name, the :class:`~jixiao.model.Term` that messages print leaves. Labels as they are
printed on paper, with all their spellings, are another matter: see :mod:`.labels`.
"""

from __future__ import annotations

from jixiao.model import Term

INITIAL_BUDGET = Term("年初预算数", "initial budget")
REVISED_BUDGET = Term("全年预算数", "revised budget")
OUTTURN = Term("全年执行数", "outturn")
EXECUTION_RATE = Term("执行率", "execution rate")
EXECUTION = Term("预算执行率", "budget execution")
EXECUTION_WEIGHT = Term("预算执行率分值", "weight of the execution rate")
EXECUTION_SCORE = Term("预算执行率得分", "score of the execution rate")
FUND_TOTAL = Term("年度资金总额", "total funds")

INDICATORS = Term("绩效指标", "indicators")
TARGET = Term("年度指标值", "target")
ACTUAL = Term("实际完成值", "actual value")
WEIGHT = Term("分值", "weight")
SCORE = Term("得分", "score")
EXPLANATION = Term("偏差原因分析及改进措施", "explanation")
TOTAL = Term("总分", "total")
FULL_SCORE = Term("满分", "full score")

PRIOR_OUTTURN = Term("上年决算数", "prior outturn")
YEAR_BUDGET = Term("预算数", "budget")
YEAR_OUTTURN = Term("决算数", "outturn")

MONEY: dict[str, Term] = {"initial_budget": INITIAL_BUDGET, "revised_budget": REVISED_BUDGET, "outturn": OUTTURN}
"""The columns of amounts in a money block, by field."""

SPENDING: dict[str, Term] = {"prior_outturn": PRIOR_OUTTURN, "budget": YEAR_BUDGET, "outturn": YEAR_OUTTURN}
"""The columns of amounts in a base data table, by field."""

POINTS: dict[str, Term] = {"weight": WEIGHT, "score": SCORE, "total": TOTAL, "total_weight": FULL_SCORE}
"""Places of points, by field."""

TERMS: dict[str, Term] = {
    **SPENDING,
    **MONEY,
    **POINTS,
    "rate": EXECUTION_RATE,
    "target": TARGET,
    "actual": ACTUAL,
    "explanation": EXPLANATION,
    "establishment": Term("编制数", "establishment"),
    "in_post": Term("实际在职人数", "in post"),
    "control_rate": Term("控制率", "control rate"),
    "approved_scale": Term("批复规模", "approved scale"),
    "actual_scale": Term("实际规模", "actual scale"),
    "scale_control_rate": Term("规模控制率", "scale control rate"),
    "budget_investment": Term("预算投资", "budgeted investment"),
    "actual_investment": Term("实际投资", "actual investment"),
    "investment_control_rate": Term("投资概算控制率", "investment control rate"),
}
"""Every field that a message may name. ``outturn`` is that of a money block; that of a base data table stands in
:data:`SPENDING`.
"""
