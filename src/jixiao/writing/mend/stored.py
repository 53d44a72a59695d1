"""Which number a cell must hold so that it displays a figure. A figure and a number format enter; the number as a
workbook stores it and what it displays leave.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ...model import Figure
from ...reading.excel.formats import Format
from ...reading.excel.shown import displayed

_SCALES = (0, -2, 2, -3, 3, -4, 4, -6, 6, -8, 8)
"""Powers of ten: formats display hundredfold (%), in thousands, in 万元 or in millions."""


class Stored(NamedTuple):
    """What is stored, and the figure that is displayed then."""

    raw: str
    shown: Figure


def stored_as(figure: Figure, form: Format | None, from_1904: bool) -> Stored | None:
    """The number to store; ``None`` where the format shows no number near the figure, or another unit: under General a
    rate of 98.5% is no number.
    """
    value = figure.value
    if value is None:
        return None
    best: tuple[Decimal, int] | None = None
    found: Stored | None = None
    for scale in _SCALES:
        raw = _plain(value.scaleb(scale))
        shown = Figure(displayed(raw, form, from_1904))
        if shown.value is None or shown.unit != figure.unit:
            continue
        key = (abs(shown.value - value), abs(scale))
        if best is None or key < best:
            best, found = key, Stored(raw, shown)
    if found is None or not _near(found.shown, value):
        return None
    return found


def displayed_figure(raw: str, form: Format | None, from_1904: bool) -> tuple[Decimal | None, str]:
    """Number and unit of what a stored number displays."""
    shown = Figure(displayed(raw, form, from_1904))
    return shown.value, shown.unit


def _near(shown: Figure, value: Decimal) -> bool:
    return shown.interval.low <= value <= shown.interval.high


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
