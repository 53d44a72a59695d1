"""SC103: the weights under a label do not add up to the points that the label declares."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from jixiao.audit.rule import Outcome, rule
from jixiao.model import Evaluation, Finding, Indicator, Severity
from jixiao.values.pattern import lazy

_POINTS = lazy(r"[(（][^()（）]*[)）]|\s+")


@rule(
    "SC103",
    "block-points-mismatch",
    title="一级指标标明的分值与下属各项不符",
    severity=Severity.ERROR,
    basis="form.block_weights",
    since="0.1",
    zh="“{label}”标明 {stated} 分，下面各项分值合计 {expected} 分",
    en="“{label}” declares {stated} points, the rows below it add up to {expected}",
    after=("SC102",),
)
def block_points_mismatch(evaluation: Evaluation) -> Iterator[Outcome]:
    """标明分值的一级（或二级）指标，其下各三级指标分值之和应等于标明的分值。

    为什么重要：产出、效益、满意度各占多少分是统一规定的；块内分值不符，说明有行漏填、错填或移了位置。
    怎样修改：对照批复的分值逐行核对；确需调整权重的，把标签上的分值一并改过来。
    何时不适用：表上没有分值栏，或该指标下有的行没有填分值。
    """
    for number, declared in enumerate(evaluation.declared):
        rows = [(n, i) for n, i in enumerate(evaluation.indicators) if _label(declared.label) in _labels(i)]
        weights = [i.weight.value for _, i in rows if i.weight is not None and i.weight.value is not None]
        unread = any(i.weight is None for _, i in rows)
        if declared.points.value is None or not weights or unread:
            continue
        total = sum(weights, Decimal(0))
        if total != declared.points.value:
            yield Finding(
                at=f"/declared/{number}",
                related=tuple(f"/indicators/{n}/weight" for n, _ in rows),
                values={"label": declared.label, "stated": declared.points, "expected": total},
            )


@lru_cache(maxsize=512)
def _label(text: str) -> str:
    return _POINTS.sub("", unicodedata.normalize("NFKC", text)).removesuffix("指标")


def _labels(indicator: Indicator) -> tuple[str, str]:
    return _label(indicator.level1), _label(indicator.level2)
