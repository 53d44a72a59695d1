"""How the check grows with the number of tables: 24 against 240 in one run, as a ratio.

Run: ``python benchmarks/many.py [repeats]``. The dossier is the Yueyang example with its project tables multiplied
under names of their own: once with the same rows, so that every table is a copy of another, and once with rows that
have names of their own too. Ten times the tables may cost ten times the time: what compares every table with every
other costs a hundred times. The sizes take turns, so that a slow moment of the machine hits both.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time

from jixiao import audit
from jixiao.cli.demo_run import example
from jixiao.forms.binding import bound
from jixiao.model import Dossier, Evaluation, Indicator
from jixiao.model.store import load
from jixiao.policy import Policy, resolve

SIZES = (24, 240)


def multiplied(dossier: Dossier, tables: int, *, rows: bool = True) -> Dossier:
    """The dossier with so many tables: the overall one, and the projects' over and over under further names."""
    projects = [e for e in dossier.every(Evaluation) if e.scope == "project"]
    others = [record for record in dossier.records if record not in projects]
    tables -= sum(isinstance(record, Evaluation) for record in others)
    many = [renamed(projects[n % len(projects)], n, rows=rows) for n in range(tables)]
    return dossier.model_copy(update={"records": (*many, *others)})


def renamed(evaluation: Evaluation, number: int, *, rows: bool) -> Evaluation:
    """A table of another project: its name is its own, and with ``rows`` the names of its rows too."""
    if not number:
        return evaluation
    changes: dict[str, object] = {"id": f"{evaluation.id}-{number}", "name": f"第{number}片区{evaluation.name}"}
    if rows:
        changes["indicators"] = tuple(other(row, number) for row in evaluation.indicators)
    return evaluation.model_copy(update=changes)


def other(row: Indicator, number: int) -> Indicator:
    """A row of another table."""
    return row.model_copy(update={"name": f"第{number}片区{row.name}" if row.name else row.name})


def seconds(dossier: Dossier, policy: Policy) -> float:
    """One check, in seconds of this process."""
    gc.collect()
    begun = time.process_time()
    audit.check(dossier, policy)
    return time.process_time() - begun


def main(repeats: int = 5) -> None:
    """Print for either kind one table of medians, and the time of each size over that of the smallest."""
    whole = bound(load(example()))
    policy = resolve(unit=whole.unit, year=whole.year)
    for title, rows in (("copies of one another", False), ("rows with names of their own", True)):
        dossiers = {size: multiplied(whole, size, rows=rows) for size in SIZES}
        times: dict[int, list[float]] = {size: [] for size in SIZES}
        for turn in range(repeats + 1):
            for size, dossier in dossiers.items():
                taken = seconds(dossier, policy)
                if turn:  # the first turn loads the rules
                    times[size].append(taken)
        floor = statistics.median(times[SIZES[0]])
        print(f"{title}\n{'tables':>8} {'median ms':>10} {'ratio':>7}")
        for size, values in times.items():
            median = statistics.median(values)
            print(f"{size:8} {median * 1000:10.1f} {median / floor:7.2f}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
