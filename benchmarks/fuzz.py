"""How the program stands broken and hostile files: it damages sound ones and checks each, for as long as it is told.

    python benchmarks/fuzz.py --seconds 3600 [--jobs 2] [--start 0] [--bombs 0.02] [folder ...]
    python benchmarks/fuzz.py --seed 4711 [--bombs 0.02] [folder ...]

Sound files are the examples as jixiao writes them (Word and Excel), a Word file of everything out of the ordinary, and
every .docx and .xlsx below the folders named.
Each damaged one goes through reading, recognition and the whole check to the JSON of its assessment, in a process of a
pool, which may take ten seconds and 500 MB for it. Printed at the end: how many were read and how many clearly refused;
every distinct crash, a rule that breaks down among them, with the numbers that bring it back (``--seed``); hangs; the
highest memory. Nothing is written anywhere but into a temporary folder. The exit code is 1 where anything crashed, hung
or took too much memory.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.mutations import mutated, settled  # noqa: E402
from tests.odd_file import odd_word_file  # noqa: E402

SECONDS_PER_FILE = 10
MEGABYTES = 500
TODAY = date(2026, 5, 20)
_ADDRESSES = 6 * 2**30
"""A worker may not ask for more: a bomb that goes off must not take the machine along."""


def sound_files(folders: list[Path], into: Path) -> list[tuple[str, bytes]]:
    """Names and bytes of the files to damage, in an order that is the same each time."""
    from jixiao.desk import open_case
    from jixiao.writing.excel import write_excel
    from jixiao.writing.word import write_word

    files = []
    for folder in sorted((ROOT / "examples").glob("*/dossier")):
        dossier = open_case([folder]).dossier
        for write, suffix in ((write_word, "docx"), (write_excel, "xlsx")):
            path = into / f"{folder.parent.name}.{suffix}"
            write(dossier, path)
            files.append((path.name, settled(path.read_bytes())))
    files.append(("odd.docx", settled(odd_word_file())))
    found = {path for folder in folders for suffix in ("docx", "xlsx") for path in folder.rglob(f"*.{suffix}")}
    return files + [(path.name, path.read_bytes()) for path in sorted(found)]


def damaged(files: list[tuple[str, bytes]], seed: int, bombs: float) -> tuple[str, bytes, str]:
    """Name and bytes of the file with that number, and what was done to it."""
    name, data = files[seed % len(files)]
    data, how = mutated(data, seed, bombs)
    return name, data, f"{name}: {', '.join(how)}"


# --- the worker: one file after the other ---


def check(path: Path) -> str:
    """Gives "read" or "refused"; whatever is raised is a crash, and so is a rule that breaks down."""
    from jixiao.desk import assess, assessment_json, open_case
    from jixiao.model import UnreadableError

    try:
        assessment = assess([open_case([path])], as_of=TODAY)
    except UnreadableError as error:
        for lang in ("zh", "en"):
            error.text(lang)
        return "refused"
    assessment_json(assessment)
    for case in assessment.cases:
        for fault in case.audit.faults:
            raise FaultError(f"{fault.code} {fault.error}\n{fault.traceback}")
    return "read"


class FaultError(Exception):
    """A rule that broke down; the text is its code, its error and its traceback."""


def worker() -> None:
    """Answer every path on the standard input with one line of JSON."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    for line in sys.stdin:
        _forget_peak()
        begun = time.perf_counter()
        try:
            answer: dict[str, Any] = {"outcome": check(Path(line.rstrip("\n")))}
        except BaseException as error:
            answer = {"outcome": "crash", "where": _where(error), "trace": traceback.format_exc(limit=-4)}
        answer |= {"seconds": time.perf_counter() - begun, "megabytes": _peak()}
        print(json.dumps(answer), flush=True)


def _where(error: BaseException) -> str:
    """What makes one crash the same as another: its kind and the last line of ours that it came through."""
    ours = [f for f in traceback.extract_tb(error.__traceback__) if "jixiao" in f.filename]
    last = f"{Path(ours[-1].filename).name}:{ours[-1].name}:{ours[-1].lineno}" if ours else ""
    said = str(error).partition("\n")[0] if isinstance(error, FaultError) or not last else last
    return f"{type(error).__name__} {said}"


def _forget_peak() -> None:
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> float:
    """The most memory since :func:`_forget_peak`, in megabytes; since the start where the system does not say."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Worker:
    """A process that checks files; it is started again when it dies or has to be ended."""

    def __init__(self) -> None:
        self._process = self._started()

    def _started(self) -> subprocess.Popen[str]:
        command = [sys.executable, str(Path(__file__)), "--worker"]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, path: Path, seconds: float) -> dict[str, Any]:
        """What became of the file; the outcome is "hang" where the time was over."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        timer = threading.Timer(seconds, self._process.kill)
        timer.start()
        try:
            self._process.stdin.write(f"{path}\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        in_time = timer.is_alive()
        timer.cancel()
        if line:
            answer: dict[str, Any] = json.loads(line)
            return answer
        code = self._process.wait()
        self._process = self._started()
        return {"outcome": "crash", "where": f"died with {code}", "trace": ""} if in_time else {"outcome": "hang"}

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()


# --- the driver ---


@dataclass
class Tally:
    """What came out so far."""

    outcomes: Counter[str] = field(default_factory=Counter)
    crashes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    traces: dict[str, str] = field(default_factory=dict)
    hangs: list[int] = field(default_factory=list)
    heavy: list[tuple[float, int]] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)
    peak: tuple[float, int] = (0.0, 0)

    def add(self, seed: int, answer: dict[str, Any]) -> None:
        """Count one file."""
        self.outcomes[answer["outcome"]] += 1
        if answer["outcome"] == "hang":
            self.hangs.append(seed)
            return
        if answer["outcome"] == "crash":
            self.crashes[answer["where"]].append(seed)
            self.traces.setdefault(answer["where"], answer["trace"])
        self.slowest = max(self.slowest, (answer.get("seconds", 0.0), seed))
        self.peak = max(self.peak, (answer.get("megabytes", 0.0), seed))
        if answer.get("megabytes", 0.0) > MEGABYTES:
            self.heavy.append((answer["megabytes"], seed))

    @property
    def clean(self) -> bool:
        """Nothing crashed, hung or was too heavy."""
        return not (self.crashes or self.hangs or self.heavy)

    def show(self, files: int) -> None:
        """Print all of it."""
        total = sum(self.outcomes.values())
        print(f"{total} damaged files of {files} sound ones: {self.outcomes['read']} read, ", end="")
        print(f"{self.outcomes['refused']} clear refusals, {self.outcomes['crash']} crashes, {len(self.hangs)} hangs")
        print(f"slowest {self.slowest[0]:.1f} s (--seed {self.slowest[1]}), ", end="")
        print(f"peak {self.peak[0]:.0f} MB (--seed {self.peak[1]})")
        for where, seeds in sorted(self.crashes.items(), key=lambda item: -len(item[1])):
            print(f"\n{len(seeds)} × {where}  {''.join(f' --seed {seed}' for seed in seeds[:5])}")
            print(self.traces[where].rstrip())
        if self.hangs:
            print(f"\nabove {SECONDS_PER_FILE} s: {self.hangs}")
        if self.heavy:
            print(f"\nabove {MEGABYTES} MB: {sorted(self.heavy, reverse=True)[:20]}")


def drive(files: list[tuple[str, bytes]], options: argparse.Namespace, folder: Path) -> Tally:
    """Damage and check files with several workers until the time is over."""
    tally, lock, until = Tally(), threading.Lock(), time.monotonic() + options.seconds
    seeds = iter(range(options.start, sys.maxsize))

    def work(number: int) -> None:
        process = Worker()
        while time.monotonic() < until:
            with lock:
                seed = next(seeds)
            name, data, _ = damaged(files, seed, options.bombs)
            path = folder / f"{number}-{name}"
            path.write_bytes(data)
            answer = process.ask(path, SECONDS_PER_FILE)
            if answer["outcome"] == "hang":  # once more: the machine may have been busy
                answer = process.ask(path, SECONDS_PER_FILE)
            with lock:
                tally.add(seed, answer)
        process.end()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(options.jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


def one(files: list[tuple[str, bytes]], seed: int, bombs: float, folder: Path) -> bool:
    """Check one damaged file here, with its whole traceback; false where it crashes."""
    name, data, how = damaged(files, seed, bombs)
    print(f"{seed}: {how}")
    path = folder / name
    path.write_bytes(data)
    begun = time.perf_counter()
    try:
        outcome = check(path)
    except Exception:
        traceback.print_exc()
        return False
    print(f"{outcome}, {time.perf_counter() - begun:.1f} s, {_peak():.0f} MB")
    return True


def main() -> int:
    """Read the command line and do it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--start", type=int, default=0, help="the number of the first damaged file")
    parser.add_argument("--bombs", type=float, default=0.02, help="the share of bombs")
    parser.add_argument("--seed", type=int, action="append", help="check only the file with this number, here")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("folders", type=Path, nargs="*")
    arguments = parser.parse_args()
    if arguments.worker:
        worker()
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = sound_files(arguments.folders, folder)
        if arguments.seed:
            crashed = [seed for seed in arguments.seed if not one(files, seed, arguments.bombs, folder)]
            return 1 if crashed else 0
        tally = drive(files, arguments, folder)
    tally.show(len(files))
    return 0 if tally.clean else 1


if __name__ == "__main__":
    sys.exit(main())
