"""SC105: a row has a score or a weight below zero."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import score_of, weight_of
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.values.pattern import lazy

_PENALTY = lazy(r"扣分|减分|负面|违规")


@rule(
    "SC105",
    "negative-score",
    title="得分或分值为负数",
    severity=Severity.ERROR,
    basis="form.score_bounds",
    since="0.1",
    zh={"weight": "分值写 {stated}，不能为负数", "score": "得分写 {stated}，不能为负数"},
    en={
        "weight": "the weight says {stated}, it cannot be negative",
        "score": "the score says {stated}, it cannot be negative",
    },
)
def negative_score(indicator: Indicator) -> Iterator[Outcome]:
    """得分、分值都不能小于 0。

    为什么重要：负分会压低总分，分项最低只能扣到 0 分。
    怎样修改：完成得再差，该项记 0 分；如果本意是扣分，把扣后的得分填进去。
    何时不适用：政策另设的扣分项（名称写明扣分、减分，或以违规为条件）。
    """
    for field, value in (("weight", weight_of(indicator)), ("score", score_of(indicator))):
        if value is None:
            continue
        if value >= 0:
            yield Held(f"/{field}")
        elif not _is_penalty(indicator):
            yield Finding(at=f"/{field}", values={"stated": getattr(indicator, field)}, variant=field)


def _is_penalty(indicator: Indicator) -> bool:
    return any(_PENALTY.search(text) for text in (indicator.level1, indicator.level2, indicator.name))
