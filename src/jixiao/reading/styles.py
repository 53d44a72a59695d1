"""What styles say about headings, numbers and crossed-out text: the style part in, a style by its id out.

Word's style part holds some 300 KB, mostly table styles that no paragraph uses. So a style is cut out of it and parsed
alone when it is first asked for; where the part is not written the usual way, all of it is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from .package import Package, W

OUTLINE, NUM_PR, VAL = W + "outlineLvl", W + "numPr", W + "val"
_NAME, _BASED_ON, _P_PR, _R_PR, _ID = W + "name", W + "basedOn", W + "pPr", W + "rPr", W + "styleId"
_STRIKES = (W + "strike", W + "dstrike")
_HEADING = r"(?:heading|标题|標題)\s*([1-9])"
_BODY_TEXT = 9
"""The outline level that means "no heading"."""

_ANCESTORS = 40
"""Word itself inherits from some ten."""

_MANY = 200
"""Where so many styles are used, looking for each costs more than parsing all."""

_ROOT, _START, _END = b"<w:styles", b"<w:style ", b"</w:style>"


class Number(NamedTuple):
    """Numbering as a paragraph or style states it; ``None`` is left to the style below."""

    list: str | None = None
    level: int | None = None


class Style(NamedTuple):
    """What a style says, its ancestors included; ``heading`` is 0 for none, ``struck`` ``None`` where it says nothing
    about lines through the text.
    """

    heading: int = 0
    number: Number = Number()
    struck: bool | None = None


class _Stated(NamedTuple):
    """A style as written, without what it inherits; ``heading`` is ``None`` where it says nothing."""

    heading: int | None = None
    number: Number | None = None
    based_on: str = ""
    struck: bool | None = None


class Styles:
    """The styles of one document by id; an unknown one says nothing."""

    @classmethod
    def of(cls, package: Package) -> Styles:
        """The styles of that package; none of them says anything where it has no such part."""
        return cls(package.related("styles") or b"", lambda data: package.parse(data, "word/styles.xml"))

    def __init__(self, data: bytes, parse: Callable[[bytes], etree._Element]) -> None:
        self._data, self._parse = data, parse
        root = data.find(_ROOT)
        self._head = data[: data.find(b">", root) + 1]
        self._usual = not data or (root >= 0 and b' w:styleId="' in data and b"<!--" not in data)
        self._styles: dict[str, Style] = {}

    @cached_property
    def strikes(self) -> bool:
        """Whether any style, used or not, or the default crosses text out."""
        return b"strik" in self._data and any(map(struck, self._root.iter(_R_PR)))

    @cached_property
    def struck_by_default(self) -> bool:
        """Whether text is crossed out that nothing is said about."""
        return any(map(struck, self._root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr")))

    @cached_property
    def default(self) -> str:
        """The id of the style that paragraphs have without naming one."""
        for style in self._root.iterchildren(W + "style"):
            if style.get(W + "default") in {"1", "true", "on"} and style.get(W + "type") == "paragraph":
                return style.get(_ID, "")
        return ""

    def get(self, key: str) -> Style:
        """The style with that id. A circle of ancestors ends where it closes."""
        known = self._styles.get(key)
        if known is None:
            known = self._styles[key] = self._resolved(key)
        return known

    def numbered(self, key: str) -> bool:
        """Whether that style numbers its paragraphs."""
        return self.get(key).number.list not in {None, "0"}

    def _resolved(self, key: str) -> Style:
        heading: int | None = None
        number, crossed = Number(), None
        ancestor, seen = key, set[str]()
        while ancestor and ancestor not in seen and len(seen) < _ANCESTORS:
            seen.add(ancestor)
            own = self._one(ancestor)
            heading = own.heading if heading is None else heading
            if own.number is not None and number.list is None:
                number = Number(own.number.list, own.number.level if number.level is None else number.level)
            crossed = own.struck if crossed is None else crossed
            ancestor = own.based_on
        return Style(heading or 0, number, crossed)

    def _one(self, key: str) -> _Stated:
        self._usual = self._usual and len(self._styles) < _MANY
        if not self._usual:
            return self._stated.get(key, _Stated())
        at = self._data.find(b' w:styleId="%s"' % key.encode())
        if at < 0:
            return _Stated()
        start, end = self._data.rfind(_START, 0, at), self._data.find(_END, at)
        entry = self._data[start : end + len(_END)]
        if start < 0 or end < 0 or entry.count(_START) != 1 or entry.find(b">") < at - start:
            self._usual = False
            return self._one(key)
        return _own(self._parse(self._head + entry + b"</w:styles>")[0])

    @cached_property
    def _stated(self) -> dict[str, _Stated]:
        return {item.get(_ID, ""): _own(item) for item in self._root.iterchildren(W + "style")}

    @cached_property
    def _root(self) -> etree._Element:
        return self._parse(self._data)


def stated(num_pr: etree._Element) -> Number:
    """The numbering that a ``w:numPr`` states."""
    level, key = num_pr.find(W + "ilvl"), num_pr.find(W + "numId")
    return Number(None if key is None else key.get(VAL), None if level is None else integer(level.get(VAL)))


def heading(outline: int | None) -> int:
    """The heading level (1–9) of an outline level as stored (from 0); 0 for body text."""
    return outline + 1 if outline is not None and 0 <= outline < _BODY_TEXT else 0


def on(mark: etree._Element) -> bool:
    """Whether a property is switched on (present and not off)."""
    return mark.get(VAL, "1") not in {"0", "false", "off"}


def struck(look: etree._Element) -> bool | None:
    """Whether a ``w:rPr`` crosses its text out; ``None`` where it does not say."""
    marks = [on(mark) for mark in look.iterchildren(*_STRIKES)]
    return any(marks) if marks else None


def integer(text: str | None) -> int | None:
    """A whole number, ``None`` where it is none."""
    try:
        return int(text or "")
    except ValueError:
        return None


def _own(style: etree._Element) -> _Stated:
    level, number, based_on, crossed = None, None, "", None
    for item in style.iterchildren(_NAME, _BASED_ON, _P_PR, _R_PR):
        if item.tag == _NAME:
            named = re.fullmatch(_HEADING, item.get(VAL, ""), re.IGNORECASE)
            level = int(named[1]) if named else None
        elif item.tag == _BASED_ON:
            based_on = item.get(VAL, "")
        elif item.tag == _R_PR:
            crossed = struck(item)
        else:
            for inner in item.iterchildren(OUTLINE, NUM_PR):
                if inner.tag == OUTLINE:
                    level = heading(integer(inner.get(VAL)))
                else:
                    number = stated(inner)
    return _Stated(level, number, based_on, crossed)
