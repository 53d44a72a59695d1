"""A record and its layout → the laid out table. Every grid cell is covered once and only once; no fact that is there
is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ...model import BaseData, Evaluation, Message
from ...model.pointer import join
from ..relations import relations_of
from .catalogue import layout_for
from .complete import completed, year_line
from .facts import (
    is_there,
    outline_text,
    placed_points,
    points_text,
    split_text,
    text_at,
    under_one_target,
    unplaced_points,
    value_at,
    with_points,
    words,
)
from .schema import BlockSpec, CellSpec, ColumnSpec, Layout, RowSpec
from .table import LaidCell, LaidRow, LaidTable

_Item = int | None


def lay_out(record: Evaluation | BaseData, at: str = "", layout: Layout | None = None) -> LaidTable:
    """The official table of a record, completed. ``at`` is the record's own pointer; the pointers in the cells start
    with it.
    """
    layout = layout or layout_for(record)
    record = completed(record)
    columns = [c for c in layout.columns if not c.when or any(is_there(record, path) for path in c.when)]
    place = {c.name: i for i, c in enumerate(columns)}
    hints = {relation.at: relation.hint for relation in relations_of(record)}
    rows: list[LaidRow] = []
    for block in layout.blocks:
        if not block.when or any(is_there(record, path) for path in block.when):
            rows += _Block(record, at, block, place, len(columns), hints).rows()
    return LaidTable(
        layout=layout.id,
        at=at,
        title=record.title,
        subtitle=year_line(record),
        annex=record.annex,
        widths=_widths(columns),
        rows=tuple(rows),
        font_size=layout.font_size,
    )


def _widths(columns: Sequence[ColumnSpec]) -> tuple[Decimal, ...]:
    given_up = {c.name: Decimal(0) for c in columns}
    for column in columns:
        for name, width in column.narrows.items():
            given_up[name] += width
    return tuple(c.width - given_up[c.name] for c in columns)


class _Block:
    """One block being laid out: its rows first, then what merges downward, then the side cell over all of them."""

    def __init__(
        self,
        record: Any,
        at: str,
        block: BlockSpec,
        place: dict[str, int],
        width: int,
        hints: Mapping[str, Message],
    ) -> None:
        self.record, self.at, self.block, self.place, self.width = record, at, block, place, width
        self.hints = hints

    def rows(self) -> list[LaidRow]:
        result = [row for spec in self.block.rows for row in self._spec(spec)]
        if self.block.side and result:
            first = result[0]
            side = self._cell(self.block.side, RowSpec(cells=()), None, self._start(first))
            result[0] = LaidRow((_down(side, len(result)), *first.cells), first.block, first.repeat)
        return result

    def _start(self, row: LaidRow) -> int:
        return row.cells[0].column if row.cells else self.width

    def _spec(self, spec: RowSpec) -> list[LaidRow]:
        if spec.when and not any(is_there(self.record, path) for path in spec.when):
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
            yield from unplaced_points(self.record)
        else:
            yield from range(max(len(value_at(self.record, path)) for path in spec.each))

    def _row(self, spec: RowSpec, item: _Item) -> list[LaidCell]:
        cells = [c for c in spec.cells if c.at in self.place]
        ends = [self.place[c.at] for c in cells[1:]] + [self.width]
        return [self._cell(c, spec, item, end) for c, end in zip(cells, ends, strict=True)]

    def _cell(self, cell: CellSpec, row: RowSpec, item: _Item, end: int) -> LaidCell:
        column = self.place[cell.at]
        path = self._path(cell, row, item)
        text, doubt = self._text(cell, path, item)
        return LaidCell(
            column=column,
            span=end - column,
            text=text,
            role=cell.role,
            align=cell.alignment,
            at=self.at + path if path else "",
            key=cell.key,
            doubt=doubt,
            computed=self.hints.get(path),
        )

    def _path(self, cell: CellSpec, row: RowSpec, item: _Item) -> str:
        if not cell.field or item is None:
            return cell.field
        items = cell.of or row.each[0]
        if item >= len(value_at(self.record, items)):
            return ""
        return join(join(items, item), cell.field)

    def _text(self, cell: CellSpec, path: str, item: _Item) -> tuple[str, str]:
        if not path:
            return words(cell.label, self.record), ""
        shown, doubt = text_at(self.record, path)
        if not cell.view:
            return shown, doubt
        holder = value_at(self.record, path.rpartition("/")[0])
        number = item or 0
        match cell.view:
            case "level1" | "level2":
                shown = with_points(shown, placed_points(self.record).get((cell.view, number)))
            case "split":
                shown = split_text(holder, number, shown)
            case "outline":
                shown = outline_text(self.record, holder)
            case "declared_points":
                shown = points_text(holder)
        return shown, doubt

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
                joined = joined and self._joins(cell, spec, items[number])
                if joined:
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
        rows = value_at(self.record, spec.each[0])
        above, here = rows[(item or 0) - 1], rows[item or 0]
        value = getattr(here, cell.field)
        if value != getattr(above, cell.field) or here.doubt(cell.field) or above.doubt(cell.field):
            return False
        if cell.merge == "group":
            return under_one_target(above, here)
        declared = placed_points(self.record).get((cell.view, item or 0)) if cell.view else None
        return value != "" and declared is None


def _down(cell: LaidCell, rows: int) -> LaidCell:
    return cell if rows == 1 else replace(cell, rowspan=rows)
