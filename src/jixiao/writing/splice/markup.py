"""The XML of a part, changed in a few places: its bytes and its parsed tree enter, bytes leave.

Pieces are put in and elements taken out in the bytes themselves, at the places of the tree's elements: quotes, line
ends, namespaces, comments and declaration of everything else stay as whoever wrote them wrote them.
"""

from __future__ import annotations

import re
from functools import cached_property
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from jixiao.model.classes import dataclass

_TAG = re.compile(
    rb"""<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(/?)([^\s/>]+)[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""",
    re.DOTALL,
)
_SIGN = re.compile(r"&[^;]*;|\r\n|.", re.DOTALL)
_INSIDE, _CLOSING, _OUTSIDE = range(3)


@dataclass(frozen=True, slots=True)
class _Span:
    """Where an element stands: its start tag, and where its end tag begins and ends. ``empty`` has one tag only."""

    start: int
    inner: int
    close: int
    end: int
    name: bytes
    empty: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Between two bytes of a part, inside or outside of an element."""

    at: int
    _side: int
    _span: _Span


@dataclass(frozen=True, slots=True)
class _Edit:
    """Bytes from ``start`` to ``end`` give way to ``piece``; at one place the lower ``order`` stands first."""

    start: int
    end: int
    order: tuple[int, int, int]
    piece: bytes


class Markup:
    """Edits of one part. ``data`` is well-formed XML without a document type, ``root`` its tree (comments and
    processing instructions may be missing in it).

    ``ValueError`` where bytes and tree do not belong together, or edits overlap.
    """

    def __init__(self, data: bytes, root: etree._Element) -> None:
        self._data, self._root = data, root
        self._encoding = root.getroottree().docinfo.encoding or "UTF-8"
        self._edits: list[_Edit] = []
        self._opened: set[int] = set()

    def before(self, element: etree._Element) -> Place:
        """The place before an element."""
        span = self._span(element)
        return Place(span.start, _OUTSIDE, span)

    def after(self, element: etree._Element) -> Place:
        """The place behind an element."""
        span = self._span(element)
        return Place(span.end, _OUTSIDE, span)

    def first(self, element: etree._Element) -> Place:
        """The place inside an element before all that stands in it."""
        return self._inside(element, self._span(element).inner)

    def last(self, element: etree._Element) -> Place:
        """The place inside an element behind all that stands in it."""
        return self._inside(element, self._span(element).close)

    def within(self, element: etree._Element, characters: int) -> Place | None:
        """The place inside the text of an element that has no children, behind so many of its characters; ``None``
        where bytes and text do not go along one by one (a section of literal text, a comment in between).
        """
        span = self._span(element)
        signs = _SIGN.findall(self._data[span.inner : span.close].decode(self._encoding))
        if span.empty or len(signs) != len(element.text or "") or "<" in signs:
            return None
        at = span.inner + len("".join(signs[:characters]).encode(self._encoding))
        return Place(at, _OUTSIDE, span)

    def tag(self, element: etree._Element) -> str:
        """The start tag of an element, as it is written."""
        span = self._span(element)
        return self._data[span.start : span.inner].decode(self._encoding)

    def raw(self, element: etree._Element) -> str:
        """All of an element, as it is written."""
        span = self._span(element)
        return self._data[span.start : span.end].decode(self._encoding)

    def put(self, place: Place, piece: str, rank: int = 0) -> None:
        """Put a piece in. Where pieces meet, those of lower ``rank`` stand first, then those that were put first."""
        if place._side == _INSIDE:
            self._open(place._span)
        raw = piece.encode(self._encoding, "xmlcharrefreplace")
        self._edits.append(_Edit(place.at, place.at, (place._side, rank, len(self._edits)), raw))

    def cut(self, element: etree._Element) -> None:
        """Take an element out, with all that stands in it."""
        span = self._span(element)
        self._replace(span.start, span.end, b"")

    def join(self, element: etree._Element, other: etree._Element) -> None:
        """Take out all that stands between the content of an element and that of a later one, tags included."""
        self._replace(self._span(element).close, self._span(other).inner, b"")

    def fill(self, element: etree._Element, text: str) -> None:
        """Another content for an element that has one."""
        span = self._span(element)
        if span.empty:
            raise ValueError("an element without content")
        self._replace(span.inner, span.close, escape(text).encode(self._encoding, "xmlcharrefreplace"))

    def give(self, element: etree._Element, attribute: str, value: str) -> None:
        """Another value for an attribute without a namespace, where the element has it."""
        span = self._span(element)
        found = re.search(
            rb"""\s%s\s*=\s*("[^"]*"|'[^']*')""" % attribute.encode(), self._data[span.start : span.inner]
        )
        if found is not None:
            start, end = (span.start + at for at in found.span(1))
            self._replace(start, end, quoteattr(value).encode(self._encoding, "xmlcharrefreplace"))

    def drop(self, element: etree._Element, attribute: str) -> None:
        """Take an attribute out, named without its namespace."""
        span = self._span(element)
        named = re.compile(rb"""\s+(?:[^\s"'=]+:)?%s\s*=\s*("[^"]*"|'[^']*')""" % attribute.encode())
        self._replace(span.start, span.inner, named.sub(b"", self._data[span.start : span.inner]))

    def written(self) -> bytes:
        """The part with all edits; the very same bytes where there are none."""
        if not self._edits:
            return self._data
        pieces: list[bytes] = []
        at = 0
        for edit in sorted(self._edits, key=lambda one: (one.start, one.order)):
            if edit.start < at:
                raise ValueError("two edits overlap")
            pieces += (self._data[at : edit.start], edit.piece)
            at = edit.end
        return b"".join((*pieces, self._data[at:]))

    def _inside(self, element: etree._Element, at: int) -> Place:
        # behind the last child is at the end of its parent: only an element of one tag has an inside of its own
        span = self._span(element)
        return Place(at, _INSIDE if span.empty else _OUTSIDE, span)

    def _replace(self, start: int, end: int, piece: bytes) -> None:
        self._edits.append(_Edit(start, end, (_OUTSIDE, 0, len(self._edits)), piece))

    def _open(self, span: _Span) -> None:
        """Make room in an element without content: ``<p/>`` becomes ``<p></p>``."""
        if span.start not in self._opened:
            self._opened.add(span.start)
            self._replace(self._data.rindex(b"/", span.start, span.end), span.end, b">")
            self._edits.append(_Edit(span.end, span.end, (_CLOSING, 0, 0), b"</" + span.name + b">"))

    def _span(self, element: etree._Element) -> _Span:
        return self._spans[self._numbers[element]]

    @cached_property
    def _numbers(self) -> dict[etree._Element, int]:
        return {element: number for number, element in enumerate(self._root.iter("*"))}

    @cached_property
    def _spans(self) -> list[_Span]:
        """The places of all elements in the order of their start tags, which is that of the tree."""
        found: list[_Span | None] = []
        open_ones: list[tuple[int, int, int]] = []
        for tag in _TAG.finditer(self._data):
            closing, name = tag.groups()
            if name is None:
                continue
            if closing:
                number, start, inner = open_ones.pop()
                found[number] = _Span(start, inner, tag.start(), tag.end(), name, empty=False)
            elif tag[0].endswith(b"/>"):
                end = tag.end()
                found.append(_Span(tag.start(), end, end, end, name, empty=True))
            else:
                open_ones.append((len(found), tag.start(), tag.end()))
                found.append(None)
        spans = [span for span in found if span is not None]
        if len(spans) != len(found) or len(spans) != len(self._numbers):
            raise ValueError("bytes and tree do not belong together")
        return spans


def prefix_for(element: etree._Element, namespace: str, wanted: str) -> tuple[str, str]:
    """How to name a new element of a namespace beside or in an element: the prefix with its colon, and what must be
    declared on the new one. An attribute cannot go without a prefix, so that a default namespace is not enough.
    """
    for prefix, uri in element.nsmap.items():
        if prefix and uri == namespace:
            return f"{prefix}:", ""
    return f"{wanted}:", f' xmlns:{wanted}="{namespace}"'
