"""TX106: a share in the text does not follow from the amounts beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import Amount, keyed, overall_tables, total_amounts
from jixiao.audit.shared.money import percent
from jixiao.model import BaseData, Dossier, Figure, Finding, Held, Interval, Severity
from jixiao.model.classes import dataclass

from .statements import Statement, key_of, of_the_year, parts, rate_interval, statements, whole_of


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to understand a share: which amount, of which whole."""

    part: Amount
    whole_name: str
    whole: Amount

    def expected(self, places: int) -> Decimal:
        """The share in percent by the printed amounts."""
        return percent(self.part.value / self.whole.value, places)

    def explains(self, figure: Figure) -> bool:
        """Whether the digits of the amounts allow the share."""
        return (self.part.interval / self.whole.interval).meets(rate_interval(figure))


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
            "正文写“{name}”占“{whole}”{stated}%，按正文所印 {part}÷{total} 为 {expected}%；"
            "差异可由四舍五入或舍去尾数解释"
        ),
    },
    en={
        "": "the text says {name} is {stated} % of {whole}; {part}÷{total} gives {expected} %",
        "rounding": (
            "the text says {name} is {stated} % of {whole}; the printed {part}÷{total} gives {expected} %; rounding or "
            "cutting could explain it"
        ),
    },
)
def share_mismatch(dossier: Dossier) -> Iterator[Outcome]:
    """正文的占比，应能由部分金额除以总额算出；总额取同一段、同一句的总额，没有的取整体表或基础数据表。

    为什么重要：占比是读者复算最容易的数，算不出来，其他数也会被怀疑。
    怎样修改：用金额重新计算，并统一小数位数；由更精确的金额算出的，可以不改。
    何时不适用：没有部分或总额的金额，不比较；概数不比较。列举之后的占比，按最后一项、按所列合计有一种算得出的，不报。
    """
    items = list(statements(dossier, "money"))
    for item in statements(dossier, "rate"):
        figure = item.claim.figure
        if item.claim.unit != "%" or item.claim.change or not item.claim.exact:
            continue
        readings = list(_readings(items, item, dossier))
        if figure is not None and figure.value is not None and readings:
            yield _judged(item, figure, readings)


def _judged(item: Statement, figure: Figure, readings: Sequence[_Reading]) -> Outcome:
    """One reading that fits is enough; where only rounding explains the first, that is worth knowing."""
    first = readings[0]
    explained = first.explains(figure)
    fits = any(reading.expected(figure.places) == figure.value for reading in readings)
    if fits or (not explained and any(reading.explains(figure) for reading in readings)):
        return Held(item.at)
    return Finding(
        at=item.at,
        evidence=(item.fact, first.part.at, first.whole.at),
        values={
            "name": item.claim.subject,
            "whole": first.whole_name,
            "stated": figure,
            "part": first.part.figure,
            "total": first.whole.figure,
            "expected": first.expected(figure.places),
        },
        variant="rounding" if explained else "",
        severity=Severity.INFO if explained else None,
    )


def _readings(items: Sequence[Statement], item: Statement, dossier: Dossier) -> Iterator[_Reading]:
    """The amount that the share names; behind an enumeration also all that was listed, taken together."""
    before = [i for i in items if i.at == item.at and i.number < item.number and i.plain]
    own = next((i for i in reversed(before) if i.claim.subject == item.claim.subject), None)
    if own is None or own.amount is None:
        return
    found = _whole(before, dossier, item, own)
    if found is None or found[1].interval.low <= 0:
        return
    name, whole = found
    yield _Reading(_told(own, own.amount), name, whole)
    listed = [i for i in _siblings(before, own, dossier) if i.amount is not None]
    if own is before[-1] and len(listed) > 1:
        yield _Reading(_together(listed), name, whole)


def _siblings(before: Sequence[Statement], own: Statement, dossier: Dossier) -> list[Statement]:
    whole = whole_of(own, dossier)
    return parts(before, whole) if whole is not None else []


def _together(listed: Sequence[Statement]) -> Amount:
    amounts = [i.amount for i in listed if i.amount is not None]
    total = sum((a.value for a in amounts), Decimal(0))
    return Amount(listed[0].fact, Figure(total), total, Interval.total([a.interval for a in amounts]))


def _told(item: Statement, amount: Amount) -> Amount:
    return Amount(item.fact, amount.figure, amount.value, amount.interval)


def _whole(
    before: Sequence[Statement], dossier: Dossier, item: Statement, part: Statement
) -> tuple[str, Amount] | None:
    """The whole of a share and its name: the amount it names, or what the part is a part of, or a table's."""
    of = item.claim.of
    if not of and "占" not in item.claim.quote:
        return None
    named = next((i for i in reversed(before) if i.claim.subject == of), None)
    found = named if of else whole_of(part, dossier)
    if found is not None and found is not part and found.amount is not None:
        return found.claim.subject or "总额", _told(found, found.amount)
    if found is not None or part.claim.basis != "outturn" or not of_the_year(part, dossier):
        return None
    return _in_tables(dossier, item) if of else None


def _in_tables(dossier: Dossier, item: Statement) -> tuple[str, Amount] | None:
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
