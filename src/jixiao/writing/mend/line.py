"""A paragraph as the reader reads it, and which element each of its characters stands in. A paragraph enters, a
:class:`Line` leaves; so does why a run may not be changed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from ...model import Message
from ...reading.containers import ALTERNATE, SDT
from ...reading.inline import Inlines
from ...reading.notes import Notes
from ...reading.package import W
from ...reading.styles import VAL, Styles
from .. import messages as say

_R, _T, _FIELD, _SIMPLE = W + "r", W + "t", W + "fldChar", W + "fldSimple"
_STYLE = f"{W}pPr/{W}pStyle"
_TRACKED = frozenset({W + "ins", W + "moveTo"})
_BOUND = (W + "dataBinding", W + "dropDownList", W + "comboBox", W + "date", W + "docPartList")
_LOCKED = frozenset({"contentLocked", "sdtContentLocked"})


class Piece(NamedTuple):
    """A ``w:t`` with the first of its characters in the paragraph."""

    start: int
    element: etree._Element
    run: etree._Element


@dataclass(frozen=True, slots=True)
class Line:
    """The text of a paragraph and the pieces that it is made of; what is not in a piece cannot be changed."""

    paragraph: etree._Element
    text: str
    pieces: tuple[Piece, ...]

    def under(self, start: int, end: int) -> Sequence[Piece]:
        """The pieces that hold these characters; nothing where some of them stand in none."""
        inside = [p for p in self.pieces if p.start < end and start < p.start + len(p.element.text or "")]
        held = sum(min(end, p.start + len(p.element.text or "")) - max(start, p.start) for p in inside)
        return inside if held == end - start else ()


def line_of(paragraph: etree._Element, styles: Styles | None) -> Line:
    """The paragraph by the reader's own walk; ``styles`` where one of them crosses text out."""
    runs: list[tuple[int, etree._Element]] = []
    texts: list[str] = []
    inlines = Inlines(Notes(), styles, runs)
    if styles is not None:
        style = paragraph.find(_STYLE)
        inlines.begin("" if style is None else style.get(VAL, ""))
    inlines.collect(paragraph, texts)
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text))
    found: list[Piece] = []
    ends = [*(first for first, _ in runs), len(texts)][1:]
    for (first, run), last in zip(runs, ends, strict=True):
        place = first
        for element in run.iterchildren(_T):
            at = next((n for n in range(place, last) if texts[n] == element.text), None)
            if at is not None:
                found.append(Piece(starts[at], element, run))
                place = at + 1
    return Line(paragraph, "".join(texts), tuple(found))


def in_fields(root: etree._Element) -> Collection[etree._Element]:
    """The runs of fields: what stands there is written anew when the field is updated."""
    found: set[etree._Element] = set()
    depth = 0
    for element in root.iter(_R, _FIELD):
        if element.tag == _R:
            if depth:
                found.add(element)
            continue
        kind = element.get(W + "fldCharType")
        depth = max(0, depth + {"begin": 1, "end": -1}.get(kind or "", 0))
    return found


def forbidden(element: etree._Element, fields: Collection[etree._Element], *, tracked: bool) -> Message | None:
    """Why a run (or a paragraph) may not be changed; ``None`` where it may."""
    if element in fields:
        return say.IN_FIELD()
    for around in element.iterancestors():
        if around.tag == _SIMPLE:
            return say.IN_FIELD()
        if around.tag == SDT and _controlled(around):
            return say.IN_CONTROL()
        if around.tag in _TRACKED and (tracked or around.tag == W + "moveTo"):
            return say.IN_REVISION()
        if around.tag == ALTERNATE:
            return say.DRAWN()
    return None


def _controlled(control: etree._Element) -> bool:
    """Whether what a content control holds is kept elsewhere, chosen from a list, or locked."""
    properties = control.find(W + "sdtPr")
    if properties is None:
        return False
    lock = properties.find(W + "lock")
    locked = lock is not None and lock.get(VAL) in _LOCKED
    return locked or next(properties.iterchildren(*_BOUND), None) is not None
