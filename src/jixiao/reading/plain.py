"""Plain cells of a Word body written as their text: bytes in, fewer bytes out that read the same.

Most of a file is cells of little text, wrapped in paragraphs, runs and looks that nobody reads. Such cells side by side
leave as ``<w:cells w:val="1,2r">one&#13;two</w:cells>``, with the merges of each in the attribute: a tenth of the
elements to parse and to walk. What a piece of markup means is found out once for each way of writing it. A cell that
holds anything else stays, without its looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from typing import TypeVar

from lxml import etree

from . import limits
from .looks import is_idle
from .merges import Shape, columns
from .package import W

_V = TypeVar("_V")
_VAL = W + "val"
_APART = "\r"
"""Stands between the texts of cells: a parser makes a line feed of any that is not written as a reference."""

_DECLARATION = 200
"""An encoding is declared among so many bytes."""

_LONG = 4000
"""Longer markup between two texts is not looked into."""

_MERGE = rb'<w:(?:gridSpan w:val="(\d+)"|vMerge(?: w:val="(\w*)")?)/>'
_STYLE = rb'<w:pStyle w:val="([^"]*)"'
_LOOKS, _LOOKS_END = b"<w:tcPr>", b"</w:tcPr>"
_CELL, _CELL_END, _TEXT_END, _USUAL_END = b"<w:tc>", b"</w:tc>", b"</w:t>", b"</w:t></w:r></w:p></w:tc>"
_TEXT_STARTS = (b"<w:t", b'<w:t xml:space="preserve"')
_SIGNS = ((b"<w:br/>", b"\n"), (b"<w:tab/>", b"\t"), (b"<w:cr/>", b"\n"), (b"<w:noBreakHyphen/>", b"-"))
_IN_CELL_LOOKS = (b"cell", b"Change")
_IN_PARAGRAPH_LOOKS = (b"numPr", b"w:del", b"w:move", b"Change")


def can_be_shorter(data: bytes) -> bool:
    """Whether the XML holds nothing that makes bytes mean something else than they say, nor our own separator."""
    head = data[:_DECLARATION].lower()
    if b"encoding=" in head and b"utf-8" not in head:
        return False
    return not (b"!" in data and b"<!" in data) and not (b"#" in data and b"&#" in data)


def with_plain_cells(data: bytes, numbered: Callable[[str], bool]) -> bytes:
    """The XML with plain cells side by side in one; ``numbered`` says whether a style numbers its paragraphs."""
    head, *cells = data.split(_CELL)
    if len(cells) > limits.CELLS:
        return data  # to be refused
    markup = _Markup(numbered)
    starts = markup.starts
    kept, texts, merges = [head], list[bytes](), list[bytes]()

    def together() -> None:
        """What was collected leaves as one element."""
        kept.append(b'<w:cells w:val="%b">%b</w:cells>' % (b",".join(merges), b"&#13;".join(texts)))
        texts.clear()
        merges.clear()

    for cell in cells:
        inside, ended, behind = cell.partition(_USUAL_END)
        start, _, text = inside.rpartition(b">")  # the text begins behind the last tag
        merge = starts.get(start) if ended else None
        if merge is None:
            inside, ended, behind = cell.partition(_CELL_END)
            merge, text = markup.cell(inside) if ended else (None, b"")
        if merge is None:
            if texts:
                together()
            kept += (_CELL, *markup.without_looks(cell))
            continue
        texts.append(text)
        merges.append(merge)
        if behind:
            together()
            kept.append(behind)
    if texts:
        together()
    return b"".join(kept)


class Shapes(dict[str, Shape]):
    """Cells that were written plainly, read again. Each way in which a row is merged is taken apart once."""

    def __missing__(self, merges: str) -> Shape:
        shape = self[merges] = tuple(
            (columns(one.rstrip("cr"), 1), one.endswith("c") if one.endswith(("c", "r")) else None)
            for one in merges.split(",")
        )
        return shape

    def of(self, cells: etree._Element) -> Shape:
        """Spans and vertical merges of the cells in such an element."""
        return self[cells.get(_VAL, "")]

    @staticmethod
    def texts(cells: etree._Element) -> list[str]:
        """The texts of the cells in such an element."""
        return (cells.text or "").split(_APART)


class _Markup:
    """What the markup before, between and behind the texts of a cell means, remembered for each way of writing it."""

    def __init__(self, numbered: Callable[[str], bool]) -> None:
        self._numbered = numbered
        self.starts: dict[bytes, bytes] = {}
        """The merges of a cell by the markup before its first text, where that says nothing else."""
        self._before: dict[bytes, tuple[bytes, bytes] | None] = {}
        self._between: dict[bytes, bytes | None] = {}
        self._behind: dict[bytes, bytes | None] = {}
        self._looks: dict[bytes, bytes] = {}

    def cell(self, inside: bytes) -> tuple[bytes | None, bytes]:
        """Merges and text of a cell; no merges where it holds more than can be written plainly."""
        first, *pieces = inside.split(_TEXT_END)
        if not pieces:
            return _known(self._before, first, self._blank) or (None, b"")
        start, _, text = first.rpartition(b">")
        begun = _known(self._before, start, self._start)
        end = _known(self._behind, pieces.pop(), self._end)
        if begun is None or end is None:
            return None, b""
        merge, lead = begun
        if not lead:
            self.starts[start] = merge
        text = lead + text
        for piece in pieces:
            markup, _, further = piece.rpartition(b">")
            seam = _known(self._between, markup, self._seam)
            if seam is None:
                return None, b""
            text += seam + further
        return merge, text + end

    def without_looks(self, cell: bytes) -> tuple[bytes, bytes]:
        """Of a cell that stays: its properties as far as they count, and the rest of it."""
        look, rest = _look(cell, b"tcPr")
        if not look or not rest or len(look) > _LONG:
            return b"", cell
        if look not in self._looks:
            said = _LOOKS + look + _LOOKS_END
            if _merge(look) is not None:
                merges = b"".join(found[0] for found in re.finditer(_MERGE, look))
                said = _LOOKS + merges + _LOOKS_END if merges else b""
            self._looks[look] = said
        return self._looks[look], rest

    def _start(self, markup: bytes) -> tuple[bytes, bytes] | None:
        return self._opening(markup, _Place.TEXT)

    def _blank(self, markup: bytes) -> tuple[bytes, bytes] | None:
        return self._opening(markup, _Place.OUTSIDE)

    def _opening(self, markup: bytes, place: _Place) -> tuple[bytes, bytes] | None:
        look, rest = _look(markup, b"tcPr")
        merge = _merge(look)
        said = self._said(rest, _Place.START, place)
        return None if merge is None or said is None else (merge, said)

    def _seam(self, markup: bytes) -> bytes | None:
        return self._said(markup, _Place.RUN, _Place.TEXT)

    def _end(self, markup: bytes) -> bytes | None:
        return self._said(markup, _Place.RUN, _Place.OUTSIDE)

    def _said(self, markup: bytes, place: _Place, goal: _Place) -> bytes | None:
        """The signs and line feeds that the markup stands for on the way from a place to another."""
        text = b""
        while markup:
            if place is _Place.RUN:
                if markup in _TEXT_STARTS:
                    return text if goal is _Place.TEXT else None
                said, markup, place = _in_run(markup)
                text += said
            elif place is _Place.PARAGRAPH:
                markup, place = _in_paragraph(markup)
            else:
                text += b"" if place is _Place.START else b"\n"
                markup, place = self._paragraph(markup)
        return text if place is goal else None

    def _paragraph(self, markup: bytes) -> tuple[bytes, _Place]:
        """What follows the start of a plain paragraph."""
        if markup.startswith(b"<w:p/>"):
            return markup[6:], _Place.OUTSIDE
        look, rest = _look(markup[5:], b"pPr")
        named = re.search(_STYLE, look)
        counts = any(word in look for word in _IN_PARAGRAPH_LOOKS) or (
            named and self._numbered(named[1].decode(errors="replace"))
        )
        return (rest, _Place.PARAGRAPH) if markup.startswith(b"<w:p>") and not counts else _NOWHERE


class _Place(Enum):
    """Where in a cell a piece of markup begins or leads to."""

    START, PARAGRAPH, RUN, TEXT, OUTSIDE, LOST = range(6)


_NOWHERE = b"", _Place.LOST


def _known(known: dict[bytes, _V | None], markup: bytes, read: Callable[[bytes], _V | None]) -> _V | None:
    """What the markup means, found out where it is met for the first time."""
    if markup not in known:
        known[markup] = read(markup) if len(markup) < _LONG else None
    return known[markup]


def _merge(look: bytes) -> bytes | None:
    """Span and vertical merge that the properties of a cell state; ``None`` where they state more."""
    merges = list(re.finditer(_MERGE, look))
    if any(word in look for word in _IN_CELL_LOOKS) or len(merges) != look.count(b"Span") + look.count(b"Merge"):
        return None
    span, vertical = b"1", b""
    for found in merges:
        before = look[: found.start()]
        if before.count(b"<") - before.count(b"/>") != 2 * before.count(b"</"):
            return None  # inside something else
        if found[1]:
            span = found[1]
        else:
            vertical = b"r" if found[2] == b"restart" else b"c"
    return span + vertical


def _in_paragraph(markup: bytes) -> tuple[bytes, _Place]:
    """Past the end of the paragraph, or the start of a plain run."""
    if markup.startswith(b"</w:p>"):
        return markup[6:], _Place.OUTSIDE
    look, rest = _look(markup[5:], b"rPr")
    return (rest, _Place.RUN) if markup.startswith(b"<w:r>") and is_idle(look) else _NOWHERE


def _in_run(markup: bytes) -> tuple[bytes, bytes, _Place]:
    """Past a sign, which is said, or the end of the run."""
    for sign, said in _SIGNS:
        if markup.startswith(sign):
            return said, markup[len(sign) :], _Place.RUN
    return (b"", markup[6:], _Place.PARAGRAPH) if markup.startswith(b"</w:r>") else (b"", *_NOWHERE)


def _look(markup: bytes, name: bytes) -> tuple[bytes, bytes]:
    """The properties that the markup begins with, if any, and what follows: nothing where they are not closed."""
    start = b"<w:" + name + b">"
    if not markup.startswith(start):
        return b"", markup.removeprefix(b"<w:" + name + b"/>")
    look, _, rest = markup[len(start) :].partition(b"</w:" + name + b">")
    return look, b"" if start in look else rest
