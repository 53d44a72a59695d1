"""How cells look, as far as it matters: the style part in, one :class:`Style` for each cell format out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from .formats import CODES, Format, format_of
from .names import X
from .strings import is_struck

_SIDES = (X + "left", X + "right", X + "top", X + "bottom", X + "start", X + "end")
_UPRIGHT = frozenset((X + "left", X + "right", X + "start", X + "end"))


class Style(NamedTuple):
    """The number format (``None`` for General), whether the font crosses out, and the lines around the cell.

    ``boxed`` cells have a line on some side, ``ruled`` ones on the left or right, as cells of a grid have.
    """

    format: Format | None = None
    struck: bool = False
    boxed: bool = False
    ruled: bool = False

    @property
    def keeps_text(self) -> bool:
        """Whether a text under it is displayed as it is."""
        return not self.struck and (self.format is None or self.format.keeps_text)


PLAIN = Style()


def styles(root: etree._Element) -> list[Style]:
    """The styles in the order in which cells refer to them."""
    codes = {_number(item, "numFmtId"): item.get("formatCode", "") for item in _items(root, "numFmts", "numFmt")}
    struck = [is_struck(font) for font in _items(root, "fonts", "font")]
    lines = [_lines(border) for border in _items(root, "borders", "border")]
    known: dict[tuple[int, int, int], Style] = {}
    result: list[Style] = []
    for item in _items(root, "cellXfs", "xf"):
        key = (_number(item, "numFmtId"), _number(item, "fontId"), _number(item, "borderId"))
        if key not in known:
            form, font, border = key
            code = codes.get(form) or CODES.get(form, "General")
            known[key] = Style(
                None if code == "General" else format_of(code),
                struck[font] if font < len(struck) else False,
                *(lines[border] if border < len(lines) else (False, False)),
            )
        result.append(known[key])
    return result


def _items(root: etree._Element, group: str, item: str) -> Iterator[etree._Element]:
    found = root.find(X + group)
    return iter(()) if found is None else found.iterchildren(X + item)


def _lines(border: etree._Element) -> tuple[bool, bool]:
    """Whether any side has a line, and whether one that stands upright has."""
    drawn = {side.tag for side in border.iterchildren(*_SIDES) if side.get("style", "none") != "none"}
    return bool(drawn), bool(drawn & _UPRIGHT)


def _number(item: etree._Element, name: str) -> int:
    text = item.get(name, "0")
    return int(text) if text.isdecimal() and len(text) < 9 else 0
