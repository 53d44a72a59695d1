"""TX108: parts in the text do not add up to their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.amounts import Amount, compare_sum
from jixiao.audit.money import Agreement
from jixiao.audit.rule import Outcome, rule
from jixiao.audit.told import Told, parts, told
from jixiao.model import Dossier, Finding, Severity
from jixiao.model.pointer import resolve
from jixiao.values.pattern import lazy

_COMPLETE = ({"personnel", "public_funds"}, {"basic", "projects"})
_OPEN = lazy(r"主要(?:是|有|包括)|等(?:$|[，。、；])|包括但")
_NEAR, _ROUGHLY = Decimal("0.02"), Decimal("0.2")


@rule(
    "TX108",
    "text-sum-mismatch",
    title="正文分项合计与总额不符",
    severity=Severity.WARNING,
    basis="text.amounts",
    since="0.1",
    zh={
        "": "正文“{name}”写 {stated}，所列分项 {sum}＝{total}，相差 {difference}",
        "total": "正文“合计”写 {stated}，前面所列“{name}”{sum}＝{total}，相差 {difference}",
        "above": "正文“{name}”写 {stated}，“其中”所列分项 {sum}＝{total}，分项大于总额",
    },
    en={
        "": "{name} is {stated} in the text; its parts {sum}={total}, {difference} apart",
        "total": "the text says {stated} in all; {name} {sum}={total}, {difference} apart",
        "above": "{name} is {stated} in the text; its parts {sum}={total} are more than the whole",
    },
    after=("TX101", "TX102"),
)
def text_sum_mismatch(dossier: Dossier) -> Iterator[Outcome]:
    """正文“总额……其中……”的分项之和不应大于总额；分项列全的，以及“甲、乙，合计……”的，应相等。

    为什么重要：一句话里自己加不起来，读者不需要任何附表就能看出错误。
    怎样修改：核对漏写、误写的分项或总额。
    何时不适用：“主要是”“等”所列不全的，小于总额不算错；四舍五入能解释的不报。
    """
    items = list(told(dossier, "money"))
    for whole in items:
        listed = [p for p in parts(items, whole) if p.amount and p.claim.exact and not p.claim.change]
        listed = [p for p in listed if p.claim.basis == whole.claim.basis]
        if whole.amount is None or not whole.claim.exact or not listed:
            continue
        amounts = [p.amount for p in listed if p.amount]
        verdict, total = compare_sum(whole.amount, amounts)
        if verdict is not Agreement.APART:
            continue
        above = total > whole.amount.value
        if above or _is_complete(whole, whole.amount, listed, total):
            yield _finding(whole, whole.amount, listed, total, "above" if above else "")
    for total_ in (i for i in items if i.claim.subject == "合计" and i.amount and i.claim.exact):
        assert total_.amount is not None
        row = _row(items, total_)
        verdict, total = compare_sum(total_.amount, [r.amount for r in row if r.amount])
        near = abs(total - total_.amount.value) <= _ROUGHLY * total_.amount.value
        if len(row) > 1 and verdict is Agreement.APART and near:
            yield _finding(total_, total_.amount, row, total, "total")


def _row(items: list[Told], total: Told) -> list[Told]:
    """The amounts of one basis stated before 合计 in its sentence."""
    paragraph = str(resolve(total.report, total.claim.paragraph))
    row: list[Told] = []
    behind = total
    for item in reversed(items[: items.index(total)]):
        apart = item.at != total.at or re.search(r"[。；;]", paragraph[item.claim.end : behind.claim.start])
        if apart or item.claim.subject == "合计" or item.claim.change or item.claim.part_of is not None:
            break
        if item.claim.basis not in ("carry_over", total.claim.basis) or not item.claim.exact:
            break
        row.insert(0, item)
        behind = item
    return row if len({r.claim.subject for r in row}) == len(row) else []


def _is_complete(whole: Told, stated: Amount, listed: list[Told], total: Decimal) -> bool:
    """Whether the parts are meant to be all: the two halves of a known whole, or nearly the whole amount."""
    if {p.key for p in listed} in _COMPLETE:
        return True
    if len(listed) < 2 or any(_OPEN.search(p.claim.quote) for p in (whole, *listed)):
        return False
    paragraph = str(resolve(listed[0].report, listed[0].claim.paragraph))
    if listed[0].at == whole.at and "主要" in paragraph[whole.claim.end : listed[0].claim.start]:
        return False
    return abs(stated.value - total) <= _NEAR * stated.value


def _finding(whole: Told, stated: Amount, listed: list[Told], total: Decimal, variant: str) -> Finding:
    return Finding(
        at=whole.at,
        related=(whole.fact, *(p.fact for p in listed)),
        values={
            "name": tuple(p.claim.subject for p in listed) if variant == "total" else whole.claim.subject,
            "stated": whole.claim.figure,
            "sum": "＋".join(p.claim.figure.raw for p in listed if p.claim.figure),
            "total": total,
            "difference": abs(total - stated.value),
        },
        variant=variant,
    )
