"""Results of indicators that a text may speak of: a dossier enters, rows with a measured result leave, and the rows
that a told figure names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from jixiao.audit.shared.indicators import plain
from jixiao.audit.shared.rows import is_satisfaction, score_of, weight_of
from jixiao.model import Dossier, Evaluation, Indicator, Interval
from jixiao.model.classes import dataclass
from jixiao.model.memo import remembered
from jixiao.model.value import Approx, Compound, Number, Sign, Value
from jixiao.scoring import actual_of, target_of
from jixiao.values import units
from jixiao.values.pattern import lazy

from .statements import Statement

_TAIL = lazy(
    r"(?:(?:人|户|场|件|起|处|台|盏|个|间|份|次|套|公里|人次|批|期|家|村)?数量?|人数|人次|场次|次数|里程|长度|面积|情况|金额|支出|总)$"
)
_HEAD = lazy(r"^(?:全年|累计|共计?|实际|完成|实现|达到|开展|举办|组织|召开)")
_DONE = lazy(r"(?:完成|达到|实现)$")
_GENERIC = frozenset({"完成率", "执行率", "支付率", "到位率", "增长率", "完成", "数量", "金额", "支出", "比例", "达标"})
_SAME = {"场次": "场", "台套": "台", "名": "人"}
_CLOSE, _FAR = Decimal("0.75"), Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Result:
    """A row with a number as its actual value. ``exactly`` tells whether the figure's subject is the row's name."""

    scope: str
    at: str
    indicator: Indicator
    actual: Number
    target: Number | None
    exactly: bool = False

    @property
    def score(self) -> Decimal | None:
        """The printed score."""
        return score_of(self.indicator)

    @property
    def weight(self) -> Decimal | None:
        """The printed weight."""
        return weight_of(self.indicator)

    @property
    def actual_span(self) -> Interval:
        """What the digits of the actual value allow."""
        return _allowed(self.actual.low, self.actual.unit)

    def near(self, value: Decimal) -> bool:
        """Whether a value may be a slip for this one: one far away, or named in part, speaks of something else."""
        low, high = sorted((abs(value), abs(self.actual.low)))
        return low >= (_FAR if self.exactly else _CLOSE) * high


@remembered
def _results(dossier: Dossier) -> tuple[Result, ...]:
    return tuple(_each(dossier))


def results(dossier: Dossier) -> Iterator[Result]:
    """Every row whose actual value is one exact number, or a survey with a rate."""
    return iter(_results(dossier))


def _each(dossier: Dossier) -> Iterator[Result]:
    for number, evaluation in dossier.each(Evaluation):
        for row, indicator in enumerate(evaluation.indicators):
            actual = _number(actual_of(indicator), indicator)
            if actual is not None:
                target = _number(target_of(indicator), indicator, bound=True)
                if target is not None and target.unit and _converted(target.low, target.unit, actual.unit) is None:
                    target = None
                at = f"{number}/indicators/{row}"
                yield Result(evaluation.scope, at, indicator, actual, target)


def _number(value: Value, indicator: Indicator, *, bound: bool = False) -> Number | None:
    if isinstance(value, Compound) and is_satisfaction(indicator):
        rates = [p for p in value.parts if isinstance(p, Number) and p.unit == "%"]
        value = rates[-1] if len(rates) == 1 else value
    if not isinstance(value, Number) or value.low != value.high or value.suspicion or value.change or value.per:
        return None
    exact = value.approx is Approx.EXACT and (bound or value.sign in (Sign.NONE, Sign.EQUAL))
    return value if exact else None


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """A name without the words that only say that it is counted or was done."""
    text = plain(name).replace("满意率", "满意度").replace("“", "").replace("”", "")
    previous = ""
    while text != previous and len(text) > 2:
        previous = text
        for pattern in (_TAIL, _HEAD, _DONE):
            shorter = pattern.sub("", text)
            text = shorter if len(shorter) > 1 else text
    return text


def named(item: Statement, table: list[Result]) -> list[Result]:
    """The rows that a figure names: by their name, else by words that all stand in the name of one row only.

    Rows of the report's own kind of table come first; units must be of one family.
    """
    subject = bare(item.claim.subject)
    if len(subject) < 2 or subject in _GENERIC:
        return []
    comparable = {unit for unit in {r.actual.unit for r in table} if span(item, unit) is not None}
    fitting = [r for r in table if r.actual.unit in comparable]
    for kind in (True, False):
        rows = [r for r in fitting if (r.scope == item.report.scope) is kind]
        exactly = [r for r in rows if bare(r.indicator.name) == subject]
        if exactly:
            return [_exact(r) for r in exactly]
        inside = [r for r in rows if item.claim.kind != "money" and _holds(bare(r.indicator.name), subject)]
        if inside:
            return inside
    return []


def _exact(row: Result) -> Result:
    return Result(row.scope, row.at, row.indicator, row.actual, row.target, exactly=True)


@lru_cache(maxsize=8192)
def _holds(name: str, subject: str) -> bool:
    return not Counter(subject) - Counter(name)


def span(item: Statement, unit: str) -> Interval | None:
    """What the digits of a told figure allow, in that unit; ``None`` where the units are of two families."""
    figure, own = item.claim.figure, item.claim.unit
    if figure is None or figure.value is None or not own or not unit:
        return None
    scale = _converted(Decimal(1), own, unit)
    if scale is None:
        return None
    allowed = _allowed(figure.value, own)
    return Interval(allowed.low * scale, allowed.high * scale)


@lru_cache(maxsize=4096)
def _converted(value: Decimal, own: str, unit: str) -> Decimal | None:
    return units.convert(value, _SAME.get(own, own), _SAME.get(unit, unit))


def _allowed(value: Decimal, unit: str) -> Interval:
    """Half a unit of the last digit to either side; whole things are counted exactly."""
    exponent = value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    if not places and unit[:1] not in {"万", "亿", "千", "百", "%"}:
        return Interval.at(value)
    half = Decimal(5).scaleb(-places - 1)
    return Interval(value - half, value + half)
