"""Remember what was computed for one record: scores and checks ask for the same many times.

A pure function enters; the same function leaves, which computes once for the same frozen objects.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")


def remembered(limit: int = 256) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """The same function, computing once for the same objects and keeping up to ``limit`` results.

    For pure functions over frozen data. By identity: hashing a whole evaluation costs more than scoring it.
    """

    def decorate(function: Callable[_P, _T]) -> Callable[_P, _T]:
        # the objects are kept beside the result: as long as an entry lives, no other object can have their ids
        cache: dict[tuple[int, ...], tuple[tuple[Any, ...], _T]] = {}

        @wraps(function)
        def wrapper(*args: _P.args, **kwargs: _P.kwargs) -> _T:
            if kwargs:
                return function(*args, **kwargs)
            key = tuple(map(id, args))
            known = cache.get(key)
            if known is None:
                if len(cache) >= limit:
                    cache.clear()
                known = cache[key] = args, function(*args, **kwargs)
            return known[1]

        return wrapper

    return decorate
