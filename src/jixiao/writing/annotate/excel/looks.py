"""The one style that the sheet of findings adds to a workbook: lines wrapped, from the top. The workbook enters and is
changed; the number of the style leaves.
"""

from __future__ import annotations

import re

from lxml import etree

from ....reading.excel.names import X
from ...splice import Markup
from .book import Book, prefix_of

_FORMATS, _FORMAT = X + "cellXfs", X + "xf"
_FIRST = {"numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"}
_WRAPPED = {"vertical": "top", "wrapText": "1"}


def wrapped(book: Book) -> int | None:
    """The number of the style, added where the workbook has none like it; ``None`` where it has no styles."""
    part = book.related(book.main, "/styles")
    found = book.read(part)
    formats = None if found is None else found[1].find(_FORMATS)
    if found is None or formats is None:
        return None
    known = list(formats.iterchildren(_FORMAT))
    same = next((n for n, one in enumerate(known) if _is_wrapped(one)), None)
    if same is not None:
        return same
    markup, p = Markup(*found), prefix_of(formats)
    said = " ".join(f'{name}="{value}"' for name, value in _FIRST.items())
    alignment = " ".join(f'{name}="{value}"' for name, value in _WRAPPED.items())
    entry = f'<{p}xf {said} xfId="0" applyAlignment="1"><{p}alignment {alignment}/></{p}xf>'
    markup.put(markup.last(formats), entry)
    markup.give(formats, "count", str(len(known) + 1))
    book.put(part, markup.written())
    return len(known)


def without(book: Book) -> None:
    """Take the style out where it is the last one and nothing in the workbook has it."""
    part = book.related(book.main, "/styles")
    found = book.read(part)
    formats = None if found is None else found[1].find(_FORMATS)
    known = [] if formats is None else list(formats.iterchildren(_FORMAT))
    if found is None or formats is None or len(known) < 2 or not _is_wrapped(known[-1]):
        return
    used = re.compile(rb"""\b(?:s|style)=["']%d["']""" % (len(known) - 1))
    if any(used.search(book.bytes_of(sheet.part) or b"") for sheet in book.sheets):
        return
    markup = Markup(*found)
    markup.cut(known[-1])
    markup.give(formats, "count", str(len(known) - 1))
    book.put(part, markup.written())


def _is_wrapped(style: etree._Element) -> bool:
    """Whether a style is ours to the letter."""
    said = {str(name): str(value) for name, value in style.attrib.items()}
    if said != {**_FIRST, "xfId": "0", "applyAlignment": "1"} or len(style) != 1:
        return False
    inside = {str(name): str(value) for name, value in style[0].attrib.items()}
    return style[0].tag == X + "alignment" and inside == _WRAPPED
