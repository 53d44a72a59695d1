"""Remember what was computed for one evaluation under one policy: many rules ask for the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from jixiao.model import Evaluation
from jixiao.policy import Policy

_T = TypeVar("_T")
_LIMIT = 256


def remembered(function: Callable[[Evaluation, Policy], _T]) -> Callable[[Evaluation, Policy], _T]:
    """The same function, computing once for the same two objects. By identity: hashing a whole evaluation costs more
    than scoring it.
    """
    cache: dict[tuple[int, int], tuple[Evaluation, Policy, _T]] = {}

    @wraps(function)
    def wrapper(evaluation: Evaluation, policy: Policy) -> _T:
        key = id(evaluation), id(policy)
        known = cache.get(key)
        if known is not None and known[0] is evaluation and known[1] is policy:
            return known[2]
        result = function(evaluation, policy)
        if len(cache) >= _LIMIT:
            cache.clear()
        cache[key] = evaluation, policy, result
        return result

    return wrapper
