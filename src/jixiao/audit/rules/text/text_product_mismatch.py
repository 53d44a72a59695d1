"""TX126: a number of things times the amount of each is not the total of the same sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Dossier, Figure, Finding, Held, Interval, Severity
from jixiao.values import units
from jixiao.values.pattern import lazy

from .statements import Statement, sentences

_PERSONS = frozenset("人名位生师")
_RHYTHM = frozenset({"年", "学年", "半年", "季度", "月", "旬", "周", "天", "日", "次"})
_TIMES = (2, 4, 10, 12)
"""Amounts per month or quarter may be of half a year, of a school year, of a year."""
_OPEN = lazy(r"不等|标准不同|分别|最高|最低|上限|起")
_TOTAL = lazy(r"共|合计|总计|累计|总")
_NEAR = Decimal("0.5")
"""A product farther off than half the total is not of that total."""


@rule(
    "TX126",
    "text-product-mismatch",
    title="正文的数量乘以每份数不等于合计",
    severity=Severity.WARNING,
    basis="text.products",
    since="0.1",
    zh="正文写“{name}”合计 {total}，按同一句的 {count}×{each} 应为 {expected}",
    en="the text says {name} is {total} in all; {count}×{each} of the same sentence is {expected}",
)
def text_product_mismatch(dossier: Dossier) -> Iterator[Outcome]:
    """一句话里写了户数、人数、期数，又写户均、人均、每期多少的，乘积应等于同一句的合计。

    为什么重要：补助发放的户数、标准和总额三个数互相印证，审计首先复算的就是它。
    怎样修改：按发放表核对户数、标准和总额，改正错的一处；标准不止一种的，写明“不等”或分档列出。
    何时不适用：按月、按次发放而没有写明月数次数的，标准不等的，总额另含其他支出的，均数经过四舍五入能解释的，不报。
    """
    for sentence in sentences(dossier):
        for item in sentence:
            if item.claim.per and _states_an_amount(item):
                yield from _judged(sentence, item)


def _states_an_amount(item: Statement) -> bool:
    claim = item.claim
    return claim.kind in ("money", "count") and claim.exact and not claim.change and item.allowed is not None


def _judged(sentence: Sequence[Statement], each: Statement) -> Iterator[Outcome]:
    base = units.plain(each.claim.per.split("/")[0])
    numbers = [i for i in sentence if i.claim.kind == "count" and i.plain and _counts(i, base)]
    totals = [i for i in sentence if i is not each and i.plain and i not in numbers and _alike(i, each)]
    if not numbers or not totals:
        return
    others = [i for i in sentence if i.claim.kind == "count" and i.plain and i not in numbers and i not in totals]
    times = [Interval.at(Decimal(n)) for n in (1, *(_TIMES if _has_rhythm(each) else ()))]
    times += [i.allowed for i in others if i.allowed is not None]
    if any(_gives(number, each, time, total) for number in numbers for time in times for total in totals):
        yield Held(each.at)
        return
    if len(numbers) > 1 or len(totals) > 1 or others or not _settled(sentence, each):
        return
    number, total = numbers[0], totals[0]
    product = _product(number, each, Interval.at(Decimal(1)))
    if total.allowed is None or not _is_meant(number, each, total) or not _near(product, total.allowed):
        return
    unit = "万元" if total.claim.kind == "money" else total.claim.unit
    yield Finding(
        at=each.at,
        evidence=(total.fact, number.fact, each.fact),
        values={
            "name": total.claim.subject,
            "total": total.printed,
            "count": number.printed,
            "each": each.printed,
            "expected": Figure(f"{((product.low + product.high) / 2).normalize():f}{unit}"),
        },
    )


def _counts(item: Statement, base: str) -> bool:
    """Whether a count is of what the amount is per: 1200户 of 户均, 12个村 of 每村."""
    unit = units.plain(item.claim.unit)
    if unit == base or (unit[:1] in _PERSONS and base[:1] in _PERSONS and unit in ("人", "人次")):
        return True
    return item.claim.subject.endswith(base) or item.text.startswith(base, item.claim.end)


def _alike(item: Statement, each: Statement) -> bool:
    """Whether a figure may be the total: money for money, 人次 for 人."""
    if item.claim.kind != each.claim.kind:
        return False
    if item.claim.kind == "money":
        return item.amount is not None and each.amount is not None
    one, other = units.plain(item.claim.unit), units.plain(each.claim.unit)
    return one == other or units.akin(one, other)


def _product(number: Statement, each: Statement, times: Interval) -> Interval:
    assert number.allowed is not None
    assert each.allowed is not None
    return number.allowed * each.allowed * times


def _gives(number: Statement, each: Statement, times: Interval, total: Statement) -> bool:
    return total.allowed is not None and _product(number, each, times).meets(total.allowed)


def _settled(sentence: Sequence[Statement], each: Statement) -> bool:
    """Whether the amount is per one thing only, and one for all of them."""
    said = each.text[sentence[0].claim.start : sentence[-1].claim.end + 12]
    return "/" not in each.claim.per and not _has_rhythm(each) and not _OPEN.search(said)


def _has_rhythm(each: Statement) -> bool:
    """Whether the amount is per month or quarter, so that the total is of several of them."""
    return any(units.plain_per(part) in _RHYTHM for part in each.claim.per.split("/"))


def _is_meant(number: Statement, each: Statement, total: Statement) -> bool:
    """Whether the total is of what is counted, and not of something wider (项目总投资)."""
    subject = _TOTAL.sub("", total.claim.subject.removeprefix("合计"))
    named = [i.claim.subject for i in (number, each)]
    same = not subject or any(name.endswith(subject) or (name and subject.endswith(name)) for name in named)
    return same and (bool(_TOTAL.search(total.words)) or total.number < each.number)


def _near(product: Interval, total: Interval) -> bool:
    middle, whole = (product.low + product.high) / 2, (total.low + total.high) / 2
    return whole > 0 and abs(middle - whole) <= _NEAR * whole
