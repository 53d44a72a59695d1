"""``jixiao check``: re-score, look for faults, say what could not be decided; of a file, or of a whole folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .commands import command
from .complaints import readable
from .options import CONFIG, FORMAT, LANG, ONE_PATH, PATHS, POLICY, Among, Format, Lang, language, selectors

if TYPE_CHECKING:
    from jixiao.audit import Waiver
    from jixiao.desk import Assessment, BatchOptions, Config, Papers
    from jixiao.model import Case

INCOMPLETE = 3
"""The exit code where something failed, so that the result is not complete."""

FEW = 8
"""So many files are checked at once in this process and told in full; more are spread over processes."""


class Bar(StrEnum):
    """From which severity on findings make the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class Level(StrEnum):
    """From which severity on findings are sent back as comments."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Asked:
    """The options of a call, as they were written."""

    format: Format
    policy: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: Bar
    waivers: Path | None
    protocol: bool
    as_of: datetime | None
    out: Path | None
    annotate: bool
    html: bool
    xlsx: bool
    severity: Level
    jobs: int | None
    time_limit: float
    one_case: bool
    config: Path | None
    verbose: bool
    lang: Lang | None


@command("check")
@PATHS
@FORMAT
@POLICY
@click.option("--select", multiple=True, help="只用这些规则（编号、前缀或名称，可用逗号连写）。Rules to use.")
@click.option("--ignore", multiple=True, help="不用这些规则。Rules to leave out.")
@click.option(
    "--fail-on",
    type=Among(Bar),
    default=Bar.ERROR.value,
    show_default=True,
    help="达到此级别时退出码为 1。Exit 1 from this severity on.",
)
@click.option(
    "--waivers",
    type=ONE_PATH,
    help="豁免清单（YAML：code、at、reason、until、approver）。Accepted findings with reason and expiry.",
)
@click.option("--protocol", is_flag=True, help="列出每条规则查了什么、结果如何。What every rule came to.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="以哪一天为准，默认今天。The day that counts; today by default.",
)
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
@click.option("--one-case", is_flag=True, help="给出的全部算一份材料，不按单位和年度分。All of it is one filing.")
@CONFIG
@click.option("--verbose", "-v", is_flag=True, help="提示和地址也列出。List notes and addresses, too.")
@LANG
def check(paths: tuple[Path, ...], **options: Any) -> None:
    """Print the assessment; the exit code says whether anything reaches the bar."""
    asked = Asked(**options)
    with readable(asked.lang):
        how = _how(paths, asked)
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


def _few(paths: Sequence[Path]) -> bool:
    """Whether so little is given that one process does it before others have started."""
    if all(path.is_file() and path.suffix.lower() != ".zip" for path in paths):
        return len(paths) <= FEW
    from jixiao.desk import gather

    return len(gather(paths).sources) <= FEW


def _how(paths: Sequence[Path], asked: Asked) -> BatchOptions:
    """What is asked for on the command line, and what the office has set where the line says nothing."""
    from jixiao.desk import BatchOptions

    office = settings(asked.config, paths, asked.lang)
    return BatchOptions(
        asked.as_of.date() if asked.as_of else date.today(),  # noqa: DTZ011 - the office's own day, read here alone
        asked.policy or office.policy,
        selectors(asked.select) or office.select,
        selectors(asked.ignore) or office.ignore,
        (*office.waivers, *_accepted(asked.waivers)),
        office.units,
        office.rules,
    )


def settings(config: Path | None, paths: Sequence[Path], lang: Lang | None) -> Config:
    """The office's settings: those of the file that was named, or of the nearest one. Rules of one's own run with the
    program: only a file that was named by hand may bring them.
    """
    from jixiao.desk import find_config, read_config

    if config is not None:
        return read_config(config)
    found = find_config(paths)
    if not found.rules:
        return found
    from dataclasses import replace

    zh = f"{found.file} 里的自写规则没有运行；信得过就加 --config {found.file}"
    en = f"the rules of its own in {found.file} were not run; if you trust them add --config {found.file}"
    click.echo(zh if language(lang) == "zh" else en, err=True)
    return replace(found, rules=())


def papers(asked: Asked) -> Papers | None:
    """The papers asked for: all of them where only a folder is named, in a folder of the usual name without one."""
    from jixiao.desk import Papers

    kinds = [name for name in ("annotate", "html", "xlsx") if getattr(asked, name)]
    if not kinds and asked.out is None:
        return None
    lang = language(asked.lang)
    out = asked.out or Path("核查结果" if lang == "zh" else "checked")
    return Papers(out, tuple(kinds) or Papers.ALL, asked.severity.value, lang)


def _accepted(waivers: Path | None) -> list[Waiver]:
    if waivers is None:
        return []
    from jixiao.desk import read_waivers

    return read_waivers(waivers)


def assessed(cases: tuple[Case, ...], policy: str | None) -> Assessment:
    """The assessment of other commands, by all rules, as of today."""
    from jixiao.desk import assess

    return assess(cases, as_of=date.today(), policy=policy)  # noqa: DTZ011 - the office's own day
