"""The marks of comments in the text: ranges and numbers enter, the bytes of the main part with or without them leave.

A comment has three marks: where its range starts, where it ends, and a run that refers to it (ECMA-376 part 1,
17.13.4). A mark stands between runs only, so that a run with the words in its middle is parted into runs of the same
look. The run that refers to the comment says which of its edges parted one, in a revision number that means nothing
else: where our marks go, the parts become the run that they were.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from lxml import etree

from ...reading.package import TRANSITIONAL, W
from ..splice import Markup, prefix_for
from ..splice.markup import Place
from .line import Cut
from .where import Range

_ID, _RSID = W + "id", W + "rsidR"
_START, _END, _REFERENCE = W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"
_R, _T, _R_PR, _P_PR = W + "r", W + "t", W + "rPr", W + "pPr"
_PARTS, _ENDS_HERE, _STARTS, _ENDS_AT_ONCE, _GOES_ON = range(5)
"""What stands first where marks meet: the first part of a run, then a range that is over before another starts, an
empty one after that, and the second part of the run.
"""

_PARTED = {(True, False): "6A780001", (False, True): "6A780002", (True, True): "6A780003"}
"""Whether the start and the end of a range parted a run."""


def numbers(root: etree._Element) -> frozenset[str]:
    """The numbers that any mark of a comment bears."""
    return frozenset(mark.get(_ID, "") for mark in root.iter(_START, _END, _REFERENCE))


def without(data: bytes, root: etree._Element, gone: Collection[str]) -> bytes:
    """The part without the marks of these comments; a run that did nothing but refer to one goes with it, and runs
    that were parted for them are one again.
    """
    marks = dict(_all(root, gone))
    parted = {mark.get(_ID, ""): run.get(_RSID) for run, mark in marks.items() if run is not mark}
    markup = Markup(data, root)
    done: set[etree._Element] = set()
    for mark in marks:
        if mark in done:
            continue
        group = [mark, *_following(mark, marks)]
        done.update(group)
        ends = _parts(markup, group) if any(_parts_run(one, marks[one], parted) for one in group) else None
        if ends is not None:
            markup.join(*ends)
        else:
            for one in group:
                markup.cut(one)
    return markup.written()


def with_marks(data: bytes, root: etree._Element, ranges: Sequence[tuple[Range, str]]) -> bytes:
    """The part with the marks of a comment around each range."""
    marking = _Marking(Markup(data, root))
    for where, number in ranges:
        marking.mark(where, number)
    return marking.markup.written()


def _all(root: etree._Element, gone: Collection[str]) -> Iterator[tuple[etree._Element, etree._Element]]:
    """What is to go, with the mark that it is: a reference goes with its run where it stands alone in it."""
    for mark in root.iter(_START, _END, _REFERENCE):
        if mark.get(_ID) not in gone:
            continue
        run = mark.getparent()
        alone = mark.tag == _REFERENCE and run is not None and run.tag == _R
        if alone and run is not None and all(other is mark or other.tag == _R_PR for other in run):
            yield run, mark
        else:
            yield mark, mark


def _following(mark: etree._Element, marks: Collection[etree._Element]) -> Iterator[etree._Element]:
    """The marks directly behind a mark."""
    here = mark.getnext()
    while here is not None and here in marks:
        yield here
        here = here.getnext()


def _parts_run(element: etree._Element, mark: etree._Element, parted: dict[str, str | None]) -> bool:
    """Whether a run was parted for a mark."""
    said = next((which for which, name in _PARTED.items() if name == parted.get(mark.get(_ID, ""))), (False, False))
    return (mark.tag == _START and said[0]) or (mark.tag == _END and said[1])


def _parts(markup: Markup, group: Sequence[etree._Element]) -> tuple[etree._Element, etree._Element] | None:
    """The last text before the marks and the first behind them, where their runs are parts of one."""
    before, behind = group[0].getprevious(), group[-1].getnext()
    if before is None or behind is None or before.tag != _R or behind.tag != _R or not len(before):
        return None
    last, first = before[-1], next((child for child in behind if child.tag != _R_PR), None)
    if last.tag != _T or first is None or first.tag != _T:
        return None
    looks = [
        (markup.tag(run), None if (look := run.find(_R_PR)) is None else markup.raw(look)) for run in (before, behind)
    ]
    text = markup.tag(last)
    if looks[0] != looks[1] or markup.tag(first) not in (text, _keeping_blanks(text)) or text.endswith("/>"):
        return None
    return last, first


class _Marking:
    """Puts marks in; a run is parted once for all marks that meet in it."""

    def __init__(self, markup: Markup) -> None:
        self.markup = markup
        self._parted: set[tuple[etree._Element, int]] = set()

    def mark(self, where: Range, number: str) -> None:
        """The three marks of one comment."""
        begins, at_start = self._begins(where)
        ends, at_end = self._ends(where)
        prefix, declared = prefix_for(where.first, TRANSITIONAL, "w")
        start = f'<{prefix}commentRangeStart{declared} {prefix}id="{number}"/>'
        self.markup.put(begins, start, _STARTS)
        prefix, declared = prefix_for(where.last, TRANSITIONAL, "w")
        said = _PARTED.get((at_start, at_end))
        parted = f' {prefix}rsidR="{said}"' if said else ""
        end = (
            f'<{prefix}commentRangeEnd{declared} {prefix}id="{number}"/>'
            f'<{prefix}r{declared}{parted}><{prefix}commentReference {prefix}id="{number}"/></{prefix}r>'
        )
        self.markup.put(ends, end, _ENDS_AT_ONCE if ends.at == begins.at else _ENDS_HERE)

    def _begins(self, where: Range) -> tuple[Place, bool]:
        """Where the range starts, and whether a run is parted for it."""
        if where.begins is not None:
            parted = self._part(where.begins.cut)
            return (self.markup.before(where.begins.element), False) if parted is None else (parted, True)
        properties = where.first.find(_P_PR)
        return (self.markup.first(where.first) if properties is None else self.markup.after(properties)), False

    def _ends(self, where: Range) -> tuple[Place, bool]:
        if where.ends is not None:
            parted = self._part(where.ends.cut)
            return (self.markup.after(where.ends.element), False) if parted is None else (parted, True)
        return self.markup.last(where.last), False

    def _part(self, cut: Cut | None) -> Place | None:
        """The place between the parts of a run; ``None`` where it stays whole."""
        place = None if cut is None else self.markup.within(cut.text, cut.at)
        if cut is None or place is None:
            return None
        if (cut.text, cut.at) not in self._parted:
            self._parted.add((cut.text, cut.at))
            look = cut.run.find(_R_PR)
            run, text = self.markup.tag(cut.run), self.markup.tag(cut.text)
            self.markup.put(place, f"</{_name(text)}></{_name(run)}>", _PARTS)
            same = run if look is None else run + self.markup.raw(look)
            self.markup.put(place, same + _keeping_blanks(text), _GOES_ON)
        return place


def _keeping_blanks(tag: str) -> str:
    """The start tag of a text with the word that its outer blanks count."""
    return tag if "xml:space" in tag else f'{tag[:-1]} xml:space="preserve">'


def _name(tag: str) -> str:
    """The name in a start tag, with its prefix."""
    return tag.strip("<>/").split(maxsplit=1)[0]
