"""All commands, put together."""

from __future__ import annotations

import typer

from . import check, demo, explain, forms, new, policies, read, rules, score, write

app = typer.Typer(
    name="jixiao",
    help="绩效自评：读取、复算、核查、出表。Read, re-score, check and write budget self-evaluations.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _version(
    context: typer.Context, version: bool = typer.Option(False, "--version", help="版本号。Show the version.")
) -> None:
    if version:
        from jixiao import __version__

        typer.echo(f"jixiao {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


for _name, _command in (
    ("demo", demo.demo),
    ("check", check.check),
    ("read", read.read),
    ("score", score.score),
    ("explain", explain.explain),
    ("write", write.write),
    ("new", new.new),
    ("rules", rules.rules),
    ("policies", policies.policies),
    ("forms", forms.forms),
):
    app.command(_name)(_command)
