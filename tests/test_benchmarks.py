"""The benchmarks run: their figures are for people, but a benchmark that no longer starts measures nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from .shared import ROOT


@pytest.mark.parametrize(
    ("name", "repeats"),
    [
        ("check.py", ["2"]),
        ("many.py", ["1"]),
        ("read.py", []),
        ("read_excel.py", []),
        ("start.py", ["1"]),
        ("batch.py", ["12", "1", "2"]),
    ],
)
def test_a_benchmark_prints_its_ratios(name: str, repeats: list[str]) -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / name), *repeats]
    result = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, timeout=120)
    assert result.returncode == 0, result.stderr
    assert "1.00" in result.stdout
