"""TX106: a share in the text does not follow from the amounts beside it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.amounts import Amount, keyed, overall_tables, total_amounts
from jixiao.audit.money import percent
from jixiao.audit.rule import Outcome, rule
from jixiao.audit.told import Told, key_of, of_the_year, rate_interval, told
from jixiao.model import BaseData, Dossier, Figure, Finding, Interval, Severity


@rule(
    "TX106",
    "share-mismatch",
    title="正文的占比与金额不符",
    severity=Severity.WARNING,
    basis="text.shares",
    since="0.1",
    zh={
        "": "正文写“{name}”占“{whole}”{stated}%，按 {part}÷{total} 应为 {expected}%",
        "rounding": (
            "正文写“{name}”占“{whole}”{stated}%，按正文所印 {part}÷{total} 为 {expected}%；差异可由金额的四舍五入解释"
        ),
    },
    en={
        "": "the text says {name} is {stated} % of {whole}; {part}÷{total} gives {expected} %",
        "rounding": (
            "the text says {name} is {stated} % of {whole}; the printed {part}÷{total} gives {expected} %; rounding of "
            "the amounts could explain it"
        ),
    },
)
def share_mismatch(dossier: Dossier) -> Iterator[Outcome]:
    """正文的占比，应能由部分金额除以总额算出；总额取同一段、同一句的总额，没有的取整体表或基础数据表。

    为什么重要：占比是读者复算最容易的数，算不出来，其他数也会被怀疑。
    怎样修改：用金额重新计算，并统一小数位数；由更精确的金额算出的，可以不改。
    何时不适用：没有部分或总额的金额，不比较；概数不比较。
    """
    items = list(told(dossier))
    for item in items:
        claim, figure = item.claim, item.claim.figure
        if claim.kind != "rate" or claim.word or claim.approx or claim.unit != "%":
            continue
        part = _last(items, item, claim.subject)
        if figure is None or figure.value is None or part is None or part.amount is None:
            continue
        one, whole = part.amount, _whole(items, dossier, item, part)
        if whole is None or whole[1].interval.low <= 0:
            continue
        name, all_ = whole
        expected = percent(one.value / all_.value, figure.places)
        if expected == figure.value:
            continue
        explained = (one.interval / all_.interval).meets(rate_interval(figure))
        yield Finding(
            at=item.at,
            related=(item.fact, part.fact, all_.at),
            values={
                "name": claim.subject,
                "whole": name,
                "stated": figure,
                "part": part.claim.figure,
                "total": all_.figure,
                "expected": expected,
            },
            variant="rounding" if explained else "",
            severity=Severity.INFO if explained else None,
        )


def _whole(items: list[Told], dossier: Dossier, item: Told, part: Told) -> tuple[str, Amount] | None:
    """The whole of a share and its name: the amount it names, or what the part is a part of, or a table's."""
    of = item.claim.of
    if not of:
        if "占" not in item.claim.quote:
            return None
        found = next((i for i in items if i.of == part.of and i.number == part.claim.part_of), None)
    else:
        found = _last(items, item, of)
    if found is not None and found is not part and found.amount is not None:
        return found.claim.subject or "总额", Amount(found.fact, *_measure(found.amount))
    if found is not None or part.claim.basis != "outturn" or not of_the_year(part, dossier):
        return None
    return _in_tables(dossier, item) if of else None


def _measure(amount: Amount) -> tuple[Figure, Decimal, Interval]:
    return amount.figure, amount.value, amount.interval


def _in_tables(dossier: Dossier, item: Told) -> tuple[str, Amount] | None:
    """What was spent on the whole that a share names, by the tables."""
    key = key_of(item.claim.of)
    if key == "overall" and item.report.scope == "unit":
        for at, evaluation in overall_tables(dossier)[:1]:
            spent = total_amounts(evaluation, at).get("outturn")
            return (item.claim.of, spent) if spent else None
    for number, base in dossier.each(BaseData) if key not in ("", "overall") else ():
        spent = keyed(base, number, key).get("outturn")
        if spent is not None:
            return item.claim.of, spent
    return None


def _last(items: list[Told], item: Told, subject: str) -> Told | None:
    """The amount of that subject stated last before the share, in the same paragraph."""
    found = [
        i
        for i in items
        if i.of == item.of
        and i.number < item.number
        and i.claim.paragraph == item.claim.paragraph
        and i.claim.subject == subject
        and i.amount is not None
        and not i.claim.word
    ]
    return found[-1] if found else None
