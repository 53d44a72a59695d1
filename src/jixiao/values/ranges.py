"""Two figures that make one target: 1-3天, 10%~20%, 100±5个, ±5%.

Enters: normalised text with one or two figures. Leaves: a ``Number`` with both its ends, or ``None`` where the figures
do not belong together.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from jixiao.model.value import Number, Sign
from jixiao.values import units
from jixiao.values.affixes import FIGURE, After, after_figure, before_figure
from jixiao.values.pattern import lazy

_MARK = lazy(r"(?:[~～—]+|-|至|到)(?P<minus>-?)$")
_BETWEEN = ("之间", "区间")


def read_range(text: str, raw: str, *, unit: str = "") -> Number | None:
    """a-b in one unit: a%~b%, 3至5个, 5000元-1万元, or a±b."""
    figures = list(FIGURE.finditer(text))
    if len(figures) != 2:
        return None
    first, second = figures
    between = text[first.end() : second.start()]
    before, last = before_figure(text[: first.start()]), after_figure(text[second.end() :])
    if before is None or before.sign is not Sign.NONE or last is None or (last.rest and last.rest not in _BETWEEN):
        return None
    one, other = Decimal(first.group()), Decimal(second.group()) * last.multiple
    if between.endswith("±"):
        middle = after_figure(between[:-1])
        if middle is None or middle.rest:
            return None
        ends = one * middle.multiple - other, one * middle.multiple + other
        inner_unit = middle.unit
    else:
        found = _MARK.search(between)
        inner = after_figure(between[: found.start()]) if found else None
        low = _low_end(one, inner, last)
        if found is None or inner is None or low is None:
            return None
        ends = -low if before.negative else low, -other if found["minus"] else other
        inner_unit = inner.unit
    if ends[0] > ends[1]:
        return None
    value = Number(
        raw, before.prefix, Sign.RANGE, ends[0], ends[1], last.unit or inner_unit, per=last.per or before.per
    )
    return _with_column_unit(replace(value, change=before.change), unit)


def _low_end(low: Decimal, inner: After | None, last: After) -> Decimal | None:
    """The first figure in the unit of the second. A multiple or a unit that stands once, stands for both (3-5万)."""
    if inner is None or inner.rest:
        return None
    low *= inner.multiple if inner.multiple > 1 or inner.unit else last.multiple
    if inner.unit and last.unit:
        return units.convert(low, inner.unit, last.unit)
    return low


def read_plus_minus(text: str, raw: str, *, unit: str = "") -> Number | None:
    """±5%: the range from -5 to 5."""
    head, mark, rest = text.partition("±")
    figure = FIGURE.match(rest) if mark else None
    if figure is None or FIGURE.search(head):
        return None
    before, after = before_figure(head), after_figure(rest[figure.end() :])
    if before is None or after is None or after.rest:
        return None
    width = Decimal(figure.group()) * after.multiple
    value = Number(raw, before.prefix, Sign.RANGE, -width, width, after.unit, change=before.change)
    return _with_column_unit(value, unit)


def _with_column_unit(value: Number, unit: str) -> Number:
    if value.unit or not unit:
        return value
    own, per = units.split_rate(unit)
    return replace(value, unit=own, per=value.per or per)
