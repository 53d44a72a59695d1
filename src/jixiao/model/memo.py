"""Remember what was computed for one record: scores and checks ask for the same many times.

A pure function enters; the same function leaves. Inside ``with memory():`` it computes once for the same frozen
objects; outside it simply computes. What was remembered belongs to the run that opened the memory and ends with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")

# the objects are kept beside the result: as long as an entry lives, no other object can have their ids
_Memory = dict[tuple[Any, ...], tuple[tuple[Any, ...], Any]]
_MEMORY: ContextVar[_Memory | None] = ContextVar("memory", default=None)


@contextmanager
def memory() -> Iterator[None]:
    """One run: what remembered functions compute inside is kept until its end. A run inside a run shares its memory.

    Every thread and every task has its own; a context that is copied into another one is shared with it.
    """
    if _MEMORY.get() is not None:
        yield
        return
    token = _MEMORY.set({})
    try:
        yield
    finally:
        _MEMORY.reset(token)


def remembered(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """The same function, computing once for the same objects within a run.

    For pure functions over frozen data, called with positions only: a call with named arguments computes anew. By
    identity: hashing a whole evaluation costs more than scoring it.
    """

    @wraps(function)
    def wrapper(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        known = _MEMORY.get()
        if known is None or kwargs:
            return function(*args, **kwargs)
        key = (function, *map(id, args))
        entry = known.get(key)
        if entry is None:
            entry = known[key] = args, function(*args, **kwargs)
        result: _T = entry[1]
        return result

    return wrapper
