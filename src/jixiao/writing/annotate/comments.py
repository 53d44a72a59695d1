"""The part that holds the comments of a Word file: as it is, and what shall stand there; the numbers of the new
comments and the changed part leave.

Our own earlier comments give way. One that would say the same again stays as it is, with its number, so that what
people answered to it or ticked off stays with it. Comments of others are not touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from lxml import etree

from jixiao.model.classes import dataclass
from jixiao.model.workbook import FINDINGS_BY

from ...reading.package import TRANSITIONAL, W
from ..splice import Markup, prefix_for
from ..word.xml import DECLARATION, attribute, escape

AUTHOR, INITIALS = FINDINGS_BY, "绩效"
_COMMENT, _P, _T, _ID, _BY = W + "comment", W + "p", W + "t", W + "id", W + "author"
_LOOK = (
    '<{w}pPr><{w}spacing {w}before="0" {w}after="0" {w}line="240" {w}lineRule="auto"/>'
    '<{w}ind {w}left="0" {w}firstLineChars="0" {w}firstLine="0"/><{w}jc {w}val="left"/></{w}pPr>'
)
"""Single-spaced and flush, whatever the file's own paragraphs are like: a report's are 三号 with an indent."""

_SIZE = '<{w}rPr><{w}sz {w}val="20"/><{w}szCs {w}val="20"/></{w}rPr>'

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The number of each comment that shall be there, in order; those that must be made; the earlier ones that go."""

    numbers: tuple[str, ...]
    made: tuple[tuple[str, Lines], ...]
    gone: tuple[etree._Element, ...]

    @property
    def changes(self) -> bool:
        """Whether the part of the comments differs from what it was."""
        return bool(self.made or self.gone)


def ours(root: etree._Element | None) -> frozenset[str]:
    """The numbers of our comments in the file. One that a stranger's comment bears too is taken to be the
    stranger's.
    """
    return frozenset(_numbers(root, own=True) - _numbers(root, own=False))


def plan(root: etree._Element | None, wanted: Sequence[Lines], marked: Collection[str]) -> Plan:
    """What to do with the comments of a file (``None`` where it has none so far) so that these stand in it.

    ``marked`` are the numbers that the text refers to besides ours, known or not.
    """
    mine = ours(root)
    own = [one for one in _comments(root) if one.get(_BY) == AUTHOR]
    earlier: defaultdict[Lines, list[etree._Element]] = defaultdict(list)
    for one in own:
        if one.get(_ID) in mine:
            earlier[_lines(one)].append(one)
    kept = [earlier[lines].pop(0) if earlier[lines] else None for lines in wanted]
    free = _free({one.get(_ID, "") for one in kept if one is not None} | _numbers(root, own=False) | set(marked))
    numbers = tuple(next(free) if one is None else one.get(_ID, "") for one in kept)
    made = tuple((number, lines) for number, lines, one in zip(numbers, wanted, kept, strict=True) if one is None)
    return Plan(numbers, made, tuple(one for one in own if one not in kept))


def changed(data: bytes, root: etree._Element, todo: Plan) -> bytes:
    """The part with what goes taken out and what is new behind all others."""
    markup = Markup(data, root)
    for one in todo.gone:
        markup.cut(one)
    w, declared = prefix_for(root, TRANSITIONAL, "w")
    place = markup.last(root)
    for number, lines in todo.made:
        markup.put(place, _comment(number, lines, w, declared))
    return markup.written()


def fresh(todo: Plan) -> bytes:
    """The part for a file that has none."""
    inside = "".join(_comment(number, lines, "w:", "") for number, lines in todo.made)
    return f'{DECLARATION}<w:comments xmlns:w="{TRANSITIONAL}">{inside}</w:comments>'.encode()


def named(elements: Iterable[etree._Element], attribute_name: str) -> frozenset[str]:
    """The values of an attribute of any namespace in these elements and all below them."""
    return frozenset(
        str(value)
        for element in elements
        for inner in element.iter("*")
        for name, value in inner.attrib.items()
        if etree.QName(str(name)).localname == attribute_name
    )


def _comments(root: etree._Element | None) -> Iterator[etree._Element]:
    return iter(()) if root is None else root.iterchildren(_COMMENT)


def _numbers(root: etree._Element | None, *, own: bool) -> set[str]:
    return {one.get(_ID, "") for one in _comments(root) if (one.get(_BY) == AUTHOR) is own}


def _lines(comment: etree._Element) -> Lines:
    return tuple("".join(text.text or "" for text in paragraph.iter(_T)) for paragraph in comment.iter(_P))


def _free(taken: Collection[str]) -> Iterator[str]:
    """Numbers that nothing bears, from 0."""
    return (str(n) for n in range(2**31) if str(n) not in taken)


def _comment(number: str, lines: Lines, w: str, declared: str) -> str:
    look, size = _LOOK.format(w=w), _SIZE.format(w=w)
    paragraphs = [f'<{w}r>{size}<{w}t xml:space="preserve">{escape(line)}</{w}t></{w}r></{w}p>' for line in lines]
    inside = f"<{w}p>{look}".join(["", f"<{w}r>{size}<{w}annotationRef/></{w}r>{paragraphs[0]}", *paragraphs[1:]])
    by = f"{w}author={attribute(AUTHOR)} {w}initials={attribute(INITIALS)}"
    return f'<{w}comment{declared} {w}id="{number}" {by}>{inside}</{w}comment>'
