"""SC111: the score of a qualitative row lies outside the band that its own verdict claims."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.rule import Outcome, rule
from jixiao.audit.shared.rows import counts, score_of
from jixiao.model import Finding, Held, Indicator, Scored, Severity
from jixiao.model.value import Verdict
from jixiao.scoring import IndicatorAppraisal

_TOLERANCE = Decimal("0.01")


@rule(
    "SC111",
    "score-outside-band",
    title="定性指标得分与所写完成程度的档次不符",
    severity=Severity.ERROR,
    basis="score.qualitative_bands",
    since="0.1",
    zh={
        "": "完成情况写“{actual}”，得分 {score}，该档只能在 {low}～{high} 分之间",
        "below": "完成情况写“{actual}”，得分 {score}，低于该档的 {low}～{high} 分",
    },
    en={
        "": "the actual value says “{actual}”, the score is {score}; that band allows {low} to {high}",
        "below": "the actual value says “{actual}”, the score {score} is below its band of {low} to {high}",
    },
)
def score_outside_band(indicator: Indicator, appraised: IndicatorAppraisal) -> Iterator[Outcome]:
    """定性指标按达成、部分达成、未达成分档计分，得分应落在所写那一档之内。

    为什么重要：写着部分达成却得满分，或者写着达成却只得半分，两处必有一处不实。
    怎样修改：按实际情况改完成程度的说法，或把得分改到该档的区间里，并写明原因。
    何时不适用：完成情况只是描述、没有写明达成程度的；分档由当地政策另行规定的，以当地规定为准。
    """
    score, allowed = score_of(indicator), appraised.scored
    if appraised.quantitative or score is None or not counts(indicator):
        return
    if not isinstance(appraised.actual, Verdict) or not isinstance(allowed, Scored):
        return
    values = {"actual": indicator.actual, "score": indicator.score, "low": allowed.low, "high": allowed.high}
    if score > allowed.high + _TOLERANCE:
        yield Finding(at="/score", evidence=("/actual", "/weight"), values=values)
    elif score < allowed.low - _TOLERANCE:
        yield Finding(
            at="/score", evidence=("/actual", "/weight"), values=values, severity=Severity.WARNING, variant="below"
        )
    else:
        yield Held("/score")
