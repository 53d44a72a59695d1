"""What paragraph styles say about headings and numbers: the style part in, a style by its id out.

Word's style part holds some 300 KB, mostly table styles that no paragraph uses. So a style is cut out of it and parsed
alone when it is first asked for; where the part is not written the usual way, all of it is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from .package import W

OUTLINE, NUM_PR, VAL = W + "outlineLvl", W + "numPr", W + "val"
_NAME, _BASED_ON, _P_PR, _ID = W + "name", W + "basedOn", W + "pPr", W + "styleId"
_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_BODY_TEXT = 9
"""The outline level that means "no heading"."""

_ROOT, _START, _END = b"<w:styles", b"<w:style ", b"</w:style>"


class Number(NamedTuple):
    """Numbering as a paragraph or style states it; ``None`` is left to the style below."""

    list: str | None = None
    level: int | None = None


class Style(NamedTuple):
    """What a style says, its ancestors included; ``heading`` is 0 for none."""

    heading: int = 0
    number: Number = Number()


class _Stated(NamedTuple):
    """A style as written, without what it inherits; ``heading`` is ``None`` where it says nothing."""

    heading: int | None = None
    number: Number | None = None
    based_on: str = ""


class Styles:
    """The styles of one document by id; an unknown one says nothing."""

    def __init__(self, data: bytes, parse: Callable[[bytes], etree._Element]) -> None:
        self._data, self._parse = data, parse
        root = data.find(_ROOT)
        self._head = data[: data.find(b">", root) + 1]
        self._usual = root >= 0 and b' w:styleId="' in data and b"<!--" not in data
        self._stated: dict[str, _Stated] = {} if self._usual else self._all()
        self._styles: dict[str, Style] = {}

    def get(self, key: str) -> Style:
        """The style with that id. A circle of ancestors ends where it closes."""
        if key not in self._styles:
            self._styles[key] = self._resolved(key)
        return self._styles[key]

    def _resolved(self, key: str) -> Style:
        heading: int | None = None
        number = Number()
        ancestor, seen = key, set[str]()
        while ancestor and ancestor not in seen:
            seen.add(ancestor)
            own = self._one(ancestor)
            heading = own.heading if heading is None else heading
            if own.number is not None and number.list is None:
                number = Number(own.number.list, own.number.level if number.level is None else number.level)
            ancestor = own.based_on
        return Style(heading or 0, number)

    def _one(self, key: str) -> _Stated:
        if not self._usual:
            return self._stated.get(key, _Stated())
        at = self._data.find(b' w:styleId="%s"' % key.encode())
        if at < 0:
            return _Stated()
        start, end = self._data.rfind(_START, 0, at), self._data.find(_END, at)
        entry = self._data[start : end + len(_END)]
        if start < 0 or end < 0 or entry.count(_START) != 1 or entry.find(b">") < at - start:
            self._usual, self._stated = False, self._all()
            return self._one(key)
        return _own(self._parse(self._head + entry + b"</w:styles>")[0])

    def _all(self) -> dict[str, _Stated]:
        return {item.get(_ID, ""): _own(item) for item in self._parse(self._data).iterchildren(W + "style")}


def stated(num_pr: etree._Element) -> Number:
    """The numbering that a ``w:numPr`` states."""
    level, key = num_pr.find(W + "ilvl"), num_pr.find(W + "numId")
    return Number(None if key is None else key.get(VAL), None if level is None else integer(level.get(VAL)))


def heading(outline: int | None) -> int:
    """The heading level (1–9) of an outline level as stored (from 0); 0 for body text."""
    return outline + 1 if outline is not None and 0 <= outline < _BODY_TEXT else 0


def integer(text: str | None) -> int | None:
    """A whole number, ``None`` where it is none."""
    try:
        return int(text or "")
    except ValueError:
        return None


def _own(style: etree._Element) -> _Stated:
    level, number, based_on = None, None, ""
    for item in style.iterchildren(_NAME, _BASED_ON, _P_PR):
        if item.tag == _NAME:
            named = _HEADING.fullmatch(item.get(VAL, ""))
            level = int(named[1]) if named else None
        elif item.tag == _BASED_ON:
            based_on = item.get(VAL, "")
        else:
            for inner in item.iterchildren(OUTLINE, NUM_PR):
                if inner.tag == OUTLINE:
                    level = heading(integer(inner.get(VAL)))
                else:
                    number = stated(inner)
    return _Stated(level, number, based_on)
