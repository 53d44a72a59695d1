"""What the figures of a column say about it: weights add up, scores do not exceed them.

The readings of an indicator block enter, with columns of which two claim to be one field, or whose label nobody knows;
those that the figures decide are taken for what they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from jixiao.model import Figure

from ...tables.align import Slot
from ...tables.columns import Reading, doubt_claims, take_column
from ...tables.lines import clean, is_blank, joined

_FULL = frozenset(map(Decimal, (100, 90, 80)))
"""What the weights of a table add up to: all points, or those beside an execution rate of 10 or 20."""
_FEWEST = 3
"""Fewer figures than this prove nothing."""
Values = list[Decimal | None]


def decide_by_figures(readings: Sequence[Reading], slots: Sequence[Slot], double: set[str]) -> list[Slot]:
    """Settle claims and unknown columns by their figures; what stays open is a doubt. Gives the columns as they are
    known then.
    """
    if not double and not any(s.key in ("unknown", "level2_points") for s in slots):
        return list(slots)
    taken: dict[int, str] = {}
    for name in sorted(double, reverse=True):  # weights first: scores are measured by them
        columns = [s for s in slots if s.key == name]
        chosen = _chosen(readings, name, columns)
        if chosen is not None:
            take_column(readings, name, chosen)
            taken |= {id(s): "unknown" for s in columns if s is not chosen}
    taken |= _unknown(readings, slots)
    taken |= _points_as_weights(readings, slots)
    doubt_claims(readings)
    return [replace(s, key=taken.get(id(s), s.key)) for s in slots]


def _chosen(readings: Sequence[Reading], name: str, columns: Sequence[Slot]) -> Slot | None:
    texts = {id(s): [_text(reading, name, s) for reading in readings] for s in columns}
    if len({tuple(text) for text in texts.values()}) == 1:
        return columns[0]
    filled = [s for s in columns if not all(map(is_blank, texts[id(s)]))]
    if len(filled) == 1:
        return filled[0]
    if name == "weight":
        good = [s for s in filled if _adds_up(_values(texts[id(s)]))]
    elif name == "score":
        weights = _known(readings, "weight")
        good = [s for s in filled if _within(_values(texts[id(s)]), weights)]
    else:
        return None
    return good[0] if len(good) == 1 else None


def _unknown(readings: Sequence[Reading], slots: Sequence[Slot]) -> dict[int, str]:
    """A column under a word that nobody knows is the weights where its figures add up to all points and no other
    column says so, and the scores where they never exceed the weights and mostly reach them.
    """
    taken: dict[int, str] = {}
    known = {s.key for s in slots}
    strange = [s for s in slots if s.key == "unknown" and s.cell is not None]
    for name, fits in (("weight", _are_weights), ("score", _are_scores)):
        if name in known:
            continue
        good = [s for s in strange if fits(readings, _values([_strange_text(reading, s) for reading in readings]))]
        if len(good) == 1:
            take_column(readings, name, good[0])
            strange.remove(good[0])
            taken[id(good[0])] = name
    return taken


def _are_weights(readings: Sequence[Reading], values: Values) -> bool:
    return _adds_up(values) and _within(_known(readings, "score"), values, lax=True)


def _are_scores(readings: Sequence[Reading], values: Values) -> bool:
    weights = _known(readings, "weight")
    pairs = [(a, b) for a, b in zip(values, weights, strict=True) if a is not None and b is not None]
    return _within(values, weights) and len(pairs) == len(values) and sum(a == b for a, b in pairs) * 2 > len(pairs)


def _points_as_weights(readings: Sequence[Reading], slots: Sequence[Slot]) -> dict[int, str]:
    """Points behind the last level are the weights where nothing else is, and every row has its own."""
    last = next((s for s in slots if s.key == "level2_points"), None)
    if last is None or any("weight" in reading.cells for reading in readings) or not _own_points(readings):
        return {}
    for reading in readings:
        reading.cells["weight"] = reading.cells.pop(last.key)
    return {id(last): "weight"}


def _own_points(readings: Sequence[Reading]) -> bool:
    """Whether rows of one level have points each, and not all the same because the level's are repeated."""
    groups: list[list[str]] = []
    before = ""
    for reading in readings:
        if reading.blank("level2_points"):
            return False
        here = joined(reading.text("level2"))
        if not groups or here not in ("", before):
            groups.append([])
        groups[-1].append(clean(reading.text("level2_points")))
        before = here or before
    shared = [group for group in groups if len(group) > 1]
    return not shared or any(len(set(group)) > 1 for group in shared)


def _text(reading: Reading, name: str, column: Slot) -> str:
    return next((cell.text for s, cell in reading.claimed.get(name, ()) if s is column), "")


def _strange_text(reading: Reading, column: Slot) -> str:
    return next((cell.text for s, cell in reading.strange if s is column), "")


def _values(texts: Sequence[str]) -> Values:
    return [Figure(text).value for text in texts]


def _known(readings: Sequence[Reading], name: str) -> Values:
    return _values([reading.text(name) for reading in readings])


def _adds_up(values: Values) -> bool:
    numbers = [value for value in values if value is not None]
    return len(numbers) >= _FEWEST and len(numbers) == len(values) and sum(numbers) in _FULL


def _within(values: Values, bounds: Values, *, lax: bool = False) -> bool:
    """Whether values stand beside their bounds and none exceeds its own."""
    pairs = [(a, b) for a, b in zip(values, bounds, strict=True) if a is not None and b is not None]
    return (lax or len(pairs) >= _FEWEST) and all(a <= b for a, b in pairs)
