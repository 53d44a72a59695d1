"""The cells of a sheet as they are stored: the XML of a worksheet in, :class:`Stored` out.

Two readers give the same: a scanner for sheets that are written the usual way, as office suites and libraries write
them, and a careful one for all others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from .addresses import LAST_COLUMN, LAST_ROW, cells_of, column_number
from .names import X
from .strings import Text, text_of, unescaped, usual

_SHEET_DATA, _ROW, _C, _V, _F, _IS = (X + name for name in ("sheetData", "row", "c", "v", "f", "is"))
_COLS, _COL, _MERGE, _VIEW, _DRAWING = (X + name for name in ("cols", "col", "mergeCell", "sheetView", "drawing"))
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,6})")?(?: t="([a-z]{1,3})")?'
    r"(?:/>|>(<f(?:/>| [^<>]*/>|(?: [^<>]*)?>[^<]*</f>))?(?:<v>([^<]*)</v>|<v/>)?</c>)"
)
_ROW_TAG = re.compile(r"<row\b([^<>]*)>")
_COL_TAG = re.compile(r"<col\b([^<>]*)/>")
_MERGE_TAG = re.compile(r'<mergeCell ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"/>')
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_UNFILLED = re.compile(rb"<(?:\w+:)?(?:c|row)\b[^<>]*/>")
_MANY = 8 * 2**20
"""Bytes of a sheet from which cells and rows that hold nothing are cut out before anything else; so are their lines."""

_KINDS = frozenset(("", "n", "s", "str", "b", "e"))
_OFF = frozenset(("0", "false", ""))


class CellError(Exception):
    """A cell that no sheet can have; the text names it."""


class Stored(NamedTuple):
    """A cell as stored. ``kind`` is the type of its value as the format names it; ``value`` is ``None`` where there is
    none. ``text`` holds a string that is kept in the cell.
    """

    row: int
    column: int
    style: int
    kind: str
    formula: bool
    value: str | None
    text: Text | None = None


@dataclass(slots=True)
class StoredSheet:
    """What a worksheet holds. Rows and columns count from 0; ranges name their first and last."""

    cells: list[Stored]
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row, last column."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    zeros: bool = True
    """Whether zeros are displayed."""
    drawing: bool = False


def stored_sheet(data: bytes, parse: Callable[[bytes], etree._Element]) -> StoredSheet:
    """The sheet. :class:`CellError` where an address is none."""
    if len(data) > _MANY:
        data = _UNFILLED.sub(b"", data)
    sheet = quick(data)
    return careful(parse(data)) if sheet is None else sheet


# --- the scanner ---


def quick(data: bytes) -> StoredSheet | None:
    """The sheet where every tag of it is as usual; ``None`` where one is not."""
    head, opened, rest = data.partition(b"<sheetData>")
    body, closed, tail = rest.partition(b"</sheetData>")
    if not (opened and closed) or b"<!" in data or not usual(head, b"<worksheet"):
        return None
    if not tail.rstrip().endswith(b"</worksheet>"):
        return None
    try:
        text, before, behind = body.decode(), head.decode(), tail.decode()
    except UnicodeDecodeError:
        return None
    found = _CELL.findall(text)
    if len(found) != text.count("<c"):
        return None
    columns = {letters: column_number(letters) for letters in {cell[0] for cell in found}}
    cells: list[Stored] = []
    for letters, row, style, kind, formula, value in found:
        if not value and not formula and not style:
            continue
        number = int(style) if style else 0
        cells.append(Stored(int(row) - 1, columns[letters], number, kind, bool(formula), unescaped(value) or None))
    if not {cell[3] for cell in found} <= _KINDS:
        return None
    sheet = StoredSheet(_checked(cells), drawing="<drawing " in behind)
    if 'hidden="' in text or 'ht="0"' in text:
        if text.count("<row") != len(rows := _ROW_TAG.findall(text)):
            return None
        for row in rows:
            look = dict(_ATTRIBUTE.findall(row))
            if _is_hidden(look, "ht"):
                if not look.get("r", "").isdecimal():
                    return None
                sheet.hidden_rows.add(int(look["r"]) - 1)
    for item in _COL_TAG.findall(before):
        _hide_columns(dict(_ATTRIBUTE.findall(item)), sheet)
    sheet.zeros = 'showZeros="0"' not in before
    merges = _MERGE_TAG.findall(behind)
    if len(merges) != behind.count("<mergeCell "):
        return None
    sheet.merges = [cells for item in merges if (cells := cells_of(item)) is not None]
    return sheet


# --- the careful reader ---


def careful(root: etree._Element) -> StoredSheet:
    """The sheet by its elements. Rows and cells without an address follow the one before them."""
    sheet = StoredSheet([])
    data = root.find(_SHEET_DATA)
    if data is not None:
        sheet.cells = _checked(list(_cells(data, sheet)))
    for item in root.iterchildren(_COLS):
        for column in item.iterchildren(_COL):
            _hide_columns(dict(column.attrib), sheet)  # type: ignore[arg-type]
    sheet.zeros = not any(view.get("showZeros") in ("0", "false") for view in root.iter(_VIEW))
    sheet.drawing = root.find(_DRAWING) is not None
    found = (cells_of(item.get("ref", "")) for item in root.iter(_MERGE))
    sheet.merges = [cells for cells in found if cells is not None]
    return sheet


def _cells(data: etree._Element, sheet: StoredSheet) -> Iterator[Stored]:
    number = -1
    for row in data.iterchildren(_ROW):
        number = _row_number(row.get("r"), number)
        if _is_hidden(row.attrib, "ht"):  # type: ignore[arg-type]
            sheet.hidden_rows.add(number)
        column = -1
        for cell in row.iterchildren(_C):
            where = cell.get("r")
            place = (number, column + 1, number, column + 1) if where is None else cells_of(where)
            if place is None:
                raise CellError(where)
            column = place[1]
            yield _cell(cell, place[0], column)


def _row_number(text: str | None, before: int) -> int:
    if text is None:
        return before + 1
    if not text.isdecimal() or len(text) > 7:
        raise CellError(text)
    return int(text) - 1


def _cell(cell: etree._Element, row: int, column: int) -> Stored:
    kind, style = cell.get("t", ""), cell.get("s", "0")
    formula, value, text = False, None, None
    for child in cell.iterchildren(_F, _V, _IS):
        if child.tag == _F:
            formula = True
        elif child.tag == _V:
            value = child.text
        else:
            text = text_of(child)
    number = int(style) if style.isdecimal() and len(style) < 9 else 0
    return Stored(row, column, number, kind, formula, value or None, text)


# --- both ---


def _checked(cells: list[Stored]) -> list[Stored]:
    """The cells, once it is sure that a sheet has room for them."""
    for cell in cells:
        if not (0 <= cell.row <= LAST_ROW and 0 <= cell.column <= LAST_COLUMN):
            raise CellError(f"{cell.row + 1}")
    return cells


def _is_hidden(look: dict[str, str], size: str) -> bool:
    if look.get("hidden", "") not in _OFF:
        return True
    try:
        return float(look.get(size, "1")) == 0
    except ValueError:
        return False


def _hide_columns(look: dict[str, str], sheet: StoredSheet) -> None:
    first, last = look.get("min", ""), look.get("max", "")
    if first.isdecimal() and last.isdecimal() and len(first) < 9 and len(last) < 9 and _is_hidden(look, "width"):
        sheet.hidden_columns.append((int(first) - 1, int(last) - 1))
