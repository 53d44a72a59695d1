"""Cold start: ``jixiao --version`` and ``jixiao rules SC101`` against a bare interpreter, as ratios within one run.

Run: ``python benchmarks/start.py [repeats]``.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "jixiao --version": [str(BIN / "jixiao"), "--version"],
    "jixiao --help": [str(BIN / "jixiao"), "--help"],
    "jixiao rules SC101": [str(BIN / "jixiao"), "rules", "SC101"],
}


def main(repeats: int = 15) -> None:
    """Interleave the commands, so that a slow moment of the machine hits all of them."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for turn in range(repeats + 1):
        for name, command in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            if turn:
                times[name].append(time.perf_counter() - start)
    floor = statistics.median(times["python -c pass"])
    print(f"{'command':24} {'median ms':>10} {'ratio':>7}")
    for name, values in times.items():
        median = statistics.median(values)
        print(f"{name:24} {median * 1000:10.1f} {median / floor:7.2f}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
