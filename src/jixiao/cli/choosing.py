"""What is looked at and by what: the options that decide which findings there are, and so what their numbers mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .options import CONFIG, ONE_CASE, ONE_PATH, POLICY, Lang, language, selectors

if TYPE_CHECKING:
    from jixiao.audit import Waiver
    from jixiao.desk import BatchOptions, Config


@dataclass(frozen=True)
class Choice:
    """These options of a call, as they were written."""

    policy: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    waivers: Path | None = None
    as_of: datetime | None = None
    one_case: bool = False
    config: Path | None = None

    def written(self) -> list[str]:
        """The options again, for a further command that is to find the same."""
        words: list[str] = []
        for name, given in (("policy", self.policy), ("waivers", self.waivers), ("config", self.config)):
            words += [f"--{name}", str(given)] if given is not None else []
        for name, many in (("select", self.select), ("ignore", self.ignore)):
            words += [word for one in many for word in (f"--{name}", one)]
        words += ["--as-of", self.as_of.date().isoformat()] if self.as_of else []
        return words + (["--one-case"] if self.one_case else [])

    def written_for_writing(self) -> list[str]:
        """The options that ``write`` has, too."""
        return replace(self, select=(), ignore=(), waivers=None, as_of=None, config=None).written()


_OPTIONS = (
    POLICY,
    click.option("--select", multiple=True, help="只用这些规则（编号、前缀或名称，可用逗号连写）。Rules to use."),
    click.option("--ignore", multiple=True, help="不用这些规则。Rules to leave out."),
    click.option(
        "--waivers",
        type=ONE_PATH,
        help="豁免清单（YAML：code、at、reason、until、approver）。Accepted findings with reason and expiry.",
    ),
    click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        help="以哪一天为准，默认今天。The day that counts; today by default.",
    ),
    ONE_CASE,
    CONFIG,
)


def choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The decorator that gives a command these options."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def how_of(paths: Sequence[Path], chosen: Choice, lang: Lang | None) -> BatchOptions:
    """What is asked for on the command line, and what the office has set where the line says nothing."""
    from jixiao.desk import BatchOptions

    office = settings(chosen.config, paths, lang)
    return BatchOptions(
        chosen.as_of.date() if chosen.as_of else date.today(),  # noqa: DTZ011 - the office's own day, read here alone
        chosen.policy or office.policy,
        selectors(chosen.select) or office.select,
        selectors(chosen.ignore) or office.ignore,
        (*office.waivers, *_accepted(chosen.waivers)),
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
    zh = f"{found.file} 里的自写规则没有运行；信得过就加 --config {found.file}"
    en = f"the rules of its own in {found.file} were not run; if you trust them add --config {found.file}"
    click.echo(zh if language(lang) == "zh" else en, err=True)
    return replace(found, rules=())


def _accepted(waivers: Path | None) -> list[Waiver]:
    if waivers is None:
        return []
    from jixiao.desk import read_waivers

    return read_waivers(waivers)
