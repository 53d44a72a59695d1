"""The whole check in one process against a bare unzip and XML parse of the same file, as ratios within one run.

Run: ``python benchmarks/check.py [file.docx] [repeats]``. Without a file the Yueyang example is published into a temporary folder. Each stage is
timed by itself; "first" is the first file of a fresh process (all caches cold), the rest are medians over the repeats.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from jixiao import audit
from jixiao.cli.demo import example
from jixiao.forms.binding import bound
from jixiao.model.store import load
from jixiao.policy import resolve
from jixiao.reading import read_document
from jixiao.recognition import recognise
from jixiao.scoring import appraise
from jixiao.writing import write_word


def bare(path: Path) -> object:
    """The floor: unzip the main part and parse it."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def whole(path: Path) -> audit.Audit:
    """Read, recognise, choose the policy, appraise, run every rule."""
    return audit.check(recognise([read_document(path)]).dossier)


def timed(work: Callable[[], object], repeats: int) -> float:
    """Median seconds over the repeats."""
    values = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        values.append(time.perf_counter() - start)
    return statistics.median(values)


def main(path: Path, repeats: int) -> None:
    """Print one table of medians and ratios."""
    start = time.perf_counter()
    whole(path)
    first = time.perf_counter() - start
    document = read_document(path)
    dossier = recognise([document]).dossier
    policy = resolve(unit=dossier.unit, year=dossier.year)
    stages: dict[str, Callable[[], object]] = {
        "bare unzip + parse": lambda: bare(path),
        "read": lambda: read_document(path),
        "recognise": lambda: recognise([document]),
        "appraise all": lambda: [appraise(e, policy) for e in dossier.evaluations],
        "audit (all rules)": lambda: audit.check(dossier, policy),
        "whole check": lambda: whole(path),
    }
    medians = {name: timed(work, repeats) for name, work in stages.items()}
    floor = medians["bare unzip + parse"]
    print(f"{path.name}: {sum(1 for _ in document.tables)} tables, {repeats} repeats")
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
