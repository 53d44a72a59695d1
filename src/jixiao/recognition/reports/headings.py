"""Which lines of a report are headings, and of which level.

Lines enter; one :class:`Heading` or ``None`` per line leaves. A numbered line is a heading by its shape (short, no
sentence) and its neighbours (a run of items without text between them is a list). The level comes from the whole
sequence: the cheapest reading in which each number continues an open level or begins a new one, so that a broken
number (4、 in the place of 四、) does not destroy the tree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from jixiao.forms.outlines import OutlineKind, chapter_keys, part_keys
from jixiao.model.classes import dataclass
from jixiao.values.numbering import Numbered, numbered
from jixiao.values.pattern import lazy

_SENTENCE = lazy(r"[。！？；;]")
_ENDS = lazy(r"[。！？；;，,、…]$")
_FIGURE = lazy(r"[0-9０-９][0-9０-９,.]*\s*(?:万|亿|元|%|％|个|人|次|分)")
_VERB = lazy(r"^(?:一是|二是|三是|我|下一步将|目前|由于|根据|按照|为了)")
_LONGEST = 45
_WIDTH = 10


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a report: its text without edge space, the heading level of its style, and the number drawn by the
    word processor.
    """

    text: str
    level: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: number and title as printed, and its level, 1 for a chapter."""

    number: str
    title: str
    level: int


def headings(lines: Sequence[TextLine], kind: OutlineKind) -> list[Heading | None]:
    """For each line the heading it is, or ``None`` for a paragraph."""
    parsed = [_parsed(line) for line in lines]
    chosen = _without_lists(lines, parsed, kind)
    levels = _levels([(lines[i], parsed[i]) for i in chosen], kind)
    result: list[Heading | None] = [None] * len(lines)
    for i, level in zip(chosen, levels, strict=True):
        number = parsed[i]
        result[i] = Heading(number.number, number.rest, level) if number else Heading("", lines[i].text, level)
    return result


def _parsed(line: TextLine) -> Numbered | None:
    if line.label:
        drawn = numbered(line.label + " ")
        if drawn is not None:
            return Numbered(line.label, line.text, drawn.style, drawn.rank, drawn.ordinal)
    return numbered(line.text)


def _without_lists(lines: Sequence[TextLine], parsed: Sequence[Numbered | None], kind: OutlineKind) -> list[int]:
    """The places of the headings: what looks like one, less the items of lists."""
    likely = [_looks(line, number, kind) for line, number in zip(lines, parsed, strict=True)]
    result = []
    for i, line in enumerate(lines):
        if not likely[i]:
            continue
        number = parsed[i]
        certain = line.level or number is None or number.rank <= 1 or _is_known(number.rest, kind)
        if certain or (number and not _in_list(i, number, parsed, likely)):
            result.append(i)
    return result


def _looks(line: TextLine, number: Numbered | None, kind: OutlineKind) -> bool:
    if line.level:
        return bool(line.text) and len(line.text) <= 2 * _LONGEST
    if number is None or not number.rest or len(number.rest) > _LONGEST:
        return False
    title = number.rest
    if _ENDS.search(title):
        # 一、基本情况。 is a heading with a slip; a longer sentence with a full stop is a sentence
        title = title[:-1]
        if not (_is_known(title, kind) and len(title) <= 20):
            return False
    if number.style == "1 ":
        return _is_known(title, kind)  # 3 台 begins the same way
    if _SENTENCE.search(title) or _VERB.match(title):
        return False
    if title.endswith(("：", ":")):
        return len(title) <= 20
    if _FIGURE.search(title):
        return number.rank <= 1 and len(title) <= 20
    return bool(re.search(r"[^\W\d_]{2}", title))


def _is_known(title: str, kind: OutlineKind) -> bool:
    return bool(chapter_keys(title, kind) or part_keys(title, kind))


def _in_list(i: int, number: Numbered, parsed: Sequence[Numbered | None], likely: Sequence[bool]) -> bool:
    """Whether the line is an item of a list: numbered lines of its style follow one another with nothing between
    them.
    """
    first = i
    while first > 0 and _follows(parsed[first - 1], parsed[first], number.style):
        first -= 1
    last = i
    while last + 1 < len(parsed) and _follows(parsed[last], parsed[last + 1], number.style):
        last += 1
    if first == last:
        return False
    if not all(likely[k] for k in range(first, last + 1)):
        return True
    return not _resumed(last, parsed, likely)


def _resumed(last: int, parsed: Sequence[Numbered | None], likely: Sequence[bool]) -> bool:
    """Whether text and then the next number follow a run: its lines are headings, one of them left empty."""
    end = parsed[last]
    assert end is not None
    for place in range(last + 1, len(parsed)):
        later = parsed[place]
        if later is not None and later.rank < end.rank:
            return False
        if later is not None and later.style == end.style:
            return likely[place] and later.ordinal == end.ordinal + 1
    return False


def _follows(before: Numbered | None, after: Numbered | None, style: str) -> bool:
    return (
        before is not None
        and after is not None
        and before.style == after.style == style
        and after.ordinal == before.ordinal + 1
    )


class _Open(NamedTuple):
    """An open level: its own style, with family and usual rank, and the last number."""

    style: str
    family: str
    rank: int
    ordinal: int


_Path = tuple[_Open, ...]
_cost = itemgetter(0)


def _levels(found: Sequence[tuple[TextLine, Numbered | None]], kind: OutlineKind) -> list[int]:
    """The level of each heading: the cheapest way through all of them, followed with a narrow beam."""
    shallowest = min((line.level for line, _ in found if line.level), default=0)
    beam: list[tuple[float, _Path, tuple[int, ...]]] = [(0.0, (), ())]
    for line, number in found:
        wanted = line.level - shallowest + 1 if line.level else 0
        best: dict[_Path, tuple[float, _Path, tuple[int, ...]]] = {}
        outline: dict[int, float] = {}
        here = None if number is None else _Open(number.style, number.family, number.rank, number.ordinal)
        for cost, path, levels in beam:
            for step, after in _steps(path, here, wanted):
                level = len(after)
                if level not in outline:
                    outline[level] = _outline_cost(line, number, level, kind)
                total = cost + step + outline[level]
                if after not in best or total < best[after][0]:
                    best[after] = (total, after, (*levels, level))
        beam = sorted(best.values(), key=_cost)[:_WIDTH]
    return list(beam[0][2])


def _steps(path: _Path, here: _Open | None, wanted: int) -> list[tuple[float, _Path]]:
    """The ways on from a path, each with its cost: ``here`` is the level that a number would open. A level given by a
    heading style binds nearly always.
    """
    if here is None:
        level = wanted or 1
        filler = tuple(_Open("", "", 9, 0) for _ in range(level - 1 - len(path)))
        return [(0.0, (*path[: level - 1], *filler, _Open("", "", level, 0)))]
    steps: list[tuple[float, _Path]] = []
    for depth, open_ in enumerate(path):
        cost = _continue_cost(open_, here)
        # a broken automatic number turns Chinese into Arabic, so of two styles in one level the Chinese is the
        # level's own
        kept = here
        if open_.style and here.rank > open_.rank:
            kept = _Open(open_.style, open_.family, open_.rank, here.ordinal)
        steps.append((cost, (*path[:depth], kept)))
    steps.append((_begin_cost(path, here), (*path, here)))
    if wanted:
        steps = [(cost + 10 * abs(len(after) - wanted), after) for cost, after in steps]
        if wanted > len(path) + 1:
            filler = tuple(_Open("", "", 9, 0) for _ in range(wanted - 1 - len(path)))
            steps.append((1.0, (*path, *filler, here)))
    return steps


def _continue_cost(open_: _Open, here: _Open) -> float:
    gap = here.ordinal - open_.ordinal
    if open_.style == here.style:
        return 0.0 if gap == 1 else 1.6 if gap > 1 else 2.0 if gap == 0 else 3.0
    if not open_.style:
        return 2.5
    near = open_.family == here.family
    if gap == 1:
        return 1.0 if near else 3.0
    return 3.5 if near else 6.0


def _begin_cost(path: _Path, here: _Open) -> float:
    cost = 0.2 if here.ordinal == 1 else 3.2
    if path:
        if here.style in [open_.style for open_ in path]:
            cost += 4.0
        elif here.rank <= path[-1].rank:
            cost += 2.0
    return cost


def _outline_cost(line: TextLine, number: Numbered | None, level: int, kind: OutlineKind) -> float:
    """A known chapter title wants level 1, a known part a deeper one; a chapter's own number style wants level 1 as
    well.
    """
    title = number.rest if number else line.text
    cost = 0.0
    if chapter_keys(title, kind):
        cost += 0.7 if level > 1 and not part_keys(title, kind) else 0.0
    elif part_keys(title, kind):
        cost += 0.7 if level == 1 else 0.0
    if number and number.style in {"cn", "part"} and level > 2:
        cost += 0.6
    return cost
