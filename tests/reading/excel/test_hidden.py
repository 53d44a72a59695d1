"""Hidden rows and columns as ranges, against the plain set of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jixiao.reading.excel.hidden import Hidden, runs

_RANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6)


@given(_RANGES, st.integers(0, 40))
def test_ranges_are_the_set_of_their_numbers(ranges: list[tuple[int, int]], number: int) -> None:
    plain = {n for first, last in ranges for n in range(first, last + 1)}
    hidden = Hidden(ranges)
    assert bool(hidden) == bool(plain)
    assert (number in hidden) == (number in plain)
    assert hidden.below(number) == sum(n < number for n in plain)
    assert hidden.next_seen(number) == next(n for n in range(number, 99) if n not in plain)


def test_runs() -> None:
    assert runs([(1, 1), (2, 2), (4, 6), (5, 5), (9, 8)]) == [(1, 2), (4, 6)]
