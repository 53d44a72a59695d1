"""TX106: a share in the text does not follow from the amounts beside it."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.money import percent
from jixiao.audit.rule import Outcome, rule
from jixiao.audit.told import Told, rate_interval, told
from jixiao.model import Dossier, Finding, Severity


@rule(
    "TX106",
    "share-mismatch",
    title="正文的占比与金额不符",
    severity=Severity.WARNING,
    basis="text.shares",
    since="0.1",
    zh={
        "": "正文写“{name}”占“{whole}”{stated}%，按正文 {part}÷{total} 应为 {expected}%",
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
    """正文的占比，应能由同一段里的部分金额除以总额算出。

    为什么重要：占比是读者复算最容易的数，算不出来，其他数也会被怀疑。
    怎样修改：用金额重新计算，并统一小数位数；由更精确的金额算出的，可以不改。
    何时不适用：同一段里没有部分或总额的金额，不比较；概数不比较。
    """
    items = list(told(dossier))
    for item in items:
        claim, figure = item.claim, item.claim.figure
        if claim.kind != "rate" or not claim.of or claim.word or claim.approx or claim.unit != "%":
            continue
        part, whole = _last(items, item, claim.subject), _last(items, item, claim.of)
        if figure is None or figure.value is None or part is None or whole is None or part is whole:
            continue
        one, all_ = part.amount, whole.amount
        if one is None or all_ is None or all_.interval.low <= 0:
            continue
        expected = percent(one.value / all_.value, figure.places)
        if expected == figure.value:
            continue
        explained = (one.interval / all_.interval).meets(rate_interval(figure))
        yield Finding(
            at=item.at,
            related=(item.fact, part.fact, whole.fact),
            values={
                "name": claim.subject,
                "whole": claim.of,
                "stated": figure,
                "part": part.claim.figure,
                "total": whole.claim.figure,
                "expected": expected,
            },
            variant="rounding" if explained else "",
            severity=Severity.INFO if explained else None,
        )


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
