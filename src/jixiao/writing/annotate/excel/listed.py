"""The sheet of findings among the sheets of a workbook: its content enters; the workbook with it, or without, leaves.

It is appended behind the last sheet, so that nothing that counts sheets shifts. One from an earlier run is known by
its name and its first words, and keeps its place, as names and windows may count on it by now.
"""

from __future__ import annotations

import re

from lxml import etree

from ....reading.excel.names import X
from ... import messages
from ...splice import Markup, prefix_for
from ...word.xml import attribute
from ..comments import AUTHOR
from . import properties
from .book import KINDS, Book, Sheet, prefix_of

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_SHEETS = X + "sheets"


def ours(book: Book) -> Sheet | None:
    """The sheet of findings that is there already."""
    names = "|".join(re.escape(messages.FINDINGS_SHEET().text(lang)) for lang in ("zh", "en"))
    for sheet in book.sheets:
        if re.fullmatch(rf"(?:{names})(?: \d+)?", sheet.name) and _first_words(book, sheet).startswith(AUTHOR):
            return sheet
    return None


def put(book: Book, content: bytes, lang: str) -> str:
    """The workbook with this sheet of findings; gives its name."""
    there = ours(book)
    if there is not None:
        book.put(there.part, content)
        return there.name
    name = _unused_name(book, lang)
    part = book.unused("worksheets", "sheet", "xml")
    book.put(part, content)
    book.says_type(part, _TYPE)
    properties.add(book, name)  # counts the sheets that are listed so far
    key = book.link(book.main, "worksheet", part)
    data, root = book.whole(book.main)
    sheets = root.find(_SHEETS)
    if sheets is None or not len(sheets):
        raise ValueError("a workbook without sheets")
    numbers = [int(n) for one in sheets if (n := one.get("sheetId", "")).isdecimal()]
    prefix, declared = prefix_for(sheets, KINDS, "r")
    markup = Markup(data, root)
    entry = f'<{prefix_of(sheets)}sheet name={attribute(name)} sheetId="{max(numbers, default=0) + 1}"'
    markup.put(markup.last(sheets), f'{entry}{declared} {prefix}id="{key}"/>')
    book.put(book.main, markup.written())
    return name


def drop(book: Book) -> bool:
    """The workbook without the sheet of findings; ``False`` where something counts on it, and it must stay."""
    there = ours(book)
    if there is None:
        return True
    data, root = book.whole(book.main)
    entries = list(root.iterfind(f"{_SHEETS}/{X}sheet"))
    last = str(len(entries) - 1)
    counted = [one.get("localSheetId") for one in root.iter(X + "definedName")]
    counted += [one.get(name) for one in root.iter(X + "workbookView") for name in ("activeTab", "firstSheet")]
    if entries[-1] is not there.entry or last in counted or len(entries) == 1:
        return False
    markup = Markup(data, root)
    markup.cut(there.entry)
    book.put(book.main, markup.written())
    book.drop(there.part, book.main)
    properties.drop(book, there.name)
    return True


def has_windows(book: Book) -> bool:
    """Whether the workbook says how it is looked at: the view of a sheet belongs to one of its windows."""
    return next(book.whole(book.main)[1].iter(X + "workbookView"), None) is not None


def _unused_name(book: Book, lang: str) -> str:
    wanted = messages.FINDINGS_SHEET().text(lang)
    taken = {one.get("name", "").lower() for one in book.whole(book.main)[1].iterfind(f"{_SHEETS}/{X}sheet")}
    names = (wanted if n == 1 else f"{wanted} {n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name.lower() not in taken)


def _first_words(book: Book, sheet: Sheet) -> str:
    """The text of the first cell, as this or another program stores it."""
    _, root = book.whole(sheet.part)
    cell = next((c for c in root.iter(X + "c") if c.get("r") == "A1"), None)
    if cell is None:
        return ""
    if cell.get("t") != "s":
        return _texts(cell)
    strings = book.read(book.related(book.main, "/sharedStrings"))
    number = cell.findtext(X + "v", "")
    items = [] if strings is None else list(strings[1].iterchildren(X + "si"))
    return _texts(items[int(number)]) if number.isdecimal() and int(number) < len(items) else ""


def _texts(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(X + "t"))
