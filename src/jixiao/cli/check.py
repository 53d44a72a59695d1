"""``jixiao check``: re-score, look for faults, say what could not be decided; of a file, or of a whole folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .asked import Asked, Bar, Level
from .choosing import Choice, choosing, how_of
from .commands import command
from .complaints import is_file, readable
from .options import FORMAT, LANG, ONE_PATH, PATHS, Among, language

if TYPE_CHECKING:
    from jixiao.desk import Papers

INCOMPLETE = 3
"""The exit code where something failed, so that the result is not complete."""

FEW = 8
"""So many files are checked at once in this process and told in full; more are spread over processes."""


@command("check")
@PATHS
@FORMAT
@choosing
@click.option(
    "--fail-on",
    type=Among(Bar),
    default=Bar.ERROR.value,
    show_default=True,
    help="达到此级别时退出码为 1。Exit 1 from this severity on.",
)
@click.option("--protocol", is_flag=True, help="列出每条规则查了什么、结果如何。What every rule came to.")
@click.option("--out", "-o", type=ONE_PATH, help="结果写到这个文件夹：底稿、批注、网页、JSON。Folder for all papers.")
@click.option("--annotate", is_flag=True, help="写出带批注的原件副本。Copies of the files with comments.")
@click.option("--html", is_flag=True, help="写出标注的网页。The marked page.")
@click.option("--xlsx", is_flag=True, help="写出工作底稿（Excel）。The working paper.")
@click.option(
    "--severity",
    type=Among(Level),
    default=Level.INFO.value,
    show_default=True,
    help="批注只写此级别以上的。Findings to send back as comments, from this severity on.",
)
@click.option("--jobs", "-j", type=click.IntRange(1, 256), help="同时用几个进程，默认全部处理器。Processes at once.")
@click.option(
    "--time-limit",
    type=click.FloatRange(1),
    default=120,
    show_default=True,
    help="一份文件最多几秒。Seconds for one file.",
)
@click.option(
    "--verbose", "-v", is_flag=True, help="提示、地址和归并的理由也列出。List notes, addresses and grounds, too."
)
@LANG
def check(paths: tuple[Path, ...], **options: Any) -> None:
    """Print the assessment; the exit code says whether anything reaches the bar."""
    choice = Choice(**{name: options.pop(name) for name in Choice.__dataclass_fields__})
    asked = Asked(choice, **options)
    with readable(asked.lang):
        _prove_out(asked.out)
        how = how_of(paths, choice, asked.lang)
        if asked.jobs is None and (asked.one_case or _few(paths)):
            from .check_few import check_few

            incomplete, worst = check_few(paths, how, papers(asked), asked)
        else:
            from .check_many import check_many

            incomplete, worst = check_many(paths, how, papers(asked), asked)
    if incomplete:
        raise click.exceptions.Exit(INCOMPLETE)
    if asked.fail_on is not Bar.NEVER and worst:
        from jixiao.model import Severity

        if Severity(worst).rank >= Severity(asked.fail_on.value).rank:
            raise click.exceptions.Exit(1)


def _prove_out(out: Path | None) -> None:
    """``MisuseError`` before a long check where its papers could not be written afterwards."""
    if out is None:
        return
    if out.exists() and not out.is_dir():
        raise is_file(out)
    there = next((path for path in (out, *out.absolute().parents) if path.exists()), out)
    if not os.access(there, os.W_OK):
        raise PermissionError(errno.EACCES, "", str(out))


def _few(paths: Sequence[Path]) -> bool:
    """Whether so little is given that one process does it before others have started."""
    if all(path.is_file() and path.suffix.lower() != ".zip" for path in paths):
        return len(paths) <= FEW
    from jixiao.desk import gather

    return len(gather(paths).sources) <= FEW


def papers(asked: Asked) -> Papers | None:
    """The papers asked for: all of them where only a folder is named, in a folder of the usual name without one."""
    from jixiao.desk import Papers

    kinds = [name for name in ("annotate", "html", "xlsx") if getattr(asked, name)]
    if not kinds and asked.out is None:
        return None
    lang = language(asked.lang)
    out = asked.out or Path("核查结果" if lang == "zh" else "checked")
    return Papers(out, tuple(kinds) or Papers.ALL, asked.severity.value, lang)
