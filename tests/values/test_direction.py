"""Which way is better: the sign decides; a bare number is a floor unless its name or level says otherwise."""

from __future__ import annotations

import pytest

from jixiao.model.value import Direction
from jixiao.values import direction, parse

UP, DOWN, OPEN, WORDS = Direction.POSITIVE, Direction.INVERSE, Direction.UNKNOWN, Direction.QUALITATIVE

CASES = [
    ("≥95%", "事故率", "成本指标", UP),
    (">5", "", "", UP),
    ("≤5%", "满意度", "", DOWN),
    ("<24小时", "", "", DOWN),
    ("=100人", "", "", Direction.EQUAL),
    ("1-3天", "", "", Direction.RANGE),
    ("6次", "", "数量指标", UP),
    ("25万元", "非税收入征收计划", "数量指标", UP),
    ("年度预算计划数25万元", "增加财政非税收入", "经济效益指标", UP),
    ("控制成本25万元", "", "", DOWN),
    ("25万元", "项目总成本", "", DOWN),
    ("50万元", "设备购置经费", "成本指标", DOWN),
    ("50万元", "设备维修费用", "", DOWN),
    ("50万元", "污水处理成本", "", DOWN),
    ("1000元/人", "补助标准", "成本指标", OPEN),
    ("95%", "成本节约率", "成本指标", UP),
    ("10万元", "降低成本", "", UP),
    ("50家", "控制成本企业", "", OPEN),
    ("5%", "结转结余率", "", DOWN),
    ("100%", "三公经费控制率", "", DOWN),
    ("100%", "资金到位率", "成本指标", UP),
    ("100%", "采购价格合规", "成本指标", OPEN),
    ("5次", "投诉次数", "", DOWN),
    ("5件", "受理投诉件数", "", OPEN),
    ("95%", "投诉处理率", "", UP),
    ("10个", "化解隐患数量", "", UP),
    ("20次", "事故应急演练次数", "", UP),
    ("5篇", "舆情报告", "", OPEN),
    ("1000人", "失业保险参保人数", "", UP),
    ("500人", "失业人员中的妇女", "", OPEN),
    ("100%", "资金使用无违规", "", OPEN),
    ("10%", "差错率", "", DOWN),
    ("35", "PM2.5年均浓度", "", DOWN),
    ("0", "经济效益", "", DOWN),
    ("0", "安全事故发生率", "", DOWN),
    ("3天", "办理时限", "时效指标", DOWN),
    ("3天", "办理时限压缩", "时效指标", UP),
    ("100%", "完成时间", "时效指标", OPEN),
    ("3天", "公示", "时效指标", OPEN),
    ("3天", "培训时长", "时效指标", UP),
    ("3天", "培训天数", "数量指标", UP),
    ("98%", "服务对象满意度", "", UP),
    ("下降5%", "单位能耗", "", UP),
    ("降低到5%", "单位耗用", "", DOWN),
    ("1:2.5", "", "", OPEN),
    ("1:2.5", "财政资金带动比", "", UP),
    ("≥1:2.5", "", "", UP),
    ("1次/月", "", "", UP),
    ("≤1次/月", "", "", DOWN),
    ("按月", "", "", WORDS),
    ("2024年12月31日前", "", "", DOWN),
    ("2024年", "", "", DOWN),
    ("全年", "", "", WORDS),
    ("无安全事故", "", "", DOWN),
    ("不超预算", "", "", DOWN),
    ("前3名", "", "", DOWN),
    ("优", "", "", WORDS),
    ("完成", "", "", WORDS),
    ("效果明显", "", "", WORDS),
    ("不适用", "", "", OPEN),
    ("", "", "", OPEN),
    ("**", "", "", OPEN),
    ("≥90%且无投诉", "", "", UP),
    ("效果明显，无投诉", "", "", DOWN),
    ("效果明显，达标", "", "", WORDS),
]


@pytest.mark.parametrize(("target", "name", "level2", "expected"), CASES)
def test_direction(target: str, name: str, level2: str, expected: Direction) -> None:
    way, reason = direction(parse(target, name=name), level2=level2, name=name)
    assert way is expected, reason
    assert reason
