"""What to do next, with the very names that were given: the last lines of a check."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len

from jixiao.model import store

from .console import console, print_block
from .text import Text

if TYPE_CHECKING:
    from jixiao.desk import Assessment

    from .asked import Asked


def show_next_steps(assessment: Assessment, paths: Sequence[Path], asked: Asked, lang: str) -> None:
    """The two or three commands that most people want now; none where there is nothing to mend."""
    steps = _steps(assessment, paths, asked, lang == "zh")
    if not steps:
        return
    out = console()
    out.print(Text("\n接下来：" if lang == "zh" else "\nNext:", "bold"))
    longest = max(cell_len(command) for command, _ in steps)
    beside = all(longest + cell_len(what) + 5 <= out.width for _, what in steps)
    for command, what in steps:
        line = Text(f"  {command}")
        if beside:
            blanks = " " * (longest - cell_len(command) + 3)
            out.print(line.append(f"{blanks}{what}", "dim"), as_is=True)
        else:
            out.print(line, as_is=True)
            print_block(out, Text(what, "dim"), 6)


def _steps(assessment: Assessment, paths: Sequence[Path], asked: Asked, zh: bool) -> list[tuple[str, str]]:
    first = next((one.case for one in assessment.cases if one.audit.findings), None)
    if first is None:
        return []
    given = [str(path) for path in paths]
    if len(assessment.cases) > 1:  # numbers are those of one case
        own = [path for file in first.files for path in file.paths[:1]]
        given = own if own and all(Path(path).exists() for path in own) else given
    chosen = asked.choice.written()
    steps = [
        (
            ["explain", *given, "1", *chosen],
            "看第 1 条的事实、算法和依据" if zh else "facts, computation and basis of finding 1",
        )
    ]
    has_files = any(not store.is_dossier(path) for path in paths)
    if has_files and not (asked.annotate or asked.out):
        steps.append(
            (["check", *given, "--annotate", *chosen], "把问题批注到原件的副本上" if zh else "as comments in a copy")
        )
    elif not has_files and not (asked.html or asked.out):
        steps.append((["check", *given, "--html", *chosen], "标注的网页" if zh else "as a marked page"))
    steps.append(
        (
            ["write", *given, "--correct", *asked.choice.written_for_writing()],
            "改正能由其他数推出的数" if zh else "correct what follows from other figures",
        )
    )
    return [(command_line(words), what) for words, what in steps]


def command_line(words: Sequence[str]) -> str:
    """As it is typed into a shell."""
    if os.name == "nt":
        from subprocess import list2cmdline

        return f"jixiao {list2cmdline(words)}"
    return f"jixiao {' '.join(map(_quoted, words))}"


def _quoted(word: str) -> str:
    """In quotes only where a shell needs them: Chinese is no reason."""
    import shlex

    plain = "".join("a" if sign > "\u2e80" and sign.isalnum() else sign for sign in word)
    return word if shlex.quote(plain) == plain else shlex.quote(word)
