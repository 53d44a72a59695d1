"""Judgements: a qualitative row enters, the points that a person may choose from leave."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from jixiao.model import Interval, Message, Scored
from jixiao.model.value import Met, Reached, Verdict
from jixiao.policy import Band, Policy

from . import messages as say
from .formulas import ONE, ZERO, earned
from .grades import band_points
from .row import Row, percent

_DONE = r"(?:达成|完成|实现|达到)"
_WHOLLY = re.compile(rf"全部或基本{_DONE}")
_NEARLY = re.compile(rf"(?:已|均|总体|大体)?基本(?:上)?(?:已|均)?{_DONE}|(?:绝?大部分|大多数?|多数){_DONE}")
_PARTLY = re.compile(rf"部分{_DONE}")


def score_judgement(row: Row, policy: Policy) -> Scored:
    """The band that a verdict names; without one anything from zero to the weight, with the bands laid out."""
    citation = policy.citation("qualitative")
    band = _band(row, policy)
    if band is None:
        span = Interval(earned(row.weight, ZERO, policy), earned(row.weight, ONE, policy))
        steps = _laid_out(row.weight, policy)
        return row.scored(span, say.QUALITATIVE(), citation, policy, reason=say.JUDGE(), steps=steps)
    formula = say.IN_BAND(band=band.name, low=percent(band.low), high=percent(band.high))
    span = band_points(band, row.weight, policy)
    steps = (row.comparison.reason,)
    return row.scored(span, formula, citation, policy, reason=say.JUDGE_IN_BAND(), steps=steps)


@lru_cache(maxsize=512)
def _laid_out(weight: Decimal, policy: Policy) -> tuple[Message, ...]:
    """What each band would allow: the same for every row of that weight."""
    spans = ((band.name, band_points(band, weight, policy)) for band in policy.qualitative.bands.items)
    return tuple(say.BAND(band=name, low=span.low, high=span.high) for name, span in spans)


def _band(row: Row, policy: Policy) -> Band | None:
    """The band that the actual value claims: by the band's name, by a verdict, or by having met the target."""
    bands = policy.qualitative.bands
    said = row.actual.raw.strip().rstrip("。.；;")
    named = next((band for band in bands.items if band.name == said), None)
    if named is not None:
        return named
    if _WHOLLY.match(said):
        return bands.best
    if _NEARLY.match(said):
        # some rules count 基本达成 among the reached, others among the partly reached
        return Band(f"{bands.best.name}、{bands.middle.name}", bands.middle.low, bands.best.high)
    if _PARTLY.match(said):
        return bands.middle
    if isinstance(row.actual, Verdict):
        return {Reached.YES: bands.best, Reached.PARTLY: bands.middle, Reached.NO: bands.worst}[row.actual.reached]
    return bands.best if row.comparison.met is Met.MET else None
