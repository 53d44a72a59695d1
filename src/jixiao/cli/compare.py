"""``jixiao compare``: what became of the findings of a file, and what else changed, after somebody worked on it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from .commands import command
from .complaints import MisuseError, readable, unknown_rule
from .options import FORMAT, LANG, ONE_PATH, POLICY, Format, Lang, print_json, selectors


@command("compare")
@click.argument("before", type=ONE_PATH, help="改之前的文件、文件夹或卷宗。The file, folder or dossier as it was.")
@click.argument("after", type=ONE_PATH, help="改之后的。The same after it was worked on.")
@FORMAT
@POLICY
@click.option("--select", multiple=True, help="只用这些规则。Rules to use.")
@click.option("--ignore", multiple=True, help="不用这些规则。Rules to leave out.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="以哪一天为准，默认今天。The day that counts; today by default.",
)
@click.option("--verbose", "-v", is_flag=True, help="地址也列出。List addresses, too.")
@LANG
def compare(
    before: Path,
    after: Path,
    format: Format,  # noqa: A002
    policy: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    as_of: datetime | None,
    verbose: bool,
    lang: Lang | None,
) -> None:
    """Print what was mended, what is open, what is new; the exit code is 1 while an error is open or new."""
    from datetime import date

    with readable(lang):
        from jixiao.desk import assess, open_case
        from jixiao.desk import compare as held_against

        if before.resolve() == after.resolve():
            raise MisuseError(
                f"两次给的是同一份：{before}。先给改之前的，再给改之后的。",
                f"both are {before}. Give the file as it was, then as it is now.",
            )
        day = as_of.date() if as_of else date.today()  # noqa: DTZ011 - the office's own day
        was = open_case([before])
        now = open_case([after])
        try:
            one, two = assess(
                (was, now), as_of=day, policy=policy, select=selectors(select), ignore=selectors(ignore)
            ).cases
        except KeyError as unknown:
            raise unknown_rule(str(unknown.args[0])) from None
        comparison = held_against(one, two)
        if format is Format.JSON:
            from jixiao.desk import comparison_json

            print_json(comparison_json(comparison))
        else:
            from .options import language
            from .show_comparison import show_comparison

            show_comparison(comparison, language(lang), verbose=verbose)
    if comparison.errors_left:
        raise click.exceptions.Exit(1)
