"""TX122: a change against the year before, or against the budget, does not follow from the two figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import keyed
from jixiao.audit.shared.money import HUNDRED, percent
from jixiao.model import BaseData, Dossier, Figure, Finding, Held, Interval, Severity
from jixiao.model.classes import dataclass
from jixiao.values.pattern import lazy

from .statements import Statement, between, parts, sentences, whole_of

_UP = frozenset({"增长", "增加", "上升", "提高", "提升", "增幅", "涨幅", "超支", "超出"})
_DOWN = frozenset({"下降", "减少", "降低", "压减", "压缩", "节约", "节省", "回落", "降幅"})
_LEFT = frozenset({"节约", "节省", "超支", "超出"})
_PLANS = frozenset({"revised", "budget"})
_BASE = lazy(r"(?:较|比|由|从|与)(?:(?:20[0-9]{2}|上|去|上一)年度?|(?:年初|全年)?(?:预算|计划|目标))[^，。；0-9]{0,6}$")
_FROM = lazy(r"(?<![理事自缘])(?:由|从)[^，,。；;0-9]{0,12}(?:20[0-9]{2}\s*年度?)?[^，,。；;0-9]{0,8}$")
_PRIOR = lazy(r"(?:较|比|同比|与)(?:20[0-9]{2}|上|去|上一)年度?|同比")
_BUDGET = lazy(r"(?:较|比|与)(?:全年|调整后)?预算")
_PLAN = lazy(r"(?:较|比|与)[^，。；]{0,8}(?:预算|计划|目标)")
_BESIDE = 20
_POINTS = frozenset({"百分点", "个百分点"})


@dataclass(frozen=True, slots=True)
class _Measured:
    """A figure with its place and what its digits allow; several that were listed are taken together."""

    at: tuple[str, ...]
    figure: Figure
    allowed: Interval


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to understand a change: what is compared with what, and what the change then is."""

    name: str
    now: _Measured
    base: _Measured
    change: Interval


@rule(
    "TX122",
    "text-change-mismatch",
    title="正文的增减额、增减幅度算不出来",
    severity=Severity.WARNING,
    basis="text.changes",
    since="0.1",
    zh={
        "": "正文写“{name}”{word} {stated}，由 {base} 到 {current} 应为{word} {expected}",
        "sign": "正文写“{name}”{word} {stated}，由 {base} 到 {current} 是相反的变化",
    },
    en={
        "": "the text says {name} changed by {stated} ({word}); from {base} to {current} it is {expected}",
        "sign": "the text says {name} changed by {stated} ({word}); from {base} to {current} it is the other way round",
    },
    after=("TX101", "TX103"),
)
def text_change_mismatch(dossier: Dossier) -> Iterator[Outcome]:
    """正文写比上年、比预算增减多少、增减百分之几或几个百分点的，应能由前后两个数算出。

    为什么重要：“三公”经费等的增减是公开后读者最先复算的数。
    怎样修改：用决算数重新计算增减额和幅度，正文随之改正；上升写成下降的，改正方向。
    何时不适用：前后两个数正文和基础数据表都没有的，概数，以及以倍数表示的变化，不比较。列举之后的增减，按总额、按最后一项或按所列合计有一种算得出的，不报。
    """
    for sentence in sentences(dossier):
        for place, item in enumerate(sentence):
            if item.claim.change not in _UP | _DOWN or not item.claim.exact or item.allowed is None:
                continue
            readings = list(_readings(sentence, place, dossier))
            if readings:
                yield _judged(item, readings)


def _judged(item: Statement, readings: Sequence[_Reading]) -> Outcome:
    """One reading that fits is enough; where none does, the nearest is told."""
    stated, figure = _stated(item), item.claim.figure
    assert figure is not None
    if any(reading.change.meets(stated) for reading in readings):
        return Held(item.at)
    nearest = min(readings, key=lambda r: max(r.change.low - stated.high, stated.low - r.change.high))
    middle = (nearest.change.low + nearest.change.high) / 2
    unit = {"money": "万元", "rate": item.claim.unit}.get(item.claim.kind, "")
    return Finding(
        at=item.at,
        evidence=(item.fact, *nearest.now.at, *nearest.base.at),
        values={
            "name": nearest.name,
            "word": item.claim.change,
            "stated": item.printed,
            "current": nearest.now.figure,
            "base": nearest.base.figure,
            "expected": Figure(f"{percent(middle / HUNDRED, figure.places)}{unit}"),
        },
        variant="sign" if nearest.change.high < 0 else "",
    )


def _stated(item: Statement) -> Interval:
    """What the stated change allows. A rate may have been cut off instead of rounded."""
    allowed = item.allowed
    assert allowed is not None
    if item.claim.kind != "rate":
        return allowed
    return Interval(allowed.low, allowed.high + (allowed.high - allowed.low) / 2)


# readings ------------------------------------------------------------------------------------------------------------


def _readings(sentence: Sequence[Statement], place: int, dossier: Dossier) -> Iterator[_Reading]:
    """Every way to understand the change: of the figure it names, and behind an enumeration also of the whole and of
    all that was listed; against the figure it is compared with, the table, or the difference stated beside it.
    """
    item = sentence[place]
    before = [i for i in sentence[:place] if i.plain]
    moved = sentence[place - 1] if place and sentence[place - 1].claim.change in _UP | _DOWN else None
    if item.claim.unit in _POINTS:
        yield from _of_rates(item, before)
        return
    known = [i for i in before if i.claim.kind in ("money", "count")]
    if item.claim.kind != "rate":
        known = [i for i in known if (i.claim.kind, i.claim.unit) == (item.claim.kind, item.claim.unit)]
    own = [i for i in known if i.claim.subject == item.claim.subject]
    bases = [i for i in own if _is_base(i, item)]
    now = [i for i in own if i not in bases and _is_now(i, bases)]
    if not now:
        yield from _without_now(item, bases, moved)
        return
    current = _measured(now[-1])
    if current is None:
        return
    explicit = [b for i in bases if _like(i, now[-1]) and (b := _measured(i)) is not None][-1:]
    table = None if explicit else _in_table(now[-1], current, item, moved, dossier)
    if table is not None:
        yield from _reading(item, now[-1].claim.subject, current, table)
    for name, figure in ((now[-1].claim.subject, current), *_wider(dossier, sentence, now[-1])):
        base = explicit[0] if explicit else _before_the_move(item, moved, figure)
        if base is not None:
            yield from _reading(item, name, figure, base)


def _is_base(known: Statement, item: Statement) -> bool:
    """Whether a figure is the one compared with: 较2023年的950万元, 由18万元."""
    text = known.text[max(0, known.claim.start - 24) : known.claim.start]
    if _BASE.search(text) or _FROM.search(text):
        return True
    return item.claim.change in _LEFT and known.claim.basis in _PLANS


def _is_now(known: Statement, bases: Sequence[Statement]) -> bool:
    """Whether a figure is the one of now. 由20万元调整为32万元: a budget, but the one that was moved to."""
    if known.claim.basis not in ("prior", "initial", "budget", "revised"):
        return True
    moved_to = [b for b in bases if b.number == known.number - 1]
    return bool(moved_to) and _FROM.search(moved_to[0].text[: moved_to[0].claim.start]) is not None


def _of_rates(item: Statement, before: Sequence[Statement]) -> Iterator[_Reading]:
    """由92.3%提高到95.6%，提高3.3个百分点: one rate less the other."""
    rates = [i for i in before if i.claim.kind == "rate" and i.claim.unit == "%" and not i.claim.of]
    bases = [i for i in rates if i.claim.basis == "prior" or _is_base(i, item)]
    now = [i for i in rates if i not in bases]
    if not bases or not now or bases[-1].claim.subject != now[-1].claim.subject:
        return
    current, base = _measured(now[-1]), _measured(bases[-1])
    if current is not None and base is not None:
        yield _Reading(item.claim.subject, current, base, _signed(item, current.allowed - base.allowed))


def _without_now(item: Statement, bases: Sequence[Statement], moved: Statement | None) -> Iterator[_Reading]:
    """较2023年的35.8万元减少5.3万元，下降14.8%: the figure of now follows from base and difference."""
    if not bases or moved is None or moved.allowed is None or not _moves_alike(item, moved):
        return
    base = _measured(bases[-1])
    if item.claim.kind != "rate" or not _like(bases[-1], moved) or base is None:
        return
    now = base.allowed + moved.allowed if moved.claim.change in _UP else base.allowed - moved.allowed
    yield from _reading(item, item.claim.subject, _Measured((moved.fact,), _middle(now), now), base)


def _wider(dossier: Dossier, sentence: Sequence[Statement], last: Statement) -> Iterator[tuple[str, _Measured]]:
    """Behind an enumeration: its whole, and all that was listed up to its last item, taken together."""
    listed = [i for i in sentence if i.number <= last.number and i.plain and _like(i, last)]
    whole = whole_of(last, dossier)
    if whole is not None:
        measured = _measured(whole)
        if measured is not None:
            yield whole.claim.subject, measured
        listed = parts(listed, whole)
    if listed and listed[0] is not last:
        head = _measured(listed[0])
        if head is not None:
            yield listed[0].claim.subject, head
        total = Interval.total([i.allowed for i in listed if i.allowed is not None])
        name = "、".join(i.claim.subject for i in listed)
        yield name, _Measured(tuple(i.fact for i in listed), _middle(total), total)


def _in_table(
    now: Statement, current: _Measured, item: Statement, moved: Statement | None, dossier: Dossier
) -> _Measured | None:
    """The base data's outturn of the year before, or its budget, where the text has the year's outturn of the table."""
    said = item.claim.quote + (moved.claim.quote if moved is not None else "")
    column = "prior" if _PRIOR.search(said) else "revised" if _BUDGET.search(said) else ""
    for number, base in dossier.each(BaseData) if column and now.key else ():
        row = keyed(base, number, now.key)
        if column in row and "outturn" in row and row["outturn"].interval.meets(current.allowed):
            return _Measured((row[column].at,), row[column].figure, row[column].interval)
    return None


def _before_the_move(item: Statement, moved: Statement | None, current: _Measured) -> _Measured | None:
    """减少0.60万元，下降6.12%, or the other way round: what was before follows from the change stated beside it."""
    if moved is None or moved.allowed is None or not _moves_alike(item, moved):
        return None
    rises = moved.claim.change in _UP
    if item.claim.kind == "rate" and moved.claim.kind != "rate":
        before = current.allowed - moved.allowed if rises else current.allowed + moved.allowed
    elif item.claim.kind != "rate" and moved.claim.unit == "%":
        stated = _stated(moved)
        share = Interval(stated.low / HUNDRED, stated.high / HUNDRED)
        one = Interval.at(HUNDRED / HUNDRED)
        rest = one + share if rises else one - share
        if rest.low <= 0:
            return None
        before = current.allowed / rest
    else:
        return None
    return _Measured((moved.fact,), _middle(before), before)


def _moves_alike(item: Statement, moved: Statement) -> bool:
    """Whether two changes side by side are one, told twice."""
    same_way = (moved.claim.change in _UP) == (item.claim.change in _UP)
    one = moved.claim.subject == item.claim.subject and len(between(moved, item)) < _BESIDE
    against = {_against(item), _against(moved)} - {""}
    return one and same_way and moved.claim.exact and len(against) < 2


def _against(item: Statement) -> str:
    """What a change is told against: the plan, the year before, or it does not say."""
    if item.claim.change in _LEFT or _PLAN.search(item.words):
        return "plan"
    return "prior" if _PRIOR.search(item.words) else ""


# arithmetic ----------------------------------------------------------------------------------------------------------


def _reading(item: Statement, name: str, now: _Measured, base: _Measured) -> Iterator[_Reading]:
    """The change from one figure to the other: as an amount, or in percent of the one before."""
    if base.allowed.low <= 0:
        return
    change = now.allowed - base.allowed
    if item.claim.kind == "rate":
        quotient = now.allowed / base.allowed
        change = Interval((quotient.low - 1) * HUNDRED, (quotient.high - 1) * HUNDRED)
    yield _Reading(name, now, base, _signed(item, change))


def _signed(item: Statement, change: Interval) -> Interval:
    return Interval(-change.high, -change.low) if item.claim.change in _DOWN else change


def _like(one: Statement, other: Statement) -> bool:
    return (one.claim.kind, one.claim.unit) == (other.claim.kind, other.claim.unit)


def _measured(item: Statement) -> _Measured | None:
    allowed, figure = item.allowed, item.claim.figure
    return None if allowed is None or figure is None else _Measured((item.fact,), figure, allowed)


def _middle(allowed: Interval) -> Figure:
    middle = (allowed.low + allowed.high) / 2
    return Figure(middle.normalize() if middle else middle)
