"""Results are remembered for a run, by the objects they were computed from, and gone with it."""

from __future__ import annotations

import gc
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

import pytest

from jixiao.model.memo import memory, remembered


class Thing:
    """Something with an identity that can be watched."""

    def __init__(self, size: int) -> None:
        self.size = size


def test_the_same_object_is_asked_once_and_an_equal_one_again() -> None:
    asked: list[list[int]] = []

    @remembered
    def total(numbers: list[int]) -> int:
        asked.append(numbers)
        return sum(numbers)

    one, equal = [1, 2], [1, 2]
    with memory():
        assert total(one) == total(one) == 3
        assert len(asked) == 1
        assert total(equal) == 3
    assert asked[1] is equal


def test_outside_a_run_a_function_simply_computes() -> None:
    asked: list[int] = []

    @remembered
    def size(thing: Thing) -> int:
        asked.append(thing.size)
        return thing.size

    thing = Thing(3)
    assert [size(thing), size(thing)] == [3, 3]
    assert asked == [3, 3]
    with memory():
        size(thing)
    size(thing)
    assert asked == [3, 3, 3, 3]


def test_several_arguments_count_together_and_named_ones_are_not_remembered() -> None:
    asked: list[str] = []

    @remembered
    def joined(first: str, second: str) -> str:
        asked.append(first + second)
        return first + second

    with memory():
        assert [joined("a", "b"), joined("a", "c"), joined("a", "b")] == ["ab", "ac", "ab"]
        assert asked == ["ab", "ac"]
        assert joined("a", second="b") == "ab"
        assert asked == ["ab", "ac", "ab"]


def test_two_functions_do_not_answer_for_each_other() -> None:
    double, half = remembered(lambda n: n * 2), remembered(lambda n: n / 2)
    number = 1000
    with memory():
        assert [double(number), half(number), double(number)] == [2000, 500, 2000]


def test_what_is_remembered_keeps_its_object_alive() -> None:
    size = remembered(lambda items: len(items))
    with memory():
        # each tuple is dropped at once: were it not kept, a later one could take its identity and its answer
        assert [size((object(),) * length) for length in range(1, 40)] == list(range(1, 40))


def test_a_run_inside_a_run_shares_its_memory() -> None:
    asked: list[int] = []

    @remembered
    def size(thing: Thing) -> int:
        asked.append(thing.size)
        return thing.size

    thing = Thing(1)
    with memory():
        with memory():
            size(thing)
        size(thing)
    assert asked == [1]


def test_nothing_is_kept_after_a_run_not_even_after_an_error() -> None:
    @remembered
    def itself(thing: Thing) -> Thing:
        return thing

    watched = []
    for number in range(1000):
        with memory():
            thing = Thing(number)
            watched.append(weakref.ref(itself(thing)))

    def broken() -> None:
        with memory():
            watched.append(weakref.ref(itself(Thing(-1))))
            raise LookupError

    with pytest.raises(LookupError):
        broken()
    del thing
    gc.collect()
    assert not [ref for ref in watched if ref() is not None]


def test_threads_have_memories_of_their_own_unless_they_are_given_one() -> None:
    asked: list[str] = []

    @remembered
    def size(thing: Thing) -> int:
        asked.append(threading.current_thread().name)
        return thing.size

    thing = Thing(7)
    with memory():
        size(thing)
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(size, thing).result() == 7
            assert pool.submit(copy_context().run, size, thing).result() == 7
    assert len(asked) == 2


def test_runs_side_by_side_do_not_disturb_each_other() -> None:
    @remembered
    def size(thing: Thing) -> int:
        return thing.size

    def run(number: int) -> list[int]:
        with memory():
            things = [Thing(number * 100 + n) for n in range(50)]
            return [size(thing) for thing in things * 2]

    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(run, range(20)))
    assert results == [[number * 100 + n for n in range(50)] * 2 for number in range(20)]
