"""Where a line of Chinese may end: a text and a width enter, its lines leave.

Chinese may break between any two characters, numbers and Latin words may not; no closing sign begins a line, no opening
one ends it. What is longer than a line by itself stays whole: what is cut cannot be searched for or copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len

from jixiao.values.pattern import lazy

from .text import Text

_TOKEN = lazy(r"(?s)\s+|[^\s\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]+|.")
_NO_LINE_START = frozenset("，。、；：？！）」』》〉】〕”’％%…·，．!?,.;:)]}")
_NO_LINE_END = frozenset("（「『《〈【〔“‘([{")


def lines(text: Text, width: int, first: int | None = None) -> Iterator[Text]:
    """The text in lines of at most ``width`` columns (the first one of ``first``), wherever no word is wider than that.
    Blanks where it breaks are left out.
    """
    free = width if first is None else first
    if cell_len(text.plain) <= free:
        yield text
        return
    (start, end), *rest = _pieces(text.plain) or [(0, len(text.plain))]
    for piece_start, piece_end in rest:
        if cell_len(text.plain[start:piece_end]) > free:
            yield text.part(start, end)
            start, free = piece_start, width
        end = piece_end
    yield text.part(start, end)


@lru_cache(maxsize=4096)
def widest_piece(plain: str) -> int:
    """The columns of the widest part that is never broken."""
    return max((cell_len(plain[start:end].strip()) for start, end in _pieces(plain)), default=0)


def _pieces(plain: str) -> list[tuple[int, int]]:
    """Start and end of each part that stays on one line; blanks between parts belong to none."""
    pieces: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(plain):
        token = match[0]
        if token.isspace():
            continue
        if pieces and (token[0] in _NO_LINE_START or plain[pieces[-1][1] - 1] in _NO_LINE_END):
            pieces[-1] = (pieces[-1][0], match.end())
        else:
            pieces.append((match.start() if pieces else 0, match.end()))
    return pieces
