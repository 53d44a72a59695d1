"""A text of a workbook with some characters exchanged: a shared string or the string of a cell enters, the same as a
string of its own leaves. Its runs keep their looks; the shared one is not touched, as other cells may have it.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from ...reading.excel.names import X
from ...reading.excel.strings import is_struck

_T, _R, _R_PR = X + "t", X + "r", X + "rPr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Edit(NamedTuple):
    """Characters that give way to a text."""

    start: int
    end: int
    text: str


def text_of(item: etree._Element) -> str:
    """The text that is not crossed out, as it is stored."""
    return "".join(piece.text or "" for piece in _pieces(item))


def exchanged(item: etree._Element, edits: Iterable[Edit]) -> str:
    """The XML of the item as the string of a cell (``is``), with the edits, which do not meet."""
    own = deepcopy(item)
    own.tag, own.tail = X + "is", None
    for edit in sorted(edits, reverse=True):  # what stands before an edit keeps its place
        _exchange(_pieces(own), edit)
    etree.cleanup_namespaces(own)
    return etree.tostring(own, encoding="unicode")


def _exchange(pieces: Iterable[etree._Element], edit: Edit) -> None:
    at, text = 0, edit.text
    for piece in pieces:
        content = piece.text or ""
        first, last = max(edit.start - at, 0), min(edit.end - at, len(content))
        at += len(content)
        if first < last:
            piece.text = content[:first] + text + content[last:]
            piece.set(_SPACE, "preserve")
            text = ""  # all of it stands in the first piece


def _pieces(item: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in item.iterchildren(_T, _R):
        if child.tag == _T:
            found.append(child)
        elif (look := child.find(_R_PR)) is None or not is_struck(look):
            found += child.iterchildren(_T)
    return found
