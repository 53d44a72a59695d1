"""Cold start: the command line, up to the check of a whole dossier, against a bare interpreter, within one run.

Run: ``python benchmarks/start.py [repeats]``. The first turn does not count: it writes the byte code that an installed
program has, also where the environment tells Python not to.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "consistent" / "dossier"
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "jixiao --version": [str(BIN / "jixiao"), "--version"],
    "jixiao --help": [str(BIN / "jixiao"), "--help"],
    "jixiao rules SC101": [str(BIN / "jixiao"), "rules", "SC101"],
    "jixiao check (dossier)": [str(BIN / "jixiao"), "check", str(EXAMPLE)],
}


def main(repeats: int = 15) -> None:
    """Interleave the commands, so that a slow moment of the machine hits all of them."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for turn in range(repeats + 1):
        for name, command in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
            if turn:
                times[name].append(time.perf_counter() - start)
    floor = statistics.median(times["python -c pass"])
    print(f"{'command':24} {'median ms':>10} {'ratio':>7}")
    for name, values in times.items():
        median = statistics.median(values)
        print(f"{name:24} {median * 1000:10.1f} {median / floor:7.2f}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
