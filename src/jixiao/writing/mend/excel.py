"""Changes in the user's own workbook: the bytes of the file, changes and their places enter; the bytes with nothing but
these cells changed leave, and what was made of each.

A formula is never written over. Where the workbook has formulas, it asks to be computed anew when it is opened: what
is stored beside a formula may follow from a changed cell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from lxml import etree

from ...model import Figure, Message, Position, UnreadableError
from ...reading.excel.formats import format_of
from ...reading.excel.names import STRICT, X
from ...reading.excel.shown import displayed
from ...reading.excel.styles import PLAIN, Style, styles
from ...reading.excel.workbook import Workbook, workbook_of
from ...reading.messages import EXCEL_SAVE_AS
from ...reading.package import Package
from .. import messages as say
from ..correcting.manner import in_manner, numbers_like
from ..correcting.records import Change
from ..splice import Markup, spliced
from .looks import LookEdits, with_places
from .sheet import Content, Place, SheetEdits
from .stored import displayed_figure, stored_as
from .strings import Edit, exchanged, text_of

_SI, _IS, _V = X + "si", X + "is", X + "v"
_BEFORE_CALCULATION = tuple(X + name for name in ("sheets", "functionGroups", "externalReferences", "definedNames"))
_COLONS = ("：", ":")
Placed = Sequence[tuple[Change, Position]]
_At = tuple[str, Place]
"""A part and a cell of it."""


def mended_excel(
    data: bytes, name: str, changes: Placed
) -> tuple[bytes, Mapping[str, Message | None], tuple[Message, ...]]:
    """The file with the changes; why each was not made, or nothing; what a person should know. ``UnreadableError``
    where it cannot be read, or cannot be changed without guessing.
    """
    package = Package(data, name)
    package.verify()
    main = package.workbook
    if STRICT.encode() in package.raw(main):
        raise UnreadableError(name, say.STRICT_FILE(), EXCEL_SAVE_AS())
    try:
        book = _Book(package, main)
        done = {change.at: book.make(change, position) for change, position in changes}
        parts = book.written()
        return spliced(data, parts), done, tuple(book.notes)
    except ValueError as error:
        raise UnreadableError(name, say.NOT_MENDABLE(), EXCEL_SAVE_AS(), main) from error


class _Book:
    """One pass over the changes of a workbook."""

    def __init__(self, package: Package, main: str) -> None:
        self._package, self._main = package, main
        self._root = package.parse(package.raw(main), main)
        self._workbook: Workbook = workbook_of(package, main, self._root)
        self._parts = {sheet.name: sheet.part for sheet in self._workbook.sheets if sheet.part and not sheet.is_chart}
        self._edits: dict[str, SheetEdits] = {}
        self._taken: set[_At] = set()
        self._texts: defaultdict[_At, list[Edit]] = defaultdict(list)
        self._style_part = package.related_part(main, "/styles")
        self._styles: list[Style] = []
        self._looks: LookEdits | None = None
        if self._style_part in package:
            data = package.raw(self._style_part)
            looks = package.parse(data, self._style_part)
            self._styles, self._looks = styles(looks), LookEdits(data, looks)
        shared = package.related_part(main, "/sharedStrings")
        root = package.parse(package.raw(shared), shared) if shared in package else None
        self._shared = [] if root is None else list(root.iterchildren(_SI))
        self.notes: list[Message] = []

    def make(self, change: Change, position: Position) -> Message | None:
        """Make a change; why not, where it cannot be made."""
        part = self._parts.get(position.sheet or "")
        if not part or position.row is None or position.cell is None:
            return say.NO_CELL()
        sheet = self._sheet(part)
        place = sheet.head((position.row, position.cell))
        if sheet.is_formula(place):
            return say.IS_FORMULA()
        cell = sheet.cells.get(place)
        look = sheet.look(place)
        text = self._text(cell)
        content: Content | Message
        if (part, place) in self._taken:
            return say.TAKEN(figure=Figure(change.before))
        if text is not None and text.strip():
            return self._in_text((part, place), text, change)
        if text is None and cell is not None and (raw := cell.findtext(_V)):
            content = self._exchanged(cell, raw, look, change)
        elif change.before:
            return say.NOT_THERE(figure=Figure(change.before))
        else:
            new = Figure(change.after)
            found = stored_as(new, self._style(look).format, self._workbook.from_1904)
            content = Content.text(new.raw) if found is None else self._number(new, look, change)
        if isinstance(content, Message):
            return content
        if not sheet.put(place, content):
            return say.NO_CELL()
        self._taken.add((part, place))
        return None

    def written(self) -> dict[str, bytes | None]:
        """The parts that differ."""
        self._write_texts()
        changed = sorted({part for part, _ in self._taken})
        parts: dict[str, bytes | None] = {part: self._edits[part].written() for part in changed}
        looks = self._looks.written() if self._looks is not None else None
        if looks is not None:
            parts[self._style_part] = looks
        if parts and self._has_formulas():
            self.notes.append(say.COMPUTES_ANEW())
            if self._may_ask():
                parts[self._main] = self._asking()
        return parts

    def _number(self, figure: Figure, look: str, change: Change) -> Content | Message:
        """A number, under a format that shows all of it where the cell's own would round it."""
        found = stored_as(figure, self._style(look).format, self._workbook.from_1904)
        if found is None:
            return say.FORMAT_HIDES(figure=figure)
        if found.shown.value == figure.value:
            return Content.number(found.raw)
        finer = self._finer(look, figure, found.raw)
        if not finer:
            self.notes.append(say.SHOWN_ROUNDED(before=change.before, figure=figure, shown=found.shown))
        return Content.number(found.raw, finer)

    def _finer(self, look: str, figure: Figure, raw: str) -> str:
        """The look that shows all places of a figure; empty where none can be made of that of the cell."""
        if self._looks is None or not look.isdecimal() or int(look) >= len(self._styles):
            return ""
        form = format_of(with_places(self._looks.code(int(look)), figure.places))
        if displayed_figure(raw, form, self._workbook.from_1904) != (figure.value, figure.unit):
            return ""
        return str(self._looks.finer(int(look), figure.places))

    def _exchanged(self, cell: etree._Element, raw: str, look: str, change: Change) -> Content | Message:
        """A number in the place of the one that is displayed."""
        before = Figure(change.before)
        shown = displayed(raw, self._style(look).format, self._workbook.from_1904)
        if cell.get("t", "n") != "n" or not numbers_like(shown, before):
            return say.NOT_THERE(figure=before)
        return self._number(Figure(change.after), look, change)

    def _in_text(self, at: _At, text: str, change: Change) -> Message | None:
        """Take an exchange of a number in a text; why not, where it is not sure."""
        before, after = Figure(change.before), Figure(change.after)
        if not change.before:
            if not text.rstrip().endswith(_COLONS):
                return say.NO_ROOM()
            edit = Edit(len(text), len(text), after.raw)
        else:
            spans = numbers_like(text, before)
            if len(spans) != 1 or after.value is None:
                return say.STANDS_TWICE(figure=before) if len(spans) > 1 else say.NOT_THERE(figure=before)
            ((start, end),) = spans
            edit = Edit(start, end, in_manner(text[start:end], after.value, after.places))
        if any(edit.start <= other.end and other.start <= edit.end for other in self._texts[at]):
            return say.TAKEN(figure=before)
        self._texts[at].append(edit)
        return None

    def _write_texts(self) -> None:
        """Put the texts with all their exchanges into their cells."""
        for (part, place), edits in self._texts.items():
            if not edits:
                continue
            sheet = self._sheet(part)
            cell = sheet.cells.get(place)
            item, text = self._item(cell), self._text(cell) or ""
            if item is None or any(edit.start == edit.end for edit in edits):
                for edit in sorted(edits, reverse=True):
                    text = text[: edit.start] + edit.text + text[edit.end :]
                sheet.put(place, Content.text(text))
            else:
                sheet.put(place, Content.xml(exchanged(item, edits)))
            self._taken.add((part, place))

    def _text(self, cell: etree._Element | None) -> str | None:
        """The text that a cell holds; ``None`` where it holds a number, or nothing."""
        item = self._item(cell)
        if item is not None:
            return text_of(item)
        if cell is not None and cell.get("t") == "str":
            return cell.findtext(_V) or ""
        return None

    def _item(self, cell: etree._Element | None) -> etree._Element | None:
        if cell is None:
            return None
        if cell.get("t") == "inlineStr":
            return cell.find(_IS)
        number = cell.findtext(_V) or ""
        if cell.get("t") == "s" and number.isdecimal() and int(number) < len(self._shared):
            return self._shared[int(number)]
        return None

    def _style(self, look: str) -> Style:
        return self._styles[int(look)] if look.isdecimal() and int(look) < len(self._styles) else PLAIN

    def _sheet(self, part: str) -> SheetEdits:
        if part not in self._edits:
            data = self._package.raw(part)
            self._edits[part] = SheetEdits(data, self._package.parse(data, part))
        return self._edits[part]

    def _has_formulas(self) -> bool:
        return any(self._sheet(part).has_formulas for part in self._parts.values())

    def _may_ask(self) -> bool:
        """Whether the workbook may ask to be computed anew. Where all formulas came to nothing so far, asking would say
        that they were never computed.
        """
        if self._workbook.fresh:
            return False
        seen = (sheet.part for sheet in self._workbook.sheets if not sheet.hidden and sheet.name in self._parts)
        return any(self._sheet(part).has_results for part in seen)

    def _asking(self) -> bytes:
        """The workbook part, asking to be computed when it is opened."""
        markup = Markup(self._package.raw(self._main), self._root)
        known = self._root.find(X + "calcPr")
        p = f"{self._root.prefix}:" if self._root.prefix else ""
        attributes = {} if known is None else {str(name): str(value) for name, value in known.attrib.items()}
        told = "".join(f' {name}="{value}"' for name, value in (attributes | {"fullCalcOnLoad": "1"}).items())
        piece = f"<{p}calcPr{told}/>"
        if known is not None:
            markup.put(markup.before(known), piece)
            markup.cut(known)
        else:
            markup.put(markup.after(list(self._root.iterchildren(*_BEFORE_CALCULATION))[-1]), piece)
        return markup.written()
