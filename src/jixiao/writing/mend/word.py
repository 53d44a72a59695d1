"""Changes in the user's own Word file: the bytes of the file, changes and their places enter; the bytes with nothing
but these changed leave, and what was made of each.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from lxml import etree

from ...model import Figure, Message, Position, UnreadableError
from ...reading.package import STRICT, Package, W
from ...reading.styles import Styles
from ...reading.word import Places, places
from .. import messages as say
from ..correcting.manner import in_manner, numbers_like
from ..correcting.records import Change
from ..splice import spliced
from .cells import cell_at, neighbours, paragraphs_of
from .line import Line, forbidden, in_fields, line_of
from .records import Tracking
from .text import TextEdits

_R, _R_PR, _P_PR, _SDT = W + "r", W + "rPr", W + "pPr", W + "sdt"
_COLONS = ("：", ":")
Placed = Sequence[tuple[Change, Position]]
Outcome = Mapping[str, Message | None]
"""By the pointer of a change: why it was not made, or nothing where it was."""


def mended_word(data: bytes, name: str, changes: Placed, tracking: Tracking | None) -> tuple[bytes, Outcome]:
    """The file with the changes. ``UnreadableError`` where it cannot be read, or cannot be changed without guessing."""
    package = Package(data, name)
    package.verify()
    part = package.main
    text = package.raw(part)
    if STRICT.encode() in text:
        raise UnreadableError(name, say.STRICT_FILE(), say.SAVE_AGAIN())
    root = package.parse(text, part)
    body = root.find(W + "body")
    if body is None:
        raise UnreadableError(name, say.NOT_MENDABLE(), say.SAVE_AGAIN(), part)
    try:
        edits = TextEdits(text, root, tracking)
        mending = _Mending(places(body, name, package), Styles.of(package), in_fields(root), edits, tracking)
        done = {change.at: mending.make(change, position) for change, position in changes}
        written = edits.written()
    except ValueError as error:
        raise UnreadableError(name, say.NOT_MENDABLE(), say.SAVE_AGAIN(), part) from error
    return spliced(data, {part: written}), done


class _Mending:
    """One pass over the changes of a file."""

    def __init__(
        self,
        found: Places,
        styles: Styles,
        fields: Collection[etree._Element],
        edits: TextEdits,
        tracking: Tracking | None,
    ) -> None:
        self._found, self._fields, self._edits = found, fields, edits
        self._styles = styles if styles.strikes else None
        self._tracked = tracking is not None
        self._filled: set[etree._Element] = set()

    def make(self, change: Change, position: Position) -> Message | None:
        """Make a change; why not, where it cannot be made."""
        if position.paragraph is not None:
            return self._in_paragraph(change, position)
        cell = cell_at(self._found, position)
        if cell is None:
            return say.NO_CELL()
        lines = [line_of(paragraph, self._styles) for paragraph in paragraphs_of(cell)]
        if not change.before:
            return self._fill(cell, lines, change.after)
        return self._exchange(lines, change)

    def _in_paragraph(self, change: Change, position: Position) -> Message | None:
        number = position.paragraph or 0
        if number >= len(self._found.paragraphs) or not self._found.paragraphs[number].runs:
            return say.NO_CELL()
        line = line_of(self._found.paragraphs[number].element, self._styles)
        if position.start is None or position.end is None:
            return self._exchange([line], change)
        # the reader leaves page breaks at the front out, the line counts them
        shift = len(line.text) - len(line.text.lstrip("\f"))
        return self._exchange([line], change, position.start + shift, position.end + shift)

    def _exchange(
        self, lines: Sequence[Line], change: Change, first: int = 0, last: int | None = None
    ) -> Message | None:
        """Put the new number in the place of the old one, which must stand there once."""
        before, after = Figure(change.before), Figure(change.after)
        hits = [
            (line, start, end)
            for line in lines
            for start, end in numbers_like(line.text, before)
            if start >= first and (last is None or end <= last)
        ]
        if len(hits) != 1 or after.value is None:
            return say.STANDS_TWICE(figure=before) if len(hits) > 1 else say.NOT_THERE(figure=before)
        ((line, start, end),) = hits
        pieces = line.under(start, end)
        if not pieces:
            return say.NOT_THERE(figure=before)
        for piece in pieces:
            why = forbidden(piece.run, self._fields, tracked=self._tracked)
            if why is not None:
                return why
        new = in_manner(line.text[start:end], after.value, after.places)
        return None if self._edits.exchange(pieces, start, end, new) else say.TAKEN(figure=before)

    def _fill(self, cell: etree._Element, lines: Sequence[Line], text: str) -> Message | None:
        """Write into a cell that has no text, or only a label with a colon before the blank."""
        said = [line for line in lines if line.text.strip()]
        if not lines or cell in self._filled or (said and not said[-1].text.rstrip().endswith(_COLONS)):
            return say.NO_ROOM()
        if next(cell.iter(_SDT), None) is not None:
            return say.IN_CONTROL()
        line = said[-1] if said else lines[0]
        why = forbidden(line.paragraph, self._fields, tracked=self._tracked)
        if why is not None:
            return why
        self._filled.add(cell)
        self._edits.append(line.paragraph, text, _look(cell, line.paragraph))
        return None


def _look(cell: etree._Element, paragraph: etree._Element) -> etree._Element | None:
    """The properties of a run that the new one shall have: those of the paragraph's last run, of its mark, of the
    nearest run in the cells around it.
    """
    own = list(paragraph.iter(_R))
    if own:
        return own[-1].find(_R_PR)
    mark = paragraph.find(f"{_P_PR}/{_R_PR}")
    if mark is not None and len(mark):
        return mark
    near = next((run for other in neighbours(cell) for run in other.iter(_R)), None)
    return None if near is None else near.find(_R_PR)
