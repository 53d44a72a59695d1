"""What is loaded when, and the ways into the program."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from jixiao.cli.app import app
from jixiao.cli.commands import COMMANDS, GROUPS

from .run import jixiao


def test_every_command_answers_to_its_name_with_its_help() -> None:
    for name, told in COMMANDS.items():
        command = getattr(importlib.import_module(f"jixiao.cli.{name}"), name)
        assert isinstance(command, click.Command)
        assert (command.name, command.help) == (name, told)
        assert told.split("。")[0] in jixiao(name, "--help").stdout


def test_the_list_of_commands_loads_none_of_them() -> None:
    program = (
        "import sys; sys.argv = ['jixiao', '--help']\n"
        "from jixiao.cli.start import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code\n"
        "print('loaded:', *sorted({'rich', 'pydantic', 'jixiao.cli.check', 'jixiao.model'} & set(sys.modules)))\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    lines = result.stdout.decode("utf-8", "replace").splitlines()
    assert lines[-1].strip() == "loaded:"
    assert [line.split()[0] for line in lines if line.startswith("  ") and line.split()[0] in COMMANDS] == list(
        COMMANDS
    )


def test_a_piped_check_needs_no_drawing(consistent: Path) -> None:
    program = (
        f"import sys; sys.argv = ['jixiao', 'check', {str(consistent)!r}]\n"
        "from jixiao.cli.start import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code\n"
        "print('loaded:', *sorted({'rich.console'} & set(sys.modules)))\n"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env=environment)
    assert result.stdout.decode("utf-8").splitlines()[-1].strip() == "loaded:"


def test_the_package_runs_as_a_module() -> None:
    result = subprocess.run([sys.executable, "-m", "jixiao", "rules", "qqqqqq"], capture_output=True, check=False)
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr
    shown = subprocess.run([sys.executable, "-m", "jixiao", "--version"], capture_output=True, check=True)
    assert shown.stdout.startswith(b"jixiao ")


def test_options_take_their_values_as_written() -> None:
    assert jixiao("check", "a.docx", "--format", "JSON").exit_code == 2
    assert jixiao("check", "a.docx", "--as-of", "2025/01/01").exit_code == 2
    assert jixiao("--version").stdout.startswith("jixiao ")
    alone = jixiao()
    assert alone.exit_code == 2
    assert "编制" in alone.stdout
    assert [name for _, names in GROUPS for name in names] == list(COMMANDS)


@pytest.mark.skipif(os.name == "nt", reason="shells are told from $SHELL")
@pytest.mark.parametrize(
    ("shell", "file", "settings"),
    [
        ("bash", ".bash_completions/jixiao.sh", ".bashrc"),
        ("zsh", ".zfunc/_jixiao", ".zshrc"),
        ("fish", ".config/fish/completions/jixiao.fish", ""),
    ],
)
def test_completion_is_put_where_the_shell_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str, file: str, settings: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", f"/usr/bin/{shell}")
    if settings:
        (tmp_path / settings).write_text("alias a=b", encoding="utf-8")
    for _ in range(2):
        told = jixiao("--install-completion")
        assert told.exit_code == 0
        assert str(tmp_path / file) in told.stdout
    script = (tmp_path / file).read_text("utf-8")
    assert "_JIXIAO_COMPLETE" in script
    assert jixiao("--show-completion").stdout.strip() == script.strip()
    if settings:
        first, *added = (tmp_path / settings).read_text("utf-8").splitlines()
        assert first == "alias a=b"
        assert len(added) == 1


def test_completion_of_other_shells_is_not_guessed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("jixiao.cli.completion._shell", lambda: "powershell")
    told = jixiao("--install-completion")
    assert told.exit_code == 1
    assert "$PROFILE" in told.stdout
    assert "Register-ArgumentCompleter" in jixiao("--show-completion").stdout
    monkeypatch.setattr("jixiao.cli.completion._shell", lambda: "ksh93")
    assert "not supported" in jixiao("--show-completion").stdout
    assert not list(tmp_path.iterdir())


def test_the_shell_completes_commands_and_options() -> None:
    environment = {
        **os.environ,
        "_JIXIAO_COMPLETE": "bash_complete",
        "COMP_CWORD": "2",
        "COMP_WORDS": "jixiao check --pro",
    }
    result = subprocess.run([sys.executable, "-m", "jixiao"], capture_output=True, check=False, env=environment)
    assert "--protocol" in result.stdout.decode()
    assert list(app.commands) == list(COMMANDS)
