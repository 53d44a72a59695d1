"""Plain lines are what rich would draw without colours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.cli import console as module
from jixiao.cli.console import Console, lines, print_block
from jixiao.cli.text import Table, Text

_WORDS = st.text("绩效自评，。（）「」abc 12.5%—×■[]\n\t\x07", max_size=60)
_CELLS = st.text("绩效自评，（）ab 12.5%—[]\u3000", max_size=12)


def _both(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *items: Text | Table | str) -> None:
    """Printed plainly and drawn, the same characters come out."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.delenv("TTY_COMPATIBLE", raising=False)
    capsys.readouterr()
    Console().print(*items)
    plain = capsys.readouterr().out
    drawn = Console()
    drawn.__dict__["_plain"] = False
    drawn.print(*items)
    assert plain == capsys.readouterr().out


@pytest.mark.parametrize(
    "text",
    ["", "\n■ 报告", "x" * 130, "绩" * 70, "a\tb", "[bold]不是标记[/bold] [1]", "a\x07b\r", "完 ", "一\n二\n"],
)
def test_texts(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    _both(capsys, monkeypatch, Text(text, style="bold"))
    _both(capsys, monkeypatch, Text("前"), Text(text, style="dim"))


def test_tables(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    @given(st.integers(1, 4), st.lists(st.tuples(_CELLS, _CELLS, _CELLS, _CELLS), max_size=4))
    def same(columns: int, rows: list[tuple[str, str, str, str]]) -> None:
        table = Table()
        for number in range(columns):
            table.add_column(f"列{number}", right=number % 2 == 1)
        for row in rows:
            table.add_row(*row[:columns], style="dim")
        _both(capsys, monkeypatch, table)

    same()
    wide = Table()
    wide.add_column("评价")
    wide.add_column("说明")
    wide.add_row("绩效", "很长的说明" * 20)
    wide.add_row("几行", "一\n二")
    _both(capsys, monkeypatch, wide)


@given(_WORDS, st.integers(20, 60))
def test_no_character_is_lost_between_lines(words: str, width: int) -> None:
    text = Text(words.replace("\n", ""), "dim").append("末尾", "bold")
    cut = list(lines(text, width))
    assert "".join("".join(line.plain for line in cut).split()) == "".join(text.plain.split())
    assert cut[-1].spans[-1][2] == "bold"


def test_parts_keep_their_styles() -> None:
    text = Text("甲", "dim").append("乙丙", "bold") + Text("丁戊", "red")
    assert text.plain == "甲乙丙丁戊"
    assert text.part(2, 4).spans == [(0, 1, "bold"), (1, 2, "red")]
    assert [part.plain for part in Text("a\n\nb\n").paragraphs()] == ["a", "", "b", ""]


def test_a_file_is_wide_enough(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert Console().width == 100
    monkeypatch.setenv("COLUMNS", "140")
    assert Console().width == 140
    print_block(Console(), Text("绩" * 80), 2, 2)
    assert [len(line.strip()) for line in capsys.readouterr().out.splitlines()] == [68, 12]
    monkeypatch.setattr(module.os, "get_terminal_size", lambda stream: (_ for _ in ()).throw(OSError))
    monkeypatch.delenv("COLUMNS")
    assert Console().width == 100


def test_colours_where_they_are_asked_for(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    Console().print(Text("甲", "bold").append("乙", "red"))
    assert "\x1b[" in capsys.readouterr().out
