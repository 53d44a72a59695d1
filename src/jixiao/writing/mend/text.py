"""Characters of a Word file exchanged: the bytes of the main part, its tree and the edits enter, the bytes leave.

Untracked, only the ``w:t`` concerned are written anew. Tracked, the run is parted: what stays, what is deleted and
what is inserted are runs of the same look, the latter two inside marks of a revision (ECMA-376 part 1, 17.13.5).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count, groupby
from typing import NamedTuple

from lxml import etree

from ...reading.package import TRANSITIONAL, W
from ..splice import Markup, prefix_for
from ..word.xml import attribute, escape
from .line import Piece
from .records import Tracking

_T, _R_PR, _P_PR, _R, _ID = W + "t", W + "rPr", W + "pPr", W + "r", W + "id"
_KEPT, _GONE, _NEW = "", "del", "ins"
_MARKS = frozenset(W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))


class _Cut(NamedTuple):
    """Characters of one ``w:t`` that give way to a text."""

    start: int
    end: int
    text: str


class TextEdits:
    """Edits of the text of one part, written all at once."""

    def __init__(self, data: bytes, root: etree._Element, tracking: Tracking | None) -> None:
        self._data, self._root, self._tracking = data, root, tracking
        self._markup = Markup(data, root)
        self._encoding = root.getroottree().docinfo.encoding or "UTF-8"
        self._cuts: defaultdict[etree._Element, list[_Cut]] = defaultdict(list)
        taken = (mark.get(_ID, "") for mark in root.iter("*") if _ID in mark.attrib)
        first = max((int(number) for number in taken if number.isdecimal() and len(number) < 10), default=0) + 1
        self._numbers = count(first)

    def exchange(self, pieces: Sequence[Piece], start: int, end: int, text: str) -> bool:
        """Put a text in the place of characters of a paragraph, which these pieces hold; false where another edit has
        some of them.
        """
        cuts: list[tuple[etree._Element, _Cut]] = []
        for piece in pieces:
            length = len(piece.element.text or "")
            cut = _Cut(max(start - piece.start, 0), min(end - piece.start, length), text)
            if any(cut.start < other.end and other.start < cut.end for other in self._cuts[piece.element]):
                return False
            cuts.append((piece.element, cut))
            text = ""  # all of it stands in the first piece
        for element, cut in cuts:
            self._cuts[element].append(cut)
        return True

    def append(self, paragraph: etree._Element, text: str, look: etree._Element | None) -> None:
        """Put a text behind all that stands in a paragraph, in a run with these properties."""
        w, declared = prefix_for(paragraph, TRANSITIONAL, "w")
        inside = "" if look is None else self._inner(look)
        properties = f"<{w}rPr>{inside}</{w}rPr>" if inside else ""
        content = f'<{w}t xml:space="preserve">{escape(text)}</{w}t>'
        if self._tracking is None:
            run = f"<{w}r{declared}>{properties}{content}</{w}r>"
        else:
            run = self._revised(_NEW, w, declared, f"<{w}r>{properties}{content}</{w}r>")
        self._markup.put(self._markup.last(paragraph), run)

    def written(self) -> bytes:
        """The part with all edits."""
        changed = [element for element, cuts in self._cuts.items() if cuts]
        if self._tracking is None:
            for element in changed:
                text = "".join(part for kind, part in self._parts(element) if kind != _GONE)
                self._replace(element, self._text(element, "t", text))
        else:
            for run in dict.fromkeys(element.getparent() for element in changed):
                if run is not None:
                    self._replace(run, self._parted(run))
        return self._markup.written()

    def _parts(self, element: etree._Element) -> Iterator[tuple[str, str]]:
        """What stays, goes and comes of a ``w:t``, in order."""
        text, at = element.text or "", 0
        for cut in sorted(self._cuts[element]):
            yield _KEPT, text[at : cut.start]
            yield _GONE, text[cut.start : cut.end]
            yield _NEW, cut.text
            at = cut.end
        yield _KEPT, text[at:]

    def _parted(self, run: etree._Element) -> str:
        """A run as runs of what stays, what goes and what comes."""
        look = run.find(_R_PR)
        properties = "" if look is None else self._raw(look)
        pieces: list[tuple[str, str]] = []
        for child in run.iterchildren("*"):
            if self._cuts.get(child):
                named = {_KEPT: "t", _GONE: "delText", _NEW: "t"}
                pieces += [(kind, self._text(child, named[kind], part)) for kind, part in self._parts(child) if part]
            elif child.tag != _R_PR:
                pieces.append((_KEPT, self._raw(child)))
        begins = self._bytes(self._markup.before(run).at, self._markup.first(run).at)
        ends = self._bytes(self._markup.last(run).at, self._markup.after(run).at)
        w, declared = prefix_for(run, TRANSITIONAL, "w")
        result = ""
        for kind, group in groupby(pieces, key=lambda piece: piece[0]):
            whole = begins + properties + "".join(part for _, part in group) + ends
            result += whole if kind == _KEPT else self._revised(kind, w, declared, whole)
        return result

    def _revised(self, kind: str, w: str, declared: str, content: str) -> str:
        assert self._tracking is not None
        by = f"{w}author={attribute(self._tracking.author)}"
        if self._tracking.date:
            by += f" {w}date={attribute(self._tracking.date)}"
        return f'<{w}{kind}{declared} {w}id="{next(self._numbers)}" {by}>{content}</{w}{kind}>'

    def _text(self, beside: etree._Element, tag: str, text: str) -> str:
        w, declared = prefix_for(beside, TRANSITIONAL, "w")
        return f'<{w}{tag}{declared} xml:space="preserve">{escape(text)}</{w}{tag}>'

    def _replace(self, element: etree._Element, piece: str) -> None:
        self._markup.put(self._markup.before(element), piece)
        self._markup.cut(element)

    def _inner(self, look: etree._Element) -> str:
        """What the properties of a run, or of the mark of a paragraph, say of its look; no marks of revisions."""
        return "".join(self._raw(child) for child in look.iterchildren("*") if child.tag not in _MARKS)

    def _raw(self, element: etree._Element) -> str:
        return self._bytes(self._markup.before(element).at, self._markup.after(element).at)

    def _bytes(self, start: int, end: int) -> str:
        return self._data[start:end].decode(self._encoding)
