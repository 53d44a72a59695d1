"""Layouts with blocks of their own: Hubei (20 points, no weight column), Ningxia (decision, management), Hengshan."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model import DeclaredPoints, Dossier, Evaluation, Figure
from tests.docx_builder import C, P, R, T

from .kit import AUDIT_ROW, Filing, Form, Page, money, project, rows, spread, table, text_of


def _declared(**points: str) -> tuple[DeclaredPoints, ...]:
    return tuple(DeclaredPoints(label=label, points=Figure(p)) for label, p in points.items())


_FISH = project(
    "禁捕水域巡护",
    2020,
    money(
        """
        total|年度财政资金总额|150.00|141.00|94.00%|18.80|20
        """,
        ("revised_budget", "outturn", "rate", "score", "weight"),
    ),
    rows(
        """
        产出指标|数量指标|巡护里程|≥3200公里|3310公里|~|10|
        ||购置巡护船艇|6艘|6艘|~|5|
        |质量指标|船艇验收合格率|100%|100%|~|10|
        |时效指标|巡护任务完成时间|2020年12月底前|2020年12月25日|~|10|
        |成本指标|单艘船艇购置成本|≤12万元|11.8万元|~|5|
        效益指标|社会效益指标|退捕渔民安置率|100%|100%|~|20|
        |生态效益指标|非法捕捞案件下降率|≥20%|26%|~|10|
        满意度指标|服务对象满意度指标|沿江群众满意度|≥90%|发放问卷150份，满意度92%|~|10|
        """
    ),
    goal_expected="完成3200公里水域巡护，配齐巡护船艇。",
    goal_actual="巡护3310公里，购置船艇6艘。",
    declared=_declared(产出指标="40", 效益指标="30", 满意度指标="10"),
    department="示范市农业农村局",
    implementer="示范市渔政执法支队",
    total=Figure("98.80"),
    problems="无",
    measures="继续加强夜间巡护，结果作为下年度预算安排依据。",
)


def _hubei_table(e: Evaluation) -> T:
    w = 18
    made = [
        R(spread(["项目名称", C(e.name, span=14)], w)),
        R(spread(["主管部门", e.department or "", "项目实施单位", e.implementer or ""], w)),
        R(spread(["项目类别", C("1、部门预算项目  ☑    2、市直专项  □    3、市对下转移支付项目  □", span=14)], w)),
        R(spread(["项目属性", C("1、持续性项目 ☑      2、新增性项目 □", span=14)], w)),
        R(spread(["项目类型", C("1、常年性项目 ☑  2、延续性项目 □  3、一次性项目 □", span=14)], w)),
        R(
            [
                C("预算执行情况（万元）\n（20分）", span=3, vmerge="restart"),
                *spread(["", "预算数（A）", "执行数（B）", "执行率（B/A）", "得分\n（20分*执行率）"], w - 3),
            ]
        ),
    ]
    for line in e.funds.lines:
        cells = [line.label, *(text_of(line, n) for n in ("revised_budget", "outturn", "rate", "score"))]
        made.append(R([C("", span=3, vmerge="continue"), *spread(cells, w - 3)]))
    made.append(R(spread(["年度目标", C(e.goal_expected or "", span=8), C(e.goal_actual or "", span=6)], w)))
    made.insert(-1, R(spread(["", C("预期目标", span=8), C("实际完成情况", span=6)], w)))
    points = {d.label: d.points.raw for d in e.declared}
    made.append(R(spread(["一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "得分"], w)))
    before = ("", "")
    for row in e.indicators:
        a, b = row.level1 == before[0], (row.level1, row.level2) == before
        made.append(
            R(
                spread(
                    [
                        C(
                            "" if a else f"{row.level1}\n（{points[row.level1]}分）",
                            vmerge="continue" if a else "restart",
                        ),
                        C("" if b else row.level2, vmerge="continue" if b else "restart"),
                        *(text_of(row, n) for n in ("name", "target", "actual", "score")),
                    ],
                    w,
                )
            )
        )
        before = (row.level1, row.level2)
    made.append(R([C("总分", span=15), C(text_of(e, "total"), span=3)]))
    made.append(R([C("偏差大或目标未完成原因分析", span=4), C(text_of(e, "problems"), span=14)]))
    made.append(R([C("改进措施及结果应用方案", span=4), C(text_of(e, "measures"), span=14)]))
    return T(made)


def _hubei(d: Dossier) -> Sequence[Page]:
    e = d.every(Evaluation)[0]
    return [
        Page(
            "禁捕.docx",
            [
                P(f"{e.year}年度禁捕水域巡护项目自评表"),
                P("单位名称：示范市农业农村局　　　填报日期：2021年3月10日"),
                _hubei_table(e),
                P("备注："),
                P(
                    "1.预算执行情况口径：预算数为调整后财政资金总额（包括上年结余结转），执行数为资金使用单位财政资金实际支出数。"
                ),
                P("2.定量指标完成数汇总原则：绝对值直接累加计算，相对值按照资金额度加权平均计算。"),
                P(
                    "3.定性指标计分原则：达成预期指标、部分达成预期指标、未达成预期指标三档，按照该指标对应分值区间100-80%（含80%）、80-50%（含50%）、50-0%合理确定分值。"
                ),
            ],
        )
    ]


HUBEI = Filing("Hubei 2020, 20 points, no weights", Dossier(year=2020, records=(_FISH,)), _hubei)

# --- Ningxia ---

_SCHOOL_YARD = project(
    "校园运动场维修",
    2021,
    money(
        """
        total|年度资金总额|64.80|64.80|100.00%
        fiscal|其中：财政拨款|64.80|64.80|100.00%
        other|其他资金|0|0|
        """,
        ("revised_budget", "outturn", "rate"),
    ),
    rows(
        """
        项目决策|项目目标|绩效目标合理性|目标明确、内容细化|目标明确、内容细化|4|4|4|
        ||绩效指标明确性|指标量化可衡量|指标量化可衡量|6|6|5|
        项目管理|资金管理|预算执行率|100%|100%|10|10|10|
        ||资金使用合规性|符合财务制度|符合财务制度|5|5|5|
        |组织实施|管理制度健全性|制度健全|制度健全|10|9|9|个别档案归档偏晚，已补齐
        产出指标|数量指标|维修运动场面积|5400平方米|5400平方米|10|10|10|
        |质量指标|工程验收合格率|100%|100%|10|10|10|
        |时效指标|完工时间|2021年8月底前|2021年8月20日|5|5|5|
        |成本指标|每平方米维修费用|≤120元|120元|5|5|5|
        效益指标|社会效益指标|受益学生数|≥1800人|1862人|15|15|15|
        |可持续影响指标|运动场使用年限|≥8年|8年|10|10|10|
        满意度指标|服务对象满意度指标|师生满意度|≥90%|问卷260份，满意度95%|10|10|10|
        """,
        AUDIT_ROW,
    ),
    goal_expected="维修运动场5400平方米，改善1800名学生活动条件。",
    goal_actual="维修运动场5400平方米，1862名学生受益。",
    department="示例区教育局",
    implementer="示例区第三小学",
    total_weight=Figure("100"),
    total=Figure("99"),
    audit_total=Figure("98"),
)
_NINGXIA_FORM = Form(
    head=((("项目名称", "name"),), (("主管部门", "department"), ("实施单位", "implementer"))),
    money=(("revised_budget", "调整预算数\n（A）"), ("outturn", "执行数\n（B）"), ("rate", "执行率\n（B/A）")),
    columns=(
        ("level1", "一级指标"),
        ("level2", "二级指标"),
        ("name", "三级指标"),
        ("target", "年度指标值"),
        ("actual", "全年完成值"),
        ("weight", "分值"),
        ("score", "自评得分"),
        ("audit_score", "财政审核评分"),
        ("explanation", "未完成原因\n和改进措施"),
    ),
    goals=("年度目标", "年度目标完成情况"),
    goals_head="年度总体目标",
    spine="绩效指标",
    total="总计",
    width=30,
)


def _ningxia(d: Dossier) -> Sequence[Page]:
    e = d.every(Evaluation)[0]
    return [Page("运动场.docx", [P("示例区项目支出绩效自评表"), P(f"（{e.year}年度）"), table(e, _NINGXIA_FORM)])]


NINGXIA = Filing(
    "Ningxia, decision and management blocks",
    Dossier(year=2021, records=(_SCHOOL_YARD,)),
    _ningxia,
)

# --- Hengshan ---

_GRAIN = project(
    "县级储备粮油管理",
    2020,
    money(
        """
        total|年度资金总额|420.00|418.60|99.67%
        fiscal|其中：本级财政资金|420.00|418.60|99.67%
        other|其他资金|0|0|
        """,
        ("revised_budget", "outturn", "rate"),
    ),
    rows(
        """
        产出指标|数量指标|县级储备稻谷数量|8000吨|8000吨|~|~|
        ||轮换稻谷数量|≥2600吨|2640吨|~|~|
        |质量指标|储备粮质量合格率|≥95%|97%|~|~|
        ||发生霉变粮食数量|0吨|0吨|~|~|
        |时效指标|轮换完成时间|2020年10月底前|2020年10月18日|~|~|
        |成本指标|每吨保管费用|≤100元|100元|~|~|
        效益指标|经济效益指标|轮换价差亏损控制数|≤60万元|52.4万元|~|~|
        |社会效益指标|应急保障供应天数|≥15天|15天|~|~|
        满意度指标|服务对象满意度指标|承储企业满意度|≥90%|走访4家企业，满意度100%|~|~|
        """
    ),
    goal_expected="储备稻谷8000吨，按期轮换2600吨。",
    goal_actual="储备稻谷8000吨，轮换2640吨，未发生霉变。",
    department="示范县发展和改革局",
    implementer="示范县粮食储备公司",
)
_HENGSHAN_FORM = Form(
    head=((("专项资金名称", "name"),), (("主管部门", "department"), ("实施单位", "implementer"))),
    money=(("revised_budget", "全年预算数(A)"), ("outturn", "全年执行数(B)"), ("rate", "执行率(B/A)")),
    columns=(
        ("level1", "一级\n指标"),
        ("level2", "二级指标"),
        ("name", "三级指标"),
        ("target", "年度指标值"),
        ("actual", "全年完成值"),
        ("explanation", "未完成原因和改进措施"),
    ),
    goals=("年初设定目标", "全年实际完成情况"),
    spine="绩效\n指标",
    total="",
    width=19,
)


def _hengshan(d: Dossier) -> Sequence[Page]:
    e = d.every(Evaluation)[0]
    return [
        Page("储备粮.docx", [P("附件3"), P("专项资金绩效目标自评表"), P(f"({e.year}年度)"), table(e, _HENGSHAN_FORM)])
    ]


HENGSHAN = Filing("special fund, no weights, no scores", Dossier(year=2020, records=(_GRAIN,)), _hengshan)
