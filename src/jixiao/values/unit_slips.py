"""A unit that changed between target and actual: 3200米 answered by 3200公里.

Enters: target and actual, numbers whose units convert. Leaves: by which factor the units part the two, where the
figures are so near and the amounts so far apart that one unit is more likely wrong than the achievement true.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from jixiao.model.figure import rounded
from jixiao.model.memo import remembered
from jixiao.model.value import Number, Sign
from jixiao.values import units
from jixiao.values.affixes import FIGURE
from jixiao.values.normalise import normalise

#: Figures no farther apart than this are near; those with a hundredfold difference behind them may be farther apart.
_NEAR, _LOOSELY = Decimal("1.25"), Decimal(2)
#: What equal figures must be apart to contradict each other; near ones; and any others.
_EQUAL_APART, _NEAR_APART, _WORLDS_APART = 2, 10, 100
#: Nobody does a thousand times what was planned.
_BEYOND_BELIEF = 1000
#: Small figures of time meet by chance: ≤1天 may well be answered by 1小时.
_FEW = 10


@remembered
def unit_slip(target: Number, actual: Number) -> Decimal | None:
    """How many times the units alone part the two, to one place; ``None`` where nothing speaks of a wrong unit."""
    if Sign.RANGE in (target.sign, actual.sign) or not target.unit or not actual.unit or not target.high:
        return None
    converted = units.convert(actual.high, actual.unit, target.unit)
    one, other = _figure(target), _figure(actual)
    if not converted or not one or not other or converted / target.high < 0:
        return None
    ratio = converted / target.high
    figures = other / one
    factor = ratio / figures
    if units.is_time(target.unit) and min(one, other) < _FEW:
        return None
    close, apart = _above_one(figures), _above_one(factor)
    slipped = (
        (close == 1 and apart >= _EQUAL_APART)
        or (close <= _NEAR and apart >= _NEAR_APART)
        or (close <= _LOOSELY and apart >= _WORLDS_APART and _above_one(ratio) >= _WORLDS_APART)
        or (ratio >= _BEYOND_BELIEF and factor >= _WORLDS_APART)
    )
    return rounded(apart, 1, ROUND_HALF_EVEN).normalize() if slipped else None


def _figure(value: Number) -> Decimal:
    """The figure as printed, without the 万 that belongs to its unit."""
    found = FIGURE.findall(normalise(value.raw))
    return Decimal(found[0]) if len(found) == 1 else value.high


def _above_one(ratio: Decimal) -> Decimal:
    return ratio if ratio >= 1 else 1 / ratio
