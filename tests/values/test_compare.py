"""Target against actual: what decides, what leaves a comparison open, and what is said about it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pytest

from jixiao.model.value import Comparison, Direction, Met
from jixiao.values import compare, direction, parse
from jixiao.values import messages as say


class Case(NamedTuple):
    target: str
    actual: str
    result: str
    name: str = ""
    level2: str = ""
    notes: str = ""


INEXACT = [
    Case("≥90%", "近90%", "undecided"),
    Case("≥50场", "近50场", "undecided"),
    Case("≥50场", "近40场", "short"),
    Case("≥50场", "50余场", "met", notes="约数"),
    Case("≥55场", "50余场", "undecided"),
    Case("≤55场", "50余场", "undecided"),
    Case("≤40场", "50余场", "short"),
    Case("≤50场", "近50场", "met"),
    Case("50余个", "50个", "met", notes="目标值是约数"),
    Case("50余个", "49个", "short"),
    Case("500人", "约2000人", "over"),
    Case("500人", "约200人", "short"),
    Case("500人", "约500人", "undecided"),
    Case("近百余", "100", "undecided"),
    Case("100", "近百余人", "undecided"),
    Case("5-10个", "约7个", "undecided"),
    Case(">100人", "100余人", "undecided"),
    Case(">100人", "100人", "short"),
    Case("<24小时", "24小时", "short"),
]
COPIED = [
    Case("≥80%", "95%以上", "over", notes="只给出界限"),
    Case("≥80%", "≥80%", "undecided"),
    Case("80%以上", "不低于80%", "undecided"),
    Case("≤5次", "≤5次", "undecided"),
    Case("≤5次", "≤3次", "met"),
    Case("前3名", "前3名", "undecided"),
    Case("前3名", "前5名", "undecided"),
    Case("前5名", "前3名", "met"),
    Case("合格以上", "合格以上", "undecided"),
    Case("≥1:2", "≥1:2", "undecided"),
]
SHARES = [
    Case("≥97%", "0.972", "undecided"),
    Case("≥97%", "97.2", "over", notes="没有写单位"),
    Case("≤5%", "0.03", "met", notes="可能是比例"),
    Case("≤5%", "0.5", "undecided"),
    Case("100%", "1", "undecided"),
    Case("0.95", "97%", "met"),
    Case("95", "97%", "over"),
    Case("5‰", "0.6%", "over"),
    Case("提高5个百分点", "5.2%", "undecided"),
]
UNITS = [
    Case("100人", "120人次", "over", notes="单位不同"),
    Case("100人", "80人次", "undecided"),
    Case("50个", "52家", "over", notes="单位不同"),
    Case("50场", "30次", "undecided"),
    Case("≤100人", "80人次", "undecided"),
    Case("10名", "12人", "over"),
    Case("≤5个工作日", "3天", "undecided"),
    Case("≤24小时", "1天", "met", notes="换算"),
    Case("≥1公顷", "20亩", "over"),
    Case("≥500亩", "33.4公顷", "over"),
    Case("25万", "25万元", "met"),
    Case("20万元", "25万", "short", name="项目成本"),
    Case("5万元", "50000元", "met", name="项目成本"),
    Case("≥60天", "2个月", "undecided"),
    Case("≤25万元", "245000", "undecided"),
    Case("≥3万亩", "3.2", "undecided"),
    Case("≥3万亩", "3.2万", "over"),
    Case("≥10次", "0", "short"),
    Case("1300元/人/月", "1300元", "met", name="补助标准", notes="相同口径"),
    Case("1300元/人/月", "1200元/人/月", "undecided", name="补助标准"),
    Case("1300元/人/月", "15600元/人/年", "undecided", name="补助标准"),
    Case("100吨/月", "1200吨/年", "met", notes="全年"),
    Case("100吨/月", "1200吨", "met", notes="全年"),
    Case("100吨/月", "600吨", "undecided"),
    Case("≥3吨/年", "4吨", "over"),
]
DENIED = [
    Case("≥95%", "未达到95%", "short"),
    Case("≤5次", "超过5次", "short"),
    Case(">5次", "<5次", "short"),
    Case("<5次", ">5次", "short"),
]
CHANGES = [
    Case("提高5个百分点", "下降2个百分点", "short"),
    Case("≥3%", "下降2%", "undecided", name="增长率"),
    Case("≥3%", "增长4%", "over", name="增长率"),
    Case("下降5%", "6%", "over"),
    Case("下降5%", "上升3%", "short"),
    Case("下降5%", "-6%", "over"),
    Case("增长5%", "-6%", "short"),
]
NOTHING = [
    Case("0", "无投诉", "met", name="投诉次数"),
    Case("0次", "2次", "short", name="投诉次数"),
    Case("0次", "0次", "met", name="投诉次数"),
    Case("0次", "无", "met", name="投诉次数"),
    Case("≤3起", "无", "met", name="投诉起数"),
    Case("≤3起", "无安全事故", "met"),
    Case("0", "未发生", "met", name="安全事故"),
    Case("≥5", "无", "undecided"),
    Case("≥5", "无投诉", "undecided"),
    Case("无安全事故", "1起", "short"),
    Case("无安全事故", "0起", "met"),
    Case("无安全事故", "0", "met"),
    Case("无安全事故", "无", "met"),
    Case("无安全事故", "没有", "met"),
    Case("无安全事故", "有", "short"),
    Case("无安全事故", "否", "undecided"),
    Case("无安全事故", "达标", "met"),
    Case("无安全事故", "无投诉", "undecided"),
    Case("无安全事故", "安全生产形势平稳", "undecided"),
    Case("无安全事故", "100%", "undecided"),
    Case("无安全事故", "≤1起", "undecided"),
    Case("0起", "2起", "short"),
    Case("=0", "0", "met"),
    Case("=0", "1", "short"),
    Case("≤0", "3", "short"),
]
DATES = [
    Case("2024年12月31日前", "2024年12月31日前完成", "met", notes="没有写实际日期"),
    Case("2024年12月31日前", "2024年12月", "met"),
    Case("2024年6月15日前", "2024年6月", "undecided"),
    Case("2024年6月30日前", "7月2日", "short", notes="没有写年份"),
    Case("12月底前完成", "11月完成", "met"),
    Case("2024年第四季度", "2024年9月30日", "met", notes="早于"),
    Case("2024年", "2023年", "undecided"),
    Case("2024年1-6月", "2024年全年", "undecided"),
    Case("年底前", "已完成", "met", notes="文字结论"),
    Case("年底前", "未完成", "short"),
    Case("年底前", "基本完成", "undecided"),
    Case("年底前", "部分完成", "short"),
    Case("年底前", "100%", "undecided"),
    Case("全年", "全年", "met"),
    Case("全年", "12月31日", "undecided"),
    Case("全年", "均按时完成", "met"),
    Case("2024年全年", "2024年全年", "met"),
]
FREQUENCIES = [
    Case("按月发放", "按月发放", "met"),
    Case("按月发放", "按季度发放", "undecided"),
    Case("按月发放", "12次", "met"),
    Case("按月发放", "10次", "undecided"),
    Case("按月发放", "发放工资", "undecided"),
    Case("及时", "3次", "undecided"),
    Case("1次/月", "12次", "met"),
    Case("1次/月", "10次", "short"),
    Case("1次/月", "1次", "undecided"),
    Case("1次/月", "1次/季度", "short"),
    Case("1次/月", "按月", "undecided"),
    Case("1次/月", "均按时完成", "met"),
    Case("12次", "1次/月", "met", notes="折算为全年"),
    Case("≥4次", "每季度1次", "met"),
    Case("≥4次", "按季度", "undecided"),
    Case("≥2吨/月", "每月3次", "undecided"),
]
SCALES = [
    Case("优", "优秀", "met"),
    Case("良", "优", "met"),
    Case("优", "合格", "short"),
    Case("合格", "完成", "undecided"),
    Case("二级", "二级", "met"),
    Case("乙级以上", "甲级", "met"),
    Case("优", "甲级", "undecided"),
    Case("前3名", "第5名", "short"),
    Case("前3名", "第2名", "met"),
    Case("前3名", "优", "undecided"),
    Case("1:2.5", "1:2.8", "undecided"),
    Case("1:2.5", "1:2.5", "met"),
    Case("1:2.5", "2.5", "undecided"),
    Case("1-3天", "5天", "short"),
    Case("1-3天", "0.5天", "short"),
    Case("1-3天", "1-2天", "met"),
    Case("±5%", "3%", "met"),
    Case("=100人", "120人", "over"),
    Case("=100人", "80人", "short"),
]
WORDS = [
    Case("效果明显", "未完成", "short"),
    Case("效果明显", "部分完成", "short"),
    Case("效果明显", "基本达成", "undecided"),
    Case("是", "否", "short"),
    Case("否", "否", "met"),
    Case("否", "是", "undecided"),
    Case("≥10次", "未开展", "undecided"),
    Case("100万元", "未超预算", "undecided", name="项目成本"),
    Case("80分", "良好", "undecided"),
    Case("100%", "不适用", "undecided"),
    Case("不适用", "100%", "undecided"),
    Case("**%", "100%", "undecided"),
    Case("100%", "XX", "undecided"),
    Case("290%", "98%", "undecided", name="满意度"),
    Case("≥95%以内", "98%", "undecided"),
]
SEVERAL = [
    Case("≥90%且无投诉", "93%，有2起投诉", "short"),
    Case("≥90%且无投诉", "85%，无投诉", "short"),
    Case("≥90%且无投诉", "完成", "undecided"),
    Case("90%，无投诉", "93%，无投诉", "over"),
    Case("6次", "开展培训8次，培训500人次", "over"),
    Case("6", "开展培训5次，培训500人次", "undecided"),
    Case("6次", "培训500人，印发资料300份", "undecided"),
    Case("95%", "完成良好，97%", "over"),
    Case("合格率≥95%", "合格率100%，优秀率30%", "over"),
    Case("完成率≥95%，合格率≥98%", "完成率100%，合格率97%", "short"),
    Case("5个", "完成3个，在建2个", "undecided"),
    Case("2个", "城区3个，乡镇4个", "over"),
    Case("≤5次", "城区3次，乡镇4次", "undecided"),
    Case("≤2次", "城区3次，乡镇4次", "short"),
    Case("120%", "超额完成20%", "undecided"),
    Case("≤30天", "提前5天完成", "undecided"),
    Case("2024年12月31日前完成100%", "100%", "undecided"),
    Case("2024年12月31日前完成100%", "2024年11月30日前完成100%", "met"),
]
ALL = [*INEXACT, *DENIED, *COPIED, *SHARES, *UNITS, *CHANGES, *NOTHING, *DATES, *FREQUENCIES, *SCALES, *WORDS, *SEVERAL]


def _compared(case: Case) -> Comparison:
    target, actual = parse(case.target, name=case.name), parse(case.actual, name=case.name)
    way, _ = direction(target, level2=case.level2, name=case.name)
    return compare(target, actual, direction=way, year=2024)


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.target}→{case.actual}")
def test_result(case: Case) -> None:
    outcome = _compared(case)
    assert ("over" if outcome.over else outcome.met.value) == case.result, outcome
    assert outcome.reason
    assert case.notes in "；".join(map(str, outcome.notes))


@pytest.mark.parametrize(
    ("budget", "outturn", "expected", "ratio"),
    [("100", "99.5", Met.MET, "0.995"), ("100", "100", Met.MET, "1"), ("100", "101", Met.SHORT, "1.01")],
)
def test_a_budget_bound_is_decided_by_the_money_columns(budget: str, outturn: str, expected: Met, ratio: str) -> None:
    outcome = compare(
        parse("不超年度预算"),
        parse("未超预算"),
        direction=Direction.INVERSE,
        budget=Decimal(budget),
        outturn=Decimal(outturn),
    )
    assert outcome.met is expected
    assert outcome.ratio == Decimal(ratio)
    assert (say.STATED_AGAINST_MONEY() in outcome.notes) == (expected is Met.SHORT)


def test_a_budget_of_zero_has_no_ratio() -> None:
    zero = Decimal(0)
    outcome = compare(parse("不超预算"), parse("已超预算"), direction=Direction.INVERSE, budget=zero, outturn=zero)
    assert (outcome.met, outcome.ratio) == (Met.MET, None)
    assert outcome.notes == (say.STATED_AGAINST_MONEY(),)


@pytest.mark.parametrize(
    ("target", "actual", "year", "expected"),
    [
        ("12月底前", "2024年11月30日", None, Met.MET),
        ("12月底前", "2025年1月5日", 2024, Met.SHORT),
        ("6月底前", "7月1日", None, Met.SHORT),
        ("2023年6月底前", "5月", 2024, Met.SHORT),
        ("2024年6月底前", "5月", None, Met.MET),
    ],
)
def test_dates_without_a_year_take_the_year_of_the_report(
    target: str, actual: str, year: int | None, expected: Met
) -> None:
    outcome = compare(parse(target), parse(actual), direction=Direction.INVERSE, year=year)
    assert outcome.met is expected


def test_ratio_is_actual_over_target_for_any_direction() -> None:
    outcome = compare(parse("≤5次"), parse("8次"), direction=Direction.INVERSE)
    assert (outcome.met, outcome.ratio, outcome.over) == (Met.SHORT, Decimal("1.6"), False)


def test_a_zero_target_has_no_ratio() -> None:
    outcome = compare(parse("≥0次"), parse("8次"), direction=Direction.POSITIVE)
    assert (outcome.met, outcome.ratio) == (Met.MET, None)
