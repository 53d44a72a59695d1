"""The central layout of 2020 and its relatives: a water bureau, a transfer payment, Henan, Anhui, Guangxi."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model import BaseData, DeclaredPoints, Dossier, Evaluation, Extra, Figure, Report, Staff
from tests.docx_builder import C, P, R, T

from .kit import Filing, Form, Page, base_lines, base_table, money, project, prose, report, rows, table, unit

MONEY = (
    ("initial_budget", "年初\n预算数"),
    ("revised_budget", "全年\n预算数"),
    ("outturn", "全年\n执行数"),
    ("weight", "分值"),
    ("rate", "执行率"),
    ("score", "得分"),
)
COLUMNS = (
    ("level1", "一级指标"),
    ("level2", "二级指标"),
    ("name", "三级指标"),
    ("target", "年度\n指标值"),
    ("actual", "实际\n完成值"),
    ("weight", "分值"),
    ("score", "得分"),
    ("explanation", "偏差原因分析\n及改进措施"),
)
POINTS = tuple(
    DeclaredPoints(label=label, points=Figure(points))
    for label, points in (("产出指标", "50"), ("效益指标", "30"), ("满意度指标", "10"))
)
PROJECT = Form(
    head=((("项目支\n出名称", "name"),), (("主管部门", "department"), ("实施单位", "implementer"))),
    money=MONEY,
    columns=COLUMNS,
    points="\n\n（{}分）",
)
UNIT = Form(
    head=((("县级预算部\n门名称", "name"),),),
    money=MONEY,
    columns=COLUMNS,
    money_head="年度预\n算申请\n（万元）",
    points="\n({}分)",
    width=27,
)

_WATER = "示范县水利局"
_WATER_REPORT = report(
    "unit",
    "示范县水利局2024年度部门整体支出绩效自评报告",
    """
# 一、|部门基本情况
## （一）|职能职责
负责全县水资源管理、水旱灾害防御和农村供水保障工作。
## （二）|机构设置
我局内设办公室、规划财务股、水旱灾害防御股等6个股室，核定编制42名，年末实有在职人员40人。
# 二、|一般公共预算支出情况
## （一）|基本支出情况
2024年基本支出620.40万元，其中人员经费548.10万元，公用经费72.30万元。
## （二）|项目支出情况
2024年项目支出369.60万元，其中河道清障维护项目支出189.60万元，农村供水水质检测项目支出180.00万元。
# 三、|政府性基金预算、国有资本经营预算、社会保险基金预算支出情况
我局无此类支出。
# 四、|部门整体支出绩效情况
2024年全年预算数1000.00万元，执行数990.00万元，预算执行率99.00%。部门整体支出绩效自评得分98.4分，自评等级为优。
# 五、|存在的问题及原因分析
个别检测点位采样时间偏晚，主要原因是汛期道路中断，影响了检测报告按期出具。
# 六、|下一步改进措施
提前安排汛前采样，与乡镇水管站建立备用采样点。
# 七、|绩效自评结果拟应用和公开情况
自评结果拟作为下年度预算安排的参考，并在县政府门户网站公开。
# 八、|其他需要说明的情况
无。
""",
    year=2024,
    unit=_WATER,
    attachments=("1.部门整体支出绩效评价基础数据表", "2.部门整体支出绩效自评表", "3.项目支出绩效自评表"),
    signature=_WATER,
    date="2025年3月18日",
)
_WATER_BASE = BaseData(
    kind="base-data",
    title="部门整体支出绩效评价基础数据表",
    year=2024,
    staff_year=2024,
    staff=Staff(establishment=Figure("42"), in_post=Figure("40"), control_rate=Figure("95.24%")),
    columns=("2023年决算数", "2024年预算数", "2024年决算数"),
    lines=base_lines(
        """
        three_public||三公经费|9.80|10.00|9.20
        vehicles|1、|公务用车购置和维护经费|6.30|6.50|6.10
        vehicle_purchase||公车购置|0|0|0|y
        vehicle_running||公车运行维护|6.30|6.50|6.10|y
        abroad|2、|出国经费|0|0|0
        reception|3、|公务接待|3.50|3.50|3.10
        projects||项目支出|350.00|375.00|369.60
        business|1、|业务工作经费|170.00|180.00|180.00
        operation|2、|运行维护经费|180.00|195.00|189.60
        public_funds||公用经费|75.20|76.00|72.30
        procurement||政府采购金额|60.00|66.00|64.80
        basic||部门基本支出预算调整|600.00|625.00|620.40
        """
    ),
    thrift="严格执行公务接待和车辆管理规定，压减会议和培训开支。",
)
_WATER_UNIT = unit(
    _WATER,
    2024,
    money(
        """
        total|年度资金总额|960.00|1000.00|990.00|10|99.00%|9.90
        """
    ),
    rows(
        """
        产出指标|数量指标|河道清障长度|≥30公里|32公里|10|10|
        ||水质检测点位数|120个|120个|10|10|
        |质量指标|检测报告合格率|≥98%|99.2%|10|10|
        |时效指标|检测报告按期出具率|100%|95%|10|9.5|汛期道路中断，采样推迟；已增设备用采样点
        |成本指标|部门支出控制数|≤1000万元|990万元|10|10|
        效益指标|社会效益指标|受益农村人口|≥5.2万人|5.4万人|15|15|
        |生态效益指标|主要河段行洪条件|改善12处险工险段|改善12处险工险段|15|14|两处岸坡植被仍在恢复，明年补植
        满意度指标|服务对象满意度指标|群众满意度|≥90%|发放问卷200份，收回有效问卷190份，满意率94%|10|10|
        """
    ),
    goal_expected="完成30公里河道清障，完成120个点位水质检测，保障农村供水安全。",
    goal_actual="清障32公里，检测点位120个，全年未发生供水安全事故。",
    declared=POINTS,
    total_weight=Figure("100"),
    total=Figure("98.4"),
)
_RIVER = project(
    "河道清障维护",
    2024,
    money(
        """
        total|年度资金总额|190.00|195.00|189.60|10|97.23%|9.72
        fiscal|其中：当年财政拨款|190.00|190.00|184.60|||
        carry_over|上年结转资金|0|5.00|5.00|||
        other|其他资金||||||
        """
    ),
    rows(
        """
        产出指标|数量指标|清障河段长度|≥30公里|32公里|20|20|
        |质量指标|清障验收合格率|100%|100%|10|10|
        |时效指标|完工时间|2024年11月30日前|2024年11月12日|10|10|
        |成本指标|每公里清障费用|≤6.5万元|5.93万元|10|10|
        效益指标|社会效益指标|保护耕地面积|≥8000亩|8200亩|20|20|
        |生态效益指标|行洪断面恢复处数|12处|11处|10|9.17|一处断面因征地未完成，已列入2025年计划
        满意度指标|服务对象满意度指标|沿河村民满意度|≥90%|问卷调查120户，满意度93%|10|10|
        """
    ),
    goal_expected="清理河道障碍物30公里以上，汛前完成重点河段清障。",
    goal_actual="已清理河道32公里，恢复行洪断面11处。",
    declared=POINTS,
    department="示范县水利局",
    implementer="示范县河道管理站",
    total_weight=Figure("100"),
    total=Figure("98.89"),
)
_TESTS = project(
    "农村供水水质检测",
    2024,
    money(
        """
        total|年度资金总额|170.00|180.00|180.00|10|100%|10
        fiscal|其中：当年财政拨款|170.00|180.00|180.00|||
        carry_over|上年结转资金||||||
        other|其他资金||||||
        """
    ),
    rows(
        """
        产出指标|数量指标|检测点位数|120个|120个|15|15|
        ||检测指标数|≥43项|43项|10|10|
        |质量指标|检测报告合格率|≥98%|99.2%|10|10|
        |时效指标|检测报告按期出具率|100%|95%|10|9.5|汛期道路中断，采样推迟；已增设备用采样点
        |成本指标|单个点位检测费用|≤1.5万元|1.5万元|5|5|
        效益指标|社会效益指标|受益农村人口|≥5.2万人|5.4万人|30|30|
        满意度指标|服务对象满意度指标|用水户满意度|≥90%|抽样电话回访300户，满意度95%|10|10|
        """
    ),
    goal_expected="对120个点位开展水质检测，检测指标43项。",
    goal_actual="120个点位全部检测，检测指标43项。",
    declared=POINTS,
    department="示范县水利局",
    implementer="示范县农村供水服务中心",
    total_weight=Figure("100"),
    total=Figure("99.5"),
)


def _water(d: Dossier) -> Sequence[Page]:
    base, whole = d.every(BaseData)[0], d.every(Evaluation)[0]
    blocks = [
        *prose(d.every(Report)[0], indent="\u3000\u3000"),
        P("附件1"),
        P(base.title),
        P(f"（{base.year}年度）"),
        base_table(base),
        P("附件2"),
        P(f"{whole.year}年度部门整体支出绩效自评表"),
        table(whole, UNIT),
    ]
    for number, e in enumerate(d.every(Evaluation)[1:], start=1):
        blocks += [P(f"附件3-{number}"), P("项目支出绩效自评表"), P(f"（{e.year}年度）"), table(e, PROJECT)]
    return [Page("水利局.docx", blocks)]


WATER = Filing(
    "central 2020, water bureau",
    Dossier(unit=_WATER, year=2024, records=(*(_WATER_UNIT, _RIVER, _TESTS), *(_WATER_BASE,), *(_WATER_REPORT,))),
    _water,
    claims=(
        ("money", "620.40", "基本支出"),
        ("money", "548.10", "人员经费"),
        ("money", "72.30", "公用经费"),
        ("money", "369.60", "项目支出"),
        ("money", "189.60", "河道清障"),
        ("money", "180.00", "水质检测"),
        ("money", "1000.00", ""),
        ("money", "990.00", ""),
        ("rate", "99.00", ""),
        ("score", "98.4", ""),
        ("count", "42", ""),
        ("count", "40", ""),
    ),
)

# --- a transfer payment without scores, with a note and footnotes ---

_TRANSFER_FORM = Form(
    head=(
        (("转移支付（项目）名称", "name"),),
        (("地方主管部门", "department"), ("资金使用单位", "implementer")),
    ),
    money=(("revised_budget", "全年预算数（A）"), ("outturn", "全年执行数（B）"), ("rate", "预算执行率\n（B/A×100%）")),
    columns=(
        ("level1", "一级指标"),
        ("level2", "二级指标"),
        ("name", "三级指标"),
        ("target", "指标值"),
        ("actual", "全年实际\n完成值"),
        ("explanation", "未完成原因\n和改进措施"),
    ),
    money_head="资金情况\n（万元）",
    goals=("总体目标", "全年实际完成情况"),
    goals_head="目标完成情况",
    total="",
    foot=(("说明", "extra"),),
    width=21,
)
_TRANSFER = project(
    "农村公路养护补助资金",
    2023,
    money(
        """
        total|年度资金总额：|860.00|834.20|97.00%
        fiscal|其中：中央补助|500.00|500.00|100.00%
        named|地方资金|360.00|334.20|92.83%
        """,
        ("revised_budget", "outturn", "rate"),
    ),
    rows(
        """
        产出指标|数量指标|养护农村公路里程|≥420公里|431公里|~|~|
        ||安装波形护栏长度|≥26千米|26.4千米|~|~|
        |质量指标|养护工程验收合格率|100%|100%|~|~|
        |时效指标|年度养护任务完成时间|2023年12月31日前|2023年12月20日|~|~|
        |成本指标|日常养护每公里补助|≤2万元|1.94万元|~|~|
        效益指标|社会效益指标|受益行政村数|≥86个|86个|~|~|
        |可持续影响指标|养护制度持续执行年限|≥3年|3年|~|~|
        满意度指标|服务对象满意度指标|沿线群众满意度|≥90%|抽样调查400人，满意度91.5%|~|~|
        """
    ),
    goal_expected="养护农村公路420公里，通行条件持续稳定。",
    goal_actual="全年养护431公里，安装护栏26.4千米。",
    department="示例市交通运输局",
    implementer="示例市公路养护中心",
    extra=(Extra(label="说明", text="部分地方配套资金因年末库款调度结转至次年支付。"),),
)
_TRANSFER_REPORT = report(
    "project",
    "示例市2023年农村公路养护补助资金转移支付绩效自评报告",
    """
# 一、|绩效目标分解下达情况
2023年下达我市农村公路养护补助资金860.00万元，其中中央补助500.00万元，地方资金360.00万元。
# 二、|绩效自评工作开展情况
由市交通运输局组织公路养护中心开展自评，现场抽查12个养护站。
# 三、|绩效目标完成情况分析
## （一）|资金投入情况分析
### 1.|资金到位情况
资金全部到位。
### 2.|资金执行情况
全年执行834.20万元，预算执行率97.00%。
## （二）|总体绩效目标完成情况分析
总体目标已经完成。
## （三）|绩效指标完成情况分析
### 1.|产出指标完成情况
养护农村公路431公里。
### 2.|效益指标完成情况
86个行政村受益。
### 3.|满意度指标完成情况
满意度91.5%。
# 四、|偏离绩效目标的原因和下一步改进措施
无偏离。
# 五、|绩效自评结果拟应用和公开情况
自评结果随决算一并公开。
# 六、|其他需要说明的问题
无。
""",
    year=2023,
)


def _transfer(d: Dossier) -> Sequence[Page]:
    e = d.every(Evaluation)[0]
    made = list(table(e, _TRANSFER_FORM).rows)
    made.insert(1, R([C("中央主管部门", span=6), C("交通运输部", span=15)]))
    blocks = [
        P("附件2"),
        P("中央对地方转移支付绩效自评表"),
        P(f"（{e.year}年度）"),
        T(made),
        P("注：1.资金使用单位按项目绩效目标填报，主管部门汇总时按区域绩效目标填报。"),
        P("2.其他资金包括与中央财政资金共同投入到同一项目的自有资金、社会资金，以及以前年度的结转结余资金等。"),
    ]
    return [Page("自评报告.docx", prose(d.every(Report)[0], styled=True)), Page("自评表.docx", blocks)]


TRANSFER = Filing(
    "transfer payment, no scores",
    Dossier(year=2023, records=(*(_TRANSFER,), *(_TRANSFER_REPORT,))),
    _transfer,
    claims=(("money", "860.00", ""), ("money", "500.00", "中央"), ("money", "834.20", ""), ("rate", "97.00", "")),
)

# --- cost as a first level ---

_COST_FORM = Form(
    head=(
        (("*项目名称", "name"), ("*项目编码", "code")),
        (("*主管部门", "department"), ("*实施单位", "implementer")),
    ),
    money=(
        ("initial_budget", "年初预算数"),
        ("revised_budget", "*全年预算数（A）"),
        ("outturn", "*全年执行数（B）"),
        ("weight", "分值"),
        ("rate", "执行率（B/A）"),
        ("score", "得分"),
    ),
    columns=COLUMNS,
    money_head="*资金情况（万元）",
    goals=("*年初设定目标", "*年度总体目标完成情况综述"),
    goals_head="总体目标",
    spine="年度绩效指标",
    levels="repeat",
    width=18,
)
_COST = project(
    "实验教学条件建设",
    2024,
    money(
        """
        total|年度资金总额|450.00|450.00|441.00|10|98.00%|9.80
        fiscal|财政拨款|400.00|400.00|393.50|||
        special_account|财政专户管理资金|50.00|50.00|47.50|||
        unit|单位资金|0.00|0.00|0.00|||
        """
    ),
    rows(
        """
        成本指标|经济成本指标|设备购置总成本|≤450万元|441万元|10|10|
        ||单间实验室改造成本|≤35万元|34.2万元|10|10|
        产出指标|数量指标|购置仪器设备台套数|≥160台套|163台套|15|15|
        ||改造实验室间数|6间|6间|10|10|
        |质量指标|设备验收合格率|=100%|100%|10|10|
        |时效指标|设备到货及时率|≥95%|96%|5|5|
        效益指标|社会效益指标|受益学生人数|≥3600人|3712人|20|20|
        满意度指标|服务对象满意度指标|师生满意度|≥92%|有效问卷816份，满意度94.1%|10|10|
        """
    ),
    goal_expected="改造实验室6间，购置仪器设备160台套，满足3600名学生实验需要。",
    goal_actual="已改造实验室6间，购置仪器163台套，3712名学生受益。",
    code="410000240000000012345",
    department="示范省教育厅",
    implementer="示范工程学院",
    total_weight=Figure("100"),
    total=Figure("99.80"),
)


def _cost(d: Dossier) -> Sequence[Page]:
    e = d.every(Evaluation)[0]
    return [Page("实验教学.docx", [P(f"{e.year}年度项目支出绩效自评表"), P("单位：万元"), table(e, _COST_FORM)])]


COST_FIRST = Filing("cost as first level (system export)", Dossier(year=2024, records=(_COST,)), _cost)

# --- Anhui: money with three places, codes before names, slashes, a town ---

_ANHUI_FORM = Form(
    head=(
        (("项目名称", "name"),),
        (("主管部门", "department"), ("项目单位", "implementer")),
    ),
    money=(
        ("initial_budget", "年初预算数"),
        ("revised_budget", "全年预算数"),
        ("outturn", "全年执行数"),
        ("weight", "分值"),
        ("rate", "执行率"),
        ("score", "得分"),
    ),
    columns=COLUMNS,
    goals=("年度目标", "实际完成情况"),
    levels="blank",
    spine="绩效指标",
    points="（{}分）",
    width=20,
)
_TOWN = project(
    "村级公益设施管护",
    2023,
    money(
        """
        total|年度资金总额|88.000|89.974|89.974|10|100%|10
        fiscal|当年财政拨款|88.000|88.000|88.000|/|/|/
        carry_over|上年结转资金|0|1.974|1.974|/|/|/
        other|其他资金|0|0|0|/|/|/
        """
    ),
    rows(
        """
        产出指标|数量指标|管护公益设施处数|≥50处|52处|20|20|
        |质量指标|设施完好率|≥95%|96.5%|10|10|
        |时效指标|报修处理时限|≤3天|4天|10|6.67|十月连续降雨，两处报修超时；已与施工队约定雨后当日到场
        |成本指标|单处管护成本|≤1.8万元|1.73万元|10|10|
        效益指标|社会效益指标|受益村民组数|≥64个|64个|30|30|
        满意度指标|服务对象满意度指标|村民满意度|≥90%|入户走访150户，满意度92%|10|10|
        """
    ),
    goal_expected="管护公益设施50处以上，覆盖64个村民组。",
    goal_actual="管护设施52处，64个村民组受益。",
    declared=POINTS,
    department="219-示范镇人民政府",
    implementer="219001-示范镇人民政府",
    total_weight=Figure("100"),
    total=Figure("96.67"),
)
_ROADS = project(
    "集镇道路照明电费",
    2023,
    money(
        """
        total|年度资金总额|26.400|26.400|24.816|10|94%|9.4
        fiscal|当年财政拨款|26.400|26.400|24.816|/|/|/
        carry_over|上年结转资金|0|0|0|/|/|/
        other|其他资金|0|0|0|/|/|/
        """
    ),
    rows(
        """
        产出指标|数量指标|路灯维护盏数|≥640盏|652盏|20|20|
        |质量指标|亮灯率|≥97%|97.6%|20|20|
        |时效指标|电费缴纳及时率|100%|100%|5|5|
        |成本指标|全年电费支出|≤26.4万元|24.816万元|5|5|
        效益指标|社会效益指标|夜间交通事故起数|0起|0起|30|30|
        满意度指标|服务对象满意度指标|居民满意度|≥90%|现场访问80人，满意度95%|10|10|
        """
    ),
    goal_expected="维护路灯640盏，保持夜间照明。",
    goal_actual="维护路灯652盏，亮灯率97.6%。",
    declared=POINTS,
    department="219-示范镇人民政府",
    implementer="219001-示范镇人民政府",
    total_weight=Figure("100"),
    total=Figure("99.4"),
)


def _anhui(d: Dossier) -> Sequence[Page]:
    blocks = []
    for e in d.every(Evaluation):
        made = list(table(e, _ANHUI_FORM).rows)
        # the form's own row for an effect that the project does not have: left as it is, blank
        place = next(i for i, row in enumerate(made) if any(c.content == "效益指标（30分）" for c in row.cells))
        blank = [C(c.content if n < 2 else "", c.span, c.vmerge) for n, c in enumerate(made[place].cells)]
        blank[2] = C("经济效益指标", blank[2].span)
        made[place] = R([C("", c.span, c.vmerge) if n == 1 else c for n, c in enumerate(made[place].cells)])
        blank[0] = C("", blank[0].span, "continue")
        made[place] = R([C("", made[place].cells[0].span, "continue"), *made[place].cells[1:]])
        made.insert(place, R(blank))
        blocks += [P("项目支出绩效自评表"), P(f"（{e.year}年度）"), T(made)]
    return [Page("示范镇.docx", blocks)]


ANHUI = Filing("Anhui town, three decimals", Dossier(year=2023, records=(_TOWN, _ROADS)), _anhui)

# --- Guangxi: reasons beyond 130 % ---

_GUANGXI_FORM = Form(
    head=((("项目名称", "name"), ("主管部门", "department")), (("实施单位", "implementer"), ("评价年度", ""))),
    money=(
        ("initial_budget", "年初预算数"),
        ("revised_budget", "调整后预算数"),
        ("outturn", "全年执行数"),
        ("rate", "执行率（%）"),
        ("weight", "分值"),
        ("score", "得分"),
    ),
    columns=(
        ("level1", "一级指标"),
        ("level2", "二级指标"),
        ("name", "三级指标"),
        ("weight", "分值"),
        ("target", "年度指标值（A）"),
        ("actual", "全年实际值（B）"),
        ("score", "得分"),
        ("explanation", "未完成原因及拟采取的改进措施"),
    ),
    money_head="资金情况（万元）",
    goals_head="年度\n总体\n目标",
    spine="",
    total="合计",
    width=16,
)
_TEA = project(
    "衔接推进乡村振兴补助资金（茶产业）",
    2022,
    money(
        """
        total|年度资金总额|300.00|312.50|312.50|100.00|10|10
        fiscal|其中：财政拨款|300.00|312.50|312.50|100.00||
        other|其他资金|0.00|0.00|0.00|||
        """,
        ("initial_budget", "revised_budget", "outturn", "rate", "weight", "score"),
    ),
    rows(
        """
        产出指标|数量指标|新建茶园面积|12|≥500亩|520亩|12|
        ||培训茶农人次|10|≥300人次|405人次|10|镇里合并举办两期培训，人数多于年初估计，来年据实上调目标
        |质量指标|茶苗成活率|10|≥85%|88%|10|
        |时效指标|项目完工时间|8|2022年11月底前|2022年10月25日|8|
        |成本指标|每亩补助标准|10|≤6000元|6000元|10|
        效益指标|经济效益指标|带动脱贫户户均增收|15|≥1500元|1620元|15|
        |社会效益指标|受益脱贫人口|15|≥210人|216人|15|
        满意度指标|服务对象满意度指标|受益群众满意度|10|≥95%|问卷210份，满意度96.2%|10|
        """,
        ("level1", "level2", "name", "weight", "target", "actual", "score", "explanation"),
    ),
    goal_expected="新建茶园500亩，培训茶农300人次，带动210名脱贫人口增收。",
    goal_actual="新建茶园520亩，培训405人次，216名脱贫人口受益。",
    department="示例县乡村振兴局",
    implementer="示例县茶叶发展中心",
    total_weight=Figure("100"),
    total=Figure("100"),
)


def _guangxi(d: Dossier) -> Sequence[Page]:
    e = d.every(Evaluation)[0]
    return [
        Page("茶产业.docx", [P("附件4"), P("衔接资金项目绩效自评表"), P(f"（{e.year}年度）"), table(e, _GUANGXI_FORM)])
    ]


GUANGXI = Filing("rural fund, points before target", Dossier(year=2022, records=(_TEA,)), _guangxi)

__all__ = ["ANHUI", "COST_FIRST", "GUANGXI", "TRANSFER", "WATER"]
