"""What was written, corrected and left open, printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.forms.binding import literals
from jixiao.model import Dossier, Report

from .console import Console, console, print_block
from .languages import can_show
from .text import Text

if TYPE_CHECKING:
    from jixiao.desk import Papers
    from jixiao.writing import Change, Correction

_LISTED = 12


def show_correction(correction: Correction, lang: str) -> None:
    """Each changed figure with why, then the questions that only a person can answer."""
    out = console()
    zh = lang == "zh"
    out.print(
        Text(f"改正 {len(correction.changes)} 处" if zh else f"{len(correction.changes)} corrections", style="bold")
    )
    for change in correction.changes:
        show_change(out, change, lang)
    show_questions(out, correction, lang)


def show_change(out: Console, change: Change, lang: str, because: str = "") -> None:
    """What stood there, what stands there now, and why; ``because`` says why it does not."""
    blank = "（空）" if lang == "zh" else "(blank)"
    text = f"{change.before or blank} → {change.after}  {change.why.text(lang)}  {change.at}"
    print_block(out, Text(f"{text}  {because}".rstrip()), 2, 2)


def show_questions(out: Console, correction: Correction, lang: str) -> None:
    """What only a person can answer."""
    count = len(correction.open)
    out.print(Text(f"仍须人定 {count} 处" if lang == "zh" else f"{count} left for a person", style="bold"))
    for question in correction.open:
        print_block(out, Text(f"{question.text.text(lang)}  {question.at}"), 2, 2)


def show_typed(dossier: Dossier, lang: str, *, written: bool) -> None:
    """How many figures of the prose are typed by hand: only bound ones follow when a table changes.

    ``written`` says that the source is a dossier, whose prose can be bound; a Word file has nothing but typed ones.
    """
    if not written:
        return
    typed = [claim for report in dossier.every(Report) for claim in literals(report, report.claims, dossier)]
    if not typed:
        return
    typed.sort(key=lambda claim: claim.kind == "count")  # amounts, rates and scores stand in tables, counts often not
    quotes = "、".join(dict.fromkeys(f"“{claim.quote}”" for claim in typed[:3])) if can_show("“”、") else ""
    text = (
        f"报告正文有 {len(typed)} 个数是手写的，没有引用表中的数，表改了不会跟着改：{quotes}"
        + ("等" if len(typed) > 3 else "")
        + "。可改成 {{ /records/…/outturn }} 这样的引用；必须手写的写成 {{= 98.96}}"
        if lang == "zh"
        else f"{len(typed)} figures of the prose are typed by hand and will not follow the tables: {quotes}"
        + (" …" if len(typed) > 3 else "")
        + ". Bind them, such as {{ /records/.../outturn }}; mark what must be typed: {{= 98.96}}"
    )
    print_block(console(), Text(text, style="dim"), 0, 2)


def show_written(paths: Sequence[Path], lang: str) -> None:
    """The files written."""
    out = console()
    for path in paths:
        out.print(Text(f"{'已写出' if lang == 'zh' else 'written'} {path}"))


def show_papers(written: Sequence[Path], papers: Papers, lang: str, *, quiet: bool) -> None:
    """Where the papers are: each by name where they are few. On the error channel where the result is data."""
    listed = written if len(written) <= _LISTED else [path for path in written if path.parent == papers.out]
    lines = [f"已写出 {path}" if lang == "zh" else f"written {path}" for path in listed]
    if len(listed) < len(written):
        rest = len(written) - len(listed)
        lines.append(f"另有 {rest} 个文件在 {papers.out}" if lang == "zh" else f"{rest} more in {papers.out}")
    for line in lines:
        click.echo(line, err=quiet)
