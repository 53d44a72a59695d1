"""The guides are written by hand; what the program prints in them is not. A guide enters, the same leaves with every
output as it is today.

A comment before a block of text says what is run and what of it is shown::

    <!-- run: jixiao check 报告.docx | 6 | "共 " 1 -->

The first 6 lines, then 1 line from the first that holds 共; all of it where nothing is said. Commands of one guide run
one after another in a folder that holds 报告.docx, the example of this repository, and 材料, a folder with it, with the
other example, and with a file that is cut off.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from functools import cache
from pathlib import Path
from unittest import mock

from jixiao.cli.start import main

from . import ROOT

GUIDES = ("guide-clerk.zh.md", "guide-reviewer.zh.md", "guide-auditor.zh.md")
REPORT = "报告.docx"

_SHOWN = re.compile(r"<!-- run: jixiao (?P<line>.+?) -->\n```text\n.*?```\n", re.DOTALL)
_PART = re.compile(r'(?:"(?P<start>.+)" )?(?P<count>\d+)')
_ELSEWHERE = "……"


@cache
def refreshed(text: str) -> str:
    """A guide with its outputs as they are printed now. ``LookupError`` where a line to be shown is not printed."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        _lay_out(here)
        return _SHOWN.sub(lambda match: _block(match, here), text)


def _lay_out(folder: Path) -> None:
    """The files that the guides speak of."""
    for example, path in (("yueyang-2024", REPORT), ("consistent", "材料/图书馆/自评报告.docx")):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        _print(folder, ["write", str(ROOT / "examples" / example / "dossier"), "--kind", "word", "--out", "written"])
        next((folder / "written").glob("*.docx")).rename(target)
    report = (folder / REPORT).read_bytes()
    (folder / "材料" / "执法大队.docx").write_bytes(report)
    (folder / "材料" / "传坏的.docx").write_bytes(report[: len(report) // 2])


def _block(match: re.Match[str], folder: Path) -> str:
    command, *parts = match["line"].split(" | ")
    printed = _print(folder, shlex.split(command))
    shown = "\n".join(_chosen(printed, parts))
    return f"<!-- run: jixiao {match['line']} -->\n```text\n$ jixiao {command}\n{shown}\n```\n"


def _print(folder: Path, arguments: list[str]) -> list[str]:
    """What a command prints, without blanks at the ends of lines. It is run in this process: a dozen of processes would
    take longer than all the other pages.
    """
    printed = io.BytesIO()
    screen = io.TextIOWrapper(printed, encoding="utf-8", write_through=True)
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(screen),
        contextlib.redirect_stderr(screen),
        mock.patch.dict(os.environ, {"COLUMNS": "80"}),
        mock.patch.object(sys, "argv", ["jixiao", *arguments]),
        contextlib.suppress(SystemExit),
    ):
        main()
    return [line.rstrip() for line in printed.getvalue().decode("utf-8").strip("\n").splitlines()]


def _chosen(lines: list[str], parts: list[str]) -> list[str]:
    """The parts of an output that are shown, with a sign where lines are left out."""
    if not parts:
        return lines
    shown: list[str] = []
    done = 0
    for part in parts:
        match = _PART.fullmatch(part)
        if match is None:
            raise ValueError(f"not a part of an output: {part}")
        first = _find(lines, match["start"]) if match["start"] else 0
        if first > done:
            shown.append(_ELSEWHERE)
        done = first + int(match["count"])
        shown += lines[first:done]
    return [*shown, _ELSEWHERE] if done < len(lines) else shown


def _find(lines: list[str], text: str) -> int:
    found = next((number for number, line in enumerate(lines) if text in line), None)
    if found is None:
        raise LookupError(f"no line of the output holds {text!r}")
    return found
