"""The cells of a sheet as they are stored: the XML of a worksheet in, a :class:`StoredSheet` out.

Two readers give the same: a scanner for sheets that are written the usual way, as office suites and libraries write
them, and a careful one for all others. The scanner knows from the number of closing tags that it has missed none.

Where it asks whether a tag is there, it asks for a rare letter of the tag first: to find a letter takes a hundredth of
the time of finding a string that begins with ``<`` in a text full of these.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Protocol

from lxml import etree

from jixiao.model.trace import column_letters

from .. import limits
from .addresses import Range, address, cells_of
from .names import MAIN, X
from .strings import Text, text_of, unescaped, usual

_SHEET_DATA, _ROW, _C, _V, _F, _IS, _R, _T = (X + name for name in ("sheetData", "row", "c", "v", "f", "is", "r", "t"))
_COLS, _COL, _MERGE, _VIEW, _DRAWING = (X + name for name in ("cols", "col", "mergeCell", "sheetView", "drawing"))
_AT = r'<c r="([A-Z]{1,3}\d{1,7})"'
_FORMULA = r"<f(?:/>| [^<>]*/>|[^<>]*>[^<]*</f>)"
_OPEN, _CLOSE = r'<(?:v|is><t(?: xml:space="preserve")?)>', r"</(?:v|t></is)>"
_VALUE = re.compile(_AT + r"([^/<>]*><v>[^<]*)</v></c>")
"""A cell that is nothing but its value: the fast way through most sheets."""

_CELL = re.compile(rf"{_AT}([^/<>]*>(?:{_FORMULA})?(?:{_OPEN}[^<]*{_CLOSE}|<v/>)?)</c>")
_CONTENT = re.compile(
    r'(?: s="(\d{1,6})")?(?: t="(s|str|n|b|e|inlineStr)")?>'
    rf"({_FORMULA})?(?:{_OPEN}([^<]*)(?:{_CLOSE})?|<v/>)?"
)
_ROW_TAG = re.compile(r"<row\b([^<>]*)>")
_ROW_START = re.compile(r"(?!\w)[^<>]*><c r=\"[A-Z]+(\d+)")
_LOOK = re.compile(r'<c r="[A-Z]+\d+" s="(\d+)"')
_COLUMN_LOOK = re.compile(r'<c r="([A-Z]+)\d+" s="(\d+)"')
_COL_TAG = re.compile(r"<col\b([^<>]*)/>")
_MERGE_TAG = re.compile(r'<mergeCell ref="([^"]*)"/>')
_NAMED = MAIN.encode()
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_UNFILLED = re.compile(rb"<(?:\w+:)?(?:c|row)\b[^<>]*/>")
_MANY = 8 * 2**20
"""Bytes of a sheet from which cells and rows that hold nothing are cut out before anything else, and with them what is
known of their lines.
"""

_FEW = 16
"""Rows of a sheet that are searched for one by one before all are listed."""

_HIDING = ('hidden="1"', 'hidden="true"', ' ht="0')

Stored = tuple[str, str]
"""A cell that is not empty: its address, and a mark of its content, which :data:`Contents` know."""


Content = tuple[str, ...]
"""What is in a cell: number of its style, type (empty for a number), its formula as XML or nothing, and its value as
text. Of type ``is`` the value is a place in ``StoredSheet.inline``, where strings with runs are.
"""

Contents = dict[str, Content]
"""The contents of all cells of a workbook by their marks. Most stand in many cells, and are looked at once."""


class _Look(Protocol):
    """Attributes of a row or of columns."""

    def get(self, name: str, default: str, /) -> str: ...


class CellError(Exception):
    """A cell that no sheet can have; the text names it."""


class CrowdedError(Exception):
    """More cells than a file may have."""


class Looks:
    """Which styles stand in a row or a column, looked up in the XML when first asked for."""

    def __init__(self, xml: str) -> None:
        self._xml = xml
        self._asked = 0
        self._rows: dict[str, str] | None = None
        self._columns: dict[str, set[str]] | None = None

    def row(self, number: int) -> set[str]:
        """The styles of the cells of a row."""
        self._asked += 1
        start = self._xml.find(f'<row r="{number + 1}"') if self._asked < _FEW else -1
        first = _ROW_START.match(self._xml, start + 4) if start >= 0 else None
        if first is not None and first[1] == str(number + 1):
            return set(_LOOK.findall(self._xml, start, self._xml.find("</row>", start)))
        if self._rows is None:
            rows = (piece for piece in self._xml.split("<row")[1:] if "<c " in piece)
            self._rows = {found[1]: piece for piece in rows if (found := _ROW_START.match(piece))}
        row = self._rows.get(str(number + 1), "")
        return set(_LOOK.findall(row, 0, row.find("</row>")))

    def column(self, number: int) -> set[str]:
        """The styles of the cells of a column."""
        if self._columns is None:
            self._columns = {}
            for letters, style in set(_COLUMN_LOOK.findall(self._xml)):
                self._columns.setdefault(letters, set()).add(style)
        return self._columns.get(column_letters(number), set())


class KnownLooks(Looks):
    """The same, collected cell by cell."""

    def __init__(self) -> None:
        super().__init__("")
        self._by_row: defaultdict[int, set[str]] = defaultdict(set)
        self._by_column: defaultdict[int, set[str]] = defaultdict(set)

    def add(self, row: int, column: int, style: str) -> None:
        """Take the style of a cell."""
        self._by_row[row].add(style)
        self._by_column[column].add(style)

    def row(self, number: int) -> set[str]:
        return self._by_row.get(number, set())

    def column(self, number: int) -> set[str]:
        return self._by_column.get(number, set())


@dataclass(slots=True)
class StoredSheet:
    """What a worksheet holds. Rows and columns count from 0; ranges name their first and last."""

    cells: list[Stored]
    contents: Contents
    looks: Looks
    inline: list[Text] = field(default_factory=list)
    merges: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    zeros: bool = True
    """Whether zeros are displayed."""
    drawing: bool = False


def stored_sheet(
    data: bytes, parse: Callable[[bytes], etree._Element], contents: Contents, most: int = limits.CELLS
) -> StoredSheet:
    """The sheet; contents that are new are added. :class:`CellError` where an address is none, :class:`CrowdedError`
    where there are more than ``most`` cells.
    """
    if len(data) > _MANY:
        data = _UNFILLED.sub(b"", data)
    sheet = quick(data, contents, most)
    return careful(parse(data), contents, most) if sheet is None else sheet


# --- the scanner ---


def quick(data: bytes, contents: Contents, most: int = limits.CELLS) -> StoredSheet | None:
    """The sheet where every tag of it is as usual; ``None`` where one is not."""
    head, opened, rest = data.partition(b"<sheetData>")
    body, closed, tail = rest.partition(b"</sheetData>")
    if not (opened and closed) or (b"!" in data and b"<!" in data) or not usual(head, b"<worksheet"):
        return None
    if data.count(_NAMED) != 1 or (b"x" in body and b"<ext" in body) or not tail.rstrip().endswith(b"</worksheet>"):
        return None  # cells may stand where they do not look like cells
    try:
        xml, before, behind = body.decode(), head.decode(), tail.decode()
    except UnicodeDecodeError:
        return None
    count = xml.count("</c>")
    if count > most:
        raise CrowdedError
    inline = xml.count("<is>") if "i" in xml else 0
    cells = _CELL.findall(xml) if inline or ("f" in xml and "<f" in xml) else _VALUE.findall(xml)
    if len(cells) != count:
        cells = _CELL.findall(xml)
    if len(cells) != count or not _understood(set(map(_MARK, cells)), contents):
        return None
    if inline and inline != sum(contents[mark][1] == "inlineStr" for _, mark in cells):
        return None
    sheet = StoredSheet(cells, contents, Looks(xml), drawing="<drawing " in behind)
    return sheet if _rows(xml, sheet) and _around(before, behind, sheet) else None


def _understood(marks: set[str], contents: Contents) -> bool:
    """Take contents by their XML, which is their mark; false where some is not written as usual."""
    for mark in marks.difference(contents):
        found = _CONTENT.fullmatch(mark)
        if found is None:
            return False
        content = found.groups("")
        contents[mark] = (*content[:3], unescaped(content[3])) if "&" in mark else content
    return True


_MARK = itemgetter(1)


def _rows(xml: str, sheet: StoredSheet) -> bool:
    """Take which rows are hidden; false where these are not written as usual."""
    if "h" in xml and any(mark in xml for mark in _HIDING):
        for tag in _ROW_TAG.findall(xml):
            look = dict(_ATTRIBUTE.findall(tag))
            if _is_hidden(look, "ht"):
                if "r" not in look:
                    return False
                sheet.hidden_rows.add(_row_number(look["r"]))
    return True


def _around(before: str, behind: str, sheet: StoredSheet) -> bool:
    """Take columns and merged ranges; false where they are not written as usual."""
    columns, merges = _COL_TAG.findall(before), _MERGE_TAG.findall(behind)
    if before.count("<col ") != len(columns) or behind.count("<mergeCell ") != len(merges):
        return False
    sheet.merges = [cells for ref in merges if (cells := cells_of(ref)) is not None]
    for tag in columns:
        _hide_columns(dict(_ATTRIBUTE.findall(tag)), sheet)
    sheet.zeros = 'showZeros="0"' not in before and 'showZeros="false"' not in before
    return True


# --- the careful reader ---


def careful(root: etree._Element, contents: Contents, most: int = limits.CELLS) -> StoredSheet:
    """The sheet by its elements. Rows and cells without an address follow the one before them."""
    looks = KnownLooks()
    sheet = StoredSheet([], contents, looks)
    number = -1
    for row in root.iterfind(f"{_SHEET_DATA}/{_ROW}"):
        number = _row_number(row.get("r", str(number + 2)))
        if _is_hidden(row.attrib, "ht"):
            sheet.hidden_rows.add(number)
        column = -1
        for cell in row.iterchildren(_C):
            where = cell.get("r")
            place = (column + 1, column + 1, number, number) if where is None else cells_of(where)
            if place is None:
                raise CellError(where)
            column, at = place[0], place[2]
            looks.add(at, column, cell.get("s", "0"))
            _take(cell, at, column, sheet)
            if len(sheet.cells) > most:
                raise CrowdedError
    for item in root.iterfind(f"{_COLS}/{_COL}"):
        _hide_columns(item.attrib, sheet)
    sheet.zeros = not any(view.get("showZeros") in ("0", "false") for view in root.iter(_VIEW))
    sheet.drawing = root.find(_DRAWING) is not None
    found = (cells_of(item.get("ref", "")) for item in root.iter(_MERGE))
    sheet.merges = [cells for cells in found if cells is not None]
    return sheet


def _take(cell: etree._Element, row: int, column: int, sheet: StoredSheet) -> None:
    kind, formula, value = cell.get("t", ""), "", ""
    kind = "" if kind == "is" else kind  # no type of a file, but ours for what stands in ``inline``
    for child in cell.iterchildren(_F, _V, _IS):
        if child.tag == _F:
            formula = "<f"
        elif child.tag == _V:
            value = child.text or ""
        elif kind == "inlineStr" and child.find(_R) is None:
            value = "".join(text.text or "" for text in child.iterchildren(_T))
        elif kind == "inlineStr":
            kind, value = "is", str(len(sheet.inline))
            sheet.inline.append(text_of(child))
    if value or formula:
        content = cell.get("s", ""), kind, formula, value
        mark = "\0".join(content)  # XML cannot hold the sign between
        sheet.contents[mark] = content
        sheet.cells.append((address(row, column), mark))


# --- both ---


def _row_number(text: str) -> int:
    if not text.isdecimal() or len(text) > 7:
        raise CellError(text)
    return int(text) - 1


def _is_hidden(look: _Look, size: str) -> bool:
    if look.get("hidden", "") in ("1", "true"):
        return True
    try:
        return float(look.get(size, "1")) == 0
    except ValueError:
        return False


def _hide_columns(look: _Look, sheet: StoredSheet) -> None:
    first, last = look.get("min", ""), look.get("max", "")
    if first.isdecimal() and last.isdecimal() and len(first) < 9 and len(last) < 9 and _is_hidden(look, "width"):
        sheet.hidden_columns.append((int(first) - 1, int(last) - 1))
