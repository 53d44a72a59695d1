"""Printed numbers: what the paper says, exactly, and what its digits allow.

A string, an integer or a decimal enters; a :class:`Figure` leaves. A figure never loses what was printed: ``"9.50"``
keeps its two places, ``"97.2%"`` its sign, ``""`` says that the place is there and empty.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .classes import dataclass

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

_NUMBER = re.compile(r"([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([^\d.,+-][^\d]*)?")
_SPACE = re.compile(r"\s")
_SCALE = {
    "元": Decimal("0.0001"),
    "百元": Decimal("0.01"),
    "千元": Decimal("0.1"),
    "万元": Decimal(1),
    "十万元": Decimal(10),
    "百万元": Decimal(100),
    "千万元": Decimal(1000),
    "亿元": Decimal(10000),
}
_SCALE |= {unit.removesuffix("元"): scale for unit, scale in _SCALE.items() if unit.endswith(("万元", "亿元"))}
_MARKS = "()[]、，。,;:"
"""Marks around a unit or behind it: 5(万元)、5万元；"""
_DASHES = frozenset("-—–/－一")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``, both included. Arithmetic is exact and never loses a possible value."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        products = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(products), max(products))

    def __truediv__(self, other: Interval) -> Interval:
        """Quotient of two intervals; ``ZeroDivisionError`` where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be zero")
        quotients = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(quotients), max(quotients))

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    @classmethod
    def at(cls, value: Decimal) -> Interval:
        """The interval that holds one value only."""
        return cls(value, value)

    @classmethod
    def total(cls, parts: list[Interval]) -> Interval:
        """Sum of the parts; zero where there is none."""
        return cls(sum((p.low for p in parts), Decimal(0)), sum((p.high for p in parts), Decimal(0)))


@lru_cache(maxsize=1 << 14)
def _read(text: str) -> tuple[str, Decimal | None, str]:
    """Edge blanks off; the number and what stands behind it. Remembered: a dossier prints few figures many times."""
    text = text.strip().strip("\u3000").strip()
    flat = _SPACE.sub("", unicodedata.normalize("NFKC", text))
    match = _NUMBER.fullmatch(flat)
    if not match:
        return text, None, ""
    return text, Decimal(match[1] + match[2].replace(",", "") + (match[3] or "")), match[4] or ""


@lru_cache(maxsize=1 << 14)
def _allowed(value: Decimal, places: int) -> Interval:
    half = Decimal(5).scaleb(-places - 1)
    return Interval(value - half, value + half)


_EXACT = Context(prec=100_000)
"""A number may have more digits than one computes with, by a slip or in a damaged file: it is a number all the same."""


def rounded(value: Decimal, places: int, mode: str = ROUND_HALF_UP) -> Decimal:
    """The number with so many decimal places, however many digits it has; without a mode 四舍五入."""
    return value.quantize(Decimal(1).scaleb(-places), mode, _EXACT)


class Figure:
    """A number as printed: ``raw`` text, its ``value`` (``None`` where the text is no number) and the ``unit`` behind
    it.

    ``97.2%`` has value 97.2 and unit ``%``: a rate is kept in percent, as it stands on the form. Thousands
    separators, full-width digits and padding are read; words are not (``约3万`` has no value here: ``jixiao.values``
    reads it).
    """

    __slots__ = ("raw", "unit", "value")

    raw: str
    value: Decimal | None
    unit: str

    def __init__(self, raw: str | int | Decimal) -> None:
        text = format(raw, "f") if isinstance(raw, Decimal) else str(raw)
        text, value, unit = _read(text)
        object.__setattr__(self, "raw", text)
        object.__setattr__(self, "value", value)
        object.__setattr__(self, "unit", unit)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a figure does not change: {name}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Figure) and self.raw == other.raw

    def __hash__(self) -> int:
        return hash(self.raw)

    def __repr__(self) -> str:
        return f"Figure({self.raw!r})"

    def __str__(self) -> str:
        return self.raw

    def __reduce__(self) -> tuple[type[Figure], tuple[str]]:
        return Figure, (self.raw,)

    @property
    def is_blank(self) -> bool:
        """The place is there and nothing, or only a dash, stands in it."""
        return not self.raw or self.raw in _DASHES

    @property
    def places(self) -> int:
        """Decimal places printed; 0 where there is no number."""
        exponent = self.value.as_tuple().exponent if self.value is not None else 0
        return max(0, -exponent) if isinstance(exponent, int) else 0

    @property
    def interval(self) -> Interval:
        """What the printed digits allow: half a unit of the last place to either side. ``ValueError`` without a
        number.
        """
        if self.value is None:
            raise ValueError(f"no number: {self.raw!r}")
        return _allowed(self.value, self.places)

    @property
    def allowed(self) -> Interval:
        """As :attr:`interval`, of an amount: a printed zero is exact, for nobody rounds money to nothing."""
        return self.interval if self.value else Interval.at(Decimal(0))

    def wan(self, unit: str = "万元") -> Decimal | None:
        """The amount in 万元; ``unit`` is that of the table and counts where the figure prints none.

        ``None`` where the figure is no amount: no number, or one with another unit (%, 人).
        """
        scale = self._scale(unit)
        return None if self.value is None or scale is None else self.value * scale

    def wan_allowed(self, unit: str = "万元") -> Interval | None:
        """All amounts in 万元 that the printed digits allow; ``None`` where the figure is no amount."""
        scale = self._scale(unit)
        return None if self.value is None or scale is None else self.allowed * Interval.at(scale)

    def _scale(self, unit: str) -> Decimal | None:
        own = self.unit.strip(_MARKS)
        return _SCALE.get(own) if own else _SCALE.get(unit, Decimal(1))

    def contradicts(self, other: Figure) -> bool:
        """Whether both cannot be the same quantity: with equal places the digits differ, else no value fits both.

        False where one of them is no number: what was not read contradicts nothing.
        """
        if self.value is None or other.value is None:
            return False
        if self.places == other.places:
            return self.value != other.value
        return not self.interval.meets(other.interval)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "type": "string",
            "title": "Figure",
            "description": (
                '数字，按原样书写（如 "9.50"、"97.2%"）；空字符串表示此处留空。'
                "A number as printed; empty means left blank."
            ),
        }

    @classmethod
    def _validate(cls, given: Any) -> Figure:
        if isinstance(given, Figure):
            return given
        if isinstance(given, bool) or not isinstance(given, (str, int, Decimal)):
            raise ValueError(f'数字请加引号写成文本，例如 "9.50"（读到 {given!r}）/ write figures as text, in quotes')
        return cls(given)
