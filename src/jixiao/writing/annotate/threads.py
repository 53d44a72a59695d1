"""What newer versions of Word keep beside the comments: which answers which, what is ticked off, lasting numbers. The
comments that go enter; the parts without them leave.

An answer of somebody else to a comment that goes stays, as a comment of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from ..splice import Markup
from ..splice.links import Relation
from .comments import named

_BY_PARAGRAPH = ("/commentsExtended", "/commentsIds")
_BY_NUMBER = "/commentsExtensible"
Read = Callable[[str], tuple[bytes, etree._Element] | None]


def without(relations: Iterable[Relation], read: Read, gone: Iterable[etree._Element]) -> dict[str, bytes]:
    """The parts that differ once the comments that go are gone. ``read`` gives bytes and tree of a part."""
    paragraphs = named(gone, "paraId")
    parts: dict[str, bytes] = {}
    if not paragraphs:
        return parts
    numbers: frozenset[str] = frozenset()
    known = list(relations)
    for relation in (one for one in known if one.kind.endswith(_BY_PARAGRAPH)):
        if (found := read(relation.part)) is not None:
            entries = list(_entries(found[1], "paraId", paragraphs))
            numbers |= named(entries, "durableId")
            parts[relation.part] = _cut(*found, entries, paragraphs)
    for relation in (one for one in known if one.kind.endswith(_BY_NUMBER)):
        if (found := read(relation.part)) is not None:
            parts[relation.part] = _cut(*found, list(_entries(found[1], "durableId", numbers)), frozenset())
    return parts


def _entries(root: etree._Element, name: str, values: frozenset[str]) -> Iterator[etree._Element]:
    return (entry for entry in root.iterchildren("*") if _own(entry, name) in values)


def _cut(data: bytes, root: etree._Element, entries: list[etree._Element], paragraphs: frozenset[str]) -> bytes:
    markup = Markup(data, root)
    for entry in entries:
        markup.cut(entry)
    for entry in _entries(root, "paraIdParent", paragraphs):
        if entry not in entries:
            markup.drop(entry, "paraIdParent")
    return markup.written()


def _own(entry: etree._Element, name: str) -> str:
    return next((str(v) for key, v in entry.attrib.items() if etree.QName(str(key)).localname == name), "")
