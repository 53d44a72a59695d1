"""Target and actual values as they stand in published forms, with the reading and the result each must have.

One row: number, target, unit column, indicator name, second level, actual (``None``: none given), how the target reads
(:func:`tests.values.reading.reading`), how the actual reads, the result (``None``: nothing to compare).
"""

from __future__ import annotations

from typing import NamedTuple


class Pair(NamedTuple):
    """One target with its actual."""

    number: int
    target: str
    reading: str
    actual: str | None = None
    actual_reading: str = ""
    result: str | None = None
    unit: str = ""
    name: str = ""
    level2: str = ""


MET, OVER, SHORT, OPEN = "met", "over", "short", "undecided"

PERCENT = (
    Pair(1, "95%", "95%", "97%", "97%", OVER, name="案件办结率"),
    Pair(2, "95%", "95%", "96%", "96%", OVER),
    Pair(3, "98%", "98%", "99%", "99%", OVER),
    Pair(4, "≥100%", "≥100%", "100%", "100%", MET),
    Pair(5, "≧95%", "≥95%", "98%", "98%", OVER, name="市民满意度"),
    Pair(6, "95%以上", "≥95%", "98%", "98%", OVER),
    Pair(7, "95%以上", "≥95%", "97%", "97%", OVER),
    Pair(8, "95%以上", "≥95%", "96%", "96%", OVER),
    Pair(9, "96%以上", "≥96%", "96%", "96%", MET),
    Pair(10, "合格率≥95%", "合格率|≥95%", "100%", "100%", OVER),
    Pair(11, "100%", "100%", "100%", "100%", MET),
    Pair(12, "≥100百分比", "≥100%", "100", "100", MET),
    Pair(13, "80%", "80%", "80%", "80%", MET),
    Pair(14, "90%", "90%", "60%", "60%", "short 0.6667"),
    Pair(15, "≥80%", "≥80%", "≥80%", "≥80%", OPEN),
    Pair(16, "90%", "90%", "90%", "90%", MET),
    Pair(17, "＝100", "=100%", "100", "100%", MET, unit="%"),
    Pair(18, "≥95", "≥95%", "95", "95%", MET, unit="%"),
    Pair(19, "≥90%", "≥90%", "100%", "100%", OVER),
    Pair(20, "90%", "90%", "≥90%", "≥90%", OPEN, name="服务对象满意度"),
    Pair(20, "90%", "90%", "290%", "290%?", OPEN, name="服务对象满意度"),
    Pair(21, "=100", "=100%", "", "empty", OPEN, unit="%"),
    Pair(22, "=100%", "=100%"),
    Pair(23, "≤5%", "≤5%", name="结余率"),
    Pair(24, "≥90%", "≥90%", "≥90%", "≥90%", OPEN),
    Pair(25, "≥95%", "≥95%", "≥95%", "≥95%", OPEN),
    Pair(26, "≥100%", "≥100%"),
    Pair(27, "≥95%", "≥95%"),
    Pair(28, "100%", "100%", "无", "n/a", OPEN),
    Pair(29, "≥96%", "≥96%"),
    Pair(30, "100%", "100%", "100%", "100%", MET, name="12月底之前完成"),
    Pair(31, "97%（=2113.63/2179）", "97%"),
    Pair(32, "完成项目主体工程70%", "完成项目主体工程|70%"),
)

COUNTS = (
    Pair(33, "6次", "6次", "8次", "8次", "over 1.3333"),
    Pair(34, "2次", "2次", "2次", "2次", MET),
    Pair(35, "1支", "1支", "1支", "1支", MET),
    Pair(36, "24次", "24次", "24次", "24次", MET),
    Pair(37, "10000份", "10000份", "12000余份", "12000余份", "over 1.2"),
    Pair(38, "200台", "200台", "300余台次", "300余台次", "over 1.5"),
    Pair(39, "5辆", "5辆", "5辆", "5辆", MET),
    Pair(40, "≥50个", "≥50个", "50", "50", MET),
    Pair(41, "100人次", "100人次", "100人次", "100人次", MET),
    Pair(42, "2370人", "2370人", "2370人", "2370人", MET),
    Pair(43, "6", "6", "6", "6", MET),
    Pair(44, "0起", "zero", "0起", "zero", MET),
    Pair(45, "0", "0", "0", "0", MET),
    Pair(46, "≥266米", "≥266米", "≥266米", "≥266米", OPEN),
    Pair(47, "≥50厘米", "≥50厘米", "≥50厘米", "≥50厘米", OPEN),
    Pair(48, "≥1000人", "≥1000人", "≥1000人", "≥1000人", OPEN),
    Pair(49, "≥100公里", "≥100公里"),
    Pair(50, "≥20座", "≥20座"),
    Pair(51, "≥500人", "≥500人"),
    Pair(52, "≥1000人", "≥1000人"),
    Pair(53, "≥500亩", "≥500亩"),
    Pair(54, "≥200亩", "≥200亩"),
    Pair(55, "≥20年", "≥20年"),
    Pair(56, "3500公斤", "3500公斤"),
    Pair(57, "≥0.565km", "≥0.565km"),
    Pair(58, "≥23人", "≥23人"),
    Pair(59, "≤10次", "≤10次"),
    Pair(60, "32.63公里", "32.63公里"),
    Pair(61, "1个", "1个"),
    Pair(62, "300米", "300米"),
    # 63 to 66 are weights in the wrong column or nonsense; the pair alone cannot show it.
    Pair(63, "20", "20", "20", "20", MET),
    Pair(64, "10", "10", "10", "10", MET),
    Pair(65, "100", "100", "100", "100", MET),
    Pair(66, "100", "100"),
    Pair(67, "购买13台", "购买|13台", "13台", "13台", MET),
    Pair(68, "1次/月", "1次 per 月", "1次/月", "1次 per 月", MET),
)

MONEY = (
    Pair(69, "25万元", "25万元", "11.32万元", "11.32万元", "short 0.4528", name="非税收入征收计划", level2="数量指标"),
    Pair(
        70, "年度预算计划数25万元", "年度预算计划数|25万元", "11.32万元", "11.32万元", "short 0.4528",
        name="增加财政非税收入", level2="经济效益指标",
    ),
    Pair(71, "≤90万元", "≤90万元", "90", "90", MET),
    Pair(72, "15万元", "15万元", "15万元", "15万元", MET, level2="成本指标"),
    Pair(73, "35万元", "35万元", "35万元", "35万元", MET, level2="成本指标"),
    Pair(74, "14.8万元", "14.8万元", "14.8万元", "14.8万元", MET, level2="成本指标"),
    Pair(74, "14.8万元", "14.8万元", "3M.8万元", "text", OPEN, level2="成本指标"),
    Pair(75, "20万元", "20万元", "20万元", "20万元", MET, level2="成本指标"),
    Pair(76, "≤30", "≤30万元", "完成", "verdict yes", OPEN, unit="万元"),
    Pair(77, "＝72890", "=72890元", "72890", "72890元", MET, unit="元"),
    Pair(78, "43.2", "43.2", "37.24", "37.24", "short 0.8620", name="工程资金金额", level2="数量指标"),
    Pair(79, "1600元/亩", "1600元/亩"),
    Pair(80, "**元/人·月", "placeholder"),
    Pair(81, "1300元/人/月", "1300元/人/月", "1300元/人/月", "1300元/人/月", MET, name="补助标准", level2="成本指标"),
    Pair(82, "生均1000元", "1000元/生", "87.06万元", "87.06万元", OPEN, name="补助标准"),
    Pair(83, "不超年度预算", "budget", "未超预算", "budget reached", OPEN),
    Pair(84, "控制在预算金额之内", "budget", "未超预算", "budget reached", OPEN),
    Pair(85, "控制在预算金额内", "budget", "未超预算", "budget reached", OPEN),
    Pair(86, "预算金额之内", "budget", "未超预算", "budget reached", OPEN),
    Pair(87, "3,498,000.00", "3498000元", "349.80万元", "349.8万元", MET, unit="元", level2="成本指标"),
    Pair(88, "226,145,100.00", "226145100元", "22,614.51万元", "22614.51万元", MET, unit="元", level2="成本指标"),
    Pair(89, "符合相关规定", "text", "达成预期指标", "verdict yes", MET),
)  # fmt: skip

DATES = (
    Pair(90, "2024年12月31日前", "by 2024-12-31", "均如期完成", "verdict yes", MET),
    Pair(91, "在2024年12月31日前完成", "by 2024-12-31", "均如期完成", "verdict yes", MET),
    Pair(92, "在规定时间内办结", "verdict yes", "均在规定时间内办结", "verdict yes", MET),
    Pair(93, "按月发放", "per 月", "均按时发放", "verdict yes", MET),
    Pair(94, "2019年", "in 2019", "2019年", "in 2019", MET),
    Pair(95, "2019年", "in 2019", "2020年", "in 2020", SHORT),
    Pair(96, "2021年12月完成", "in 2021-12", "2021年12月完成", "in 2021-12", MET),
    Pair(97, "在项目计划完成时间内完成", "verdict yes", "达成预期指标", "verdict yes", MET),
    Pair(98, "计划完成日期 2026/12/31", "计划完成日期|in 2026-12-31"),
    Pair(99, "按期完成投资", "verdict yes", "10", "10", OPEN),
)

WORDS = (
    Pair(100, "符合行业相关标准", "text", "符合行业管理相关标准", "text", OPEN),
    Pair(101, "达到相关行业要求", "text", "均符合相关行业标准", "text", OPEN),
    Pair(102, "符合相关标准", "text", "均符合相关标准", "text", OPEN),
    Pair(
        103, "无违规操作投诉", "zero 违规操作投诉", "完成良好，无违规操作，无投诉。",
        "verdict yes & zero 违规操作 & zero 投诉", MET,
    ),
    Pair(104, "无负面影响", "zero 负面影响", "无负面影响", "zero 负面影响", MET),
    Pair(105, "无负面舆情", "zero 负面舆情", "全年无负面舆情", "zero 负面舆情", MET),
    Pair(106, "无安全事故", "zero 安全事故", "全年无安全事故", "zero 安全事故", MET),
    Pair(107, "减少执法纠纷", "text", "无执法纠纷", "zero 执法纠纷", OPEN),
    Pair(108, "产生一定的间接经济效益", "text", "协管员工资收入", "text", OPEN),
    Pair(109, "产生一定的间接经济效益", "text", "吸引外来游客旅游和外商投资", "text", OPEN),
    Pair(110, "产生一定的间接经济效益", "text", "吸引了外商在岳投资发展产业", "text", OPEN),
    Pair(111, "产生一定的间接经济效益", "text", "吸引外来游客，助力旅游业发展。", "text", OPEN),
    Pair(112, "产生一定的间接经济效益", "text", "优化窗口环境，助力招商引资。", "text", OPEN),
    Pair(113, "产生一定的间接经济效益", "text", "优化窗口环境，助力岳阳旅游业发展", "text", OPEN),
    Pair(114, "提升火车站地区管理秩序", "text", "火车站地区管理秩序良好", "text", OPEN),
    Pair(115, "工作更细致、亲民", "text", "得到广大市民好评", "text", OPEN),
    Pair(116, "有一支高素质的执法执勤队伍", "text", "执法执勤人员整体素质不断提升", "text", OPEN),
    Pair(117, "进一步提升城市窗口形象", "text", "两站地区管理有序，城市窗口形象有效提升。", "text", OPEN),
    Pair(118, "管理规范，避免安全事故发生", "text", "保障两安全运行", "text", OPEN),
    Pair(119, "提升场站管理秩序", "text", "管理秩序明显提升", "text", OPEN),
    Pair(120, "营造良好的出行环境", "text", "营造了良好的出行环境", "text", OPEN),
    Pair(121, "改善火车站地区周边管理秩序", "text", "有效改善了火车站地区周边管理秩序", "text", OPEN),
    Pair(122, "有效改善两站地区出行环境", "text", "明显改善", "text", OPEN),
    Pair(123, "提升城市管理形象", "text", "有效提升", "text", OPEN),
    Pair(124, "有效改善", "text", "明显改善", "text", OPEN),
    Pair(125, "维护广场绿植，美化广场环境", "text", "两站广场绿化效果良好", "text", OPEN),
    Pair(126, "保证两站广场设施正常运行", "text", "保证了两站广场设施正常运行", "text", OPEN),
    Pair(127, "加强两站地区秩序管理，打造窗口场站。", "text", "火车站地区管理秩序得到不断改善", "text", OPEN),
    Pair(128, "严格执行相关制度规定", "text", "达成预期指标", "verdict yes", MET),
    Pair(129, "效果明显", "text", "达成预期指标", "verdict yes", MET),
    Pair(130, "符合相关文件要求", "text", "符合相关文件要求", "text", OPEN),
    Pair(131, "改善学校的办学条件", "text", "改善学校的办学条件", "text", OPEN),
    Pair(132, "社会认可的办学环境", "text", "社会认可的办学环境", "text", OPEN),
    Pair(133, "显著提升", "text", "显著提升", "text", OPEN),
    Pair(134, "高", "text", "高", "text", OPEN),
    Pair(135, "购买安可设备并完成支付", "text", "完成", "verdict yes", MET),
    Pair(136, "是", "verdict yes", "是", "verdict yes", MET),
    Pair(137, "目标明确、内容细化、目标量化", "text"),
)  # fmt: skip

ABSENT = (
    Pair(138, "不适用", "n/a", "不适用", "n/a", OPEN),
    Pair(139, "", "empty", "", "empty", OPEN),
    Pair(140, "—", "n/a", "100%", "100%", OPEN),
    Pair(140, "一", "n/a", "100%", "100%", OPEN),
    Pair(141, "≥**人次", "placeholder"),
    Pair(142, "≥**%", "placeholder"),
    Pair(142, "≤**%", "placeholder"),
    Pair(143, "≥**万元", "placeholder"),
    Pair(144, "……", "placeholder"),
    Pair(145, "/", "n/a", "/", "n/a", OPEN),
    Pair(146, "指标2", "placeholder", "", "empty", OPEN),
)

#: Common patterns tied to no one form; numbered from 201.
PATTERNS = (
    Pair(201, "≥3个", "≥3个", "3个", "3个", MET),
    Pair(202, "不少于12次", "≥12次", "12次", "12次", MET),
    Pair(203, "不低于90%", "≥90%", "92.3%", "92.3%", OVER),
    Pair(204, "≤5个工作日", "≤5工作日", "3个工作日", "3工作日", MET),
    Pair(205, "<24小时", "<24小时", "18小时", "18小时", MET),
    Pair(206, "1-3天", "1-3天", "2天", "2天", MET),
    Pair(207, "3～5次/年", "3-5次/年", "4次", "4次", MET),
    Pair(208, "2024年第四季度", "in 2024-Q4", "11月30日", "in 11-30", MET),
    Pair(209, "每季度1次", "1次 per 季度", "4次", "4次", MET),
    Pair(210, "100%（含）", "100%", "100%", "100%", MET),
    Pair(211, "95分以上", "≥95分", "96.5分", "96.5分", OVER),
    Pair(212, "前3名", "place ≤3", "第2名", "place 2", MET),
    Pair(213, "一级以上", "grade ≥一级", "二级", "grade 二级", OPEN),
    Pair(214, "提高5个百分点", "提高5百分点", "5.2个百分点", "5.2百分点", OVER),
    Pair(215, "同比增长≥3%", "同比增长≥3%", "3.6%", "3.6%", OVER),
    Pair(216, "下降≤2‰", "下降≤2‰", "1.5‰", "1.5‰", MET),
    Pair(217, "1:2.5", "1:2.5", "1:2.8", "1:2.8", OVER, name="投入产出比"),
    Pair(218, "优", "grade 优", "良", "grade 良", SHORT),
    Pair(219, "长期", "text", "长期", "text", OPEN),
    Pair(220, "无", "n/a", "无", "n/a", OPEN),
    Pair(221, "达标", "verdict yes", "达标", "verdict yes", MET),
    Pair(222, "通过验收", "verdict yes", "已通过验收", "verdict yes", MET),
    Pair(223, "约500人", "约500人", "486人", "486人", OPEN),
    Pair(224, "1.2亿元", "1.2亿元", "11980万元", "11980万元", "short 0.9983"),
    Pair(225, "二百人", "200人", "200人", "200人", MET),
    Pair(226, "≥90%且无投诉", "≥90% & zero 投诉", "93%，无投诉", "93% & zero 投诉", OVER),
)

#: Quantities in report text, numbered from 301; the last ones are sizes, not amounts.
IN_TEXT = (
    Pair(301, "千余份", "1000余份"),
    Pair(302, "近百余趟次", "近…余100趟次"),
    Pair(303, "近20万人次", "近200000人次"),
    Pair(304, "22份", "22份"),
    Pair(305, "36台", "36台"),
    Pair(306, "24处", "24处"),
    Pair(307, "2000余人次", "2000余人次"),
    Pair(308, "50余台次", "50余台次"),
    Pair(309, "60余吨", "60余吨"),
    Pair(310, "50余起", "50余起"),
    Pair(311, "百分百覆盖", "100%"),
    Pair(312, "一百天", "100天"),
    Pair(313, "15个乡镇", "15个"),
    Pair(314, "33个行政村", "33个"),
    Pair(315, "26113户97401人", "26113户 & 97401人"),
    Pair(316, "4000万元", "4000万元"),
    Pair(317, "100吨水塔", "text"),
    Pair(318, "3.0m×3.0m", "text"),
    Pair(319, "Ф160PVC管长1100m", "text"),
)

ALL = (*PERCENT, *COUNTS, *MONEY, *DATES, *WORDS, *ABSENT, *PATTERNS, *IN_TEXT)
