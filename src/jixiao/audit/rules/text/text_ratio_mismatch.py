"""TX125: a rate in the text is not the ratio of the counts beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.money import HUNDRED, percent
from jixiao.model import Dossier, Figure, Finding, Held, Interval, Severity
from jixiao.values.pattern import lazy

from .statements import Statement, sentences

_RATE = lazy(r"(?:.*?(?:的|，|、))?(?P<stem>[^，、的]{1,8})率")
_NOT_OURS = lazy(r"执行|支出率|支付|进度|增长|下降|降低率|减少|增幅|综合|总体|平均|整体|加权|总(?=完成)")
"""Rates that other rules hold, changes, and means of several rates."""
_SPECIAL = (
    ("控制", lazy(r"在职|在编|实有|在岗|实际"), lazy(r"编制|核定|预算")),
    ("完成", lazy(r"完成|实际|实施|达到"), lazy(r"计划|目标|任务|应|指标")),
)
"""Rates named otherwise than their parts: stem, words of the part, words of the whole."""
_SAME = {"回收": "收回"}
_HOLLOW = lazy(r"有效|资金|问卷|人员|合计|的|年度|经费|本年|全年")
_MANNER = lazy(r"[按及准限如]时|[按如]期|一次|首次|初次|当[日场天]|主动|提前|优质|准确|当年|非常|基本")
"""Words that narrow what is counted: 按时办结率 is not of all that was 办结."""
_EXPECTED = lazy(r"应|计划|需|拟|目标|任务|核定|下达")
_FAR_OFF = 30
"""A ratio that many points away is of something else."""
_MOST = 6
"""More counts than these in one sentence could give any rate."""


@rule(
    "TX125",
    "text-ratio-mismatch",
    title="正文的比率与同一句的数量不符",
    severity=Severity.WARNING,
    basis="text.ratios",
    since="0.1",
    zh="正文写“{name}”{stated}%，按同一句的 {part}÷{whole} 应为 {expected}%",
    en="the text says {name} is {stated} %; {part}÷{whole} of the same sentence gives {expected} %",
    after=("TX123",),
)
def text_ratio_mismatch(dossier: Dossier) -> Iterator[Outcome]:
    """一句话里写了数量又写比率的，比率应能由这些数量算出：回收率＝回收÷发放，满意率＝满意÷回收，整改率＝整改÷发现，在职人员控制率＝在职÷编制。

    为什么重要：满意度、合格率、整改率直接进入指标得分，读者用同一句话里的数就能复算。
    怎样修改：按台账核对数量和比率，改正错的一处；口径不同的（如只算有效问卷），写明口径。
    何时不适用：同一句没有对应数量的，“综合”“平均”“总体”等由几项折算的比率，概数，以及有一种算法算得出的，不报。
    """
    for sentence in sentences(dossier):
        for place, item in enumerate(sentence):
            stem = _stem(item)
            if stem:
                yield from _judged(sentence, place, stem)


def _stem(item: Statement) -> str:
    """What a rate is the rate of: 回收 of 回收率; empty where it is none of ours."""
    claim = item.claim
    if claim.kind != "rate" or claim.unit != "%" or not item.plain or claim.of:
        return ""
    found = _RATE.fullmatch(claim.subject)
    return "" if found is None or _NOT_OURS.search(claim.subject) else found["stem"]


def _judged(sentence: Sequence[Statement], place: int, stem: str) -> Iterator[Outcome]:
    item, figure = sentence[place], sentence[place].claim.figure
    counts = [i for i in sentence if i.claim.kind in ("count", "money") and i.allowed is not None and _is_fact(i)]
    parts = [i for i in counts if _is_part(i, stem)]
    wholes = [i for i in counts if i not in parts or len(parts) > 1]
    if figure is None or not parts or not wholes or len(counts) > _MOST:
        return
    if _fits(item, parts, counts, capped=stem.endswith("完成")):
        yield Held(item.at)
        return
    meant = _meant(sentence, place, parts, counts)
    if meant is None:
        return
    part, whole = meant
    if part.allowed is None or whole.allowed is None or whole.allowed.low <= 0:
        return
    share = part.allowed / whole.allowed
    expected = percent((share.low + share.high) / 2, figure.places)
    if figure.value is None or abs(expected - figure.value) > _FAR_OFF:
        return
    yield Finding(
        at=item.at,
        evidence=(item.fact, part.fact, whole.fact),
        values={
            "name": item.claim.subject,
            "stated": figure,
            "part": part.claim.figure,
            "whole": whole.claim.figure,
            "expected": expected,
        },
    )


def _is_fact(item: Statement) -> bool:
    """Whether a figure may take part: not 约, not per something; 节约25万元 is a difference and an amount."""
    return item.claim.exact and not item.claim.per


# every reading -------------------------------------------------------------------------------------------------------


def _is_part(item: Statement, stem: str) -> bool:
    """Whether a count is of what the rate names: 已整改120个, and not 不满意24份 or 应接种3260人."""
    if item.claim.negated:
        return False
    said = f"{item.words}{item.claim.subject}{item.claim.change}"
    if any(stem.endswith(name) and part.search(said) and not whole.search(said) for name, part, whole in _SPECIAL):
        return True
    core = _HOLLOW.sub("", stem) or stem
    cores = {core, _SAME.get(core, core), *((core[-2:],) if not _MANNER.search(core) else ())}
    at = max(said.find(name) for name in cores)
    if at < 0:
        return False
    before = said[max(0, at - 4) : at]
    return not before.endswith(("不", "未", "非", "无")) and not _EXPECTED.search(before)


def _fits(item: Statement, parts: Sequence[Statement], counts: Sequence[Statement], *, capped: bool) -> bool:
    """Whether some of the parts over some of the counts give the rate: alone, added up, or less another. What was
    overfulfilled may be told as 100 %.
    """
    stated = _stated(item)
    several = (some for size in (1, 2, 3) for some in combinations(counts, size))
    tops = [(some, _sum(some)) for some in several if any(part in some for part in parts)]
    tops += [((part, other), _sum([part]) - _sum([other])) for part in parts for other in counts if other is not part]
    bottoms = [(some, _sum(some)) for size in (1, 2) for some in combinations(counts, size)]
    return any(
        _gives(top, bottom, stated, capped=capped) for some, top in tops for others, bottom in bottoms if some != others
    )


def _gives(part: Interval, whole: Interval, stated: Interval, *, capped: bool) -> bool:
    if whole.low <= 0:
        return False
    share = part / whole
    percents = Interval(share.low * HUNDRED, share.high * HUNDRED)
    full = capped and percents.low >= HUNDRED and stated.low <= HUNDRED <= stated.high
    return full or percents.meets(stated)


def _sum(items: Sequence[Statement]) -> Interval:
    return Interval.total([i.allowed for i in items if i.allowed is not None])


def _stated(item: Statement) -> Interval:
    """The rate as printed: rounded, or cut off."""
    figure = item.claim.figure
    assert isinstance(figure, Figure)
    allowed = figure.interval
    return Interval(allowed.low, allowed.high + (allowed.high - allowed.low) / 2)


# the one reading that is told ----------------------------------------------------------------------------------------


def _meant(
    sentence: Sequence[Statement], place: int, parts: Sequence[Statement], counts: Sequence[Statement]
) -> tuple[Statement, Statement] | None:
    """Part and whole, where the sentence leaves no doubt: the part stands right before the rate, and what it is set
    against in the same unit before it.
    """
    before = [i for i in counts if i.number < sentence[place].number]
    part = before[-1] if before else None
    if part is None or part not in parts:
        return None
    others = [i for i in before if i is not part and i.claim.unit == part.claim.unit and i not in parts]
    return (part, others[-1]) if others else None
