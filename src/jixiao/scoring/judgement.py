"""Judgements: a qualitative row enters, the points that a person may choose from leave."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from jixiao.model import Interval, Scored
from jixiao.model.value import Met, Reached, Verdict
from jixiao.policy import Band, Policy

from .formulas import ONE, ZERO, earned
from .grades import band_points
from .row import Row, percent_words


def score_judgement(row: Row, policy: Policy) -> Scored:
    """The band that a verdict names; without one anything from zero to the weight, with the bands laid out."""
    citation = policy.citation("qualitative")
    band = _band(row, policy)
    if band is None:
        span = Interval(earned(row.weight, ZERO, policy), earned(row.weight, ONE, policy))
        reason = "定性指标，须由人判断达成程度"
        return row.scored(
            span, "定性指标，由人按档次评分", citation, policy, reason=reason, steps=_laid_out(row.weight, policy)
        )
    formula = f"定性指标，“{band.name}”档：分值的{percent_words(band.low)}至{percent_words(band.high)}"
    span = band_points(band, row.weight, policy)
    steps = (row.comparison.reason,) if row.comparison.reason else ()
    return row.scored(span, formula, citation, policy, reason="定性指标，档内由人判断", steps=steps)


@lru_cache(maxsize=512)
def _laid_out(weight: Decimal, policy: Policy) -> tuple[str, ...]:
    """What each band would allow: the same for every row of that weight."""
    spans = ((band.name, band_points(band, weight, policy)) for band in policy.qualitative.bands.items)
    return tuple(f"{name}：{span.low:f}–{span.high:f}分" for name, span in spans)


def _band(row: Row, policy: Policy) -> Band | None:
    """The band that the actual value claims in so many words."""
    bands = policy.qualitative.bands
    if isinstance(row.actual, Verdict):
        named = {Reached.YES: bands.best, Reached.PARTLY: bands.middle, Reached.NO: bands.worst}
        return named[row.actual.reached]
    return {Met.MET: bands.best, Met.SHORT: bands.worst}.get(row.comparison.met)
