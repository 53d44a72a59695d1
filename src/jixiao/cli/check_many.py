"""Many files checked in several processes, with progress on a terminal, and told as one overview."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from .complaints import MisuseError, unknown_rule
from .options import Format, language

if TYPE_CHECKING:
    from jixiao.desk import BatchOptions, Overview, Papers, Progress

    from .asked import Asked

_ROUNDS = {"looking": ("读取", "reading"), "judging": ("核查", "checking")}


def check_many(paths: Sequence[Path], how: BatchOptions, papers: Papers | None, asked: Asked) -> tuple[bool, str]:
    """Check, print and write; gives whether anything failed, and the gravest severity of a finding."""
    from jixiao.desk import Spawned, run_batch

    _known_rules(how)
    lang = language(asked.lang)
    jobs = asked.jobs or os.cpu_count() or 1
    written: list[Path] = []

    def use(overview: Overview) -> None:
        if asked.format is Format.JSON:
            _print_json(overview)
        if papers is not None:
            from jixiao.desk import write_overview_papers

            written.extend(write_overview_papers(overview, papers))

    try:
        with Spawned(jobs, asked.time_limit) as runner, _progress(lang) as tell:
            overview = run_batch(paths, how, runner=runner, papers=papers, tell=tell, use=use)
    except KeyboardInterrupt:
        again = "已做完的保留着，再运行同一命令从这里接着做。" if lang == "zh" else (
            "What is done was kept; the same command goes on from here."
        )  # fmt: skip
        click.echo(again, err=True)
        raise
    if not overview.cases and not overview.not_judged:
        names = "、".join(str(path) for path in paths)
        why = f"：{overview.not_read[0].why.text('zh')}" if overview.not_read else "：里面没有能读的自评表或报告"
        because = f": {overview.not_read[0].why.text('en')}" if overview.not_read else ": no form or report in it"
        raise MisuseError(f"读不了：{names}{why}", f"cannot read: {names}{because}")
    if asked.format is Format.TEXT:
        from .show_overview import show_overview

        again = ""
        if papers is None:
            from .next_steps import command_line

            folder = "核查结果" if lang == "zh" else "checked"
            again = command_line(["check", *map(str, paths), "--out", folder, *asked.choice.written()])
        show_overview(overview, lang, again=again)
    if papers is not None:
        from .show_writing import show_papers

        everything = [*(path for one in overview.cases for path in one.written), *written]
        show_papers(everything, papers, lang, quiet=asked.format is Format.JSON)
    return overview.incomplete, overview.worst


def _known_rules(how: BatchOptions) -> None:
    """A slip in a selector is told before anything is read."""
    from jixiao.audit import chosen
    from jixiao.desk import own_rules

    try:
        chosen(how.select, how.ignore, own_rules(how.rules))
    except KeyError as unknown:
        raise unknown_rule(str(unknown.args[0])) from None


def _print_json(overview: Overview) -> None:
    """The assessment as ever, its cases one at a time: a folder of thousands is never held at once."""
    from jixiao.desk import overview_json

    buffer = getattr(sys.stdout, "buffer", None)
    for piece in overview_json(overview):
        if buffer is None:
            sys.stdout.write(piece)
        else:
            buffer.write(piece.encode("utf-8"))


class _Tell(Protocol):
    def __call__(self, progress: Progress) -> None: ...


@contextmanager
def _progress(lang: str) -> Iterator[_Tell]:
    """A line that moves on a terminal; nothing anywhere else."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    name = TextColumn("{task.fields[name]}", style="dim")
    with Bars(*columns, name, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, object] = {}

        def tell(progress: Progress) -> None:
            word = _ROUNDS[progress.round][0 if lang == "zh" else 1]
            if progress.round not in tasks:
                tasks[progress.round] = bars.add_task(word, total=progress.total, name="")
            name = progress.name if len(progress.name) <= 40 else f"…{progress.name[-39:]}"
            bars.update(tasks[progress.round], completed=progress.done, name=name)  # type: ignore[arg-type]

        yield tell
