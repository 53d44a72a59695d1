"""Values made of words only: 不适用, 待定, 未超预算, 无安全事故, 均如期完成, 优, 按月.

Enters: normalised text without a figure that counts. Leaves: the value the words stand for, or ``None`` where they are only
words.
"""

from __future__ import annotations

import re

from jixiao.model.value import (
    BudgetRelative,
    Frequency,
    Grade,
    NotApplicable,
    Reached,
    Sign,
    Value,
    Verdict,
    ZeroEvents,
)

NOT_APPLICABLE_WORDS = frozenset(
    (
        "不适用", "不涉及", "无此项", "无此指标", "未涉及", "不考核", "本年不适用", "本项目不适用", "本项目不涉及", "不适用此项", "/", "//",
        "\\", "-", "--", "---", "—", "——", "———", "一", "一一", "N/A", "n/a", "NA", "na", "不涉及此项", "不需要", "―",
    )
)  # fmt: skip
PLACEHOLDER_WORDS = frozenset(
    ("待定", "待填", "待填写", "待补充", "待完善", "待核实", "待统计", "略", "同上表", "填写", "请填写", "指标值", "数值", "……", "…")
)  # fmt: skip
#: Things that should not happen. A "无X" is a target of zero only where X is one of them (无障碍设施 is not).
EVENT_WORDS = (
    "事故", "投诉", "舆情", "纠纷", "负面", "违规", "违纪", "违法", "上访", "信访", "差错", "失误", "死亡", "伤亡", "火灾", "污染", "故障", "泄露",
    "泄漏", "案件", "拖欠", "不良", "事件", "隐患", "举报", "诉讼", "重复", "遗漏", "漏报", "瞒报", "迟报", "超标", "超支", "截留", "挪用", "挤占",
    "破坏", "损坏", "损害", "损失", "影响", "异议", "问题", "缺陷", "返工", "冲突", "疫情", "灾害", "破损", "中断", "违约", "延误", "中毒", "感染",
    "腐败", "逾期", "欠薪", "返贫", "辍学", "失联", "失密", "窃密", "泄密", "溺亡", "伤害", "噪声扰民", "扰民", "流失", "浪费", "虚报", "冒领",
)  # fmt: skip
#: A positive thing measured on a bad one: 投诉处理率 counts what is handled, not what happens.
REMEDIES = (
    "处理", "办结", "处置", "整改", "化解", "下降", "降低", "减少", "节约", "节省", "压减", "削减", "治理", "查处", "回复", "答复", "响应", "防控",
    "赔付", "理赔", "结案", "办理", "受理", "调处", "调解", "达标", "修复", "排查", "预警", "监测", "知晓", "满意", "解决", "回访", "改善", "消除",
    "检出", "覆盖", "到位", "及时",
)  # fmt: skip

_EVENT = "|".join(EVENT_WORDS)
EVENT = re.compile(_EVENT)
_ZERO_EVENTS = re.compile(
    r"(?:全年|本年度?|当年|年度内?|期间|项目实施期间|确保|实现|做到|保证|保持|均|已|[0-9]{4}年度?(?:全年)?|,|，)*"
    r"(?:未发生过?|未出现过?|没有发生过?|没有出现|没有|不发生|不出现|不产生|未产生|未造成|不造成|未收到|未接到|杜绝|零发生|零|无|[0０])"
    r"(?:起|例|宗|件|次|人次|人)?(?:任何|重大|较大|一般)*"
    rf"(?P<what>[^0-9，,；;。]*?(?:{_EVENT})[^0-9，,；;。]{{0,8}})"
)
_ZERO_COUNT = re.compile(r"[≤=<]?(?:0|零)(?:起|例|宗)(?:以[内下])?")
_UNDONE = re.compile(r"率|及时|处理|整改|满意|不到位|不足")

_PLACEHOLDER = re.compile(
    r"\*|[xX×]{2,}|…{1,}$|\.{3,}|_{2,}|＿+|[□☐◇○]{2,}|^(?:三级)?指标[0-9一二三四五六七八九十]+[:：]?$|待定|待填|"
    r"^[≥≤=<>]?[xX×Nn](?:[%‰]|万?元|[个人次天年月项件])|^[≥≤=<>]+(?:[%‰]|万?元|[个人次天年月项件])?$"
)
_SIZE_PRODUCT = re.compile(r"[0-9a-zA-Z米)][*×xX][0-9(]")

_BUDGET = re.compile(
    r"(?P<open>.*?)(?P<no>未超出?过?|没有超出?过?|无超|未突破|没有突破|不超出?过?|不得超过?|不突破|不得突破|不高于|不大于|≤|<|小于|低于|控制在|控制于|在)"
    r"(?:[^0-9，。；]{0,10})(?:预算|概算)(?:[^0-9，。；]{0,8})"
)
_WITHIN_BUDGET = re.compile(
    r"[^0-9，。；]{0,8}(?:预算|概算)[^0-9，。；]{0,6}?(?:之内|以内|范围内|内|以下)(?:控制|执行|支出|完成)?"
)
_OVER_BUDGET = re.compile(r"(?:已|略|均)?(?:超出|超过|超|突破)(?:了)?(?:年初|年度|全年)?(?:预算|概算)(?:数|金额|支出)?")
_CLAIMED = re.compile(r"未|没有|无超|均控制|已控制|均在|已在|成功控制")

_HOW = (
    r"(?:均|都|皆|全|已经?|也|全部|全面|全年|基本上|严格|按照?|依照|如期|准时|按时|按期|按质|按量|按月|按季度?|按年|按计划|按规定|按要求|按合同|按进度|按标准|"
    r"按需|及时|足额|顺利|圆满|超额|提前|保质保量|保质|保量|高质量|高效|高标准|较好地?|很好地?|实际|项目|工程|工作|任务|目标|年度|指标|各项|所有|全额|一次性|"
    r"(?:在|于)[^0-9，。；]{1,14}?(?:时间|时限|期限|工期|规定|计划|约定|要求|周期)[^0-9，。；]{0,4}?(?:以内|之内|内|前)?|地|,|，)*"
)
_DONE = re.compile(
    _HOW
    + r"(?:完成|办结|办理完毕|发放到位|发放|拨付|支付|缴纳|兑付|竣工|完工|到位|达标|达到(?:年初|年度|预期|预定|既定|设定|规定)*(?:绩效)?(?:目标|指标|标准|效果|要求)值?|"
    r"达成(?:年初|年度|预期|预定|既定|设定)*(?:绩效)?(?:目标|指标)值?|达到预期|达成预期|实现(?:年初|年度|预期|预定|既定)*(?:绩效)?目标|通过(?:竣工|完工|最终|专家|了)*验收|"
    r"验收(?:合格|通过)|落实|实施|开展|执行|交付|投入使用|结项|验收|达成|实现|是|有|对|√|☑|☒|■|✓|✔)"
    r"(?:完毕|完成|到位|良好|较好|很好|情况良好|情况较好|合格|验收|任务|目标|工作|指标|建设|支付|发放|全部|计划|了|要求|"
    r"(?:年度|全年|各项|全部|所有|既定|预定|预期)(?:的|各项|全部|所有|绩效)*(?:工作|任务|目标|指标|计划)+)*"
)
#: Short words that are verdicts only when they are the whole cell, and verbs that need one of the words above to be done.
_NEEDS_HOW = re.compile(r"(?:发放|拨付|支付|缴纳|落实|实施|开展|执行|验收|交付)")
_TIMELY_OBJECT = re.compile(r"(?:按期|按时|如期|及时|准时)(?:完成|开工|竣工|发放|拨付|支付|办结)[^0-9，。；]{1,8}")
_PARTLY = re.compile(
    r"(?:大?部分(?:已)?(?:完成|达成|达到|达标|实现|落实)|基本(?:完成|达成|达到|达标|实现|落实|完工|办结)|未(?:能)?(?:全部|完全|全面)(?:完成|达成|达标|实现|落实)|"
    r"正在(?:实施|进行|建设|推进|办理|开展)|(?:持续|稳步)?推进中|进行中|实施中|建设中|在建|尚在进行)[^0-9，。；]{0,10}"
)
_NOT_DONE = re.compile(
    r"(?:均|尚|还|暂|仍|都)*(?:未能?|没有?能?)(?:按时|按期|如期|及时)?(?:完成|办结|达成|达到|达标|实现|实施|开展|落实|启动|开工|通过|支付|发放|执行|竣工|验收)[^0-9，。；]{0,10}"
    r"|否|不达标|不是|没有|×|✗|✘"
)

GRADE_RANKS = {
    "优秀": 4, "优": 4, "优良": 3, "良好": 3, "良": 3, "中等": 2, "中": 2, "一般": 2, "合格": 2, "及格": 2, "差": 1, "较差": 1, "不合格": 1,
    "不及格": 1,
}  # fmt: skip
CLASS_RANKS = {"特": 5, "甲": 4, "乙": 3, "丙": 2, "丁": 1}
AREA_RANKS = {"国家": 4, "省": 3, "省部": 3, "市": 2, "县": 1, "区": 1}
LETTER_RANKS = {"AAAAA": 9, "AAAA": 8, "AAA": 7, "AA": 6, "A": 5, "B": 4, "C": 3, "D": 2}
_NUMERAL_LEVEL = "[一二三四五六七八九1-9]"
_GRADE = re.compile(
    r"(?:达到?|获得?|获评|评为|评定为|等级为?|评价为|等次为?|:)?(?P<sign>≥|=|不低于|至少)?(?:达到)?(?P<word>"
    + "|".join(sorted(GRADE_RANKS, key=len, reverse=True))
    + rf"|[特甲乙丙丁](?=[级等])|(?:{'|'.join(AREA_RANKS)})(?=级)|A{{1,5}}|[B-D](?=[级类])|{_NUMERAL_LEVEL}A?(?=[级等星])|{_NUMERAL_LEVEL}A$)"
    r"(?P<mark>级|等级|等次|档次|等|星级|星|类)?(?:标准|资质|水平)?(?P<tail>及?以上|\(含\)以上)?"
)

_RHYTHM = re.compile(
    r"(?:均|都|已|基本)*(?:按|每|逐)(?P<period>半年|季度?|月|周|日|天|年|旬|学期|学年)度?"
    r"(?:(?:按时|及时|足额|定期|全额|均|已|如期|一次性)*[^0-9，。；≥≤一二两三四五六七八九十]{0,8})?"
)
_NO_RHYTHM = re.compile(r"年均|日常|年初|月均|天然|年度")
_LOOSE_RHYTHM = frozenset(("及时", "定期", "不定期", "常年", "实时", "适时", "随时"))
PERIOD_SPELLINGS = {"季": "季度", "日": "天", "每年": "年", "年度": "年"}

_END_MARKS = "。；;.，,、!！"


def is_placeholder(text: str) -> bool:
    """Whether template marks are left in the text: "≥**%", "XX", "……", 待定, 指标1."""
    if text in PLACEHOLDER_WORDS:
        return True
    return _PLACEHOLDER.search(text) is not None and _SIZE_PRODUCT.search(text) is None


def read_words(text: str, raw: str, *, name: str = "") -> Value | None:
    """The value of a text that has no figure to count with; ``None`` where it is only text. ``name`` is the indicator's."""
    text = text.rstrip(_END_MARKS) or text
    if text in NOT_APPLICABLE_WORDS or text.startswith(("不适用", "不涉及")):
        return NotApplicable(raw)
    if text == "无":
        return ZeroEvents(raw, what=name) if counts_mishaps(name) else NotApplicable(raw)
    return (
        _budget(text, raw) or _zero_events(text, raw) or _grade(text, raw) or _rhythm(text, raw) or _verdict(text, raw)
    )


def counts_mishaps(name: str) -> bool:
    """Whether an indicator's name counts things that should not happen, and not how they were dealt with."""
    return EVENT.search(name) is not None and not any(word in name for word in REMEDIES)


def _budget(text: str, raw: str) -> BudgetRelative | None:
    if "算" not in text:
        return None
    if _OVER_BUDGET.fullmatch(text):
        return BudgetRelative(raw, sign=Sign.MORE, reached=True)
    found = _BUDGET.fullmatch(text)
    if found and ("在" not in found["no"] or "内" in text or "控制" in text):
        return BudgetRelative(raw, prefix=found["open"], reached=_CLAIMED.search(text) is not None)
    if _WITHIN_BUDGET.fullmatch(text):
        return BudgetRelative(raw, reached=_CLAIMED.search(text) is not None)
    return None


def _zero_events(text: str, raw: str) -> ZeroEvents | None:
    if _ZERO_COUNT.fullmatch(text):
        return ZeroEvents(raw)
    found = _ZERO_EVENTS.fullmatch(text)
    if found is None or _UNDONE.search(found["what"]):
        return None
    return ZeroEvents(raw, what=found["what"])


def _grade(text: str, raw: str) -> Grade | None:
    found = _GRADE.fullmatch(text)
    if found is None:
        return None
    word = found["word"] + (found["mark"] or "" if found["word"] not in GRADE_RANKS else "")
    sign = Sign.AT_LEAST if found["tail"] or found["sign"] in ("≥", "不低于", "至少") else Sign.NONE
    return Grade(raw, word=word, sign=Sign.EQUAL if found["sign"] == "=" else sign)


def grade_rank(word: str) -> tuple[str, int] | None:
    """The scale a grade word belongs to and its height on it; ``None`` where no order is certain (一级, 二级)."""
    if word in GRADE_RANKS:
        return "grade", GRADE_RANKS[word]
    stem = word.rstrip("级等类星")
    for scale, ranks in (("class", CLASS_RANKS), ("area", AREA_RANKS), ("letter", LETTER_RANKS)):
        if stem in ranks:
            return scale, ranks[stem]
    return None


def _rhythm(text: str, raw: str) -> Frequency | None:
    if text in _LOOSE_RHYTHM:
        return Frequency(raw)
    found = _RHYTHM.fullmatch(text)
    if found is None or _NO_RHYTHM.search(text):
        return None
    return Frequency(raw, period=PERIOD_SPELLINGS.get(found["period"], found["period"]))


def _verdict(text: str, raw: str) -> Verdict | None:
    if _NOT_DONE.fullmatch(text):
        return Verdict(raw, reached=Reached.NO)
    if _PARTLY.fullmatch(text):
        return Verdict(raw, reached=Reached.PARTLY)
    if _NEEDS_HOW.fullmatch(text):
        return None
    if _DONE.fullmatch(text) or _TIMELY_OBJECT.fullmatch(text):
        return Verdict(raw, reached=Reached.YES)
    return None
