"""A paragraph of a section → runs to print. Markdown with bindings enters; lines, bullets or a small table of runs
leave.

Only what an official report needs is Markdown: ``**strong**``, ``*emphasis*``, and, in a paragraph of several lines,
bullets and pipe tables. Everything else (numbers, signs, brackets, spaces) is printed as it stands, so that a report
read from Word is written as it was. A star that is not meant as emphasis is written as a literal: ``{{= **}}``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from jixiao.model.classes import dataclass

from ..forms.binding import Kind, Piece, render
from ..model import Dossier

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_HIDDEN = re.compile("\ufdd0(\\d+)\ufdd1")
_MARKS = str.maketrans("\ufdd0\ufdd1", "\ufffd\ufffd")
"""The two signs that stand for a figure while Markdown is read are no characters: a text that holds them is damaged."""

_BULLET = re.compile(r"[-*+] +(\S.*)")
_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?")


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one look. ``kind`` and ``pointer`` tell where a figure comes from."""

    text: str
    strong: bool = False
    emphasis: bool = False
    kind: Kind = "text"
    pointer: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph ready to print: ``lines`` (several where it breaks), or ``bullets``, or the rows of a small
    ``table``.
    """

    lines: tuple[Line, ...] = ()
    bullets: tuple[Line, ...] = ()
    table: tuple[tuple[Line, ...], ...] = ()


def prose(text: str, dossier: Dossier) -> Prose:
    """A paragraph as it is printed."""
    pieces = render(text, dossier).pieces
    marked = "".join(
        piece.text.translate(_MARKS) if piece.kind == "text" else f"\ufdd0{number}\ufdd1"
        for number, piece in enumerate(pieces)
    )
    lines = marked.split("\n")
    if len(lines) > 1:
        if "|" in lines[0] and _RULE.fullmatch(lines[1].strip()):
            rows = _table(marked)
            if rows:
                return Prose(table=tuple(tuple(_line(cell, pieces) for cell in row) for row in rows))
        if all(_BULLET.fullmatch(line) for line in lines):
            return Prose(bullets=tuple(_line(_BULLET.sub(r"\1", line), pieces) for line in lines))
    return Prose(lines=tuple(_line(line, pieces) for line in lines))


def plain(text: str, dossier: Dossier) -> tuple[str, ...]:
    """The paragraphs that a reader of the printed page finds for this one: without marks, one an item of a list, none
    for a table.
    """
    shown = prose(text, dossier)
    if shown.table:
        return ()
    if shown.bullets:
        return tuple(f"• {_text(item)}" for item in shown.bullets)
    return ("\n".join(_text(line) for line in shown.lines),)


def _text(line: Line) -> str:
    return "".join(run.text for run in line)


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["table", "emphasis", "balance_pairs", "fragments_join"])


def _table(text: str) -> tuple[tuple[str, ...], ...]:
    rows: list[list[str]] = []
    for token in _markdown().parse(text):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append(token.content)
        elif token.type == "paragraph_open":
            return ()
    return tuple(tuple(row) for row in rows)


def _line(text: str, pieces: tuple[Piece, ...]) -> Line:
    if "*" not in text:
        return tuple(_restored(Run(text), pieces)) if text else ()
    tokens = _markdown().parseInline(text)[0].children or []
    return tuple(run for drawn in _styled(tokens) for run in _restored(drawn, pieces))


def _styled(tokens: list[Token]) -> list[Run]:
    look = Run("")
    result: list[Run] = []
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                look = replace(look, strong=token.nesting == 1)
            case "em_open" | "em_close":
                look = replace(look, emphasis=token.nesting == 1)
            case _ if token.content:
                result.append(replace(look, text=token.content))
    return result


def _restored(run: Run, pieces: tuple[Piece, ...]) -> list[Run]:
    """The run with the bound and literal figures back in their places."""
    result: list[Run] = []
    for number, part in enumerate(_HIDDEN.split(run.text)):
        if number % 2:
            piece = pieces[int(part)]
            result.append(replace(run, text=piece.text, kind=piece.kind, pointer=piece.pointer))
        elif part:
            result.append(replace(run, text=part))
    return result
