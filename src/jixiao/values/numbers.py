"""One figure in a cell, with all that stands around it: 合格率≥95%, 300余台次, 1-3天, 每季度1次, 控制在25万元以内.

Enters: normalised text. Leaves: a ``Number`` or a ``Frequency``, or ``None`` where the figures in it are no target:
two unrelated figures, a pipe's diameter, a model name. Reading goes outward from the figure: what stands before it and
what stands after it (:mod:`jixiao.values.affixes`) are read on their own and then put together.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from jixiao.model.message import Message
from jixiao.model.value import Approx, Frequency, Number, Sign, Value
from jixiao.values import messages as say
from jixiao.values import units
from jixiao.values.affixes import FIGURE, PLAIN_HEAD, After, Before, after_figure, before_figure
from jixiao.values.bounds import one_sign
from jixiao.values.numerals import CHINESE_DIGITS, chinese_number
from jixiao.values.pattern import lazy
from jixiao.values.ranges import read_range
from jixiao.values.ranks import read_rank, read_ratio

_UNKNOWN_UNIT = lazy(r"[㐀-鿿]{1,2}")
#: The thing counted, after a measure word (个乡镇) or a share (%覆盖).
_OBJECT = lazy(r"(?!.*(?:且|并|同时|无|不|未))[^\W\d_a-zA-Z]{1,12}")
#: What is done within the time or with the sum: 5个工作日内办结, 25万元整.
_DONE_WITHIN = lazy(
    r"整|[^\W\d_a-zA-Z]{0,4}(?:完成|办结|办理|处理|处置|回复|答复|到位|送达|到达|响应|完毕|修复|反馈|整改)"
    r"|[^\W\d_a-zA-Z]{0,4}(?:拨付|支付|发放)"
)
_CURRENCY = lazy(r"[¥￥]|人民币")
_END = "。;；,，、.!"
_RUNS = frozenset("次期场遍趟轮回批") | {"场次", "批次", "趟次"}
_PERIODS = frozenset(("半年", "季度", "学期", "学年", "年", "月", "周", "天", "旬"))
_CHINESE = lazy(rf"(?P<head>[^{CHINESE_DIGITS}]*)(?P<number>[{CHINESE_DIGITS}]+)(?P<tail>.*)")
_CHINESE_AFTER_PERIOD = lazy(rf"(?P<head>[每一][^{CHINESE_DIGITS}]{{1,3}})(?P<number>[{CHINESE_DIGITS}]+)(?P<tail>次)$")
_BIG = lazy("[十百千万亿]")
_SATISFACTION_OR_RATE = lazy(r"满意|率|知晓度|认可度|支持度|参与度|比例|占比|覆盖")
#: Nobody plans for a satisfaction or a rate below a half.
_LOWEST_LIKELY = 50
_MAY_EXCEED = lazy(r"增长|增幅|增速|提高|提升|增加|变动|比上年|同比|变化|放大|带动|回报")


def read_number(text: str, raw: str, *, unit: str = "", name: str = "", strict: bool = False) -> Value | None:
    """The figure of a cell as a value; ``None`` where it holds none, or several that do not belong together.

    ``strict`` takes no words after the unit: it is for figures written in Chinese numerals, which also stand inside
    ordinary words.
    """
    text = text.rstrip(_END) or text
    figures = list(FIGURE.finditer(text))
    if not figures or len(figures) > 2:
        return None
    if special := read_rank(text, raw) or read_ratio(text, raw):
        return special
    if len(figures) == 2:
        return read_range(text, raw, unit=unit)
    head, tail = text[: figures[0].start()], text[figures[0].end() :]
    before, after = before_figure(head), after_figure(tail)
    if before is None or after is None or not _fits(after, strict=strict):
        return None
    if tail.startswith("月") and before.prefix and before.sign is Sign.NONE:  # 次年3月 is a month, not three of them
        return None
    if not after.unit and after.rest and _UNKNOWN_UNIT.fullmatch(after.rest):
        after = replace(after, unit=after.rest, rest="")
    amount = Decimal(figures[0].group()) * after.multiple
    return _together(raw, before, after, -amount if before.negative else amount, unit, name)


def read_chinese(text: str, raw: str, *, unit: str = "") -> Value | None:
    """A figure in Chinese numerals: 二百人, 近百余趟次, 每季度一次. ``None`` where the numerals are part of a word."""
    found = _CHINESE_AFTER_PERIOD.match(text) or _CHINESE.match(text)
    if found is None:
        return None
    head, number, tail = found["head"], found["number"], found["tail"]
    value = chinese_number(number)
    if value is None or head.endswith("第"):
        return None
    plain = PLAIN_HEAD.fullmatch(head) is not None or head[:1] == "一"
    if not plain and not (_BIG.search(number) and len(number) > 1):
        return None
    if not tail and not (unit or (plain and len(number) > 1)):
        return None
    if number in ("万", "亿", "十", "万一") and not tail.startswith(("余", "多", "几", "来")):
        return None
    return read_number(f"{head}{value:f}{tail}", raw, unit=unit, strict=True)


def _together(raw: str, before: Before, after: After, amount: Decimal, unit: str, name: str) -> Value:
    own_unit, own_per = after.unit, "/".join(part for part in (before.per, after.per) if part)
    if not own_unit:
        own_unit, per = units.split_rate(unit or ("元" if _CURRENCY.search(before.prefix) else ""))
        own_per = own_per or per
        if after.multiple > 1 and units.scaled_by(own_unit) == after.multiple:  # 25万 in a column of 万元
            amount /= after.multiple
    sign, conflict = _one_sign(before, after)
    approx = _one_approx(before.approx, after.approx)
    if own_per in _PERIODS and own_unit in _RUNS and not before.change and approx is Approx.EXACT:
        return Frequency(raw, before.prefix, count=amount, unit=own_unit, period=own_per, sign=sign)
    bare = sign is Sign.NONE and not before.change
    return Number(
        raw,
        prefix=before.prefix,
        sign=sign,
        low=amount,
        high=amount,
        unit=own_unit,
        approx=approx,
        per=own_per,
        change=before.change,
        suspicion=conflict or (_scan_damage(amount, own_unit, before.prefix + name) if bare else None),
    )


def _scan_damage(amount: Decimal, unit: str, context: str) -> Message | None:
    """A scanner reads "≥90%" as "290%"; next to a satisfaction or a rate that is more likely than the figure itself."""
    digits = format(amount, "f")
    if unit != "%" or amount <= 100 or not digits.startswith("2") or len(digits) < 3:
        return None
    if not _SATISFACTION_OR_RATE.search(context) or _MAY_EXCEED.search(context):
        return None
    inner = Decimal(digits[1:])
    return say.MISREAD(percent=digits[1:]) if _LOWEST_LIKELY <= inner <= 100 else None


def _one_sign(before: Before, after: After) -> tuple[Sign, Message | None]:
    """One sign of the two sides; and, where they contradict each other, the doubt."""
    weak = before.sign is Sign.NONE and before.kept_within
    own = Sign.AT_MOST if weak else before.sign
    sign, contradictory = one_sign(own, after.sign, weak=weak, denied=before.denied)
    return sign, say.SIGNS_CONTRADICT(one=own.value, other=after.sign.value) if contradictory else None


def _one_approx(before: Approx, after: Approx) -> Approx:
    if before is Approx.NEARLY and after is Approx.OVER:
        return Approx.CONTRADICTORY
    if Approx.ABOUT in (before, after):
        return Approx.ABOUT
    return after if before is Approx.EXACT else before


def _fits(after: After, *, strict: bool) -> bool:
    """Whether what is left after unit and sign lets the figure stand: nothing, or the thing counted (个乡镇, %覆盖)."""
    rest = after.rest
    if not rest:
        return True
    if strict or rest.startswith(("前", "后")):
        return False
    if not after.unit:
        return after.sign is Sign.NONE and _UNKNOWN_UNIT.fullmatch(rest) is not None and rest[0] not in "号期至到月日"
    if _DONE_WITHIN.fullmatch(rest):
        return True
    if not (units.is_count(after.unit) or units.is_share(after.unit)):
        return False
    return _OBJECT.fullmatch(rest) is not None
