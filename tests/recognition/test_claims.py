# ruff: noqa: E501
"""Claims: what each figure of a sentence says, of what, on which basis, and as part of what."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shared import shared_path

from jixiao.model import Claim, Dossier, Report, Section
from jixiao.model.value import Approx
from jixiao.recognition.claims import claims_of, paragraph_claims, with_claims
from jixiao.recognition.reports import find_reports


def read(text: str) -> list[Claim]:
    return paragraph_claims(text, "/sections/0/paragraphs/0", 2025)


def amounts(text: str) -> list[str]:
    """Each amount as "subject basis figure unit"; a part with the subject of its whole behind "<"."""
    found = read(text)
    return [
        f"{c.subject} {c.basis or '-'} {c.figure}{c.unit}"
        + (f" <{found[c.part_of].subject}" if c.part_of is not None else "")
        for c in found
        if c.kind == "money"
    ]


MONEY = {
    "馆藏购置费支出12.50万元。": ["馆藏购置费 outturn 12.50万元"],
    "2025年，我馆基本支出总额为820.10万元，其中人员经费700.00万元，用于工资。公用经费支出120.10万元，用于水电。": [
        "基本支出 outturn 820.10万元", "人员经费 outturn 700.00万元 <基本支出", "公用经费 outturn 120.10万元 <基本支出",
    ],
    "基本支出300万元，其中：人员经费250万元，公用经费50万元。": [
        "基本支出 outturn 300万元", "人员经费 outturn 250万元 <基本支出", "公用经费 outturn 50万元 <基本支出",
    ],
    "项目年初预算80.5万元（含上年结转资金6.5万元），年中调整为92万元，实际支出91.2万元。": [
        "项目 initial 80.5万元", "上年结转资金 carry_over 6.5万元 <项目", "项目 revised 92万元", "项目 outturn 91.2万元",
    ],
    "公务接待费预算0.80万元，实际支出0.35万元。": ["公务接待费 budget 0.80万元", "公务接待费 outturn 0.35万元"],
    "甲项目预算30万元，其中印刷费10万元、租赁费20万元，实际支出29万元。": [
        "甲项目 budget 30万元", "印刷费 budget 10万元 <甲项目", "租赁费 budget 20万元 <甲项目", "甲项目 outturn 29万元",
    ],
    "项目支出总额为60万元，其中讲座经费支出20万元、编目经费25万元、展览费支出10万元以及其他经费支出5万元，保障了开放。": [
        "项目支出 outturn 60万元", "讲座经费 outturn 20万元 <项目支出", "编目经费 outturn 25万元 <项目支出", "展览费 outturn 10万元 <项目支出", "其他经费 outturn 5万元 <项目支出",
    ],
    "讲座费、编目费和展览费分别为1.2万元、2.3万元和4万元。": ["讲座费 - 1.2万元", "编目费 - 2.3万元", "展览费 - 4万元"],
    "讲座费、编目费两项分别支出1万元和2万元。": ["讲座费 outturn 1万元", "编目费 outturn 2万元"],
    "讲座费、编目费分别支出1.5、2.5万元。": ["讲座费 outturn 1.5万元", "编目费 outturn 2.5万元"],
    "三公经费合计8,200元。": ["三公经费 - 8,200元"],
    "总投资达1.2亿元，到位资金8000万元。": ["总投资 - 1.2亿元", "到位资金 - 8000万元"],
    "全年预算数500.00万元,执行数480.00万元。": [" revised 500.00万元", " outturn 480.00万元"],
    "上年决算数为31万元。": [" prior 31万元"],
    "2024年公用经费支出40万元，2025年支出44万元。": ["公用经费 prior 40万元", "公用经费 outturn 44万元"],
    "补助标准为每人300元/月。": ["补助标准 - 300元/月"],
    "资产总额为90.5万元，负债为０万元。": ["资产 - 90.5万元", "负债 - 0万元"],
    "实施项目3个(含2024年结转项目1个),年初批复预算3个项目90万元,调整后项目预算86.5万元。": ["项目 initial 90万元", "调整后项目 revised 86.5万元"],
    "收入总计100.5万元，其中：一般公共预算财政拨款收入90.5万元，占90%；其他收入10万元，占10%；支出总计99万元。": [
        "收入 - 100.5万元", "一般公共预算财政拨款收入 - 90.5万元 <收入", "其他收入 - 10万元 <收入", "支出 outturn 99万元",
    ],
    "“三公”经费财政拨款支出预算为12万元，支出决算为10.5万元，其中：因公出国（境）费支出决算为0万元，公务接待费支出决算为2.5万元；公务用车购置费及运行维护费支出决算为8万元。": [
        "三公经费 budget 12万元", "三公经费 outturn 10.5万元", "因公出国境费 outturn 0万元 <三公经费", "公务接待费 outturn 2.5万元 <三公经费",
        "公务用车购置费及运行维护费 outturn 8万元 <三公经费",
    ],
    "截至12月底累计完成投资4,800万元。": ["完成投资 outturn 4,800万元"],
    "财政拨款171万元，上年结转5.78万元，合计176.78万元。": ["财政拨款 - 171万元", "上年结转 carry_over 5.78万元", "合计 - 176.78万元"],
    "项目支出年初预算500万元，年中追加50万元，全年预算550万元，结余10万元。": [
        "项目支出 initial 500万元", "项目支出 - 50万元", "项目支出 revised 550万元", "结余 carry_over 10万元",
    ],
    "本年收入100万元，本年支出105万元。": ["收入 - 100万元", "支出 outturn 105万元"],
    "资金来源为中央资金200万元、省级资金100万元，共计300万元。": ["中央资金 - 200万元", "省级资金 - 100万元", "合计 - 300万元"],
    "清江市社会工作部2025年度公用经费支出30万元。": ["公用经费 outturn 30万元"],
    "政府采购金额（以合同签订为准）为21.07万元，涉及预算金额30万元。": ["政府采购 - 21.07万元", "政府采购 budget 30万元"],
    "预算总额1500万元，其中基本支出1200万元（人员经费1000万元，公用经费200万元），项目支出300万元。": [
        " budget 1500万元", "基本支出 budget 1200万元 <", "人员经费 budget 1000万元 <基本支出", "公用经费 budget 200万元 <基本支出", "项目支出 budget 300万元 <",
    ],
    "2025年度决算总支出1450万元，较年初预算1500万元减少50万元。": ["总支出 outturn 1450万元", "总支出 initial 1500万元", "总支出 - 50万元"],
    "预算安排的项目支出为200万元，到位率100%，实际支出190万元。": ["项目支出 budget 200万元", "项目支出 outturn 190万元"],
    "三公经费支出3.2万元,其中公务接待费0.5万元,比上年减少0.3万元。": ["三公经费 outturn 3.2万元", "公务接待费 outturn 0.5万元 <三公经费", "公务接待费 - 0.3万元"],
    "实际到位资金150万元，实际支出148.5万元。": ["实际到位资金 - 150万元", "实际到位资金 outturn 148.5万元"],
    "完成2024年度项目验收，支付尾款3万元。": ["支付尾款 outturn 3万元"],
    "收入决算1000万元，其中财政拨款900万元，其他收入100万元；支出决算990万元，其中基本支出600万元，项目支出390万元。": [
        "收入 outturn 1000万元", "财政拨款 outturn 900万元 <收入", "其他收入 outturn 100万元 <收入",
        "支出 outturn 990万元", "基本支出 outturn 600万元 <支出", "项目支出 outturn 390万元 <支出",
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", MONEY)
def test_amounts(text: str) -> None:
    assert amounts(text) == MONEY[text]


RATES = {
    "预算执行率达97.2％。": [("预算执行率", "97.2", "", "")],
    "全年执行率97%，完成较好。": [("执行率", "97", "", "")],
    "项目支出95.3万元，完成预算的95.3%。": [("项目支出", "95.3", "预算", "")],
    "公用经费支出44万元，较上年增长3.2%。": [("公用经费", "3.2", "上年", "增长")],
    "三公经费比上年下降10.5%。": [("三公经费", "10.5", "上年", "下降")],
    "人员经费占基本支出的90.8%。": [("人员经费", "90.8", "基本支出", "")],
    "流动资产2万元,占总资产的20%,非流动资产共8万元,占总资产比重为80%。": [
        ("流动资产", "20", "总资产", ""),
        ("非流动资产", "80", "总资产", ""),
    ],
    "读者满意度为百分之九十五。": [("读者满意度", "95", "", "")],
    "基本支出820.5万元，其中：人员经费700.3万元，占基本支出的85.35%；公用经费120.2万元，占基本支出的14.65%。": [
        ("人员经费", "85.35", "基本支出", ""),
        ("公用经费", "14.65", "基本支出", ""),
    ],
    "活动30场，比2024年增加20%。": [("活动", "20", "2024年", "增加")],
    "公用经费控制率=支出98万元/预算105万元×100%=93.33%。": [("公用经费控制率", "93.33", "", "")],
    "按时完成率100%，较目标值提高5个百分点。": [("按时完成率", "100", "", ""), ("按时完成率", "5", "目标值", "提高")],
    "满意度提高到95%。": [("满意度", "95", "", "")],
    "支出合计300万元，其中：基本支出100万元，占33.33%；项目支出200万元，占66.67%。": [
        ("基本支出", "33.33", "支出", ""),
        ("项目支出", "66.67", "支出", ""),
    ],
    "满意度提高2个百分点。": [("满意度", "2", "", "提高")],
    "文献百分百编目。": [("文献", "100", "", "")],
    "借阅量增长-0.5%。": [("借阅量", "-0.5", "", "增长")],
}


@pytest.mark.parametrize("text", RATES)
def test_rates(text: str) -> None:
    found = [(c.subject, str(c.figure), c.of, c.change) for c in read(text) if c.kind == "rate"]
    assert found == RATES[text]


SEVERALLY = {
    "支出合计800万元，其中：人员经费500万元、公用经费100万元、项目支出200万元，分别占62.5%、12.5%和25%。": [
        ("人员经费", "62.5", "支出", ""), ("公用经费", "12.5", "支出", ""), ("项目支出", "25", "支出", ""),
    ],
    "讲座费30万元、展览费20万元，分别占总支出的60%和40%。": [("讲座费", "60", "总支出", ""), ("展览费", "40", "总支出", "")],
    "讲座费、展览费分别占60%、40%。": [("讲座费", "60", "", ""), ("展览费", "40", "", "")],
    "讲座费30万元、展览费20万元，分别较上年增长5%和3%。": [("讲座费", "5", "上年", "增长"), ("展览费", "3", "上年", "增长")],
    "讲座费30万元、展览费20万元，分别增长5%、下降3%。": [("讲座费", "5", "", "增长"), ("展览费", "3", "", "下降")],
    "支出合计90万元，其中：讲座费30万元、展览费20万元、编目费40万元，分别占60%和40%。": [
        ("各项", "60", "支出", ""), ("各项", "40", "支出", ""),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", SEVERALLY)
def test_figures_are_handed_out_in_order(text: str) -> None:
    found = [(c.subject, str(c.figure), c.of, c.change) for c in read(text) if c.kind == "rate"]
    assert found == SEVERALLY[text]


COUNTS = {
    "本年共有4个项目。": [("项目", "4", "个", "")],
    "召开联席会议6次、培训馆员20人次。": [("召开联席会议", "6", "次", ""), ("培训馆员", "20", "人次", "")],
    "接待读者近20万人次。": [("接待读者", "20", "万人次", "近")],
    "开行夜间班车近百余趟次。": [("开行夜间班车", "100", "趟次", "近…余")],
    "清运书架300余台次。": [("清运书架", "300", "台次", "余")],
    "发放宣传册3万余份。": [("发放宣传册", "3", "万份", "余")],
    "发放宣传册千余份。": [("发放宣传册", "1000", "份", "余")],
    "现有人员编制79人，实有75人。": [("人员编制", "79", "人", ""), ("实有", "75", "人", "")],
    "内设3个部门。": [("部门", "3", "个", "")],
    "全年召开三次会议。": [("召开", "3", "次", "")],
    "服务读者不少于5000人。": [("服务读者", "5000", "人", "不少于")],
    "设28个展区以及174台拼接屏、30台工作站。": [
        ("展区", "28", "个", ""),
        ("拼接屏", "174", "台", ""),
        ("工作站", "30", "台", ""),
    ],
    "新增座位120个左右。": [("新增座位", "120", "个", "左右")],
    "培训12期300人次。": [("培训", "12", "期", ""), ("培训", "300", "人次", "")],
}


@pytest.mark.parametrize("text", COUNTS)
def test_counts(text: str) -> None:
    assert [(c.subject, str(c.figure), c.unit, "…".join(c.hedges)) for c in read(text) if c.kind == "count"] == COUNTS[
        text
    ]


DATES = {
    "2025年9月， 机构划入职能。": [("2025-09", 2025, "机构划入职能")],
    "11月27日，三家单位联合印发方案。": [("--11-27", None, "三家单位联合印发方案")],
    "2024年11月27日，三家单位联合印发方案。": [("2024-11-27", 2024, "三家单位联合印发方案")],
    "今年2月，全馆闭馆整修。": [("--02", 2025, "全馆闭馆整修")],
    "去年12月启动编目。": [("--12", 2024, "启动编目")],
    "5-7月，开展清点。": [("--05/--07", None, "开展清点")],
    "2025年1月至12月，开展讲座。": [("2025-01/2025-12", 2025, "开展讲座")],
    "于2025年10月底，组织开展了监控工作。": [("2025-10", 2025, "组织开展了监控工作")],
    "项目于2025.5.20完工。": [("2025-05-20", 2025, "项目完工")],
    "3月份完成招标。": [("--03", None, "完成招标")],
}


@pytest.mark.parametrize("text", DATES)
def test_dates(text: str) -> None:
    assert [(c.iso, c.year, c.subject) for c in read(text) if c.kind == "date"] == DATES[text]


SCORES = {
    "2025年单位整体支出绩效自评得分为“96.72”分。": [("整体支出绩效自评得分", "96.72", "分", "")],
    "项目评价得分均在96分以上，等级均为优秀。": [("项目评价得分", "96", "分", "以上")],
    "自评总分98.5，评为优。": [("自评总分", "98.5", "", "")],
    "综合得分98.5分。其中：产出指标得49.5分。": [("综合得分", "98.5", "分", ""), ("产出指标", "49.5", "分", "")],
    "自评得分：95分。": [("自评得分", "95", "分", "")],
}


@pytest.mark.parametrize("text", SCORES)
def test_scores(text: str) -> None:
    assert [(c.subject, str(c.figure), c.unit, "…".join(c.hedges)) for c in read(text) if c.kind == "score"] == SCORES[
        text
    ]


GRADES = {
    "项目评价得分均在96分以上，等级均为优秀。": [("等级", "优秀", "等级", "均")],
    "绩效评价等级为“良”。": [("绩效评价等级", "良", "等级", "")],
    "自评结果为优。": [("自评结果", "优", "等级", "")],
    "该项目被评为优秀等次。": [("该项目", "优秀", "等级", "")],
    "全年整体支出绩效良好，达到目标。": [("全年整体支出绩效", "良好", "", "")],
    "评级为“优”的项目1个，评级为“良”的项目0个。": [],
    "服务态度良好，优先保障。": [],
    "优化环境，中心工作进展良好。": [],
}


@pytest.mark.parametrize("text", GRADES)
def test_grades(text: str) -> None:
    assert [(c.subject, c.grade, c.unit, "均" if c.each else "") for c in read(text) if c.kind == "grade"] == GRADES[
        text
    ]


NO_CLAIMS = [
    "依据清财绩〔2025〕209号文件和《2025年工作要点》第12条执行。",
    "践行“721”工作法，推进“七个清江”建设。",
    "在十五中、一中周边加强管理，联系电话0730-8881234。",
    "一年一度的读书节，四部门联动，一是宣传，二是检查。",
    "1、完善制度；",
    "（2）加强管理。",
    "2.强化责任",
    "详见附件2和表1-1。",
    "2025年度工作平稳，全年无事故。",
    "5G网络与G107国道。",
    "手机13900000000。",
]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_numbers_that_claim_nothing(text: str) -> None:
    assert read(text) == []


def test_the_quote_is_the_clause_and_the_span_the_figure() -> None:
    text = "全年平稳，其中讲座经费支出20万元、编目经费约25万元，保障了开放。"
    first, second = read(text)
    assert text[first.start : first.end] == "20万元"
    assert first.quote == "其中讲座经费支出20万元"
    assert (text[second.start : second.end], second.approx) == ("约25万元", Approx.ABOUT)
    assert second.quote == "编目经费约25万元"


def test_a_difference_is_not_an_amount() -> None:
    (change,) = [c for c in read("公用经费较上年增加3万元。") if c.kind == "money"]
    assert (change.subject, change.change, change.of, change.basis) == ("公用经费", "增加", "上年", "")


def test_claims_of_a_report_point_to_their_paragraphs() -> None:
    report = Report(
        kind="unit-report",
        year=2025,
        sections=(
            Section(number="一、", title="支出100万元", paragraphs=("没有数字。",)),
            Section(number="二、", title="绩效", paragraphs=("文字。", "支出总额50万元，其中水费1万元。")),
        ),
    )
    claims = claims_of(report)
    assert [c.paragraph for c in claims] == [
        "/sections/0/title",
        "/sections/1/paragraphs/1",
        "/sections/1/paragraphs/1",
    ]
    assert claims[2].part_of == 1
    dossier = with_claims(Dossier(records=(report,)))
    found = dossier.every(Report)[0].claims
    assert [c.model_copy(update={"id": ""}) for c in found] == [c.model_copy(update={"id": ""}) for c in claims]
    assert found[0].id == "支出100万元.title@2"
    assert len({c.id for c in found}) == len(found)
    assert with_claims(Dossier()) == Dossier()


@settings(max_examples=100)
@given(
    st.text(
        alphabet="12345.,，。、；：（）“”《》〔〕第号条年月日万元亿%分次个余近约占的较上年为其中含预算支出一二百千合计优良等级绩效 ",
        max_size=60,
    )
)
def test_any_text_is_read_and_spans_hold(text: str) -> None:
    for claim in read(text):
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.part_of is None or claim.part_of >= 0
        if claim.figure is not None:
            assert claim.figure.value is not None
        if claim.kind == "date":
            assert re.fullmatch(r"(?:\d{4}-|--)\d\d(?:-\d\d)?(?:/(?:\d{4}-|--)\d\d(?:-\d\d)?)?", claim.iso)


# (subject, basis, figure) of every amount, rate and score of the real reports, read by hand
SEED = {
    "unit": [
        ("基本支出", "outturn", "1072.04"), ("人员经费", "outturn", "973.08"), ("公用经费", "outturn", "98.96"), ("公务接待费", "budget", "0.50"),
        ("公务接待费", "outturn", "0"), ("公务用车购置及公务用车运行维护费", "budget", "9.00"), ("公车购置", "budget", "0"), ("公务用车运行维护费", "outturn", "8.11"),
        ("因公出国费用", "", "0"), ("三公经费", "outturn", "8.11"), ("项目资金", "initial", "359.6"), ("上年结转专项资金", "carry_over", "16.10"),
        ("项目支出", "revised", "564.04"), ("项目支出", "outturn", "555.53"), ("城管事务经费", "outturn", "244.65"), ("城市广场运营维护费", "outturn", "66.50"),
        ("协管员经费", "outturn", "176.78"), ("办案费", "outturn", "32.25"), ("其他运转类业务工作经费", "outturn", "35.35"), ("总资产", "", "41.68"),
        ("流动资产", "", "1.14"), ("流动资产", "", "2.73"), ("非流动资产", "", "40.54"), ("非流动资产", "", "97.27"), ("负债", "", "0"), ("净资产", "", "41.68"),
        ("净资产", "", "100"), ("支出", "budget", "1674.52"), ("支出", "outturn", "1627.57"), ("基本支出", "outturn", "1072.04"), ("项目支出", "outturn", "555.53"),
        ("预算执行率", "", "97.20"), ("整体支出绩效自评得分", "", "96.72"),
    ],
    "project": [
        ("项目", "initial", "343.50"), ("项目", "revised", "564.04"), ("项目", "outturn", "555.53"), ("协管员经费", "outturn", "176.78"),
        ("城管事务经费", "outturn", "244.65"), ("办案费", "outturn", "32.25"), ("城市广场运营维护费", "outturn", "66.50"), ("其他运转类经费", "outturn", "35.35"),
        ("预算执行率", "", "98.49"), ("项目评价得分", "", "96"),
    ],
}  # fmt: skip


def test_the_real_reports() -> None:
    from jixiao.model import Paragraph

    lines = shared_path("seeds/yueyang-2024-self-evaluation.txt").read_text(encoding="utf-8").split("\n")
    captions = re.compile(r"附件[\d-]+|2024年度.*表")
    runs: list[list[Paragraph]] = [[]]
    for i, line in enumerate(lines):
        if line.startswith("\t") or captions.fullmatch(line.strip()):
            runs.append([])
        else:
            runs[-1].append(Paragraph(i, line))
    for report in (report for run in runs for report, _ in find_reports(run, "seed")[0]):
        claims = claims_of(report)
        found = [
            (c.subject, c.basis, str(c.figure))
            for c in claims
            if c.kind in {"money", "rate", "score"} and not (c.kind == "rate" and "百分百" in c.quote)
        ]
        assert found == SEED[report.scope]
        whole = {claims[c.part_of].subject for c in claims if c.part_of is not None}
        assert whole == (
            {"基本支出", "公务用车购置及公务用车运行维护费", "项目资金", "项目支出", "支出"}
            if report.scope == "unit"
            else {"项目"}
        )
        dates = [(c.iso, c.year) for c in claims if c.kind == "date"]
        assert ("--11-27", None) in dates or ("2023-11-27", 2023) in dates
        assert all(c.subject for c in claims)
