"""The program itself: what it answers without a command, and the group of all commands."""

from __future__ import annotations

import click

from .commands import LateGroup


def _install(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        from .completion import install

        install(context)


def _show(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        from .completion import show

        show(context)


@click.group(
    "jixiao",
    cls=LateGroup,
    invoke_without_command=True,
    help="绩效自评：读取、复算、核查、出表。Read, re-score, check and write budget self-evaluations."
    "\n\n从这里开始：jixiao check 报告.docx；每个命令都有 --help。Start with: jixiao check report.docx",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--version", is_flag=True, help="版本号。Show the version.")
@click.option(
    "--install-completion",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_install,
    help="Install completion for the current shell.",
)
@click.option(
    "--show-completion",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show,
    help="Show completion for the current shell, to copy it or customize the installation.",
)
@click.pass_context
def app(context: click.Context, version: bool) -> None:
    """Answer a call without a command: the version, or the help with the exit code of a misuse."""
    if version:
        from jixiao import __version__

        click.echo(f"jixiao {__version__}")
        context.exit()
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(2)
