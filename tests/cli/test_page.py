"""The quick way to the page of a rule prints what the long way prints, and leaves every other call alone."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from jixiao.cli.app import app
from jixiao.cli.page import shown


@pytest.mark.parametrize("which", ["SC101", "total-score-mismatch", "xd104"])
def test_both_ways_print_the_same_page(capsys: pytest.CaptureFixture[str], which: str) -> None:
    assert shown(["rules", which])
    assert capsys.readouterr().out == CliRunner().invoke(app, ["rules", which]).stdout


@pytest.mark.parametrize("call", ["", "rules", "rules SC", "rules QQ9", "rules --help", "rules SC101 x", "new a"])
def test_any_other_call_is_left_to_the_parser(capsys: pytest.CaptureFixture[str], call: str) -> None:
    assert not shown(call.split())
    assert capsys.readouterr() == ("", "")


def test_neither_the_parser_nor_the_records_are_loaded() -> None:
    program = (
        "import sys; sys.argv = ['jixiao', 'rules', 'SC101']\n"
        "from jixiao.cli.start import main\n"
        "try: main()\n"
        "except SystemExit as end: assert end.code == 0\n"
        "print('loaded:', *(name for name in ('click', 'pydantic', 'jixiao.scoring') if name in sys.modules))\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert result.stdout.decode("utf-8", "replace").splitlines()[-1].strip() == "loaded:"
