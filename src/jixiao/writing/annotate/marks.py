"""The marks of comments in the text: ranges and numbers enter, the bytes of the main part with or without them leave.

A comment has three marks: where its range starts, where it ends, and a run that refers to it (ECMA-376 part 1,
17.13.4).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from lxml import etree

from ...reading.package import TRANSITIONAL, W
from ..splice import Markup, prefix_for
from .where import Range

_ID = W + "id"
_START, _END, _REFERENCE = W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"
_R, _R_PR, _P_PR = W + "r", W + "rPr", W + "pPr"
_ENDS_HERE, _STARTS, _ENDS_AT_ONCE = range(3)
"""What stands first where marks meet: a range that is over ends before another starts, and an empty one after that."""


def numbers(root: etree._Element) -> frozenset[str]:
    """The numbers that any mark of a comment bears."""
    return frozenset(mark.get(_ID, "") for mark in root.iter(_START, _END, _REFERENCE))


def without(data: bytes, root: etree._Element, gone: Collection[str]) -> bytes:
    """The part without the marks of these comments; a run that did nothing but refer to one goes with it."""
    markup = Markup(data, root)
    for mark in _all(root, gone):
        markup.cut(mark)
    return markup.written()


def with_marks(data: bytes, root: etree._Element, ranges: Sequence[tuple[Range, str]]) -> bytes:
    """The part with the marks of a comment around each range."""
    markup = Markup(data, root)
    for where, number in ranges:
        _mark(markup, where, number)
    return markup.written()


def _all(root: etree._Element, gone: Collection[str]) -> Iterator[etree._Element]:
    for mark in root.iter(_START, _END, _REFERENCE):
        if mark.get(_ID) not in gone:
            continue
        run = mark.getparent()
        alone = mark.tag == _REFERENCE and run is not None and run.tag == _R
        if alone and run is not None and all(other is mark or other.tag == _R_PR for other in run):
            yield run
        else:
            yield mark


def _mark(markup: Markup, where: Range, number: str) -> None:
    """The three marks of one comment."""
    prefix, declared = prefix_for(where.first, TRANSITIONAL, "w")
    start = f'<{prefix}commentRangeStart{declared} {prefix}id="{number}"/>'
    properties = where.first.find(_P_PR)
    if where.before is not None:
        begins = markup.before(where.before)
    else:
        begins = markup.first(where.first) if properties is None else markup.after(properties)
    ends = markup.last(where.last) if where.after is None else markup.after(where.after)
    markup.put(begins, start, _STARTS)
    prefix, declared = prefix_for(where.last, TRANSITIONAL, "w")
    end = (
        f'<{prefix}commentRangeEnd{declared} {prefix}id="{number}"/>'
        f'<{prefix}r{declared}><{prefix}commentReference {prefix}id="{number}"/></{prefix}r>'
    )
    markup.put(ends, end, _ENDS_AT_ONCE if ends.at == begins.at else _ENDS_HERE)
