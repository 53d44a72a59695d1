"""From header rows to column slots, and from data rows to what stands in each slot.

Header rows of a block enter; :class:`Columns` leaves, which gives for each data row its cells by key, the keys
that could not be told apart, and the cells left over.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import field, replace

from jixiao.forms.labels import exact_key, key, label
from jixiao.model import Cell, Figure, Message
from jixiao.model.classes import dataclass

from .align import Alignment, Manner, Slot, align, misfits
from .draft import Draft
from .header import Column
from .lines import Line, clean, is_blank, joined
from .short import align_either_way, align_short

_NO_FIELD = frozenset(("unknown", "spacer"))


@dataclass(slots=True)
class Reading:
    """One data row: its cells by key, keys in doubt, filled cells without a slot, and the cells of columns that are no
    field or that two columns claim to be.
    """

    line: Line
    cells: dict[str, Cell] = field(default_factory=dict)
    doubtful: dict[str, list[str]] = field(default_factory=dict)
    left_over: list[Cell] = field(default_factory=list)
    strange: list[tuple[Slot, Cell]] = field(default_factory=list)
    claimed: dict[str, list[tuple[Slot, Cell]]] = field(default_factory=dict)

    @property
    def foreign(self) -> list[tuple[Slot, Cell]]:
        """What stands in columns without a field."""
        return [(slot, cell) for slot, cell in self.strange if not is_blank(cell.text)]

    def doubt(self, name: str) -> str | None:
        """What may stand in a key that is in doubt, each text once; ``None`` where there is no doubt."""
        raws = self.doubtful.get(name) if self.doubtful else None
        return None if raws is None else "；".join(dict.fromkeys(raws))

    def figure(self, name: str, column: str, draft: Draft, reason: Message) -> None:
        """A key as a figure of a record, or as a doubt about it for that ``reason``."""
        cell = self.cells.get(column)
        if (raw := self.doubt(column)) is not None:
            draft.unsure(name, raw, reason, self.line, cell)
        elif cell is not None and not cell.continues:
            draft.put(name, Figure(clean(cell.text)), self.line, cell)

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


def slot_under(column: Column, found: str, *, optional: bool = False) -> Slot:
    """The slot of a column of a header."""
    return Slot(found, clean(column.cell.text), column.start, column.end, optional, column.cell, column.line)


def path_key(path: Sequence[str], block: str, under: Mapping[str, Container[str]]) -> str:
    """What a column is by the labels over it: the lowest, unless that means something else under the one above it;
    then both read as one (自评 under 得分, 年初 under 预算数). ``under`` says what can stand under which key.
    """
    *above, last = path
    found = key(last, block)
    if not above:
        return found
    over = key(above[-1], block)
    if found and found in under.get(over, (found,)):
        return found
    one, two = label(above[-1]).bare, label(last).bare
    for text in (two + one, one + two):
        joint = key(text, block)
        if joint and joint in under.get(over, (joint,)):
            return joint
    return found


def with_single_keys(slots: Iterable[Slot], block: str, weak: dict[str, frozenset[str]]) -> tuple[list[Slot], set[str]]:
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


def without_repeated_side(header: Sequence[Line], rows: Sequence[Line]) -> list[Line]:
    """The rows with the name of the block merged again, where every row repeats it."""
    names = {joined(line.cells[0].text) for line in header if not is_blank(line.cells[0].text)}
    return [
        line if joined(line.cells[0].text) not in names or len(line.cells) < 2 else _merged_first(line) for line in rows
    ]


def _merged_first(line: Line) -> Line:
    first, *rest = line.cells
    merged = Cell("", first.index, first.column, first.span, line.grid)
    return replace(line, cells=(merged, *rest), filled=tuple(cell for cell in line.filled if cell is not first))


def read_rows(
    slots: Sequence[Slot], lines: Sequence[Line], manner: Manner, double: set[str], header: Sequence[Line] = ()
) -> list[Reading]:
    """The rows, each with its cells by key. Rows of the same build are aligned together.

    The commonest build comes first and shows where the columns of the data really are; the others follow it
    rather than a header whose spans may be wrong. Without a grid a build is only a number of cells, and says
    little: there each row that is unlike most is judged by itself. So is a row that is narrower than the others
    and has fewer cells than the header has labels: cells under merged ones are missing.
    """
    narrow = _narrow(lines, header)
    printed = sum(1 for s in slots if s.cell is not None)
    short = {id(line) for line in lines if id(line) in narrow and len(line.cells) < printed}
    builds: dict[tuple[bool, tuple[int, ...]], list[Line]] = {}
    found: dict[int, Alignment] = {}
    for line in lines:
        if id(line) not in short:
            builds.setdefault((line.grid, line.signature), []).append(line)
    ragged = bool(short) or len({len(line.cells) for line in lines if not line.grid}) > 1
    together: Alignment | None = None
    for build, rows in sorted(builds.items(), key=lambda item: (_lacks(item[1][0], printed), -len(item[1]))):
        if build[0] or together is None:
            first = together is None
            together = align(slots, rows, manner)
            if first and len(builds) > 1 and len(rows) >= len(short):
                slots = _moved(slots, rows[0], together)
            found |= {id(line): together for line in rows}
        else:
            found |= {id(line): _odd(slots, line, manner) for line in rows}
    above: Line | None = None
    for line in lines:
        before = (above, found[id(above)]) if above is not None else None
        if id(line) in short:
            found[id(line)] = align_short(slots, line, manner, before)
        if not line.grid and misfits(slots, line, found[id(line)], manner):
            found[id(line)] = _odd(slots, line, manner)
        if (ragged or id(line) in narrow) and id(line) not in short and not line.has_gaps:
            found[id(line)] = align_either_way(slots, line, manner, found[id(line)], before)
        above = line
    return [_reading(slots, line, found[id(line)], double) for line in lines]


def _lacks(line: Line, printed: int) -> bool:
    """Whether a row of a text export has fewer cells than the header has labels: it shows nobody the columns."""
    return not line.grid and len(line.cells) < printed


def _odd(slots: Sequence[Slot], line: Line, manner: Manner) -> Alignment:
    """A row of a text export that is unlike most: fewer cells than labels, or more."""
    printed = sum(1 for s in slots if s.cell is not None)
    return align_short(slots, line, manner) if _lacks(line, printed) else align(slots, [line], manner, odd=True)


def _narrow(lines: Sequence[Line], header: Sequence[Line]) -> set[int]:
    """The rows that end before the others of their table do, though no column is left out before their end."""
    ends: dict[int, int] = {}
    for line in (*header, *lines):
        if line.grid:
            ends[line.table] = max(ends.get(line.table, 0), line.end)
    return {id(line) for line in lines if line.grid and line.end < ends[line.table] and not line.has_gaps}


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
            reading.strange.append((here, cell))
        elif here.key in double:
            reading.claimed.setdefault(here.key, []).append((here, cell))
        elif here.key not in reading.cells or reading.blank(here.key):
            reading.cells[here.key] = cell
        if blank or cell.continues:
            continue
        for rival in alignment.rivals[i]:
            for name in {here.key} | ({slots[rival].key} if rival is not None else set()):
                if name != "side" and name not in _NO_FIELD:
                    reading.doubtful.setdefault(name, []).append(clean(cell.text))
    return reading


def take_column(readings: Iterable[Reading], key: str, column: Slot) -> None:
    """Read a column that was not known, or that another one claimed to be as well, as the one of that key."""
    for reading in readings:
        others = reading.claimed.pop(key, [])
        for here, cell in (*others, *reading.strange):
            if here is column:
                reading.cells[key] = cell
        reading.strange = [(here, cell) for here, cell in (*reading.strange, *others) if here is not column]


def doubt_claims(readings: Iterable[Reading]) -> None:
    """What two columns still claim to be is a doubt."""
    for reading in readings:
        for name, claims in reading.claimed.items():
            reading.doubtful.setdefault(name, []).extend(clean(cell.text) for _, cell in claims)
