"""Values made of words only: 不适用, 待定, 未超预算, 无安全事故, 均如期完成, 优, 按月.

Enters: normalised text without a figure that counts. Leaves: the value the words stand for, or ``None`` where they are
only words.
"""

from __future__ import annotations

from jixiao.model.value import (
    BudgetRelative,
    Frequency,
    NotApplicable,
    Sign,
    Value,
    ZeroEvents,
)
from jixiao.values import units
from jixiao.values.grades import read_grade
from jixiao.values.lists import listed
from jixiao.values.pattern import lazy
from jixiao.values.verdicts import read_verdict

NOT_APPLICABLE_WORDS = frozenset(
    listed("""
    不适用 不涉及 无此项 无此指标 未涉及 不考核 本年不适用 本项目不适用 本项目不涉及 不适用此项 / // \\ - -- --- —
    —— ——— 一 一一 N/A n/a NA na 不涉及此项 不需要 ―
    """)
)
PLACEHOLDER_WORDS = frozenset(
    listed("""
    待定 待填 待填写 待补充 待完善 待核实 待统计 略 同上表 填写 请填写 指标值 数值 …… …
    """)
)
#: Things that should not happen. A "无X" is a target of zero only where X is one of them (无障碍设施 is not).
EVENT_WORDS = listed("""
    事故 投诉 舆情 纠纷 负面 违规 违纪 违法 上访 信访 差错 失误 死亡 伤亡 火灾 污染 故障 泄露 泄漏 案件 拖欠 不良
    事件 隐患 举报 诉讼 重复 遗漏 漏报 瞒报 迟报 超标 超支 截留 挪用 挤占 破坏 损坏 损害 损失 影响 异议 问题 缺陷
    返工 冲突 疫情 灾害 破损 中断 违约 延误 中毒 感染 腐败 逾期 欠薪 返贫 辍学 失联 失密 窃密 泄密 溺亡 伤害
    噪声扰民 扰民 流失 浪费 虚报 冒领
    """)
#: A positive thing measured on a bad one: 投诉处理率 counts what is handled, not what happens.
REMEDIES = listed("""
    处理 办结 处置 整改 化解 下降 降低 减少 节约 节省 压减 削减 治理 查处 回复 答复 响应 防控 赔付 理赔 结案 办理
    受理 调处 调解 达标 修复 排查 预警 监测 知晓 满意 解决 回访 改善 消除 检出 覆盖 到位 及时
    """)

_EVENT = "|".join(EVENT_WORDS)
EVENT = lazy(_EVENT)
_ZERO_EVENTS = lazy(
    r"(?:全年|本年度?|当年|年度内?|期间|项目实施期间|确保|实现|做到|保证|保持|均|已|[0-9]{4}年度?(?:全年)?|,|，)*+"
    r"(?:未发生过?|未出现过?|没有发生过?|没有出现|没有|不发生|不出现|不产生|未产生|未造成|不造成|未收到|未接到|杜绝|零发生|零|无|[0０])"
    r"(?:起|例|宗|件|次|人次|人)?(?:任何|重大|较大|一般)*"
    rf"(?P<what>[^0-9，,；;。]*?(?:{_EVENT})[^0-9，,；;。]{{0,8}})"
)
_HAPPENING = lazy(r"的?(?:发生|出现|产生|情况|现象|行为|等)+$")
_NOTHING_HAPPENED = frozenset(listed("未发生 未出现 没有发生 没有出现 无发生 均未发生 全年未发生"))
_ZERO_COUNT = lazy(r"[≤=<]?(?:0|零)(?:起|例|宗)(?:以[内下])?")
_UNDONE = lazy(r"率|及时|处理|整改|满意|不到位|不足")

_PLACEHOLDER = lazy(
    r"\*|[xX×]{2,}|…{1,}$|\.{3,}|_{2,}|＿+|[□☐◇○]{2,}|^(?:三级)?指标[0-9一二三四五六七八九十]+[:：]?$|待定|待填|"
    r"^[≥≤=<>]?[xX×Nn](?:[%‰]|万?元|[个人次天年月项件])|^[≥≤=<>]+(?:[%‰]|万?元|[个人次天年月项件])?$"
)
_SIZE_PRODUCT = lazy(r"[0-9a-zA-Z米)][*×xX][0-9(]")

_BUDGET = lazy(
    r"(?P<open>.*?)(?P<no>未超出?过?|没有超出?过?|无超|未突破|没有突破|不超出?过?|不得超过?|不突破|不得突破|不高于|不大于|≤|<|小于|低于|控制在|控制于|在)"
    r"(?:[^0-9，。；]{0,10})(?:预算|概算)(?:[^0-9，。；]{0,8})"
)
_WITHIN_BUDGET = lazy(
    r"[^0-9，。；]{0,8}(?:预算|概算)[^0-9，。；]{0,6}?(?:之内|以内|范围内|内|以下)(?:控制|执行|支出|完成)?"
)
_OVER_BUDGET = lazy(r"(?:已|略|均)?(?:超出|超过|超|突破)(?:了)?(?:年初|年度|全年)?(?:预算|概算)(?:数|金额|支出)?")
_NOT_OVERSPENT = lazy(r"(?:均|都|全年|成本|支出|费用|经费|不得|无)*(?P<no>不|未|没有|无)?超支")
_CLAIMED = lazy(r"未|没有|无超|均控制|已控制|均在|已在|成功控制")

_RHYTHM = lazy(
    r"(?:均|都|已|基本)*(?:按|每|逐)(?P<period>半年|季度?|月|周|日|天|年|旬|学期|学年)度?"
    r"(?:(?:按时|及时|足额|定期|全额|均|已|如期|一次性)*[^0-9，。；≥≤一二两三四五六七八九十]{0,8})?"
)
#: 每月10日前发放: a rhythm; the day in it is kept in the text only.
_DUE_EACH = lazy(
    r"每(?P<period>月|季度?|年|周)度?(?:的|首月)?[0-9]{1,2}[日号月](?:[0-9]{1,2}日)?(?:之前|以前|前|底前)[^0-9，。；]{0,12}"
)
_NO_RHYTHM = lazy(r"年均|日常|年初|月均|天然|年度")
_LOOSE_RHYTHM = frozenset(("及时", "定期", "不定期", "常年", "实时", "适时", "随时"))

_END_MARKS = "。；;.，,、!！"


def is_placeholder(text: str) -> bool:
    """Whether template marks are left in the text: "≥**%", "XX", "……", 待定, 指标1."""
    if text in PLACEHOLDER_WORDS:
        return True
    return _PLACEHOLDER.search(text) is not None and _SIZE_PRODUCT.search(text) is None


def read_words(text: str, raw: str, *, name: str = "") -> Value | None:
    """The value of a text that has no figure to count with; ``None`` where it is only text. ``name`` is the
    indicator's.
    """
    text = text.rstrip(_END_MARKS) or text
    if text in NOT_APPLICABLE_WORDS or text.startswith(("不适用", "不涉及")):
        return NotApplicable(raw)
    if text == "无":
        return ZeroEvents(raw, what=name) if counts_mishaps(name) else NotApplicable(raw)
    if text in _NOTHING_HAPPENED:
        return ZeroEvents(raw, what=name if counts_mishaps(name) else "")
    return (
        _budget(text, raw)
        or _zero_events(text, raw)
        or read_grade(text, raw)
        or _rhythm(text, raw)
        or read_verdict(text, raw)
    )


def counts_mishaps(name: str) -> bool:
    """Whether an indicator's name counts things that should not happen, and not how they were dealt with."""
    return EVENT.search(name) is not None and not any(word in name for word in REMEDIES)


def _budget(text: str, raw: str) -> BudgetRelative | None:
    if "超支" in text and (spent := _NOT_OVERSPENT.fullmatch(text)):
        return BudgetRelative(raw, reached="未" in text or "没有" in text) if spent["no"] or "不得" in text else None
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
    return ZeroEvents(raw, what=_HAPPENING.sub("", found["what"]))


def _rhythm(text: str, raw: str) -> Frequency | None:
    if text in _LOOSE_RHYTHM:
        return Frequency(raw)
    found = _RHYTHM.fullmatch(text) or _DUE_EACH.fullmatch(text)
    if found is None or _NO_RHYTHM.search(text):
        return None
    return Frequency(raw, period=units.plain_per(found["period"]))
