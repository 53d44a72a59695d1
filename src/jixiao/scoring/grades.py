"""Scores to words: the grade of a total, the band of a qualitative score."""

from __future__ import annotations

from decimal import Decimal

from jixiao.model import Interval
from jixiao.policy import Band, Policy

from .formulas import earned


def grade_of(score: Decimal, policy: Policy) -> str | None:
    """The grade of a total in points; ``None`` outside 0–100. Every score inside has exactly one."""
    band = policy.grades.of(score)
    return band.name if band else None


def band_points(band: Band, weight: Decimal, policy: Policy) -> Interval:
    """The points that a band leaves open, bounds rounded as scores are. Below the top band the upper bound itself is
    excluded.

    Where a band holds no printable score (a weight of 0.01), its lower bound stands for it.
    """
    low, high = earned(weight, band.low, policy), earned(weight, band.high, policy)
    if band.high < policy.qualitative.bands.best.high:
        high -= Decimal(1).scaleb(-policy.rounding.score_places)
    return Interval(low, max(low, high))


def claimed_band(score: Decimal, weight: Decimal, policy: Policy) -> Band | None:
    """The qualitative band that a stated score claims; ``None`` where it lies outside 0–weight or the weight is 0."""
    if weight <= 0 or not 0 <= score <= weight:
        return None
    bands = policy.qualitative.bands.items
    return next((band for band in bands if score >= earned(weight, band.low, policy)), bands[-1])
