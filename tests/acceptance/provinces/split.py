"""Layouts that keep sign, value and unit of a target apart: Sichuan 2023 and Yunnan; Shanghai in yuan."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model import Dossier, Evaluation, Figure
from tests.docx_builder import C, P, R, T

from .kit import SPLIT_ROW, Filing, Form, Page, goal_rows, money, project, rows, spread, table, text_of

_SICHUAN_COLUMNS = (
    "一级指标",
    "二级指标",
    "三级指标",
    "指标性质",
    "指标值",
    "度量单位",
    "完成值",
    "权重",
    "得分",
    "未完成原因分析",
)
_SICHUAN_MONEY = ("initial_budget", "revised_budget", "outturn", "rate", "weight", "score")
_WHO = {"department": "示范县发展和改革局", "implementer": "示范县价格认证中心"}


def _sichuan_project(name: str, code: str, funds: str, indicators: str, total: str, **more: str) -> Evaluation:
    return project(
        name,
        2023,
        money(funds, _SICHUAN_MONEY),
        rows(indicators, SPLIT_ROW),
        **_WHO,
        code=code,
        total=Figure(total),
        total_weight=Figure("100"),
        **more,
    )


_SALARY = _sichuan_project(
    "工资性支出",
    "51000023R000000001",
    """
    total|总额|182.60|186.32|186.32|100.00%|10|10
    fiscal|其中：财政资金|182.60|186.32|186.32|100.00%|/|/
    special_account|财政专户管理资金|0.00|0.00|0.00|0.00%|/|/
    unit|单位资金|0.00|0.00|0.00|0.00%|/|/
    other|其他资金|||||
    """,
    """
    产出指标|时效指标|工资足额发放率|＝|100|%|100|90|90|
    """,
    "100",
    goal_expected="按时足额发放职工工资。",
    goal_actual="职工工资已按月足额发放。",
    conclusion="自评得分100分，工资按月发放到位。",
    problems="无",
    measures="无",
)
_QUARTERS = _sichuan_project(
    "社会保障缴费",
    "51000023R000000002",
    """
    total|总额|44.10|45.00|42.30|94.00%|10|9.40
    fiscal|其中：财政资金|44.10|45.00|42.30|94.00%|/|/
    special_account|财政专户管理资金|0.00|0.00|0.00|0.00%|/|/
    unit|单位资金|0.00|0.00|0.00|0.00%|/|/
    other|其他资金|||||
    """,
    """
    产出指标|数量指标|参保职工人数|≥|23|人|23|22.5|22.5|
    |质量指标|缴费基数核定准确率|＝|100|%|100|22.5|22.5|
    |时效指标|缴费及时率|＝|100|%|100|22.5|22.5|
    效益指标|社会效益指标|职工保障覆盖率|＝|100|%|100|22.5|22.5|
    """,
    "99.4",
    goal_expected="按规定为在职职工缴纳社会保险。",
    goal_actual="23名职工全部参保缴费。",
    conclusion="自评得分99.4分。",
    problems="年中一名职工调出，缴费额少于预算。",
    measures="年中据实调减预算。",
)
_PRICE = _sichuan_project(
    "价格监测与认证",
    "51000023T000000003",
    """
    total|总额|36.00|36.00|31.68|88.00%|10|8.80
    fiscal|其中：财政资金|36.00|36.00|31.68|88.00%|/|/
    special_account|财政专户管理资金|0.00|0.00|0.00|0.00%|/|/
    unit|单位资金|0.00|0.00|0.00|0.00%|/|/
    other|其他资金|||||
    """,
    """
    产出指标|数量指标|价格监测点数量|≥|18|个|18|15|15|
    ||价格认证案件数|≥|260|件|243|15|14.02|涉案财物移送减少，移送多少办理多少
    |质量指标|监测数据上报准确率|≥|98|%|99.1|10|10|
    |时效指标|认证结论出具时限|≤|7|工作日|5|10|10|
    成本指标|经济成本指标|项目总成本|≤|36|万元|31.68|10|10|
    效益指标|社会效益指标|监测信息采用篇数|≥|24|篇|27|20|20|
    满意度指标|服务对象满意度指标|办案机关满意度|≥|95|%|97|10|10|
    """,
    "97.82",
    goal_expected="设立18个价格监测点，办理价格认证260件。",
    goal_actual="18个监测点正常运行，办理认证243件，回收满意度问卷36份。",
    conclusion="自评得分97.82分，总体完成较好。",
    problems="认证案件数受移送数量影响。",
    measures="与办案机关建立季度会商，合理设定目标。",
)


def _sichuan_table(e: Evaluation) -> T:
    w, made = 20, []
    made.append(R([C("项目基本情况", span=w)]))
    made.append(R(spread(["项目名称", C(f"{e.code}-{e.name}", span=16)], w)))
    made.append(R(spread(["主管部门", e.department or "", "实施单位", e.implementer or ""], w)))
    made += goal_rows(
        e,
        Form(
            head=(),
            money=(),
            columns=(),
            goals=("年度目标", "年度目标完成情况"),
            goals_head="项目\n年度\n目标",
            width=w,
        ),
    )
    made.append(R([C("预算执行情况（万元）", span=w)]))
    made.append(
        R(
            spread(
                ["资金来源", "年初预算数", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "原因"],
                w,
                first=3,
            )
        )
    )
    for line in e.funds.lines:
        made.append(R(spread([line.label, *(text_of(line, n) for n in _SICHUAN_MONEY), ""], w, first=3)))
    made.append(R([C("绩效指标（90分）", span=w)]))
    made.append(R(spread(list(_SICHUAN_COLUMNS), w)))
    before = ("", "")
    for row in e.indicators:
        cells = [text_of(row, n) for n in SPLIT_ROW]
        first = C(
            "" if row.level1 == before[0] else row.level1, vmerge="continue" if row.level1 == before[0] else "restart"
        )
        same = (row.level1, row.level2) == before
        second = C("" if same else row.level2, vmerge="continue" if same else "restart")
        made.append(R(spread([first, second, *cells[2:]], w)))
        before = (row.level1, row.level2)
    made.append(
        R([C("合计", span=14), C(text_of(e, "total_weight"), span=2), C(text_of(e, "total"), span=2), C("", span=2)])
    )
    for label, name in (("评价结论", "conclusion"), ("存在问题", "problems"), ("改进措施", "measures")):
        made.append(R([C(label, span=3), C(text_of(e, name), span=w - 3)]))
    made.append(R([C("项目负责人：张甲", span=10), C("财务负责人：李乙", span=10)]))
    return T(made)


def _sichuan(d: Dossier) -> Sequence[Page]:
    blocks = []
    for number, e in enumerate(d.every(Evaluation)):
        if number == 0:
            blocks.append(P("附表3"))
        blocks += [P("510000_0013zp"), P(f"{e.year}年项目支出绩效自评表"), P("单位：万元"), _sichuan_table(e), P("")]
    return [Page("发改局.docx", blocks)]


SICHUAN = Filing(
    "Sichuan 2023, three projects",
    Dossier(year=2023, records=(_SALARY, _QUARTERS, _PRICE)),
    _sichuan,
    expected={
        "IX101": "salary projects have no benefit and no satisfaction block",
        "IX103": "one or four indicators only",
        "IX104": "90 points in one row",
        "TG123": "satisfaction value without a survey in the row",
    },
)

# --- Yunnan: three columns under one head, boxes for the level ---

_YUNNAN_COLUMNS = (
    "level1",
    "level2",
    "name",
    "sign",
    "target",
    "target_unit",
    "actual",
    "weight",
    "score",
    "explanation",
)
_PATROL = project(
    "自然资源卫片核查",
    2020,
    money(
        """
        total|年度资金总额|22.00|22.00|21.45|10|97.50%|9.75
        fiscal|其中：当年财政拨款|22.00|22.00|21.45|10|97.50%|
        carry_over|上年结转资金|||||
        other|其他资金|||||
        """
    ),
    rows(
        """
        产出指标|数量指标|核查图斑数|≥|360|个|372|20|20|
        ||购置测量设备|＝|2|台|2|10|10|
        |质量指标|图斑核查准确率|≥|98|%|98.5|10|10|
        |时效指标|核查成果报送时限|≤|30|天|28|10|10|
        效益指标|社会效益指标|违法用地整改率|≥|90|%|86|30|28.67|三宗用地涉及诉讼，待判决后整改
        满意度指标|服务对象满意度指标|群众满意度|≥|90|%|93|10|10|
        """,
        SPLIT_ROW,
    ),
    goal_expected="核查图斑360个，购置测量设备2台。",
    goal_actual="核查图斑372个，购置测量设备2台，入户调查80人。",
    department="示例区自然资源局",
    implementer="示例区土地监察大队",
    total_weight=Figure("100"),
    total=Figure("98.42"),
)


def _yunnan_table(e: Evaluation) -> T:
    w = 22
    made = [
        R(spread(["项目名称", C(e.name, span=16)], w)),
        R(spread(["主管部门", e.department or "", "实施单位", e.implementer or ""], w)),
        R(
            [
                C("项目资金\n（万元）", span=3, vmerge="restart"),
                *spread(["", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"], w - 3),
            ]
        ),
    ]
    for line in e.funds.lines:
        cells = [
            line.label,
            *(text_of(line, n) for n in ("initial_budget", "revised_budget", "outturn", "weight", "rate", "score")),
        ]
        made.append(R([C("", span=3, vmerge="continue"), *spread(cells, w - 3)]))
    made += goal_rows(e, Form(head=(), money=(), columns=(), goals_head="年度\n总体\n目标", width=w))
    spine = "绩\n效\n指\n标"
    heads = ["一级指标", "二级指标", "三级指标"]
    made.append(
        R(
            [
                C(spine, vmerge="restart"),
                *(C(h, span=2 if n < 2 else 4, vmerge="restart") for n, h in enumerate(heads)),
                C("年度指标值", span=6),
                *(
                    C(h, span=s, vmerge="restart")
                    for h, s in (("实际完成值", 2), ("分值", 1), ("得分", 1), ("偏差原因分析及改进措施", 3))
                ),
            ]
        )
    )
    made.append(
        R(
            [
                C("", vmerge="continue"),
                *(C("", span=s, vmerge="continue") for s in (2, 2, 4)),
                *(C(h, span=2) for h in ("指标性质", "指标值", "度量单位")),
                *(C("", span=s, vmerge="continue") for s in (2, 1, 1, 3)),
            ]
        )
    )
    before = ("", "")
    for row in e.indicators:
        cells = [text_of(row, n) for n in _YUNNAN_COLUMNS]
        a, b = row.level1 == before[0], (row.level1, row.level2) == before
        made.append(
            R(
                [
                    C("", vmerge="continue"),
                    C("" if a else cells[0], span=2, vmerge="continue" if a else "restart"),
                    C("" if b else cells[1], span=2, vmerge="continue" if b else "restart"),
                    *(C(t, span=s) for t, s in zip(cells[2:], (4, 2, 2, 2, 2, 1, 1, 3), strict=True)),
                ]
            )
        )
        before = (row.level1, row.level2)
    made.append(R([C("其他需要说明事项", span=5), C("无", span=17)]))
    made.append(
        R([C("总分", span=17), C(text_of(e, "total_weight")), C(text_of(e, "total")), C("（自评等级：优）", span=3)])
    )
    return T(made)


def _yunnan(d: Dossier) -> Sequence[Page]:
    e = d.every(Evaluation)[0]
    return [
        Page(
            "卫片.docx",
            [
                P("附表12"),
                P(f"{e.year}年度项目支出绩效自评表"),
                P("单位名称：示例区自然资源局　　　　　　　　　　　　　　　　　　　　公开12表"),
                _yunnan_table(e),
                P("备注：1.涉密部门和涉密信息按保密规定不公开。"),
                P("2.一级指标包含产出指标、效益指标、满意度指标。"),
            ],
        )
    ]


YUNNAN = Filing(
    "Yunnan, sign value unit",
    Dossier(year=2020, records=(_PATROL,)),
    _yunnan,
    expected={"TG123": "satisfaction value without a survey in the row"},
)

# --- Shanghai: yuan ---

_STREET_FORM = Form(
    head=(
        (("项目名称", "name"),),
        (("主管部门", "department"), ("实施单位", "implementer")),
    ),
    money=(
        ("initial_budget", "年初预算数"),
        ("revised_budget", "全年预算数"),
        ("outturn", "全年执行数"),
        ("weight", "分值"),
        ("rate", "执行率"),
        ("score", "得分"),
    ),
    columns=(
        ("level1", "一级指标"),
        ("level2", "二级指标"),
        ("name", "三级指标"),
        ("target", "年度指标值"),
        ("actual", "实际完成值"),
        ("weight", "分值"),
        ("score", "得分"),
        ("explanation", "偏差原因分析及改进措施"),
    ),
    money_head="项目资金（元）",
    goals_head="年度总体目标",
    spine="绩效指标",
    width=16,
)
_STREET = project(
    "街面公共设施保洁",
    2024,
    money(
        """
        total|年度资金总额|3,498,000.00|3,498,000.00|3,463,020.00|10|99.00%|9.90
        fiscal|其中：当年财政拨款|3,498,000.00|3,498,000.00|3,463,020.00|||
        carry_over|上年结转资金|0.00|0.00|0.00|||
        """,
        unit="元",
    ),
    rows(
        """
        产出指标|数量指标|保洁道路面积|≥126000平方米|126000平方米|20|20|
        ||清洗果壳箱个数|≥840个|856个|10|10|
        |质量指标|道路保洁考核合格率|≥95%|97%|10|10|
        |时效指标|项目完成日期|2024/12/31|2024/12/31|10|10|
        效益指标|社会效益指标|市容投诉件数|≤60件|52件|30|30|
        满意度指标|服务对象满意度指标|居民满意度|≥85%|委托第三方抽样500人，满意度90.4%|10|10|
        """
    ),
    goal_expected="保洁道路126000平方米，市容投诉不超过60件。",
    goal_actual="全年保洁道路126000平方米，投诉52件。",
    department="示范区绿化和市容管理局",
    implementer="示范区市容环境卫生管理所",
    total_weight=Figure("100"),
    total=Figure("99.90"),
)


def _shanghai(d: Dossier) -> Sequence[Page]:
    e = d.every(Evaluation)[0]
    made = table(e, _STREET_FORM)
    extra = R(spread(["项目总目标", C("建立常态保洁机制。", span=13)], 16))
    dates = R(spread(["计划开始日期", "2024/1/1", "计划完成日期", "2024/12/31"], 16))
    return [
        Page(
            "保洁.docx",
            [P("项目绩效自评表"), P(f"（{e.year}年度）"), T([*made.rows[:2], dates, extra, *made.rows[2:]])],
        )
    ]


SHANGHAI = Filing("Shanghai, money in yuan", Dossier(year=2024, records=(_STREET,)), _shanghai)
