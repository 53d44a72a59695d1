"""What is to be said about how a workbook was read: observations enter sheet by sheet, messages leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from jixiao.model.message import Message
from jixiao.model.trace import column_letters

from .. import messages as say
from .addresses import Place, address
from .drawings import Drawn
from .grid import Grid
from .hidden import runs
from .shown import Shown

_MOST = 12
"""Addresses that one message names."""

_TOLD = {
    "empty": say.EXCEL_NO_RESULT,
    "error": say.EXCEL_ERROR,
    "struck": say.EXCEL_STRUCK,
    "unshown": say.EXCEL_UNSHOWN,
}


@dataclass(slots=True)
class Notes:
    """Collects for the whole workbook."""

    hidden: list[str] = field(default_factory=list)
    """Names of hidden sheets."""
    charts: int = 0
    """Sheets that are a chart."""
    _said: list[Message] = field(default_factory=list)
    _covered: int = 0
    _drawn: Drawn = field(default_factory=Drawn)

    def sheet(self, name: str, grid: Grid, shown: Shown, drawn: Drawn) -> None:
        """Take what one sheet gives to say."""
        if grid.unread_rows:
            self._said.append(say.EXCEL_HIDDEN_ROWS(sheet=name, rows=_ranges(grid.unread_rows, lambda n: str(n + 1))))
        if grid.unread_columns:
            self._said.append(
                say.EXCEL_HIDDEN_COLUMNS(sheet=name, columns=_ranges(grid.unread_columns, column_letters))
            )
        for key, phrase in _TOLD.items() if shown.told else ():
            places = sorted({place for place in shown.told.get(key, ()) if grid.sees(place)})
            if places:
                self._said.append(phrase(sheet=name, cells=_cells(places)))
        self._covered += grid.covered
        self._drawn = Drawn(*(one + other for one, other in zip(self._drawn, drawn, strict=True)))

    def messages(self) -> tuple[Message, ...]:
        """All that is to be said."""
        drawn = self._drawn
        found = [
            say.EXCEL_HIDDEN_SHEETS(sheets=tuple(self.hidden)) if self.hidden else None,
            *self._said,
            say.COVERED(count=self._covered) if self._covered else None,
            say.PICTURES(count=drawn.pictures) if drawn.pictures else None,
            say.EXCEL_TEXT_BOXES(count=drawn.boxes) if drawn.boxes else None,
            say.EXCEL_CHARTS(count=drawn.charts + self.charts) if drawn.charts + self.charts else None,
        ]
        return tuple(message for message in found if message is not None)


def _cells(places: Sequence[Place]) -> Message | tuple[str, ...]:
    named = tuple(address(row, column) for row, column in places[:_MOST])
    return named if len(places) <= _MOST else say.EXCEL_AND_MORE(named=named, count=len(places))


def _ranges(numbers: Sequence[int], name: Callable[[int], str]) -> Message | tuple[str, ...]:
    found = runs((number, number) for number in numbers)
    named = tuple(name(first) if first == last else f"{name(first)}–{name(last)}" for first, last in found[:_MOST])
    return named if len(found) <= _MOST else say.EXCEL_AND_MORE(named=named, count=len(numbers))
