"""Points out of printed cells: a figure enters, a number, nothing, or the reason why it cannot be used leaves."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jixiao.model import Evaluation, Figure, FundLine, Indicator, Interval, Record

_POINT_UNITS = frozenset({"", "分"})
_NO_POINTS = frozenset({"不适用", "无"})
_WEIGHT_UNITS = frozenset({"", "分", "%"})


class Unusable(str):
    """Why a cell gives no number, in Chinese."""

    __slots__ = ()


def points(record: Record, field: str, what: str) -> Decimal | Unusable | None:
    """The number of a points cell; ``None`` where nothing stands in it or the form has no such cell."""
    figure: Figure | None = getattr(record, field)
    if figure is None:
        doubt = record.doubt(field)
        return Unusable(f"{what}“{doubt.raw}”读不准：{doubt.reason}") if doubt else None
    if figure.is_blank or figure.raw in _NO_POINTS:
        return None
    if figure.value is None or figure.unit not in (_WEIGHT_UNITS if field == "weight" else _POINT_UNITS):
        return Unusable(f"{what}“{figure.raw}”不是分数")
    return figure.value


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed amount in 万元, all that its digits allow, and its text. ``grain`` is what one unit of its last place
    is worth.
    """

    wan: Decimal
    interval: Interval
    raw: str
    grain: Decimal


def amount(line: FundLine, field: str, unit: str, what: str) -> Amount | Unusable:
    """An amount of the money block."""
    figure: Figure | None = getattr(line, field)
    if figure is None:
        doubt = line.doubt(field)
        return Unusable(f"{what}“{doubt.raw}”读不准：{doubt.reason}" if doubt else f"表中没有{what}")
    if figure.is_blank:
        return Unusable(f"{what}空白")
    wan = figure.wan(unit)
    if wan is None or wan < 0:
        return Unusable(f"{what}“{figure.raw}”不是金额")
    one = Figure(f"1{figure.unit}").wan(unit) or Decimal(1)
    spread = figure.allowed * Interval.at(one)
    return Amount(wan, Interval(max(spread.low, Decimal(0)), spread.high), figure.raw, one.scaleb(-figure.places))


def execution_line(evaluation: Evaluation) -> tuple[int, FundLine] | None:
    """The money row whose execution is scored: the total row, else the only row that carries a weight or a score."""
    lines = evaluation.funds.lines
    total = next(((i, line) for i, line in enumerate(lines) if line.source == "total"), None)
    if total and _carries_points(total[1]):
        return total
    carrying = [(i, line) for i, line in enumerate(lines) if _carries_points(line)]
    if len(carrying) == 1:
        return carrying[0]
    return total or ((0, lines[0]) if len(lines) == 1 else None)


def _carries_points(line: FundLine) -> bool:
    return any(figure is not None and not figure.is_blank for figure in (line.weight, line.score))


def is_written(text: str | None) -> bool:
    """Whether something stands in a text cell."""
    return bool(text and text.strip())


def is_vacant(indicator: Indicator) -> bool:
    """Whether a row says nothing: neither target nor actual."""
    return not is_written(indicator.target) and not is_written(indicator.actual)
