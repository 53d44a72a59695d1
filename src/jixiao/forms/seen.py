"""Which layout a printed table is on, and how surely.

The rows of a table enter, as the texts of their cells; a :class:`LayoutSeen` leaves. Labels and their order are
compared with those of every layout; what stands in other cells does not count. A layout that fits is a prior, nothing
more: a table that none fits is still to be read.

Only the labels of the layout files are looked at, once; no layout is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from jixiao.model.classes import dataclass

from .labels import LONGEST, key, label
from .labels import words as usual
from .layoutfiles import data_of, layouts_of

_YEAR = re.compile(r"^(?:19|20)\d\d年度?")
_QUOTED = re.compile(r"\[[^\[\]]*\]|\{[^{}]+\}")
_SAME, _OTHER_LETTER, _OTHER_WORD = 4, 3, 2
"""What a label counts: printed the same; but for its column letter (A); another word of the same key."""


@dataclass(frozen=True, slots=True)
class LayoutSeen:
    """A layout, and how surely a table is on it, in percent. ``missing`` are labels of the layout that the table has
    not, ``extra`` labels of the table that the layout has not.
    """

    layout: str
    kind: str
    sureness: int
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Label:
    """A label: its words and its column letter; on a layout also its block and canonical key, where it has one."""

    text: str
    letter: str
    block: str = ""
    key: str = ""


_Labels = tuple[_Label, ...]
_Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """The labels of a row of a layout, in order; whether a table may do without the row, or without the labels at some
    places.
    """

    labels: _Labels
    optional: bool
    spare: frozenset[int]


def seen(rows: Sequence[Sequence[str]], kind: str = "", *, whole: bool = True) -> LayoutSeen | None:
    """The layout that the rows of a table fit best, of a ``kind`` where it is known; ``None`` where they have no label
    of any. Where the rows are not the ``whole`` table, rows of a layout that have no like among them do not count.
    """
    known = _vocabulary(kind)
    printed = (tuple(found for text in row if (found := _printed(text)) is not None) for row in rows)
    labelled = tuple(dict.fromkeys(row for row in printed if any(one.text in known for one in row)))
    return _best(labelled, kind, whole) if labelled else None


@lru_cache(maxsize=64)
def _best(rows: tuple[_Labels, ...], kind: str, whole: bool) -> LayoutSeen | None:
    found = [_fit(name, rows, whole) for name in layouts_of(kind)]
    return max((fit for fit in found if fit.sureness), key=lambda fit: fit.sureness, default=None)


def _fit(name: str, rows: tuple[_Labels, ...], whole: bool) -> LayoutSeen:
    """How well the rows of a table agree with one layout. A printed label answers one label of the layout only: the
    rows that agree best choose first.
    """
    kind = data_of(name)["kind"]
    credit = total = 0
    missing: dict[str, None] = {}
    left = list(rows)
    for own in sorted(_rows_of(name), key=lambda own: -max(_aligned(own.labels, row)[0] for row in rows)):
        (count, pairs), place = max(
            ((_aligned(own.labels, row), i) for i, row in enumerate(left)), key=lambda found: found[0][0]
        )
        if not count and (own.optional or not whole):
            continue
        lacking = set(range(len(own.labels))) - {mine for mine, _ in pairs} - own.spare
        credit += count
        total += _SAME * (len(pairs) + len(lacking))
        missing.update((own.labels[mine].text, None) for mine in sorted(lacking))
        taken = {printed for _, printed in pairs}
        left[place] = tuple(one for i, one in enumerate(left[place]) if i not in taken)
    extra = _strange(rows, left, kind)
    total += _SAME * len(extra)
    return LayoutSeen(name, kind, 100 * credit // max(total, 1), tuple(missing), extra)


def _strange(rows: Sequence[_Labels], left: Sequence[_Labels], kind: str) -> tuple[str, ...]:
    """Labels of the table that no label of the layout answers: words of other layouts of the kind, and whatever is
    known to stand among the columns of the indicators.
    """
    known = _vocabulary(kind)
    found: dict[str, None] = {}
    for row, rest in zip(rows, left, strict=True):
        among = len(row) - len(rest) > 2
        found.update((one.text, None) for one in rest if one.text in known or (among and key(one.text, "indicators")))
    return tuple(found)


@lru_cache(maxsize=8192)
def _aligned(own: _Labels, printed: _Labels) -> tuple[int, _Pairs]:
    """The best order-preserving match of two rows of labels: what it counts, and the places it pairs."""
    answered = _answers(own, printed)
    best: list[tuple[int, _Pairs]] = []
    for mine, place, like in answered:
        before = [found for found in best if found[1][-1][1] < place]
        count, pairs = max(before, key=lambda found: found[0], default=(0, ()))
        best.append((count + like, (*pairs, (mine, place))))
    return max(best, key=lambda found: found[0], default=(0, ()))


def _answers(own: _Labels, printed: _Labels) -> list[tuple[int, int, int]]:
    """For each label of the layout the one printed label that answers it, with what it counts: the same words, the
    first for the first where they stand twice, else another word of its key.
    """
    places: dict[str, list[int]] = {}
    for place, one in enumerate(printed):
        places.setdefault(one.text, []).append(place)
    found = []
    for mine, label_ in enumerate(own):
        if same := places.get(label_.text):
            place = same.pop(0)
            found.append((mine, place, _SAME if printed[place].letter == label_.letter else _OTHER_LETTER))
        elif label_.key and len(own) > 1:
            words = (i for i, one in enumerate(printed) if places.get(one.text) and _means(one, label_))
            found += [(mine, place, _OTHER_WORD) for place in words][:1]
    return found


def _means(printed: _Label, own: _Label) -> bool:
    return key(printed.text, own.block) == own.key


@lru_cache(maxsize=4096)
def _printed(text: str) -> _Label | None:
    """The label in a cell; ``None`` where the text is none."""
    if not text or len(text) > LONGEST:
        return None
    found = label(text)
    words = _YEAR.sub("", found.text)
    return _Label(words, found.letter) if words else None


@cache
def _vocabulary(kind: str) -> frozenset[str]:
    """The words of all layouts of a kind."""
    return frozenset(one.text for name in layouts_of(kind) for row in _rows_of(name) for one in row.labels)


@cache
def _rows_of(name: str) -> tuple[_Row, ...]:
    """The rows of a layout that hold printed words; the side cell of a block is a row of its own."""
    return tuple(_read_rows(data_of(name)))


def _read_rows(data: Mapping[str, Any]) -> Iterator[_Row]:
    own = data.get("labels", {})
    away = {column["name"] for column in data["columns"] if column.get("when")}
    for block in data["blocks"]:
        sides = [({"cells": [block["side"]]})] if "side" in block else []
        for row in (*sides, *(row for row in block["rows"] if "each" not in row)):
            found = [(one, cell["at"] in away) for cell in row["cells"] if (one := _own(cell, own)) is not None]
            if found:
                spare = frozenset(place for place, (_, absent) in enumerate(found) if absent)
                yield _Row(tuple(one for one, _ in found), bool(block.get("when") or row.get("when")), spare)


def _own(cell: Mapping[str, Any], own: Mapping[str, str]) -> _Label | None:
    """The label that a layout prints in a cell; ``None`` where no words of its own stand there."""
    block, _, name = cell.get("key", "").partition(".")
    word = (own.get(cell["key"]) or usual(block, name)[0]) if name else ""
    found = _printed(_QUOTED.sub("", str(cell.get("label") or "{}")).replace("{}", word))
    return None if found is None else _Label(found.text, found.letter, block, name)
