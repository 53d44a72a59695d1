"""Results are remembered by the objects they were computed from, and only so many of them."""

from __future__ import annotations

from jixiao.model.memo import remembered


def test_the_same_object_is_asked_once_and_an_equal_one_again() -> None:
    asked: list[list[int]] = []

    @remembered()
    def total(numbers: list[int]) -> int:
        asked.append(numbers)
        return sum(numbers)

    one, equal = [1, 2], [1, 2]
    assert total(one) == total(one) == 3
    assert len(asked) == 1
    assert total(equal) == 3
    assert asked[1] is equal


def test_several_arguments_count_together_and_named_ones_are_not_remembered() -> None:
    asked: list[str] = []

    @remembered()
    def joined(first: str, second: str) -> str:
        asked.append(first + second)
        return first + second

    assert [joined("a", "b"), joined("a", "c"), joined("a", "b")] == ["ab", "ac", "ab"]
    assert asked == ["ab", "ac"]
    assert joined("a", second="b") == "ab"
    assert asked == ["ab", "ac", "ab"]


def test_what_is_remembered_stays_bounded_and_is_kept_alive() -> None:
    asked: list[int] = []

    @remembered(limit=2)
    def size(items: tuple[object, ...]) -> int:
        asked.append(len(items))
        return len(items)

    # each tuple is dropped at once: were it not kept, a later one could take its identity and its answer
    assert [size((object(),) * length) for length in range(1, 40)] == list(range(1, 40))
    assert asked == list(range(1, 40))
