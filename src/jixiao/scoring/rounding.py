"""How a policy rounds, in words."""

from __future__ import annotations

from functools import lru_cache

from jixiao.model import Message
from jixiao.policy import Policy

from . import messages as say

_MODES = {"half_up": say.HALF_UP, "half_even": say.HALF_EVEN, "down": say.CUT}


@lru_cache(maxsize=64)
def to_score_places(policy: Policy) -> Message:
    """How a score is rounded: 四舍五入到2位小数."""
    return say.TO_PLACES(mode=_MODES[policy.rounding.mode], places=policy.rounding.score_places)


@lru_cache(maxsize=64)
def to_rate_places(policy: Policy) -> Message:
    """How a rate in percent is rounded."""
    return say.PERCENT_TO_PLACES(mode=_MODES[policy.rounding.mode], places=policy.rounding.rate_places)
