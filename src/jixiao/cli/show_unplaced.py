"""The parts of a file in which no form and no report was recognised, printed."""

from __future__ import annotations

from jixiao.model import Case

from .console import Console, print_block
from .text import Text
from .words import unplaced_because


def show_unplaced(out: Console, case: Case, lang: str, most: int | None = None) -> None:
    """Each part with its place and why; at the ``most`` that many, and how many more there are."""
    shown = case.unplaced[:most]
    out.gap()
    out.print(Text("■ 没有认出的部分" if lang == "zh" else "■ not placed", style="bold"))
    for item in shown:
        text = " ".join(item.text.split())[:48]
        print_block(out, Text(f"「{text}」 {unplaced_because(item, case, lang)}"), 2, 2)
    rest = len(case.unplaced) - len(shown)
    if rest:
        more = (
            f"另有 {rest} 处；加 -v 或用 jixiao read 列出全部"
            if lang == "zh"
            else f"and {rest} more; -v or jixiao read lists them"
        )
        print_block(out, Text(more, style="dim"), 2, 2)
