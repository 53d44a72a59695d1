"""``jixiao check``: re-score, look for faults, say what could not be decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .commands import command
from .complaints import readable, unknown_rule
from .options import FILES, FORMAT, LANG, ONE_PATH, POLICY, Among, Format, Lang, language, print_json

if TYPE_CHECKING:
    from jixiao.audit import Waiver
    from jixiao.desk import Assessment
    from jixiao.model import Case

INCOMPLETE = 3
"""The exit code where something failed, so that the result is not complete."""


class Bar(StrEnum):
    """From which severity on findings make the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


@command("check")
@FILES
@FORMAT
@POLICY
@click.option("--select", multiple=True, help="只用这些规则（编号、编号前缀或名称）。Rules to use.")
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
    help="豁免清单（YAML：code、at、reason、until）。Accepted findings with reason and expiry.",
)
@click.option("--protocol", is_flag=True, help="列出每条规则查了什么、结果如何。What every rule came to.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="以哪一天为准，默认今天。The day that counts; today by default.",
)
@LANG
def check(
    files: tuple[Path, ...],
    format: Format,  # noqa: A002
    policy: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: Bar,
    waivers: Path | None,
    protocol: bool,
    as_of: datetime | None,
    lang: Lang | None,
) -> None:
    """Print the assessment; the exit code says whether anything reaches the bar."""
    with readable(lang):
        from jixiao.desk import open_cases

        cases = open_cases(files)
        accepted = _accepted(waivers)
        assessment = assessed(cases, policy, select, ignore, accepted, as_of=as_of.date() if as_of else None)
        if format is Format.JSON:
            from jixiao.desk import assessment_json

            print_json(assessment_json(assessment))
        else:
            from .show_audit import show_assessed
            from .show_protocol import show_protocol

            for one in assessment.cases:
                show_assessed(one, language(lang))
                if protocol:
                    show_protocol(one, language(lang))
        if accepted:
            from .waivers import tell_unused

            tell_unused(assessment, accepted, lang)
    if assessment.incomplete:
        raise click.exceptions.Exit(INCOMPLETE)
    if fail_on is not Bar.NEVER:
        from jixiao.model import Severity

        if assessment.at_or_above(Severity(fail_on.value)):
            raise click.exceptions.Exit(1)


def _accepted(waivers: Path | None) -> list[Waiver]:
    if waivers is None:
        return []
    from jixiao.desk import read_waivers

    return read_waivers(waivers)


def assessed(
    cases: tuple[Case, ...],
    policy: str | None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    waivers: Sequence[Waiver] = (),
    as_of: date | None = None,
) -> Assessment:
    """The assessment with options as a person gives them; ``MisuseError`` where a rule is unknown."""
    from jixiao.desk import assess

    day = as_of or date.today()  # noqa: DTZ011 - the office's own day, read here and nowhere below
    try:
        return assess(cases, as_of=day, policy=policy, select=select, ignore=ignore, waivers=waivers)
    except KeyError as unknown:
        raise unknown_rule(str(unknown.args[0])) from None
