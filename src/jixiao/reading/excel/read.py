"""The reader of workbooks: it opens the package, goes through the visible sheets and collects what is to be said."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from jixiao.model import UnreadableError
from jixiao.model.message import Message, Term
from jixiao.model.workbook import OWN_SHEET

from .. import limits
from .. import messages as say
from ..content import Content
from ..package import Package
from .blocks import Blocks, TooManyError
from .cells import CellError, CrowdedError, StoredSheet, stored_sheet
from .drawings import Drawn, drawn_on
from .grid import Grid, OverlapError, grid_of
from .names import X
from .notes import Notes
from .shown import Display, Shown, StringError, Texts, TwiceError
from .strings import Text, shared_strings
from .styles import Style, styles
from .workbook import SheetEntry, Workbook, workbook_of

_FILLED = re.compile(rb"<(?:\w+:)?(?:v|is)\b")


@dataclass(slots=True)
class _Seen:
    """A visible sheet on its way to blocks."""

    name: str
    stored: StoredSheet
    shown: Shown
    drawn: Drawn = field(default_factory=Drawn)


def read_excel(data: bytes, name: str) -> Content:
    """The content of a workbook. ``UnreadableError`` where it is broken, hostile or too large."""
    return _Reader(Package(data, name)).content()


def read_texts(data: bytes, name: str) -> dict[str, Texts]:
    """Every text of a workbook by sheet, row and column, also of what is hidden or filtered out: for workbooks of our
    own, into which people typed. ``UnreadableError`` as :func:`read_excel`.
    """
    return _Reader(Package(data, name), limits.OWN_CELLS).texts()


class _Reader:
    def __init__(self, package: Package, most: int = limits.CELLS) -> None:
        self._package, self._name, self._most = package, package.name, most
        self._main = package.workbook
        root = self._parse(self._main)
        if root.tag != X + "workbook":
            raise UnreadableError(self._name, say.EXCEL_NO_WORKBOOK(), say.EXCEL_SAVE_AS(), self._main)
        self._workbook: Workbook = workbook_of(package, self._main, root)
        self._display = Display(self._strings(), self._styles(), self._workbook.from_1904)
        self._notes = Notes()
        self._bytes = self._cells = 0

    def content(self) -> Content:
        seen = [sheet for entry in self._workbook.sheets if (sheet := self._sheet(entry)) is not None]
        self._not_computed(seen)
        if any(sheet.name == OWN_SHEET for sheet in seen):
            for sheet in seen:  # what its formulas should show is told by whoever reads its plan
                sheet.shown.told.pop("empty", None)
        blocks = Blocks()
        for sheet in seen:
            grid = self._grid(sheet)
            self._notes.sheet(sheet.name, grid, sheet.shown, sheet.drawn)
            try:
                blocks.add(sheet.name, grid)
            except TooManyError as error:
                what, limit = (say.ROWS, limits.ROWS) if error.what == "rows" else (say.CELLS, limits.CELLS)
                raise self._too_many(what, limit, _place(sheet.name)) from error
        return Content(tuple(blocks.found), self._notes.messages())

    def texts(self) -> dict[str, Texts]:
        """The texts of all sheets, in the order of the workbook."""
        entries = (entry._replace(hidden=False) for entry in self._workbook.sheets)
        return {seen.name: seen.shown.texts for entry in entries if (seen := self._sheet(entry)) is not None}

    def _sheet(self, entry: SheetEntry) -> _Seen | None:
        """A sheet as displayed; ``None`` where it is hidden or holds no cells, which the notes tell."""
        if entry.is_chart:
            self._notes.charts += not entry.hidden
            return None
        if entry.hidden and entry.name != OWN_SHEET:
            if not entry.part or _FILLED.search(self._package.bytes_of(entry.part)):
                self._notes.hidden.append(entry.name)
            return None
        place = _place(entry.name)
        if not entry.part:
            raise UnreadableError(self._name, say.EXCEL_NO_SHEET(), say.EXCEL_REPAIR(), place)
        part = entry.part
        data = self._package.bytes_of(part)
        self._bytes += len(data)
        if self._bytes > limits.SHEETS:
            raise UnreadableError(self._name, say.TOO_MUCH_CONTENT(), say.SPLIT(), place)
        try:
            stored = stored_sheet(data, lambda data: self._parse(part, data), self._display.contents, self._most)
            self._cells += len(stored.cells)
            if self._cells > self._most:
                raise CrowdedError
            shown = self._display.show(stored)
            stored.cells.clear()  # so that the next sheet finds the memory warm
        except CellError as error:
            raise UnreadableError(
                self._name, say.EXCEL_BAD_ADDRESS(address=str(error)), say.EXCEL_REPAIR(), place
            ) from error
        except CrowdedError as error:
            raise self._too_many(say.CELLS, self._most, place) from error
        except StringError as error:
            raise UnreadableError(
                self._name, say.EXCEL_NO_STRING(cell=str(error)), say.EXCEL_REPAIR(), place
            ) from error
        except TwiceError as error:
            raise UnreadableError(self._name, say.EXCEL_TWICE(cell=str(error)), say.EXCEL_REPAIR(), place) from error
        drawn = drawn_on(self._package, part) if stored.drawing else Drawn()
        return _Seen(entry.name, stored, shown, drawn)

    def _grid(self, sheet: _Seen) -> Grid:
        try:
            return grid_of(sheet.stored, sheet.shown, self._display.style)
        except OverlapError as error:
            raise UnreadableError(self._name, say.EXCEL_OVERLAP(), say.EXCEL_REPAIR(), _place(sheet.name)) from error

    def _not_computed(self, sheets: list[_Seen]) -> None:
        """Programs that write formulas without computing them store 0 for each. Where a workbook asks to be computed
        on opening and no formula of it has another result, none was: the cells are blank.
        """
        if not self._workbook.fresh or any(sheet.shown.computed for sheet in sheets):
            return
        for sheet in sheets:
            for row, column in sheet.shown.zeros:
                sheet.shown.drop(row, column)
                sheet.shown.told["empty"].append((row, column))

    def _too_many(self, what: Term, limit: int, place: Message) -> UnreadableError:
        return UnreadableError(self._name, say.TOO_MANY(what=what, limit=limit), say.SPLIT(), place)

    def _strings(self) -> list[Text | str]:
        part = self._package.related_part(self._main, "/sharedStrings")
        if part not in self._package:
            return []
        return shared_strings(self._package.bytes_of(part), lambda data: self._parse(part, data))

    def _styles(self) -> list[Style]:
        part = self._package.related_part(self._main, "/styles")
        return styles(self._parse(part)) if part in self._package else []

    def _parse(self, part: str, data: bytes | None = None) -> etree._Element:
        """The root of a part."""
        return self._package.parse(self._package.bytes_of(part) if data is None else data, part)


def _place(name: str) -> Message:
    return say.EXCEL_SHEET(name=name)
