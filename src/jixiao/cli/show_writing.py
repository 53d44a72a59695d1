"""What was written, corrected and left open, printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from .console import console, print_block

if TYPE_CHECKING:
    from jixiao.writing import Correction


def show_correction(correction: Correction, lang: str) -> None:
    """Each changed figure with why, then the questions that only a person can answer."""
    out = console()
    zh = lang == "zh"
    out.print(
        Text(f"改正 {len(correction.changes)} 处" if zh else f"{len(correction.changes)} corrections", style="bold")
    )
    for change in correction.changes:
        text = f"{change.before or '（空）'} → {change.after}  {change.why}  {change.at}"
        print_block(out, Text(text), 2, 2)
    head = f"仍须人定 {len(correction.open)} 处" if zh else f"{len(correction.open)} left for a person"
    out.print(Text(head, style="bold"))
    for question in correction.open:
        print_block(out, Text(f"{question.text}  {question.at}"), 2, 2)


def show_written(paths: Sequence[Path], lang: str) -> None:
    """The files written."""
    out = console()
    for path in paths:
        out.print(Text(f"{'已写出' if lang == 'zh' else 'written'} {path}"))
