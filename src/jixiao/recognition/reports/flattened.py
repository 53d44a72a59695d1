"""Tables that came without their cells: text made from a PDF, or pasted from a page.

The paragraphs of a run enter; those that are prose leave, and apart from them each stretch that was a table. Such lines
must not pass as sentences of a report: figures would stand there that nothing was checked against.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.model import Paragraph
from jixiao.values.pattern import lazy

from .find import is_title

_HEADS = frozenset(
    [
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "指标值",
        "实际完成值",
        "完成值",
        "分值",
        "得分",
        "权重",
        "年初预算数",
        "全年预算数",
        "全年执行数",
        "预算数",
        "执行数",
        "执行率",
        "编制数",
        "控制率",
        "决算数",
    ]
)
_BEGINNINGS = frozenset(head[:length] for head in _HEADS for length in range(2, len(head) + 1))
_LONGEST = 24
_GAP = lazy(r"[ \t\u3000]{2,}|\t")
_CAPTION = lazy(r"表(?:[（(].{1,12}[）)])?$")
_YEAR = lazy(r"20\d\d年度?")
_ENOUGH = 3
_ABOVE = 12
"""How far above its heads a table's caption is looked for, in lines."""


def without_flattened(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[list[Paragraph]]]:
    """The prose, and the stretches that were tables: from the caption above the first heads to the next report."""
    prose: list[Paragraph] = []
    tables: list[list[Paragraph]] = []
    texts = [paragraph.text.strip() for paragraph in paragraphs]
    at = 0
    while at < len(paragraphs):
        heads = _next_heads(texts, at)
        if heads is None:
            prose += paragraphs[at:]
            break
        start = _caption_above(texts, heads, at)
        end = next((i for i in range(heads + 1, len(texts)) if _starts_report(texts, i)), len(texts))
        prose += paragraphs[at:start]
        tables.append(list(paragraphs[start:end]))
        at = end
    return prose, tables


def _next_heads(texts: Sequence[str], start: int) -> int | None:
    """The first line from ``start`` on that holds column heads side by side, or begins a run of lines that are one head
    each.
    """
    run = 0
    for i in range(start, len(texts)):
        if sum(_is_head(piece) for piece in _GAP.split(texts[i])) >= _ENOUGH:
            return i
        run = run + 1 if _is_head(texts[i]) else run * (not texts[i])
        if run >= _ENOUGH:
            return i
    return None


def _is_head(text: str) -> bool:
    """Whether a piece is a head, or the upper part of one that is broken over two lines (年度指 / 标值)."""
    if len(text) > _LONGEST:
        return False  # most lines: a sentence is no head
    return _YEAR.sub("", "".join(text.split())) in _BEGINNINGS


def _caption_above(texts: Sequence[str], heads: int, least: int) -> int:
    for i in range(heads - 1, max(least, heads - _ABOVE) - 1, -1):
        if _CAPTION.search(texts[i]) and len(texts[i]) <= 60:
            return i - 1 if i > least and re.match(r"附\s*件", texts[i - 1]) else i
    return heads


def _starts_report(texts: Sequence[str], at: int) -> bool:
    """Whether a report's title begins here, on one line or on two."""
    return is_title(texts[at]) or (at + 1 < len(texts) and bool(texts[at]) and is_title(texts[at] + texts[at + 1]))
