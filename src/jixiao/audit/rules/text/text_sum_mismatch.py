"""TX108: parts in the text do not add up to their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from jixiao.audit.messages import added
from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.amounts import Amount, compare_sum
from jixiao.audit.shared.money import Agreement
from jixiao.model import Dossier, Finding, Held, Interval, Severity
from jixiao.values.pattern import lazy

from .statements import Statement, between, parts, sentences, statements

_COMPLETE = ({"personnel", "public_funds"}, {"basic", "projects"})
_OPEN = lazy(r"主要(?:是|有|包括)|等(?:$|[，。、；])|包括但")
_IN_ALL = lazy(r"\s*(?:共计?|合计|总计|总共|累计)")
_LISTED = lazy(r"[^，,：:]*(?:、|和|与|及)[^，,：:]*")
_PERSONS = frozenset("人名位")
_NEAR, _ROUGHLY = Decimal("0.02"), Decimal("0.2")
_MOST = 8


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
        "part": "正文“{name}”写 {stated}，“其中”的“{part}”写 {sum}，分项大于总数",
    },
    en={
        "": "{name} is {stated} in the text; its parts {sum}={total}, {difference} apart",
        "total": "the text says {stated} in all; {name} {sum}={total}, {difference} apart",
        "above": "{name} is {stated} in the text; its parts {sum}={total} are more than the whole",
        "part": "{name} is {stated} in the text; its part {part} is {sum}, more than the whole",
    },
    after=("TX101", "TX102"),
)
def text_sum_mismatch(dossier: Dossier) -> Iterator[Outcome]:
    """正文“总额……其中……”的分项之和不应大于总额；分项列全的，以及“甲、乙，合计……”的，应相等；人次、件数等也一样。

    为什么重要：一句话里自己加不起来，读者不需要任何附表就能看出错误。
    怎样修改：核对漏写、误写的分项或总额。
    何时不适用：“主要是”“等”所列不全的，小于总额不算错；按两种口径各分一次的（其中一部分已合计为总额）、人数可能交叉的，以及四舍五入能解释的，不报。
    """
    items = list(statements(dossier, "money"))
    wholes = {(i.report_at, i.claim.part_of) for i in items if i.claim.part_of is not None}
    for whole in items:
        if (whole.report_at, whole.number) in wholes:
            yield from _of_parts(items, whole)
    for sentence in sentences(dossier):
        for place, item in enumerate(sentence):
            if item.plain and _is_total(item):
                yield from _in_all(sentence[:place], item)
            elif place and item.plain and item.claim.kind == "count":
                yield from _above_its_whole(sentence[:place], item)


def _of_parts(items: Sequence[Statement], whole: Statement) -> Iterator[Outcome]:
    """A whole and what 其中 lists of it on its own basis."""
    listed = [p for p in parts(items, whole) if p.amount and p.plain]
    listed = [p for p in listed if p.claim.basis == whole.claim.basis]
    if whole.amount is None or not whole.claim.exact or not listed:
        return
    verdict, total = compare_sum(whole.amount, [p.amount for p in listed if p.amount])
    above = total > whole.amount.value
    if verdict is not Agreement.APART or (above and _cut_twice(whole.amount, listed)):
        yield Held(whole.at)
    elif above or _is_complete(whole, whole.amount, listed, total):
        yield _finding(whole, whole.amount.value, listed, total, "above" if above else "")


def _cut_twice(whole: Amount, listed: Sequence[Statement]) -> bool:
    """Whether some of the parts are the whole already: 财政拨款100万元, 基本支出60万元, 项目支出50万元 of 110万元."""
    amounts = [p.amount for p in listed if p.amount]
    if len(amounts) > _MOST:
        return False
    some = (list(c) for size in range(2, len(amounts)) for c in combinations(amounts, size))
    return any(compare_sum(whole, c)[0] is not Agreement.APART for c in some)


def _is_complete(whole: Statement, stated: Amount, listed: Sequence[Statement], total: Decimal) -> bool:
    """Whether the parts are meant to be all: the two halves of a known whole, or nearly the whole amount."""
    if {p.key for p in listed} in _COMPLETE:
        return True
    if len(listed) < 2 or any(_OPEN.search(p.claim.quote) for p in (whole, *listed)):
        return False
    if listed[0].at == whole.at and "主要" in between(whole, listed[0]):
        return False
    return abs(stated.value - total) <= _NEAR * stated.value


# 合计 behind its items -----------------------------------------------------------------------------------------------


def _is_total(item: Statement) -> bool:
    """合计10万元, 共培训120人次."""
    if item.claim.kind == "money":
        return item.claim.subject == "合计"
    return item.claim.kind == "count" and _IN_ALL.match(item.words) is not None


def _in_all(before: Sequence[Statement], total: Statement) -> Iterator[Outcome]:
    row = _counts_listed(before, total) if total.claim.kind == "count" else _amounts_listed(before, total)
    stated = _value(total)
    if len(row) < 2 or stated is None or total.allowed is None:
        return
    computed = sum((v for v in map(_value, row) if v is not None), Decimal(0))
    spans = Interval.total([r.allowed for r in row if r.allowed is not None])
    if computed == stated or spans.meets(total.allowed):
        yield Held(total.at)
    elif abs(computed - stated) <= _ROUGHLY * stated and not (computed > stated and total.claim.unit[:1] in _PERSONS):
        yield _finding(total, stated, row, computed, "total")


def _value(item: Statement) -> Decimal | None:
    """The amount in 万元, or the count."""
    if item.claim.kind == "money":
        return item.amount.value if item.amount else None
    return item.claim.figure.value if item.claim.figure else None


def _amounts_listed(before: Sequence[Statement], total: Statement) -> list[Statement]:
    """The amounts of one basis stated before 合计 in its sentence."""
    row: list[Statement] = []
    bases = {total.claim.basis} - {""}
    for item in reversed([i for i in before if i.claim.kind == "money"]):
        if not item.plain or item.claim.subject == "合计" or item.claim.part_of is not None:
            break
        bases |= {item.claim.basis} - {"carry_over", ""}
        if len(bases) > 1 or (item.claim.basis == "" and bases):
            break
        row.insert(0, item)
    return row if len({r.claim.subject for r in row}) == len(row) else []


def _counts_listed(before: Sequence[Statement], total: Statement) -> list[Statement]:
    """Counts of one unit that 、 or 和 join right before the total: 管理人员70人次、技术人员50人次，共培训120人次."""
    row: list[Statement] = []
    for item in reversed(before):
        if not item.plain or (item.claim.kind, item.claim.unit) != ("count", total.claim.unit):
            break
        if row and not _LISTED.fullmatch(between(item, row[0])):
            break
        row.insert(0, item)
    return row


def _above_its_whole(before: Sequence[Statement], item: Statement) -> Iterator[Outcome]:
    """共培训120人次，其中技术人员150人次: one part alone is more than any count it may be of."""
    like = [i for i in before if i.plain and (i.claim.kind, i.claim.unit) == (item.claim.kind, item.claim.unit)]
    if not like or before[-1] is not like[-1] or "其中" not in between(like[-1], item):
        return
    most = max(like, key=lambda i: _value(i) or Decimal(0))
    whole, part = _value(most), _value(item)
    if whole is None or part is None or part <= whole:
        yield Held(item.at)
        return
    values = {"name": most.claim.subject, "part": item.claim.subject, "stated": most.printed, "sum": item.printed}
    yield Finding(at=item.at, evidence=(most.fact, item.fact), values=values, variant="part")


def _finding(whole: Statement, stated: Decimal, listed: Sequence[Statement], total: Decimal, variant: str) -> Finding:
    return Finding(
        at=whole.at,
        evidence=(whole.fact, *(p.fact for p in listed)),
        values={
            "name": tuple(p.claim.subject for p in listed) if variant == "total" else whole.claim.subject,
            "stated": whole.claim.figure,
            "sum": added([p.claim.figure for p in listed]),
            "total": total,
            "difference": abs(total - stated),
        },
        variant=variant,
    )
