"""Every target and actual of the pair table: how it reads, and whether the one is met by the other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.model.value import Comparison
from jixiao.values import compare, direction, parse
from tests.values.pairs import ALL, Pair
from tests.values.reading import reading

_COMPARED = [pair for pair in ALL if pair.result is not None]


def _label(pair: Pair) -> str:
    return f"{pair.number}-{pair.target}-{pair.actual}"


def _result(outcome: Comparison) -> str:
    word = "over" if outcome.over else outcome.met.value
    return word if outcome.ratio is None else f"{word} {format(round(outcome.ratio, 4).normalize(), 'f')}"


def test_the_table_has_every_collected_pair() -> None:
    assert {pair.number for pair in ALL} >= set(range(1, 147))


@pytest.mark.parametrize("pair", ALL, ids=_label)
def test_target_reads(pair: Pair) -> None:
    value = parse(pair.target, unit=pair.unit, name=pair.name)
    assert reading(value) == pair.reading
    assert value.raw == pair.target


@pytest.mark.parametrize("pair", _COMPARED, ids=_label)
def test_actual_reads(pair: Pair) -> None:
    assert pair.actual is not None
    assert reading(parse(pair.actual, unit=pair.unit, name=pair.name)) == pair.actual_reading


@pytest.mark.parametrize("pair", _COMPARED, ids=_label)
def test_result(pair: Pair) -> None:
    assert pair.actual is not None
    assert pair.result is not None
    target = parse(pair.target, unit=pair.unit, name=pair.name)
    actual = parse(pair.actual, unit=pair.unit, name=pair.name)
    way, why = direction(target, level2=pair.level2, name=pair.name)
    outcome = compare(target, actual, direction=way, year=2024)
    word, _, ratio = pair.result.partition(" ")
    assert _result(outcome).split(" ")[0] == word, outcome.reason
    if ratio:
        assert outcome.ratio is not None
        assert round(outcome.ratio, 4) == Decimal(ratio)
    assert outcome.reason
    assert why
    assert outcome.direction is way
