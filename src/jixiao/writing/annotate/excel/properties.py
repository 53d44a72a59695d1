"""The list of sheets in the properties of a workbook: a name enters, the properties with it or without leave.

They only show what is in a file to whoever does not open it. Where they do not say what the workbook says, they are
left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from ....reading.excel.names import X
from ...splice import Markup
from ...word.xml import escape
from .book import Book, prefix_of

_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_VT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"


class _Listed(NamedTuple):
    """The elements that count and name the sheets."""

    part: str
    counted: etree._Element
    vector: etree._Element
    names: Sequence[etree._Element]


def add(book: Book, name: str) -> None:
    """Name one more sheet behind those there are."""
    listed = _listed(book)
    if listed is None:
        return
    markup = book.edit(listed.part)
    vt = prefix_of(listed.vector)
    markup.put(markup.after(listed.names[-1]), f"<{vt}lpstr>{escape(name)}</{vt}lpstr>")
    _counted(book, listed, markup, 1)


def drop(book: Book, name: str) -> None:
    """Name the last sheet no more; called when the workbook does not list it any longer."""
    listed = _listed(book, name)
    if listed is not None:
        markup = book.edit(listed.part)
        markup.cut(listed.names[-1])
        _counted(book, listed, markup, -1)


def _counted(book: Book, listed: _Listed, markup: Markup, more: int) -> None:
    markup.fill(listed.counted, str(int(listed.counted.text or "0") + more))
    markup.give(listed.vector, "size", str(int(listed.vector.get("size", "0")) + more))
    book.put(listed.part, markup.written())


def _listed(book: Book, *further: str) -> _Listed | None:
    """The list, where it names the worksheets of the workbook (and then these) first and counts them right."""
    part = book.related("", "/extended-properties")
    found = book.read(part)
    if found is None:
        return None
    pairs = list(found[1].iterfind(f"{_PROPERTIES}HeadingPairs/{_VT}vector/{_VT}variant"))
    vector = found[1].find(f"{_PROPERTIES}TitlesOfParts/{_VT}vector")
    count = pairs[1].find(_VT + "i4") if len(pairs) > 1 else None
    entries = book.whole(book.main)[1].iterfind(f"{X}sheets/{X}sheet")
    expected = [*(entry.get("name", "") for entry in entries), *further]
    if vector is None or count is None or count.text != str(len(expected)) or not vector.get("size", "").isdecimal():
        return None
    names = list(vector.iterchildren(_VT + "lpstr"))[: len(expected)]
    if [name.text or "" for name in names] != expected or len(vector) != int(vector.get("size", "0")):
        return None
    return _Listed(part, count, vector, names)
