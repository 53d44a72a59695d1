"""Completion of the command line by the shell: its script printed, or put where the shell looks for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import click
from click.shell_completion import get_completion_class

NAME = "jixiao"
_VARIABLE = "_JIXIAO_COMPLETE"


def show(context: click.Context) -> NoReturn:
    """Print the script of the current shell."""
    click.echo(_script(_shell(), context))
    context.exit()


def install(context: click.Context) -> NoReturn:
    """Write the script into the home folder, and name it in the settings of a shell that does not look there.

    PowerShell has no such folder, and its profile is the person's own: there the script is to be put by hand.
    """
    shell, home = _shell(), Path.home()
    script = _script(shell, context)
    places = {
        "bash": (home / ".bash_completions" / f"{NAME}.sh", home / ".bashrc"),
        "zsh": (home / ".zfunc" / f"_{NAME}", home / ".zshrc"),
        "fish": (home / ".config" / "fish" / "completions" / f"{NAME}.fish", None),
    }
    if shell not in places:
        click.echo(f"{NAME} --show-completion >> $PROFILE")
        context.exit(1)
    file, settings = places[shell]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{script}\n", encoding="utf-8")
    if settings:
        line = f"source '{file}'" if shell == "bash" else "fpath+=~/.zfunc; autoload -Uz compinit; compinit"
        _add_line(settings, line)
    click.echo(f"{shell} completion installed in {file}")
    click.echo("Completion will take effect once you restart the terminal")
    context.exit()


def _shell() -> str:
    """The shell of the person's account; PowerShell on Windows, which names none."""
    return "powershell" if os.name == "nt" else Path(os.environ.get("SHELL") or "bash").name


def _script(shell: str, context: click.Context) -> str:
    made = get_completion_class(shell)
    if made is None:
        click.echo(f"Shell {shell} is not supported.")
        context.exit(1)
    return made(context.command, {}, NAME, _VARIABLE).source().strip()


def _add_line(settings: Path, line: str) -> None:
    """The line at the end of the settings, once."""
    present = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    if line not in present:
        with settings.open("a", encoding="utf-8") as file:
            file.write(f"{'' if not present or present.endswith(chr(10)) else chr(10)}{line}\n")
