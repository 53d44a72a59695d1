"""A record on the grid of a layout. Every grid cell is covered once and only once.

A record and a layout enter; rows of cells leave, with the pointers of all facts that are printed in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from jixiao.model.classes import dataclass

from ...model import Message
from ...model.pointer import join, positional
from ..kinds import kinds
from ..labels import words as usual
from .facts import NUMBER_OF_FORM, extra_at, is_there, text_in, told, value_at, words
from .points import placed_points, under_one_target, unplaced_points
from .schema import BlockSpec, CellSpec, ColumnSpec, Layout, RowSpec
from .table import LaidCell, LaidRow
from .views import VIEWS, Fact, Shown, View

_Item = int | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """Widths in mm and rows of a table; ``printed`` are the pointers, within the record, of all that is printed: also
    of what stands in a merged cell above, or in a label. ``missing`` are the extras that the layout has a place for
    and the record has not: (label, what the empty form says).
    """

    widths: tuple[Decimal, ...]
    rows: tuple[LaidRow, ...]
    printed: frozenset[str]
    missing: tuple[tuple[str, str], ...]

    def at(self, base: str, hints: Mapping[str, Message]) -> tuple[LaidRow, ...]:
        """The rows of a record that stands at ``base``: the pointers of the cells begin with it. ``hints`` say by
        pointer, within the record, what a figure follows from.
        """
        return tuple(replace(row, cells=tuple(_placed(cell, base, hints) for cell in row.cells)) for row in self.rows)


def _placed(cell: LaidCell, base: str, hints: Mapping[str, Message]) -> LaidCell:
    return replace(cell, at=base + cell.at, computed=hints.get(cell.at)) if cell.at else cell


def draw(record: Any, layout: Layout) -> Drawn:
    """The record as it is, on the layout. Pointers are within the record."""
    columns = [c for c in layout.columns if not c.when or any(is_there(record, path) for path in c.when)]
    sheet = _Sheet(record, layout, {c.name: i for i, c in enumerate(columns)})
    rows = [row for block in sheet.blocks for row in _Block(sheet, block).rows()]
    return Drawn(_widths(columns), tuple(rows), frozenset(sheet.printed), tuple(sheet.missing()))


def _widths(columns: Sequence[ColumnSpec]) -> tuple[Decimal, ...]:
    given_up = {c.name: Decimal(0) for c in columns}
    for column in columns:
        for name, width in column.narrows.items():
            if name in given_up:
                given_up[name] += width
    return tuple(c.width - given_up[c.name] for c in columns)


class _Sheet:
    """What all blocks of one table share, and what has been printed so far."""

    def __init__(self, record: Any, layout: Layout, place: dict[str, int]) -> None:
        self.record, self.layout, self.place = record, layout, place
        self._lists: dict[str, Sequence[Any]] = {}
        self.points: Mapping[tuple[str, int], int] = placed_points(record) if hasattr(record, "declared") else {}
        self.views: Mapping[str, View] = {**VIEWS, **kinds()[layout.kind].views}
        self.blocks = [block for block in layout.blocks if self.shows(block.when)]
        self.extras = {path for cell in self._extra_cells() if (path := extra_at(record, self.label(cell)))}
        self.printed: set[str] = set()
        if layout.number and (number := extra_at(record, NUMBER_OF_FORM)):
            self.extras.add(number)
            self.printed.add(number)

    @property
    def width(self) -> int:
        return len(self.place)

    def items(self, path: str) -> Sequence[Any]:
        """The items of a list of the record."""
        if path not in self._lists:
            self._lists[path] = value_at(self.record, path)
        return self._lists[path]

    def shows(self, when: tuple[str, ...]) -> bool:
        """Whether a block or row is there."""
        return not when or any(is_there(self.record, path) for path in when)

    def label(self, cell: CellSpec) -> str:
        """The label of an extra, with what it quotes."""
        return words(cell.extra, self.record)

    def words(self, cell: CellSpec) -> str:
        """The printed words of a cell. What they quote is printed."""
        word = word_for(cell.key, self.layout) if cell.key else ""
        text, quoted = told(cell.label or word, self.record, word)
        self.printed.update(positional(self.record, path) for path in quoted)
        return text

    def missing(self) -> Iterator[tuple[str, str]]:
        """Extras that the layout has a place for and the record has not."""
        for cell in self._extra_cells():
            label = self.label(cell)
            if cell.blank is not None and not extra_at(self.record, label):
                yield label, cell.blank

    def _extra_cells(self) -> Iterator[CellSpec]:
        for block in self.blocks:
            rows = [row for row in block.rows if self.shows(row.when)]
            for cell in (*([block.side] if block.side else ()), *(cell for row in rows for cell in row.cells)):
                if cell.extra and cell.at in self.place:
                    yield cell


def word_for(key: str, layout: Layout) -> str:
    """The word for a canonical key (``money.outturn``): the layout's own, else the usual one."""
    block, _, name = key.partition(".")
    return layout.labels.get(key) or usual(block, name)[0]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a fact stands: the pointer of its ``holder``, that itself, and the name of its field, or its place in a
    list.
    """

    base: str
    holder: Any
    field: str

    @property
    def at(self) -> str:
        """Its pointer."""
        return f"{self.base}/{self.field}"

    def text(self) -> tuple[str, str]:
        """What is printed, and the reason where it is doubtful."""
        return text_in(self.holder, self.field)


class _Block:
    """One block being laid out: its rows first, then what merges downward, then the side cell over all of them."""

    def __init__(self, sheet: _Sheet, block: BlockSpec) -> None:
        self.sheet, self.record, self.block, self.place = sheet, sheet.record, block, sheet.place
        self.open: dict[int, int] = {}
        """Columns that a cell above reaches down into, with the rows it still covers."""

    def rows(self) -> list[LaidRow]:
        result = [row for spec in self.block.rows for row in self._spec(spec)]
        if self.block.side and result:
            first = result[0]
            side = self._cell(self.block.side, RowSpec(cells=()), None, self._start(first))
            result[0] = LaidRow((_down(side, len(result)), *first.cells), first.block, first.repeat)
        return result

    def _start(self, row: LaidRow) -> int:
        return row.cells[0].column if row.cells else self.sheet.width

    def _spec(self, spec: RowSpec) -> list[LaidRow]:
        if not self.sheet.shows(spec.when):
            return []
        items = list(self._items(spec))
        drawn = [self._row(spec, item) for item in items]
        if any(cell.merge for cell in spec.cells):
            drawn = self._merged(spec, items, drawn)
        return [LaidRow(tuple(row), self.block.name, spec.repeat) for row in drawn]

    def _items(self, spec: RowSpec) -> Iterator[_Item]:
        if not spec.each:
            yield None
        elif spec.only == "unplaced":
            yield from self._unplaced(spec.each[0])
        else:
            yield from range(max(len(self.sheet.items(path)) for path in spec.each))

    def _unplaced(self, items: str) -> Iterator[int]:
        """The items of a list that no other cell prints."""
        if items == "/declared":
            yield from unplaced_points(self.record)
        else:
            yield from (i for i in range(len(self.sheet.items(items))) if f"{items}/{i}/text" not in self.sheet.extras)

    def _row(self, spec: RowSpec, item: _Item) -> list[LaidCell]:
        cells = [c for c in spec.cells if c.at in self.place]
        ends = [self.place[c.at] for c in cells[1:]] + [self.sheet.width]
        laid = [
            self._cell(c, spec, item, next((i for i in range(self.place[c.at], end) if i in self.open), end))
            for c, end in zip(cells, ends, strict=True)
        ]
        left = {column: rest - 1 for column, rest in self.open.items() if rest > 1}
        for c, cell in zip(cells, laid, strict=True):
            left |= {i: c.down - 1 for i in range(cell.column, cell.column + cell.span) if c.down > 1}
        self.open = left
        return [_down(cell, c.down) for c, cell in zip(cells, laid, strict=True)]

    def _cell(self, cell: CellSpec, row: RowSpec, item: _Item, end: int) -> LaidCell:
        column = self.place[cell.at]
        spot = self._spot(cell, row, item)
        text, doubt = (self.sheet.words(cell), "") if spot is None else self._fact(cell, spot, item or 0)
        return LaidCell(
            column=column,
            span=end - column,
            text=text,
            role=cell.role,
            align=cell.alignment,
            at=spot.at if spot else "",
            doubt=doubt,
        )

    def _spot(self, cell: CellSpec, row: RowSpec, item: _Item) -> _Spot | None:
        """The fact that a cell prints; ``None`` where it prints words, or nothing."""
        if cell.extra:
            # a cell that joins all rows tells its text once
            return None if item else self._at(extra_at(self.record, self.sheet.label(cell)))
        if cell.points:
            place = self.sheet.points.get((cell.points, item or 0))
            return None if place is None else self._at(f"/declared/{place}/points")
        if not cell.field or item is None:
            return self._at(cell.field)
        path = cell.of or row.each[0]
        items = self.sheet.items(path)
        return _Spot(f"{path}/{item}", items[item], cell.field) if item < len(items) else None

    def _at(self, path: str) -> _Spot | None:
        base, _, field = path.rpartition("/")
        return _Spot(base, value_at(self.record, base), field) if path else None

    def _fact(self, cell: CellSpec, spot: _Spot, item: int) -> tuple[str, str]:
        """What is printed for a fact, and why it is doubtful where it is."""
        sheet = self.sheet
        sheet.printed.add(spot.at)
        text, doubt = spot.text()
        if not cell.view:
            return text, doubt
        shown: Shown = sheet.views[cell.view](Fact(self.record, spot.holder, item, text, sheet.points))
        sheet.printed.update(join(spot.base, field) for field in shown.also)
        if cell.view in ("level1", "level2") and (place := sheet.points.get((cell.view, item))) is not None:
            sheet.printed.add(f"/declared/{place}/points")
        return shown.text, doubt

    def _merged(self, spec: RowSpec, items: list[_Item], drawn: list[list[LaidCell]]) -> list[list[LaidCell]]:
        """Join cells downward. A cell joins the one above only where every merging cell left of it does."""
        cells = [c for c in spec.cells if c.at in self.place]
        owner: dict[int, int] = {}
        height: dict[tuple[int, int], int] = {}
        result: list[list[LaidCell]] = []
        for number, row in enumerate(drawn):
            joined = number > 0
            kept: list[LaidCell] = []
            for index, (cell, laid) in enumerate(zip(cells, row, strict=True)):
                if not cell.merge:
                    kept.append(laid)
                    continue
                joins = number > 0 if cell.merge == "all" else joined and self._joins(cell, spec, items[number])
                joined = joins if cell.merge != "all" else joined
                if joins:
                    height[owner[index], index] += 1
                else:
                    owner[index] = number
                    height[number, index] = 1
                    kept.append(laid)
            result.append(kept)
        at_column = {self.place[c.at]: i for i, c in enumerate(cells)}
        return [
            [_down(laid, height.get((number, at_column[laid.column]), 1)) for laid in row]
            for number, row in enumerate(result)
        ]

    def _joins(self, cell: CellSpec, spec: RowSpec, item: _Item) -> bool:
        rows = self.sheet.items(spec.each[0])
        above, here = rows[(item or 0) - 1], rows[item or 0]
        field = cell.points or cell.field
        value = getattr(here, field)
        if value != getattr(above, field) or here.doubt(field) or above.doubt(field):
            return False
        if cell.merge == "group":
            return under_one_target(above, here)
        return value != "" and (field, item or 0) not in self.sheet.points


def _down(cell: LaidCell, rows: int) -> LaidCell:
    return cell if rows == 1 else replace(cell, rowspan=rows)
