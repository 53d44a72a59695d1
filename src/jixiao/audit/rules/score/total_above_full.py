"""SC106: the total is above the full score."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.money import HUNDRED
from jixiao.model import Evaluation, Finding, Held, Severity


@rule(
    "SC106",
    "total-above-full",
    title="总分超过满分",
    severity=Severity.ERROR,
    basis="form.score_bounds",
    since="0.1",
    zh="总分写 {stated}，满分只有 {expected}",
    en="the total says {stated}, the full score is {expected}",
    after=("SC104", "SC102", "EX103"),
)
def total_above_full(evaluation: Evaluation) -> Iterator[Outcome]:
    """总分不能超过满分（表上印明的满分；没有印的为 100 分）。

    为什么重要：等级按百分制划定，超过满分的总分无法定级。
    怎样修改：先核对单项得分有没有超过分值、有没有重复的行，再复加总分。
    何时不适用：政策明确加分可以计入总分的。
    """
    total, printed = evaluation.total, evaluation.total_weight
    if total is None or total.value is None:
        return
    full = printed.value if printed is not None and printed.value else HUNDRED
    if total.value <= full:
        yield Held("/total")
    else:
        yield Finding(
            at="/total",
            evidence=(
                *(("/total_weight",) if printed is not None else ()),
                *(f"/indicators/{n}/score" for n, i in enumerate(evaluation.indicators) if i.score is not None),
            ),
            values={"stated": total, "expected": full},
        )
