"""What only encloses content in a Word file, blocks and inlines alike: an element in, what to read of it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from .package import W
from .styles import on

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = _MC + "AlternateContent"
SDT, SDT_CONTENT = W + "sdt", W + "sdtContent"
TRANSPARENT = frozenset(W + name for name in ("sdtContent", "customXml", "smartTag", "ins", "moveTo"))
"""Elements that enclose content and say nothing about it."""

PLAIN_CELLS = W + "cells"
"""Our own element for cells side by side that are nothing but their text and their merges; see :mod:`.plain`."""

_ROWS, _CELLS = frozenset({W + "tr"}), frozenset({W + "tc", PLAIN_CELLS})


def enclosed(element: etree._Element, tag: str) -> Iterable[etree._Element] | None:
    """What a container encloses, ``None`` where it is none."""
    if tag in TRANSPARENT:
        return element
    if tag == SDT:
        return control(element)
    return chosen(element) if tag == ALTERNATE else None


def rows_of(table: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The rows of a table, out of whatever encloses them."""
    return _flat(table, _ROWS)


def cells_of(row: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The cells of a row, and the elements of plain cells, out of whatever encloses them."""
    return _flat(row, _CELLS)


def _flat(parent: Iterable[etree._Element], wanted: frozenset[str]) -> Iterator[etree._Element]:
    for child in parent:
        tag = child.tag
        if tag in wanted:
            yield child
        elif (inner := enclosed(child, tag)) is not None:
            yield from _flat(inner, wanted)


def control(element: etree._Element) -> Iterable[etree._Element]:
    """What a content control encloses; nothing where it still shows its prompt ("单击此处输入文字")."""
    content = element.find(SDT_CONTENT)
    prompt = element.find(f"{W}sdtPr/{W}showingPlcHdr")
    return () if content is None or (prompt is not None and on(prompt)) else content


def chosen(alternatives: etree._Element) -> Iterable[etree._Element]:
    """The one alternative to read: the first choice, else the fallback. Both hold the same in two techniques."""
    choice = alternatives.find(_MC + "Choice")
    fallback = alternatives.find(_MC + "Fallback") if choice is None else choice
    return () if fallback is None else fallback
