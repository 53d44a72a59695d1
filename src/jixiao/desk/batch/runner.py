"""How work is spread: one function and many items enter, results leave as they are done. A second way of spreading is a
second class; nothing else knows which one it is.

The work is a function of a module and its items are plain data, so that both can be sent to another process.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from typing import Any, Literal, Protocol, Self, TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")
_AHEAD = 4
"""Items handed out ahead, for each process: enough that none waits, few enough that an interruption is quick."""


@dataclass(frozen=True, slots=True)
class Failed:
    """An item that gave no result: it took longer than its ``time``, its process ``died``, or the work ``raised``."""

    why: Literal["time", "died", "raised"]
    detail: str = ""


class Runner(Protocol):
    """What spreads work. Results come in the order in which they are done, each with the place of its item."""

    def map(self, work: Callable[[_T], _R], items: Sequence[_T]) -> Iterator[tuple[int, _R | Failed]]:
        """Do the work for every item. What goes wrong with one is told and stops no other."""


@dataclass(frozen=True, slots=True)
class InProcess:
    """One after another, here. No limit of time: nobody could stop the work."""

    def map(self, work: Callable[[_T], _R], items: Sequence[_T]) -> Iterator[tuple[int, _R | Failed]]:
        """Do the work for every item in order."""
        for number, item in enumerate(items):
            try:
                result: _R | Failed = work(item)
            except Exception as error:  # whatever it is, the other files are not at fault
                result = Failed("raised", f"{type(error).__name__}: {error}")
            yield number, result


class Spawned:
    """In processes of their own, ``jobs`` at a time, each item for ``seconds`` at most: what hangs is ended, what dies
    is replaced. The processes stay for the next round, until the runner is left (``with``).
    """

    def __init__(self, jobs: int, seconds: float = 120) -> None:
        self.jobs, self.seconds = jobs, seconds
        self._pool: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, place: object) -> None:
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
            self._pool = None

    def map(self, work: Callable[[_T], _R], items: Sequence[_T]) -> Iterator[tuple[int, _R | Failed]]:
        """Do the work for every item."""
        under_way: dict[Future[Any], int] = {}
        left = iter(enumerate(items))
        while True:
            while len(under_way) < self.jobs * _AHEAD and (next_one := next(left, None)) is not None:
                number, item = next_one
                under_way[self._started().schedule(work, args=(item,), timeout=self.seconds)] = number
            if not under_way:
                return
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                yield under_way.pop(future), _result(future)

    def _started(self) -> Any:
        if self._pool is None:
            from pebble import ProcessPool

            # spawned, not forked: the same on every system, and free of what this process has open
            self._pool = ProcessPool(max_workers=self.jobs, context=multiprocessing.get_context("spawn"))
        return self._pool


def _result(future: Future[Any]) -> Any:
    from pebble import ProcessExpired

    try:
        return future.result()
    except TimeoutError:
        return Failed("time")
    except ProcessExpired as error:
        return Failed("died", str(error.exitcode))
    except Exception as error:  # whatever it is, the other files are not at fault
        return Failed("raised", f"{type(error).__name__}: {error}")
