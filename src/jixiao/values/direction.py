"""Which way is better for an indicator.

Enters: the target as a value, the second-level indicator, the indicator's name. Leaves: a direction and why. A sign
decides; a bare number is a floor, except where the name or the second level says cost or limit; what neither can
settle is ``UNKNOWN``. A date is ``INVERSE``: later is worse. So are ranks, budget bounds and counts of mishaps.
"""

from __future__ import annotations

import re

from jixiao.model.message import Message, Term
from jixiao.model.value import (
    BudgetRelative,
    Compound,
    DateValue,
    Direction,
    Empty,
    Frequency,
    NotApplicable,
    Number,
    Placeholder,
    Rank,
    Ratio,
    Sign,
    Value,
    ZeroEvents,
)
from jixiao.values import messages as say
from jixiao.values import units
from jixiao.values.lists import listed
from jixiao.values.pattern import lazy
from jixiao.values.words import REMEDIES

_BY_SIGN = {
    Sign.AT_LEAST: (Direction.POSITIVE, say.SIGNED_UP(sign=Sign.AT_LEAST.value)),
    Sign.MORE: (Direction.POSITIVE, say.SIGNED_UP(sign=Sign.MORE.value)),
    Sign.AT_MOST: (Direction.INVERSE, say.SIGNED_DOWN(sign=Sign.AT_MOST.value)),
    Sign.LESS: (Direction.INVERSE, say.SIGNED_DOWN(sign=Sign.LESS.value)),
    Sign.EQUAL: (Direction.EQUAL, say.SIGNED_EQUAL()),
    Sign.RANGE: (Direction.RANGE, say.IS_RANGE()),
}
#: Money and other means, and limits on them.
COSTS_AND_LIMITS = listed("""
    成本 费用 单价 造价 三公 上限 限额 最高 能耗 耗电 耗水 损耗 结转 结余 负债 债务 变动率 控制率 控制数 控制额
    控制价 控制标准 控制在 下降到 下降至 降低到 降低至 降到 降至 减少到 减少至 缩短到 缩短至 压减到 压减至
    """)
#: Times that should be short.
TIMES = listed("""
    时限 响应时间 办理时间 办结时间 处理时间 处置时间 等候时间 等待时间 到场时间 到达时间 恢复时间 修复时间 完成时间
    工期 用时 耗时
    """)
#: Things that should not be, or be few.
MISHAPS = listed("""
    死亡 伤亡 差错 失误 返工 失业 空置 流失 辍学 返贫 违约 逾期 缺陷 废品 故障 发病 患病 感染 投诉 事故 超标 负面
    超支 违规 违法 违纪 上访 信访 舆情 损失 误差 偏差 拖欠 纠纷 漏损 淘汰率 退货率 破损 噪声 浓度 隐患 排放 火灾
    泄漏 泄露 案发 发案
    """)
#: Work on such things, of which more is better.
_WORK = listed("""
    培训 演练 演习 宣传 巡查 检查 维修 救助 参保 保险 帮扶 预防 防治 救治 检测 执法 打击 整治 清理 排查 应对 教育
    """)
#: Work of which neither more nor less is better.
_INTAKE = lazy(r"受理|接报|接待|登记|报告|统计|调查|上报|接听|收到")
_SAVING = lazy(r"(?:降低|减少|节约|节省|压减|压缩|缩减|缩短|下降|削减)(?![到至])")
#: What may follow a thing counted without changing what is counted.
_COUNTED = lazy(
    r"(?:发生|出现|总?[量数率额值]|次数|起数|件数|人数|数量|总额|金额|比例|占比|比率|情况|指标|控制|标准|支出|水平|合计"
    r"|案件|事件|[ ：:（(）)年均])*"
)
#: Names of shares that everybody wants high, whatever stands before them.
WANTED_SHARES = listed("""
    满意 覆盖 合格率 达标率 完成率 执行率 到位率 及时率 准确率 优良率 知晓率 办结率 处理率 处置率 整改率 化解率
    结案率 回复率 答复率 节约率 节约额 降低率 下降率 减少率 压减率 合规率 利用率 使用率 完好率 入学率 就业率 巩固率
    通过率 普及率 参与率 响应率 发放率 支付率 增长率 验收率 成活率 有效率 治愈率 保障率 控制有效率 达成率 实现率
    落实率 查处率 破案率 消除率 治理率 修复率 调解率 收缴率 征收率 回收率 报销率
    """)
_WANTED = lazy("|".join(WANTED_SHARES))
_COST = lazy("|".join(COSTS_AND_LIMITS))
_TIME = lazy("|".join(TIMES))
_MISHAP = lazy("|".join(MISHAPS))
_REMEDY = lazy("|".join(REMEDIES) + "|" + "|".join(_WORK))
_PAID_STANDARD = lazy(
    r"(?:补助|补贴|发放|救助|奖励|保障|资助|低保|工资|薪酬|津贴|补偿|奖补|慰问|抚恤|供养|生活费|伙食|劳务|社保|待遇).{0,6}(?:标准|金额|费|金)"
)
_COST_LEVEL = lazy(r"成本")
_TIME_LEVEL = lazy(r"时效")
_TIME_MEANT_LONG = lazy(
    r"时长|年限|质保|寿命|开放|服务时间|天数|保修|使用期|有效期|存续|驻村|值班|值守|授课|学时|培训时间|运行时间"
)
_RETURN = lazy(r"带动|杠杆|投入产出|撬动|产出比|回报|增值")


def direction(target: Value, *, level2: str = "", name: str = "") -> tuple[Direction, Message]:
    """The direction in which the target binds, with the reason."""
    if isinstance(target, Number):
        return _of_number(target, level2, name)
    if isinstance(target, Ratio):
        return _of_ratio(target, name)
    if isinstance(target, Frequency):
        if target.count is None:
            return Direction.QUALITATIVE, say.RHYTHM_ONLY()
        return _BY_SIGN.get(target.sign, (Direction.POSITIVE, say.FREQUENCY_IS_FLOOR()))
    if isinstance(target, DateValue):
        if target.whole and target.month is None:
            return Direction.QUALITATIVE, say.WHOLE_YEAR_TARGET()
        return Direction.INVERSE, say.DATE_IS_LIMIT()
    if isinstance(target, ZeroEvents):
        return Direction.INVERSE, say.ZERO_IS_LIMIT()
    if isinstance(target, BudgetRelative):
        return Direction.INVERSE, say.BUDGET_IS_LIMIT()
    if isinstance(target, Rank):
        return Direction.INVERSE, say.PLACE_IS_LIMIT()
    if isinstance(target, Compound):
        return _of_compound(target, level2, name)
    if isinstance(target, (Empty, NotApplicable, Placeholder)):
        return Direction.UNKNOWN, say.NO_USABLE_TARGET()
    return Direction.QUALITATIVE, say.QUALITATIVE()


def _of_number(target: Number, level2: str, name: str) -> tuple[Direction, Message]:
    if target.sign is not Sign.NONE:
        return _BY_SIGN[target.sign]
    if target.change:
        return Direction.POSITIVE, say.CHANGE_IS_FLOOR(change=target.change)
    context = f"{name} {target.prefix}".strip()
    if target.high == 0 and not _WANTED.search(context):
        return Direction.INVERSE, say.ZERO_TARGET()
    if _WANTED.search(context):
        return Direction.POSITIVE, say.SHARE_IS_FLOOR()
    if _PAID_STANDARD.search(context):
        return Direction.UNKNOWN, say.PAID_STANDARD()
    if by_name := _by_name(context, target):
        return by_name
    if _COST_LEVEL.search(level2):
        if units.is_share(target.unit):
            return Direction.UNKNOWN, say.SHARE_OF_COST()
        return Direction.INVERSE, say.COST_IS_CEILING()
    if _TIME_LEVEL.search(level2) and units.is_time(target.unit) and not _TIME_MEANT_LONG.search(context):
        return Direction.UNKNOWN, say.TIME_UNCLEAR()
    return Direction.POSITIVE, say.BARE_IS_FLOOR()


def _by_name(context: str, target: Number) -> tuple[Direction, Message] | None:
    """What the name says of a bare number; ``None`` where it names no cost, no limit, no time and no mishap."""
    share = units.is_share(target.unit)
    if found := _last(_COST, context):
        if _SAVING.search(context):
            return Direction.POSITIVE, say.SAVING_IS_FLOOR()
        return _limit(say.COST_OR_LIMIT) if _COUNTED.fullmatch(context, found.end()) else _UNSETTLED
    if found := _last(_TIME, context):
        if _SAVING.search(context):
            return Direction.POSITIVE, say.SHORTER_IS_FLOOR()
        return _UNSETTLED if share else _limit(say.TIME_LIMIT)
    if found := _last(_MISHAP, context):
        if _INTAKE.search(context):
            return _UNSETTLED
        if _REMEDY.search(context):
            return Direction.POSITIVE, say.REMEDY_IS_FLOOR()
        few = not (share and target.high >= _MOST_OF_ALL)
        return _limit(say.MISHAP) if few and _COUNTED.fullmatch(context, found.end()) else _UNSETTLED
    return None


def _limit(what: Term) -> tuple[Direction, Message]:
    return Direction.INVERSE, say.NAMED_LIMIT(what=what)


_UNSETTLED = (Direction.UNKNOWN, say.UNSETTLED())
#: A share of mishaps as high as this is meant otherwise than it is named (资金使用无违规 100%).
_MOST_OF_ALL = 50


def _last(words: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(words.finditer(text))), None)


def _of_ratio(target: Ratio, name: str) -> tuple[Direction, Message]:
    if target.sign is not Sign.NONE:
        return _BY_SIGN[target.sign]
    if _RETURN.search(f"{name} {target.prefix}"):
        return Direction.POSITIVE, say.RETURN_IS_FLOOR()
    return Direction.UNKNOWN, say.RATIO_UNCLEAR()


def _of_compound(target: Compound, level2: str, name: str) -> tuple[Direction, Message]:
    """A compound follows its first measurable part; each part is still compared in its own direction."""
    for part in target.parts:
        if isinstance(part, (Number, Ratio, Frequency)):
            way, reason = direction(part, level2=level2, name=name)
            return way, say.BY_PART(part=part.raw, why=reason)
    for part in target.parts:
        if isinstance(part, (DateValue, ZeroEvents, BudgetRelative, Rank)):
            way, reason = direction(part, level2=level2, name=name)
            return way, say.BY_PART(part=part.raw, why=reason)
    return Direction.QUALITATIVE, say.QUALITATIVE()
