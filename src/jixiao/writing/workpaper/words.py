"""The heads and words of the working paper in both languages; a test holds them against each other."""

from __future__ import annotations

from jixiao.model import Severity, Term

SUMMARY = Term("汇总", "Summary")
FILES = Term("案卷与文件", "Cases and files")
FINDINGS = Term("问题", "Findings")
GONE = Term("已消失的问题", "Findings gone")
UNDECIDED = Term("未判断", "Undecided")
PROTOCOL = Term("核查记录", "Protocol")
TROUBLES = Term("未能读取与故障", "Not read, and faults")
SHEETS = (SUMMARY, FILES, FINDINGS, GONE, UNDECIDED, PROTOCOL, TROUBLES)
"""The sheets that are no case's own."""

NUMBER = Term("编号", "No.")
SEVERITY = Term("等级", "Severity")
DIMENSION = Term("维度", "Dimension")
OBJECT = Term("对象", "Object")
PLACE = Term("位置", "Place")
FINDING = Term("发现", "Finding")
FACTS = Term("事实及判定", "Facts and judgement")
BASIS = Term("依据", "Basis")
REMEDY = Term("建议", "Remedy")
AMOUNT = Term("金额（万元）", "Amount (10,000 yuan)")
HANDLED = Term("处理情况", "Handling")
RULE = Term("规则", "Rule")
ADDRESS = Term("定位", "Address")
WHY_KEPT = Term("来由", "Why it is here")

UNIT = Term("单位", "Unit")
YEAR = Term("年度", "Year")
TABLE = Term("表", "Table")
STATED = Term("自评得分", "Stated score")
READDED = Term("复加", "Re-added")
RESCORED_TO = Term("复算最高", "Re-scored, highest")
RESCORED_FROM = Term("复算最低", "Re-scored, lowest")
DIFFERENCE = Term("差异", "Difference")
GRADE_STATED = Term("自评等级", "Grade stated")
GRADE_RESCORED = Term("复算等级", "Grade re-scored")
HANDLED_COUNT = Term("已填处理情况", "Handling filled in")
OTHER_PARTS = Term("报告、基础数据表及全部材料", "Reports, base data and the whole")
TOTAL = Term("合计", "Total")
SEVERITIES = {
    "error": Term(Severity.ERROR.zh, "error"),
    "warning": Term(Severity.WARNING.zh, "warning"),
    "info": Term(Severity.INFO.zh, "information"),
}

RULE_TITLE = Term("规则名称", "Name of the rule")
TIMES = Term("次数", "Times")
CASES = Term("涉及案卷", "Cases")
MOST_FREQUENT = Term("最常见的问题", "Most frequent findings")

POLICY = Term("适用政策", "Policy")
BECAUSE = Term("选用原因及提示", "Why it was chosen, and notes")
FILE = Term("文件", "File")
PATHS = Term("路径", "Paths")
HASH = Term("SHA-256", "SHA-256")

REASON = Term("原因", "Reason")
SUBJECTS = Term("核查对象数", "Subjects")
HELD = Term("相符", "Held")
FOUND = Term("发现问题", "Found")
NOT_APPLICABLE = Term("不适用", "Not applicable")
FAULTS = Term("故障", "Faults")

SORT = Term("类别", "Kind")
WHAT = Term("文件或事项", "File or matter")
UNREADABLE = Term("未能读取", "not read")
NOT_HANDED_IN = Term("未提交", "not handed in")
NOT_RECOGNISED = Term("没有认出", "not recognised")
FAULT = Term("规则故障", "rule broke down")

STATES = (
    Term("待处理", "to be handled"),
    Term("已整改", "mended"),
    Term("整改中", "being mended"),
    Term("接受说明", "explanation accepted"),
    Term("不属实", "not so"),
    Term("移交处理", "passed on"),
)
"""What may be chosen under 处理情况; anything else may be typed."""

IS_GONE = Term("问题已消失", "the finding is gone")
BY_HAND = Term("人工填写的行", "a row that somebody added")
NONE = Term("（无）", "(none)")
NO_FINDING = Term("没有发现问题", "nothing was found")
BLANK = Term("（空白）", "(blank)")
NO_UNIT = Term("单位未识别", "unit not recognised")
MARK = "—"
"""What stands under 定位 where a row is ours and no finding."""
