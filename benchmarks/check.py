"""The whole check in one process against a bare unzip and XML parse of the same file, as ratios within one run.

Run: ``python benchmarks/check.py [file.docx] [repeats]``. Without a file the Yueyang example is published into a
temporary folder. The stages take turns, so that a slow moment of the machine hits all of them, and each works on what
the one before it has just made: nothing is remembered of a dossier that was never seen. "First" is the first file of
a fresh process (all caches cold), the rest are medians over the repeats.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from lxml import etree

from jixiao import audit
from jixiao.cli.demo_run import example
from jixiao.forms.binding import bound
from jixiao.model import Evaluation
from jixiao.model.store import load
from jixiao.policy import resolve
from jixiao.reading import read_document
from jixiao.recognition import recognise
from jixiao.scoring import appraise
from jixiao.writing import write_word

_T = TypeVar("_T")


def bare(path: Path) -> object:
    """The floor: unzip the main part and parse it."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def whole(path: Path) -> audit.Audit:
    """Read, recognise, choose the policy, appraise, run every rule."""
    return audit.check(recognise([read_document(path)]).dossier)


class Clock:
    """Seconds by stage, one list for each."""

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = {}

    def timed(self, stage: str, work: Callable[[], _T]) -> _T:
        """What the work gives; its time goes to the stage."""
        start = time.perf_counter()
        result = work()
        self.times.setdefault(stage, []).append(time.perf_counter() - start)
        return result


def turn(path: Path, clock: Clock) -> None:
    """Every stage once."""
    clock.timed("bare unzip + parse", lambda: bare(path))
    document = clock.timed("read", lambda: read_document(path))
    dossier = clock.timed("recognise", lambda: recognise([document])).dossier
    policy = clock.timed("choose the policy", lambda: resolve(unit=dossier.unit, year=dossier.year))
    clock.timed("appraise all", lambda: [appraise(evaluation, policy) for evaluation in dossier.every(Evaluation)])
    clock.timed("audit (all rules)", lambda: audit.check(dossier, policy))
    clock.timed("whole check", lambda: whole(path))


def main(path: Path, repeats: int) -> None:
    """Print one table of medians and ratios."""
    start = time.perf_counter()
    whole(path)
    first = time.perf_counter() - start
    turn(path, Clock())  # warm
    clock = Clock()
    for _ in range(repeats):
        turn(path, clock)
    medians = {stage: statistics.median(times) for stage, times in clock.times.items()}
    floor = medians["bare unzip + parse"]
    print(f"{path.name}: {sum(1 for _ in read_document(path).tables)} tables, {repeats} repeats")
    print(f"{'stage':24} {'median ms':>10} {'ratio':>7}")
    for name, median in medians.items():
        print(f"{name:24} {median * 1000:10.2f} {median / floor:7.2f}")
    print(f"{'whole check, first':24} {first * 1000:10.2f} {first / floor:7.2f}")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    repeats = int(arguments.pop()) if arguments and arguments[-1].isdecimal() else 20
    if arguments:
        main(Path(arguments[0]), repeats)
    else:
        with tempfile.TemporaryDirectory() as folder:
            published = Path(folder) / "published.docx"
            write_word(bound(load(example())), published)
            main(published, repeats)
