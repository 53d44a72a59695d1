"""What a sheet displays: stored cells in, texts by row and column out, and what had to be left out.

What is displayed is what is printed: number formats are applied, and nothing is computed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from .addresses import address
from .cells import Stored, StoredSheet
from .formats import exact, general, serial_of
from .strings import Text, decoded
from .styles import PLAIN, Style

_BLANK = " \t\r\n\u3000\xa0\u200b\ufeff"
_BOOLEANS = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}


Place = tuple[int, int]
"""Row and column."""


class StringError(Exception):
    """A cell names a shared string that does not exist; the text is its address."""


class TwiceError(Exception):
    """A sheet holds two different cells at one address, which is the text."""


@dataclass(slots=True)
class Shown:
    """The texts of a sheet that are not blank, row by row; the lines around its cells; and what is told about it."""

    texts: dict[int, dict[int, str]] = field(default_factory=dict)
    boxed: dict[int, set[int]] = field(default_factory=dict)
    ruled: set[int] = field(default_factory=set)
    """Rows in which a cell has a line on its left or right."""
    told: defaultdict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    """Cells by what is to be said about them: ``empty``, ``error``, ``struck``, ``unshown``."""
    zeros: list[Place] = field(default_factory=list)
    """Formulas whose result is stored as 0."""
    computed: bool = False
    """Whether some formula has a result other than 0."""


class Display:
    """Shows cells by the strings and styles of their workbook."""

    def __init__(self, strings: Sequence[Text], styles: Sequence[Style], from_1904: bool) -> None:
        self._strings, self._styles, self._from_1904 = strings, styles, from_1904
        self._numbers: dict[tuple[int, str], str] = {}

    def show(self, sheet: StoredSheet) -> Shown:
        """The sheet as displayed. :class:`StringError` or :class:`TwiceError` where it is broken."""
        shown = Shown()
        styles, known = self._styles, len(self._styles)
        for cell in sheet.cells:
            style = styles[cell.style] if cell.style < known else PLAIN
            if style.boxed:
                shown.boxed.setdefault(cell.row, set()).add(cell.column)
                if style.ruled:
                    shown.ruled.add(cell.row)
            if cell.value is None and cell.text is None and not cell.formula:
                continue
            text = self._text(cell, style, shown)
            if cell.formula:
                self._note_formula(cell, shown)
            if not sheet.zeros and cell.kind in ("", "n") and exact(cell.value or "") == 0:
                text = ""
            if text.strip(_BLANK):
                row = shown.texts.setdefault(cell.row, {})
                if row.setdefault(cell.column, text) != text:
                    raise TwiceError(address(cell.row, cell.column))
        return shown

    def _text(self, cell: Stored, style: Style, shown: Shown) -> str:
        """What the cell displays."""
        value, kind = cell.value, cell.kind
        if kind == "s" and value is not None:
            text = self._shared(value, cell)
        elif cell.text is not None:
            text = cell.text
        elif value is None:
            return ""
        elif kind in ("", "n"):
            text = Text(self._number(cell.style, value, style))
            if not text.text and exact(value):
                shown.told["unshown"].append((cell.row, cell.column))
        elif kind == "b":
            text = Text(_BOOLEANS.get(value, value))
        elif kind == "d":
            text = Text(self._date(value, style))
        else:
            if kind == "e":
                shown.told["error"].append((cell.row, cell.column))
            text = Text(decoded(value))
        if kind in ("s", "str", "inlineStr") and style.format is not None:
            text = self._formatted(text, cell, style, shown)
        if text.struck or (style.struck and text.text.strip(_BLANK)):
            shown.told["struck"].append((cell.row, cell.column))
        return text.firm if style.struck else text.text

    def _shared(self, value: str, cell: Stored) -> Text:
        number = int(value) if value.isdecimal() and len(value) < 9 else -1
        if not 0 <= number < len(self._strings):
            raise StringError(address(cell.row, cell.column))
        return self._strings[number]

    def _formatted(self, text: Text, cell: Stored, style: Style, shown: Shown) -> Text:
        assert style.format is not None
        if style.format.keeps_text:
            return text
        changed = Text(style.format.text(text.text), text.struck, text.firm and style.format.text(text.firm))
        if text.text.strip(_BLANK) and not changed.text.strip(_BLANK):
            shown.told["unshown"].append((cell.row, cell.column))
        return changed

    def _number(self, place: int, raw: str, style: Style) -> str:
        """A number under the format of its style; each is made into text once."""
        known = self._numbers.get((place, raw))
        if known is None:
            value = exact(raw)
            known = raw.strip() if value is None else self._displayed(value, style)
            self._numbers[place, raw] = known
        return known

    def _displayed(self, value: Decimal, style: Style) -> str:
        return general(value) if style.format is None else style.format.number(value, self._from_1904)

    def _date(self, raw: str, style: Style) -> str:
        """A date written as such: it is displayed by its format, and as written where it has none."""
        serial = serial_of(raw, self._from_1904)
        return raw if serial is None or style.format is None else style.format.number(serial, self._from_1904)

    def _note_formula(self, cell: Stored, shown: Shown) -> None:
        if cell.value is None and cell.text is None:
            if cell.kind != "str":
                shown.told["empty"].append((cell.row, cell.column))
        elif cell.kind in ("", "n") and cell.value == "0":
            shown.zeros.append((cell.row, cell.column))
        else:
            shown.computed = True
