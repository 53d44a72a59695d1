"""SC104: a row scores more than its weight."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import score_of, weight_of
from jixiao.model import Finding, Held, Indicator, Severity
from jixiao.values.pattern import lazy

_BONUS = lazy(r"加分|附加分|奖励分")


@rule(
    "SC104",
    "score-above-weight",
    title="得分高于分值",
    severity=Severity.ERROR,
    basis="form.score_bounds",
    since="0.1",
    zh="得分 {stated} 高于分值 {expected}",
    en="the score {stated} is above the weight {expected}",
)
def score_above_weight(indicator: Indicator) -> Iterator[Outcome]:
    """单项得分不能高于该项分值。

    为什么重要：超过分值的得分会抬高总分，复核时一律不认。
    怎样修改：核对是否填错了行或栏；完成得再多，得分也以分值为限。
    何时不适用：政策另设的加分项；分值栏空着的行。
    """
    weight, score = weight_of(indicator), score_of(indicator)
    if weight is None or score is None:
        return
    if score <= weight:
        yield Held("/score")
        return
    if any(_BONUS.search(text) for text in (indicator.level1, indicator.level2, indicator.name)):
        return
    yield Finding(at="/score", evidence=("/weight",), values={"stated": indicator.score, "expected": indicator.weight})
