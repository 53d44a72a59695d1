"""A folder of many files through the batch, in one process and in several, within one run.

Run: ``python benchmarks/batch.py [files] [jobs ...]``. Told are files a second, how busy the processors were (time of
all processes over wall time), the highest memory of the program and of one worker, and the gain over one process. The
folder is made from a unit's papers under other names, so that no file is a copy of another.
"""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.acceptance.folder import file_unit  # noqa: E402

NAME = "岳阳市第零小学"
DIGITS = "零一二三四五六七八九"


def main(files: int = 2000, *jobs: int) -> None:
    """Make the folder, then run it with each number of processes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "in"
        made = make(root, files)
        print(f"{made} files, {os.cpu_count()} processors")
        print(f"{'jobs':>5} {'s':>8} {'files/s':>8} {'busy':>6} {'MiB':>6} {'MiB of one':>11} {'gain':>6}")
        first = 0.0
        for count in jobs or (1, os.cpu_count() or 1):
            seconds, busy, own, one = measured(root, count)
            first = first or seconds
            print(
                f"{count:5} {seconds:8.1f} {made / seconds:8.1f} {busy:6.2f} {own:6.0f} {one:11.0f} "
                f"{first / seconds:6.2f}"
            )


def make(root: Path, files: int) -> int:
    """Units of four manners until there are so many files; gives how many."""
    templates = []
    for manner in range(4):
        here = root / "template"
        filed = file_unit(here, manner, NAME, 2024)
        templates.append([(path.relative_to(here), path.read_bytes()) for path in filed.files])
    for path in sorted((root / "template").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    (root / "template").rmdir()
    made = number = 0
    while made < files:
        name = "岳阳市第" + "".join(DIGITS[int(digit)] for digit in f"{number + 1:04}") + "小学"
        for place, data in templates[number % 4]:
            target = root / f"{number:04}" / str(place).replace(NAME, name).replace(NAME[3:], name[3:])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(renamed(data, name))
            made += 1
        number += 1
    return made


def renamed(data: bytes, name: str) -> bytes:
    """A Word or Excel file with another name in place of the template's."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for member in source.infolist():
            copy.writestr(member, source.read(member).replace(NAME.encode(), name.encode()))
    return target.getvalue()


def measured(root: Path, jobs: int) -> tuple[float, float, float, float]:
    """Seconds, processors in use, and MiB of the program and of its largest worker."""
    code = (
        "import resource, sys\nfrom datetime import date\nfrom pathlib import Path\nimport tempfile\n"
        "from jixiao.desk import BatchOptions, Spawned, run_batch\nfrom jixiao.desk.batch.state import State\n"
        "if __name__ == '__main__':\n"
        f"    with tempfile.TemporaryDirectory() as folder, Spawned({jobs}) as runner:\n"
        f"        found = run_batch([{str(root)!r}], BatchOptions(date(2026, 5, 20)), runner=runner,\n"
        "            state=State(Path(folder) / 'state'))\n"
        "    assert not found.not_judged and not found.not_read, (found.not_judged[:3], found.not_read[:3])\n"
        "    print(*(resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF,"
        " resource.RUSAGE_CHILDREN)))\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "go.py"
        script.write_text(code, encoding="utf-8")
        before = _spent()
        start = time.perf_counter()
        done = subprocess.run([sys.executable, script], check=True, capture_output=True, text=True)
        seconds = time.perf_counter() - start
    own, one = (float(word) for word in done.stdout.split())
    return seconds, (_spent() - before) / seconds, own, one


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
