"""What a sheet displays: stored cells in, texts by row and column out, and what is to be told about them.

What is displayed is what is printed: number formats are applied, and nothing is computed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from .addresses import LAST_ROW, PLACES, Place, is_place
from .cells import CellError, Content, Contents, StoredSheet
from .formats import Format, exact, general, serial_of
from .strings import Text, decoded
from .styles import PLAIN, Style

_BLANK = " \t\r\n\u3000\xa0\u200b\ufeff"
_SHORT = re.compile(r"-?(?:0|[1-9]\d{0,3})(?:\.\d{0,5}[1-9])?")
"""Numbers that General shows as they are stored."""

_NUMBER = ("", "n")
_BOOLEANS = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}

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


class _Workbook(NamedTuple):
    """What is known of all cells of a workbook: styles by the keys that cells have, those under which not every text is
    displayed as it is, shared strings without runs (empty where blank), and what cells hold.
    """

    styles: dict[str, Style]
    odd: set[str]
    plain: dict[str, str]
    contents: Contents
    from_1904: bool


class _Known(dict[str, str | None]):
    """What marks of contents display, as far as nothing else is to be told about them: empty where that is blank,
    ``None`` where there may be something to tell.
    """

    def __init__(self, workbook: _Workbook, zeros: bool) -> None:
        super().__init__()
        self._workbook, self._zeros = workbook, zeros

    def __missing__(self, mark: str) -> str | None:
        text = self[mark] = self._simple(*self._workbook.contents[mark])
        return text

    def _simple(self, key: str, kind: str, formula: str, value: str) -> str | None:
        styles, odd, plain, _, from_1904 = self._workbook
        if kind == "s":
            return None if key in odd else plain.get(value)
        style = styles.get(key, PLAIN)
        if formula or kind not in _NUMBER or style.struck or not self._zeros:
            return None
        text = displayed(value, style.format, from_1904)
        return None if is_blank(text) else text


class Display:
    """Shows cells by the strings and styles of their workbook."""

    def __init__(self, strings: Sequence[Text | str], styles: Sequence[Style], from_1904: bool) -> None:
        self._styles = {str(number): style for number, style in enumerate(styles)} | {
            "": styles[0] if styles else PLAIN
        }
        self._strings, self._from_1904 = strings, from_1904
        odd = {key for key, style in self._styles.items() if not style.keeps_text}
        plain = {
            str(place): "" if text.isspace() else text for place, text in enumerate(strings) if isinstance(text, str)
        }
        self.contents: Contents = {}
        """What the cells of all sheets hold."""
        workbook = _Workbook(self._styles, odd, plain, self.contents, from_1904)
        self._known = {zeros: _Known(workbook, zeros) for zeros in (True, False)}

    def style(self, key: str) -> Style:
        """The style that cells refer to so; the plain one where there is none."""
        return self._styles.get(key, PLAIN)

    def show(self, sheet: StoredSheet) -> Shown:
        """The sheet as displayed. :class:`StringError`, :class:`TwiceError`, :class:`CellError` where it is broken."""
        shown = Shown()
        texts, places, known = shown.texts, PLACES, self._known[sheet.zeros]
        last, line = -2, dict[int, str]()
        for where, mark in sheet.cells:
            text = known[mark]
            if text is None:
                text = self._text(where, self.contents[mark], sheet, shown)
            if text:
                row, column = places[where]
                if row != last:
                    last, line = row, texts.setdefault(row, {})
                if line.setdefault(column, text) is not text and line[column] != text:
                    raise TwiceError(where)
        if texts and (min(texts) < 0 or max(texts) > LAST_ROW or any(-1 in line for line in texts.values())):
            raise CellError(next(cell[0] for cell in sheet.cells if not is_place(*places[cell[0]])))
        return shown

    def _text(self, where: str, content: Content, sheet: StoredSheet, shown: Shown) -> str:
        """What a cell displays, however it came; empty where it is blank."""
        key, kind, formula, value = content
        place = PLACES[where]
        style = self.style(key)
        if formula:
            _note_formula(kind, value, place, shown)
        if not value:
            return ""
        match kind:
            case "s":
                if not value.isdecimal() or len(value) > 9 or int(value) >= len(self._strings):
                    raise StringError(where)
                found = self._strings[int(value)]
                text = Text(found) if isinstance(found, str) else found
            case "is":
                text = sheet.inline[int(value)]
            case "" | "n":
                text = Text(displayed(value, style.format, self._from_1904))
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
        seen = text.firm if style.struck else text.text
        return "" if is_blank(seen) else seen

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
