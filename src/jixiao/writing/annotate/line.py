"""A paragraph of a Word file, character by character: what the reader read enters; where a mark may stand leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from jixiao.model.classes import dataclass

from ...reading.inline import Inlines, joined
from ...reading.notes import Notes
from ...reading.package import W
from ...reading.styles import VAL, Styles

_P, _R, _T, _R_PR, _FIELD, _BOX = (W + name for name in ("p", "r", "t", "rPr", "fldChar", "txbxContent"))
_STYLE = f"{W}pPr/{W}pStyle"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OPEN = frozenset({W + "ins", W + "hyperlink", W + "smartTag"})
"""What a mark may stand in: others are marked as one."""

_ONE = frozenset(W + name for name in ("tab", "ptab", "cr", "noBreakHyphen", "br"))
_NONE = frozenset({_R_PR, W + "lastRenderedPageBreak", W + "footnoteReference", W + "endnoteReference"})
_REVISED = frozenset({W + "rPrChange", W + "ins", W + "del", W + "moveFrom", W + "moveTo"})
Runs = tuple[tuple[int, etree._Element], ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """Between two characters of a ``w:t``: the run that it stands in must be parted to put a mark there."""

    run: etree._Element
    text: etree._Element
    at: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a range begins or ends: before or behind an element, and exactly at ``cut`` where the run can be parted."""

    paragraph: etree._Element
    element: etree._Element
    cut: Cut | None = None


def line_of(paragraph: etree._Element, styles: Styles | None) -> tuple[str, Runs]:
    """The text of a paragraph as the reader reads it, and the character that each run starts at."""
    found: list[tuple[int, etree._Element]] = []
    pieces: list[str] = []
    inlines = Inlines(Notes(), styles, found)
    if styles is not None:
        style = paragraph.find(_STYLE)
        inlines.begin("" if style is None else style.get(VAL, ""))
    inlines.collect(paragraph, pieces)
    text = "".join(pieces)
    starts = [-(len(text) - len(text.lstrip("\f")))]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return joined(pieces), tuple((max(starts[before], 0), run) for before, run in found)


def edges(text: str, runs: Runs, start: int, end: int) -> tuple[Edge, Edge] | None:
    """Where the characters of a line begin and end; ``None`` where no run holds them, or fields forbid to mark parts.

    A field is marked from its beginning to its end; so is what a mark may not stand in.
    """
    stops = [*(first for first, _ in runs[1:]), len(text)][: len(runs)]
    inside = [(first, run) for (first, run), stop in zip(runs, stops, strict=True) if first < end and stop > start]
    if not inside or not start < end <= len(text):
        return None
    (first, before), (last, after) = inside[0], inside[-1]
    fields: dict[etree._Element, tuple[etree._Element, etree._Element]] = {}
    for paragraph in {_paragraph(before), _paragraph(after)}:
        found = None if paragraph is None else _fields(paragraph)
        if found is None:
            return None
        fields |= found
    begins = _edge(fields[before][0], None) if before in fields else _edge(before, _cut(text, before, first, start, 0))
    ends = _edge(fields[after][1], None) if after in fields else _edge(after, _cut(text, after, last, end, 1))
    return begins, ends


def _edge(run: etree._Element, cut: Cut | None) -> Edge:
    """Around a run, or the child of the paragraph that holds it where a mark may not stand beside it."""
    here, closed, child = run, False, run
    while (parent := here.getparent()) is not None and parent.tag != _P:
        closed |= parent.tag not in _OPEN
        here = child = parent
    assert parent is not None
    return Edge(parent, child) if closed else Edge(parent, run, cut)


def _cut(line: str, run: etree._Element, first: int, at: int, behind: int) -> Cut | None:
    """The cut before (``behind``: after) a character of a run; ``None`` at the run's own edge, or where its text cannot
    be followed sign by sign.
    """
    length, found = first, None
    for element, text in _texts(run):
        if text is None or line[length : length + len(text)] != text:
            return None
        if element is not None and length <= at - behind < length + len(text):
            found = Cut(run, element, _beside_blanks(text, at - length, element))
        length += len(text)
    if found is None or at in (length, first) or not _may_part(found):
        return None
    return found


def _beside_blanks(text: str, at: int, element: etree._Element) -> int:
    """Blanks that end a text count only where the text says so: there they go to the part behind."""
    return at if element.get(SPACE) == "preserve" else len(text[:at].rstrip())


def _may_part(cut: Cut) -> bool:
    """Whether the two parts say what the whole said: no blanks at its end that did not count, no tracked change of
    looks that would be there twice.
    """
    properties = cut.run.find(_R_PR)
    if properties is not None and any(child.tag in _REVISED for child in properties):
        return False
    text = cut.text.text or ""
    return cut.text.get(SPACE) == "preserve" or not text[-1:].isspace()


def _texts(run: etree._Element) -> Iterator[tuple[etree._Element | None, str | None]]:
    """The children of a run with what they read as; ``None`` for what is not known here."""
    for child in run.iterchildren("*"):
        if child.tag == _T:
            yield child, child.text or ""
        elif child.tag in _ONE:
            yield None, {"br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(etree.QName(child).localname, "\t")
        elif child.tag not in _NONE:
            yield None, None


def _paragraph(run: etree._Element) -> etree._Element | None:
    return next(run.iterancestors(_P), None)


def _fields(paragraph: etree._Element) -> Mapping[etree._Element, tuple[etree._Element, etree._Element]] | None:
    """The first and the last run of the field that a run of the paragraph belongs to; ``None`` where a field reaches
    over its edge.
    """
    found: dict[etree._Element, tuple[etree._Element, etree._Element]] = {}
    open_ones: list[etree._Element] = []
    depth = 0
    for run in paragraph.iter(_R):
        if next(run.iterancestors(_P), None) is not paragraph:
            continue  # in a text box
        kinds = [mark.get(W + "fldCharType") for mark in run.iterchildren(_FIELD)]
        if depth or kinds:
            open_ones.append(run)
        for kind in kinds:
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            if depth < 0:
                return None
        if open_ones and not depth:
            found |= dict.fromkeys(open_ones, (open_ones[0], run))
            open_ones = []
    return None if depth else found
