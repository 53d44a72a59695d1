"""Points and amounts out of printed cells: a figure enters, a number, nothing, or the reason why it cannot be used
leaves.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from jixiao.forms import relations
from jixiao.model import Figure, FundLine, Indicator, Interval, Message, Record, Term
from jixiao.model.classes import dataclass

from . import messages as say


@dataclass(frozen=True, slots=True)
class Unusable:
    """Why a cell gives no number."""

    reason: Message


def points(record: Record, field: str, what: Term) -> Decimal | Unusable | None:
    """The number of a points cell; ``None`` where nothing stands in it or the form has no such cell."""
    figure: Figure | None = getattr(record, field)
    if figure is None:
        return _doubted(record, field, what)
    number = relations.points(figure, weight=field == "weight")
    if number is not None or relations.no_points(figure):
        return number
    return Unusable(say.NOT_POINTS(field=what, raw=figure.raw))


def _doubted(record: Record, field: str, what: Term) -> Unusable | None:
    """Why a field that is not there cannot be used; ``None`` where the form has no such cell."""
    doubt = record.doubt(field) if record.doubts else None
    return Unusable(say.NOT_READ(field=what, raw=doubt.raw, reason=doubt.reason)) if doubt else None


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed amount in 万元, all that its digits allow, and the figure. ``grain`` is what one unit of its last
    place is worth.
    """

    wan: Decimal
    interval: Interval
    figure: Figure
    grain: Decimal


def amount(line: FundLine, field: str, unit: str, what: Term) -> Amount | Unusable:
    """An amount of the money block."""
    figure: Figure | None = getattr(line, field)
    if figure is None:
        return _doubted(line, field, what) or Unusable(say.NO_SUCH_CELL(field=what))
    if figure.is_blank:
        return Unusable(say.BLANK(field=what))
    found = measured(figure, unit)
    return Unusable(say.NOT_AMOUNT(field=what, raw=figure.raw)) if found is None or found.wan < 0 else found


@lru_cache(maxsize=1 << 13)
def measured(figure: Figure, unit: str) -> Amount | None:
    """The amount that a figure is, in a table of that unit; ``None`` where it is none. Remembered: the same few
    figures are asked for again and again.
    """
    one = Figure(f"1{figure.unit}").wan(unit)
    if figure.value is None or one is None:
        return None
    return Amount(figure.value * one, figure.allowed * Interval.at(one), figure, one.scaleb(-figure.places))


def is_written(text: str | None) -> bool:
    """Whether something stands in a text cell."""
    return bool(text and text.strip())


def is_vacant(indicator: Indicator) -> bool:
    """Whether a row says nothing: neither target nor actual."""
    return not is_written(indicator.target) and not is_written(indicator.actual)
