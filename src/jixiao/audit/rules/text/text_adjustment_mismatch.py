"""TX121: initial budget and adjustments in the text do not give the budget of the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, cast

from jixiao.audit.messages import ADDED, TAKEN_OFF
from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import Amount, amount, compare_sum, total_amounts
from jixiao.audit.shared.money import Agreement
from jixiao.model import Dossier, Figure, Finding, Held, Interval, Message, Severity
from jixiao.values.pattern import lazy

from .meant import sole_table
from .statements import Statement, between, of_the_year, same_sentence, statements, whole_of

_UP = frozenset({"追加", "调增", "核增", "增拨", "增加"})
_DOWN = frozenset({"调减", "核减", "压减", "减少"})
_PLAIN = frozenset({"增加", "减少"})
_ADJUSTED = lazy(r"年中|调整|追加|预算|执行中")
_OPEN = lazy(r"等|主要|净")


@rule(
    "TX121",
    "text-adjustment-mismatch",
    title="正文年初预算与追加、调减之和不等于全年预算",
    severity=Severity.WARNING,
    basis="text.adjustments",
    since="0.1",
    zh="正文年初预算 {initial}，追加、调减后{sum}＝{total}，全年预算为 {stated}，相差 {difference}",
    en="initial budget {initial}, with adjustments {sum}={total}; the year's is {stated}, {difference} apart",
    after=("TX101", "TX102", "TX103", "TX108"),
)
def text_adjustment_mismatch(dossier: Dossier) -> Iterator[Outcome]:
    """正文写明年初预算和追加、调增、调减数的，相加减应等于全年预算。

    为什么重要：预算调整幅度由这几个数算出，加不起来就不知道哪一个是批复数。
    怎样修改：按批复文件和调整文件逐笔核对；含上年结转的，一并写明。
    何时不适用：只写“增加”而没有写明是年中调整的，用“约”“等”“主要是”列出部分的，以及正文和表都没有全年预算的，不比较。
    """
    items = list(statements(dossier, "money"))
    for place, initial in enumerate(items):
        if initial.claim.basis != "initial" or not _usable(initial) or not of_the_year(initial, dossier):
            continue
        group = _sentence(items, place)
        changes = [i for i in _top_level(group) if _is_change(i, initial)]
        if not changes or any(_OPEN.search(_words(i)) or not _exact(i) for i in changes):
            continue
        whole = _budget(items, group, initial, dossier)
        if whole is None:
            continue
        signed = [_signed(i) for i in changes]
        carried = [i.amount for i in group if i.claim.basis == "carry_over" and not i.claim.change and i.amount]
        yield from _judged(initial, changes, signed, carried + _carried(initial, dossier), whole)


def _judged(
    initial: Statement, changes: list[Statement], signed: list[Amount], carried: list[Amount], whole: Amount
) -> Iterator[Outcome]:
    assert initial.amount is not None
    parts = [initial.amount, *signed]
    verdict, total = compare_sum(whole, parts)
    with_carried = [compare_sum(whole, [*parts, more])[0] for more in carried]
    if verdict is not Agreement.APART or any(v is not Agreement.APART for v in with_carried):
        yield Held(initial.at)
        return
    yield Finding(
        at=initial.at,
        evidence=(initial.fact, *(c.fact for c in changes), whole.at),
        values={
            "initial": initial.claim.figure,
            "sum": _sum(initial, changes),
            "total": total / _scale(initial),
            "stated": whole.figure,
            "difference": abs(total - whole.value) / _scale(initial),
        },
    )


def _top_level(group: Sequence[Statement]) -> list[Statement]:
    """Without what 其中 lists of an adjustment: 追加50万元，其中3月追加30万元."""
    result: list[Statement] = []
    inside = False
    for before, item in pairwise([*group[:1], *group]):
        inside = (inside and bool(item.claim.change)) or "其中" in between(before, item)
        if not inside:
            result.append(item)
    return result


def _sum(initial: Statement, changes: Sequence[Statement]) -> Message:
    """100＋20－5, as printed."""
    written: Any = initial.claim.figure
    for change in changes:
        written = (TAKEN_OFF if change.claim.change in _DOWN else ADDED)(sum=written, figure=change.claim.figure)
    return cast(Message, written)


def _scale(item: Statement) -> Decimal:
    """How many 万元 one of the unit is in which the text counts."""
    value = Figure("1").wan(item.claim.unit)
    assert value is not None
    return value


def _usable(item: Statement) -> bool:
    return not item.claim.change and _exact(item)


def _exact(item: Statement) -> bool:
    return item.amount is not None and item.claim.exact


def _sentence(items: list[Statement], place: int) -> list[Statement]:
    """The amounts that follow in the same sentence, up to another initial budget."""
    first = items[place]
    result: list[Statement] = []
    for item in items[place + 1 :]:
        if not same_sentence(first, item):
            break
        if item.claim.basis == "initial" and not item.claim.change:
            break
        result.append(item)
    return result


def _words(item: Statement) -> str:
    return item.claim.quote.partition(str(item.claim.figure))[0]


def _is_change(item: Statement, initial: Statement) -> bool:
    if item.claim.subject not in ("", initial.claim.subject) or item.claim.of:
        return False
    if item.claim.change in _PLAIN:
        return bool(_ADJUSTED.search(_words(item)))
    return item.claim.change in _UP | _DOWN


def _signed(item: Statement) -> Amount:
    stated = item.amount
    assert stated is not None
    if item.claim.change not in _DOWN:
        return stated
    return Amount(stated.at, stated.figure, -stated.value, Interval(-stated.interval.high, -stated.interval.low))


def _budget(items: list[Statement], group: list[Statement], initial: Statement, dossier: Dossier) -> Amount | None:
    """The year's budget: what the initial one is a part of, the one in the sentence, or the table's."""
    whole = whole_of(initial, dossier)
    before = [i for i in items if i.number < initial.number and same_sentence(i, initial)]
    for item in [*([whole] if whole else []), *group, *reversed(before)]:
        told_budget = item.claim.basis in ("revised", "budget") and _usable(item)
        if told_budget and (item is whole or item.claim.subject == initial.claim.subject) and item.amount:
            return Amount(item.fact, item.amount.figure, item.amount.value, item.amount.interval)
    if whole is not None:
        return None
    table = sole_table(initial, dossier)
    return total_amounts(table[1], table[0]).get("revised") if table else None


def _carried(initial: Statement, dossier: Dossier) -> list[Amount]:
    """The carry-over that the table has: the text may not tell of it."""
    table = sole_table(initial, dossier)
    line = table[1].funds.line("carry_over") if table else None
    if table is None or line is None:
        return []
    found = amount("", line.revised_budget, table[1].funds.unit)
    return [found] if found is not None and found.value else []
