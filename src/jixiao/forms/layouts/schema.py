"""What a layout file may say. YAML data enter; a frozen, proven :class:`Layout` leaves, or an error that names file,
place and remedy.

A layout is a grid (columns in millimetres) and blocks of rows. A cell names the column it begins at and reaches to
where the next cell of its row begins, so that a column which a table does not need can be left out without touching
any row.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from ...model import Frozen

WIDTH = Decimal(156)
"""Width of the type area in mm: GB/T 9704-2012, 版心 156 mm × 225 mm."""

Align = Literal["left", "center", "right"]
Role = Literal["label", "column", "text", "value", "amount", "rate", "points", "total"]
"""How a cell looks and what its number is: ``label``/``column`` are printed words, the others hold facts."""

View = Literal["", "level1", "level2", "split", "outline", "declared_label", "declared_points"]
"""A fact that is printed in company: a level with its points, "name：number", a spending line with its number."""

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
    """A cell: a printed ``label`` (``key`` is its block and canonical name in :mod:`jixiao.forms.labels`) or the fact
    of a ``field``.

    ``field`` is a pointer in the record, or the name of a field of the item that the row repeats over. A label may
    quote facts, ``{/funds/unit}``; what stands in square brackets vanishes where its fact is absent. ``merge`` joins
    a cell with the one above it: ``same`` for equal values, ``group`` for rows under one target; always only where
    the merging cells left of it are joined too.
    """

    at: str
    label: str = ""
    key: str = ""
    field: str = ""
    of: str = ""
    view: View = ""
    role: Role = "value"
    align: Align | None = None
    merge: Literal["", "same", "group"] = ""

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


class Layout(Frozen):
    """An official table. ``kind`` is that of the evaluation, empty for base data; ``source`` says where the form
    comes from.
    """

    id: str
    subject: Literal["evaluation", "base_data"]
    kind: Literal["", "project", "unit"] = ""
    title: str
    source: str
    verified: bool
    font_size: Decimal = Decimal(9)
    columns: tuple[ColumnSpec, ...]
    blocks: tuple[BlockSpec, ...]

    @field_validator("columns")
    @classmethod
    def _widths(cls, columns: tuple[ColumnSpec, ...]) -> tuple[ColumnSpec, ...]:
        names = [c.name for c in columns]
        if len(set(names)) != len(names):
            raise ValueError("列名重复：每列一个名字")
        always = sum((c.width for c in columns if not c.when), Decimal(0))
        if always != WIDTH:
            raise ValueError(f"列宽合计 {always} 毫米，应为 {WIDTH} 毫米")
        for column in columns:
            if column.when and sum(column.narrows.values(), Decimal(0)) != column.width:
                raise ValueError(f"列 {column.name} 宽 {column.width} 毫米，应从其他列让出同样的宽度（narrows）")
            if unknown := set(column.narrows) - set(names):
                raise ValueError(f"列 {column.name} 的 narrows 指向不存在的列：{'、'.join(sorted(unknown))}")
        return columns

    @model_validator(mode="after")
    def _cells_in_order(self) -> Self:
        order = {c.name: i for i, c in enumerate(self.columns)}
        for block in self.blocks:
            if len({row.cells[0].at for row in block.rows}) != 1:
                raise ValueError(f"{block.name}：各行应从同一列开始")
            for number, row in enumerate(block.rows, start=1):
                cells = ((block.side,) if block.side else ()) + row.cells
                place = f"{block.name} 第{number}行"
                if unknown := [c.at for c in cells if c.at not in order]:
                    raise ValueError(f"{place}：没有这一列：{'、'.join(unknown)}")
                starts = [order[c.at] for c in cells]
                if starts != sorted(set(starts)) or starts[:1] != [0] or self.columns[0].when:
                    raise ValueError(f"{place}：单元格应从第一列起、依次排列")
        return self
