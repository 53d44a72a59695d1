"""Other writers: a school, a hospital, a police unit, a road section, an IT centre, an institute, a town government."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model import Dossier, Evaluation, Figure, Report
from tests.docx_builder import Block, C, Level, P, R, T

from .central import COLUMNS, MONEY, POINTS
from .kit import Filing, Form, Page, money, project, prose, report, rows, table, unit

# --- a school: chapters 1. and 1.1, money in the text in yuan, report and table in two files ---

_SCHOOL_FORM = Form(
    head=((("项目名称", "name"),), (("主管部门", "department"), ("实施单位", "implementer"))),
    money=(
        ("initial_budget", "年初预算数"),
        ("revised_budget", "全年预算数（A）"),
        ("outturn", "全年执行数（B）"),
        ("weight", "分值"),
        ("rate", "执行率（B/A）"),
        ("score", "得分"),
    ),
    columns=(
        ("level1", "一级指标"),
        ("level2", "二级指标"),
        ("name", "指标内容"),
        ("target", "年度指标值"),
        ("actual", "全年完成值"),
        ("weight", "分值"),
        ("score", "得分"),
        ("explanation", "未完成原因分析"),
    ),
    spine="",
    levels="blank",
    total="总 分",
    width=17,
)
_MEALS = project(
    "学生食堂设备更新",
    2023,
    money(
        """
        total|年度资金总额|36.50|36.50|35.77|10|98.00%|9.80
        fiscal|其中：本年财政拨款|36.50|36.50|35.77|||
        other|其他资金||||||
        """
    ),
    rows(
        """
        产出指标|数量指标|更新炊事设备|≥24台（套）|24台（套）|15|15|
        ||改造操作间面积|180平方米|180平方米|10|10|
        |质量指标|设备验收合格率|100%|100%|10|10|
        |时效指标|安装调试时间|2023年8月31日之前|2023年8月26日|10|10|
        |成本指标|设备购置费|控制在36.5万元以内|35.77万元|5|5|
        效益指标|社会效益指标|就餐学生人数|不少于1200人|1246人|15|15|
        |可持续影响指标|设备使用年限|≥8年|8年|15|15|
        满意度指标|服务对象满意度指标|学生和家长满意度|90%以上|问卷320份，满意度93.5%|10|10|
        """
    ),
    goal_expected="更新炊事设备24台（套），改造操作间180平方米，保障1200名学生就餐。",
    goal_actual="设备24台（套）全部安装到位，1246名学生就餐。",
    department="示例县教育局",
    implementer="示例县第二中学",
    total_weight=Figure("100"),
    total=Figure("99.8"),
)
_MEALS_REPORT = report(
    "project",
    "学生食堂设备更新项目2023年度绩效自评报告",
    """
# 1.|项目基本情况
学校食堂设备使用多年，更新后可供1200名学生就餐。
# 2.|项目资金使用及管理情况
## 2.1|资金安排落实
2023年年初预算365,000.00元，资金全部到位。
## 2.2|资金使用
全年支出357,700.00元，预算执行率98.00%。
# 3.|项目组织实施情况
设备由学校委托代理机构公开采购，总务处组织验收。
# 4.|综合评价情况及评价结论
本项目自评得分99.8分，评价等级为优。
# 5.|项目主要绩效情况分析
更新炊事设备24台（套），就餐学生1246人。
# 6.|存在的问题及下一步工作计划
设备操作培训次数偏少，计划每学期组织一次。
""",
    year=2023,
    signature="示例县第二中学",
    date="2024年2月26日",
)


def _school(d: Dossier) -> Sequence[Page]:
    e = d.every(Evaluation)[0]
    return [
        Page("自评报告.docx", prose(d.every(Report)[0], styled=True)),
        Page("自评表.docx", [P("项目支出绩效自评表"), P(f"（{e.year}年度）"), table(e, _SCHOOL_FORM)]),
    ]


SCHOOL = Filing(
    "school, report in yuan, two files",
    Dossier(year=2023, records=(*(_MEALS,), *(_MEALS_REPORT,))),
    _school,
    expected={"TX116": "a problem without points lost"},
    claims=(("money", "365,000.00", ""), ("money", "357,700.00", ""), ("rate", "98.00", ""), ("score", "99.8", "")),
)

# --- a hospital: tables cut by page with the head repeated, 亿元 in the text ---

_HOSPITAL = "示例市第一人民医院"
_WARD_FORM = Form(
    head=((("项目名称", "name"),), (("主管部门及代码", "department"), ("实施单位（盖章）", "implementer"))),
    money=MONEY,
    columns=COLUMNS,
    money_head="项目资金（万元）",
    points="\n{}分",
    width=25,
)
_WARD = project(
    "重症监护能力提升",
    2024,
    money(
        """
        total|年度资金总额|11200.00|12000.00|11700.00|10|97.50%|9.75
        fiscal|其中：当年财政拨款|8000.00|8000.00|8000.00|||
        carry_over|上年结转资金||800.00|800.00|||
        unit|单位资金|3200.00|3200.00|2900.00|||
        """
    ),
    rows(
        """
        产出指标|数量指标|新增重症监护床位|≥40张|42张|10|10|
        ||购置呼吸机|30台|30台|10|10|
        ||培训护理人员|≥120人次|126人次|5|5|
        |质量指标|设备验收合格率|100%|100%|10|10|
        |时效指标|床位投入使用时间|2024年9月底前|2024年9月18日|10|10|
        |成本指标|单台呼吸机采购价|≤26万元|25.6万元|5|5|
        效益指标|社会效益指标|重症患者收治人次|≥900人次|936人次|20|20|
        |可持续影响指标|护理带教学员人数|≥60人|63人|10|10|
        满意度指标|服务对象满意度指标|患者满意度|≥90%|出院随访480人，满意度91%|10|10|
        """
    ),
    goal_expected="新增重症监护床位40张，购置呼吸机30台。",
    goal_actual="新增床位42张，呼吸机30台全部投入使用。",
    declared=POINTS,
    department="361-示例市卫生健康委员会",
    implementer=_HOSPITAL,
    total_weight=Figure("100"),
    total=Figure("99.75"),
)
_WARD_REPORT = report(
    "project",
    "示例市第一人民医院\n2024年度重症监护能力提升项目支出绩效自评报告",
    """
# 一、|项目基本情况
（一）项目概况。新增重症监护床位40张，配置呼吸机30台。
（二）资金安排。项目全年预算1.2亿元，其中财政拨款8000万元，上年结转800万元，单位资金3200万元。
# 二、|项目资金使用及管理情况
全年执行1.17亿元，执行率97.5%。
# 三、|项目组织实施情况
由医学装备部牵头，重症医学科、护理部参加。
# 四、|综合评价情况及评价结论
经综合评价，项目得分99.75分，等级为“优”。
# 五、|项目主要绩效情况分析
全年收治重症患者936人次。
# 六、|存在的问题和下一步工作计划
单位自筹资金支付进度偏慢。下一步按月核对合同付款节点。
""",
    year=2024,
    unit=_HOSPITAL,
)


def _hospital(d: Dossier) -> Sequence[Page]:
    e = d.every(Evaluation)[0]
    whole = table(e, _WARD_FORM)
    head = next(i for i, row in enumerate(whole.rows) if any("三级指标" in str(c.content) for c in row.cells))
    cut = head + 5
    top, rest = list(whole.rows[:cut]), list(whole.rows[cut:])
    again = whole.rows[head]

    # merges do not reach over the page: the levels start anew with their words
    first = rest[0]
    level = e.indicators[cut - head - 1]
    cells = list(first.cells)
    cells[0] = C("绩\n效\n指\n标", span=cells[0].span, vmerge="restart")
    cells[1] = C(level.level1, span=cells[1].span, vmerge="restart")
    cells[2] = C(level.level2, span=cells[2].span, vmerge="restart")
    blocks: list[Block] = [
        *prose(d.every(Report)[0], indent="　　"),
        P(f"{e.year}年度项目支出绩效自评表"),
        T(top),
        P(""),
        T([again, R(cells), *rest[1:]]),
    ]
    return [Page("重症.docx", blocks)]


HOSPITAL = Filing(
    "hospital, table cut by page",
    Dossier(year=2024, unit=_HOSPITAL, records=(*(_WARD,), *(_WARD_REPORT,))),
    _hospital,
    claims=(
        ("money", "1.2", ""),
        ("money", "8000", "财政拨款"),
        ("money", "1.17", ""),
        ("rate", "97.5", ""),
        ("score", "99.75", ""),
    ),
)

# --- a police unit: the table nested in a frame ---

_POLICE_FORM = Form(
    head=((("项目名称", "name"),), (("主管部门", "department"), ("实施单位", "implementer"))),
    money=MONEY,
    columns=COLUMNS,
    points="（{}分）",
    width=28,
)
_POLICE = project(
    "道路交通安全管理",
    2024,
    money(
        """
        total|年度资金总额|260.00|260.00|252.20|10|97.00%|9.70
        fiscal|其中：当年财政拨款|260.00|260.00|252.20|||
        carry_over|上年结转资金|0.00|0.00|0.00|||
        other|其他资金|0.00|0.00|0.00|||
        """
    ),
    rows(
        """
        产出指标|数量指标|交通安全宣传场次|≥48场|50场|10|10|
        ||更新交通标志牌|≥160块|164块|10|10|
        |质量指标|执法案卷抽查合格率|≥98%|98.6%|10|10|
        |时效指标|一般事故出警时间|≤15分钟|13分钟|10|10|
        |成本指标|项目支出控制数|≤260万元|252.2万元|10|10|
        效益指标|社会效益指标|道路交通亡人事故起数|≤6起|5起|20|20|
        ||校园周边拥堵点治理数|8处|7处|10|8.75|一处涉及道路改造，随工程于次年完成
        满意度指标|服务对象满意度指标|群众安全感|≥92%|民调中心访问600人，满意率93.8%|10|10|
        """
    ),
    goal_expected="开展宣传48场，更新标志牌160块，治理校园周边拥堵点8处。",
    goal_actual="宣传50场，更新标志牌164块，治理拥堵点7处。",
    declared=POINTS,
    department="示例市公安局",
    implementer="示例市公安局交通警察支队",
    total_weight=Figure("100"),
    total=Figure("98.45"),
)


def _police(d: Dossier) -> Sequence[Page]:
    e = d.every(Evaluation)[0]
    inner = table(e, _POLICE_FORM)
    frame = T([[C([P("项目支出绩效自评表"), P(f"（{e.year}年度）"), inner])]])
    return [Page("交警.docx", [P("附件1"), frame, P("填报人：王丙　　联系电话：0000-0000000")])]


POLICE = Filing("police, nested table", Dossier(year=2024, records=(_POLICE,)), _police)

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

# --- road maintenance: numbering drawn by the word processor, a spacer column, full-width digits ---

_ROAD_FORM = Form(
    head=((("项目名称", "name"),), (("主管部门", "department"), ("实施单位", "implementer"))),
    money=MONEY,
    columns=(
        ("level1", "一级\n指标"),
        ("level2", "二级\n指标"),
        ("name", "三级指标"),
        ("target", "年度指标值"),
        ("actual", "实际完成值"),
        ("weight", "分值"),
        ("score", "得分"),
        ("explanation", "偏差原因分析及改进措施"),
    ),
    levels="merge",
    points="\n\n(　{}分)",
    width=32,
)
_ROAD = project(
    "国省干线日常养护",
    2024,
    money(
        """
        total|年度资金总额|５８０．００|５８０．００|５６２．６０|10|97%|9.7
        fiscal|其中:当年财政拨款|　580.00|　580.00|　562.60|||
        carry_over|上年结转资金||||||
        other|其他资金||||||
        """
    ),
    rows(
        """
        产出指标|数量指标|日常养护里程|≥86公里|86公里|　10|　10|
        ||修补坑槽面积|≥12000平方米|12560平方米|10|10|
        |质量指标|优良路率|≥92%|92.4%|15|15|
        |时效指标|坑槽修补时限|≤48小时|36小时|5|5|
        |成本指标|每公里养护经费|≤6.74万元|6.54万元|10|10|
        效益指标|社会效益指标|养护路段断交次数|0次|0次|20|20|
        |生态效益指标|旧料回收利用率|≥85%|81%|10|9.53|拌和站检修停产，已改由邻县料场消纳
        满意度指标|服务对象满意度指标|过往司乘满意度|≥88%|路侧访问260人，满意度90%|10|10|
        """
    ),
    goal_expected="养护干线公路86公里，优良路率达到92%。",
    goal_actual="养护公路86公里，修补坑槽12560平方米。",
    declared=POINTS,
    department="示例市公路局",
    implementer="示例市公路局城东管理站",
    total_weight=Figure("100"),
    total=Figure("99.23"),
)
_ROAD_REPORT = report(
    "project",
    "二〇二四年度国省干线日常养护项目绩效自评报告",
    """
# |项目基本情况
项目承担86公里干线公路的日常养护。
# |资金使用及管理情况
## |预算安排
全年预算580万元，全部为当年财政拨款。
## |支出情况
截至12月底，实际支出562.6万元，执行率97%。
# |项目组织实施情况
养护作业由城东管理站自行实施，外购材料实行询价采购。
# |综合评价情况及评价结论
自评得分99.23分，结果为优。
# |主要绩效情况分析
全年修补坑槽12560平方米。
# |存在的问题和下一步工作计划
旧料回收利用率没有达到目标，拟与邻县料场签订年度协议。
""",
    year=2024,
)


def _road(d: Dossier) -> Sequence[Page]:
    e, r = d.every(Evaluation)[0], d.every(Report)[0]
    blocks: list[Block] = [P(r.title)]
    for section in r.sections:
        blocks.append(P(section.title, number=(1, section.level - 1)))
        blocks += [P(text) for text in section.texts]
    made = table(e, _ROAD_FORM)
    spaced = T([R([C(""), *row.cells]) for row in made.rows])
    blocks += [P("项目支出绩效自评表"), P(f"（　{e.year}年度　）".translate(_WIDE)), spaced]
    levels = (Level("chineseCounting", "%1、"), Level("chineseCounting", "（%2）"))
    return [Page("养护.docx", blocks, {1: levels})]


ROAD = Filing(
    "road section, drawn numbers, full-width",
    Dossier(year=2024, records=(*(_ROAD,), *(_ROAD_REPORT,))),
    _road,
    claims=(("money", "580", ""), ("money", "562.6", ""), ("rate", "97", ""), ("score", "99.23", "")),
)

# --- an IT centre: level cells missing, cells with line breaks ---

_IT_FORM = Form(
    head=((("项目名称", "name"),), (("主管\n部门", "department"), ("实施\n单位", "implementer"))),
    money=MONEY,
    columns=(
        ("level1", "一级\n指标"),
        ("level2", "二级\n指标"),
        ("name", "三级\n指标"),
        ("target", "目标值"),
        ("actual", "完成值"),
        ("weight", "分值"),
        ("score", "自评\n得分"),
        ("explanation", "偏差原因\n分析及\n改进措施"),
    ),
    levels="blank",
    spine="绩\n效\n指\n标\n完\n成\n情\n况",
    total="合 计",
    width=22,
)
_CLOUD = project(
    "政务云平台运行维护",
    2025,
    money(
        """
        total|年度资金总额|780.00|780.00|764.40|10|98.00%|9.80
        fiscal|其中:本年财政拨款|780.00|780.00|764.40|||
        carry_over|上年结转资金|—|—|—|||
        other|其他资金|—|—|—|||
        """
    ),
    rows(
        """
        产出指标|数量指标|承载业务系统\\n数量|≥62个|65个|10|10|
        ||开展安全\\n巡检|1次/月|1次/月|10|10|
        |质量指标|平台可用率|≥99.9%|99.95%|15|15|
        |时效指标|故障响应\\n时间|<30分钟|18分钟|10|10|
        |成本指标|年度运维费用|不超过780万元|764.4万元|5|5|
        效益指标|社会效益指标|网上办理事项数|≥1500项|1526项|15|15|
        |可持续影响指标|等级保护\\n测评|通过测评|已通过测评|15|15|
        满意度指标|服务对象满意度指标|使用单位满意度|≥90%|在线问卷58份，满意度96%|10|10|
        """
    ),
    goal_expected="保障62个业务系统运行，平台可用率99.9%以上。",
    goal_actual="承载系统65个，平台可用率99.95%。",
    department="示例市数据局",
    implementer="示例市大数据中心",
    total_weight=Figure("100"),
    total=Figure("99.8"),
)


def _it(d: Dossier) -> Sequence[Page]:
    e = d.every(Evaluation)[0]
    return [Page("政务云.docx", [P(f"{e.year}年度\n项目支出绩效自评表"), table(e, _IT_FORM)])]


IT = Filing("IT centre, blank level cells", Dossier(year=2025, records=(_CLOUD,)), _it)

# --- a research institute: chapters 第一章, tables inside the report, several projects, year on its own line ---

_INSTITUTE = "示范省农业环境研究所"
_SOIL = project(
    "耕地质量监测",
    2023,
    money(
        """
        total|年度资金总额|120.00|126.00|119.70|10|95%|9.5
        fiscal|其中：当年财政拨款|120.00|120.00|115.00|||
        carry_over|上年结转资金|0.00|6.00|4.70|||
        """
    ),
    rows(
        """
        产出指标|数量指标|采集土壤样品|≥600份|624份|20|20|
        ||编制监测报告|1份|1份|10|10|
        |质量指标|样品检测合格率|≥97%|98.1%|10|10|
        |时效指标|报告提交时间|2023年12月15日前|2023年12月8日|10|10|
        效益指标|社会效益指标|监测数据使用县区|≥14个|14个|15|15|
        |生态效益指标|指导退化耕地改良|≥3000亩|2700亩|15|13.5|春季干旱，两处示范片推迟播种
        满意度指标|服务对象满意度指标|数据使用单位满意度|≥90%|问卷14份，满意度98%|10|10|
        """
    ),
    goal_expected="采集土壤样品600份，提交监测报告1份。",
    goal_actual="采集样品624份，提交报告1份。",
    department="示范省农业农村厅",
    implementer=_INSTITUTE,
    total_weight=Figure("100"),
    total=Figure("98.0"),
)
_SEED = project(
    "种质资源保存",
    2023,
    money(
        """
        total|年度资金总额|80.00|80.00|80.00|10|100%|10
        fiscal|其中：当年财政拨款|80.00|80.00|80.00|||
        carry_over|上年结转资金|||||
        """
    ),
    rows(
        """
        产出指标|数量指标|入库保存种质|≥350份|362份|20|20|
        |质量指标|种子发芽率|≥85%|87.3%|20|20|
        |时效指标|繁殖更新完成时间|2023年10月底|2023年10月20日|10|10|
        效益指标|社会效益指标|分发利用份次|≥180份次|182份次|30|30|
        满意度指标|服务对象满意度指标|利用单位满意度|≥90%|回访22家，满意度100%|10|10|
        """
    ),
    goal_expected="入库保存种质350份，分发利用180份次。",
    goal_actual="入库保存种质362份，分发182份次。",
    department="示范省农业农村厅",
    implementer=_INSTITUTE,
    total_weight=Figure("100"),
    total=Figure("100"),
)
_INSTITUTE_FORM = Form(
    head=((("项目名称", "name"),), (("主管部门", "department"), ("实施单位", "implementer"))),
    money=MONEY,
    columns=COLUMNS,
    spine="绩效指标",
    levels="repeat",
    width=19,
)
_INSTITUTE_REPORT = report(
    "project",
    "示范省农业环境研究所\n2023年度项目支出绩效自评报告",
    """
# 第一章　|项目基本情况
本所2023年共有2个项目，全年预算206.00万元，执行199.70万元。
# 第二章　|资金使用及管理情况
## 第一节　|预算安排
耕地质量监测项目全年预算126.00万元，种质资源保存项目全年预算80.00万元。
## 第二节　|预算执行
耕地质量监测项目支出119.70万元，种质资源保存项目支出80.00万元。
# 第三章　|项目组织实施情况
项目由土壤室、资源室分别实施。
# 第四章　|综合评价情况及结论
耕地质量监测项目得分98.0分，种质资源保存项目得分100分，等级均为优。
# 第五章　|项目主要绩效情况分析
采集土壤样品624份，入库种质362份。
# 第六章　|存在的问题和下一步工作计划
退化耕地改良面积未达目标，拟于秋季补做示范。
""",
    year=2023,
    unit=_INSTITUTE,
)


def _institute(d: Dossier) -> Sequence[Page]:
    blocks: list[Block] = list(prose(d.every(Report)[0], styled=True))
    for n, e in enumerate(d.every(Evaluation), start=1):
        blocks += [P(f"附件1-{n}"), P("项目支出绩效自评表"), P(f"（{e.year}年度）"), table(e, _INSTITUTE_FORM), P("")]
    return [Page("研究所.docx", blocks)]


INSTITUTE = Filing(
    "institute, chapters, two projects",
    Dossier(year=2023, unit=_INSTITUTE, records=(*(_SOIL, _SEED), *(_INSTITUTE_REPORT,))),
    _institute,
    claims=(
        ("money", "206.00", ""),
        ("money", "199.70", ""),
        ("money", "126.00", "耕地质量监测"),
        ("money", "119.70", "耕地质量监测"),
        ("score", "98.0", "耕地质量监测"),
        ("score", "100", "种质资源保存"),
    ),
    expected={"IX102": "research projects without a cost row"},
)

# --- a town government: overall spending, an inner table in the report ---

_TOWN = "示范县青石镇人民政府"
_TOWN_FORM = Form(
    head=((("单位名称", "name"),),),
    money=MONEY,
    columns=COLUMNS,
    money_head="年度预算执行情况\n（万元）",
    points="（{}分）",
    goals_head="年度总体目标",
    width=24,
)
_TOWN_WHOLE = unit(
    _TOWN,
    2022,
    money(
        """
        total|年度资金总额|2150.00|2486.30|2461.44|10|99.00%|9.90
        fiscal|其中：当年财政拨款|2150.00|2406.30|2386.44|||
        carry_over|上年结转资金||80.00|75.00|||
        """
    ),
    rows(
        """
        产出指标|数量指标|整治农村人居环境村数|12个|12个|15|15|
        ||调处矛盾纠纷件数|≥160件|172件|10|10|
        |质量指标|矛盾纠纷调处成功率|≥97%|97.7%|10|10|
        |时效指标|惠农补贴发放时限|2022年11月底前|2022年11月20日|5|5|
        |成本指标|三公经费支出|≤18万元|15.2万元|10|10|
        效益指标|经济效益指标|村集体经济收入|≥240万元|262万元|10|10|
        |社会效益指标|新增就业人数|≥130人|118人|10|9.08|两家企业推迟投产，已对接县里招聘会
        |生态效益指标|生活垃圾清运率|100%|100%|10|10|
        满意度指标|服务对象满意度指标|群众满意度|≥90%|入户调查300户，满意度92.6%|10|10|
        """
    ),
    goal_expected="整治12个村人居环境，新增就业130人。",
    goal_actual="12个村完成整治，新增就业118人。",
    declared=POINTS,
    total_weight=Figure("100"),
    total=Figure("98.98"),
)
_TOWN_REPORT = report(
    "unit",
    "青石镇人民政府2022年度部门整体支出绩效自评报告",
    """
# 一、|部门基本情况
（一）部门职能。负责辖区经济发展、公共服务和基层治理。
（二）人员情况。核定编制58名，年末在职56人。
# 二、|部门整体支出管理及使用情况
（一）基本支出。2022年基本支出1284.14万元，其中：人员经费1152.64万元，公用经费131.50万元。
（二）项目支出。2022年项目支出1177.30万元。
（三）总体情况。全年预算2486.30万元，支出合计2461.44万元，完成预算的99.00%。
# 三、|部门整体支出绩效情况
全年整治人居环境12个村，调处矛盾纠纷172件。自评98.98分，等次为优。
# 四、|存在的主要问题
新增就业人数没有完成目标。
# 五、|改进措施和有关建议
与县人社局建立岗位信息共享机制。
""",
    year=2022,
    unit="青石镇人民政府",
    signature=_TOWN,
    date="2023年4月6日",
)


def _town(d: Dossier) -> Sequence[Page]:
    e, r = d.every(Evaluation)[0], d.every(Report)[0]
    lines: list[Block] = []
    for block in prose(r, indent="　　"):
        lines.append(block)
        if isinstance(block, P) and "项目支出1177.30" in str(block.content):
            lines += [
                T([["项目", "金额（万元）"], ["人居环境整治", "486.00"], ["其他项目", "691.30"], ["合计", "1177.30"]]),
            ]
    return [
        Page(
            "青石镇.docx",
            [*lines, P("附件"), P("部门整体支出绩效自评表"), P(f"（{e.year}年度）"), table(e, _TOWN_FORM)],
        )
    ]


TOWN = Filing(
    "town government, overall spending",
    Dossier(unit=_TOWN, year=2022, records=(*(_TOWN_WHOLE,), *(_TOWN_REPORT,))),
    _town,
    claims=(
        ("money", "1284.14", "基本支出"),
        ("money", "1152.64", "人员经费"),
        ("money", "131.50", "公用经费"),
        ("money", "1177.30", "项目支出"),
        ("money", "2486.30", ""),
        ("money", "2461.44", ""),
        ("rate", "99.00", ""),
        ("score", "98.98", ""),
    ),
    expected={
        "TX114": "chapters of another outline",
    },
)
