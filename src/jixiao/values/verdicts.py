"""Judgements in place of a value: 完成, 均如期完成, 达成预期指标, 部分完成, 未完成, 是, 否.

Enters: normalised text. Leaves: a ``Verdict``, or ``None`` where the text says more than that something was done. A
verdict is an adverb or two, a verb of doing, and perhaps what was done to the end; anything beyond is text for a
person.
"""

from __future__ import annotations

from jixiao.model.value import Reached, Verdict
from jixiao.values.lists import listed
from jixiao.values.pattern import lazy

#: No verdict is longer; a longer text is prose.
LONGEST_VERDICT = 36

_ADVERBS = "|".join(
    listed("""
    均 都 皆 也 已经 已 全部 全面 全年 全额 全 严格 按照 按时 按期 按质 按量 按月 按季度 按季 按年 按计划 按规定
    按要求 按合同 按进度 按标准 按需 按 依照 如期 准时 及时 足额 顺利 圆满 超额 提前 保质保量 保质 保量 高质量 高效
    高标准 较好地 较好 很好地 很好 实际 一次性 项目 工程 工作 任务 目标 年度 指标 各项 所有 地 , ，
    """)
)
#: 在规定时间内: a time that is named but not given.
_IN_DUE_TIME = (
    r"[在于][^0-9，。；]{1,14}?(?:时间|时限|期限|工期|规定|计划|约定|要求|周期)[^0-9，。；]{0,4}?(?:以内|之内|内|前)?"
)
_VERBS = "|".join(
    listed("""
    完成 办结 办理完毕 发放到位 发放 拨付 支付 缴纳 兑付 竣工 完工 到位 达标 达到预期 达成预期 验收合格 验收通过
    落实 实施 开展 执行 交付 投入使用 结项 验收 达成 实现 是 有 对 √ ☑ ☒ ■ ✓ ✔
    """)
)
_PLANNED = "(?:年初|年度|预期|预定|既定|设定|规定)*"
_REACHED_AIM = (
    rf"(?:达到|达成|实现){_PLANNED}(?:绩效)?(?:目标|指标|标准|效果|要求)值?|"
    r"通过(?:竣工|完工|最终|专家|了)*验收"
)
_ENDINGS = "|".join(
    listed(
        "完毕 完成 到位 良好 较好 很好 情况良好 情况较好 合格 验收 任务 目标 工作 指标 建设 支付 发放 全部 计划 了 要求"
    )
)
_ALL_TASKS = r"(?:年度|全年|各项|全部|所有|既定|预定|预期)(?:的|各项|全部|所有|绩效)*(?:工作|任务|目标|指标|计划)+"
_DONE = lazy(rf"(?:{_ADVERBS}|{_IN_DUE_TIME})*(?:{_REACHED_AIM}|{_VERBS})(?:{_ENDINGS}|{_ALL_TASKS})*")
#: Verbs of doing that say nothing about the end of it unless an adverb does.
_NEEDS_ADVERB = frozenset(listed("发放 拨付 支付 缴纳 落实 实施 开展 执行 验收 交付"))
_TIMELY_OBJECT = lazy(r"(?:按期|按时|如期|及时|准时)(?:完成|开工|竣工|发放|拨付|支付|办结)[^0-9，。；]{1,8}")
_AIMS = "完成|达成|达到|达标|实现|落实"
_PARTLY = lazy(
    rf"(?:大?部分已?(?:{_AIMS})|基本(?:{_AIMS}|完工|办结)|未能?(?:全部|完全|全面)(?:{_AIMS})|"
    r"正在(?:实施|进行|建设|推进|办理|开展)|(?:持续|稳步)?推进中|进行中|实施中|建设中|在建|尚在进行)[^0-9，。；]{0,14}"
)
_NOT_DONE = lazy(
    r"(?:均|尚|还|暂|仍|都)*(?:未能?|没有?能?)(?:按时|按期|如期|及时)?"
    rf"(?:{_AIMS}|办结|实施|开展|启动|开工|通过|支付|发放|执行|竣工|验收)[^0-9，。；]{{0,10}}"
    r"|否|不达标|不是|没有|×|✗|✘"
)


def read_verdict(text: str, raw: str) -> Verdict | None:
    """The judgement a text consists of, or ``None``."""
    if len(text) > LONGEST_VERDICT:
        return None
    if _NOT_DONE.fullmatch(text):
        return Verdict(raw, reached=Reached.NO)
    if _PARTLY.fullmatch(text):
        return Verdict(raw, reached=Reached.PARTLY)
    if text in _NEEDS_ADVERB:
        return None
    if _DONE.fullmatch(text) or _TIMELY_OBJECT.fullmatch(text):
        return Verdict(raw, reached=Reached.YES)
    return None
