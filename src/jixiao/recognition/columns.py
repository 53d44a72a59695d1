"""From header rows to column slots, and from data rows to what stands in each slot.

Header rows of a block enter; :class:`Columns` leaves, which gives for each data row its cells by key, the keys
that could not be told apart, and the cells left over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from jixiao.forms.labels import exact_key, key
from jixiao.model import Cell

from .align import Alignment, Slot, align, misfits
from .grid import Line, clean, is_blank

_NO_FIELD = frozenset(("unknown", "spacer"))
UNSURE = "这一格可能属于相邻的列，无法确定"
DOUBLE = "有两列可能是这一栏，无法确定取哪一列"


@dataclass(slots=True)
class Reading:
    """One data row: its cells by slot, keys in doubt, and filled cells without a slot."""

    line: Line
    cells: dict[str, Cell] = field(default_factory=dict)
    doubtful: dict[str, list[str]] = field(default_factory=dict)
    left_over: list[Cell] = field(default_factory=list)
    foreign: list[tuple[Slot, Cell]] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The raw text of a key, "" where there is none."""
        cell = self.cells.get(name)
        return cell.text if cell is not None else ""

    def blank(self, name: str) -> bool:
        """Whether a key has no cell, or an empty one."""
        return is_blank(self.text(name))


def slot(line: Line, cell: Cell, found: str, *, optional: bool = False) -> Slot:
    """The slot of a header cell."""
    start, end = (cell.column, cell.column + cell.span) if line.grid else (-1, -1)
    return Slot(found, clean(cell.text), start, end, optional, cell, line)


def nested(slots: list[Slot], below: Line, block: str, parents: dict[str, str]) -> list[Slot]:
    """The slots with the labels of a second header row in the place of the merged label above them."""
    result = list(slots)
    inserted: dict[int, list[Slot]] = {}
    for cell in below.filled:
        part = slot(below, cell, key(cell.text, block) or "unknown")
        parent = _parent(result, part, parents)
        if parent is not None:
            inserted.setdefault(parent, []).append(part)
    for place in sorted(inserted, reverse=True):
        result[place : place + 1] = inserted[place]
    return result


def _parent(slots: list[Slot], part: Slot, parents: dict[str, str]) -> int | None:
    wanted = parents.get(part.key, part.key)
    by_key = [i for i, above in enumerate(slots) if above.key == wanted]
    if part.start >= 0:
        inside = [i for i, above in enumerate(slots) if above.start <= part.start and part.end <= above.end]
        if inside and (not by_key or inside[0] in by_key):
            return inside[0]
    return by_key[0] if by_key else None


def settled(slots: Iterable[Slot], block: str, weak: dict[str, frozenset[str]]) -> tuple[list[Slot], set[str]]:
    """Each key once: a weaker label of the same key becomes an unknown column; keys that stay double are named."""
    result = list(slots)
    double: set[str] = set()
    for found in {s.key for s in result} - _NO_FIELD - {"side"}:
        places = [i for i, s in enumerate(result) if s.key == found]
        if len(places) < 2:
            continue
        for narrower in (
            [i for i in places if exact_key(result[i].label, block)],
            [i for i in places if clean(result[i].label) not in weak.get(found, frozenset())],
        ):
            if len(narrower) == 1:
                for i in set(places) - set(narrower):
                    result[i] = replace(result[i], key="unknown")
                break
        else:
            double.add(found)
    return result, double


def read_rows(slots: Sequence[Slot], lines: Sequence[Line], double: set[str]) -> list[Reading]:
    """The rows, each with its cells by key. Rows of the same build are aligned together.

    The commonest build comes first and shows where the columns of the data really are; the others follow it
    rather than a header whose spans may be wrong. Without a grid a build is only a number of cells, and says
    little: there each row that is unlike most is judged by itself.
    """
    builds: dict[tuple[bool, tuple[int, ...]], list[Line]] = {}
    for line in lines:
        builds.setdefault((line.grid, line.signature), []).append(line)
    found: dict[int, Alignment] = {}
    for build, rows in sorted(builds.items(), key=lambda item: -len(item[1])):
        if build[0] or not found:
            together = align(slots, rows)
            if not found and len(builds) > 1:
                slots = _moved(slots, rows[0], together)
            found |= {id(line): together for line in rows}
        else:
            found |= {id(line): align(slots, [line], odd=True) for line in rows}
    for line in lines:
        if not line.grid and misfits(slots, line, found[id(line)]):
            found[id(line)] = align(slots, [line], odd=True)
    return [_reading(slots, line, found[id(line)], double) for line in lines]


def _moved(slots: Sequence[Slot], line: Line, alignment: Alignment) -> list[Slot]:
    """The slots with the grid columns of a row that was aligned to them."""
    if not line.grid:
        return list(slots)
    result = list(slots)
    for cell, place in zip(line.cells, alignment.slots, strict=True):
        if place is not None:
            result[place] = replace(result[place], start=cell.column, end=cell.column + cell.span, learned=True)
    return result


def _reading(slots: Sequence[Slot], line: Line, alignment: Alignment, double: set[str]) -> Reading:
    reading = Reading(line)
    for i, (cell, place) in enumerate(zip(line.cells, alignment.slots, strict=True)):
        blank = is_blank(cell.text)
        if place is None:
            if not blank:
                reading.left_over.append(cell)
            continue
        here = slots[place]
        if here.key in _NO_FIELD:
            if not blank:
                reading.foreign.append((here, cell))
        elif here.key in double:
            reading.doubtful.setdefault(here.key, []).append(clean(cell.text))
        elif here.key not in reading.cells or reading.blank(here.key):
            reading.cells[here.key] = cell
        if blank or cell.continues:
            continue
        for rival in alignment.rivals[i]:
            for name in {here.key} | ({slots[rival].key} if rival is not None else set()):
                if name != "side" and name not in _NO_FIELD:
                    reading.doubtful.setdefault(name, []).append(clean(cell.text))
    return reading
