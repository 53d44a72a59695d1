"""What a layout file may say. Plain data enter; a frozen, proven :class:`Layout` leaves, or an error that names file,
place and remedy.

A layout is a grid (columns in millimetres) and blocks of rows. A cell names the column it begins at and reaches to
where the next cell of its row begins, so that a column which a table does not need can be left out without touching
any row.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, Self

from pydantic import ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from ...model import Frozen, Message, Term
from ...model.place import NATION
from ..messages import (
    CELLS_OUT_OF_ORDER,
    COLUMN_NAMED_TWICE,
    FIRST_COLUMN_MAY_BE_AWAY,
    NARROWS_NOTHING,
    NARROWS_TOO_LITTLE,
    NO_SUCH_COLUMN,
    REACHES_DOWN_TOO_FAR,
    ROW_OF_BLOCK,
    ROWS_BEGIN_APART,
    WIDTHS_DO_NOT_ADD_UP,
)

WIDTH = Decimal(156)
"""Width of the type area in mm: GB/T 9704-2012, 版心 156 mm × 225 mm."""

Align = Literal["left", "center", "right"]
Role = Literal["label", "column", "text", "value", "amount", "rate", "points", "total"]
"""How a cell looks and what its number is: ``label``/``column`` are printed words, the others hold facts."""

_ALIGN: dict[str, Align] = {"text": "left", "amount": "right", "rate": "right"}


class ColumnSpec(Frozen):
    """A grid column. With ``when`` it appears only where one of these facts is there, at the cost of the columns it
    ``narrows``.
    """

    name: str
    width: Decimal
    when: tuple[str, ...] = ()
    narrows: Mapping[str, Decimal] = Field(default_factory=dict)


class CellSpec(Frozen):
    """A cell: printed words, the fact of a ``field``, the points declared for a level (``points``), or an ``extra``: a
    labelled text that the record has no field for.

    ``key`` is the block and canonical name of a label in :mod:`jixiao.forms.labels`: the layout's own word for it is
    printed, else the usual one; in ``label``, ``{}`` stands for that word. ``field`` is a pointer in the record, or
    the name of a field of the item that the row repeats over. Words may quote facts, ``{/funds/unit}``; what stands in
    square brackets vanishes where its fact is blank, or no number where the pointer ends in ``#``.

    ``blank`` is what an extra says where the record has none; with ``null`` its place says nothing then. ``view`` is
    how a fact is printed in company (see :mod:`.views`). ``merge`` joins a cell with the one above it: ``same`` for
    equal values, ``group`` for rows under one target, ``all`` for every row; always only where the merging cells left
    of it are joined too. A cell reaches ``down`` over so many rows.
    """

    at: str
    label: str = ""
    key: str = ""
    field: str = ""
    of: str = ""
    points: Literal["", "level1", "level2"] = ""
    extra: str = ""
    blank: str | None = ""
    view: str = ""
    role: Role = "value"
    align: Align | None = None
    merge: Literal["", "same", "group", "all"] = ""
    down: int = Field(default=1, ge=1)

    @property
    def alignment(self) -> Align:
        """The alignment given, else that of the role."""
        return self.align or _ALIGN.get(self.role, "center")


class RowSpec(Frozen):
    """A row, or with ``each`` one row for every item of these lists. ``only`` keeps the items that no other cell
    prints.
    """

    cells: tuple[CellSpec, ...]
    each: tuple[str, ...] = ()
    only: Literal["", "unplaced"] = ""
    when: tuple[str, ...] = ()
    repeat: bool = False


class BlockSpec(Frozen):
    """Rows that belong together, with an optional ``side`` cell that stands left of all of them."""

    name: str
    rows: tuple[RowSpec, ...]
    side: CellSpec | None = None
    when: tuple[str, ...] = ()


class Years(Frozen):
    """The years that a layout is for, both ends included; open where one is absent."""

    model_config = ConfigDict(populate_by_name=True)

    since: int | None = Field(default=None, alias="from")
    until: int | None = Field(default=None, alias="to")


class Layout(Frozen):
    """An official table of a ``kind`` of record (:mod:`jixiao.forms.kinds`), as a ``place`` has it in some ``years``.

    ``name`` tells it in lists, ``title`` is printed over the table, ``number`` is a printed number of the form.
    ``source`` says where the layout was taken from, ``verified`` whether the official original was read.
    ``money_unit`` is the unit in which the form asks for amounts, ``signs`` how it prints the signs of targets,
    ``labels`` its own words for canonical keys (``money.outturn``). ``empty`` is the record as the empty form has it:
    the usual rows, and the weights that are printed.
    """

    id: str
    kind: str
    name: str
    name_en: str = ""
    place: str = NATION
    years: Years = Years()
    title: str
    number: str = ""
    source: str
    verified: bool
    money_unit: str = "万元"
    signs: Mapping[str, str] = Field(default_factory=dict)
    labels: Mapping[str, str] = Field(default_factory=dict)
    font_size: Decimal = Decimal(9)
    columns: tuple[ColumnSpec, ...]
    blocks: tuple[BlockSpec, ...]
    empty: Mapping[str, Any] = Field(default_factory=dict)

    @field_validator("columns")
    @classmethod
    def _widths(cls, columns: tuple[ColumnSpec, ...]) -> tuple[ColumnSpec, ...]:
        names = [c.name for c in columns]
        if len(set(names)) != len(names):
            raise _fault(COLUMN_NAMED_TWICE())
        always = sum((c.width for c in columns if not c.when), Decimal(0))
        if always != WIDTH:
            raise _fault(WIDTHS_DO_NOT_ADD_UP(width=always, wanted=WIDTH))
        for column in columns:
            if column.when and sum(column.narrows.values(), Decimal(0)) != column.width:
                raise _fault(NARROWS_TOO_LITTLE(column=column.name, width=column.width))
            if unknown := set(column.narrows) - set(names):
                raise _fault(NARROWS_NOTHING(column=column.name, unknown=tuple(sorted(unknown))))
        return columns

    @model_validator(mode="after")
    def _cells_in_order(self) -> Self:
        order = {c.name: i for i, c in enumerate(self.columns)}
        if self.columns[0].when:
            raise _fault(FIRST_COLUMN_MAY_BE_AWAY(column=self.columns[0].name))
        for block in self.blocks:
            _Grid(block, order).check()
        return self

    @property
    def called(self) -> Term:
        """Its name in both languages."""
        return Term(self.name, self.name_en or self.name)

    def __repr__(self) -> str:
        return f"Layout({self.id!r})"

    def cells(self) -> tuple[CellSpec, ...]:
        """All cells in reading order, side cells first."""
        return tuple(
            cell
            for block in self.blocks
            for cell in (*([block.side] if block.side else ()), *(c for row in block.rows for c in row.cells))
        )


class _Grid:
    """The cells of one block on the grid: proof that they stand in order and that every column is covered once."""

    def __init__(self, block: BlockSpec, order: Mapping[str, int]) -> None:
        self.block, self.order = block, order
        self.open: dict[int, int] = {}
        """Columns that a cell above reaches down into, with the rows it still covers."""

    def check(self) -> None:
        """``PydanticCustomError`` where a row is not right."""
        for number, row in enumerate(self.block.rows, start=1):
            place = ROW_OF_BLOCK(block=self.block.name, row=number)
            cells = ((self.block.side,) if self.block.side else ()) + row.cells
            if unknown := tuple(c.at for c in cells if c.at not in self.order):
                raise _fault(NO_SUCH_COLUMN(place=place, columns=unknown))
            starts = [self.order[c.at] for c in cells]
            if starts != sorted(set(starts)) or (self.block.side and starts[0]) or set(starts) & set(self.open):
                raise _fault(CELLS_OUT_OF_ORDER(place=place))
            self._row(row, starts[-len(row.cells) :])
        if self.open:
            raise _fault(REACHES_DOWN_TOO_FAR(block=self.block.name))

    def _row(self, row: RowSpec, starts: list[int]) -> None:
        first = self.order[self.block.rows[0].cells[0].at] if self.block.side else 0
        if starts[0] != next((i for i in range(first, len(self.order)) if i not in self.open), None):
            raise _fault(ROWS_BEGIN_APART(block=self.block.name))
        if self.open and (row.each or row.when):
            raise _fault(REACHES_DOWN_TOO_FAR(block=self.block.name))
        left = {column: rest - 1 for column, rest in self.open.items() if rest > 1}
        for cell, start, end in zip(row.cells, starts, [*starts[1:], len(self.order)], strict=True):
            reached = next((i for i in range(start, end) if i in self.open), end)
            left |= {column: cell.down - 1 for column in range(start, reached) if cell.down > 1}
        self.open = left


def _fault(message: Message) -> PydanticCustomError:
    return PydanticCustomError("layout", "{message}", {"message": message})
