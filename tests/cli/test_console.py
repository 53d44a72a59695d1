"""Where lines end, how tables fit, and that plain lines are those of a terminal without its colours."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from jixiao.cli import console as module
from jixiao.cli.console import Console, lines, print_block
from jixiao.cli.folding import widest_piece
from jixiao.cli.tables import drawn
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


@given(st.text("绩效自评，。；：（）「」“”abc 12.5%—·×■/", max_size=200), st.integers(12, 60))
def test_no_word_is_broken_and_no_closing_sign_begins_a_line(words: str, width: int) -> None:
    text = " ".join(words.split())
    cut = [line.plain for line in lines(Text(text), width)]
    for before, after in pairwise(cut):
        assert after[0] not in "，。；：）」”·% "
        assert before[-1] not in "（「“ "
        assert not (before[-1].isascii() and after[0].isascii() and f"{before}{after}" in text)
    assert all(cell_len(line) <= max(width, widest_piece(text)) for line in cut)


@given(st.lists(st.tuples(_CELLS, st.text("12.5%", max_size=6), _CELLS), min_size=1, max_size=4), st.integers(40, 120))
def test_a_table_keeps_its_width_and_every_figure(rows: list[tuple[str, str, str]], width: int) -> None:
    table = Table()
    table.add_column("名称")
    table.add_column("分值", right=True)
    table.add_column("很长的说明")
    for name, figure, told in rows:
        table.add_row(name * 3, figure, told * 6)
    printed = [line.plain for line in drawn(table, width)]
    widest = max(widest_piece(text) for name, _, told in rows for text in (name * 3, told * 6, "很长的说明"))
    # a word that no line may begin with stays behind its label, whatever its length
    assert all(cell_len(line) <= max(width, widest + cell_len("很长的说明") + 4) for line in printed)
    for _, figure, _ in rows:
        assert any(figure in line for line in printed)


def test_parts_keep_their_styles() -> None:
    text = Text("甲", "dim").append("乙丙", "bold") + Text("丁戊", "red")
    assert text.plain == "甲乙丙丁戊"
    assert text.part(2, 4).spans == [(0, 1, "bold"), (1, 2, "red")]
    assert [part.plain for part in Text("a\n\nb\n").paragraphs()] == ["a", "", "b", ""]


def test_a_file_is_wide_enough_unless_a_width_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for asked in (60, 140):
        monkeypatch.setenv("COLUMNS", str(asked))
        assert Console().width == asked
    monkeypatch.setenv("COLUMNS", "100")
    print_block(Console(), Text("绩" * 80), 2, 2)
    assert [len(line.strip()) for line in capsys.readouterr().out.splitlines()] == [49, 31]
    monkeypatch.setattr(module.os, "get_terminal_size", lambda stream: (_ for _ in ()).throw(OSError))
    monkeypatch.delenv("COLUMNS")
    assert Console().width == 100


def test_colours_where_they_are_asked_for(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    Console().print(Text("甲", "bold").append("乙", "red"))
    assert "\x1b[" in capsys.readouterr().out
