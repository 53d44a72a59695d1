"""What a sheet displays: stored cells in, texts by row and column out, and what is to be told about them.

What is displayed is what is printed: number formats are applied, and nothing is computed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from .addresses import LAST_ROW, column_number
from .cells import CellError, Stored, StoredSheet
from .formats import Format, exact, general, serial_of
from .strings import Text, decoded
from .styles import PLAIN, Style

_BLANK = " \t\r\n\u3000\xa0\u200b\ufeff"
_SHORT = re.compile(r"-?(?:0|[1-9]\d{0,3})(?:\.\d{0,5}[1-9])?")
"""Numbers that General shows as they are stored."""

_NO_RESULT = ("", "0")
_BOOLEANS = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}

Place = tuple[int, int]
"""Row and column."""

Texts = dict[int, dict[int, str]]
"""Texts that are not blank, by row and column."""


class StringError(Exception):
    """A cell names a shared string that does not exist; the text is its address."""


class TwiceError(Exception):
    """A sheet holds two different cells at one address, which is the text."""


@dataclass(slots=True)
class Shown:
    """The texts of a sheet, and what is told about it."""

    texts: Texts = field(default_factory=dict)
    told: defaultdict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    """Cells by what is to be said about them: ``empty``, ``error``, ``struck``, ``unshown``."""
    zeros: list[Place] = field(default_factory=list)
    """Formulas whose result is stored as 0."""
    computed: bool = False
    """Whether some formula has a result other than 0."""

    def drop(self, row: int, column: int) -> None:
        """Take a text away, if there is one."""
        line = self.texts.get(row, {})
        line.pop(column, None)
        if not line:
            self.texts.pop(row, None)


class Display:
    """Shows cells by the strings and styles of their workbook."""

    def __init__(self, strings: Sequence[Text | str], styles: Sequence[Style], from_1904: bool) -> None:
        self._styles = {str(number): style for number, style in enumerate(styles)} | {
            "": styles[0] if styles else PLAIN
        }
        self._strings, self._from_1904 = strings, from_1904
        self._odd = {key for key, style in self._styles.items() if not style.keeps_text}
        self._plain = {str(place): text for place, text in enumerate(strings) if isinstance(text, str)}
        self._numbers: dict[tuple[str, str], str] = {}

    def style(self, key: str) -> Style:
        """The style that cells refer to so; the plain one where there is none."""
        return self._styles.get(key, PLAIN)

    def show(self, sheet: StoredSheet) -> Shown:
        """The sheet as displayed. :class:`StringError`, :class:`TwiceError`, :class:`CellError` where it is broken."""
        shown = Shown()
        texts, plain, odd, numbers = shown.texts, self._plain, self._odd, self._numbers
        last, row, line = "", -1, dict[int, str]()
        for cell in sheet.cells:
            letters, number, style, kind, formula, value = cell
            text: str | None
            if kind == "s" and style not in odd:
                text = plain.get(value)
                if text is not None and (not text or text.isspace()):
                    continue
            elif not kind and sheet.zeros and (not formula or value not in _NO_RESULT):
                text = numbers.get((style, value))
                shown.computed |= formula != ""
            else:
                text = None
            if number != last:
                last, row = number, int(number) - 1
                line = texts.setdefault(row, {})
            column = column_number(letters)
            if text is None:
                text = self._text(cell, (row, column), sheet, shown)
                if is_blank(text):
                    continue
            if text and line.setdefault(column, text) != text:
                raise TwiceError(letters + number)
        for row in [row for row, line in texts.items() if not line]:
            del texts[row]
        if texts and (min(texts) < 0 or max(texts) > LAST_ROW or any(-1 in line for line in texts.values())):
            bad = (c for c in sheet.cells if column_number(c[0]) < 0 or not 0 < int(c[1]) <= LAST_ROW + 1)
            raise CellError("".join(next(bad)[:2]))
        return shown

    def _text(self, cell: Stored, place: Place, sheet: StoredSheet, shown: Shown) -> str:
        """What a cell displays, however it came."""
        letters, number, key, kind, formula, value = cell
        style = self.style(key)
        if formula:
            _note_formula(kind, value, place, shown)
        if not value:
            return ""
        match kind:
            case "s":
                if not value.isdecimal() or len(value) > 9 or int(value) >= len(self._strings):
                    raise StringError(letters + number)
                found = self._strings[int(value)]
                text = Text(found) if isinstance(found, str) else found
            case "is":
                text = sheet.inline[int(value)]
            case "" | "n":
                text = Text(self._number(key, value, style))
                if not text.text and exact(value):
                    shown.told["unshown"].append(place)
                elif not sheet.zeros and exact(value) == 0:
                    return ""
            case "b":
                text = Text(_BOOLEANS.get(value, value))
            case "d":
                text = Text(self._date(value, style))
            case _:
                text = Text(decoded(value))
        if kind == "e":
            shown.told["error"].append(place)
        if kind in ("s", "is", "str", "inlineStr") and style.format is not None:
            changed = Text(style.format.text(text.text), text.struck, text.firm and style.format.text(text.firm))
            if is_blank(changed.text) and not is_blank(text.text):
                shown.told["unshown"].append(place)
            text = changed
        if text.struck or (style.struck and not is_blank(text.text)):
            shown.told["struck"].append(place)
        return text.firm if style.struck else text.text

    def _number(self, key: str, raw: str, style: Style) -> str:
        """A number under the format of its style; each is made into text once."""
        known = self._numbers.get((key, raw))
        if known is None:
            known = displayed(raw, style.format, self._from_1904)
            if known and not style.struck:
                self._numbers[key, raw] = known
        return known

    def _date(self, raw: str, style: Style) -> str:
        """A date written as such: it is displayed by its format, and as written where it has none."""
        serial = serial_of(raw, self._from_1904)
        return raw if serial is None or style.format is None else style.format.number(serial, self._from_1904)


@lru_cache(maxsize=1 << 14)
def displayed(raw: str, form: Format | None, from_1904: bool) -> str:
    """A stored number under a format (``None`` for General); remembered, as the same few stand in most tables."""
    if form is None and _SHORT.fullmatch(raw):
        return raw
    value = exact(raw)
    if value is None:
        return raw.strip()
    return general(value) if form is None else form.number(value, from_1904)


def is_blank(text: str) -> bool:
    """Whether nothing but white space is displayed."""
    return not text.strip(_BLANK)


def _note_formula(kind: str, value: str, place: Place, shown: Shown) -> None:
    if not value:
        if kind != "str":
            shown.told["empty"].append(place)
    elif kind in ("", "n") and value == "0":
        shown.zeros.append(place)
    else:
        shown.computed = True
