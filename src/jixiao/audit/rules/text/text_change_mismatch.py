"""TX122: a change against the year before, or against the budget, does not follow from the two figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.audit.amounts import keyed
from jixiao.audit.money import HUNDRED, percent
from jixiao.audit.rule import Outcome, rule
from jixiao.audit.told import Told, told
from jixiao.model import BaseData, Dossier, Figure, Finding, Interval, Severity
from jixiao.model.pointer import resolve

_UP = frozenset({"增长", "增加", "上升", "提高", "提升", "增幅", "涨幅", "超支", "超出"})
_DOWN = frozenset({"下降", "减少", "降低", "压减", "压缩", "节约", "节省", "回落", "降幅"})
_LEFT = frozenset({"节约", "节省", "超支", "超出"})
_PLANS = frozenset({"revised", "budget"})
_BASE = re.compile(
    r"(?:较|比|由|从|与)(?:(?:20[0-9]{2}|上|去|上一)年度?|(?:年初|全年)?(?:预算|计划|目标))[^，。；0-9]{0,6}$"
)
_PRIOR = re.compile(r"(?:较|比|同比|与)(?:20[0-9]{2}|上|去|上一)年度?|同比")
_BUDGET = re.compile(r"(?:较|比|与)(?:全年|调整后)?预算")


@dataclass(frozen=True, slots=True)
class _Measured:
    """A figure with its place and what its digits allow."""

    at: str
    figure: Figure
    allowed: Interval


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
    """正文写比上年、比预算增减多少、增减百分之几的，应能由前后两个数算出。

    为什么重要：“三公”经费等的增减是公开后读者最先复算的数。
    怎样修改：用决算数重新计算增减额和幅度，正文随之改正；上升写成下降的，改正方向。
    何时不适用：前后两个数正文和基础数据表都没有的，概数，以及以百分点、倍数表示的变化，不比较。
    """
    items = [i for i in told(dossier) if i.claim.kind in ("money", "count", "rate")]
    for place, item in enumerate(items):
        figure = item.claim.figure
        if item.claim.word not in _UP | _DOWN or item.claim.approx or figure is None or figure.value is None:
            continue
        if item.claim.kind == "rate" and item.claim.unit != "%":
            continue
        pair = _pair(items, place, dossier)
        if pair is not None:
            yield from _judged(item, figure, *pair)


def _judged(item: Told, figure: Figure, current: _Measured, base: _Measured) -> Iterator[Outcome]:
    if base.allowed.low <= 0:
        return
    change = current.allowed - base.allowed
    stated = _allowed(item) or figure.interval
    if item.claim.kind == "rate":
        quotient = current.allowed / base.allowed
        change = Interval((quotient.low - 1) * HUNDRED, (quotient.high - 1) * HUNDRED)
    if item.claim.word in _DOWN:
        change = Interval(-change.high, -change.low)
    if change.meets(stated):
        return
    middle = (change.low + change.high) / 2
    expected = percent(middle / HUNDRED, figure.places)
    unit = {"rate": "%", "money": "万元"}.get(item.claim.kind, "")
    yield Finding(
        at=item.at,
        related=(item.fact, current.at, base.at),
        values={
            "name": item.claim.subject,
            "word": item.claim.word,
            "stated": f"{figure}{item.claim.unit}",
            "current": current.figure,
            "base": base.figure,
            "expected": f"{expected}{unit}",
        },
        variant="sign" if change.high < 0 else "",
    )


def _allowed(item: Told) -> Interval | None:
    """What the printed digits allow: of money in 万元."""
    if item.claim.kind == "money":
        return item.amount.interval if item.amount else None
    figure = item.claim.figure
    if figure is not None and figure.value is not None and item.claim.kind == "count" and not figure.places:
        scaled = item.claim.unit[:1] in {"万", "亿", "千", "百"}
        return figure.interval if scaled else Interval.at(figure.value)  # persons and events are counted, not rounded
    return figure.interval if figure is not None and figure.value is not None else None


def _measured(item: Told) -> _Measured | None:
    allowed, figure = _allowed(item), item.claim.figure
    return None if allowed is None or figure is None else _Measured(item.fact, figure, allowed)


def _pair(items: list[Told], place: int, dossier: Dossier) -> tuple[_Measured, _Measured] | None:
    """The figure of now and the one it is compared with."""
    item = items[place]
    before = [i for i in items[:place] if i.at == item.at and not i.claim.approx]
    sentence = [i for i in before if not re.search(r"[。；;]", _between(i, item))]
    moved = sentence[-1] if sentence and sentence[-1].claim.word in _UP | _DOWN else None
    said = item.claim.quote + (moved.claim.quote if moved is not None else "")
    known = [i for i in sentence if not i.claim.word and i.claim.subject == item.claim.subject]
    known = [i for i in known if i.claim.kind in ("money", "count")]
    if item.claim.kind != "rate":
        known = [i for i in known if (i.claim.kind, i.claim.unit) == (item.claim.kind, item.claim.unit)]
    bases = [i for i in known if _BASE.search(_before(i)) or (item.claim.word in _LEFT and i.claim.basis in _PLANS)]
    now = [i for i in known if i not in bases and i.claim.basis not in ("prior", "initial", "budget", "revised")]
    if not now:
        return None
    current = _measured(now[-1])
    if current is None:
        return None
    same = [i for i in bases if (i.claim.kind, i.claim.unit) == (now[-1].claim.kind, now[-1].claim.unit)]
    if same:
        base = _measured(same[-1])
        return (current, base) if base else None
    return _against_table(now[-1], current, said, dossier) or _against_difference(item, moved, current)


def _against_table(now: Told, current: _Measured, said: str, dossier: Dossier) -> tuple[_Measured, _Measured] | None:
    """The base data's outturn of the year before, or its budget, where the text has the year's outturn of the table."""
    column = "prior" if _PRIOR.search(said) else "revised" if _BUDGET.search(said) else ""
    for number, base in dossier.each(BaseData) if column and now.key else ():
        row = keyed(base, number, now.key)
        if column in row and "outturn" in row and row["outturn"].interval.meets(current.allowed):
            return current, _Measured(row[column].at, row[column].figure, row[column].interval)
    return None


def _against_difference(item: Told, moved: Told | None, current: _Measured) -> tuple[_Measured, _Measured] | None:
    """减少0.60万元，下降6.12%: the year before follows from the difference."""
    if moved is None or item.claim.kind != "rate" or moved.claim.kind == "rate":
        return None
    if moved.claim.subject != item.claim.subject or (moved.claim.word in _UP) != (item.claim.word in _UP):
        return None
    step = _measured(moved)
    if step is None:
        return None
    before = current.allowed - step.allowed if moved.claim.word in _UP else current.allowed + step.allowed
    middle = (before.low + before.high) / 2
    return current, _Measured(step.at, Figure(middle.normalize() if middle else middle), before)


def _between(item: Told, later: Told) -> str:
    return str(resolve(item.report, item.claim.paragraph))[item.claim.end : later.claim.start]


def _before(item: Told) -> str:
    return str(resolve(item.report, item.claim.paragraph))[max(0, item.claim.start - 20) : item.claim.start]
