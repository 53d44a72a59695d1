"""What is known of the columns of the forms before a table is opened: how their cells look, which may be missing.

Data only; :mod:`..tables.align` and :mod:`..tables.short` reason with it. Points are weights of a search.
"""

from __future__ import annotations

from dataclasses import replace

from ..tables.align import Manner

_SCORED = (0, 0, 3, 0, -8, -8, -8, -8, -8, -6, -7, -8, 2)
_AMOUNT = (0, 1, 3, -5, -8, -8, -8, -8, -8, -1, -6, -8, -5)
_COUNT = (0, 1, 3, -3, -8, -8, -8, -8, -8, 1, -6, -8, -5)
_RATE = (0, 1, 1, 5, -8, -8, -8, -8, -8, -4, -6, -8, -4)

#            blank dash num  % sign unit lv1 lv2 lv? measure short long points
_SUITS: dict[str, tuple[int, ...]] = {
    "side":   (2, -4, -8, -8, -8, -8, -2, -8, -4, -8, -3, -6, -8),
    "number": (0, 0, 3, -8, -8, -8, -8, -8, -8, -4, -4, -8, -8),
    "level1": (0, -2, -8, -8, -8, -6, 6, -2, 4, -6, -1, -5, -8),
    "level2": (0, -1, -8, -8, -8, -6, -1, 6, 4, -6, -1, -5, -8),
    "name":   (-1, -1, -6, -6, -8, -5, -5, -3, -1, -2, 2, 2, -4),
    "target": (0, 0, 1, 2, -1, -2, -8, -6, -3, 2, 1, 1, 0),
    "actual": (0, 0, 1, 2, -3, -2, -8, -6, -3, 2, 1, 1, 0),
    "sign":   (0, 0, -6, -8, 5, -4, -8, -8, -8, -6, -5, -8, -8),
    "unit":   (0, 0, -6, -8, -6, 4, -8, -8, -8, -5, -1, -8, -6),
    "explanation": (1, 1, -4, -4, -6, -6, -8, -8, -5, -1, 1, 2, -5),
    "unknown":     (0, 0, -1, -1, -1, -1, -6, -6, -4, 0, 0, 0, -1),
    "spacer":      (1, -3, -6, -6, -6, -6, -8, -8, -8, -6, -6, -6, -6),
    "label":       (-1, -3, -8, -8, -8, -8, -2, -2, -2, -5, 4, 0, -8),
    "text":        (0, 0, 0, 0, -2, -2, -1, -1, -1, 1, 2, 4, 0),
    **dict.fromkeys(("weight", "score", "audit_score", "level1_points", "level2_points"), _SCORED),
    **dict.fromkeys(("initial_budget", "revised_budget", "budget_adjustment", "outturn"), _AMOUNT),
    **dict.fromkeys(("prior_outturn", "budget"), _AMOUNT),
    **dict.fromkeys(("establishment", "in_post", "approved_scale", "actual_scale"), _COUNT),
    **dict.fromkeys(("budget_investment", "actual_investment"), _COUNT),
    **dict.fromkeys(("execution_rate", "control_rate", "scale_control_rate", "investment_control_rate"), _RATE),
}  # fmt: skip
"""Points from -8 (never) to 6 (surely) for each column key, by :class:`Shape`."""

INDICATORS = Manner(
    suits=_SUITS,
    needed={"name": -12, "label": -12},
    habits={
        "side": {"empty": 4, "few": -2, "own": -10, "own words": -10},
        "level1": {"empty": -6, "few": 6, "own": -6, "own words": -6},
        "level2": {"empty": -6, "few": 6, "own": -4, "own words": -4},
        "name": {"empty": -10, "few": -6, "own": 0, "own words": 8},
    },
    begin={
        "side": 0, "number": -4, "level1": -1, "level1_points": -7, "level2": -8, "level2_points": -7, "name": -9,
        "target": -6, "sign": -6, "actual": -6, "weight": -5, "score": -5, "audit_score": -5, "explanation": -2,
        "spacer": 0,
    },
    go_on={
        "side": 0, "level1": 0, "level1_points": 0, "level2": 0, "level2_points": 0, "name": -5, "target": -1,
        "sign": -1, "unit": -1, "actual": -5, "weight": -4, "score": -4, "explanation": -1, "spacer": 0,
    },
    end={"level1_points": -7, "level2_points": -7, "target": -8, "sign": -8},
    outer="level1",
    inner="level2",
)  # fmt: skip
"""Levels are merged downward, a second level no further than its first; a name is only missing together with its
target; a reason may be missing at the end.
"""
MONEY = replace(
    INDICATORS,
    habits={},
    begin={
        **INDICATORS.begin, "label": -12, "initial_budget": -7, "revised_budget": -7, "outturn": -7, "weight": -2,
        "score": -3, "execution_rate": -3,
    },
    go_on={"side": -3, "label": -12, "weight": -1, "score": -1, "execution_rate": -1, "unknown": -1, "spacer": 0},
    end={},
)  # fmt: skip
"""Points, rate and score may be merged over all sources; amounts are in every row."""
BASE = replace(MONEY, needed={"label": -12})
"""The base data: figures behind a label."""
