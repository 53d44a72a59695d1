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

FIELDS: dict[str, Term] = {
    **TERMS,
    "title": Term("标题", "title"),
    "year": Term("年度", "year"),
    "unit": Term("单位", "unit"),
    "place": Term("所在地方", "place"),
    "aliases": Term("项目的其他名称", "other names of projects"),
    "records": Term("表和报告", "tables and reports"),
    "state": Term("填报状态", "state"),
    "annex": Term("附件序号", "annex"),
    "name": Term("名称", "name"),
    "code": Term("项目编码", "code"),
    "department": Term("主管部门", "department"),
    "implementer": Term("实施单位", "implementer"),
    "funds": Term("资金情况", "funds"),
    "by_income": Term("按收入性质分", "by income"),
    "by_expenditure": Term("按支出性质分", "by expenditure"),
    "amount": Term("资金构成", "parts of the funds"),
    "goal_expected": Term("预期目标", "expected goal"),
    "goal_actual": Term("实际完成情况", "goal reached"),
    "declared": Term("各级指标的分值", "points of a level"),
    "points": Term("各级指标的分值", "points of a level"),
    "indicators": INDICATORS,
    "level1": Term("一级指标", "level 1"),
    "level2": Term("二级指标", "level 2"),
    "sign": Term("指标性质", "sign"),
    "target_unit": Term("度量单位", "unit of the target"),
    "audit_score": Term("财政审核评分", "the bureau's score"),
    "audit_total": Term("财政审核总分", "the bureau's total"),
    "conclusion": Term("自评结论", "conclusion"),
    "problems": Term("存在的问题", "problems"),
    "measures": Term("改进措施", "measures"),
    "extra": Term("其他栏目", "other cells"),
    "label": Term("栏目名称", "label"),
    "text": Term("内容", "text"),
    "staff": Term("财政供养人员情况", "staff"),
    "staff_year": Term("人员情况的年度", "year of the staff"),
    "columns": Term("表头", "heads"),
    "lines": Term("各行", "rows"),
    "buildings_label": Term("楼堂馆所控制情况", "buildings"),
    "buildings": Term("楼堂馆所控制情况", "buildings"),
    "thrift": Term("厉行节约保障措施", "thrift"),
    "sections": Term("正文", "text"),
    "paragraphs": Term("段落", "paragraphs"),
    "number": Term("序号", "number"),
    "level": Term("标题级别", "level of the heading"),
    "attachments": Term("附件说明", "attachments"),
    "signature": Term("落款", "signature"),
    "date": Term("日期", "date"),
    "claims": Term("正文所述的数", "figures stated in the text"),
}
"""Every field that a person may be led to. ``unit`` is a body; beside amounts it is a measure: :data:`MONEY_UNIT`."""

MONEY_UNIT = Term("金额单位", "unit of amounts")
