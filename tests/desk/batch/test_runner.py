"""Work spread: every item gives a result or says why not, whatever another one does."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.desk.batch.runner import Failed, InProcess, Runner, Spawned
from tests.desk.batch.work import double, odd_work, process


@pytest.fixture(scope="module")
def spawned():
    with Spawned(2, seconds=8) as runner:
        yield runner


def test_both_runners_give_the_same(spawned: Runner) -> None:
    items = list(range(20))
    assert sorted(InProcess().map(double, items)) == sorted(spawned.map(double, items)) == [(n, 2 * n) for n in items]
    assert list(spawned.map(double, [])) == []


def test_what_goes_wrong_with_one_is_told_and_stops_no_other(spawned: Runner) -> None:
    results = dict(spawned.map(odd_work, [0, 1, 2, 3, 4, 5]))
    assert [results[n] for n in (0, 4, 5)] == [0, 8, 10]
    assert results[1] == Failed("raised", "ValueError: one")
    assert isinstance(results[2], Failed)
    assert results[2].why == "died"
    assert results[3] == Failed("time")
    assert dict(InProcess().map(odd_work, [0, 1])) == {0: 0, 1: Failed("raised", "ValueError: one")}


def test_two_processes_work(spawned: Runner, tmp_path: Path) -> None:
    pids = {result for _, result in spawned.map(process, [str(tmp_path)] * 6)}
    assert len(pids) == 2
